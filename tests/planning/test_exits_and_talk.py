"""What is settled before the search: leaving at gates, talk between packages, people short."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from jiwar.planning import Problem, Shortage, UncertainProblem, settle_exits
from jiwar.planning.model_text import as_readable
from jiwar.planning.searching.firststage import first_stage
from jiwar.planning.searching.talks import pairs_of, prices_of
from jiwar.planning.shortages import Shortages

Tiny = Callable[[int], Problem]
GOLDEN = Path(__file__).parent / "golden_uncertain"


def test_an_option_is_left_at_the_gate_that_costs_least() -> None:
    total = np.array([[100.0, 100.0, 100.0], [50.0, 50.0, 50.0]])
    until = np.full((2, 2, 3), np.inf)
    until[0] = [[20.0, 20.0, 20.0], [50.0, 50.0, 50.0]]  # the second option has nothing to leave
    leaving = np.full((2, 2, 3), 5.0)
    home = np.zeros((2, 2, 3))
    home[0] = [[80.0, 60.0, 70.0], [60.0, 50.0, 30.0]]
    cost, gate = settle_exits(total, until, leaving, home)
    assert cost.tolist() == [[100.0, 85.0, 85.0], [50.0, 50.0, 50.0]]
    assert gate.tolist() == [[-1, 0, 1], [-1, -1, -1]]


def test_without_gates_every_course_is_stayed() -> None:
    total = np.array([[3.0, 4.0]])
    nothing = np.zeros((1, 0, 2))
    cost, gate = settle_exits(total, nothing, nothing, nothing)
    assert np.array_equal(cost, total)
    assert np.array_equal(gate, [[-1, -1]])


@given(seed=st.integers(0, 10_000), rows=st.integers(1, 6), columns=st.integers(1, 6))
def test_prices_of_talk_hold_for_every_two_ways_and_are_best_at_the_mixture(
    seed: int, rows: int, columns: int
) -> None:
    draw = np.random.default_rng(seed)
    cost = draw.uniform(0, 10, (rows, columns)).round(1)
    one, two = (draw.dirichlet(np.ones(size)) * (draw.uniform(size=size) < 0.7) for size in (rows, columns))
    one[0], two[-1] = one[0] + 1e-3, two[-1] + 1e-3
    one, two = one / one.sum(), two / two.sum()
    prices = prices_of(cost, one, two)
    assert np.all(prices.one[:, None] + prices.two[None, :] <= cost + 1e-7)
    supply = np.kron(np.eye(rows), np.ones(columns))
    demand = np.kron(np.ones(rows), np.eye(columns))
    best = linprog(cost.ravel(), A_eq=np.vstack([supply, demand]), b_eq=np.concatenate([one, two]))
    assert prices.value_eur == pytest.approx(best.fun, abs=1e-6)


def test_the_table_of_a_pair_is_what_talk_costs(tiny_problem: Tiny) -> None:
    problem = tiny_problem(5)
    talk = problem.communication
    assert talk is not None
    for pair in pairs_of(problem):
        for here, option in enumerate(pair.one.options):
            for there, other in enumerate(pair.two.options):
                spent = sum(
                    problem.discount[t]
                    * talk.volume[pair.number, t]
                    * talk.cost_eur_per_unit[talk.location[option, t], talk.location[other, t], t]
                    for t in range(len(problem.periods))
                )
                assert pair.cost_eur[pair.one.way[here], pair.two.way[there]] == pytest.approx(spent)


@given(people=st.floats(0, 40), other=st.floats(0, 40), seed=st.integers(0, 999))
def test_the_cost_of_people_short_lies_above_its_tangents(people: float, other: float, seed: int) -> None:
    draw = np.random.default_rng(seed)
    probability = draw.dirichlet(np.ones(7))
    shortages = Shortages(
        np.array([[3.0]]),
        np.array([[10.0]]),
        draw.uniform(0.5, 2, (1, 7)),
        draw.uniform(0.5, 2, (1, 7)),
        probability,
    )
    place = np.zeros(1, dtype=np.int64)
    slope, intercept = shortages.tangents(place, place, np.array([people]), probability)
    at, beside = (shortages.expected_eur(place, place, np.array([here])) for here in (people, other))
    assert slope[0] * people + intercept[0] == pytest.approx(at[0], abs=1e-9)
    assert slope[0] * other + intercept[0] <= beside[0] + 1e-9
    assert slope[0] <= shortages.steepest(probability)[0, 0] + 1e-12


def _small(tiny_problem: Tiny) -> UncertainProblem:
    problem = tiny_problem(2)
    assert problem.hiring is not None
    kept = dataclasses.replace(problem, workforce=None, core_team=None, concentration=None, budget=None)
    kept = dataclasses.replace(kept, sites=None, precedence=None)
    shape = problem.hiring.limit_people.shape
    market = np.array([[0.5, 1.0]] * shape[0])
    return UncertainProblem(
        kept,
        np.array([0.25, 0.75]),
        problem.choices.cost_eur[:, None].round(0) * np.array([1.0, 1.2]),
        Shortage(np.full(shape, 8.0), market, np.ones_like(market)),
        {"coordination": np.array([1.0, 2.0])},
        0.25,
        0.5,
    )


def test_the_first_stage_is_as_written_down(tiny_problem: Tiny) -> None:
    text = as_readable(first_stage(_small(tiny_problem)).program)
    path = GOLDEN / "first_stage.txt"
    if os.environ.get("JIWAR_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
