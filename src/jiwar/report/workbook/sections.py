"""Sections of the paper as sheets: the same words and tables, with numbers that can be computed with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jiwar.report.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    DefinitionList,
    Figure,
    Heading,
    Note,
    Number,
    Paragraph,
    Parts,
    RowKind,
    Section,
    Table,
)
from jiwar.report.workbook.book import Book
from jiwar.report.workbook.fitting import heading, height, plain, widths

_PLAIN = re.compile(r"[+\u2212-]?[\d\s.,\u00a0\u202f]+")
_NEAR_THE_TOP = 8
TOP_LEVEL = 3
"""The level of the headings of a section."""

_WORDS_WIDE = 130.0
"""Characters across which a passage of words runs, as near as the columns allow."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table stands: its title row, its first and last row of numbers, and its number of columns."""

    head: int
    first: int
    last: int
    columns: int


def section_sheet(book: Book, section: Section, name: str) -> tuple[Placed, ...]:
    """Write a section; return where its tables stand."""
    sheet = book.sheet(name)
    wide = widths(section)
    for column, width in enumerate(wide):
        sheet.set_column(column, column, width)
    sheet.write(0, 0, section.title, book.style("title"))
    writer = _Writer(book, sheet, wide, [])
    row = 2
    for block in section.blocks:
        row = writer.block(block, row)
    heads = [one.head for one in writer.placed]
    above = (
        heads[0] if len(heads) == 1 and heads[0] <= _NEAR_THE_TOP else 0
    )  # the only table keeps its head in sight
    sheet.freeze_panes(above + 1, 0)
    sheet.repeat_rows(above)
    return tuple(writer.placed)


def apart(section: Section, headings: Mapping[str, str]) -> tuple[Section, ...]:
    """Split a section where headings say so; each part ends before the next heading of the section."""
    found: dict[str, tuple[str, list[Block]]] = {section.id: (section.title, [])}
    key = section.id
    for block in section.blocks:
        if isinstance(block, Heading) and block.level == TOP_LEVEL:
            key = headings.get(block.text, section.id)
            if key != section.id:
                found.setdefault(key, (block.text, []))
                continue
        found[key][1].append(block)
    return tuple(Section(key, title, tuple(blocks)) for key, (title, blocks) in found.items())


@dataclass(frozen=True, slots=True)
class _Writer:
    book: Book
    sheet: Any
    widths: tuple[float, ...]
    placed: list[Placed]

    def block(self, block: Block, row: int) -> int:  # noqa: C901, PLR0911 - one case for each kind of block
        """Write one block; return the next free row."""
        match block:
            case Heading():
                self.sheet.write(row, 0, block.text, self.book.style("heading"))
                return row + 1
            case Paragraph() | Note():
                return self.words(plain(block.parts), row) + 1
            case BulletList():
                for item in block.items:
                    row = self.words(f"• {plain(item)}", row)
                return row + 1
            case Callout():
                self.sheet.write(row, 0, block.title, self.book.style("heading"))
                row += 1
                for inner in block.blocks:
                    row = self.block(inner, row)
                return row
            case Table():
                return self.table(block, row)
            case Figure():
                self.sheet.write(row, 0, block.title, self.book.style("heading"))
                return self.table(block.table, row + 1)
            case DefinitionList():
                for entry in block.items:
                    term = plain(entry.term)
                    self.sheet.write_string(row, 0, term, self.book.style("text"))
                    row = self.words(plain(entry.meaning), row, column=1, beside=term)
                return row + 1

    def words(self, text: str, row: int, column: int = 0, beside: str = "") -> int:
        """Write a passage over several columns, as high as it or the words beside it need."""
        last, room = column, self.widths[column]
        while room < _WORDS_WIDE and last + 1 < len(self.widths):
            last += 1
            room += self.widths[last]
        self.sheet.merge_range(row, column, row, last, "", self.book.style("words"))
        self.sheet.write_string(row, column, text, self.book.style("words"))
        self.sheet.set_row(row, height([(text, room), (beside, self.widths[0])]))
        return row + 1

    def table(self, table: Table, row: int) -> int:
        """Write a table with its caption; numbers stay numbers."""
        row = self.words(table.caption, row)
        titles = [heading(column.title, column.unit) for column in table.columns]
        for index, column in enumerate(table.columns):
            style = "column_number" if column.align is Align.NUMBER else f"column{_aside(table, index)}"
            self.sheet.write_string(row, index, titles[index], self.book.style(style))
        self.sheet.set_row(row, height((title, self.widths[i] - 1) for i, title in enumerate(titles)))
        head = row
        row += 1
        for one in table.rows:
            if one.kind is RowKind.GROUP:
                self.sheet.write_string(row, 0, plain(one.cells[0]), self.book.style("group"))
            else:
                strong = one.kind in {RowKind.SUBTOTAL, RowKind.TOTAL}
                for index, parts in enumerate(one.cells):
                    self.cell(row, index, parts, table, strong=strong)
                self.sheet.set_row(
                    row, height((plain(parts), self.widths[i]) for i, parts in enumerate(one.cells))
                )
            row += 1
        self.placed.append(Placed(head, head + 1, row - 1, len(table.columns)))
        return row + 1

    def cell(self, row: int, index: int, parts: Parts, table: Table, *, strong: bool) -> None:
        """Write a cell: a number when it is one whose unit is known, else the words of the paper."""
        end = "_total" if strong else ""
        value, style = _value(parts, thousands=table.columns[index].unit == self.book.texts("thousand EUR"))
        if value is None:  # words, or a number whose unit stands beside it
            self.sheet.write_string(row, index, plain(parts), self.book.style(f"{_words(table, index)}{end}"))
        else:
            self.sheet.write_number(row, index, value, self.book.style(f"{style}{end}"))


def _words(table: Table, index: int) -> str:
    return "right" if table.columns[index].align is Align.NUMBER else f"text{_aside(table, index)}"


def _aside(table: Table, index: int) -> str:
    """Words after a column of numbers stand a little apart from it."""
    both = table.columns[max(index - 1, 0)].align, table.columns[index].align
    return "_aside" if both == (Align.NUMBER, Align.TEXT) else ""


def _value(parts: Parts, *, thousands: bool) -> tuple[float | None, str]:
    """Return the value of a cell that is one number in a known unit, and the style that fits it."""
    if len(parts) != 1 or not isinstance(parts[0], Number) or parts[0].value is None:
        return None, ""
    text, value = parts[0].text, parts[0].value
    if thousands:
        return value / 1e3, "number"
    if re.fullmatch(rf"{_PLAIN.pattern}%", text):
        return value, "share"
    return (value, "number") if _PLAIN.fullmatch(text) else (None, "")
