"""The seam to HiGHS: a program goes in as arrays, the best values found and a proven bound come out."""

from __future__ import annotations

import dataclasses
import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.model import Program


class Ending(StrEnum):
    """Why a search ended."""

    OPTIMAL = "optimal"
    TIME = "time"
    INTERRUPTED = "interrupted"
    INFEASIBLE = "infeasible"
    UNBOUNDED = "unbounded"


_ENDINGS: dict[str, Ending] = {
    "kOptimal": Ending.OPTIMAL,
    "kModelEmpty": Ending.OPTIMAL,
    "kTimeLimit": Ending.TIME,
    "kInterrupt": Ending.INTERRUPTED,
    "kInfeasible": Ending.INFEASIBLE,
    "kUnboundedOrInfeasible": Ending.UNBOUNDED,
    "kUnbounded": Ending.UNBOUNDED,
}
"""What HiGHS says → what it means here; anything else is a fault of the program handed over."""

_LOOK_EVERY_SECONDS = 0.05
"""How often the waiting thread looks for Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search has come: time, best plan so far (None before the first), proven bound."""

    seconds: float
    objective_eur: float | None
    bound_eur: float
    gap: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a search found: values are None when there is no plan (yet)."""

    ending: Ending
    values: FloatArray | None
    objective_eur: float
    bound_eur: float
    seconds: float
    reduced_costs: FloatArray | None = None  # of a program without integers
    row_prices: FloatArray | None = None  # of a program without integers


def relative_gap(objective_eur: float, bound_eur: float) -> float:
    """Return the distance between a plan and the bound as a share of the plan's cost."""
    distance = max(0.0, objective_eur - bound_eur)
    if not math.isfinite(distance):
        return math.inf
    if distance <= 1e-6 * (1.0 + abs(objective_eur)):
        return 0.0
    return distance / max(abs(objective_eur), 1e-9)


def minimise(
    program: Program,
    *,
    gap: float,
    seconds: float,
    progress: Callable[[Progress], None] | None = None,
    start: FloatArray | None = None,
) -> Outcome:
    """Search for the cheapest values of a program, from values known to be possible if there are any.

    Ctrl-C, and a ``KeyboardInterrupt`` raised by ``progress``, end the search with the best values so far.
    The same program gives the same values unless time runs out.

    Raises
    ------
    RuntimeError
        When HiGHS refuses the program, which is a fault of the formulation.
    """
    if len(program.cost) == 0:
        return Outcome(Ending.OPTIMAL, np.zeros(0), 0.0, 0.0, 0.0)
    started = time.monotonic()
    highs = _loaded(program, gap, seconds)
    if start is not None:
        _begin_at(highs, start)
    faults, stopped = _run(highs, progress)
    for fault in faults:
        if not isinstance(fault, KeyboardInterrupt):
            raise fault
    status = highs.getModelStatus().name
    if status not in _ENDINGS:
        message = f"HiGHS ended with {status}"
        raise RuntimeError(message)
    # A search that ends by itself just after Ctrl-C is a stopped one, or whoever called would go on.
    ending = Ending.INTERRUPTED if stopped else _ENDINGS[status]
    return _outcome(highs, program, ending, time.monotonic() - started)


def complete(program: Program, columns: IntArray, values: FloatArray, seconds: float) -> Outcome:
    """Return the best values of everything else once some columns are fixed at given values."""
    lower, upper = program.lower.copy(), program.upper.copy()
    lower[columns] = upper[columns] = values
    fixed = dataclasses.replace(program, lower=lower, upper=upper)
    return minimise(fixed, gap=0.0, seconds=seconds)


def relax(program: Program, *, seconds: float) -> Outcome:
    """Return the cheapest values when nothing need be whole: a bound, and what each column adds to it."""
    loose = dataclasses.replace(program, integer=np.zeros_like(program.integer))
    return minimise(loose, gap=0.0, seconds=seconds)


def _begin_at(highs: Any, start: FloatArray) -> None:
    import highspy

    solution = highspy.HighsSolution()
    solution.col_value = start.tolist()
    highs.setSolution(solution)


def _loaded(program: Program, gap: float, seconds: float) -> Any:
    import highspy

    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # the wheel leaves it untyped
    highs.silent()
    starts, columns, values = _terms_that_matter(program)
    settings: dict[str, float | int | str] = {
        "mip_rel_gap": gap,
        "time_limit": seconds,
        "random_seed": 0,
        "threads": 1,
        "parallel": "off",
    }
    for name, value in settings.items():
        highs.setOptionValue(name, value)
    status = highs.passModel(
        len(program.cost),
        len(program.row_lower),
        len(values),
        int(highspy.MatrixFormat.kRowwise),
        int(highspy.ObjSense.kMinimize),
        0.0,
        program.cost,
        program.lower,
        program.upper,
        program.row_lower,
        program.row_upper,
        starts.astype(np.int32),
        columns.astype(np.int32),
        values,
        program.integer.astype(np.int32),
    )
    if status == highspy.HighsStatus.kError:
        message = "HiGHS refused the program"
        raise RuntimeError(message)
    return highs


def _terms_that_matter(program: Program) -> tuple[IntArray, IntArray, FloatArray]:
    """Leave out the terms of columns that are zero and of rows without limits: most, in a narrow search."""
    alive = (program.lower != 0) | (program.upper != 0)
    limited = np.isfinite(program.row_lower) | np.isfinite(program.row_upper)
    keep = alive[program.columns] & np.repeat(limited, np.diff(program.starts))
    before = np.concatenate([[0], np.cumsum(keep)])
    return before[program.starts], program.columns[keep], program.values[keep]


def _run(highs: Any, progress: Callable[[Progress], None] | None) -> tuple[list[BaseException], bool]:
    """Run in a second thread, so that this one can hear Ctrl-C; return what ``progress`` raised, and if stopped."""
    stop = threading.Event()
    faults: list[BaseException] = []

    def look(event: Any) -> None:
        if stop.is_set():
            event.interrupt()

    def tell(event: Any) -> None:
        if progress is not None and not faults:
            try:
                progress(_progress(event.data_out))
            except BaseException as fault:  # noqa: BLE001 - an exception must not cross the C++ frames below
                faults.append(fault)
                stop.set()

    for interrupted in (highs.cbSimplexInterrupt, highs.cbIpmInterrupt, highs.cbMipInterrupt):
        interrupted.subscribe(look)
    if progress is not None:
        highs.cbMipLogging.subscribe(tell)
        highs.cbMipImprovingSolution.subscribe(tell)
    wait_for(highs, stop)
    return faults, stop.is_set()


def wait_for(highs: Any, stop: threading.Event) -> None:
    """Start the search and wait for an event: Ctrl-C would cut short waiting for the thread itself."""
    done = threading.Event()

    def work() -> None:
        try:
            highs.run()
        finally:
            done.set()

    threading.Thread(target=work, daemon=True).start()
    while not done.is_set():
        try:
            done.wait(_LOOK_EVERY_SECONDS)
        except KeyboardInterrupt:
            stop.set()


def _progress(data: Any) -> Progress:
    objective = data.mip_primal_bound if math.isfinite(data.mip_primal_bound) else None
    distance = math.inf if objective is None else relative_gap(objective, data.mip_dual_bound)
    return Progress(data.running_time, objective, data.mip_dual_bound, distance)


def _outcome(highs: Any, program: Program, ending: Ending, seconds: float) -> Outcome:
    info = highs.getInfo()
    found = info.primal_solution_status == 2 and ending not in {Ending.INFEASIBLE, Ending.UNBOUNDED}
    solution = highs.getSolution()
    values = np.array(solution.col_value) if found else None
    objective = float(program.cost @ values) if values is not None else math.inf
    if program.integer.any():
        return Outcome(ending, values, objective, min(float(info.mip_dual_bound), objective), seconds)
    bound = objective if ending is Ending.OPTIMAL else -math.inf
    if values is None:
        return Outcome(ending, values, objective, bound, seconds)
    reduced, prices = np.array(solution.col_dual), np.array(solution.row_dual)
    return Outcome(ending, values, objective, bound, seconds, reduced, prices)
