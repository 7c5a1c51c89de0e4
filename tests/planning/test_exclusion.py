"""Options called impossible are in no plan, and those that are impossible alone are found."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import pytest

from jiwar.planning import Problem, forbid, formulate
from jiwar.planning.exclusion import impossible_columns
from jiwar.planning.highs import Ending, minimise
from jiwar.planning.model import Model

Tiny = Callable[[int], Problem]


@pytest.mark.parametrize("seed", range(30))
def test_an_impossible_option_is_in_no_plan(tiny_problem: Tiny, seed: int) -> None:
    problem = tiny_problem(seed)
    program = formulate(problem)
    choose = program.find("choose")
    assert choose is not None
    present = np.flatnonzero(choose >= 0)
    found = impossible_columns(program, choose[present], problem.choices.package[present])
    for option in present[found]:
        others = problem.choices.package == problem.choices.package[option]
        others[option] = False
        forced = formulate(forbid(problem, others))
        assert minimise(forced, gap=0.0, seconds=10.0).ending is Ending.INFEASIBLE


def test_the_sample_has_impossible_options(tiny_problem: Tiny) -> None:
    found = 0
    for seed in range(30):
        program = formulate(tiny_problem(seed))
        choose = program.find("choose")
        assert choose is not None
        present = choose >= 0
        found += int(
            impossible_columns(program, choose[present], tiny_problem(seed).choices.package[present]).sum()
        )
    assert found > 30


@pytest.mark.parametrize("seed", range(40))
def test_a_row_finds_exactly_what_it_forbids(seed: int) -> None:
    """With a single row, an option is impossible when no combination of the others makes room for it."""
    draw = np.random.default_rng(seed)
    groups = np.repeat(np.arange(3), 3)
    amount = draw.integers(-4, 9, 9) * draw.integers(0, 2, 9).astype(float)
    limit = float(draw.integers(-4, 12))
    model = Model(np.ones(1))
    columns = model.columns("choose", [str(number) for number in range(9)], upper=1.0, integer=True)
    extra = model.columns("extra", lower=1.0, upper=2.0)
    once = model.rows("assignment", "once", ["a", "b", "c"], lower=1.0, upper=1.0)
    model.add(once[groups], columns)
    row = model.rows("limit", "limit", upper=limit)
    model.add(row, columns, amount)
    model.add(row, extra, 1.0)
    fits = np.zeros(9, dtype=bool)
    for picked in itertools.product(range(3), range(3, 6), range(6, 9)):
        if amount[list(picked)].sum() + 1.0 <= limit:
            fits[list(picked)] = True
    found = impossible_columns(model.freeze(), columns, groups)
    assert not np.any(found & fits)
    assert np.array_equal(found, ~fits)
