"""The options of the demo case become a problem whose plan keeps the words of the case."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

import jiwar
from jiwar.options import Engagement, Option, Options
from jiwar.options.pricing import BUILD_MONTHS
from jiwar.planning import (
    Plan,
    PlanError,
    Problem,
    check_plan,
    choose,
    insist_on,
    plan_from_json,
    plan_to_json,
    problem_of,
    solve,
)
from jiwar.planning.of_case.whereabouts import whereabouts_of
from jiwar.planning.problem import NEVER


@pytest.fixture(scope="module")
def options() -> Options:
    """All options of the demo case."""
    return jiwar.enumerate_options(jiwar.read_case(jiwar.example("brake-validation")))


@pytest.fixture(scope="module")
def problem(options: Options) -> Problem:
    """What planning has to decide about them."""
    return problem_of(options)


@pytest.fixture(scope="module")
def plan(options: Options) -> Plan:
    """The demo's plan."""
    return choose(options)


def _start_quarter(options: Options, option: Option) -> int:
    assert option.start is not None
    return options.horizon.index(option.start) // 3


def test_the_plan_keeps_every_rule_and_says_what_it_rests_on(
    options: Options, problem: Problem, plan: Plan
) -> None:
    assert check_plan(problem, plan) == ()
    assert plan.gap <= 0.005
    assert plan.names == tuple(options.items[index].id for index in plan.chosen)
    assert not any(options.items[index].blocked for index in plan.chosen)
    assert plan.record is not None
    assert plan.record.case_hash == options.case.hash
    assert plan.record.settings == {"gap": 0.005, "seconds": 60.0}


def test_a_plan_survives_being_saved(plan: Plan) -> None:
    read = plan_from_json(plan_to_json(plan))
    assert plan_to_json(read) == plan_to_json(plan)
    assert read.openings == plan.openings
    assert read.record == plan.record


def test_periods_are_the_quarters_of_the_horizon(problem: Problem) -> None:
    assert problem.periods[0] == "2027-Q1"
    assert problem.periods[-1] == "2031-Q4"
    assert len(problem.periods) == 20
    assert np.all(np.diff(problem.discount) < 0)


def test_staying_with_everything_costs_what_staying_costs(options: Options, problem: Problem) -> None:
    for option in options.staying():
        problem = insist_on(problem, option)
    plan = solve(problem, gap=0.0)
    assert plan.chosen == options.staying()
    assert plan.objective_eur == pytest.approx(options.npv_eur[list(plan.chosen)].sum())
    assert all(not amounts.any() for amounts in plan.shared_eur.values())


def test_staying_wins_when_moving_is_dear(options: Options) -> None:
    moving = np.array([not option.engagement.stays for option in options.items])
    dear = dataclasses.replace(options, npv_eur=options.npv_eur + 1e7 * moving)
    assert choose(dear, gap=0.0).chosen == options.staying()


def test_the_budget_counts_from_staying(options: Options, problem: Problem) -> None:
    budget = problem.budget
    assert budget is not None
    assert budget.limit_eur == 2.5e6
    assert not budget.extra_cash_eur[list(options.staying())].any()
    index = next(option.index for option in options.items if not option.engagement.stays)
    stay = options.staying()[problem.choices.package[index]]
    difference = options.cash_eur[index].sum() - options.cash_eur[stay].sum()
    assert budget.extra_cash_eur[index].sum() == pytest.approx(difference)


def test_units_are_needed_from_the_start_or_the_handover(options: Options, problem: Problem) -> None:
    assert problem.sites is not None
    for option in options.items:
        first = problem.sites.unit_from[option.index]
        if option.engagement is Engagement.CAPTIVE:
            assert first == _start_quarter(options, option)
        elif option.engagement is Engagement.BUILD_OPERATE_TRANSFER:
            handover = _start_quarter(options, option) + BUILD_MONTHS // 3
            assert first == (handover if handover < 20 else -1)
        else:
            assert first == -1


def test_people_are_at_home_before_the_start_and_split_after_it(options: Options) -> None:
    where = whereabouts_of(options)
    assert where.shares.sum(axis=1) == pytest.approx(np.ones(len(where.names)))
    home = where.names.index("stuttgart")
    for option in options.items[::7]:
        locations = [where.names[at] for at in where.location[option.index]]
        if option.engagement.stays:
            assert set(locations) == {"stuttgart"}
            continue
        start = _start_quarter(options, option)
        split = option.site if option.share == 1 else f"{option.share:.0%} {option.site}"
        assert all(at == home for at in where.location[option.index, :start])
        assert locations[start:] == [split] * (20 - start)


def test_talk_between_halves_costs_half(options: Options, problem: Problem) -> None:
    talk = problem.communication
    assert talk is not None
    home, site, half = (talk.locations.index(name) for name in ("stuttgart", "krakow", "50% krakow"))
    apart = options.interaction_eur["stuttgart", "krakow"]
    assert talk.cost_eur_per_unit[home, site] == pytest.approx(apart)
    assert talk.cost_eur_per_unit[half, half] == pytest.approx(apart / 2)
    assert talk.cost_eur_per_unit[home, half] == pytest.approx(apart / 2)
    assert not talk.cost_eur_per_unit[home, home].any()
    assert not talk.cost_eur_per_unit[site, site].any()


def test_packages_wait_for_those_they_come_after(options: Options, problem: Problem) -> None:
    order = problem.precedence
    assert order is not None
    (pair,) = order.pairs
    assert [problem.choices.packages[at] for at in pair] == ["hil-software", "test-automation"]
    for option in options.items:
        if option.start is None:
            assert order.start[option.index] == NEVER
        else:
            assert (
                order.moved[option.index] > order.start[option.index] == options.horizon.index(option.start)
            )


def test_people_freed_are_the_only_inflow_and_redundancies_follow_the_case(
    options: Options, problem: Problem
) -> None:
    force = problem.workforce
    assert force is not None
    assert not force.redundancy_limit.any()
    assert force.inflow.amount.sum() == pytest.approx(options.released.sum())
    standing = dict(zip(force.posts.names, force.posts.standing_people, strict=True))
    assert standing["open post: test_engineer"] == 4.0
    allowed = options.case.limits.model_copy(update={"redundancies": "allowed"})
    case = options.case.model_copy(update={"limits": allowed})
    other = problem_of(dataclasses.replace(options, case=case)).workforce
    assert other is not None
    assert np.isinf(other.redundancy_limit).all()


def test_contradicting_limits_of_a_case_are_named(options: Options) -> None:
    limits = options.case.limits.model_copy(update={"budget_eur": -1e9})
    case = options.case.model_copy(update={"limits": limits})
    with pytest.raises(PlanError) as raised:
        choose(dataclasses.replace(options, case=case))
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.code == "P002"
    assert "budget: at most -1,000,000,000 EUR" in diagnostic.message


def test_insisting_on_what_the_labour_market_forbids_names_the_labour_market(
    options: Options, problem: Problem
) -> None:
    assert problem.hiring is not None
    hiring = dataclasses.replace(problem.hiring, limit_people=0.05 * problem.hiring.limit_people)
    beyond = hiring.hires.amount > hiring.limit_people[hiring.hires.key, hiring.hires.period] + 0.1
    outside = hiring.skill[hiring.hires.key] < 0
    free = [
        option
        for option in hiring.hires.option[beyond & outside].tolist()
        if problem.choices.allowed[option] and options.items[option].work_package == "test-automation"
    ]
    option = free[0]
    smaller = dataclasses.replace(problem, hiring=hiring)
    with pytest.raises(PlanError) as raised:
        solve(insist_on(smaller, option))
    (diagnostic,) = raised.value.diagnostics
    assert "the labour market gives at most" in diagnostic.message
    assert options.items[option].site in diagnostic.message


def test_shared_cost_by_month_adds_up(plan: Plan) -> None:
    by_month = plan.shared_by_month()
    assert {line: amounts.shape for line, amounts in by_month.items()} == dict.fromkeys(
        plan.shared_eur, (60,)
    )
    for line, amounts in plan.shared_eur.items():
        assert by_month[line].reshape(20, 3).sum(axis=1) == pytest.approx(amounts)
