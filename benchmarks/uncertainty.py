"""Choosing under uncertainty: time to a proven gap, against the same model as one extensive form, in one run.

    python benchmarks/uncertainty.py                 # all rows
    python benchmarks/uncertainty.py brake large     # rows by name

Every row names processor time beside elapsed time, since a busy machine stretches the latter. The extensive form
(`extensive_form.py`, linopy and HiGHS on two threads) is given twelve times Jiwar's elapsed time, and at least a
minute; writing it down does not count.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import extensive_form
from jiwar.planning import UncertainProblem, check_bound, check_uncertain_plan, solve_uncertain
from jiwar.planning.highs import relative_gap
from uncertain_cases import Size, generate

PATIENCE = 12.0
LEAST_SECONDS = 60.0


@dataclass(frozen=True)
class Row:
    """One line of the table: what is solved, to which gap, in at most how many seconds."""

    name: str
    make: Callable[[], UncertainProblem]
    gap: float
    seconds: float
    peer: bool = True


def brake() -> UncertainProblem:
    """Return the shipped example with 200 scenarios, weight 0.3 on the worst tenth."""
    import jiwar
    from jiwar.planning import problem_of
    from jiwar.risk import price_futures

    options = jiwar.enumerate_options(jiwar.read_case(jiwar.example("brake-validation")))
    scenarios = price_futures(options, scenarios=200)
    return UncertainProblem.of(problem_of(options), scenarios, risk_weight=0.3, tail=0.1)


def generated(
    packages: int, sites: int, quarters: int, scenarios: int, starts: int = 6
) -> Callable[[], UncertainProblem]:
    """Return what makes a generated problem of a size, seed 1."""
    return lambda: generate(Size(packages, sites, quarters, scenarios, starts), seed=1)


ROWS = {
    "brake": Row("brake-validation, 200 scenarios", brake, 0.005, 10.0, peer=False),
    "10": Row("10 packages, 6 sites, 50 scenarios", generated(10, 6, 20, 50), 0.01, 60.0),
    "30": Row("30 packages, 8 sites, 100 scenarios", generated(30, 8, 20, 100), 0.01, 60.0),
    "40": Row("40 packages, 10 sites, 200 scenarios", generated(40, 10, 20, 200), 0.01, 120.0),
    "large": Row(
        "60 packages, 12 sites, 500 scenarios", generated(60, 12, 20, 500, 8), 0.01, 120.0, peer=False
    ),
}


def main(names: list[str]) -> None:
    """Print the table, one row as soon as it is there."""
    print(
        "| problem | options | gap asked | cost | bound | gap | s | CPU s | MB | extensive: gap | s | CPU s | times |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|---|---|")
    for name in names or list(ROWS):
        print(line(ROWS[name]), flush=True)


def line(row: Row) -> str:
    """Solve a row by both methods and return it as a line of the table."""
    uncertain = row.make()
    started, cpu = time.monotonic(), time.process_time()
    plan = solve_uncertain(uncertain, gap=row.gap, seconds=row.seconds)
    spent, used = time.monotonic() - started, time.process_time() - cpu
    assert check_uncertain_plan(uncertain, plan) == ()
    assert check_bound(uncertain, plan).holds
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    size = int(uncertain.problem.choices.allowed.sum())
    cells = [row.name, f"{size:,}", f"{row.gap:.1%}", f"{plan.objective_eur:,.0f}", f"{plan.bound_eur:,.0f}"]
    cells += [f"{plan.gap:.2%}", f"{spent:.1f}", f"{used:.1f}", f"{memory:,.0f}"]
    return (
        "| " + " | ".join([*cells, *(_peer(uncertain, row, spent) if row.peer else ["", "", "", ""])]) + " |"
    )


def _peer(uncertain: UncertainProblem, row: Row, spent: float) -> list[str]:
    written = extensive_form.write(uncertain)
    found = extensive_form.solve(written, gap=row.gap, seconds=max(LEAST_SECONDS, PATIENCE * spent))
    gap = relative_gap(found.objective_eur, found.bound_eur)
    more = ">" if gap > row.gap else ""
    told = f"{gap:.2%}" if gap < 10 else "no plan"
    return [
        told,
        f"{more}{found.seconds:.1f}",
        f"{found.cpu_seconds:.1f}",
        f"{more}{found.seconds / spent:.0f}",
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
