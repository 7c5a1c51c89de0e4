"""Plans under uncertainty: against trying all plans, against an independent formulation, and against theory."""

from __future__ import annotations

import dataclasses
import importlib
import itertools
import math
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiwar.planning import (
    PlanError,
    Problem,
    Shortage,
    Status,
    UncertainProblem,
    check_uncertain_plan,
    evpi,
    expected_value_plan,
    plan_from_json,
    plan_to_json,
    skill_prices,
    solve_uncertain,
    vss,
    wait_and_see,
)
from jiwar.planning.checking.check_uncertain import scenario_costs
from jiwar.planning.explaining.information import cost_of_choice, with_knowledge, with_staying
from jiwar.planning.tails import worst_mean, worst_weights

Tiny = Callable[[int], Problem]
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def _load(name: str) -> ModuleType:
    if str(BENCHMARKS) not in sys.path:
        sys.path.append(str(BENCHMARKS))
    return importlib.import_module(name)


@pytest.fixture(scope="session")
def cases() -> ModuleType:
    return _load("uncertain_cases")


def uncertain_of(
    problem: Problem, seed: int, *, risk_weight: float = 0.4, scenarios: int = 5
) -> UncertainProblem:
    """Give a problem scenarios: costs of its options, labour markets and prices move."""
    draw = np.random.default_rng(seed)
    assert problem.hiring is not None
    pools, periods = problem.hiring.limit_people.shape
    probability = draw.uniform(0.5, 1.5, scenarios)
    luck = draw.lognormal(0.0, 0.25, (len(problem.choices.names), scenarios))
    return UncertainProblem(
        problem,
        probability / probability.sum(),
        problem.choices.cost_eur[:, None] * luck,
        Shortage(
            draw.uniform(5, 40, (pools, periods)),
            draw.lognormal(-0.1, 0.4, (pools, scenarios)),
            draw.lognormal(0.0, 0.1, (pools, scenarios)),
        ),
        {
            "coordination": draw.uniform(0.5, 1.5, scenarios),
            "site_opening/a": draw.uniform(0.5, 1.5, scenarios),
            "site_running": draw.uniform(0.5, 1.5, scenarios),
        },
        risk_weight,
        0.3,
    )


def cheapest_by_enumeration(uncertain: UncertainProblem) -> float:
    """Return the least objective over all choices, each completed on its own by one linear program."""
    choices = uncertain.problem.choices
    ways = [
        np.flatnonzero((choices.package == package) & choices.allowed)
        for package in range(len(choices.packages))
    ]
    best = math.inf
    for picked in itertools.product(*ways):
        costs = cost_of_choice(uncertain, tuple(int(option) for option in picked))
        if np.isfinite(costs).all():
            expected = float(uncertain.probability @ costs)
            worst = worst_mean(costs, uncertain.probability, uncertain.tail)
            weight = uncertain.risk_weight
            best = min(best, (1.0 - weight) * expected + weight * worst)
    return best


@pytest.mark.parametrize("seed", range(12))
def test_search_and_enumeration_agree(tiny_problem: Tiny, seed: int) -> None:
    uncertain = uncertain_of(tiny_problem(seed), seed)
    best = cheapest_by_enumeration(uncertain)
    if math.isinf(best):
        with pytest.raises(PlanError) as raised:
            solve_uncertain(uncertain, gap=0.0)
        assert [item.code for item in raised.value.diagnostics] == ["P002"]
        return
    plan = solve_uncertain(uncertain, gap=0.0)
    assert plan.objective_eur == pytest.approx(best, rel=1e-6)
    assert plan.bound_eur == pytest.approx(best, rel=1e-5)
    assert check_uncertain_plan(uncertain, plan) == ()


@pytest.mark.slow
@pytest.mark.parametrize("risk_weight", [0.0, 0.4])
def test_search_and_extensive_form_agree(tiny_problem: Tiny, risk_weight: float) -> None:
    extensive = _load("extensive_form")
    compared = 0
    for seed in range(5):
        problem = tiny_problem(seed)
        assert problem.sites is not None
        roomy = np.full_like(problem.sites.capacity_people, np.inf)
        problem = dataclasses.replace(
            problem, sites=dataclasses.replace(problem.sites, capacity_people=roomy)
        )
        uncertain = uncertain_of(problem, seed, risk_weight=risk_weight)
        reference = extensive.solve(extensive.write(uncertain), gap=0.0, seconds=60.0)
        if math.isinf(reference.objective_eur):
            continue
        plan = solve_uncertain(uncertain, gap=0.0)
        assert plan.objective_eur == pytest.approx(reference.objective_eur, rel=1e-6)
        compared += 1
    assert compared >= 2


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_knowing_costs_least_and_the_plan_for_the_mean_most(seed: int, tiny_problem: Tiny) -> None:
    uncertain = uncertain_of(tiny_problem(seed % 60), seed, risk_weight=0.0, scenarios=3)
    try:
        plan = solve_uncertain(uncertain, gap=0.0)
    except PlanError:
        return
    knowing = float(uncertain.probability @ wait_and_see(uncertain))
    _, costs = expected_value_plan(uncertain)
    slack = 1e-5 * (1.0 + abs(plan.objective_eur))
    assert knowing <= plan.objective_eur + slack
    assert plan.objective_eur <= float(uncertain.probability @ costs) + slack
    assert evpi(uncertain, plan) >= -slack
    assert vss(uncertain, plan) >= -slack
    told = with_knowledge(uncertain, plan).uncertainty
    assert told is not None
    assert told.knowledge is not None
    assert told.knowledge.error_eur == 0.0  # all three scenarios are looked at
    assert told.knowledge.knowing_most_eur >= evpi(uncertain, plan) - slack
    if told.knowledge.mean_plan_extra_eur is not None:
        assert told.knowledge.mean_plan_extra_eur >= vss(uncertain, plan) - 0.02 * abs(plan.objective_eur)


def test_more_aversion_to_risk_trades_the_mean_for_the_worst_tail(cases: ModuleType) -> None:
    plans = [
        solve_uncertain(cases.generate(cases.Size(6, 4, 10, 40, 3), seed=3, risk_weight=weight), gap=1e-6)
        for weight in (0.0, 0.9)
    ]
    neutral, averse = (plan.uncertainty for plan in plans)
    assert neutral is not None
    assert averse is not None
    assert averse.expected_eur >= neutral.expected_eur - 1.0
    assert averse.worst_eur <= neutral.worst_eur + 1.0
    assert plans[0].chosen != plans[1].chosen


def test_scenarios_all_alike_give_the_plan_of_one(cases: ModuleType) -> None:
    uncertain = cases.generate(cases.Size(5, 3, 10, 6, 3), seed=2, risk_weight=0.5)
    alike = dataclasses.replace(
        uncertain,
        cost_eur=np.repeat(uncertain.cost_eur[:, :1], 6, axis=1),
        prices={},
        shortage=dataclasses.replace(
            uncertain.shortage,
            market=np.ones_like(uncertain.shortage.market),
            need=np.ones_like(uncertain.shortage.need),
        ),
    )
    plan = solve_uncertain(alike, gap=1e-6)
    assert plan.uncertainty is not None
    assert plan.uncertainty.expected_eur == pytest.approx(plan.uncertainty.worst_eur)
    assert np.ptp(plan.uncertainty.cost_by_scenario_eur) == pytest.approx(0.0, abs=1e-3)


def test_a_plan_is_kept_in_a_file_and_checked_again(cases: ModuleType) -> None:
    uncertain = cases.generate(cases.Size(5, 3, 10, 20, 3), seed=4)
    plan = with_knowledge(uncertain, solve_uncertain(uncertain, gap=0.005))
    plan = with_staying(uncertain, plan, plan.chosen)
    again = plan_from_json(plan_to_json(plan))
    assert again.uncertainty is not None
    assert again.uncertainty.staying_by_scenario_eur is not None
    assert check_uncertain_plan(uncertain, again) == ()
    assert plan_to_json(again) == plan_to_json(plan)


def test_staying_costs_what_its_own_plan_costs(tiny_problem: Tiny) -> None:
    """The plan itself in the place of staying: the same cost in every scenario; beyond the limits: nothing is told."""
    told = 0
    for seed in range(12):
        uncertain = uncertain_of(tiny_problem(seed), seed, risk_weight=0.3, scenarios=3)
        try:
            plan = solve_uncertain(uncertain, gap=0.0)
        except PlanError:
            continue
        found = with_staying(uncertain, plan, plan.chosen).uncertainty
        assert found is not None
        assert found.staying_by_scenario_eur is not None
        mean = float(uncertain.probability @ found.staying_by_scenario_eur)
        assert mean <= found.expected_eur + 1e-5 * (
            1.0 + abs(mean)
        )  # the rest is the best for the mean alone
        told += 1
    assert told >= 3


def test_the_checker_sees_wrong_figures(cases: ModuleType) -> None:
    uncertain = cases.generate(cases.Size(5, 3, 10, 20, 3), seed=4)
    plan = solve_uncertain(uncertain, gap=0.005)
    found = plan.uncertainty
    assert found is not None
    wrong = {
        "expected": dataclasses.replace(found, expected_eur=found.expected_eur * 0.999),
        "worst": dataclasses.replace(found, worst_eur=found.worst_eur * 0.999),
        "scenarios": dataclasses.replace(found, cost_by_scenario_eur=found.cost_by_scenario_eur * 0.999),
        "": dataclasses.replace(found, load_people=np.zeros_like(found.load_people)),
    }
    for scope, uncertainty in wrong.items():
        faults = check_uncertain_plan(uncertain, dataclasses.replace(plan, uncertainty=uncertainty))
        assert scope in {fault.scope for fault in faults}
    lower = dataclasses.replace(plan, bound_eur=plan.objective_eur * 1.01)
    assert "gap" in {fault.family for fault in check_uncertain_plan(uncertain, lower)}


def test_a_skill_is_worth_what_a_little_more_of_it_saves(cases: ModuleType) -> None:
    uncertain = cases.generate(cases.Size(6, 3, 10, 30, 3), seed=4, risk_weight=0.3)
    plan = solve_uncertain(uncertain, gap=0.01)
    worth = skill_prices(uncertain, plan)
    pool, period = np.unravel_index(int(worth.argmax()), worth.shape)
    assert worth[pool, period] > 0
    hiring, little = uncertain.problem.hiring, 1e-5
    limit = hiring.limit_people.copy()
    limit[pool, period] += little
    problem = dataclasses.replace(uncertain.problem, hiring=dataclasses.replace(hiring, limit_people=limit))
    costs = [
        scenario_costs(dataclasses.replace(uncertain, problem=one), plan)
        for one in (uncertain.problem, problem)
    ]
    weights = worst_weights(costs[0], uncertain.probability, uncertain.tail)
    mixed = 0.7 * uncertain.probability + 0.3 * weights
    saved = float(mixed @ (costs[0] - costs[1])) / little
    assert saved == pytest.approx(worth[pool, period], rel=1e-3)


def test_the_same_problem_gives_the_same_plan_and_proof(cases: ModuleType) -> None:
    uncertain = cases.generate(cases.Size(7, 4, 10, 30, 3), seed=5)
    first, second = (solve_uncertain(uncertain, gap=0.001) for _ in range(2))
    assert first.chosen == second.chosen
    assert first.objective_eur == second.objective_eur
    assert first.bound_eur == second.bound_eur


def test_whoever_watches_may_stop_the_search_and_keeps_the_best_plan(cases: ModuleType) -> None:
    uncertain = cases.generate(cases.Size(10, 5, 12, 40, 4), seed=6)
    seen = []

    def watch(state: object) -> None:
        seen.append(state)
        if getattr(state, "objective_eur", None) is not None:
            raise KeyboardInterrupt

    plan = solve_uncertain(uncertain, gap=0.0, progress=watch)
    assert plan.status is Status.INTERRUPTED
    assert 0 < plan.gap < 0.2
    assert plan.bound_eur < plan.objective_eur
    assert check_uncertain_plan(uncertain, plan) == ()


def test_when_time_runs_out_the_bound_holds(cases: ModuleType) -> None:
    uncertain = cases.generate(cases.Size(12, 5, 12, 30, 4), seed=7)
    plan = solve_uncertain(uncertain, gap=0.0, seconds=2.5)
    better = solve_uncertain(uncertain, gap=0.01, seconds=60.0)
    assert plan.status is Status.FEASIBLE
    assert plan.bound_eur <= better.objective_eur
    assert check_uncertain_plan(uncertain, plan) == ()


@pytest.mark.code("P001")
def test_a_package_without_options_is_named(tiny_problem: Tiny) -> None:
    problem = tiny_problem(3)
    nothing = dataclasses.replace(
        problem.choices, allowed=problem.choices.allowed & (problem.choices.package != 1)
    )
    with pytest.raises(PlanError, match="p1"):
        solve_uncertain(uncertain_of(dataclasses.replace(problem, choices=nothing), 1))


@pytest.mark.code("P002")
def test_limits_in_conflict_are_named(cases: ModuleType) -> None:
    uncertain = cases.generate(cases.Size(5, 3, 10, 10, 3), seed=8)
    core = uncertain.problem.core_team
    impossible = dataclasses.replace(core, least_people=core.least_people * 100)
    problem = dataclasses.replace(uncertain.problem, core_team=impossible)
    with pytest.raises(PlanError) as raised:
        solve_uncertain(dataclasses.replace(uncertain, problem=problem))
    assert [item.code for item in raised.value.diagnostics] == ["P002"]
    assert "core team" in raised.value.diagnostics[0].message


def test_arrays_that_do_not_fit_are_all_named(tiny_problem: Tiny) -> None:
    uncertain = uncertain_of(tiny_problem(0), 0)
    with pytest.raises(ValueError, match=r"cost_eur has shape.*prices\[coordination\]"):
        dataclasses.replace(
            uncertain, cost_eur=uncertain.cost_eur[:, :-1], prices={"coordination": np.ones(2)}
        )
    with pytest.raises(ValueError, match="sum to 2"):
        dataclasses.replace(uncertain, probability=uncertain.probability * 2)
    with pytest.raises(ValueError, match="no shared lines are called coffee"):
        dataclasses.replace(uncertain, prices={"coffee": np.ones(5)})


@given(
    total=st.lists(st.floats(-100, 100), min_size=1, max_size=30),
    tail=st.floats(0.01, 1.0),
    seed=st.integers(0, 99),
)
def test_the_worst_mean_is_what_its_definition_says(total: list[float], tail: float, seed: int) -> None:
    cost = np.array(total)
    probability = np.random.default_rng(seed).uniform(0.1, 1.0, len(cost))
    probability /= probability.sum()
    weight = worst_weights(cost, probability, tail)
    assert weight.sum() == pytest.approx(1.0)
    assert np.all(weight <= probability / tail + 1e-12)
    thresholds = cost + np.maximum(cost[None, :] - cost[:, None], 0.0) @ probability / tail
    assert worst_mean(cost, probability, tail) == pytest.approx(float(thresholds.min()), abs=1e-6)
