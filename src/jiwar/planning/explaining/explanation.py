"""What a rule costs, and what the best plan is without a site or an option: the same search, asked again."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable

import numpy as np

from jiwar.planning.plan import Plan
from jiwar.planning.problem import BoolArray, Problem, Sites
from jiwar.planning.solving import solve


def _with_sites(problem: Problem, change: Callable[[Sites], Sites]) -> Problem:
    return problem if problem.sites is None else dataclasses.replace(problem, sites=change(problem.sites))


def _without_minimum_team(sites: Sites) -> Sites:
    return dataclasses.replace(sites, minimum_team_people=np.zeros_like(sites.minimum_team_people))


def _without_capacity(sites: Sites) -> Sites:
    return dataclasses.replace(sites, capacity_people=np.full_like(sites.capacity_people, math.inf))


def _without_number(sites: Sites) -> Sites:
    return dataclasses.replace(sites, max_sites=None)


def _without_ratios(problem: Problem, family: str) -> Problem:
    kept = tuple(ratio for ratio in problem.ratios if ratio.family != family)
    return dataclasses.replace(problem, ratios=kept)


def _with_redundancies(problem: Problem) -> Problem:
    force = problem.workforce
    if force is None:
        return problem
    free = np.full_like(force.redundancy_limit, math.inf)
    return dataclasses.replace(problem, workforce=dataclasses.replace(force, redundancy_limit=free))


LIMIT_FAMILIES: dict[str, Callable[[Problem], Problem]] = {
    "hiring": lambda problem: dataclasses.replace(problem, hiring=None),
    "core_team": lambda problem: dataclasses.replace(problem, core_team=None),
    "budget": lambda problem: dataclasses.replace(problem, budget=None),
    "quarter_cash": lambda problem: dataclasses.replace(problem, quarter_cash=None),
    "concentration": lambda problem: dataclasses.replace(problem, concentration=None),
    "site_share": lambda problem: _without_ratios(problem, "site_share"),
    "engagement_share": lambda problem: _without_ratios(problem, "engagement_share"),
    "span": lambda problem: _without_ratios(problem, "span"),
    "precedence": lambda problem: dataclasses.replace(problem, precedence=None),
    "minimum_team": lambda problem: _with_sites(problem, _without_minimum_team),
    "capacity": lambda problem: _with_sites(problem, _without_capacity),
    "number_of_sites": lambda problem: _with_sites(problem, _without_number),
    "redundancies": _with_redundancies,
}
"""The families of limits that can be left out, each with the problem that remains without it."""


def leave_out(problem: Problem, family: str) -> Problem:
    """Return the problem without one family of limits; raises KeyError for an unknown family."""
    return LIMIT_FAMILIES[family](problem)


def forbid(problem: Problem, options: BoolArray) -> Problem:
    """Return the problem in which the options marked true, shape (O,), may not be chosen."""
    choices = dataclasses.replace(problem.choices, allowed=problem.choices.allowed & ~options)
    return dataclasses.replace(problem, choices=choices)


def insist_on(problem: Problem, option: int) -> Problem:
    """Return the problem with one option chosen: its plan says what that costs, its error what forbids it."""
    others = problem.choices.package == problem.choices.package[option]
    others[option] = False
    return forbid(problem, others)


def without_site(problem: Problem, site: str) -> Problem:
    """Return the problem in which nothing may be placed at a site; raises ValueError for an unknown site."""
    if problem.sites is None or site not in problem.sites.names:
        message = f"`{site}` is not a site of the problem"
        raise ValueError(message)
    return forbid(problem, problem.sites.site == problem.sites.names.index(site))


def price_of(problem: Problem, plan: Plan, family: str, *, gap: float = 0.0, seconds: float = 60.0) -> float:
    """Return what a family of limits costs in EUR: the plan's cost less that of the best plan without it.

    Exact to within the gap of the plan and the gap given.
    """
    return plan.objective_eur - solve(leave_out(problem, family), gap=gap, seconds=seconds).objective_eur
