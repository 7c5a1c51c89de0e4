"""The independent checker agrees with the solver on every shipped example."""

from __future__ import annotations

import numpy as np
import pytest

import jiwar
from jiwar.case import example_names
from jiwar.options import Options
from jiwar.planning import Status, check_plan, problem_of


@pytest.fixture(scope="module", params=example_names())
def options(request: pytest.FixtureRequest) -> Options:
    return jiwar.enumerate_options(jiwar.read_case(jiwar.example(request.param)))


@pytest.mark.slow
def test_checker_agrees_with_the_solver(options: Options) -> None:
    plan = jiwar.choose(options, gap=0.02)
    assert check_plan(problem_of(options), plan) == ()
    assert plan.bound_eur <= plan.objective_eur
    assert plan.gap <= 0.02
    assert plan.bound_verified  # from its certificate, without the solver
    staying = float(options.npv_eur[list(options.staying())].sum())
    shared = sum(
        float(amounts @ options.discount.reshape(-1, 3).mean(axis=1)) for amounts in plan.shared_eur.values()
    )
    own = float(options.npv_eur[list(plan.chosen)].sum())
    assert plan.objective_eur == pytest.approx(own + shared, rel=1e-6)
    assert np.isfinite(staying)


@pytest.mark.slow
def test_the_bound_under_uncertainty_is_verified_without_the_solver(options: Options) -> None:
    plan = jiwar.choose(options, scenarios=20, gap=0.01)
    assert plan.status is Status.OPTIMAL
    assert plan.gap <= 0.01
    assert plan.bound_verified
