"""Bounds a region of tenders from tables: each block's value is convexified over the cell it lies in.

Within a cell ``L <= tender <= U`` an answer that is allowed for tenders in ``[a, b]`` can only be given at a
tender in ``[max(a, L), min(b, U)]``. Mixing answers with weights that sum to 1 gives the convex envelope of the
block over the cell, a small linear program; it is exact once the cell is small. (Tender-space branch and
bound goes back to Ahmed, Tawarmalani and Sahinidis 2004.)
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from jiwar.staged.cellmodel import CellModel, cell_model
from jiwar.staged.extensive import first_stage_model
from jiwar.staged.firststage import region_model, tender_range, with_rows
from jiwar.staged.highs import solve_once
from jiwar.staged.program import FloatArray, TwoStageProgram
from jiwar.staged.result import Certificate, Leaf, Proof, Split
from jiwar.staged.tables import Tables
from jiwar.staged.tree import Region, Relaxed
from jiwar.staged.workers import remember, remembered

_FRACTION = 1e-6
_INSET = 1e-7
_NARROW = 1e-7
"""Cells narrower than this (relative to the widest) are not split again."""


@dataclass(slots=True)
class CellRelaxation:
    """The relaxation of :mod:`jiwar.staged.cells` for one program."""

    program: TwoStageProgram
    tables: Tables
    executor: Executor
    method: str = "cells"
    _key: str = field(default="", init=False)

    def __post_init__(self) -> None:
        self._key = remember(self.program, "tables", self.tables)

    def root(self) -> Region:
        """Return the whole first stage with the limits of its tenders."""
        first = self.program.first
        endless = np.full(self.tables.rows.shape[0], np.inf)
        return Region(first.lower[0], first.upper[0], -endless, endless)

    def certificate(self, leaves: tuple[Leaf, ...]) -> Certificate:
        """Return the leaves; their proofs stand alone."""
        return Certificate(self.method, leaves)

    def relax(
        self, regions: Sequence[Region], earlier: Sequence[Relaxed | None], best: float
    ) -> list[Relaxed]:
        """Bound the regions side by side on the executor."""
        del earlier, best
        tasks = [self.executor.submit(_relax_task, self._key, self.program, region) for region in regions]
        return [task.result() for task in tasks]


def _relax_task(key: str, program: TwoStageProgram, region: Region) -> Relaxed:
    tables: Tables = remembered(key, program)
    return relax_cell(program, tables, region)


def relax_cell(program: TwoStageProgram, tables: Tables, region: Region) -> Relaxed:
    """Bound one region, propose a split and a first stage."""
    nothing = Relaxed(Proof("empty", np.inf))
    tight = tender_range(program, tables.rows, region)
    if tight is None:
        return nothing
    model = cell_model(program, tables, tight)
    if model is None:
        return nothing
    answer = solve_once(model.model)
    if answer.status == "infeasible":
        return nothing
    if not answer.found:  # the solver gave up: the region keeps the bound of the one it came from
        inside = solve_once(region_model(program, tables.rows, tight))
        split = _split(program, tables, tight, inside.point) if inside.found else None
        return Relaxed(Proof("none", -np.inf), split)
    x = answer.point[: program.first.columns]
    rise, fall = model.prices(answer.row_duals)
    proof = Proof("cells", answer.bound, {"rise": rise, "fall": fall})
    return Relaxed(proof, _split(program, tables, tight, x), _found(program, tables, x))


def _found(program: TwoStageProgram, tables: Tables, x: FloatArray) -> tuple[tuple[float, FloatArray], ...]:
    """Return the cheapest first stage that keeps the answers which are best at ``x`` allowed."""
    tender = tables.rows @ x
    low, high = np.full(tender.size, -np.inf), np.full(tender.size, np.inf)
    answers = 0.0
    for table in tables.blocks:
        prices = np.where(table.allowed(tender), table.cost, np.inf)
        if not np.isfinite(prices.min(axis=1)).all():
            return ()
        chosen = (np.arange(program.scenarios), prices.argmin(axis=1))
        answers += float(program.probability @ table.cost[chosen])
        low[table.tenders] = np.maximum(low[table.tenders], table.low[chosen].max(axis=0))
        high[table.tenders] = np.minimum(high[table.tenders], table.high[chosen].min(axis=0))
    predicted = float("nan")
    for inset in (
        0.0,
        _INSET,
    ):  # a point on a limit may fall outside by rounding: then keep clear of the limits
        room = np.where(np.isfinite(high - low), np.minimum(inset, np.maximum(0.0, high - low) / 4), inset)
        model = with_rows(first_stage_model(program), tables.rows, low + room, high - room)
        answer = solve_once(model)
        if not answer.found:
            return ()
        better = np.where(program.first.integer, np.round(answer.point), answer.point)
        value = tables.expected(program, better)
        predicted = answer.objective + answers if np.isnan(predicted) else predicted
        if value <= predicted + 1e-9 * max(1.0, abs(predicted)):
            return ((value, better),)
    return ((value, better),) if np.isfinite(value) else ()


def _split(program: TwoStageProgram, tables: Tables, region: Region, x: FloatArray) -> Split | None:
    fraction = np.where(program.first.integer, np.abs(x - np.round(x)), 0.0)
    if fraction.size and fraction.max() > _FRACTION:
        column = int(np.argmax(fraction))
        return Split(
            tender=False, index=column, low=float(np.floor(x[column])), high=float(np.ceil(x[column]))
        )
    tender = tables.rows @ x
    width = region.tender_upper - region.tender_lower
    widest = float(width.max()) if width.size else 0.0
    if widest <= _NARROW * max(1.0, float(np.abs(tender).max()) if tender.size else 0.0):
        return None
    gain = _gains(program, tables, region, tender) + 1e-9 * width / widest
    index = int(np.argmax(np.where(width > _NARROW * widest, gain * np.minimum(1.0, width / widest), -1.0)))
    middle = 0.5 * (region.tender_lower[index] + region.tender_upper[index])
    inner = 0.1 * width[index]
    point = np.clip(
        0.5 * (tender[index] + middle), region.tender_lower[index] + inner, region.tender_upper[index] - inner
    )
    return Split(tender=True, index=index, low=float(point), high=float(point))


def _gains(program: TwoStageProgram, tables: Tables, region: Region, tender: FloatArray) -> FloatArray:
    """Return per tender how much cheaper the answers get when it alone may move within the cell."""
    gains = np.zeros(tender.size)
    for table in tables.blocks:
        here = _clipped_mean(program, table.value(tender))
        for place, index in enumerate(table.tenders):
            freed = _reach(table.low, table.high, tender[table.tenders], region, table.tenders, place)
            value = np.min(np.where(freed & np.isfinite(table.cost), table.cost, np.inf), axis=1)
            gains[index] = max(0.0, here - _clipped_mean(program, value))
    return gains


def _reach(
    low: FloatArray,
    high: FloatArray,
    here: FloatArray,
    region: Region,
    tenders: npt.NDArray[np.intp],
    place: int,
) -> npt.NDArray[np.bool_]:
    floor, ceiling = here.copy(), here.copy()
    floor[place], ceiling[place] = region.tender_lower[tenders[place]], region.tender_upper[tenders[place]]
    return np.asarray(np.all((low <= ceiling + 1e-9) & (high >= floor - 1e-9), axis=2))


def _clipped_mean(program: TwoStageProgram, values: FloatArray) -> float:
    """Return the mean over scenarios with impossible ones priced far above all others."""
    finite = values[np.isfinite(values)]
    top = float(np.abs(finite).max()) * 10.0 + 1.0 if finite.size else 1.0
    return float(program.probability @ np.where(np.isfinite(values), values, top))


__all__ = ["CellModel", "CellRelaxation", "relax_cell"]
