"""The checker finds every way in which a plan can be wrong; a checker that accepts everything proves nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
import pytest

from jiwar.planning import Plan, Problem, check_plan, solve

Corruption = Callable[[Problem, Plan], Plan]


def _people(plan: Plan, **changes: float) -> Plan:
    """Add amounts to flows of people in the last period."""
    assert plan.workforce is not None
    arrays = {}
    for flow, amount in changes.items():
        arrays[flow] = getattr(plan.workforce, flow).copy()
        arrays[flow][0, -1] += amount
    return dataclasses.replace(plan, workforce=dataclasses.replace(plan.workforce, **arrays))


def _twice(_: Problem, plan: Plan) -> Plan:
    return dataclasses.replace(plan, chosen=(*plan.chosen, plan.chosen[0]))


def _left_out(_: Problem, plan: Plan) -> Plan:
    return dataclasses.replace(plan, chosen=plan.chosen[1:])


def _unknown(_: Problem, plan: Plan) -> Plan:
    return dataclasses.replace(plan, chosen=(*plan.chosen[:-1], 999))


def _closed(_: Problem, plan: Plan) -> Plan:
    return dataclasses.replace(plan, units=np.zeros_like(plan.units))


def _cheap(_: Problem, plan: Plan) -> Plan:
    return dataclasses.replace(plan, objective_eur=plan.objective_eur - 1.0)


def _optimistic(_: Problem, plan: Plan) -> Plan:
    return dataclasses.replace(plan, bound_eur=plan.objective_eur + 10.0)


def _boastful(_: Problem, plan: Plan) -> Plan:
    return dataclasses.replace(plan, bound_eur=plan.objective_eur * 0.5)


def _hidden_cost(_: Problem, plan: Plan) -> Plan:
    return dataclasses.replace(plan, shared_eur=dict(plan.shared_eur) | {"coordination": np.zeros(4)})


def _hires(_: Problem, plan: Plan) -> Plan:
    return dataclasses.replace(plan, hires=plan.hires + 1.0)


CORRUPTIONS: dict[str, tuple[Corruption, str]] = {
    "an option twice": (_twice, "assignment"),
    "a package left out": (_left_out, "assignment"),
    "an option that does not exist": (_unknown, "assignment"),
    "a unit that is used but closed": (_closed, "sites"),
    "a cost that is too low": (_cheap, "cost"),
    "a bound above the cost": (_optimistic, "gap"),
    "a gap that hides the bound": (_boastful, "gap"),
    "a shared cost that is hidden": (_hidden_cost, "cost"),
    "hires that nobody makes": (_hires, "hiring"),
    "people who appear": (lambda _, plan: _people(plan, stock=1.0, surplus=1.0), "workforce"),
    "people who vanish": (lambda _, plan: _people(plan, surplus=-0.5), "workforce"),
    "people made redundant twice": (lambda _, plan: _people(plan, redundant=2.0), "workforce"),
    "posts filled that nobody offers": (lambda _, plan: _people(plan, filled=50.0), "workforce"),
    "recruits beyond the limit": (lambda _, plan: _people(plan, recruited=1.0), "workforce"),
    "negative people": (lambda _, plan: _people(plan, short_time=-1.0), "workforce"),
}


@pytest.fixture(scope="module")
def solved(possible_problem: Problem) -> tuple[Problem, Plan]:
    """A tiny problem whose plan uses an own unit and frees people."""
    return possible_problem, solve(possible_problem, gap=0.0)


def test_the_plan_of_the_solver_is_accepted(solved: tuple[Problem, Plan]) -> None:
    assert check_plan(*solved) == ()


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_a_corrupted_plan_is_rejected(solved: tuple[Problem, Plan], name: str) -> None:
    problem, plan = solved
    corrupt, family = CORRUPTIONS[name]
    found = check_plan(problem, corrupt(problem, plan))
    assert family in {violation.family for violation in found}


TIGHTER: dict[str, Callable[[Problem], Problem]] = {
    "hiring": lambda p: _with(p, "hiring", limit_people=np.zeros_like(p.hiring.limit_people)),  # type: ignore[union-attr]  # tiny problems have every block
    "core_team": lambda p: _with(p, "core_team", least_people=np.array([1e3])),
    "budget": lambda p: _with(p, "budget", limit_eur=-1e6),
    "concentration": lambda p: _with(p, "concentration", max_share=0.0),
    "number_of_sites": lambda p: _with(p, "sites", max_sites=0),
    "minimum_team": lambda p: _with(p, "sites", minimum_team_people=np.full(2, 1e3)),
    "capacity": lambda p: _with(p, "sites", capacity_people=np.zeros(2)),
    "precedence": lambda p: _with(p, "precedence", moved=np.full(12, 99), start=np.zeros(12, dtype=int)),
    "assignment": lambda p: _with(p, "choices", allowed=np.zeros(12, dtype=bool)),
}


def _with(problem: Problem, block: str, **changes: object) -> Problem:
    changed = dataclasses.replace(getattr(problem, block), **changes)
    return dataclasses.replace(problem, **{block: changed})


@pytest.mark.parametrize("family", TIGHTER)
def test_a_plan_that_breaks_a_tighter_rule_is_rejected(solved: tuple[Problem, Plan], family: str) -> None:
    problem, plan = solved
    found = check_plan(TIGHTER[family](problem), plan)
    assert family in {violation.family for violation in found}
