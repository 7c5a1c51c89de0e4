"""Grants on steps and shared duties: against trying all plans, at the step itself, and before the checker."""

from __future__ import annotations

import dataclasses
import itertools
import math

import numpy as np
import pytest

from jiwar.planning import (
    Plan,
    Problem,
    UncertainProblem,
    check_plan,
    formulate,
    plan_from_json,
    plan_to_json,
    solve,
    solve_uncertain,
)
from jiwar.planning.entries import Entries
from jiwar.planning.highs import minimise
from jiwar.planning.plan import Claim
from jiwar.planning.problem import Budget, Choices, SharedDuties, Sites, Steps

PERIODS, PACKAGES, WAYS = 4, 3, 4
STAY, UNIT_A, UNIT_B_LATE, PROVIDER_A = range(WAYS)


def _problem(seed: int) -> Problem:
    """Three packages that stay, move to a unit at a or later at b, or to a provider at a."""
    draw = np.random.default_rng(seed)
    way, package = np.tile(np.arange(WAYS), PACKAGES), np.repeat(np.arange(PACKAGES), WAYS)
    size = draw.integers(3, 9, PACKAGES).astype(float)[package]
    start = np.select([way == UNIT_A, way == UNIT_B_LATE, way == PROVIDER_A], [0, 2, 1], PERIODS)
    people = np.where(np.arange(PERIODS) >= start[:, None], size[:, None], 0.0)
    needs = np.zeros((len(way), 2, PERIODS))
    for option in np.flatnonzero(way != STAY):
        needs[option, 0, start[option]] = 1.0
        needs[option, 1, start[option]] = float(way[option] != PROVIDER_A)
    return Problem(
        name=f"steps {seed}",
        periods=tuple(f"t{period}" for period in range(PERIODS)),
        discount=np.power(0.95, np.arange(PERIODS, dtype=np.float64)),
        choices=Choices(
            tuple(f"p{number}" for number in range(PACKAGES)),
            tuple(f"p{number}@{one}" for number in range(PACKAGES) for one in range(WAYS)),
            package,
            draw.uniform(size=len(way)) < np.where(way == STAY, 1.1, 0.85),
            draw.uniform(50, 150, len(way)),
        ),
        sites=Sites(
            names=("a", "b"),
            site=np.select([way == STAY, way == UNIT_B_LATE], [-1, 1], 0),
            unit_from=np.select([way == UNIT_A, way == UNIT_B_LATE], [0, 2], -1),
            people=people,
            opening_eur=np.repeat(draw.uniform(10, 60, (2, 1)), PERIODS, axis=1),
            running_eur=draw.uniform(1, 5, (2, PERIODS)),
            minimum_team_people=np.zeros(2),
            settling_periods=1,
            capacity_people=np.full(2, math.inf),
            max_sites=None,
        ),
        budget=Budget(float(draw.uniform(0, 150)), draw.uniform(-30, 40, (len(way), PERIODS)) * (way != STAY)[:, None]),
        steps=Steps(
            names=("a 6", "a 12", "b 8"),
            project=np.array([0, 0, 1]),
            site=np.array([0, 0, 1]),
            least_people=np.array([6.0, 12.0, 8.0]),
            counted=np.array([2, 2, 2]),
            paid=np.array([3, 3, 3]),
            amount_eur=draw.uniform(10, 120, 3),
        ),
        duties=SharedDuties(
            ("assessment", "representative"),
            np.array([draw.uniform(0, 30), 0.0]),
            np.array([0.0, draw.uniform(0, 8)]),
            Entries.of(needs),
        ),
    )  # fmt: skip


def _cheapest(problem: Problem) -> float:
    """Try all plans with all ways to claim, by the words of the rules; inf when there is none."""
    choices = problem.choices
    ways = [
        [int(o) for o in np.flatnonzero(choices.package == number) if choices.allowed[o]]
        for number in range(len(choices.packages))
    ]
    return min((_cost(problem, picked) for picked in itertools.product(*ways)), default=math.inf)


def _cost(problem: Problem, picked: tuple[int, ...]) -> float:
    sites, steps, duties, budget = problem.sites, problem.steps, problem.duties, problem.budget
    assert sites is not None
    assert steps is not None
    assert duties is not None
    cash = np.zeros(len(problem.periods))
    for site in range(2):
        opened = [sites.unit_from[o] for o in picked if sites.site[o] == site and sites.unit_from[o] >= 0]
        if opened:
            cash[min(opened)] += sites.opening_eur[site, min(opened)]
            cash[min(opened) :] += sites.running_eur[site, min(opened) :]
    for duty in range(len(duties.names)):
        wants = (duties.needs.key == duty) & np.isin(duties.needs.option, picked)
        if wants.any():
            first = duties.needs.period[wants].min()
            cash[first] += duties.once_eur[duty]
            cash[first:] += duties.per_period_eur[duty]
    for project in (0, 1):
        reached = [0.0]
        for step in np.flatnonzero(steps.project == project):
            here = [o for o in picked if sites.site[o] == steps.site[step] and 0 <= sites.unit_from[o] <= 2]
            people = sum(sites.people[o, steps.counted[step]] for o in here)
            reached.append(steps.amount_eur[step] if people >= steps.least_people[step] else 0.0)
        cash[3] -= max(reached)
    if budget is not None:
        spent = np.cumsum(cash + sum(budget.extra_cash_eur[o] for o in picked))
        if np.any(spent > budget.limit_eur + 1e-9):
            return math.inf
    return float(sum(problem.choices.cost_eur[o] for o in picked) + cash @ problem.discount)


@pytest.mark.parametrize("seed", range(40))
def test_the_plan_is_the_cheapest_of_all_with_every_way_to_claim(seed: int) -> None:
    problem = _problem(seed)
    best = _cheapest(problem)
    if math.isinf(best):
        assert minimise(formulate(problem), gap=0.0, seconds=10.0).values is None
        return
    plan = solve(problem, gap=0.0)
    assert plan.objective_eur == pytest.approx(best, rel=1e-6)
    assert check_plan(problem, plan) == ()


@pytest.mark.parametrize("seed", [2, 6, 13, 18])
def test_the_search_over_scenarios_claims_the_same(seed: int) -> None:
    """Two equal scenarios are one: claims and duties are decided before anybody knows which comes."""
    problem = _problem(seed)
    cost = np.repeat(problem.choices.cost_eur[:, None], 2, axis=1)
    plan = solve_uncertain(UncertainProblem(problem, np.array([0.5, 0.5]), cost), gap=0.0)
    assert plan.objective_eur == pytest.approx(_cheapest(problem), rel=1e-6)
    assert plan.claims == solve(problem, gap=0.0).claims
    assert plan.claims


def test_seeds_reach_claims_of_every_step_and_plans_without() -> None:
    claimed = set()
    for seed in range(40):
        problem = dataclasses.replace(_problem(seed), budget=None)
        claimed |= {tuple(claim.name for claim in solve(problem, gap=0.0).claims)}
    assert () in claimed
    assert {"a 6", "a 12", "b 8"} <= {name for names in claimed for name in names}


def _two_below(gain_eur: float, dearer_eur: float) -> Problem:
    """48 people in a unit for sure; two more cost a given amount more there than at home; step at 50."""
    names = ("core@unit", "small@home", "small@unit")
    return Problem(
        name="two below",
        periods=("q1", "q2", "q3"),
        discount=np.array([1.0, 0.9, 0.8]),
        choices=Choices(
            ("core", "small"),
            names,
            np.array([0, 1, 1]),
            np.ones(3, dtype=bool),
            np.array([1000.0, 100.0, 100.0 + dearer_eur]),
        ),
        sites=Sites(
            names=("fes",),
            site=np.array([0, -1, 0]),
            unit_from=np.array([0, -1, 0]),
            people=np.array([[48.0] * 3, [0.0] * 3, [2.0] * 3]),
            opening_eur=np.full((1, 3), 10.0),
            running_eur=np.full((1, 3), 1.0),
            minimum_team_people=np.zeros(1),
            settling_periods=1,
            capacity_people=np.full(1, math.inf),
            max_sites=None,
        ),
        steps=Steps(
            ("grant from 50 jobs",),
            np.array([0]),
            np.array([0]),
            np.array([50.0]),
            np.array([1]),
            np.array([2]),
            np.array([gain_eur]),
        ),
    )


@pytest.mark.parametrize(
    ("gain", "dearer", "finds"),
    [(200.0, 100.0, True), (200.0, 159.0, True), (200.0, 161.0, False), (0.5, 100.0, False)],
)
def test_two_hires_below_a_step_it_is_taken_when_it_pays_after_discount(
    gain: float,
    dearer: float,
    finds: bool,  # noqa: FBT001 - a table of cases
) -> None:
    problem = _two_below(gain, dearer)
    plan = solve(problem, gap=0.0)
    assert ("small@unit" in plan.names) is finds
    assert [claim.people for claim in plan.claims] == ([50.0] if finds else [])
    assert check_plan(problem, plan) == ()
    if finds:
        (claim,) = plan.claims
        assert (claim.site, claim.counted, claim.paid, claim.least_people) == ("fes", "q2", "q3", 50.0)
        assert plan.shared_eur["support"].tolist() == [0.0, 0.0, -gain]


def test_the_checker_refuses_claims_that_are_not_earned() -> None:
    problem = _two_below(200.0, 100.0)
    plan = solve(problem, gap=0.0)
    (claim,) = plan.claims
    below = solve(_two_below(200.0, 161.0), gap=0.0)

    def faults(made: Plan) -> set[str]:
        return {violation.family for violation in check_plan(problem, made)}

    assert "steps" in faults(dataclasses.replace(below, claims=(dataclasses.replace(claim, people=48.0),)))
    assert "steps" in faults(dataclasses.replace(plan, claims=(dataclasses.replace(claim, people=60.0),)))
    assert "steps" in faults(dataclasses.replace(plan, claims=(claim, claim)))
    other = Claim("grant from 9 jobs", "fes", 9.0, 50.0, "q2", "q3", 1e6)
    assert "steps" in faults(dataclasses.replace(plan, claims=(other,)))
    assert "cost" in faults(dataclasses.replace(plan, claims=()))


def test_the_checker_counts_shared_duties_itself() -> None:
    drawn = (dataclasses.replace(_problem(seed), budget=None) for seed in range(40))
    solved = ((problem, solve(problem, gap=0.0)) for problem in drawn)
    problem, plan = next(both for both in solved if both[1].shared_eur["legal_duties"].any())
    cheaper = {**plan.shared_eur, "legal_duties": 0.5 * plan.shared_eur["legal_duties"]}
    assert {
        violation.scope for violation in check_plan(problem, dataclasses.replace(plan, shared_eur=cheaper))
    } == {"legal_duties"}


def test_claims_survive_being_saved() -> None:
    plan = solve(_two_below(200.0, 100.0), gap=0.0)
    assert plan_from_json(plan_to_json(plan)).claims == plan.claims


def test_arrays_of_steps_must_fit() -> None:
    problem = _two_below(200.0, 100.0)
    assert problem.steps is not None
    with pytest.raises(ValueError, match=r"steps\.paid points outside"):
        dataclasses.replace(problem, steps=dataclasses.replace(problem.steps, paid=np.array([3])))
    with pytest.raises(ValueError, match=r"steps\.amount_eur has shape"):
        dataclasses.replace(problem, steps=dataclasses.replace(problem.steps, amount_eur=np.zeros(2)))
