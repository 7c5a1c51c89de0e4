"""Writes out second stages that fall apart into small integer blocks: all answers of a block, priced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from jiwar.staged.program import FloatArray, TwoStageProgram

if TYPE_CHECKING:
    from scipy.sparse import csr_array

MOST_ANSWERS = 20_000
"""A block with more integer answers than this is not written out."""
MOST_NUMBERS = 60_000_000
"""All tables together hold at most this many numbers (8 bytes each)."""
_SLACK = 1e-9

IntArray = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """All integer answers of one block in all scenarios.

    ``cost`` (scenarios, answers), infinite where an answer breaks a row of its own; answer k may be given in
    scenario s when tender ``tenders[r]`` lies in ``[low[s, k, r], high[s, k, r]]`` for every r.
    """

    tenders: IntArray
    cost: FloatArray
    low: FloatArray
    high: FloatArray

    def allowed(self, tender: FloatArray) -> npt.NDArray[np.bool_]:
        """Return which answers (scenarios, answers) may be given at a tender."""
        here = tender[self.tenders]
        slack = _SLACK * np.maximum(1.0, np.abs(here))
        inside = (self.low <= here + slack) & (self.high >= here - slack)
        return np.asarray(np.all(inside, axis=2) & np.isfinite(self.cost))

    def value(self, tender: FloatArray) -> FloatArray:
        """Return the least cost per scenario at a tender, infinite where no answer is allowed."""
        return np.asarray(np.min(np.where(self.allowed(tender), self.cost, np.inf), axis=1))


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """All tables of a program and the rows that make tenders from a first stage: ``tender = rows @ x``."""

    rows: FloatArray
    blocks: tuple[Table, ...]

    def expected(self, program: TwoStageProgram, x: FloatArray) -> float:
        """Return cost of a first stage plus its exact expected recourse."""
        tender = self.rows @ x
        values = sum((table.value(tender) for table in self.blocks), np.zeros(program.scenarios))
        return program.first_stage_cost(x) + float(program.probability @ values)


def tables_of(program: TwoStageProgram) -> Tables | None:
    """Return the tables of a program, or None when its second stage does not allow them.

    They need: integer second-stage columns with finite limits, one technology matrix for all scenarios, and
    blocks (columns tied by rows) with few integer answers.
    """
    second = program.second
    finite = np.isfinite(second.lower).all() and np.isfinite(second.upper).all()
    if not second.columns or not second.integer.all() or not finite or program.technology_data.shape[0] > 1:
        return None
    linked = np.diff(program.technology.indptr) > 0
    tender_rows = np.flatnonzero(linked)
    tables: list[Table] = []
    for rows, columns in _blocks(second.matrix):
        own = rows[~linked[rows]]
        answers = _answers(program, own, columns)
        room = MOST_NUMBERS // max(1, program.scenarios * (2 * rows.size + 1))
        if answers is None or answers.shape[0] > room:
            return None
        tables.append(_priced(program, answers, own, rows[linked[rows]], columns, tender_rows))
    return Tables(program.technology[tender_rows].toarray(), tuple(tables))


def _blocks(pattern: csr_array) -> list[tuple[IntArray, IntArray]]:
    """Return (rows, columns) of the parts that share no row and no column."""
    from scipy.sparse import block_array, csr_array
    from scipy.sparse.csgraph import connected_components

    ones = csr_array((np.ones(pattern.nnz), pattern.indices, pattern.indptr), shape=pattern.shape)
    count, label = connected_components(block_array([[None, ones], [ones.T, None]]), directed=False)
    rows, columns = label[: pattern.shape[0]], label[pattern.shape[0] :]
    return [(np.flatnonzero(rows == part), np.flatnonzero(columns == part)) for part in range(count)]


def _answers(program: TwoStageProgram, own: IntArray, columns: IntArray) -> FloatArray | None:
    """Return integer answers (answers, columns) that no scenario's own rows rule out; None when too many."""
    second = program.second
    low = np.ceil(second.lower.min(axis=0)[columns] - _SLACK)
    high = np.floor(second.upper.max(axis=0)[columns] + _SLACK)
    least, most = _coefficient_range(program, own, columns)
    floor, ceiling = second.row_lower.min(axis=0)[own], second.row_upper.max(axis=0)[own]
    # The least and most that the columns still open can add to each row.
    ends = np.stack([least * low, least * high, most * low, most * high])
    down = np.concatenate(
        [np.cumsum(ends.min(axis=0)[:, ::-1], axis=1)[:, ::-1], np.zeros((own.size, 1))], axis=1
    )
    up = np.concatenate(
        [np.cumsum(ends.max(axis=0)[:, ::-1], axis=1)[:, ::-1], np.zeros((own.size, 1))], axis=1
    )
    points = np.zeros((1, 0))
    lowest, highest = np.zeros((1, own.size)), np.zeros((1, own.size))
    for j in range(columns.size):
        values = np.arange(low[j], high[j] + 1)
        if points.shape[0] * values.size > 8 * MOST_ANSWERS:
            return None
        step = np.stack([values[:, None] * least[:, j], values[:, None] * most[:, j]])
        grown = (points.shape[0] * values.size, own.size)
        lowest = (lowest[:, None] + step.min(axis=0)).reshape(grown)
        highest = (highest[:, None] + step.max(axis=0)).reshape(grown)
        points = np.hstack(
            [np.repeat(points, values.size, axis=0), np.tile(values, points.shape[0])[:, None]]
        )
        fits = (lowest + down[:, j + 1] <= ceiling + _SLACK) & (highest + up[:, j + 1] >= floor - _SLACK)
        kept = fits.all(axis=1)
        points, lowest, highest = points[kept], lowest[kept], highest[kept]
    return points if points.shape[0] <= MOST_ANSWERS else None


def _coefficient_range(
    program: TwoStageProgram, rows: IntArray, columns: IntArray
) -> tuple[FloatArray, FloatArray]:
    """Return the least and the largest coefficient over scenarios, dense (rows, columns)."""
    depth = program.second.data.shape[0]
    dense = [program.scenario(s).recourse[rows][:, columns].toarray() for s in range(depth)]
    return np.min(dense, axis=0), np.max(dense, axis=0)


def _priced(
    program: TwoStageProgram,
    answers: FloatArray,
    own: IntArray,
    link: IntArray,
    columns: IntArray,
    tender_rows: IntArray,
) -> Table:
    shape = (program.scenarios, answers.shape[0])
    cost, low, high = np.empty(shape), np.empty((*shape, link.size)), np.empty((*shape, link.size))
    for s in range(program.scenarios):
        part = program.scenario(s)
        work = answers @ part.recourse[:, columns].toarray().T  # (answers, rows)
        inside = (work[:, own] >= part.row_lower[own] - _SLACK) & (
            work[:, own] <= part.row_upper[own] + _SLACK
        )
        limits = (answers >= part.lower[columns] - _SLACK) & (answers <= part.upper[columns] + _SLACK)
        possible = inside.all(axis=1) & limits.all(axis=1)
        cost[s] = np.where(possible, answers @ part.cost[columns], np.inf)
        low[s] = part.row_lower[link] - work[:, link]
        high[s] = part.row_upper[link] - work[:, link]
    return Table(np.searchsorted(tender_rows, link), cost, low, high)
