"""The linear relaxation of a program kept inside HiGHS, so that each question begins where the last one ended.

Columns that are fixed at zero for good are left out of the model handed over; cuts are added as they are found;
bounds are changed from one node of a tree to the next. Every answer is in the terms of the whole program.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.highs import wait_for
from jiwar.planning.model import Program
from jiwar.planning.problem import BoolArray
from jiwar.planning.searching.cuts import Cut
from jiwar.planning.searching.proofs import Prices


@dataclass(frozen=True, slots=True)
class Answer:
    """What a relaxation says: its bound, values of all columns, prices of rows.

    When nothing fits the bound is inf, there are no values, and the prices are a ray that shows it.
    """

    bound_eur: float
    values: FloatArray | None
    row_prices: FloatArray  # of the program's rows
    cut_prices: FloatArray  # of the cuts, in their order
    finished: bool


class Relaxation:
    """A linear program with cuts, warm from one question to the next."""

    def __init__(
        self, program: Program, active: BoolArray, cuts: Sequence[Cut] = (), *, watched: bool = False
    ) -> None:
        """Load a program; a watched one hears Ctrl-C while HiGHS works, and must be asked by the main thread."""
        self._watched = watched
        self._program = program
        self._active = active
        self._cuts: list[Cut] = []
        self._stop = threading.Event()
        self._place = np.full(len(program.cost), -1, dtype=np.int64)
        self._columns = np.flatnonzero(active)
        self._place[self._columns] = np.arange(len(self._columns))
        self._lower = program.lower[self._columns].copy()
        self._upper = program.upper[self._columns].copy()
        self._highs, self._rows = self._load()
        self.add(cuts)

    def _load(self) -> tuple[Any, IntArray]:
        import highspy

        program = self._program
        row = np.repeat(np.arange(len(program.row_lower)), np.diff(program.starts))
        limited = np.isfinite(program.row_lower) | np.isfinite(program.row_upper)
        keep = self._active[program.columns] & limited[row]
        used = np.zeros(len(program.row_lower), dtype=bool)
        used[row[keep]] = True
        # a row without columns may still be broken: it stays
        used |= limited & ((program.row_lower > 0) | (program.row_upper < 0))
        rows = np.flatnonzero(used)
        starts = np.searchsorted(row[keep], rows)
        highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # the wheel leaves it untyped
        highs.silent()
        for name, value in (("threads", 1), ("parallel", "off"), ("random_seed", 0)):
            highs.setOptionValue(name, value)
        if self._watched:  # not for those that work side by side: Python would hold them up at every step
            highs.cbSimplexInterrupt.subscribe(self._look)
        values = program.values[keep]
        highs.passModel(
            len(self._columns),
            len(rows),
            len(values),
            int(highspy.MatrixFormat.kRowwise),
            int(highspy.ObjSense.kMinimize),
            0.0,
            program.cost[self._columns],
            self._lower,
            self._upper,
            program.row_lower[rows],
            program.row_upper[rows],
            np.append(starts, len(values)).astype(np.int32),
            self._place[program.columns[keep]].astype(np.int32),
            values,
            np.zeros(len(self._columns), dtype=np.int32),
        )
        return highs, rows

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """The cuts that are there, in the order in which they came."""
        return tuple(self._cuts)

    def stop(self) -> None:
        """Answer no more questions; a watched one that is being worked on ends at once."""
        self._stop.set()

    def add(self, cuts: Sequence[Cut]) -> None:
        """Add cuts behind those that are there."""
        self._cuts.extend(cuts)
        if not cuts:
            return
        columns, amounts, starts = [], [], []
        total = 0
        for cut in cuts:
            at = self._place[cut.columns]
            starts.append(total)
            columns.append(at[at >= 0])
            amounts.append(cut.amounts[at >= 0])
            total += len(columns[-1])
        self._highs.addRows(
            len(cuts),
            np.array([cut.least for cut in cuts]),
            np.full(len(cuts), np.inf),
            total,
            np.array(starts, dtype=np.int32),
            np.concatenate(columns).astype(np.int32),
            np.concatenate(amounts),
        )

    def solve(self, lower: FloatArray, upper: FloatArray, end: float) -> Answer:
        """Return the bound within column bounds of the whole program; ``end`` is on the monotonic clock."""
        low, high = lower[self._columns], upper[self._columns]
        changed = np.flatnonzero((low != self._lower) | (high != self._upper))
        if len(changed):
            self._highs.changeColsBounds(len(changed), changed.astype(np.int32), low[changed], high[changed])
            self._lower, self._upper = low, high
        if np.any(low > high):
            return self._nothing(np.inf, finished=True)
        left = end - time.monotonic()
        if left <= 0 or self._stop.is_set():
            return self._nothing(-np.inf, finished=False)
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + left)
        if not self._watched:
            self._highs.run()
            return self._answer()
        wait_for(self._highs, self._stop)
        if self._stop.is_set():
            raise KeyboardInterrupt
        return self._answer()

    def _look(self, event: Any) -> None:
        if self._stop.is_set():
            event.interrupt()

    def _nothing(self, bound_eur: float, *, finished: bool) -> Answer:
        return Answer(
            bound_eur, None, np.zeros(len(self._program.row_lower)), np.zeros(len(self._cuts)), finished
        )

    def _answer(self) -> Answer:
        status = self._highs.getModelStatus().name
        if status == "kInfeasible":
            return self._ray()
        if status != "kOptimal":
            if status in {"kUnboundedOrInfeasible", "kUnbounded"}:
                return self._nothing(-np.inf, finished=True)
            return self._nothing(-np.inf, finished=False)
        solution = self._highs.getSolution()
        values = np.zeros(len(self._program.cost))
        values[self._columns] = solution.col_value
        bound = float(self._highs.getInfo().objective_function_value)
        return Answer(bound, values, *self._divided(np.array(solution.row_dual)), finished=True)

    def _ray(self) -> Answer:
        """Say that nothing fits, with the prices that show it."""
        status, there, ray = self._highs.getDualRay()
        if status.name != "kOk" or not there:
            return self._nothing(np.inf, finished=True)
        return Answer(np.inf, None, *self._divided(np.array(ray)), finished=True)

    def _divided(self, prices: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return prices of the program's rows and of the cuts from those of the rows handed over."""
        rows = np.zeros(len(self._program.row_lower))
        rows[self._rows] = prices[: len(self._rows)]
        return rows, prices[len(self._rows) :]

    def prices(self, answer: Answer) -> Prices:
        """Return what proves an answer, the last one or an earlier one: cuts are only added behind."""
        rows, cuts = np.flatnonzero(answer.row_prices), np.flatnonzero(answer.cut_prices)
        priced = tuple(self._cuts[cut] for cut in cuts)
        ray = answer.values is None
        return Prices(rows, answer.row_prices[rows], priced, answer.cut_prices[cuts], ray)

    def reduced_costs(self, answer: Answer) -> FloatArray:
        """Return what one unit more of every column of the whole program adds to the bound, (N,)."""
        program = self._program
        row = np.repeat(np.arange(len(program.row_lower)), np.diff(program.starts))
        weighted = program.values * answer.row_prices[row]
        reduced: FloatArray = program.cost - np.bincount(
            program.columns, weights=weighted, minlength=len(program.cost)
        )
        for cut, price in zip(self._cuts, answer.cut_prices, strict=False):  # later cuts have no price in it
            if price != 0.0:
                np.subtract.at(reduced, cut.columns, price * cut.amounts)
        return reduced
