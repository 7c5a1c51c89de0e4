"""A plan says how much of each limit it uses, which options a limit keeps out, and what a rule costs."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable

import numpy as np
import pytest

from jiwar.planning import Problem, forbid, formulate, leave_out, price_of, solve, without_site
from jiwar.planning.explaining.explanation import LIMIT_FAMILIES
from jiwar.planning.highs import minimise
from jiwar.planning.problem import Choices, Sites

Tiny = Callable[[int], Problem]
SEEDS = range(40)


def _optimum(problem: Problem) -> float:
    """Return the least cost, inf when nothing fits, without asking why."""
    return minimise(formulate(problem), gap=0.0, seconds=60.0).objective_eur


@pytest.fixture(scope="module")
def optima(tiny_problem: Tiny) -> list[tuple[Problem, float]]:
    """Some tiny problems with their optima, inf where there is no plan."""
    return [(tiny_problem(seed), _optimum(tiny_problem(seed))) for seed in SEEDS]


@pytest.fixture(scope="module")
def possible(optima: list[tuple[Problem, float]]) -> list[tuple[Problem, float]]:
    """Those that have a plan."""
    return [(problem, cost) for problem, cost in optima if math.isfinite(cost)]


ELSEWHERE = {"quarter_cash", "site_share", "engagement_share", "span"}
"""Families that these problems do not have; `test_cash_and_ratios` holds the same of them."""


@pytest.mark.parametrize("family", sorted(set(LIMIT_FAMILIES) - ELSEWHERE))
def test_a_rule_never_earns_money_and_matters_somewhere(
    optima: list[tuple[Problem, float]], family: str
) -> None:
    freed = [_optimum(leave_out(problem, family)) for problem, _ in optima]
    changes = [(cost, free) for (_, cost), free in zip(optima, freed, strict=True) if cost != free]
    assert all(cost > free - 1e-3 for cost, free in changes)
    assert any(cost > free + 1e-3 for cost, free in changes)


def test_the_price_of_a_rule_on_a_problem_done_by_hand() -> None:
    """Two sites cost 50 + 40, one site 50 + 70: the rule of one site costs 30."""
    choices = Choices(
        packages=("design", "test"),
        names=("design@home", "design@a", "test@home", "test@a", "test@b"),
        package=np.array([0, 0, 1, 1, 1]),
        allowed=np.ones(5, dtype=bool),
        cost_eur=np.array([100.0, 50, 100, 70, 40]),
    )
    sites = Sites(
        names=("a", "b"),
        site=np.array([-1, 0, -1, 0, 1]),
        unit_from=np.full(5, -1),
        people=np.ones((5, 1)),
        opening_eur=np.zeros((2, 1)),
        running_eur=np.zeros((2, 1)),
        minimum_team_people=np.zeros(2),
        settling_periods=0,
        capacity_people=np.full(2, np.inf),
        max_sites=1,
    )
    problem = Problem("by hand", ("q",), np.ones(1), choices, sites=sites)
    plan = solve(problem, gap=0.0)
    assert plan.names == ("design@a", "test@a")
    assert price_of(problem, plan, "number_of_sites") == pytest.approx(30.0)
    (limit,) = plan.limits
    assert (limit.name, limit.used, limit.available) == ("at most 1 site outside home", 1.0, 1.0)
    assert limit.binding
    assert limit.holds_back == ("test@b",)


def test_a_plan_without_a_site_does_not_use_it(possible: list[tuple[Problem, float]]) -> None:
    compared = 0
    for problem, cost in possible:
        assert problem.sites is not None
        if math.isfinite(_optimum(without_site(problem, "a"))):
            plan = solve(without_site(problem, "a"), gap=0.0)
            compared += 1
            assert not np.any(problem.sites.site[list(plan.chosen)] == 0)
            assert plan.objective_eur >= cost - 1e-3
    assert compared > 5


def test_an_unknown_site_or_family_is_an_error(tiny_problem: Tiny) -> None:
    with pytest.raises(ValueError, match="`nowhere` is not a site"):
        without_site(tiny_problem(0), "nowhere")
    with pytest.raises(KeyError):
        leave_out(tiny_problem(0), "weather")


def test_a_held_back_option_comes_in_when_its_limit_is_lifted(possible: list[tuple[Problem, float]]) -> None:
    """Lifting the limit that alone keeps a cheaper option out leaves a plan that is not dearer, often cheaper."""
    cheaper = total = 0
    for problem, cost in possible:
        for limit in solve(problem, gap=0.0).limits:
            if limit.holds_back:
                total += 1
                cheaper += _optimum(leave_out(problem, limit.family)) < cost - 1e-3
    assert total >= 10
    assert cheaper >= total / 2


def test_limits_state_use_and_room(possible: list[tuple[Problem, float]]) -> None:
    seen = set()
    for problem, _ in possible:
        for limit in solve(problem, gap=0.0).limits:
            seen.add(limit.family)
            left = limit.used - limit.available if limit.at_least else limit.available - limit.used
            assert left >= -1e-4 * (1 + abs(limit.available))
            assert limit.binding == (left <= 1e-4 * (1 + abs(limit.available)))
            assert limit.name
    assert seen == {
        *("hiring", "number_of_sites", "minimum_team", "capacity", "core_team", "concentration"),
        *("redundancies", "budget"),
    }


def test_tightening_to_the_use_makes_a_limit_bind(possible_problem: Problem) -> None:
    problem = possible_problem
    plan = solve(problem, gap=0.0)
    (core,) = (limit for limit in plan.limits if limit.family == "core_team")
    assert problem.core_team is not None
    tight = dataclasses.replace(problem.core_team, least_people=np.array([core.used]))
    again = solve(dataclasses.replace(problem, core_team=tight), gap=0.0)
    (bound,) = (limit for limit in again.limits if limit.family == "core_team")
    assert bound.binding
    assert again.objective_eur == pytest.approx(plan.objective_eur)


def test_forbidden_options_are_not_chosen(possible_problem: Problem) -> None:
    problem = possible_problem
    plan = solve(problem, gap=0.0)
    mask = np.zeros(12, dtype=bool)
    mask[plan.chosen[0]] = True
    assert plan.chosen[0] not in solve(forbid(problem, mask), gap=0.0).chosen
