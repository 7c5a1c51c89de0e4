"""Problems whose optima are known run through the same path as cases and reach them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jiwar.planning import Problem, Status, check_plan, solve

Read = Callable[..., Problem]


def test_decentralisation_has_its_known_plan(benchmark_problem: Read) -> None:
    problem = benchmark_problem("decentralisation", "williams/decentralisation.json")
    plan = solve(problem, gap=0.0)
    assert plan.status is Status.OPTIMAL
    assert plan.objective_eur == pytest.approx(-14.9, abs=1e-9)
    assert plan.bound_eur == pytest.approx(-14.9, abs=1e-6)
    assert plan.shared_eur["coordination"].sum() == pytest.approx(65.1)
    cities = [option % 3 for option in plan.chosen]
    assert cities == [0, 1, 1, 0, 1]  # A Bristol, B Brighton, C Brighton, D Bristol, E Brighton
    assert check_plan(problem, plan) == ()


@pytest.mark.parametrize(("fewest", "optimum"), [(True, 841.796875), (False, 498677.285319)])
def test_manpower_has_its_known_optima(benchmark_problem: Read, fewest: bool, optimum: float) -> None:  # noqa: FBT001 - given by parametrize
    problem = benchmark_problem("manpower", "williams/manpower.json", fewest_redundancies=fewest)
    plan = solve(problem, gap=0.0)
    assert plan.objective_eur == pytest.approx(optimum, rel=1e-9)
    assert plan.gap == 0.0
    assert check_plan(problem, plan) == ()
    if not fewest:
        assert plan.workforce is not None
        assert plan.workforce.redundant.sum() == pytest.approx(1423.7, abs=0.1)


@pytest.mark.parametrize(
    ("name", "optimum"),
    [("cap61", 932615.75), ("cap62", 977799.4), ("cap63", 1014099.6125), ("cap64", 1053197.4375)],
)
def test_facility_location_with_one_source_reaches_its_optimum(
    benchmark_problem: Read, name: str, optimum: float
) -> None:
    problem = benchmark_problem("facility_location", f"cflp/{name}.txt")
    plan = solve(problem, gap=0.0)
    assert plan.objective_eur == pytest.approx(optimum, abs=1e-3)
    assert check_plan(problem, plan) == ()


@pytest.mark.parametrize(
    ("name", "optimum"), [("gap1-0", 261), ("gap3-0", 438), ("gap6-0", 525), ("a05100", 1698)]
)
def test_generalised_assignment_reaches_its_optimum(
    benchmark_problem: Read, name: str, optimum: float
) -> None:
    problem = benchmark_problem("generalised_assignment", f"gap/{name}")
    plan = solve(problem, gap=0.0)
    assert plan.objective_eur == pytest.approx(optimum, abs=1e-6)
    assert check_plan(problem, plan) == ()
