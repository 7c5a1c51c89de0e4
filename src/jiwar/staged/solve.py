"""The one entry point: chooses a method that fits a program, runs it, hands back a result with a proven gap."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Literal

from jiwar.diagnostics import Diagnostic
from jiwar.staged.bundles import BundleRelaxation, can_bundle, linking_columns
from jiwar.staged.cells import CellRelaxation
from jiwar.staged.codes import StagedError
from jiwar.staged.dual import DualRelaxation
from jiwar.staged.firststage import has_finite_tenders
from jiwar.staged.lshaped import solve_lshaped
from jiwar.staged.program import TwoStageProgram
from jiwar.staged.recourse import Valuer
from jiwar.staged.result import Progress, Result, relative_gap
from jiwar.staged.tables import Tables, tables_of
from jiwar.staged.tree import Relaxation, Search, Watch
from jiwar.staged.whole import solve_whole
from jiwar.staged.workers import halt, new_run

Method = Literal["auto", "whole", "cells", "bundles", "lshaped", "dual"]

SMALL_INTEGER = 3_000
"""Up to this many columns an extensive form with integer recourse is solved in one piece."""
SMALL_LINEAR = 20_000
"""The same for continuous recourse."""
MOST_LINKING = 40
"""With more linking integer columns than this the search over points is left to scenario decomposition."""


def solve(
    program: TwoStageProgram,
    *,
    gap: float = 1e-3,
    seconds: float = 120.0,
    executor: Executor | None = None,
    progress: Callable[[Progress], None] | None = None,
    seed: int = 0,
    method: Method = "auto",
) -> Result:
    """Minimise first-stage cost plus expected recourse to a relative gap within a time limit.

    Parameters
    ----------
    gap
        Relative gap ``(objective - bound) / |objective|`` at which the run stops.
    seconds
        Time limit; at its end the best first stage and the bound proven so far are returned.
    executor
        Any ``concurrent.futures`` executor for the scenario and node problems; threads on all cores if None
        (HiGHS lets go of the interpreter while it solves).
    progress
        Called when objective or bound move.
    seed
        For the random choices inside HiGHS; the same seed and gap give the same result unless time runs out.
    method
        ``auto`` chooses by structure, see ``docs/staged.md``.

    Notes
    -----
    Ctrl-C stops the run and returns what is proven, with status ``interrupted``.

    Raises
    ------
    StagedError
        S007 when a method is asked for that does not fit the program.
    """
    watch = Watch(seconds, progress)
    pool = executor or ThreadPoolExecutor(max_workers=os.cpu_count() or 1)
    name = new_run()
    try:
        return _solve(program, watch, (pool, name), gap=gap, seed=seed, method=method)
    finally:
        halt(name)
        if executor is None:
            pool.shutdown(wait=False, cancel_futures=True)


def choose_method(program: TwoStageProgram) -> Method:
    """Return the method that fits the structure of a program; nothing here looks at its name."""
    return _choice(program)[0]


def _choice(program: TwoStageProgram) -> tuple[Method, Tables | None]:
    columns = program.first.columns + program.scenarios * program.second.columns
    if program.is_one_stage or program.scenarios == 1:
        return "whole", None
    if not program.has_integer_recourse:
        return ("whole" if columns <= SMALL_LINEAR else "lshaped"), None
    tables = _tables(program)
    if tables is not None:
        return "cells", tables
    if can_bundle(program) and int(linking_columns(program).sum()) <= MOST_LINKING:
        return "bundles", None
    return ("whole" if columns <= SMALL_INTEGER else "dual"), None


def _solve(
    program: TwoStageProgram,
    watch: Watch,
    crew: tuple[Executor, str],
    *,
    gap: float,
    seed: int,
    method: Method,
) -> Result:
    chosen, tables = _choice(program) if method == "auto" else (method, None)
    if chosen == "whole":
        return solve_whole(program, watch, gap=gap, seed=seed)
    pool, name = crew
    valuer = Valuer.of(program, pool, watch.left, name)
    if chosen == "lshaped":
        if program.has_integer_recourse:
            message = "cuts alone need a continuous second stage"
            raise StagedError([Diagnostic("S007", message, "use `auto` or `dual`")])
        return solve_lshaped(program, watch, valuer, gap=gap, seed=seed)
    search = Search(_relaxation(program, valuer, chosen, tables), watch, gap)
    search.run()
    bound = search.bound()
    return Result(
        status=search.status,
        x=search.best[1],
        objective=search.best[0],
        bound=bound,
        gap=relative_gap(search.best[0], bound),
        seconds=watch.elapsed(),
        method=chosen,
        history=tuple(watch.history),
        certificate=search.certificate(),
        notes=program.notes,
    )


def _relaxation(
    program: TwoStageProgram, valuer: Valuer, method: Method, tables: Tables | None
) -> Relaxation:
    if method == "cells":
        tables = tables or _tables(program)
        if tables is None:
            message = "the second stage does not fall apart into small integer blocks with limited tenders"
            raise StagedError([Diagnostic("S007", message, "use `auto` or `dual`")])
        return CellRelaxation(program, tables, valuer.executor)
    if method == "bundles":
        if not can_bundle(program):
            message = "bundles need fixed costs and recourse, and limited integers in all linking columns"
            raise StagedError([Diagnostic("S007", message, "use `auto` or `dual`")])
        return BundleRelaxation(program, valuer)
    return DualRelaxation(program, valuer)


def _tables(program: TwoStageProgram) -> Tables | None:
    tables = tables_of(program)
    return tables if tables is not None and has_finite_tenders(program, tables.rows) else None
