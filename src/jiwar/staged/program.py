"""A two-stage stochastic mixed-integer program as arrays, with a stage on every column and row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from jiwar.diagnostics import Diagnostic
from jiwar.staged.codes import StagedError

if TYPE_CHECKING:
    from scipy.sparse import csr_array

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

PROBABILITY_TOLERANCE = 1e-9
"""Sums of probabilities further from 1 than this are normalised with a note."""


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """The columns and rows of one stage; first axis 1 = the same in all scenarios, else one per scenario.

    ``row_lower <= (T x +) W y <= row_upper``, ``lower <= y <= upper``; an equation has equal row limits,
    a one-sided row an infinite one. ``matrix`` gives the pattern of W, ``data`` its values.
    """

    cost: FloatArray
    lower: FloatArray
    upper: FloatArray
    integer: BoolArray
    matrix: csr_array
    data: FloatArray
    row_lower: FloatArray
    row_upper: FloatArray

    def each(self, change: Callable[[FloatArray], FloatArray]) -> Stage:
        """Return the stage with a change made to every array that may differ between scenarios."""
        return replace(
            self,
            cost=change(self.cost),
            lower=change(self.lower),
            upper=change(self.upper),
            data=change(self.data),
            row_lower=change(self.row_lower),
            row_upper=change(self.row_upper),
        )

    @property
    def columns(self) -> int:
        """Number of columns."""
        return int(self.integer.size)

    @property
    def rows(self) -> int:
        """Number of rows."""
        return int(self.matrix.shape[0])


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """One scenario written out: ``min cost.y`` over ``row_lower - T x <= W y <= row_upper - T x``."""

    cost: FloatArray
    lower: FloatArray
    upper: FloatArray
    integer: BoolArray
    recourse: csr_array
    technology: csr_array
    row_lower: FloatArray
    row_upper: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class TwoStageProgram:
    """Minimise the cost of a first stage plus the expected cost of the second stage it leaves.

    Make it with :func:`two_stage` or :func:`one_stage`, which check shapes and normalise probabilities.
    """

    name: str
    first: Stage
    second: Stage
    technology: csr_array
    technology_data: FloatArray
    probability: FloatArray
    constant: float = 0.0
    column_names: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def scenarios(self) -> int:
        """Number of scenarios."""
        return int(self.probability.size)

    @property
    def is_one_stage(self) -> bool:
        """Whether nothing is left to decide after the first stage."""
        return self.second.columns == 0 and self.second.rows == 0

    @property
    def has_integer_recourse(self) -> bool:
        """Whether some column of the second stage must be an integer."""
        return bool(self.second.integer.any())

    def scenario(self, index: int) -> Scenario:
        """Return one scenario with its own values filled into the shared pattern."""
        second = self.second
        return Scenario(
            cost=_pick(second.cost, index),
            lower=_pick(second.lower, index),
            upper=_pick(second.upper, index),
            integer=second.integer,
            recourse=_filled(second.matrix, _pick(second.data, index)),
            technology=_filled(self.technology, _pick(self.technology_data, index)),
            row_lower=_pick(second.row_lower, index),
            row_upper=_pick(second.row_upper, index),
        )

    def first_stage_cost(self, x: FloatArray) -> float:
        """Return the cost of a first stage without its recourse."""
        return self.constant + float(self.first.cost[0] @ x)

    def mean_program(self) -> TwoStageProgram:
        """Return the program whose only scenario is the mean of all scenarios (expected-value problem)."""
        weights = self.probability
        second = self.second.each(lambda array: _mean(array, weights))
        return replace(
            self,
            name=f"{self.name} (mean)",
            second=second,
            technology_data=_mean(self.technology_data, weights),
            probability=np.ones(1),
        )

    def only(self, indices: Iterable[int]) -> TwoStageProgram:
        """Return the program of some scenarios, their probabilities scaled to sum to 1."""
        kept = np.asarray(list(indices), dtype=np.intp)
        second = self.second.each(lambda array: _some(array, kept))
        weights = self.probability[kept]
        return replace(
            self,
            second=second,
            technology_data=_some(self.technology_data, kept),
            probability=weights / weights.sum(),
        )


def stage(
    *,
    cost: Any,
    lower: Any = 0.0,
    upper: Any = np.inf,
    integer: Any = False,
    matrix: Any = None,
    data: Any = None,
    row_lower: Any = -np.inf,
    row_upper: Any = np.inf,
) -> Stage:
    """Make a stage from plain arrays; a scalar limit holds for all columns or rows.

    ``cost``, ``lower``, ``upper``: (columns,) or (scenarios, columns). ``matrix``: (rows, columns), dense or
    sparse. ``data``: None or (scenarios, stored entries of ``matrix`` in CSR order).
    """
    from scipy.sparse import csr_array

    costs = np.atleast_2d(np.asarray(cost, dtype=float))
    columns = costs.shape[1]
    pattern = csr_array((0, columns)) if matrix is None else csr_array(matrix, dtype=float)
    pattern.sum_duplicates()
    rows = pattern.shape[0]
    return Stage(
        cost=costs,
        lower=_wide(lower, columns),
        upper=_wide(upper, columns),
        integer=np.broadcast_to(np.asarray(integer, dtype=bool), (columns,)).copy(),
        matrix=pattern,
        data=np.atleast_2d(pattern.data if data is None else np.asarray(data, dtype=float)),
        row_lower=_wide(row_lower, rows),
        row_upper=_wide(row_upper, rows),
    )


def two_stage(
    name: str,
    first: Stage,
    second: Stage,
    technology: Any,
    probability: Any,
    *,
    technology_data: Any = None,
    constant: float = 0.0,
    column_names: Iterable[str] = (),
) -> TwoStageProgram:
    """Make a program; probabilities that do not sum to 1 are normalised and a note says so.

    Raises
    ------
    StagedError
        With every shape, number or limit that does not fit (codes S001 to S003).
    """
    from scipy.sparse import csr_array

    weights = np.asarray(probability, dtype=float).ravel()
    link = csr_array(technology, dtype=float)
    link.sum_duplicates()
    total = float(weights.sum()) if weights.size else 0.0
    notes: tuple[str, ...] = ()
    if total > 0 and abs(total - 1.0) > PROBABILITY_TOLERANCE:
        notes = (f"the probabilities sum to {total:.9g}; each was divided by that sum",)
    program = TwoStageProgram(
        name=name,
        first=first,
        second=second.each(_shrunk),
        technology=link,
        technology_data=_shrunk(link.data if technology_data is None else technology_data),
        probability=weights / total if total > 0 else weights,
        constant=constant,
        column_names=tuple(column_names),
        notes=notes,
    )
    problems = [*_shape_problems(program), *_number_problems(program)]
    if problems:
        raise StagedError(problems)
    return program


def one_stage(
    name: str, first: Stage, *, constant: float = 0.0, column_names: Iterable[str] = ()
) -> TwoStageProgram:
    """Make a program without a second stage, so that one-stage problems use the same solver."""
    from scipy.sparse import csr_array

    empty = stage(cost=np.zeros((1, 0)))
    return two_stage(
        name, first, empty, csr_array((0, first.columns)), [1.0], constant=constant, column_names=column_names
    )


def _shape_problems(program: TwoStageProgram) -> list[Diagnostic]:
    problems: list[Diagnostic] = []
    scenarios = program.scenarios

    def check(label: str, array: npt.NDArray[Any], width: int, depths: set[int]) -> None:
        if array.ndim != 2 or array.shape[1] != width or array.shape[0] not in depths:
            wanted = " or ".join(str((depth, width)) for depth in sorted(depths))
            problems.append(
                Diagnostic("S001", f"{label} has shape {array.shape}", f"give an array of shape {wanted}")
            )

    for label, part, depths in (("first", program.first, {1}), ("second", program.second, {1, scenarios})):
        for field_name in ("cost", "lower", "upper"):
            check(f"{label}.{field_name}", getattr(part, field_name), part.columns, depths)
        for field_name in ("row_lower", "row_upper"):
            check(f"{label}.{field_name}", getattr(part, field_name), part.rows, depths)
        check(f"{label}.matrix", np.zeros(part.matrix.shape), part.columns, {part.rows})
        check(f"{label}.data", part.data, part.matrix.nnz, depths)
    technology = program.technology
    check("technology", np.zeros(technology.shape), program.first.columns, {program.second.rows})
    check("technology_data", program.technology_data, technology.nnz, {1, scenarios})
    return problems


def _number_problems(program: TwoStageProgram) -> list[Diagnostic]:
    problems: list[Diagnostic] = []
    weights = program.probability
    if not weights.size or not np.all(np.isfinite(weights)) or np.any(weights <= 0):
        problems.append(
            Diagnostic("S002", "a probability is not a positive number", "drop scenarios that cannot happen")
        )
    for label, part in (("first", program.first), ("second", program.second)):
        for low, high in (("lower", "upper"), ("row_lower", "row_upper")):
            a, b = getattr(part, low), getattr(part, high)
            crossed = a.shape[1] == b.shape[1] and bool(np.any(np.isnan(a) | np.isnan(b) | (a > b)))
            if crossed:
                message = f"{label}.{low} exceeds {label}.{high} somewhere, or is not a number"
                problems.append(Diagnostic("S003", message, "correct the limits"))
        if not (np.all(np.isfinite(part.cost)) and np.all(np.isfinite(part.data))):
            message = f"a cost or coefficient of the {label} stage is not finite"
            problems.append(Diagnostic("S003", message, "give finite numbers"))
    return problems


def _shrunk(values: Any) -> FloatArray:
    """Keep one row where all scenarios agree, so that methods see what is fixed."""
    array = np.atleast_2d(np.asarray(values, dtype=float))
    return array[:1].copy() if array.shape[0] > 1 and bool(np.all(array == array[0])) else array


def _pick(array: FloatArray, index: int) -> FloatArray:
    row: FloatArray = array[index if array.shape[0] > 1 else 0]
    return row


def _mean(array: FloatArray, weights: FloatArray) -> FloatArray:
    return array if array.shape[0] == 1 else np.atleast_2d(weights @ array)


def _some(array: FloatArray, kept: npt.NDArray[np.intp]) -> FloatArray:
    return array if array.shape[0] == 1 else array[kept]


def _filled(pattern: csr_array, data: FloatArray) -> csr_array:
    from scipy.sparse import csr_array

    return csr_array((data, pattern.indices, pattern.indptr), shape=pattern.shape)


def _wide(values: Any, width: int) -> FloatArray:
    array = np.asarray(values, dtype=float)
    if array.ndim == 0:
        return np.full((1, width), float(array))
    return np.atleast_2d(array)
