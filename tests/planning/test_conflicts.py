"""When nothing fits, the answer names a smallest set of limits in conflict, in the words of who set them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
import pytest

import jiwar
from jiwar.planning import PlanError, Problem, formulate, solve
from jiwar.planning.conflict import conflict
from jiwar.planning.entries import Entries
from jiwar.planning.highs import Ending, minimise
from jiwar.planning.problem import Budget, Choices, CoreTeam, Moves, Posts, Workforce

Tiny = Callable[[int], Problem]


def _choices(allowed: list[bool]) -> Choices:
    names = ("test@home", "test@rabat", "design@home", "design@rabat")
    return Choices(
        ("test", "design"), names, np.array([0, 0, 1, 1]), np.array(allowed), np.array([9.0, 5, 9, 5])
    )


def _core_team_against_budget() -> Problem:
    """Six test engineers at home need the test package at home, which costs more cash than there is."""
    at_home = np.zeros((4, 2, 1))
    at_home[0, 0, 0], at_home[2, 1, 0] = 6.0, 5.0
    return Problem(
        name="core team against budget",
        periods=("2027-Q1",),
        discount=np.ones(1),
        choices=_choices([True] * 4),
        core_team=CoreTeam(("test_engineer", "designer"), np.array([6.0, 1.0]), Entries.of(at_home)),
        budget=Budget(2e6, np.array([[1.5e6], [0.0], [1.0e6], [0.0]])),
    )


@pytest.mark.code("P002")
def test_core_team_against_budget_is_said_in_words() -> None:
    with pytest.raises(PlanError) as raised:
        solve(_core_team_against_budget())
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.code == "P002"
    assert "core team: at least 6 test_engineer at home" in diagnostic.message
    assert "core team: at least 1 designer at home" in diagnostic.message
    assert "budget: at most 2,000,000 EUR of extra cash against staying" in diagnostic.message
    assert "3 limits" in diagnostic.message


def test_limits_that_have_no_part_in_the_conflict_are_not_named() -> None:
    problem = _core_team_against_budget()
    assert problem.core_team is not None
    easier = dataclasses.replace(problem.core_team, least_people=np.array([7.0, 1.0]))
    with pytest.raises(PlanError) as raised:
        solve(dataclasses.replace(problem, core_team=easier))
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.message == "no plan keeps this limit: core team: at least 7 test_engineer at home"


@pytest.fixture(scope="module")
def impossible(tiny_problem: Tiny) -> list[Problem]:
    """Tiny problems that have no plan."""
    problems = [tiny_problem(seed) for seed in range(40)]
    ends = [minimise(formulate(problem), gap=0.0, seconds=10.0).ending for problem in problems]
    return [problem for problem, end in zip(problems, ends, strict=True) if end is Ending.INFEASIBLE]


@pytest.mark.parametrize("number", range(5))
def test_a_conflict_is_irreducible(impossible: list[Problem], number: int) -> None:
    problem = impossible[number]
    program = formulate(problem)
    rules = conflict(problem, program, 30.0)
    assert rules
    for left_out in rules:
        low, high = program.row_lower.copy(), program.row_upper.copy()
        for family in program.row_blocks:
            if family.limit:
                low[family.index[family.index >= 0]] = -np.inf
                high[family.index[family.index >= 0]] = np.inf
        for rule in rules:
            if rule is not left_out:
                low[rule.rows], high[rule.rows] = program.row_lower[rule.rows], program.row_upper[rule.rows]
        assert conflict(problem, dataclasses.replace(program, row_lower=low, row_upper=high), 30.0) == ()


@pytest.mark.code("P001")
def test_every_package_without_a_way_is_named() -> None:
    problem = dataclasses.replace(_core_team_against_budget(), choices=_choices([False] * 4))
    with pytest.raises(PlanError) as raised:
        solve(problem)
    assert [(item.code, item.message) for item in raised.value.diagnostics] == [
        ("P001", "every option of `test` is blocked"),
        ("P001", "every option of `design` is blocked"),
    ]


@pytest.mark.code("P004")
def test_money_without_end_is_an_error() -> None:
    none, nobody = np.zeros((1, 1)), np.zeros(0, dtype=np.int64)
    unlimited = np.full((1, 1), np.inf)
    force = Workforce(
        skills=("engineer",),
        initial_people=np.zeros(1),
        demand_people=none,
        inflow=Entries.none(),
        attrition_new=np.zeros(1),
        attrition=np.zeros(1),
        recruit_limit=unlimited,
        recruit_eur=none + 1.0,
        redundancy_limit=unlimited,
        redundancy_eur=none - 5.0,
        surplus_limit=np.full(1, np.inf),
        surplus_eur=none,
        short_time_limit=none,
        short_time_share=0.0,
        short_time_eur=none,
        moves=Moves((), nobody, nobody, np.zeros((0, 1)), np.zeros(0), np.zeros((0, 1)), np.zeros(0)),
        posts=Posts((), nobody, np.zeros(0, dtype=bool), Entries.none(), np.zeros(0), np.zeros((0, 1))),
    )
    problem = Problem("mint", ("q",), np.ones(1), _choices([True] * 4), workforce=force)
    with pytest.raises(PlanError) as raised:
        solve(problem)
    assert [item.code for item in raised.value.diagnostics] == ["P004"]


def test_a_conflict_is_told_in_the_same_words_over_scenarios() -> None:
    """Two packages hold no six technicians, so the core team cannot stay, whatever the draw."""
    case = jiwar.read_case(jiwar.example("brake-validation"))
    few = tuple(one for one in case.work_packages if one.id in {"data-analysis", "documentation"})
    smaller = case.model_copy(
        update={
            "work_packages": few,
            "interactions": (),
            "sites": ("stuttgart", "cluj"),
            "engagements": ("provider",),
        }
    )
    options = jiwar.enumerate_options(smaller)
    told = []
    for scenarios in (None, 4):
        with pytest.raises(PlanError) as raised:
            jiwar.choose(options, scenarios=scenarios)
        told.append([item.message for item in raised.value.diagnostics])
    assert told[0] == told[1] == ["no plan keeps this limit: core team: at least 6 technician at home"]
