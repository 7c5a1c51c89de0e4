"""The result in one sheet: present values, payback and years as formulas, and the curve of cash."""

from __future__ import annotations

import datetime as dt
from typing import Any

from jiwar.report.breakeven import Recovery, break_even
from jiwar.report.context import ReportContext
from jiwar.report.workbook.book import Book, cell, on_sheet, span
from jiwar.report.workbook.flows import Flows

_YEARS = 14


def fill_summary(book: Book, sheet: Any, context: ReportContext, name: str, flows: Flows) -> None:
    """Write key figures and years; the sheet stands first, so it is made before the flows."""
    texts = book.texts
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 8, 17)
    sheet.write(0, 0, context.title, book.style("title"))
    told = texts("{company}. As of {day}.", company=context.company, day=texts.form.day(context.as_of))
    sheet.write(1, 0, told, book.style("quiet"))
    for column, title in enumerate((texts("EUR, present value"), texts("Staying"), texts("Plan"))):
        sheet.write(3, column, title, book.style("column" if column == 0 else "column_number"))
    sheet.write(3, 3, texts("Difference"), book.style("column_number"))
    _values(book, sheet, context, flows)
    _payback(book, sheet, context, flows)
    end = _years(book, sheet, context, flows)
    _curve(book, sheet, context, flows, end + 2)
    del name


def _values(book: Book, sheet: Any, context: ReportContext, flows: Flows) -> None:
    texts = book.texts
    sums = {
        "cash": (
            sum(line.staying_eur.value for line in context.cash_lines),
            sum(line.plan_eur.value for line in context.cash_lines),
        ),
        "value": (
            sum(line.staying_eur.value for line in context.value_lines),
            sum(line.plan_eur.value for line in context.value_lines),
        ),
    }
    names = {"cash": texts("Cash together"), "value": texts("Not cash: value of work left undone")}
    for row, key in ((4, "cash"), (5, "value")):
        sheet.write(row, 0, names[key], book.style("text"))
        for column, side in ((1, "staying"), (2, "plan")):
            formula = f"={on_sheet(flows.sheet, cell(flows.rows[f'{side}_{key}'], 2))}"
            sheet.write_formula(row, column, formula, book.style("money"), sums[key][column - 1])
        formula = f"={cell(row, 2)}-{cell(row, 1)}"
        sheet.write_formula(row, 3, formula, book.style("money"), sums[key][1] - sums[key][0])
    sheet.write(6, 0, texts("Cash and value together"), book.style("text_total"))
    both = [sums["cash"][index] + sums["value"][index] for index in (0, 1)]
    for column, value in ((1, both[0]), (2, both[1]), (3, both[1] - both[0])):
        formula = f"={cell(4, column)}+{cell(5, column)}"
        sheet.write_formula(6, column, formula, book.style("money_total"), value)


def _payback(book: Book, sheet: Any, context: ReportContext, flows: Flows) -> None:
    """Payback is the month after the last one in which cumulated extra cash is above zero."""
    texts, found = book.texts, break_even(context.cash.cumulated_cash_eur)
    months = context.horizon.months
    out = on_sheet(flows.sheet, span(flows.rows["out"], flows.first, flows.last))
    summed = on_sheet(flows.sheet, span(flows.rows["cumulated"], flows.first, flows.last))
    names = on_sheet(flows.sheet, span(flows.months, flows.first, flows.last))
    last = months if found.recovery is Recovery.NOT_RECOVERED else (found.month or 0)
    sheet.write(8, 0, texts("Most cash ahead of staying"), book.style("text"))
    sheet.write_formula(8, 1, f"=MAX(0,MAX({summed}))", book.style("money"), max(found.peak_eur, 0.0))
    sheet.write(9, 0, texts("Last month in which cash is out (number)"), book.style("text"))
    sheet.write_formula(9, 1, f"=MAX({out})", book.style("whole"), last)
    sheet.write(10, 0, texts("Cash is back from"), book.style("text"))
    never, not_yet = texts("from the start"), texts("not within the horizon")
    place = cell(9, 1)
    formula = f'=IF({place}=0,"{never}",IF({place}={months},"{not_yet}",INDEX({names},1,{place}+1)))'
    shown: str | int = never if last == 0 else not_yet
    if 0 < last < months:
        shown = (context.horizon.month(last).first_day - dt.date(1899, 12, 30)).days
    sheet.write_formula(10, 1, formula, book.style("month_value"), shown)


def _years(book: Book, sheet: Any, context: ReportContext, flows: Flows) -> int:
    texts = book.texts
    keys = ("staying_cash", "plan_cash", "cash", "staying_value", "plan_value")
    titles = (
        *(texts("Cash, staying"), texts("Cash, plan"), texts("Difference")),
        *(texts("Undone work, staying"), texts("Undone work, plan")),
    )
    flow = context.cash
    series = (
        *(flow.staying_cash_eur, flow.plan_cash_eur, flow.extra_cash_eur),
        *(flow.staying_undone_eur, flow.plan_undone_eur),
    )
    sheet.write(_YEARS - 2, 0, texts("Years, not discounted, EUR"), book.style("heading"))
    sheet.write(_YEARS - 1, 0, texts("Year"), book.style("column"))
    for column, title in enumerate(titles, start=1):
        sheet.write(_YEARS - 1, column, title, book.style("column_number"))
    numbered = [month.year for month in context.horizon]
    row = _YEARS
    in_years = on_sheet(flows.sheet, span(flows.years, flows.first, flows.last))
    for year in dict.fromkeys(numbered):
        sheet.write_number(row, 0, year, book.style("year"))
        for column, (key, values) in enumerate(zip(keys, series, strict=True), start=1):
            months = on_sheet(flows.sheet, span(flows.rows[key], flows.first, flows.last))
            value = sum(v for v, y in zip(values, numbered, strict=True) if y == year)
            formula = f"=SUMIF({in_years},{cell(row, 0)},{months})"
            sheet.write_formula(row, column, formula, book.style("money"), value)
        row += 1
    sheet.write(row, 0, texts("All years"), book.style("text_total"))
    for column, values in enumerate(series, start=1):
        formula = f"=SUM({cell(_YEARS, column)}:{cell(row - 1, column)})"
        sheet.write_formula(row, column, formula, book.style("money_total"), sum(values))
    return row


def _curve(book: Book, sheet: Any, context: ReportContext, flows: Flows, row: int) -> None:
    texts = book.texts
    chart = book.file.add_chart({"type": "line"})
    names = f"={on_sheet(flows.sheet, span(flows.months, flows.first, flows.last))}"
    for key, title, colour, dash in (
        ("cumulated", texts("Extra cash, added up"), "#1c2126", "solid"),
        ("all", texts("Added up with undone work"), "#586069", "dash"),
    ):
        values = f"={on_sheet(flows.sheet, span(flows.rows[key], flows.first, flows.last))}"
        line = {"color": colour, "width": 2, "dash_type": dash}
        chart.add_series({"name": title, "categories": names, "values": values, "line": line})
    chart.set_title({"name": texts("Extra cash against staying, added up"), "name_font": {"size": 12}})
    date_axis = {"date_axis": True, "num_format": "yyyy", "major_unit": 12, "major_unit_type": "months"}
    chart.set_x_axis({**date_axis, "label_position": "low"})
    chart.set_y_axis(
        {"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#e7e9eb"}}}
    )
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 900, "height": 360})
    sheet.insert_chart(row, 0, chart, {"description": texts("Extra cash against staying, added up")})
    del context
