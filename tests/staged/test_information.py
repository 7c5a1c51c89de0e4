"""Value of information and of the stochastic solution: textbook figures, and their order on random programs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from staged_programs import farmer, news_vendor, random_program  # type: ignore[import-not-found]  # conftest.py loads it

from jiwar.staged import evpi, expected_value_plan, solve, vss, wait_and_see


def test_farmer() -> None:
    """Birge and Louveaux: 108,390 expected, 115,406 with perfect information, 107,240 with the mean's plan."""
    program = farmer()
    result = solve(program, gap=1e-9)
    assert -result.objective == pytest.approx(108_390, abs=1)
    assert result.x.tolist() == pytest.approx([170.0, 80.0, 250.0], abs=1e-6)
    assert -wait_and_see(program).expected == pytest.approx(115_406, abs=1)
    assert -expected_value_plan(program).mean_value == pytest.approx(118_600, abs=1)
    assert expected_value_plan(program).x.tolist() == pytest.approx([120.0, 80.0, 300.0], abs=1e-6)
    assert -expected_value_plan(program).expected == pytest.approx(107_240, abs=1)
    assert evpi(program) == pytest.approx(7_016, abs=1)
    assert vss(program) == pytest.approx(1_150, abs=1)


def test_farmer_with_cuts() -> None:
    """Random technology, fixed costs and recourse: the mean scenario is a bound, cuts do the rest."""
    result = solve(farmer(), gap=1e-9, method="lshaped")
    assert -result.objective == pytest.approx(108_390, abs=1)
    assert result.status == "optimal"


def test_news_vendor() -> None:
    """Order 31.25 at cost 67.1875; knowing the demand costs 50; planning on the mean costs 70."""
    program = news_vendor(400)
    result = solve(program, gap=1e-9)
    assert result.x[0] == pytest.approx(31.25, abs=0.13)  # any order within its cell costs nearly the same
    assert result.objective == pytest.approx(67.1875, abs=1e-3)
    assert wait_and_see(program).expected == pytest.approx(50.0)
    assert evpi(program) == pytest.approx(17.1875, abs=1e-3)
    assert vss(program) == pytest.approx(2.8125, abs=1e-3)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000), first=st.sampled_from(["all", "none", "mixed"]), whole=st.booleans())
def test_wait_and_see_below_recourse_below_mean_plan(seed: int, first: str, *, whole: bool) -> None:
    program = random_program(seed, integer_first=first, integer_recourse=whole)
    recourse = solve(program, gap=1e-8)
    slack = 1e-5 * max(1.0, abs(recourse.objective))
    assert wait_and_see(program).expected <= recourse.objective + slack
    assert recourse.bound <= expected_value_plan(program).expected + slack
    assert evpi(program) >= -slack
    assert vss(program) >= -slack


def test_a_mean_plan_that_some_scenario_cannot_meet_costs_infinity() -> None:
    from jiwar.staged import stage, two_stage

    second = stage(cost=[0.0], upper=0.5, matrix=[[1.0]], row_lower=[[1.0], [3.0]])
    program = two_stage("short", stage(cost=[1.0], upper=9.0), second, [[1.0]], [0.5, 0.5])
    assert expected_value_plan(program).x.tolist() == pytest.approx([1.5])
    assert expected_value_plan(program).expected == float("inf")
    assert solve(program, gap=1e-9).objective == pytest.approx(2.5)
