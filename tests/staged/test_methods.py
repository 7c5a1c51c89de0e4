"""Every method against brute force and the extensive form, and the promises that all runs keep."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import textwrap
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from staged_programs import brute_force, random_program  # type: ignore[import-not-found]  # conftest.py loads it

from jiwar.staged import (
    Progress,
    StagedError,
    Status,
    TwoStageProgram,
    check,
    choose_method,
    read_assignment,
    read_smps,
    solve,
    stage,
    two_stage,
)
from jiwar.staged.duality import scenario_bound
from jiwar.staged.recourse import has_integer_values
from jiwar.staged.tables import tables_of

METHODS = ("whole", "cells", "bundles", "dual")


def fits(program: TwoStageProgram) -> list[str]:
    """The methods that can solve a random program."""
    fixed = program.second.data.shape[0] == 1
    whole_first = bool(program.first.integer.all())
    if not program.has_integer_recourse:
        return ["whole", "lshaped", "dual"] if whole_first else ["whole", "lshaped"]
    return (
        ["whole", "cells"]
        + (["bundles"] if fixed and whole_first else [])
        + (["dual"] if whole_first else [])
    )


@settings(max_examples=8, deadline=None, derandomize=True)
@given(seed=st.integers(0, 100_000), random_matrix=st.booleans())
def test_every_method_finds_the_brute_force_optimum(seed: int, *, random_matrix: bool) -> None:
    program = random_program(seed, integer_first="all", random_matrix=random_matrix)
    truth = brute_force(program)
    for method in fits(program):
        result = solve(program, gap=1e-7, seconds=20, method=method)  # type: ignore[arg-type]  # names above
        assert result.status == Status.OPTIMAL, method
        assert result.objective == pytest.approx(truth, rel=1e-6), method
        assert result.bound <= truth + 1e-6 * abs(truth), method
        assert check(program, result).ok, method


@settings(max_examples=16, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, 100_000),
    first=st.sampled_from(["all", "none", "mixed"]),
    whole=st.booleans(),
    random_matrix=st.booleans(),
)
def test_every_method_agrees_with_the_extensive_form(
    seed: int, first: str, *, whole: bool, random_matrix: bool
) -> None:
    program = random_program(seed, integer_first=first, integer_recourse=whole, random_matrix=random_matrix)
    peer = solve(program, gap=1e-9, method="whole")
    for method in fits(program):
        result = solve(program, gap=1e-6, seconds=20, method=method)  # type: ignore[arg-type]  # names above
        assert result.status == Status.OPTIMAL, method
        assert result.objective == pytest.approx(peer.objective, rel=3e-6), method
        assert check(program, result).ok, method


@pytest.mark.parametrize("seed", range(4))
def test_scenario_decomposition_bounds_any_program_when_time_is_short(seed: int) -> None:
    """A continuous first stage with integer recourse: the bound may be loose, never wrong."""
    program = random_program(seed, integer_first="none", random_matrix=True)
    peer = solve(program, gap=1e-9, method="whole")
    result = solve(program, gap=1e-6, seconds=1.5, method="dual")
    assert result.bound <= peer.objective * (1 + 1e-9)
    assert result.objective >= peer.bound * (1 - 1e-9)
    assert check(program, result, most_leaves=5).ok


def test_the_method_is_chosen_by_structure() -> None:
    assert choose_method(random_program(0, integer_recourse=False)) == "whole"
    assert choose_method(random_program(0)) == "cells"
    large = random_program(0, integer_recourse=False, scenarios=5000)
    assert choose_method(large) == "lshaped"


@pytest.mark.code("S007")
@pytest.mark.parametrize(
    ("method", "whole", "first"),
    [("cells", False, "all"), ("bundles", True, "none"), ("lshaped", True, "all")],
)
def test_a_method_that_does_not_fit_is_refused(method: str, first: str, *, whole: bool) -> None:
    program = random_program(0, integer_first=first, integer_recourse=whole)
    with pytest.raises(StagedError) as caught:
        solve(program, method=method)  # type: ignore[arg-type]  # names above
    assert caught.value.diagnostics[0].code == "S007"


def test_an_infeasible_program_is_told_by_every_method() -> None:
    first = stage(cost=[1.0], upper=1.0, integer=True)
    for whole, methods in ((True, METHODS), (False, ("whole", "lshaped", "dual"))):
        second = stage(cost=[1.0], upper=1.0, integer=whole, matrix=[[1.0]], row_lower=[[1.0], [4.0]])
        program = two_stage("short", first, second, [[1.0]], [0.5, 0.5])
        for method in methods:
            result = solve(program, method=method, seconds=10)  # type: ignore[arg-type]  # names above
            assert (result.status, result.x.size) == (Status.INFEASIBLE, 0), method
            assert result.objective == np.inf, method


def test_a_first_stage_without_limits_is_not_taken_for_an_empty_one() -> None:
    """Unlimited tenders rule the tables out; a program without a least cost is called unbounded."""
    second = stage(cost=[9.0], upper=3.0, integer=True, matrix=[[1.0]], row_lower=[[1.0], [2.0]])
    for cost, status in ((1.0, Status.OPTIMAL), (-1.0, Status.UNBOUNDED)):
        program = two_stage("open", stage(cost=[cost]), second, [[1.0]], [0.5, 0.5])
        assert choose_method(program) == "whole"
        result = solve(program, gap=1e-9)
        assert result.status == status
        assert result.objective == (2.0 if cost > 0 else -np.inf)


def test_feasibility_cuts_lead_to_a_first_stage_that_all_scenarios_can_meet() -> None:
    first = stage(cost=[5.0, 4.0], upper=9.0, integer=True)
    second = stage(cost=[1.0], upper=2.0, matrix=[[1.0]], row_lower=[[3.0], [7.0], [11.0]])
    program = two_stage("tight", first, second, [[2.0, 1.0]], np.ones(3) / 3)
    result = solve(program, gap=1e-9, method="lshaped")
    assert any(cut.feasibility for cut in result.certificate.cuts)
    assert result.objective == pytest.approx(solve(program, gap=1e-9, method="whole").objective)
    assert check(program, result).ok


def test_the_same_seed_gives_the_same_run_on_any_number_of_workers(shared: Path) -> None:
    for name in ("dcap/dcap233_200", "sslp/sslp_5_25_50"):
        program = read_smps(shared / "benchmarks" / name)
        runs = []
        for workers in (1, 2, 3):
            with ThreadPoolExecutor(workers) as pool:
                result = solve(program, gap=1e-3, executor=pool, seed=5)
            runs.append([(step.objective, step.bound, step.nodes) for step in result.history])
        assert runs[0] == runs[1] == runs[2]


def test_processes_give_the_same_result_as_threads() -> None:
    cases = {"cells": "mixed", "bundles": "all", "dual": "all"}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for method, first in cases.items():
            program = random_program(11, integer_first=first)
            far = solve(program, gap=1e-6, method=method, executor=pool)  # type: ignore[arg-type]  # names above
            near = solve(program, gap=1e-6, method=method)  # type: ignore[arg-type]  # names above
            assert (far.objective, far.bound) == (near.objective, near.bound)
            assert far.x.tolist() == near.x.tolist()


@pytest.mark.slow
def test_stopping_at_any_report_leaves_a_valid_bound_and_first_stage(shared: Path) -> None:
    program = read_smps(shared / "benchmarks/dcap/dcap233_200")
    for stop_at in (1, 4):
        seen: list[Progress] = []

        def stop(moment: Progress, seen: list[Progress] = seen, stop_at: int = stop_at) -> None:
            seen.append(moment)
            if len(seen) == stop_at:
                raise KeyboardInterrupt

        result = solve(program, gap=1e-7, progress=stop)
        assert result.status == Status.INTERRUPTED
        assert result.bound <= 1834.565369
        assert result.objective >= 1834.565367
        assert check(program, result, most_leaves=1).ok


def test_stopping_a_plain_run_keeps_its_bound_and_other_errors_come_through(shared: Path) -> None:
    program = read_assignment(shared / "benchmarks/gap/d05100")

    def stop(moment: Progress) -> None:
        if np.isfinite(moment.objective):
            raise KeyboardInterrupt

    def fail(moment: Progress) -> None:
        message = f"after {moment.seconds:.1f} s"
        raise ZeroDivisionError(message)

    result = solve(program, gap=0.0, seconds=60, progress=stop)
    assert result.status == Status.INTERRUPTED
    assert result.bound <= 6353.0 <= result.objective
    with pytest.raises(ZeroDivisionError, match="after"):
        solve(program, gap=0.0, seconds=60, progress=fail)


def test_time_limits_are_kept_with_a_valid_bound(shared: Path) -> None:
    program = read_smps(shared / "benchmarks/sslp/sslp_10_50_100")
    began = time.monotonic()
    result = solve(program, gap=0.0, seconds=1.0)
    assert time.monotonic() - began < 10.0
    assert result.bound <= -354.19 + 1e-6
    assert result.status in {Status.FEASIBLE, Status.UNKNOWN, Status.OPTIMAL}


def test_ctrl_c_ends_a_run_at_once(shared: Path) -> None:
    """A real signal in the middle of scenario problems: the program goes on with an interrupted result."""
    script = textwrap.dedent(f"""
        from jiwar.staged import read_smps, solve
        program = read_smps({str(shared / "benchmarks/dcap/dcap332_200")!r})
        print("started", flush=True)
        result = solve(program, gap=0.0, seconds=300, method="dual")
        print(result.status, result.bound <= 1060.6952, flush=True)
    """)
    source = str(Path(sys.modules["jiwar.staged"].__file__ or "").parents[2])
    child = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": source},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "started\n"
    time.sleep(2.0)
    child.send_signal(signal.SIGINT)
    out, _ = child.communicate(timeout=30)
    assert out == "interrupted True\n"
    assert child.returncode == 0


def test_bounds_only_rise_and_objectives_only_fall(shared: Path) -> None:
    result = solve(read_smps(shared / "benchmarks/dcap/dcap233_200"), gap=1e-4)
    for before, after in itertools.pairwise(result.history):
        assert after.bound >= before.bound - 1e-9
        assert after.objective <= before.objective
        assert after.seconds >= before.seconds


@settings(max_examples=30, deadline=None, derandomize=True)
@given(seed=st.integers(0, 100_000), whole=st.booleans())
def test_any_prices_give_a_valid_inequality(seed: int, *, whole: bool) -> None:
    """Weak duality holds for arbitrary row prices, not only for those of an optimum."""
    rng = np.random.default_rng(seed)
    program = random_program(seed, integer_recourse=whole)
    part = program.scenario(int(rng.integers(program.scenarios)))
    alpha, beta = scenario_bound(part, rng.normal(size=part.row_lower.size))
    x = rng.uniform(program.first.lower[0], program.first.upper[0])
    y = rng.uniform(part.lower, np.minimum(part.upper, 30.0))
    work = part.technology @ x + part.recourse @ y
    if np.all(work >= part.row_lower) and np.all(work <= part.row_upper):
        assert part.cost @ y >= alpha + beta @ x - 1e-9


def test_tables_hold_exact_recourse_values() -> None:
    program = random_program(8, integer_first="mixed", random_matrix=True)
    tables = tables_of(program)
    assert tables is not None
    rng = np.random.default_rng(1)
    for _ in range(5):
        x = np.array([1.0, rng.uniform(0, 2), 1.0])
        peer = solve(_pinned(program, x), gap=1e-9, method="whole").objective
        assert tables.expected(program, x) == pytest.approx(peer, rel=1e-7)


def _pinned(program: TwoStageProgram, x: np.ndarray) -> TwoStageProgram:
    first = stage(cost=program.first.cost[0], lower=x, upper=x)
    return two_stage(
        "pinned", first, program.second, program.technology, program.probability,
        technology_data=program.technology_data,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_tables_with_rows_limited_on_both_sides(seed: int) -> None:
    """Linking rows with a floor and a ceiling, one of them an equation over integers."""
    rng = np.random.default_rng(seed)
    first = stage(cost=rng.uniform(1, 3, 2), upper=4.0, integer=[True, False])
    second = stage(
        cost=np.concatenate([rng.uniform(-3, 3, (3, 3)), np.full((3, 2), 9.0)], axis=1),
        upper=[2.0, 2.0, 2.0, 9.0, 9.0],
        integer=True,
        matrix=[[1.0, 1.0, 0.0, 1.0, -1.0], [1.0, 0.0, 2.0, 1.0, 1.0]],
        row_lower=np.column_stack([rng.integers(2, 7, 3), rng.uniform(2.0, 4.0, 3)]),
        row_upper=np.column_stack([np.zeros(3), np.full(3, 11.0)]),
    )
    second.row_upper[:, 0] = second.row_lower[:, 0]
    program = two_stage("both sides", first, second, [[1.0, 0.0], [0.0, 1.3]], np.ones(3) / 3)
    peer = solve(program, gap=1e-9, method="whole")
    result = solve(program, gap=1e-6, method="cells", seconds=20)
    assert result.status == Status.OPTIMAL
    assert result.objective == pytest.approx(peer.objective, rel=2e-6)
    assert check(program, result).ok


def test_rounding_is_used_only_where_optima_are_integers(shared: Path) -> None:
    assert has_integer_values(
        read_smps(shared / "benchmarks/sslp/sslp_5_25_50")
    )  # overflow column is continuous
    assert not has_integer_values(read_smps(shared / "benchmarks/dcap/dcap233_200"))
    assert not has_integer_values(random_program(0, integer_recourse=False))
    assert has_integer_values(random_program(0, integer_first="all"))
    assert not has_integer_values(random_program(0, integer_first="mixed"))  # a continuous tender
