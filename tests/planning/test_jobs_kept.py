"""The front of jobs kept at home: against brute force, and its laws."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiwar.planning import Problem, check_plan
from jiwar.planning.explaining.jobs_first import most_jobs
from jiwar.planning.explaining.jobs_kept import front_of
from jiwar.planning.problem import Choices

PRICES = (0.0, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 21.0, 34.0, 1000.0)
PACKAGES, WAYS = 3, 3


def _problem(costs: list[int]) -> Problem:
    package = np.repeat(np.arange(PACKAGES), WAYS)
    names = tuple(f"{chr(97 + p)}{way}" for p in range(PACKAGES) for way in range(WAYS))
    allowed, cost = np.ones(PACKAGES * WAYS, dtype=bool), np.array(costs, dtype=np.float64)
    return Problem("front", ("q1",), np.ones(1), Choices(("a", "b", "c"), names, package, allowed, cost))


numbers = st.lists(st.integers(0, 40), min_size=PACKAGES * WAYS, max_size=PACKAGES * WAYS)


@settings(max_examples=15, deadline=None)
@given(costs=numbers, jobs=numbers)
def test_every_price_finds_the_plan_that_brute_force_finds(costs: list[int], jobs: list[int]) -> None:
    problem, held = _problem(costs), np.array(jobs, dtype=np.float64)
    ways = list(itertools.product(*(range(p * WAYS, (p + 1) * WAYS) for p in range(PACKAGES))))
    cost = np.array([sum(costs[way] for way in plan) for plan in ways], dtype=np.float64)
    kept = np.array([sum(jobs[way] for way in plan) for plan in ways], dtype=np.float64)
    front = front_of(problem, held, prices_eur=PRICES, gap=0.0, seconds=10.0)
    assert front[0].cost_eur == pytest.approx(cost.min())
    assert front[-1].jobs_at_home == pytest.approx(kept.max())
    for price in PRICES:
        best = (cost - price * kept).min()
        assert min(one.cost_eur - price * one.jobs_at_home for one in front) == pytest.approx(best, abs=1e-6)
    steps = [one.eur_per_further_job for one in front[1:]]
    assert all(step is not None and step > 0.0 for step in steps)
    assert steps == sorted(step for step in steps if step is not None)
    for one in front:
        assert not check_plan(problem, one.plan)


def test_a_front_done_by_hand() -> None:
    """Keeping four jobs of one package costs 8 (two a job), one job of another 30; nothing else keeps any."""
    problem = _problem([10, 18, 99, 20, 50, 99, 0, 1, 2])
    jobs = np.array([0.0, 4, 0, 2, 3, 0, 0, 0, 0])
    front = front_of(problem, jobs, prices_eur=(0.0, 10.0, 100.0), gap=0.0, seconds=10.0)
    assert [(one.jobs_at_home, one.cost_eur) for one in front] == [(2.0, 30.0), (6.0, 38.0), (7.0, 68.0)]
    assert [one.eur_per_further_job for one in front] == [None, 2.0, 30.0]


@settings(max_examples=15, deadline=None)
@given(costs=numbers, jobs=numbers, within=st.floats(0.0, 0.5))
def test_jobs_first_is_what_trying_every_plan_says(costs: list[int], jobs: list[int], within: float) -> None:
    problem, held = _problem([1000 * cost for cost in costs]), np.array(jobs, dtype=np.float64)
    found = most_jobs(problem, held, within=within, gap=0.0, seconds=10.0)
    cheapest = sum(min(problem.choices.cost_eur[p * WAYS : (p + 1) * WAYS]) for p in range(PACKAGES))
    assert found.cheapest.objective_eur == pytest.approx(cheapest)
    assert found.plan.objective_eur <= (1.0 + within) * cheapest + 1e-6
    assert found.jobs_at_home >= found.jobs_of_cheapest
    assert found.jobs_at_home == sum(jobs[option] for option in found.plan.chosen)
    assert not check_plan(problem, found.plan)
    possible = []
    for plan in itertools.product(*(range(p * WAYS, (p + 1) * WAYS) for p in range(PACKAGES))):
        cost = problem.choices.cost_eur[list(plan)].sum()
        if cost <= (1.0 + within) * cheapest + 1e-6:
            possible.append((-held[list(plan)].sum(), cost))
    most, least = min(possible)
    assert found.jobs_at_home == -most
    assert found.jobs_bound == pytest.approx(-most)
    assert found.plan.objective_eur == pytest.approx(least)


def test_jobs_first_by_hand() -> None:
    """One more job for 2,000 of 30,000 is within a tenth, four for 8,000 are not, at half they are."""
    problem = _problem([10_000, 18_000, 99_000, 20_000, 22_000, 99_000, 0, 1_000_000, 2_000_000])
    jobs = np.array([0.0, 4, 0, 2, 3, 0, 0, 0, 0])
    few = most_jobs(problem, jobs, within=0.1, gap=0.0, seconds=10.0)
    many = most_jobs(problem, jobs, within=0.5, gap=0.0, seconds=10.0)
    assert (few.jobs_of_cheapest, many.jobs_at_home, many.plan.objective_eur) == (2.0, 7.0, 40_000.0)
    assert few.plan.objective_eur <= 33_000.0
