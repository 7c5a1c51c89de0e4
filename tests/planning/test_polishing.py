"""However early a search ends, no single package of its plan could be done better."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from jiwar.planning import PlanError, Problem, check_plan, forbid, solve


@pytest.mark.parametrize("seed", range(6))
def test_no_single_package_could_be_done_better(medium_problem: Callable[[int], Problem], seed: int) -> None:
    problem = medium_problem(seed)
    plan = solve(problem, gap=0.3)
    assert check_plan(problem, plan) == ()
    for package in range(len(problem.choices.packages)):
        others = np.flatnonzero(problem.choices.package != package)
        fixed = np.zeros(len(problem.choices.names), dtype=bool)
        fixed[np.setdiff1d(others, plan.chosen)] = True
        try:
            best = solve(forbid(problem, fixed), gap=0.0)
        except PlanError:
            pytest.fail("the plan itself is one of the plans that are left")
        assert best.objective_eur >= plan.objective_eur - 1e-5 * plan.objective_eur
