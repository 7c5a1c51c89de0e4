"""Values a first stage scenario by scenario: linear relaxations with prices, or exact integer recourse."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any

import numpy as np

from jiwar.staged.extensive import recourse_model
from jiwar.staged.highs import LinearModel, Outcome, load, run
from jiwar.staged.program import FloatArray, Scenario, TwoStageProgram
from jiwar.staged.workers import is_halted

CHUNKS = 8
"""Scenarios are dealt out in this many parts; fixed, so that results do not depend on the number of workers."""
_STEP = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Recourse:
    """Per scenario: value found (inf if none), proven lower bound (inf if infeasible), prices of the rows."""

    value: FloatArray
    bound: FloatArray
    prices: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Valuer:
    """Values first stages of one program on an executor; ``left`` gives the seconds left."""

    program: TwoStageProgram
    executor: Executor
    left: Callable[[], float]
    chunks: tuple[TwoStageProgram, ...]
    whole: bool
    name: str

    @classmethod
    def of(cls, program: TwoStageProgram, executor: Executor, left: Callable[[], float], name: str) -> Valuer:
        """Deal out the scenarios of a program; ``name`` is that of the run, see :mod:`jiwar.staged.workers`."""
        parts = np.array_split(np.arange(program.scenarios), min(CHUNKS, program.scenarios))
        chunks = tuple(program.only(part) for part in parts)
        return cls(program, executor, left, chunks, has_integer_values(program), name)

    def linear(self, x: FloatArray) -> Recourse:
        """Solve the linear relaxation of every scenario."""
        return self._gather(x, exact=False)

    def exact(self, x: FloatArray) -> Recourse:
        """Solve every scenario with its integers; prices are empty."""
        return self._gather(x, exact=True)

    def rounded(self, bound: FloatArray) -> FloatArray:
        """Lift bounds to the next integer where every scenario's optimum must be one."""
        return np.ceil(bound - _STEP) if self.whole else bound

    def _gather(self, x: FloatArray, *, exact: bool) -> Recourse:
        seconds = self.left()
        how = Asked(exact, self.whole, seconds, self.name)
        tasks = [self.executor.submit(value_chunk, part, x, how) for part in self.chunks]
        try:
            done = [task.result() for task in tasks]
        except BaseException:
            for task in tasks:
                task.cancel()
            raise
        return Recourse(
            np.concatenate([part.value for part in done]),
            np.concatenate([part.bound for part in done]),
            np.concatenate([part.prices for part in done]),
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """How a chunk is to be valued: with integers or relaxed, whether optima are integers, in what time."""

    exact: bool
    whole: bool
    seconds: float
    name: str


def value_chunk(program: TwoStageProgram, x: FloatArray, asked: Asked) -> Recourse:
    """Value a first stage in all scenarios of a (part of a) program; the unit of work of an executor."""
    until = time.monotonic() + asked.seconds
    count, rows = program.scenarios, program.second.rows
    value, bound = np.full(count, np.inf), np.full(count, -np.inf)
    prices = np.zeros((count, 0 if asked.exact else rows))
    solver: Any = None
    shift = program.technology @ x if program.technology_data.shape[0] == 1 else None
    for index in range(count):
        if is_halted(asked.name) or time.monotonic() > until:
            break  # the rest keeps the bound that says nothing
        if solver is None or program.second.data.shape[0] > 1:
            model = recourse_model(program.scenario(index), x)
            solver = load(model if asked.exact else model.relaxed())
        else:
            _change(
                solver, program, index, program.scenario(index).technology @ x if shift is None else shift
            )
        if asked.exact:
            _set_limits(solver, whole=asked.whole, seconds=max(0.0, until - time.monotonic()))
        answer = run(solver)
        value[index], bound[index] = answer.objective, _lifted(answer, whole=asked.whole and asked.exact)
        if not asked.exact and answer.row_duals.size:
            prices[index] = answer.row_duals
    return Recourse(value, bound, prices)


def _change(solver: Any, program: TwoStageProgram, index: int, shift: FloatArray) -> None:
    """Turn the model of the last scenario into that of another with the same coefficients."""
    second = program.second
    columns = np.arange(second.columns, dtype=np.int32)
    rows = np.arange(second.rows, dtype=np.int32)
    if second.cost.shape[0] > 1:
        solver.changeColsCost(columns.size, columns, second.cost[index])
    if second.lower.shape[0] > 1 or second.upper.shape[0] > 1:
        lower, upper = np.broadcast_arrays(second.lower, second.upper)
        solver.changeColsBounds(columns.size, columns, lower[index].copy(), upper[index].copy())
    if rows.size:
        low = second.row_lower[index if second.row_lower.shape[0] > 1 else 0]
        high = second.row_upper[index if second.row_upper.shape[0] > 1 else 0]
        solver.changeRowsBounds(rows.size, rows, low - shift, high - shift)


def _set_limits(solver: Any, *, whole: bool, seconds: float) -> None:
    # HiGHS counts its time from the first run of an instance on, hence the sum.
    solver.setOptionValue("time_limit", solver.getRunTime() + seconds)
    solver.setOptionValue("mip_allow_restart", False)  # a fifth faster on many small programs
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 1.0 - 1e-4 if whole else 1e-9)


def _lifted(answer: Outcome, *, whole: bool) -> float:
    if whole and np.isfinite(answer.bound):
        return float(np.ceil(answer.bound - _STEP))
    return answer.bound


def has_integer_values(program: TwoStageProgram) -> bool:
    """Return whether integer first stages always leave scenarios with integer optima.

    True when all data of the second stage are integers and each row holds at most one continuous column,
    with coefficient 1 or -1, so that a continuous column's best value is an integer once the others are.
    """
    second = program.second
    if not second.integer.any():
        return False
    arrays = (second.cost, second.data, program.technology_data, second.row_lower, second.row_upper)
    limits = (second.lower, second.upper)
    if not all(_are_integers(array) for array in (*arrays, *limits)):
        return False
    linked = np.unique(program.technology.indices)
    if not program.first.integer[linked].all():
        return False
    free = ~second.integer[second.matrix.indices]
    rows = np.repeat(np.arange(second.rows), np.diff(second.matrix.indptr))
    once = np.bincount(rows[free], minlength=second.rows).max(initial=0) <= 1
    return bool(once and np.all(np.abs(second.data[:, free]) == 1.0))


def _are_integers(array: FloatArray) -> bool:
    finite = array[np.isfinite(array)]
    return bool(np.all(finite == np.round(finite)))


def violation_prices(part: Scenario, x: FloatArray) -> FloatArray | None:
    """Return row prices that show a first stage infeasible in a scenario, or None when it is feasible."""
    from scipy.sparse import csr_array, eye_array, hstack

    model = recourse_model(part, x).relaxed()
    rows = model.row_lower.size
    one = eye_array(rows, format="csr")
    elastic = LinearModel(
        cost=np.concatenate([np.zeros(model.cost.size), np.ones(2 * rows)]),
        lower=np.concatenate([model.lower, np.zeros(2 * rows)]),
        upper=np.concatenate([model.upper, np.full(2 * rows, np.inf)]),
        integer=np.zeros(model.cost.size + 2 * rows, dtype=bool),
        matrix=csr_array(hstack([model.matrix, one, -one], format="csr")),
        row_lower=model.row_lower,
        row_upper=model.row_upper,
    )
    answer = run(load(elastic))
    return answer.row_duals if answer.objective > _STEP else None
