"""What the employment premium costs the State for each job, and for each job that would not be there without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from jiwar.outlook.answers.fans import LEVELS, quantity

if TYPE_CHECKING:
    from jiwar.outlook import Paths

Three = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class JobCost:
    """Cost to the State from one year to another (P10, P50, P90): in all, for each job, for each additional job.

    ``total_bn`` in bn MAD, the others in MAD. ``against`` compares the same paths with and without the premium and
    counts the jobs that are there at the end because of it; None where too few paths gain a job to speak of.
    """

    first: int
    last: int
    total_bn: Three
    per_subsidised: Three
    per_additional: Three
    additional_share: Three
    against: Three | None
    jobs_gained: Three


def job_cost(paths: Paths, without: Paths, first: int, last: int) -> JobCost:
    """Return the cost for each job; ``without`` are the same draws with no premium."""
    years = slice(paths.at(first), paths.at(last) + 1)
    cost = np.asarray(paths.state_cost)[:, years].sum(axis=1)
    subsidised = np.asarray(paths.subsidised)[:, years].sum(axis=1)
    additional = (np.asarray(paths.additional) - np.asarray(without.additional))[:, years].sum(axis=1)
    gained = quantity(paths, "jobs")[:, paths.at(last)] - quantity(without, "jobs")[:, without.at(last)]
    extra = cost - np.asarray(without.state_cost)[:, years].sum(axis=1)
    some = gained > 1.0
    return JobCost(
        first=first,
        last=last,
        total_bn=_three(cost),
        per_subsidised=_three(1e9 * cost / np.maximum(subsidised, 1.0)),
        per_additional=_three(1e9 * cost / np.maximum(additional, 1.0)),
        additional_share=_three(additional / np.maximum(subsidised, 1.0)),
        against=_three(1e9 * extra[some] / gained[some]) if some.mean() > 0.5 else None,
        jobs_gained=_three(gained),
    )


def _three(values: npt.NDArray[np.float64]) -> Three:
    low, middle, high = np.quantile(values, (LEVELS[0], 0.5, LEVELS[-1]))
    return float(low), float(middle), float(high)
