"""Prints gap and time of the staged methods on public instances beside HiGHS on the extensive form.

``python benchmarks/staged.py --shared ../shared dcap sslp`` solves every instance of the families named (all when
none is) once with the method chosen by structure and, where that is not already one piece, once as one extensive
form, in the same process and with the same limit.
"""

from __future__ import annotations

import argparse
import csv
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from jiwar.staged import (
    Method,
    Result,
    TwoStageProgram,
    read_assignment,
    read_facility_location,
    read_smps,
    read_smps_files,
    solve,
    two_stage,
)

FAMILIES = ("dcap", "sslp", "grown", "sizes", "cflp", "gap")
HEAD = (
    "| instance | best known | method | incumbent | bound | gap % | s | CPU s |"
    " HiGHS incumbent | HiGHS bound | HiGHS gap % | HiGHS s | HiGHS CPU s |"
)


@dataclass(frozen=True)
class Case:
    """One instance with its published value, None where none is known, and the gap asked for."""

    name: str
    program: TwoStageProgram
    best: float | None
    gap: float


def cases(folder: Path, family: str, gap: float) -> Iterator[Case]:
    """Yield the instances of a family."""
    with (folder / "optima.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["family"] == family]
    if family == "grown":
        yield from grown(folder, gap)
    for row in rows:
        files = [folder / name for name in row["files"].split()]
        name, best = row["instance"], float(row["best_known"])
        if family in {"dcap", "sslp"}:
            yield Case(name, read_smps(files[0]), best, gap)
        elif family == "sizes" and len(files) >= 3:
            yield Case(name, read_smps_files(files[0], files[1], files[2], name=name), best, gap)
        elif family == "cflp":
            single = name.endswith("_single_source")
            yield Case(name, read_facility_location(files[0], single_source=single), best, 1e-7)
        elif family == "gap":
            yield Case(name, read_assignment(files[0]), best, 0.0)


def grown(folder: Path, gap: float) -> Iterator[Case]:
    """Yield instances with the same cores and more scenarios, drawn with seed 1."""
    for name in ("dcap332_200", "dcap243_200"):
        yield Case(f"{name} → 500", mixed(read_smps(folder / "dcap" / name), 500), None, gap)
    for name, size in (
        ("sslp_15_45_5", 10),
        ("sslp_15_45_5", 15),
        ("sslp_10_50_100", 500),
        ("sslp_10_50_100", 1000),
        ("sslp_10_50_100", 2000),
    ):
        yield Case(f"{name} → {size}", redrawn(read_smps(folder / "sslp" / name), size), None, gap)


def mixed(program: TwoStageProgram, scenarios: int) -> TwoStageProgram:
    """Return a program whose matrix entries mix those of two scenarios drawn at random."""
    rng = np.random.default_rng(1)
    data = program.second.data
    a, b = (data[rng.integers(0, data.shape[0], scenarios)] for _ in range(2))
    share = rng.uniform(0.3, 0.7, (scenarios, 1))
    second = replace(program.second, data=share * a + (1 - share) * b)
    return two_stage(program.name, program.first, second, program.technology, np.ones(scenarios) / scenarios)


def redrawn(program: TwoStageProgram, scenarios: int) -> TwoStageProgram:
    """Return a program whose random right-hand sides are 0 or 1 with even chances, independently."""
    rng = np.random.default_rng(1)
    second = program.second
    random = np.flatnonzero(
        np.ptp(np.where(np.isfinite(second.row_lower), second.row_lower, 0.0), axis=0) > 0
    )
    low, high = (np.repeat(side[:1], scenarios, axis=0) for side in (second.row_lower, second.row_upper))
    low[:, random] = high[:, random] = rng.integers(0, 2, (scenarios, random.size))
    changed = replace(second, row_lower=low, row_upper=high)
    return two_stage(program.name, program.first, changed, program.technology, np.ones(scenarios) / scenarios)


def timed(case: Case, seconds: float, method: Method) -> tuple[Result, float]:
    """Return a result and the processor time it took, which other programs on the machine disturb less."""
    before = time.process_time()
    result = solve(case.program, gap=case.gap, seconds=seconds, method=method)
    return result, time.process_time() - before


def line(case: Case, mine: tuple[Result, float], peer: tuple[Result, float] | None) -> str:
    """Return one row of the table."""
    best = "" if case.best is None else f"{case.best:.6g}" if abs(case.best) < 1e4 else f"{case.best:.2f}"
    cells = [case.name, best, mine[0].method, *_figures(mine)]
    cells += [""] * 5 if peer is None else _figures(peer)
    return "| " + " | ".join(cells) + " |"


def _figures(run: tuple[Result, float]) -> list[str]:
    result, processor = run
    gap = "–" if not np.isfinite(result.gap) else f"{100 * result.gap:.4f}"
    times = [f"{result.seconds:.1f}", f"{processor:.1f}"]
    return [f"{result.objective:.4f}", f"{result.bound:.4f}", gap, *times]


def main() -> None:
    """Read the arguments and print the table row by row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("families", nargs="*", default=FAMILIES)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--gap", type=float, default=1e-3)
    parser.add_argument("--only", default="", help="part of the instance's name")
    parser.add_argument("--no-peer", action="store_true", help="leave the extensive form out")
    given = parser.parse_args()
    print(
        f"{os.cpu_count()} cores, limit {given.seconds:g} s, gap {given.gap:g} (0 for gap, 1e-7 for cflp)\n"
    )
    print(HEAD)
    print("|---" * (HEAD.count("|") - 1) + "|")
    for family in given.families:
        for case in cases(given.shared / "benchmarks", family, given.gap):
            if given.only not in case.name:
                continue
            mine = timed(case, given.seconds, "auto")
            result = mine[0]
            peered = result.method != "whole" and not given.no_peer
            print(line(case, mine, timed(case, given.seconds, "whole") if peered else None), flush=True)
            assert case.best is None or result.bound <= case.best + 1e-5 * abs(case.best)
            assert case.best is None or result.objective >= case.best - 1e-5 * abs(case.best)


if __name__ == "__main__":
    main()
