"""The linear program of one cell: the first stage and, per block and scenario, a mix of allowed answers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from jiwar.staged.extensive import first_stage_model
from jiwar.staged.firststage import with_rows
from jiwar.staged.highs import LinearModel
from jiwar.staged.program import FloatArray, TwoStageProgram
from jiwar.staged.tables import Table, Tables
from jiwar.staged.tree import Region

_TINY = 1e-12
_SLACK = 1e-9

IntArray = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class CellTable:
    """One table inside a cell: which answers matter, what of the tender each needs, and the sure fallback.

    ``need_low``: how far above the cell's floor the tender must lie; ``need_high``: how far below its ceiling.
    ``sure`` (scenarios,): least cost of an answer that is allowed everywhere in the cell, infinite if none.
    """

    kept: npt.NDArray[np.bool_]
    need_low: FloatArray
    need_high: FloatArray
    sure: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class CellModel:
    """The linear program, and where the rows that limit each (scenario, tender) stand in it."""

    model: LinearModel
    shape: tuple[int, int]
    low_rows: tuple[IntArray, IntArray, IntArray]
    high_rows: tuple[IntArray, IntArray, IntArray]

    def prices(self, duals: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return the prices (scenarios, tenders) of the floor and ceiling rows, never negative."""
        both = []
        for scenario, tender, row in (self.low_rows, self.high_rows):
            price = np.zeros(self.shape)
            price[scenario, tender] = np.maximum(0.0, -duals[row])
            both.append(price)
        return both[0], both[1]


@dataclass(slots=True)
class _Builder:
    """Collects entries of a sparse matrix block by block."""

    columns: int
    rows: int = 0
    at_row: list[IntArray] = field(default_factory=list)
    at_column: list[IntArray] = field(default_factory=list)
    value: list[FloatArray] = field(default_factory=list)
    row_lower: list[FloatArray] = field(default_factory=list)
    row_upper: list[FloatArray] = field(default_factory=list)
    cost: list[FloatArray] = field(default_factory=list)

    def entries(self, rows: IntArray, columns: IntArray, values: FloatArray) -> None:
        self.at_row.append(rows)
        self.at_column.append(columns)
        self.value.append(values)

    def limits(self, lower: FloatArray, upper: FloatArray) -> None:
        self.row_lower.append(lower)
        self.row_upper.append(upper)
        self.rows += lower.size


def inside_cell(table: Table, region: Region) -> CellTable:
    """Return what is left of a table when its tenders are limited to a region."""
    floor, ceiling = region.tender_lower[table.tenders], region.tender_upper[table.tenders]
    possible = np.isfinite(table.cost) & np.all(
        (table.low <= ceiling + _SLACK) & (table.high >= floor - _SLACK), axis=2
    )
    need_low = np.maximum(table.low, floor) - floor
    need_high = ceiling - np.minimum(table.high, ceiling)
    free = possible & np.all((need_low <= _TINY) & (need_high <= _TINY), axis=2)
    sure = np.min(np.where(free, table.cost, np.inf), axis=1, initial=np.inf)
    return CellTable(possible & (table.cost < sure[:, None] - _TINY), need_low, need_high, sure)


def cell_model(program: TwoStageProgram, tables: Tables, region: Region) -> CellModel | None:
    """Return the linear program over a region, or None when some scenario has no allowed answer at all."""
    from scipy.sparse import csr_array

    first = with_rows(first_stage_model(program), tables.rows, region.tender_lower, region.tender_upper)
    build = _Builder(columns=first.cost.size)
    matrix = first.matrix.tocoo()
    build.entries(matrix.coords[0], matrix.coords[1], matrix.data)
    build.limits(first.row_lower, first.row_upper)
    offset = first.offset
    marks: tuple[list[IntArray], list[IntArray]] = ([], [])
    for table in tables.blocks:
        cell = inside_cell(table, region)
        if bool(np.any(~np.isfinite(cell.sure) & ~cell.kept.any(axis=1))):
            return None
        certain = np.isfinite(cell.sure)
        offset += float(program.probability[certain] @ cell.sure[certain])
        _add_table(build, program, tables, region, table, cell, marks)
    size = build.columns - first.cost.size
    model = LinearModel(
        cost=np.concatenate([first.cost, *build.cost]),
        lower=np.concatenate([region.lower, np.zeros(size)]),
        upper=np.concatenate([region.upper, np.full(size, np.inf)]),
        integer=np.zeros(build.columns, dtype=bool),
        matrix=csr_array(
            (np.concatenate(build.value), (np.concatenate(build.at_row), np.concatenate(build.at_column))),
            shape=(build.rows, build.columns),
        ),
        row_lower=np.concatenate(build.row_lower),
        row_upper=np.concatenate(build.row_upper),
        offset=offset,
    )
    shape = (program.scenarios, tables.rows.shape[0])
    low_rows, high_rows = (_joined(mark) for mark in marks)
    return CellModel(replace(model), shape, low_rows, high_rows)


def _add_table(
    build: _Builder,
    program: TwoStageProgram,
    tables: Tables,
    region: Region,
    table: Table,
    cell: CellTable,
    marks: tuple[list[IntArray], list[IntArray]],
) -> None:
    scenario, answer = np.nonzero(cell.kept)
    if not scenario.size:
        return
    weight = np.arange(build.columns, build.columns + scenario.size)
    build.columns += scenario.size
    active, place = np.unique(scenario, return_inverse=True)
    base = np.where(np.isfinite(cell.sure), cell.sure, 0.0)
    build.cost.append(program.probability[scenario] * (table.cost[scenario, answer] - base[scenario]))
    build.entries(build.rows + place, weight, np.ones(scenario.size))
    # With a sure answer the weights may sum to less than 1: the rest is the sure answer, already in the offset.
    build.limits(np.where(np.isfinite(cell.sure[active]), -np.inf, 1.0), np.ones(active.size))
    for r, tender in enumerate(table.tenders):
        sides = (
            (
                cell.need_low[scenario, answer, r],
                -tables.rows[tender],
                -region.tender_lower[tender],
                marks[0],
            ),
            (cell.need_high[scenario, answer, r], tables.rows[tender], region.tender_upper[tender], marks[1]),
        )
        for need, link, side, mark in sides:
            _add_need(build, (active, place), weight, (need, link, float(side)), int(tender), mark)


def _add_need(
    build: _Builder,
    who: tuple[IntArray, IntArray],
    weight: IntArray,
    row: tuple[FloatArray, FloatArray, float],
    tender: int,
    mark: list[IntArray],
) -> None:
    """Add ``sum of weight * need + link.x <= side`` for each scenario in which some answer needs anything."""
    active, place = who
    need, link, side = row
    some = need > 0
    if not some.any():
        return
    needing, where = np.unique(place[some], return_inverse=True)
    build.entries(build.rows + where, weight[some], need[some])
    columns = np.flatnonzero(link)
    rows = build.rows + np.arange(needing.size)
    build.entries(
        np.repeat(rows, columns.size), np.tile(columns, needing.size), np.tile(link[columns], needing.size)
    )
    build.limits(np.full(needing.size, -np.inf), np.full(needing.size, side))
    mark.append(np.stack([active[needing], np.full(needing.size, tender), rows]))


def _joined(mark: list[IntArray]) -> tuple[IntArray, IntArray, IntArray]:
    joined = np.concatenate(mark, axis=1) if mark else np.zeros((3, 0), dtype=np.intp)
    return joined[0], joined[1], joined[2]
