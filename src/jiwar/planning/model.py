"""A readable builder of linear programs: named blocks of columns and rows, filled by arrays."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.problem import BoolArray

Of = TypeVar("Of", bound=np.generic)

ABSENT = -1
"""Stands in an index array where a block has no column or row; terms on it are left out."""


@dataclass(frozen=True, slots=True)
class Block:
    """Columns or rows of one kind: a name, labels along each axis, and the indices they have."""

    name: str
    labels: tuple[tuple[str, ...], ...]
    index: IntArray  # shape of the labels, ABSENT where there is none
    family: str = ""
    limit: bool = False  # rows only: a rule of the user's, not a definition

    def names(self) -> dict[int, str]:
        """Return the name of each column or row by its index."""
        found = {}
        for place in map(tuple, np.argwhere(self.index >= 0)):
            parts = ",".join(axis[at] for axis, at in zip(self.labels, place, strict=True))
            found[int(self.index[place])] = f"{self.name}[{parts}]" if parts else self.name
        return found


@dataclass(frozen=True, slots=True)
class Spending:
    """Money that shared decisions cost, by line, column and period, not discounted."""

    line: str
    column: IntArray
    period: IntArray
    amount_eur: FloatArray


@dataclass(frozen=True, slots=True)
class Program:
    """A finished mixed-integer program, minimised; the matrix is stored by rows."""

    cost: FloatArray
    lower: FloatArray
    upper: FloatArray
    integer: BoolArray
    row_lower: FloatArray
    row_upper: FloatArray
    starts: IntArray
    columns: IntArray
    values: FloatArray
    column_blocks: tuple[Block, ...]
    row_blocks: tuple[Block, ...]
    spending: tuple[Spending, ...]

    def find(self, name: str) -> IntArray | None:
        """Return the indices of the first block of columns with a name, None when it does not exist."""
        return next((block.index for block in self.column_blocks if block.name == name), None)

    def options(self, of_each: NDArray[Of]) -> tuple[IntArray, NDArray[Of]]:
        """Return the columns of options that exist, and what an array (O,) says of each of them."""
        choose = self.find("choose")
        if choose is None:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        return choose[choose >= 0], of_each[choose >= 0]

    def column_names(self) -> list[str]:
        """Return the name of every column, in order."""
        return _names(self.column_blocks, len(self.cost))

    def row_names(self) -> list[str]:
        """Return the name of every row, in order."""
        return _names(self.row_blocks, len(self.row_lower))


def _names(blocks: tuple[Block, ...], size: int) -> list[str]:
    found: dict[int, str] = {}
    for block in blocks:
        found |= block.names()
    return [found[index] for index in range(size)]


@dataclass
class Model:
    """Collects columns, rows and terms while the families of constraints speak, one after the other."""

    discount: FloatArray
    column_blocks: list[Block] = field(default_factory=list)
    row_blocks: list[Block] = field(default_factory=list)
    spending: list[Spending] = field(default_factory=list)
    _bounds: list[tuple[FloatArray, FloatArray, BoolArray]] = field(default_factory=list)
    _row_bounds: list[tuple[FloatArray, FloatArray]] = field(default_factory=list)
    _terms: list[tuple[IntArray, IntArray, FloatArray]] = field(default_factory=list)
    _prices: list[tuple[IntArray, FloatArray]] = field(default_factory=list)
    _columns: int = 0
    _rows: int = 0

    def columns(
        self,
        name: str,
        *labels: Sequence[str],
        lower: FloatArray | float = 0.0,
        upper: FloatArray | float = math.inf,
        integer: bool = False,
        where: BoolArray | None = None,
    ) -> IntArray:
        """Add a block of columns with one axis per list of labels and return their indices.

        Bounds are broadcast over the axes; where a mask says false there is no column (`ABSENT`).
        """
        block, keep = self._block(name, labels, where, self._columns)
        self.column_blocks.append(block)
        low, high = (np.broadcast_to(bound, block.index.shape)[keep] for bound in (lower, upper))
        self._bounds.append((low, high, np.full(len(low), integer)))
        self._columns += len(low)
        return block.index

    def rows(
        self,
        family: str,
        name: str,
        *labels: Sequence[str],
        lower: FloatArray | float = -math.inf,
        upper: FloatArray | float = math.inf,
        where: BoolArray | None = None,
        limit: bool = False,
    ) -> IntArray:
        """Add a block of rows ``lower <= terms <= upper`` and return their indices.

        ``limit`` marks rules of the user's that may be named when nothing fits; the first axis is what
        such a rule applies to.
        """
        block, keep = self._block(name, labels, where, self._rows, family, limit=limit)
        self.row_blocks.append(block)
        low, high = (np.broadcast_to(bound, block.index.shape)[keep] for bound in (lower, upper))
        self._row_bounds.append((low, high))
        self._rows += len(low)
        return block.index

    def add(self, rows: Any, columns: Any, amounts: Any = 1.0) -> None:
        """Add terms ``amount × column`` to rows; the three are broadcast, repeated places add up."""
        row, column, amount = np.broadcast_arrays(rows, columns, amounts)
        keep = (row >= 0) & (column >= 0)
        self._terms.append((row[keep], column[keep], amount[keep].astype(np.float64)))

    def price(self, columns: Any, amounts_eur: Any) -> None:
        """Add present values per unit of columns to the objective."""
        column, amount = np.broadcast_arrays(columns, amounts_eur)
        keep = column >= 0
        self._prices.append((column[keep], amount[keep].astype(np.float64)))

    def spend(self, line: str, columns: Any, periods: Any, amounts_eur: Any) -> None:
        """Let columns cost money of a line in periods: discounted in the objective, plain in the budget."""
        column, period, amount = np.broadcast_arrays(columns, periods, amounts_eur)
        keep = (column >= 0) & (amount != 0)
        column, period, amount = column[keep], period[keep], amount[keep].astype(np.float64)
        self.spending.append(Spending(line, column, period, amount))
        self.price(column, amount * self.discount[period])

    def find(self, name: str) -> IntArray:
        """Return the indices of a block of columns that an earlier family has added."""
        return next(block.index for block in self.column_blocks if block.name == name)

    def freeze(self) -> Program:
        """Return the finished program; terms at one place are summed, zeros are dropped."""
        cost = np.zeros(self._columns)
        for column, amount in self._prices:
            np.add.at(cost, column, amount)
        row, column, value = _sum_places(self._terms, self._columns)
        starts = np.searchsorted(row, np.arange(self._rows + 1)).astype(np.int64)
        low, high, integer = (_joined(self._bounds, part) for part in range(3))
        row_low, row_high = (_joined(self._row_bounds, part) for part in range(2))
        return Program(
            cost,
            low,
            high,
            integer.astype(bool),
            row_low,
            row_high,
            starts,
            column,
            value,
            tuple(self.column_blocks),
            tuple(self.row_blocks),
            tuple(self.spending),
        )

    @staticmethod
    def _block(
        name: str,
        labels: Sequence[Sequence[str]],
        where: BoolArray | None,
        first: int,
        family: str = "",
        *,
        limit: bool = False,
    ) -> tuple[Block, BoolArray]:
        shape = tuple(len(axis) for axis in labels)
        keep = np.ones(shape, dtype=bool) if where is None else where
        if keep.shape != shape:
            message = f"{name}: the mask has shape {keep.shape}, the labels {shape}"
            raise ValueError(message)
        index = np.full(shape, ABSENT, dtype=np.int64)
        index[keep] = np.arange(first, first + int(keep.sum()))
        return Block(name, tuple(tuple(axis) for axis in labels), index, family, limit), keep


def _joined(parts: Sequence[tuple[Any, ...]], which: int) -> FloatArray:
    arrays = [part[which] for part in parts]
    joined: FloatArray = np.concatenate(arrays).astype(np.float64) if arrays else np.zeros(0)
    return joined


def _sum_places(
    terms: list[tuple[IntArray, IntArray, FloatArray]], width: int
) -> tuple[IntArray, IntArray, FloatArray]:
    """Sort terms by row and column and sum those at the same place."""
    if not terms:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, np.zeros(0)
    row, column, value = (np.concatenate([term[part] for term in terms]) for part in range(3))
    places, inverse = np.unique(row.astype(np.int64) * width + column, return_inverse=True)
    total = np.bincount(inverse, weights=value, minlength=len(places))
    places, total = places[total != 0], total[total != 0]
    return places // width, places % width, total
