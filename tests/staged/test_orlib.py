"""Facility location and assignment files: formats, their traps, and the published optima."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from jiwar.staged import StagedError, read_assignment, read_facility_location, solve


def optimum(shared: Path, name: str) -> float:
    with (shared / "benchmarks/optima.csv").open(encoding="utf-8", newline="") as file:
        return next(float(row["best_known"]) for row in csv.DictReader(file) if row["instance"] == name)


CAPS = (
    "cap61",
    "cap62",
    "cap63",
    "cap64",
    "cap71",
    "cap72",
    "cap73",
    "cap74",
    "cap131",
    "cap132",
    "cap133",
    "cap134",
)


@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize("name", CAPS)
def test_facility_location_reaches_its_optimum(shared: Path, name: str, *, single: bool) -> None:
    """Single-source differs where capacity binds; the cost is for the whole demand, not per unit."""
    program = read_facility_location(shared / f"benchmarks/cflp/{name}.txt", single_source=single)
    result = solve(program, gap=1e-7, seconds=60)
    assert result.objective == pytest.approx(optimum(shared, program.name), abs=0.01)
    assert result.bound <= result.objective + 1e-6


def test_capacity_binds_only_in_the_sixes(shared: Path) -> None:
    multi = read_facility_location(shared / "benchmarks/cflp/cap64.txt")
    single = read_facility_location(shared / "benchmarks/cflp/cap64.txt", single_source=True)
    assert solve(single, gap=1e-7).objective > solve(multi, gap=1e-7).objective + 7000


def test_two_stages_give_the_same_optimum(shared: Path) -> None:
    program = read_facility_location(shared / "benchmarks/cflp/cap62.txt", two_stages=True)
    assert (program.scenarios, program.is_one_stage) == (1, False)
    result = solve(program, gap=1e-6, method="lshaped")
    assert result.objective == pytest.approx(977799.4, abs=0.01)
    assert result.x.size == 16


def test_line_breaks_carry_no_meaning_and_the_word_capacity_is_an_argument(tmp_path: Path) -> None:
    file = tmp_path / "capx.txt"
    file.write_text("2 2 capacity 10\ncapacity 20 5\n1 2 7 3\n4\n")
    program = read_facility_location(file, capacity=12.0)
    assert program.first.cost[0].tolist() == [10.0, 20.0, 1.0, 3.0, 2.0, 4.0]
    loads = program.first.matrix.toarray()[2:4]
    assert loads.tolist() == [[-12.0, 0.0, 5.0, 7.0, 0.0, 0.0], [0.0, -12.0, 0.0, 0.0, 5.0, 7.0]]
    assert solve(program, gap=0.0).objective == pytest.approx(14.0)


@pytest.mark.code("S004")
@pytest.mark.parametrize("text", ["2 2 capacity 10 5 20 5 1 2 7 3 4", "2 2 5 10", "x", "0 1", ""])
def test_facility_files_that_cannot_be_read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "cap.txt"
    file.write_text(text)
    with pytest.raises(StagedError) as caught:
        read_facility_location(file)
    assert caught.value.diagnostics[0].code == "S004"


@pytest.mark.parametrize("name", [*(f"gap{i}-0" for i in range(1, 7)), "a05100", "b05100", "c05100"])
def test_assignment_reaches_its_optimum(shared: Path, name: str) -> None:
    result = solve(read_assignment(shared / "benchmarks/gap" / name), gap=0.0, seconds=60)
    assert result.objective == pytest.approx(optimum(shared, name), abs=1e-6)
    assert result.status == "optimal"


def test_the_same_numbers_read_as_profits_give_the_other_published_value(shared: Path) -> None:
    program = read_assignment(shared / "benchmarks/gap/gap1-0", maximise=True)
    assert solve(program, gap=0.0).objective == pytest.approx(-336.0)


def test_each_job_goes_to_one_agent_within_capacity(shared: Path) -> None:
    program = read_assignment(shared / "benchmarks/gap/gap1-0")
    x = solve(program, gap=0.0).x.reshape(5, 15)
    assert x.sum(axis=0).tolist() == [1.0] * 15
    assert np.all(program.first.matrix @ x.ravel() <= program.first.row_upper[0] + 1e-9)
