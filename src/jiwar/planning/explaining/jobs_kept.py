"""What a job kept at home costs: the plans that are best when every job kept at home is worth a price.

With a price ``p`` on each own post at home at the end of the horizon, planning minimises
``cost - p · jobs``. Turning the price from nothing upwards gives plans on the lower edge of all plans in the
plane of jobs and cost; from one to the next, the added cost over the added jobs is what one more job costs.
Plans inside the edge's corners, which no price finds, are not listed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.options import Options
from jiwar.planning import measures
from jiwar.planning.of_case.from_options import problem_of
from jiwar.planning.plan import Plan
from jiwar.planning.problem import Problem
from jiwar.planning.solving import solve

PRICES_EUR = (0.0, 25_000.0, 50_000.0, 100_000.0, 200_000.0, 500_000.0)
"""Prices tried, present value of one post kept at home until the end of the horizon."""

_SAME_JOBS = 0.05
"""Plans that differ by less than this many posts count as one."""


@dataclass(frozen=True)
class JobsKept:
    """One plan of the front, the cheapest with its jobs; the first has no earlier one to compare with."""

    price_eur: float  # at which it was found
    jobs_at_home: float  # own posts at home in the last quarter
    cost_eur: float  # present value, value of work left undone included
    eur_per_further_job: float | None  # against the plan before it
    plan: Plan


def jobs_at_home(options: Options) -> FloatArray:
    """Return the own posts at home in the last quarter, by option, shape (O,)."""
    posts: FloatArray = options.home_held[:, :, -1].sum(axis=1)
    return posts


def jobs_front(
    options: Options,
    *,
    prices_eur: Sequence[float] = PRICES_EUR,
    gap: float = 0.005,
    seconds: float = 60.0,
    told: Callable[[int, int], None] | None = None,
) -> tuple[JobsKept, ...]:
    """Return the front of plans from the cheapest to that which keeps most jobs at home.

    Parameters
    ----------
    options
        All options of the case.
    prices_eur
        Prices of a job to try, ascending; more of them find more corners of the front.
    gap, seconds
        For each search, as in `choose`; differences smaller than the gap are not proven.
    told
        Called with the number of searches done and of all.

    Raises
    ------
    PlanError
        As `choose`.
    """
    found = front_of(
        problem_of(options), jobs_at_home(options), prices_eur=prices_eur, gap=gap, seconds=seconds, told=told
    )
    return tuple(
        dataclasses.replace(one, plan=dataclasses.replace(one.plan, options=options)) for one in found
    )


def front_of(
    problem: Problem,
    jobs: FloatArray,
    *,
    prices_eur: Sequence[float],
    gap: float,
    seconds: float,
    told: Callable[[int, int], None] | None = None,
) -> tuple[JobsKept, ...]:
    """Return the front of a problem whose options keep ``jobs``, shape (O,), at home."""
    plans = []
    for number, price in enumerate(prices_eur):
        if told is not None:
            told(number, len(prices_eur))
        plans.append((price, best_at(problem, jobs, price, gap, seconds)))
    points = [
        (float(jobs[list(plan.chosen)].sum()), plan.objective_eur, price, plan) for price, plan in plans
    ]
    return _chain(_undominated(points))


def best_at(problem: Problem, jobs: FloatArray, price_eur: float, gap: float, seconds: float) -> Plan:
    """Return the best plan at a price, with its own cost and a bound on that of every plan that keeps as many jobs."""
    choices = dataclasses.replace(problem.choices, cost_eur=problem.choices.cost_eur - price_eur * jobs)
    plan = solve(dataclasses.replace(problem, choices=choices), gap=gap, seconds=seconds)
    kept = price_eur * float(jobs[list(plan.chosen)].sum())
    cost, bound = measures.cost(problem, plan), plan.bound_eur + kept
    away = (cost - bound) / max(abs(cost), 1e-9)
    return dataclasses.replace(
        plan,
        objective_eur=cost,
        bound_eur=bound,
        gap=max(away, 0.0),
        certificate=None,  # it proved another cost
    )


def _undominated(points: list[tuple[float, float, float, Plan]]) -> list[tuple[float, float, float, Plan]]:
    """Keep the points that no other beats in cost and jobs at once, fewest jobs first."""
    kept: list[tuple[float, float, float, Plan]] = []
    for point in sorted(points, key=lambda one: (one[1], -one[0], one[2])):
        if not kept or point[0] > kept[-1][0] + _SAME_JOBS:
            kept.append(point)
    return kept


def _chain(points: list[tuple[float, float, float, Plan]]) -> tuple[JobsKept, ...]:
    costs, jobs = np.array([point[1] for point in points]), np.array([point[0] for point in points])
    further = [None, *(np.diff(costs) / np.diff(jobs)).tolist()]
    return tuple(
        JobsKept(price, held, cost, step, plan)
        for (held, cost, price, plan), step in zip(points, further, strict=True)
    )
