"""Sobol' indices of the levers: how much of the spread that policy could cause is due to each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from jiwar.outlook import Posterior, Scenario, simulate
from jiwar.outlook.answers.fans import quantity
from jiwar.outlook.answers.reach import POLICY, scenario_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SobolIndex:
    """One lever: share of the variance that it causes alone, and with all that it does together with others."""

    lever: str
    quantity: str
    year: int
    first_order: float
    total_order: float


def sobol(
    posterior: Posterior,
    base: Scenario,
    quantities: tuple[str, ...],
    year: int,
    *,
    points: int,
    paths: int,
    seed: int,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[SobolIndex, ...]:
    """Return the indices of all levers of policy, each drawn evenly from its reach.

    The response is the mean over some paths, the same ones at every point. ``points`` is a power of two; the model
    runs ``points × (levers + 2)`` times. Estimates of small indices may fall slightly below zero.
    """
    from scipy.stats import sobol_indices, uniform

    runs, done = points * (len(POLICY) + 2), 0

    def respond(parts: Array) -> Array:
        nonlocal done
        found = np.empty((len(quantities), parts.shape[1]))
        for column in range(parts.shape[1]):
            scenario = scenario_of(dict(zip(POLICY, parts[:, column], strict=True)), base)
            run = simulate(posterior, scenario, until=year, paths=paths, seed=seed)
            found[:, column] = [quantity(run, name)[:, run.at(year)].mean() for name in quantities]
            done += 1
            if progress is not None:
                progress(done, runs)
        return found

    dists: Sequence[object] = [uniform(0.0, 1.0)] * len(POLICY)
    result = sobol_indices(func=respond, n=points, dists=dists, rng=np.random.default_rng(seed))
    return tuple(
        SobolIndex(lever, name, year, float(result.first_order[q, at]), float(result.total_order[q, at]))
        for q, name in enumerate(quantities)
        for at, lever in enumerate(POLICY)
    )
