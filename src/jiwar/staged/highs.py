"""The one seam to HiGHS in this package: arrays in, an outcome of plain numbers out."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from jiwar.staged.program import BoolArray, FloatArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array


_FAILURES = {"kNotset", "kLoadError", "kModelError", "kPresolveError", "kSolveError", "kPostsolveError"}
"""States of a run that prove and find nothing."""
_PAUSE = 0.1
"""Seconds between two reports of a running solver."""


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """Minimise ``cost.z + offset`` over ``row_lower <= A z <= row_upper``, ``lower <= z <= upper``."""

    cost: FloatArray
    lower: FloatArray
    upper: FloatArray
    integer: BoolArray
    matrix: csr_array
    row_lower: FloatArray
    row_upper: FloatArray
    offset: float = 0.0

    def relaxed(self) -> LinearModel:
        """Return the model without integrality."""
        return replace(self, integer=np.zeros_like(self.integer))


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What the solver proved and found; ``bound`` is a proven lower bound, ``objective`` inf without a point.

    ``status``: ``optimal``, ``infeasible``, ``unbounded`` (or not shown to be otherwise) or ``limit``.
    """

    status: str
    objective: float
    bound: float
    point: FloatArray
    row_duals: FloatArray

    @property
    def found(self) -> bool:
        """Whether a feasible point is at hand."""
        return self.point.size > 0 and bool(np.isfinite(self.objective))


def load(model: LinearModel, **options: float | str | bool) -> Any:
    """Return a silent one-thread HiGHS instance that holds the model."""
    import highspy

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = int(model.cost.size), int(model.matrix.shape[0])
    lp.col_cost_, lp.offset_ = model.cost, model.offset
    lp.col_lower_, lp.col_upper_ = model.lower, model.upper
    lp.row_lower_, lp.row_upper_ = model.row_lower, model.row_upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = model.matrix.indptr.astype(np.int32)
    lp.a_matrix_.index_ = model.matrix.indices.astype(np.int32)
    lp.a_matrix_.value_ = model.matrix.data
    if model.integer.any():
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[int(flag)] for flag in model.integer]
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy has partial types
    solver.silent()
    solver.setOptionValue("threads", 1)
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.passModel(lp)
    return solver


def run(solver: Any) -> Outcome:
    """Solve what the instance holds; an interrupted mixed-integer run still returns its bound.

    Presolve that cannot tell infeasible from unbounded is asked again without it.
    """
    import highspy

    if solver.run() == highspy.HighsStatus.kError:
        solver.setOptionValue("threads", 0)  # this thread's scheduler was made for another number of threads
        solver.run()
    if _is_unclear(solver):
        solver.setOptionValue("presolve", "off")
        solver.run()
        solver.setOptionValue("presolve", "choose")
    return outcome(solver)


def _is_unclear(solver: Any) -> bool:
    import highspy

    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kUnboundedOrInfeasible)


def outcome(solver: Any) -> Outcome:
    """Read the result of a finished run."""
    import highspy

    kinds = highspy.HighsModelStatus
    status = solver.getModelStatus()
    info = solver.getInfo()
    nothing = np.zeros(0)
    if status.name in _FAILURES:
        return Outcome("limit", np.inf, -np.inf, nothing, nothing)
    if status == kinds.kInfeasible:
        return Outcome("infeasible", np.inf, np.inf, nothing, nothing)
    if status in {kinds.kUnbounded, kinds.kUnboundedOrInfeasible}:
        return Outcome("unbounded", -np.inf, -np.inf, nothing, nothing)
    mixed = solver.getLp().integrality_
    whole = bool(mixed) and any(kind != highspy.HighsVarType.kContinuous for kind in mixed)
    finished = status in {kinds.kOptimal, kinds.kModelEmpty}
    feasible = finished or info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    solution = solver.getSolution()
    point = np.array(solution.col_value) if feasible else nothing
    objective = float(info.objective_function_value) if feasible else np.inf
    proven = objective if finished else -np.inf
    bound = float(info.mip_dual_bound) if whole else proven
    duals = nothing if whole else np.array(solution.row_dual)
    return Outcome("optimal" if finished else "limit", objective, bound, point, duals)


def solve_once(model: LinearModel, **options: float | str | bool) -> Outcome:
    """Load and solve a model."""
    return run(load(model, **options))


def run_watched(solver: Any, told: Callable[[float, float, int], None] | None = None) -> tuple[Outcome, bool]:
    """Solve beside the calling thread, so that Ctrl-C stops the solver and keeps what it has.

    ``told`` gets objective, bound and nodes now and then, from the solver's thread; when it raises, the solver
    stops too. Returns the outcome and whether the run was interrupted.
    """
    raised: list[BaseException] = []
    last = [-np.inf]

    def tell(event: Any) -> None:
        now = time.monotonic()
        if told is None or raised or now - last[0] < _PAUSE:
            return
        last[0] = now
        try:
            told(*_moment(event.data_out))
        except BaseException as problem:  # noqa: BLE001  # it must not cross the solver; it is raised below
            raised.append(problem)
            solver.cancelSolve()

    solver.cbMipInterrupt.subscribe(tell)  # a silent solver never calls for logging
    solver.HandleUserInterrupt = True
    thread = solver.startSolve()
    while thread.is_alive():
        try:
            thread.join(0.1)
        except KeyboardInterrupt as problem:
            raised.append(problem)
            solver.cancelSolve()
    if _is_unclear(solver) and not raised:
        run(solver)
    for error in raised:
        if not isinstance(error, KeyboardInterrupt):
            raise error
    return outcome(solver), bool(raised)


def _moment(data: Any) -> tuple[float, float, int]:
    return float(data.mip_primal_bound), float(data.mip_dual_bound), int(data.mip_node_count)
