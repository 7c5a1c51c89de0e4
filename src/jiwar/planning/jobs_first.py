"""Jobs first: the plan that keeps most jobs at home among those that cost little more than the cheapest.

Each price of a job at home gives the best plan at that price (`jobs_kept`). The price is raised, halving the
steps, as long as the plan costs no more than the share given up. What no price makes best is not found, so
there may be a plan in between that keeps a few jobs more.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from jiwar.money import FloatArray
from jiwar.options import Options
from jiwar.planning.from_options import problem_of, record_of
from jiwar.planning.jobs_kept import PRICES_EUR, best_at, jobs_at_home
from jiwar.planning.plan import Plan
from jiwar.planning.problem import Problem

STEPS = 5
"""Halvings of the price between the dearest that is kept and the cheapest that is not."""


@dataclass(frozen=True)
class JobsFirst:
    """The plan that keeps most jobs, beside the cheapest."""

    plan: Plan
    jobs_at_home: float
    cheapest: Plan
    jobs_of_cheapest: float
    price_eur: float  # of a job, at which the plan is best


def jobs_first(
    options: Options,
    *,
    within: float = 0.01,
    gap: float = 0.005,
    seconds: float = 60.0,
    told: Callable[[int, int], None] | None = None,
) -> JobsFirst:
    """Return the plan that keeps most jobs at home among those at most a share dearer than the cheapest.

    Parameters
    ----------
    options
        All options of the case; costs are those of mid values.
    within
        The share of the least cost that may be given up.
    gap, seconds
        For each search, as in `choose`.
    told
        Called with the number of searches done and of all.

    Raises
    ------
    PlanError
        As `choose`.
    """
    problem, jobs = problem_of(options), jobs_at_home(options)
    found = most_jobs(problem, jobs, within=within, gap=gap, seconds=seconds, told=told)
    record = record_of(options, {"gap": gap, "seconds": seconds, "jobs_first_within": within})
    plan = dataclasses.replace(found.plan, record=record, options=options)
    return dataclasses.replace(found, plan=plan)


def most_jobs(
    problem: Problem,
    jobs: FloatArray,
    *,
    within: float,
    gap: float,
    seconds: float,
    told: Callable[[int, int], None] | None = None,
) -> JobsFirst:
    """Return the same for a problem whose options keep ``jobs``, shape (O,), at home."""

    def kept(plan: Plan) -> float:
        return float(jobs[list(plan.chosen)].sum())

    def tell(done: int) -> None:
        if told is not None:
            told(done, STEPS + 2)

    tell(0)
    cheapest = best_at(problem, jobs, 0.0, gap, seconds)
    most = cheapest.objective_eur + within * abs(cheapest.objective_eur)
    low, high, best, price = 0.0, PRICES_EUR[-1], cheapest, 0.0
    for step in range(STEPS + 1):
        tell(step + 1)
        tried = high if step == 0 else (low + high) / 2
        plan = best_at(problem, jobs, tried, gap, seconds)
        if plan.objective_eur <= most:
            low = tried
            if kept(plan) > kept(best):
                best, price = plan, tried
            if step == 0:
                break
        else:
            high = tried
    tell(STEPS + 2)
    return JobsFirst(best, kept(best), cheapest, kept(cheapest), price)
