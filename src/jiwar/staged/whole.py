"""Solves the extensive form in one piece: one-stage programs, small programs, and the peer of every other method."""

from __future__ import annotations

import numpy as np

from jiwar.staged.extensive import extensive_form
from jiwar.staged.highs import load, run_watched
from jiwar.staged.program import TwoStageProgram
from jiwar.staged.result import Certificate, Leaf, Proof, Result, Status, relative_gap
from jiwar.staged.tree import Watch

THREADS = 2
"""Threads of HiGHS's tree search; fixed, so that the same seed gives the same run on every machine.

HiGHS keeps its threads per calling thread, and a watched run has one of its own: other runs are not touched.
"""


def solve_whole(program: TwoStageProgram, watch: Watch, *, gap: float, seed: int) -> Result:
    """Hand the extensive form to HiGHS; the certificate only says what HiGHS proved."""
    model = extensive_form(program)
    limits: dict[str, float | str] = {"mip_rel_gap": gap, "mip_abs_gap": 1e-9, "random_seed": seed % (2**31)}
    if model.integer.any():
        limits |= {"threads": THREADS, "parallel": "on"}
    solver = load(model, time_limit=watch.left(), **limits)
    answer, interrupted = run_watched(solver, watch.report if model.integer.any() else None)
    columns = program.first.columns
    x = answer.point[:columns] if answer.found else np.zeros(0)
    if answer.found:
        x = np.where(program.first.integer, np.round(x), x)
    bound = min(answer.bound, answer.objective)
    if not interrupted:
        watch.report(answer.objective, bound, 0)
    return Result(
        status=_status(answer.status, answer.found, interrupted=interrupted),
        x=x,
        objective=answer.objective,
        bound=bound,
        gap=relative_gap(answer.objective, bound),
        seconds=watch.elapsed(),
        method="whole",
        history=tuple(watch.history),
        certificate=Certificate("whole", (Leaf((), Proof("solver", bound)),)),
        notes=program.notes,
    )


def _status(status: str, found: bool, *, interrupted: bool) -> Status:  # noqa: FBT001  # two plain facts
    if status == "infeasible":
        return Status.INFEASIBLE
    if status == "optimal":
        return Status.OPTIMAL
    if status == "unbounded":
        return Status.UNBOUNDED
    if interrupted:
        return Status.INTERRUPTED
    return Status.FEASIBLE if found else Status.UNKNOWN
