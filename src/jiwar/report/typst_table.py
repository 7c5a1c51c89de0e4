"""The source of one printed table: rows with their remarks below, or each row as a list of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from jiwar.report.blocks import Column, Parts, Row, RowKind
from jiwar.report.typst_below import Setting
from jiwar.report.typst_columns import Fit, is_tall, must_break, plain
from jiwar.report.typst_words import name_of, text

_WHOLE_PT = 170.0
"""A lower table stands on one page."""


class Ink(Protocol):
    """What writes the words of cells and knows the places of the paper."""

    @property
    def listed(self) -> Mapping[str, int]:
        """The numbers of the rows that have a place."""
        ...

    def run(self, parts: Parts, *, marks: bool = False) -> str:
        """Return a run of words as content."""
        ...

    def place(self, name: str) -> str:
        """Return the label of a place, the first time that it is written."""
        ...


def table_source(setting: Setting, name: str, anchor: str, ink: Ink) -> Iterator[str]:
    """Write one table under its name; ``anchor`` is the place of the whole table, or empty."""
    place = name_of(anchor) if anchor else "none"
    return _stack(setting, name, place, ink) if setting.fit.stacked else _grid(setting, name, place, ink)


def _grid(setting: Setting, name: str, place: str, ink: Ink) -> Iterator[str]:
    table, found, size = setting.table, setting.fit, setting.fit.size_pt
    below = setting.below or ((),) * len(table.rows)
    widths = ", ".join(f"{width}pt" for width in found.columns_pt)
    sides = ", ".join("right" if column.align.value == "number" else "left" for column in table.columns)
    heads = "".join(
        f"    {_split(_head(column), column.title, width, size, bold=True)},\n"
        for column, width in zip(table.columns, found.columns_pt, strict=True)
    )
    if setting.below:  # a last column of no width holds rows and remarks together
        widths, sides, heads = f"{widths}, 0pt", f"{sides}, left", f"{heads}    [],\n"
    kinds = "".join(
        f"{text(kind)}, "
        for row, remark in zip(table.rows, below, strict=True)
        for kind in (("remarked", "remark") if remark else (row.kind.value,))
    )
    yield (
        f"#grid-table({text(name)}, {text(table.caption)}, {place},\n"
        f"  columns: ({widths},), sides: ({sides},), kinds: ({kinds}), size: {size}pt,\n"
        f"  heads: (\n{heads}  ), whole: {str(setting.height_pt < _WHOLE_PT).lower()},\n"
    )
    for row, remark in zip(table.rows, below, strict=True):
        yield from _row(row, remark, found, ink, together=bool(setting.below))
    yield ")\n"


def _row(row: Row, remark: Parts, found: Fit, ink: Ink, *, together: bool) -> Iterator[str]:
    across = len(found.columns_pt)
    if row.kind is RowKind.GROUP:
        told = f"group(at({ink.place(row.anchor)}, {ink.run(row.cells[0])}))"
        yield f"  table.header(level: 2, table.cell(colspan: {across + together}, {told})),\n"
        return
    strong = row.kind is not RowKind.BODY
    cells = [
        _split(f"strong{ink.run(cell)}" if strong else ink.run(cell), plain(cell), width, found.size_pt)
        for cell, width in zip(row.cells, found.columns_pt, strict=True)
    ]
    if row.anchor:
        number = ink.listed.get(row.anchor)
        cells[0] = f"at({ink.place(row.anchor)}, row({number or 'none'}) + {cells[0]})"
    tall = is_tall(row, found, remark)
    if tall:
        cells = [f"table.cell(breakable: true, {cell})" for cell in cells]
    if together:
        cells.append("[]" if tall else f"together({2 if remark else 1})")
        if tall and remark:
            cells[-1] = "table.cell(rowspan: 2, breakable: true, inset: 0pt, [])"
    yield f"  {', '.join(cells)},\n"
    if remark:
        breaks = "breakable: true, " if tall else ""
        yield f"  table.cell({breaks}colspan: {across}, remark({ink.run(remark)})),\n"


def _stack(setting: Setting, name: str, place: str, ink: Ink) -> Iterator[str]:
    """Set each row as a list of its cells, for a table that no page is wide enough for."""
    table = setting.table
    below = setting.below or ((),) * len(table.rows)
    yield f"#stacked({text(name)}, {text(table.caption)}, {place}, (\n"
    for row, remark in zip(table.rows, below, strict=True):
        if row.kind is RowKind.GROUP:
            yield f"  (group({ink.run(row.cells[0])}), {ink.place(row.anchor)}, ()),\n"
            continue
        cells = "".join(
            f"({text(column.title)}, {ink.run(cell)}), "
            for column, cell in zip(table.columns[1:], row.cells[1:], strict=True)
        )
        more = f'("", {ink.run(remark)}), ' if remark else ""
        yield f"  ({ink.run(row.cells[0])}, {ink.place(row.anchor)}, ({cells}{more})),\n"
    yield "))\n"


def _head(column: Column) -> str:
    return f"head({text(column.title)}, {text(column.unit)})"


def _split(content: str, words: str, width_pt: float, size: float, *, bold: bool = False) -> str:
    """Let the words of a cell be divided when one of them is longer than its column."""
    return f"divided({content})" if must_break(words, width_pt, size, bold=bold) else content
