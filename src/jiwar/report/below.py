"""Cells that stand below their rows on paper: the table without their columns, and what is told below each row."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from jiwar.report.blocks import Inline, Parts, Row, RowKind, Table, Text
from jiwar.report.texts import NOTHING, Texts


def parted(table: Table, below: frozenset[int], texts: Texts) -> tuple[Table, tuple[Parts, ...]]:
    """Return the table without some columns, and for every row what stands below it; nothing without such columns."""
    if not below:
        return table, ()
    beside = only(table, [index for index in range(len(table.columns)) if index not in below])
    return beside, tuple(_remark(table, row, below, texts) for row in table.rows)


def only(table: Table, kept: list[int]) -> Table:
    """Return the table with some of its columns."""
    rows = tuple(
        row
        if row.kind is RowKind.GROUP
        else dataclasses.replace(row, cells=tuple(row.cells[i] for i in kept))
        for row in table.rows
    )
    return dataclasses.replace(table, columns=tuple(table.columns[index] for index in kept), rows=rows)


def _remark(table: Table, row: Row, below: frozenset[int], texts: Texts) -> Parts:
    """Return what stands below a row, empty for a heading and for a row without a remark.

    A single column of remarks needs no name before them; others are named.
    """
    if row.kind is RowKind.GROUP:
        return ()
    told = [(index, row.cells[index]) for index in sorted(below) if _plain(row.cells[index]) != NOTHING]
    if len(below) == 1 and table.columns[min(below)].below:
        return told[0][1] if told else ()
    return tuple(_named(table, told, texts))


def _named(table: Table, told: list[tuple[int, Parts]], texts: Texts) -> Iterator[Inline]:
    for number, (index, cell) in enumerate(told):
        if number:
            yield Text(" · ")
        yield Text(texts("{name}:", name=table.columns[index].title) + " ")
        yield from cell


def _plain(parts: Parts) -> str:
    return "".join(part.text for part in parts)
