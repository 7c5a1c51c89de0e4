"""Sections of the paper as sheets: the same words and tables, with numbers that can be computed with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from jiwar.report.blocks import (
    Align,
    Block,
    BulletList,
    Callout,
    Column,
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

_PLAIN = re.compile(r"[+\u2212-]?[\d\s.,\u00a0\u202f]+")
_WIDTHS = (34, 20, 18, 18, 18, 18, 20, 20, 20)
_WORDS_WIDE = 6
_LETTERS_A_LINE = 130


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table stands: its title row, its first and last row of numbers, and its number of columns."""

    head: int
    first: int
    last: int
    columns: int


def section_sheet(book: Book, section: Section, name: str) -> tuple[Any, int, tuple[Placed, ...]]:
    """Write a section; return the sheet, the first free row, and where its tables stand."""
    sheet = book.sheet(name)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write(0, 0, section.title, book.style("title"))
    writer = _Writer(book, sheet, [])
    row = 2
    for block in section.blocks:
        row = writer.block(block, row)
    sheet.freeze_panes(1, 0)
    return sheet, row, tuple(writer.placed)


def plain(parts: Parts) -> str:
    """Return inline parts as plain words."""
    return "".join(part.text for part in parts)


@dataclass(frozen=True, slots=True)
class _Writer:
    book: Book
    sheet: Any
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
                    lines = 1 + len(term) // (_WIDTHS[0] - 4)
                    row = self.words(plain(entry.meaning), row, column=1, lines=lines)
                return row + 1

    def words(self, text: str, row: int, column: int = 0, lines: int = 1) -> int:
        """Write a passage over several columns, as high as it needs to be, or as the words beside it need."""
        self.sheet.merge_range(row, column, row, _WORDS_WIDE, "", self.book.style("words"))
        self.sheet.write_string(row, column, text, self.book.style("words"))
        self.sheet.set_row(row, 15 * max(lines, 1 + len(text) // _LETTERS_A_LINE))
        return row + 1

    def table(self, table: Table, row: int) -> int:
        """Write a table with its caption; numbers stay numbers."""
        row = self.words(table.caption, row)
        for index, column in enumerate(table.columns):
            title = f"{column.title} ({column.unit})" if column.unit else column.title
            style = "column_number" if column.align is Align.NUMBER else "column"
            self.sheet.write_string(row, index, title, self.book.style(style))
        head = row
        row += 1
        for one in table.rows:
            if one.kind is RowKind.GROUP:
                self.sheet.write_string(row, 0, plain(one.cells[0]), self.book.style("group"))
            else:
                strong = one.kind in {RowKind.SUBTOTAL, RowKind.TOTAL}
                for index, parts in enumerate(one.cells):
                    self.cell(row, index, parts, table.columns[index], strong=strong)
            row += 1
        self.placed.append(Placed(head, head + 1, row - 1, len(table.columns)))
        return row + 1

    def cell(self, row: int, index: int, parts: Parts, column: Column, *, strong: bool) -> None:
        """Write a cell: a number when it is one whose unit is known, else the words of the paper."""
        end = "_total" if strong else ""
        value, style = _value(parts, thousands=column.unit == self.book.texts("thousand EUR"))
        if value is None:
            self.sheet.write_string(row, index, plain(parts), self.book.style(f"text{end}"))
        else:
            self.sheet.write_number(row, index, value, self.book.style(f"{style}{end}"))


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
