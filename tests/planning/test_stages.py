"""Pilots that may grow at a gate, and what waiting for a gate is worth."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest

import jiwar
from jiwar.cli.stage_words import what_later
from jiwar.options import Options, with_stages
from jiwar.planning import (
    PricedScenarios,
    UncertainProblem,
    Waiting,
    check_uncertain_plan,
    forbid,
    grown_cost,
    plan_from_json,
    plan_to_json,
    problem_of,
    settle_growth,
    solve_uncertain,
    value_of_waiting,
)
from jiwar.planning.explaining.information import wait_and_see
from jiwar.planning.of_case.stage_limits import at_worst, courses, dearest_cash, freed_in_the_mean
from jiwar.planning.of_case.stages import stages_of, with_stages_told
from jiwar.planning.problem import Choices, Problem
from jiwar.report.home_of_plan import people_freed
from jiwar.risk import price_futures

SCENARIOS = 24


@pytest.fixture(scope="module")
def staged() -> Options:
    """The options of the demo case with staged ones behind them."""
    options = jiwar.enumerate_options(jiwar.read_case(jiwar.example("brake-validation")))
    return with_stages(options)


@pytest.fixture(scope="module")
def priced(staged: Options) -> PricedScenarios:
    """A few scenarios of them."""
    return price_futures(staged, scenarios=SCENARIOS, seed=5)


def test_each_scenario_takes_the_cheapest_course() -> None:
    pilot, leaves = np.array([[10.0, 10.0, 10.0]]), np.array([[-1, 1, 0]], dtype=np.int8)
    grown = np.array([[[9.0, 11.0, 8.0], [12.0, np.inf, 7.0]]])
    cost, left, grows = settle_growth(pilot, grown, leaves)
    assert cost.tolist() == [[9.0, 10.0, 7.0]]
    assert left.tolist() == [[-1, 1, -1]]
    assert grows.tolist() == [[0, -1, 1]]


def test_growing_is_a_second_move_in_the_place_of_work_at_home() -> None:
    cost = grown_cost(np.array([100.0]), np.array([60.0]), np.array([80.0]), 0.5)
    assert cost.tolist() == [90.0]


def test_a_staged_option_begins_as_its_pilot_and_grows_at_a_start_after_the_gate(staged: Options) -> None:
    assert len({option.id for option in staged.items}) == len(staged)
    assert staged.growths
    for growth in staged.growths:
        option, pilot = staged.items[growth.option], staged.items[growth.pilot]
        assert option.index == growth.option
        assert dataclasses.replace(option, grows_to=0.0, index=pilot.index) == pilot
        for gate, index in zip(staged.growth_gates, growth.full, strict=True):
            if index < 0:
                continue
            full = staged.items[index]
            assert full.feasible
            assert (full.site, full.engagement, full.share) == (pilot.site, pilot.engagement, option.grows_to)
            assert full.start is not None
            assert pilot.start is not None
            assert staged.horizon.index(pilot.start) < gate <= staged.horizon.index(full.start)
            assert growth.part == pytest.approx((full.share - pilot.share) / full.share)
    assert np.array_equal(
        staged.npv_eur[[one.option for one in staged.growths]],
        staged.npv_eur[[one.pilot for one in staged.growths]],
    )
    assert with_stages(staged) is staged


@pytest.mark.slow
def test_the_right_to_grow_never_costs_and_is_used_where_it_pays(
    staged: Options, priced: PricedScenarios
) -> None:
    assert priced.grows_at is not None
    assert priced.leaves_at is not None
    plain = len(staged) - len(staged.growths)
    assert np.all(priced.grows_at[:plain] == -1)
    for growth in staged.growths:
        own, pilot = priced.cost_eur[growth.option], priced.cost_eur[growth.pilot]
        grows = priced.grows_at[growth.option] >= 0
        assert np.all(own <= pilot)
        assert np.all((own < pilot) == grows)
        assert np.all(priced.leaves_at[growth.option][grows] == -1)
        assert np.array_equal(priced.leaves_at[growth.option][~grows], priced.leaves_at[growth.pilot][~grows])


def test_limits_hold_on_every_course(staged: Options) -> None:
    worst, extra = at_worst(staged), np.random.default_rng(3).normal(size=staged.people.shape)
    dearest = np.cumsum(dearest_cash(staged, extra), axis=1)
    away = [pool.site != staged.case.company.home for pool in staged.pools]
    for course in courses(staged, None):
        now, pilot, full, part = course.growth.option, course.growth.pilot, course.full, course.growth.part
        on, home = slice(course.quarter, None), course.growth.home
        more = staged.hires[pilot] + part * staged.hires[full]
        assert np.all(worst.hires[now][away][:, on] >= more[away][:, on] - 1e-9)
        assert np.all(worst.people[now, on] >= (staged.people[pilot] + part * staged.people[full])[on] - 1e-9)
        held = staged.home_held[pilot] + part * (staged.home_held[full] - staged.home_held[home])
        assert np.all(worst.home_held[now][:, on] <= np.maximum(held, 0.0)[:, on] + 1e-9)
        difference = part * (extra[full] - extra[home])
        difference[: course.quarter] = 0.0
        assert np.all(dearest[now] >= np.cumsum(extra[pilot]) - 1e-9)
        assert np.all(dearest[now] >= np.cumsum(extra[pilot] + difference) - 1e-9)


@pytest.mark.slow
def test_people_freed_count_as_often_as_pilots_grow(staged: Options, priced: PricedScenarios) -> None:
    freed = freed_in_the_mean(staged, priced)
    for growth in staged.growths:
        extra = sum(
            one.chance * one.growth.part * staged.released[one.full][:, one.quarter :].sum()
            for one in courses(staged, priced)
            if one.growth is growth
        )
        assert freed[growth.option].sum() == pytest.approx(staged.released[growth.pilot].sum() + extra)


@pytest.mark.slow
def test_a_plan_takes_a_pilot_says_what_becomes_of_it_and_is_checked(
    staged: Options, priced: PricedScenarios
) -> None:
    package = "test-automation"
    problem = problem_of(staged, priced)
    others = np.array(
        [
            option.site != "rabat" or option.grows_to == 0.0
            if option.work_package == package
            else not option.engagement.stays
            for option in staged.items
        ]
    )
    free = dataclasses.replace(forbid(problem, others), budget=None)
    if free.sites is not None:
        nobody = np.zeros_like(free.sites.minimum_team_people)
        free = dataclasses.replace(free, sites=dataclasses.replace(free.sites, minimum_team_people=nobody))
    uncertain = UncertainProblem.of(free, priced, risk_weight=0.2, tail=0.25)
    plan = solve_uncertain(uncertain, gap=0.01)
    assert check_uncertain_plan(uncertain, plan) == ()
    assert [staged.items[index].work_package for index in plan.chosen] == list(free.choices.packages)
    told = with_stages_told(staged, priced, plan)
    assert told.uncertainty is not None
    (stage,) = told.uncertainty.stages
    assert stage.work_package == package
    assert stage.stays + stage.leaves + sum(one.probability for one in stage.grows) == pytest.approx(1.0)
    planned = freed_in_the_mean(staged, priced)[list(plan.chosen)].sum()
    assert people_freed(staged, told) == pytest.approx(planned)  # the paper counts as planning does
    again = plan_from_json(plan_to_json(told)).uncertainty
    assert again is not None
    assert again.stages == (stage,)
    waiting = Waiting("2028-01", -9e5, -5e5, 1e5, SCENARIOS)
    sentences = list(what_later(staged, dataclasses.replace(told.uncertainty, waiting=waiting)))
    assert sentences[0].startswith("Pilot 50% of Test automation from ")
    assert "at the gate 2028-01 grow to 100% from 2028-04" in sentences[0]
    assert sentences[-1].endswith("do not wait.")


@pytest.mark.slow
def test_signs_are_the_numbers_that_lie_furthest_apart(staged: Options, priced: PricedScenarios) -> None:
    growth = staged.growths[0]
    grows_at = np.full((len(staged), SCENARIOS), -1, dtype=np.int8)
    grows_at[growth.option, ::2] = max(place for place, full in enumerate(growth.full) if full >= 0)
    noise = np.tile([0.0, 0.0, 1.0, 1.0], SCENARIOS // 4)
    drawn = {"telling": noise - 4.0 * (grows_at[growth.option] >= 0), "silent": noise}
    (stage,) = stages_of(
        staged, dataclasses.replace(priced, grows_at=grows_at, drawn=drawn), (growth.option,)
    )
    (sign,) = stage.signs
    assert sign.key == "telling"
    assert sign.grows - sign.otherwise == pytest.approx(-4.0)
    assert sign.apart == pytest.approx(8.0)


def test_waiting_is_worth_what_trying_everything_says() -> None:
    generator = np.random.default_rng(8)
    packages, ways, scenarios = 2, 3, 5
    cost = generator.uniform(1.0, 9.0, (packages * ways, scenarios))
    names = tuple(f"{package}-{way}" for package in range(packages) for way in range(ways))
    package = np.repeat(np.arange(packages), ways)
    choices = Choices(("a", "b"), names, package, np.ones(6, dtype=bool), cost.mean(axis=1))
    problem = Problem("tiny", ("q",), np.ones(1), choices)
    uncertain = UncertainProblem(problem, np.full(scenarios, 0.2), cost)
    early = np.array([False, True, False] * packages)
    plan = solve_uncertain(uncertain, gap=0.0)
    found = value_of_waiting(uncertain, plan, early, "gate")
    pairs = list(itertools.product((0, 2), (3, 5)))
    fixed = min(cost[list(pair)].sum(axis=0).mean() for pair in pairs)
    known = np.min([cost[list(pair)].sum(axis=0) for pair in pairs], axis=0).mean()
    now = min(cost[[one, two]].sum(axis=0).mean() for one in range(3) for two in range(3, 6))
    assert found.least_eur == pytest.approx(now - fixed, rel=0.02)
    assert found.most_eur == pytest.approx(now - known)
    assert found.error_eur == 0.0
    later = dataclasses.replace(uncertain, problem=forbid(problem, early))
    assert wait_and_see(later).mean() == pytest.approx(known)


def test_who_may_never_start_later_cannot_wait() -> None:
    choices = Choices(("a",), ("now",), np.zeros(1, dtype=np.int64), np.ones(1, dtype=bool), np.ones(1))
    uncertain = UncertainProblem(
        Problem("tiny", ("q",), np.ones(1), choices), np.full(2, 0.5), np.ones((1, 2))
    )
    found = value_of_waiting(uncertain, solve_uncertain(uncertain), np.array([True]), "gate")
    assert found.least_eur is None
    assert found.most_eur == -np.inf
