"""Public stochastic instances to their published optima, with the time they are allowed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from jiwar.staged import (
    Status,
    TwoStageProgram,
    check,
    choose_method,
    read_mps,
    read_smps,
    read_smps_files,
    solve,
)


def optimum(shared: Path, name: str) -> float:
    with (shared / "benchmarks/optima.csv").open(encoding="utf-8", newline="") as file:
        return next(float(row["best_known"]) for row in csv.DictReader(file) if row["instance"] == name)


DCAP = ("dcap233_200", "dcap233_300", "dcap243_200", "dcap332_200")
SSLP = ("sslp_5_25_50", "sslp_5_25_100", "sslp_15_45_5", "sslp_10_50_50", "sslp_10_50_100")


@pytest.mark.slow
@pytest.mark.parametrize("name", DCAP)
def test_dcap_to_a_tenth_of_a_thousandth(shared: Path, name: str) -> None:
    program = read_smps(shared / "benchmarks/dcap" / name)
    best = optimum(shared, name)
    assert choose_method(program) == "cells"
    result = solve(program, gap=1e-4, seconds=60)
    assert result.status == Status.OPTIMAL
    assert result.bound <= best + 1e-5
    assert best - 1e-5 <= result.objective <= best * (1 + 1e-4)


@pytest.mark.slow
@pytest.mark.parametrize("name", SSLP)
def test_sslp_to_its_optimum(shared: Path, name: str) -> None:
    program = read_smps(shared / "benchmarks/sslp" / name)
    assert choose_method(program) == "bundles"
    result = solve(program, gap=1e-6, seconds=60)
    assert result.status == Status.OPTIMAL
    assert result.objective == pytest.approx(optimum(shared, name), abs=1e-6)
    assert check(program, result, most_leaves=5).ok


@pytest.mark.parametrize("name", ["sslp_5_25_50"])
def test_every_leaf_of_a_public_certificate_holds(shared: Path, name: str) -> None:
    program = read_smps(shared / "benchmarks/sslp" / name)
    report = check(program, solve(program, gap=1e-6, seconds=60))
    assert report.ok
    assert report.leaves_checked == report.leaves
    assert report.bound == pytest.approx(-121.60)


@pytest.mark.slow
def test_a_dcap_certificate_holds(shared: Path) -> None:
    """Scenario programs with priced tenders, solved by HiGHS with their integers, confirm the tables' bounds."""
    program = read_smps(shared / "benchmarks/dcap/dcap233_200")
    report = check(program, solve(program, gap=1e-3, seconds=60), most_leaves=2)
    assert report.ok
    assert report.leaves_checked == 2
    assert report.objective_holds


def sizes(shared: Path, folder: str, stoch: str) -> TwoStageProgram:
    base = shared / "benchmarks/sizes"
    core = {"siplib": "sizes10", "woodruff": "sizes"}[folder]
    return read_smps_files(
        base / folder / f"{core}.cor", base / folder / f"{core}.tim", base / stoch, name=stoch
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("row", "folder", "stoch", "gap"),
    [
        ("sizes3_siplib_smps", "siplib", "siplib/sizes3.sto", 1e-6),
        ("sizes5_siplib_smps", "siplib", "siplib/sizes5.sto", 1e-3),
        ("sizes3_woodruff", "woodruff", "siplib/sizes3.sto", 1e-6),
        ("sizes5_woodruff", "woodruff", "siplib/sizes5.sto", 1e-3),
        ("sizes10_woodruff", "woodruff", "woodruff/sizes.sto", 1e-3),
    ],
)
def test_sizes_against_the_row_of_its_own_files(
    shared: Path, row: str, folder: str, stoch: str, gap: float
) -> None:
    """The two cores and the three scenario files are different problems with different optima."""
    best = optimum(shared, row)
    result = solve(sizes(shared, folder, stoch), gap=gap, seconds=60)
    assert result.status == Status.OPTIMAL
    assert result.bound <= best * (1 + 1e-7)
    assert best * (1 - 1e-7) <= result.objective <= best * (1 + gap) + 0.01


@pytest.mark.slow
def test_sizes_written_as_one_program_is_another_problem(shared: Path) -> None:
    written = read_mps(shared / "benchmarks/sizes/siplib/sizes5_det_eq.mps")
    result = solve(written, gap=1e-3, seconds=60)
    assert result.bound <= 224486.00 + 0.01 <= result.objective * (1 + 1e-7) + 0.02
    assert optimum(shared, "sizes5_siplib_smps") > optimum(shared, "sizes5_det_eq") + 1000


@pytest.mark.slow
def test_scenario_decomposition_bounds_a_public_instance(shared: Path) -> None:
    """The general method on SIZES: slower than one piece, but its bound and first stage must be right."""
    program = sizes(shared, "siplib", "siplib/sizes3.sto")
    result = solve(program, gap=1e-3, seconds=12, method="dual")
    best = optimum(shared, "sizes3_siplib_smps")
    assert result.bound <= best + 0.01
    assert result.objective >= best - 0.01
    assert result.gap < 0.05
