"""The independent checker agrees with the solver on every shipped example."""

from __future__ import annotations

import numpy as np
import pytest

import jiwar
from jiwar.case import example_names
from jiwar.planning import check_plan, problem_of


@pytest.mark.slow
@pytest.mark.parametrize("name", example_names())
def test_checker_agrees_with_the_solver(name: str) -> None:
    options = jiwar.enumerate_options(jiwar.read_case(jiwar.example(name)))
    plan = jiwar.choose(options, gap=0.02)
    assert check_plan(problem_of(options), plan) == ()
    assert plan.bound_eur <= plan.objective_eur
    assert plan.gap <= 0.02
    staying = float(options.npv_eur[list(options.staying())].sum())
    shared = sum(
        float(amounts @ options.discount.reshape(-1, 3).mean(axis=1)) for amounts in plan.shared_eur.values()
    )
    own = float(options.npv_eur[list(plan.chosen)].sum())
    assert plan.objective_eur == pytest.approx(own + shared, rel=1e-6)
    assert np.isfinite(staying)
