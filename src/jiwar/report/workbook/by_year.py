"""Cost by line and year of staying, of the plan and between them: formulas on the months."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from jiwar.report.context import CostLine, ReportContext
from jiwar.report.workbook.book import Book, cell, on_sheet, span
from jiwar.report.workbook.flows import Flows, monthly

_HEAD = 3
_FIRST = 3
"""Column of the first year; before it stand the name, the sum and the present value."""


@dataclass(frozen=True, slots=True)
class ByYear:
    """Where the present value of each line stands, by ``plan/pay``, ``difference/pay``, ``staying_cash`` and so on."""

    sheet: str
    rows: dict[str, int]
    value_column: int


def by_year_sheet(book: Book, context: ReportContext, name: str, flows: Flows) -> ByYear:
    """Write one row for each line and side; a year is the sum of its months."""
    texts, sheet = book.texts, book.sheet(name)
    sheet.write(0, 0, name, book.style("title"))
    told = texts("EUR, as paid or missed in each year; only the column of present values is discounted.")
    sheet.write(1, 0, told, book.style("quiet_line"))
    years = tuple(dict.fromkeys(month.year for month in context.horizon))
    _head(book, sheet, years)
    writer = _Writer(book, sheet, context, flows, years, {})
    row = _HEAD + 1
    for side, title in (("staying", texts("Staying")), ("plan", texts("Plan"))):
        row = writer.part(row, title, partial(writer.summed, side), side)
    writer.part(row, texts("Plan against staying"), writer.difference, "difference")
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 2 + len(years), 15)
    sheet.freeze_panes(_HEAD + 1, 1)
    sheet.repeat_rows(0, _HEAD)
    sheet.fit_to_pages(1, 1)
    return ByYear(name, writer.rows, 2)


def _head(book: Book, sheet: Any, years: tuple[int, ...]) -> None:
    texts = book.texts
    sheet.write(_HEAD, 0, texts("Line"), book.style("column"))
    sheet.write(_HEAD, 1, texts("Total"), book.style("column_number"))
    sheet.write(_HEAD, 2, texts("Present value"), book.style("column_number"))
    for index, year in enumerate(years):
        sheet.write_number(_HEAD, _FIRST + index, year, book.style("year_column"))


Cells = tuple[tuple[str, float], ...]
"""Formulas with the engine's values: the sum, the present value, then the years."""


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes parts below each other; each returns the first row that is free."""

    book: Book
    sheet: Any
    context: ReportContext
    flows: Flows
    years: tuple[int, ...]
    rows: dict[str, int]

    def part(self, row: int, title: str, cells: Callable[[CostLine], Cells], side: str) -> int:
        """Write the lines of a side and their sums: cash together, then the value of undone work."""
        texts = self.book.texts
        self.sheet.write(row, 0, title, self.book.style("heading"))
        row += 1
        for kind, lines, total in (
            ("cash", self.context.cash_lines, texts("Cash together")),
            ("value", self.context.value_lines, texts("Not cash: value of work left undone")),
        ):
            first = row
            told = [cells(line) for line in lines]
            for line, one in zip(lines, told, strict=True):
                self.rows[f"{side}/{line.key}"] = row
                self.row(row, texts(line.name), one)
                row += 1
            sums = tuple(
                (
                    f"=SUM({cell(first, column)}:{cell(row - 1, column)})",
                    sum(one[column - 1][1] for one in told),
                )
                for column in range(1, _FIRST + len(self.years))
            )
            self.rows[f"{side}_{kind}"] = row
            self.row(row, total, sums, strong=True)
            row += 1
        return row + 1

    def row(self, row: int, name: str, cells: Cells, *, strong: bool = False) -> None:
        """Write one row."""
        end = "_total" if strong else ""
        self.sheet.write(row, 0, name, self.book.style(f"text{end}"))
        for column, (formula, value) in enumerate(cells, start=1):
            self.sheet.write_formula(row, column, formula, self.book.style(f"money{end}"), value)

    def summed(self, side: str, line: CostLine) -> Cells:
        """Sum the months of a line on the sheet of flows."""
        flows, values = self.flows, monthly(line, side)
        row = flows.rows[f"{side}/{line.key}"]
        months = on_sheet(flows.sheet, span(row, flows.first, flows.last))
        named = on_sheet(flows.sheet, span(flows.years, flows.first, flows.last))
        worth = sum(v * d for v, d in zip(values, self.context.cash.discount, strict=True))
        found = [
            (f"={on_sheet(flows.sheet, cell(row, 1))}", sum(values)),
            (f"={on_sheet(flows.sheet, cell(row, 2))}", worth),
        ]
        for index, year in enumerate(self.years):
            formula = f"=SUMIF({named},{cell(_HEAD, _FIRST + index)},{months})"
            amount = sum(
                v for v, month in zip(values, self.context.horizon, strict=True) if month.year == year
            )
            found.append((formula, amount))
        return tuple(found)

    def difference(self, line: CostLine) -> Cells:
        """Take staying from the plan."""
        plan, staying = (self.rows[f"{side}/{line.key}"] for side in ("plan", "staying"))
        both = zip(self.summed("plan", line), self.summed("staying", line), strict=True)
        return tuple(
            (f"={cell(plan, column)}-{cell(staying, column)}", one[1] - other[1])
            for column, (one, other) in enumerate(both, start=1)
        )
