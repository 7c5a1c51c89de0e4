"""Jobs first: most jobs at home among all plans that cost little more than the cheapest, then the least cost.

Three searches in this order, each with a bound: the cheapest plan; the most jobs within the cost allowed; the
cheapest plan that keeps as many.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.options import Options
from jiwar.planning.entries import IntArray
from jiwar.planning.explaining.jobs_kept import jobs_at_home
from jiwar.planning.formulation import formulate
from jiwar.planning.highs import Ending, Outcome, complete, minimise
from jiwar.planning.model import Program
from jiwar.planning.of_case.from_options import problem_of, record_of
from jiwar.planning.plan import Plan
from jiwar.planning.problem import Problem
from jiwar.planning.solving import no_plan, plan_of, solve

_SEARCHES = 3

_GAP_OF_JOBS = 1e-4
"""Distance from the most jobs, as a share of them, at which the second search may end."""

_ROUNDING = 1e-6
"""Share of cost or jobs that rounding may take."""

_SECONDS_TO_COMPLETE = 30.0


@dataclass(frozen=True)
class JobsFirst:
    """The cheapest of the plans that keep most jobs, beside the cheapest of all.

    The plan's bound and gap are those of its cost among plans that keep as many jobs.
    """

    plan: Plan
    jobs_at_home: float
    jobs_bound: float  # no plan within the cost allowed keeps more
    cheapest: Plan
    jobs_of_cheapest: float


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
        For each search of cost, as in `choose`.
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

    def tell(done: int) -> None:
        if told is not None:
            told(done, _SEARCHES)

    tell(0)
    cheapest = solve(problem, gap=gap, seconds=seconds)
    tell(1)
    program = formulate(problem)
    columns, held = program.options(np.asarray(jobs, dtype=np.float64))
    dearest = cheapest.objective_eur + within * abs(cheapest.objective_eur)
    capped = _with_row(program, np.flatnonzero(program.cost), program.cost[program.cost != 0], upper=dearest)
    towards_jobs = np.zeros(len(program.cost))
    towards_jobs[columns] = -held
    start = _values_of(problem, program, columns, cheapest)
    wanted = dataclasses.replace(capped, cost=towards_jobs)
    most = _found(problem, minimise(wanted, gap=_GAP_OF_JOBS, seconds=seconds, start=start), program)
    tell(2)
    least = -most.objective_eur - _ROUNDING * (1.0 + abs(most.objective_eur))
    keeping = _with_row(capped, columns, held, lower=least)
    last = _found(problem, minimise(keeping, gap=gap, seconds=seconds, start=most.values), program)
    if most.ending is not Ending.OPTIMAL:
        last = dataclasses.replace(last, ending=most.ending)
    tell(_SEARCHES)
    plan = plan_of(problem, program, last)
    kept, of_cheapest = (float(jobs[list(one.chosen)].sum()) for one in (plan, cheapest))
    return JobsFirst(plan, kept, max(-most.bound_eur, kept), cheapest, of_cheapest)


def _found(problem: Problem, outcome: Outcome, program: Program) -> Outcome:
    if outcome.values is None:
        raise no_plan(problem, program, outcome)
    return outcome


def _values_of(problem: Problem, program: Program, columns: IntArray, plan: Plan) -> FloatArray | None:
    """Return a plan as values of all columns, to begin with."""
    chosen = np.zeros(len(problem.choices.names))
    chosen[list(plan.chosen)] = 1.0
    _, weight = program.options(chosen)
    return complete(program, columns, weight, _SECONDS_TO_COMPLETE).values


def _with_row(
    program: Program, columns: IntArray, amounts: FloatArray, *, lower: float = -np.inf, upper: float = np.inf
) -> Program:
    """Return a program with one row more."""
    return dataclasses.replace(
        program,
        row_lower=np.append(program.row_lower, lower),
        row_upper=np.append(program.row_upper, upper),
        starts=np.append(program.starts, program.starts[-1] + len(columns)),
        columns=np.concatenate([program.columns, columns]),
        values=np.concatenate([program.values, amounts]),
    )
