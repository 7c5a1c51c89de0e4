"""The sum of companies' decisions: how one plan stands to the growth that the outlook expects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from jiwar.outlook.answers.fans import LEVELS

if TYPE_CHECKING:
    from jiwar.options import Options
    from jiwar.outlook import Paths
    from jiwar.planning import Plan


@dataclass(frozen=True, slots=True)
class PlanBeside:
    """One plan beside the outlook: people that it moves, and what the branch gains on average in a year.

    ``share`` is the part of the middle path's yearly growth that one such plan makes up; ``plans_needed`` how many
    plans of this size a year the growth amounts to (P10, P50, P90 of the growth; zero where a branch shrinks).
    """

    branch: str
    people: float
    first: int
    last: int
    growth_a_year: tuple[float, float, float]
    share: float | None
    plans_needed: tuple[float, float, float]


def plan_beside(
    paths: Paths, branches: tuple[str, ...], branch: str, people: float, first: int = 2026, last: int = 2030
) -> PlanBeside:
    """Set the people that a plan moves against the jobs that its branch gains in a year.

    The outlook already holds the sum of all companies' decisions: a plan is part of the growth, never an addition to
    it. The comparison says how much of that growth one plan is, not that the plan causes it.
    """
    at = branches.index(branch)
    jobs = np.asarray(paths.jobs)[:, :, at]
    growth = (jobs[:, paths.at(last)] - jobs[:, paths.at(first)]) / (last - first)
    low, middle, high = (float(value) for value in np.quantile(growth, (LEVELS[0], 0.5, LEVELS[-1])))
    needed = tuple(max(value, 0.0) / people for value in (low, middle, high))
    share = people / middle if middle > 0 else None
    return PlanBeside(
        branch, people, first, last, (low, middle, high), share, (needed[0], needed[1], needed[2])
    )


def moved_people(plan: Plan, options: Options, country: str = "MA") -> dict[str, float]:
    """Return the people that a plan has at sites of a country in its last quarter, by branch."""
    branches = {work.id: work.branch for work in options.case.work_packages}
    found: dict[str, float] = {}
    for index in plan.chosen:
        option = options.items[index]
        if options.facts.sites[option.site].country == country:
            branch = str(branches[option.work_package])
            found[branch] = found.get(branch, 0.0) + float(options.people[index, -1])
    return {branch: people for branch, people in found.items() if people > 0}
