"""Prices by month as formulas on the inputs, and the quantities that each line of cost takes of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jiwar.report.context import ReportContext
from jiwar.report.live import Live, Price, Quantity, Slice
from jiwar.report.workbook.book import Book, cell, on_sheet, span
from jiwar.report.workbook.flows import FIRST, Inputs, months_head, printed_by_year

_TOP = 4
_WIDE = 76


@dataclass(frozen=True, slots=True)
class Prices:
    """Where the rows of prices stand: by number of the price, pay or fee first, then its charges."""

    sheet: str
    rows: dict[tuple[int, bool], int]


@dataclass(frozen=True, slots=True)
class Quantities:
    """Where quantities stand, by side and line: the row of what is left over, and rows with their prices."""

    sheet: str
    rest: dict[tuple[str, str], int]
    rows: dict[tuple[str, str], tuple[tuple[int, Quantity], ...]]


def prices_sheet(book: Book, context: ReportContext, live: Live, name: str, inputs: Inputs) -> Prices:
    """Write one row for a year's pay, one for a month of it in EUR, and one for its charges."""
    texts, sheet = book.texts, book.sheet(name)
    told = texts("A month of one person, in EUR. Every cell is a formula on the sheet of inputs.")
    months_head(book, sheet, context, name, told, texts("A year, at the source"), wide=_WIDE)
    rows: dict[tuple[int, bool], int] = {}
    row = _TOP
    for number, price in enumerate(live.prices):
        sheet.write(row, 0, price.name, book.style("text"))
        sheet.write_number(row, 1, price.base * price.scale, book.style("money"))
        sheet.write(row, 2, price.per_eur.split("/")[-1] or "EUR", book.style("aside"))
        for month in range(context.horizon.months):
            column = FIRST + month
            formula = _per_month(price, inputs, month, cell(row, 1))
            sheet.write_formula(row, column, formula, book.style("cents"), price.eur_per_month[month])
        rows[number, False] = row
        row += 1
        if price.levies:
            sheet.write(row, 0, texts("{name}: charges", name=price.name), book.style("text"))
            for month in range(context.horizon.months):
                column = FIRST + month
                formula = _charges(price, inputs, month, cell(row - 1, column))
                sheet.write_formula(
                    row, column, formula, book.style("cents"), price.charges_eur_per_month[month]
                )
            sheet.write(row, 2, "EUR", book.style("aside"))
            rows[number, True] = row
            row += 1
    printed_by_year(sheet, context, row, _TOP, _WIDE)
    return Prices(name, rows)


def _per_month(price: Price, inputs: Inputs, month: int, base: str) -> str:
    text = f"={base}"
    if price.growth:
        text += f"*(1+{_input(inputs, price.growth)})^({price.years!r}+{month}/12)"
    text += "/12"
    return f"{text}/{_input(inputs, price.per_eur)}" if price.per_eur else text


def _charges(price: Price, inputs: Inputs, month: int, pay: str) -> str:
    """Charges are slices of a year's pay in the currency of the statute."""
    rate = _input(inputs, price.statute) if price.statute else "1"
    year = f"({pay}*12*{rate})"
    slices = "+".join(_slice(one, year) for one in price.levies[month]) or "0"
    return f"=({slices})/12/{rate}"


def _slice(one: Slice, year: str) -> str:
    high = year if one.up_to is None else f"MIN({year},{one.up_to!r})"
    if not one.above:
        return f"{one.rate!r}*{high}"
    return f"{one.rate!r}*MAX({high}-{one.above!r},0)"


def _input(inputs: Inputs, key: str) -> str:
    return inputs.live[key]


def quantities_sheet(book: Book, context: ReportContext, live: Live, name: str) -> Quantities:
    """Write for every line what it takes of each price by month, and what is left over."""
    texts, sheet = book.texts, book.sheet(name)
    told = texts("People, or units, by line, price and month; what hangs on no price is left over in EUR.")
    months_head(book, sheet, context, name, told, texts("Mean"), wide=_WIDE)
    names = {line.key: texts(line.name) for line in context.lines}
    sides = {"staying": texts("Staying"), "plan": texts("Plan")}
    rest: dict[tuple[str, str], int] = {}
    rows: dict[tuple[str, str], tuple[tuple[int, Quantity], ...]] = {}
    row = _TOP
    for key, left in live.rest.items():
        side, line = key.split("/")
        sheet.write(row, 0, f"{sides[side]}: {names[line]}", book.style("line"))
        row += 1
        sheet.write(row, 0, texts("left over, EUR"), book.style("text"))
        _mean(book, sheet, row, left, "money")
        sheet.write(row, 2, "EUR", book.style("aside"))
        sheet.write_row(row, FIRST, left, book.style("money"))
        rest[side, line] = row
        row += 1
        placed = []
        for one in live.quantities:
            if (one.side, one.line) == (side, line):
                _quantity(book, sheet, row, one, live)
                placed.append((row, one))
                row += 1
        rows[side, line] = tuple(placed)
        row += 1
    printed_by_year(sheet, context, row, _TOP, _WIDE)
    return Quantities(name, rest, rows)


def _quantity(book: Book, sheet: Any, row: int, one: Quantity, live: Live) -> None:
    name = live.prices[one.price].name
    shown = book.texts("{name}: charges", name=name) if one.charges else name
    if one.lag:
        months = str(one.lag)
        shown = book.texts("{name}, pay of {months} months before", name=name, months=months)
    sheet.write(row, 0, shown, book.style("text"))
    _mean(book, sheet, row, one.by_month, "fine")
    sheet.write(row, 2, book.texts("people, units"), book.style("aside"))
    sheet.write_row(row, FIRST, one.by_month, book.style("fine"))


def _mean(book: Book, sheet: Any, row: int, values: tuple[float, ...], style: str) -> None:
    formula = f"=AVERAGE({span(row, FIRST, FIRST + len(values) - 1)})"
    sheet.write_formula(row, 1, formula, book.style(style), sum(values) / len(values))


def line_formula(prices: Prices, quantities: Quantities, side: str, line: str, column: int) -> str | None:
    """Return what a line costs in a month as quantities times prices; None when it hangs on no price."""
    if (side, line) not in quantities.rest:
        return None
    parts = [on_sheet(quantities.sheet, cell(quantities.rest[side, line], column))]
    for row, one in quantities.rows[side, line]:
        if one.by_month[column - FIRST]:
            amount = on_sheet(quantities.sheet, cell(row, column))
            price = cell(prices.rows[one.price, one.charges], column - one.lag)
            parts.append(f"{amount}*{on_sheet(prices.sheet, price)}")
    return "=" + "+".join(parts)
