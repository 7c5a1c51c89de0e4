"""Cash by line and month for staying and for the plan, as formulas on the engine's amounts and the inputs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jiwar.report.context import CostLine, ReportContext
from jiwar.report.workbook.book import Book, cell, on_sheet, span

FIRST = 3
"""Column of the first month; before it stand the name, the sum and the present value of a row."""

_SCALE = 62
"""Per cent at which the names, the sums and twelve months are as wide as a page."""

_LEAST_SCALE = 48
"""Per cent below which print cannot be read; then rows go on to a second page."""

_NAMES = 42
"""Width of the column of names, in characters."""

_ACROSS = 1489
"""Pixels of names, sums and twelve months next to each other."""

_ROWS_A_PAGE = 52
"""Rows that such a page holds."""

HEAD = 6
"""Row of the first block; above it stand the numbers, names, years and discount factors of the months."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The names of the inputs: the discount rate, the factor of every line, growth and exchange rates.

    ``compared`` pairs the cells that may be changed with what they hold in the run.
    """

    sheet: str
    rate: str
    staying: dict[str, str]
    plan: dict[str, str]
    live: dict[str, str] = field(default_factory=dict)
    compared: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Flows:
    """Where the sums stand on the sheet of flows; rows by name, those of lines as ``plan/pay`` and so on."""

    sheet: str
    first: int
    last: int
    rows: dict[str, int]
    months: int
    years: int
    discount: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row to write: its name, the formula of a month (column → text), its values, and its style."""

    name: str
    formula: Any
    values: tuple[float, ...]
    style: str = "money"


def amount_rows(context: ReportContext) -> dict[tuple[str, str], int]:
    """Return the row of each line of each side on the sheet of the engine's amounts."""
    width = len(context.lines)
    starts = {"staying": 5, "plan": 5 + width + 2}
    return {
        (side, line.key): start + index
        for side, start in starts.items()
        for index, line in enumerate(context.lines)
    }


Formula = Callable[[str, str, int], str | None]
"""Side, line, column → the formula of an amount; None where it is a number of the engine."""


def amounts_sheet(book: Book, context: ReportContext, name: str, formula: Formula) -> None:
    """Write what the engine computed, by line and month; as formulas on prices where a line hangs on them."""
    texts, sheet = book.texts, book.sheet(name)
    told = texts(
        "What the engine computed, in EUR, as paid or missed in each month. Do not change these cells."
    )
    months_head(book, sheet, context, name, told, texts("Total"))
    rows = amount_rows(context)
    last = FIRST + context.horizon.months - 1
    for side, title in (("staying", texts("Staying")), ("plan", texts("Plan"))):
        sheet.write(rows[side, context.lines[0].key] - 1, 0, title, book.style("heading"))
        for line in context.lines:
            row = rows[side, line.key]
            sheet.write(row, 0, texts(line.name), book.style("text"))
            summed = f"=SUM({span(row, FIRST, last)})"
            sheet.write_formula(row, 1, summed, book.style("money"), sum(monthly(line, side)))
            sheet.write(row, 2, "EUR", book.style("aside"))
            for index, value in enumerate(monthly(line, side)):
                column = FIRST + index
                text = formula(side, line.key, column)
                if text is None:
                    sheet.write_number(row, column, value, book.style("money"))
                else:
                    sheet.write_formula(row, column, text, book.style("money"), value)
    printed_by_year(sheet, context, 2 * len(context.lines) + 8, 4)


def months_head(
    book: Book, sheet: Any, context: ReportContext, name: str, told: str, second: str, *, wide: int = _NAMES
) -> None:
    """Write the head of a sheet with months as columns: its name, what it is, the months."""
    sheet.write(0, 0, name, book.style("title"))
    sheet.write(1, 0, told, book.style("quiet_line"))
    sheet.write(3, 0, "", book.style("column"))
    sheet.write(3, 1, second, book.style("column_number"))
    sheet.write(3, 2, book.texts("Unit"), book.style("column_aside"))
    months_row(book, sheet, context, 3)
    sheet.set_column(0, 0, wide)
    sheet.set_column(1, 2, 14)
    sheet.set_column(FIRST, FIRST + context.horizon.months - 1, 11)


def printed_by_year(sheet: Any, context: ReportContext, rows: int, head: int, wide: int = _NAMES) -> None:
    """Print a year of months on each page, with the names of rows and the head of columns on all of them."""
    sheet.freeze_panes(head, FIRST)
    sheet.repeat_rows(0, head - 1)
    sheet.repeat_columns(0, 2)
    starts = [FIRST + index for index, month in enumerate(context.horizon) if index and month.month == 1]
    if starts:
        sheet.set_v_pagebreaks(starts)
    across = int(_SCALE * _ACROSS / (_ACROSS + 7 * (wide - _NAMES)))
    one_page = int(_SCALE * _ROWS_A_PAGE / rows)
    sheet.set_print_scale(min(across, one_page) if one_page >= _LEAST_SCALE else across)


def monthly(line: CostLine, side: str) -> tuple[float, ...]:
    """Return the amounts of a line by month, of staying or of the plan."""
    return line.staying_by_month_eur if side == "staying" else line.plan_by_month_eur


def flows_sheet(
    book: Book,
    context: ReportContext,
    name: str,
    base: tuple[str, dict[tuple[str, str], int]],
    inputs: Inputs,
) -> Flows:
    """Write the live sheet: every amount is the engine's times its input; sums and values are formulas."""
    texts, sheet = book.texts, book.sheet(name)
    last = FIRST + context.horizon.months - 1
    told = texts("EUR; a cost is positive. Every cell here is a formula.")
    months_head(book, sheet, context, name, told, texts("Total"))
    _calendar(book, sheet, context, inputs)
    rows: dict[str, int] = {}
    writer = _Writer(book, sheet, context, last)
    row = HEAD
    for side, title in (("staying", texts("Staying")), ("plan", texts("Plan"))):
        row = writer.side(row, side, title, base, inputs, rows)
    row = writer.comparison(row, rows)
    printed_by_year(sheet, context, row, HEAD)
    return Flows(name, FIRST, last, rows, 3, 4, 5)


def months_row(book: Book, sheet: Any, context: ReportContext, row: int) -> None:
    """Write the months of the horizon as dates."""
    for index, month in enumerate(context.horizon):
        first = dt.datetime(month.year, month.month, 1)  # noqa: DTZ001 - a calendar day, not a moment
        sheet.write_datetime(row, FIRST + index, first, book.style("month"))


def _calendar(book: Book, sheet: Any, context: ReportContext, inputs: Inputs) -> None:
    texts = book.texts
    sheet.write(2, 0, texts("Number of the month"), book.style("text"))
    sheet.write(3, 0, texts("Month"), book.style("column"))
    sheet.write(3, 2, texts("Present value"), book.style("column_number"))
    sheet.write(4, 0, texts("Year"), book.style("text"))
    sheet.write(5, 0, texts("Discount factor, middle of the month"), book.style("text"))
    for index, month in enumerate(context.horizon):
        column = FIRST + index
        sheet.write_number(2, column, index + 1, book.style("whole"))
        sheet.write_formula(4, column, f"=YEAR({cell(3, column)})", book.style("whole"), month.year)
        formula = f"=(1+{inputs.rate})^(-({cell(2, column)}-0.5)/12)"
        sheet.write_formula(5, column, formula, book.style("factor"), context.cash.discount[index])


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes blocks of rows below each other; each returns the first row that is free."""

    book: Book
    sheet: Any
    context: ReportContext
    last: int

    def side(
        self,
        row: int,
        side: str,
        title: str,
        base: tuple[str, dict[tuple[str, str], int]],
        inputs: Inputs,
        rows: dict[str, int],
    ) -> int:
        """Write the lines of staying or of the plan: what is paid with its sum, then what is missed."""
        texts = self.book.texts
        self.sheet.write(row, 0, title, self.book.style("heading"))
        row += 1
        factors = inputs.staying if side == "staying" else inputs.plan
        for kind, lines, total in (
            ("cash", self.context.cash_lines, texts("Cash together")),
            ("value", self.context.value_lines, texts("Not cash: value of work left undone")),
        ):
            first = row
            for line in lines:
                source, factor = base[1][side, line.key], factors[line.key]

                def formula(column: int, source: int = source, factor: str = factor) -> str:
                    return f"={on_sheet(base[0], cell(source, column))}*{factor}"

                self.row(row, Row(texts(line.name), formula, monthly(line, side)))
                rows[f"{side}/{line.key}"] = row
                row += 1
            end = row - 1
            values = tuple(sum(v) for v in zip(*(monthly(line, side) for line in lines), strict=True))

            def added(column: int, first: int = first, end: int = end) -> str:
                return f"=SUM({cell(first, column)}:{cell(end, column)})"

            self.row(row, Row(total, added, values, "money_total"))
            rows[f"{side}_{kind}"] = row
            row += 1
        return row + 1

    def comparison(self, row: int, rows: dict[str, int]) -> int:
        """Write the difference, its running sums, and the months in which cash is out."""
        texts, flow = self.book.texts, self.context.cash
        self.sheet.write(row, 0, texts("Plan against staying"), self.book.style("heading"))

        def less(kind: str) -> Any:
            return lambda column: (
                f"={cell(rows[f'plan_{kind}'], column)}-{cell(rows[f'staying_{kind}'], column)}"
            )

        rows |= {"cash": row + 1, "value": row + 2, "cumulated": row + 3, "all": row + 4, "out": row + 5}
        self.row(rows["cash"], Row(texts("Extra cash"), less("cash"), flow.extra_cash_eur))
        self.row(
            rows["value"], Row(texts("Extra value of undone work"), less("value"), flow.extra_undone_eur)
        )

        def running(*added: str) -> Any:
            return lambda column: (
                "=" + "+".join(f"SUM({cell(rows[key], FIRST)}:{cell(rows[key], column)})" for key in added)
            )

        summed = Row(texts("Extra cash, added up"), running("cash"), flow.cumulated_cash_eur)
        self.row(rows["cumulated"], summed, sums=False)
        both = Row(texts("Added up with undone work"), running("cash", "value"), flow.cumulated_all_eur)
        self.row(rows["all"], both, sums=False)
        out = tuple(
            float(index + 1) if value > 0.5 else 0.0 for index, value in enumerate(flow.cumulated_cash_eur)
        )
        named = texts("Number of the month while cash is out, else 0")

        def is_out(column: int) -> str:
            return f"=IF({cell(rows['cumulated'], column)}>0.5,{cell(2, column)},0)"

        self.row(rows["out"], Row(named, is_out, out, "whole"), sums=False)
        return row + 7

    def row(self, row: int, one: Row, *, sums: bool = True) -> None:
        """Write one row: name, sum and present value, then the months."""
        style = self.book.style(one.style)
        self.sheet.write(row, 0, one.name, self.book.style("text_total" if "total" in one.style else "text"))
        if sums:
            months = span(row, FIRST, self.last)
            worth = sum(v * d for v, d in zip(one.values, self.context.cash.discount, strict=True))
            self.sheet.write_formula(row, 1, f"=SUM({months})", style, sum(one.values))
            discounted = f"=SUMPRODUCT({months},{span(5, FIRST, self.last)})"
            self.sheet.write_formula(row, 2, discounted, style, worth)
        for index, value in enumerate(one.values):
            self.sheet.write_formula(row, FIRST + index, one.formula(FIRST + index), style, value)
