"""Fan charts' data: what a quantity is by year, in the middle of the paths and at their edges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from jiwar.outlook import Paths

Array = npt.NDArray[np.floating[Any]]

LEVELS = (0.1, 0.25, 0.5, 0.75, 0.9)
"""The quantiles of a fan, the lowest first."""


@dataclass(frozen=True, slots=True)
class Fan:
    """Quantiles of one quantity: ``values`` has one row for each of ``LEVELS`` and one column for each year."""

    quantity: str
    unit: str
    years: tuple[int, ...]
    values: tuple[tuple[float, ...], ...]

    def at(self, year: int, level: float = 0.5) -> float:
        """Return one quantile of one year."""
        return self.values[LEVELS.index(level)][self.years.index(year)]


@dataclass(frozen=True, slots=True)
class Mix:
    """Mean shares by year that add up to one: what, of which kinds, one row for each kind."""

    quantity: str
    kinds: tuple[str, ...]
    years: tuple[int, ...]
    shares: tuple[tuple[float, ...], ...]

    def at(self, year: int, kind: str) -> float:
        """Return the share of one kind in one year."""
        return self.shares[self.kinds.index(kind)][self.years.index(year)]


QUANTITIES: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "jobs": ("people", lambda paths: paths.total_jobs),
    "exports_new": ("bn MAD", lambda paths: paths.exports_new),
    "exports_old": ("bn MAD", lambda paths: paths.exports_old),
    "value_per_job": ("kMAD", lambda paths: paths.mean_value),
    "wage_service": ("MAD/month", lambda paths: paths.wage[:, :, 0]),
    "wage_digital": ("MAD/month", lambda paths: paths.wage[:, :, 1]),
}
"""Quantities that answers speak of: unit, and how they are read from paths."""


def quantity(paths: Paths, name: str) -> Array:
    """Return one quantity of all paths and years."""
    return np.asarray(QUANTITIES[name][1](paths), dtype=np.float64)


def fan(paths: Paths, name: str, *, first: int = 2015) -> Fan:
    """Return the quantiles of one quantity by year."""
    return fan_of(quantity(paths, name), paths.years, name, QUANTITIES[name][0], first=first)


def fan_of(values: Array, years: tuple[int, ...], name: str, unit: str, *, first: int) -> Fan:
    """Return the quantiles by year of values of shape (paths, years)."""
    shown = tuple(year for year in years if year >= first)
    found = np.quantile(values[:, [years.index(year) for year in shown]], LEVELS, axis=0)
    return Fan(name, unit, shown, tuple(tuple(map(float, row)) for row in found))


def fans(paths: Paths) -> dict[str, Fan]:
    """Return the fan of every quantity that answers speak of."""
    return {name: fan(paths, name) for name in QUANTITIES}


def mixes(paths: Paths, kinds: tuple[str, ...], *, first: int = 2020) -> dict[str, Mix]:
    """Return how jobs and exports are made up by branch and year, over all paths together."""
    years = tuple(year for year in paths.years if year >= first)
    at = [paths.at(year) for year in years]
    return {
        "jobs": _mix("jobs", paths.jobs[:, at], kinds, years),
        "exports": _mix("exports", paths.exports[:, at], kinds, years),
    }


def _mix(name: str, amounts: Any, kinds: tuple[str, ...], years: tuple[int, ...]) -> Mix:
    totals = np.asarray(amounts, dtype=np.float64).mean(axis=0)
    shares = totals / totals.sum(axis=1, keepdims=True)
    return Mix(name, kinds, years, tuple(tuple(map(float, row)) for row in shares.T))
