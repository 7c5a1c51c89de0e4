"""The result in one sheet: present values, payback and years as formulas, and the curve of cash."""

from __future__ import annotations

import datetime as dt
from typing import Any

from jiwar.report.breakeven import Recovery, break_even
from jiwar.report.context import ReportContext
from jiwar.report.palette import GRID, INK, QUIET
from jiwar.report.workbook.book import Book, cell, on_sheet, span
from jiwar.report.workbook.flows import Flows, Inputs

_VALUES = 4
_PAYBACK = 10
_YEARS = 17
RESULTS = ("net_present_value", "net_present_value_cash", "peak_cash", "months_out", "cash_back")
"""Names of the cells with the results, so that other workbooks can point at them."""


def fill_summary(
    book: Book, sheet: Any, context: ReportContext, name: str, flows: Flows, inputs: Inputs
) -> None:
    """Write key figures and years; the sheet stands before the flows, so it is filled after them."""
    texts = book.texts
    sheet.set_column(0, 0, 66)
    sheet.set_column(1, 5, 17)
    sheet.write(0, 0, context.title, book.style("title"))
    told = texts("{company}. As of {day}.", company=context.company, day=texts.form.day(context.as_of))
    sheet.write(1, 0, told, book.style("quiet_line"))
    _values(book, sheet, context, flows)
    _payback(book, sheet, context, flows)
    _changed(book, sheet, inputs)
    end = _years(book, sheet, context, flows)
    _curve(book, sheet, flows, end + 2)
    for key, row, column in zip(
        RESULTS,
        (_VALUES + 4, _VALUES + 3, _PAYBACK, _PAYBACK + 1, _PAYBACK + 2),
        (3, 3, 1, 1, 1),
        strict=True,
    ):
        book.name(key, name, cell(row, column))
    sheet.fit_to_pages(1, 1)


def _values(book: Book, sheet: Any, context: ReportContext, flows: Flows) -> None:
    texts = book.texts
    titles = (texts("Present value, EUR"), texts("Staying"), texts("Plan"), texts("Plan against staying"))
    for column, title in enumerate(titles):
        sheet.write(_VALUES - 1, column, title, book.style("column_number" if column else "column"))
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
    for row, key in enumerate(("cash", "value"), start=_VALUES):
        sheet.write(row, 0, names[key], book.style("text"))
        for column, side in ((1, "staying"), (2, "plan")):
            formula = f"={on_sheet(flows.sheet, cell(flows.rows[f'{side}_{key}'], 2))}"
            sheet.write_formula(row, column, formula, book.style("money"), sums[key][column - 1])
        formula = f"={cell(row, 2)}-{cell(row, 1)}"
        sheet.write_formula(row, 3, formula, book.style("money"), sums[key][1] - sums[key][0])
    row = _VALUES + 2
    sheet.write(row, 0, texts("Cash and value together"), book.style("text_total"))
    both = [sums["cash"][index] + sums["value"][index] for index in (0, 1)]
    for column, value in ((1, both[0]), (2, both[1]), (3, both[1] - both[0])):
        formula = f"={cell(_VALUES, column)}+{cell(_VALUES + 1, column)}"
        sheet.write_formula(row, column, formula, book.style("money_total"), value)
    for index, (said, at, pair) in enumerate(
        (
            (texts("Net present value of the plan: what it saves, cash only"), _VALUES, sums["cash"]),
            (texts("Net present value of the plan, with undone work"), row, (both[0], both[1])),
        ),
        start=row + 1,
    ):
        sheet.write(index, 0, said, book.style("text_strong"))
        formula = f"={cell(at, 1)}-{cell(at, 2)}"
        sheet.write_formula(index, 3, formula, book.style("money_strong"), pair[0] - pair[1])


def _payback(book: Book, sheet: Any, context: ReportContext, flows: Flows) -> None:
    """Payback is the month after the last one in which cumulated extra cash is above zero."""
    texts, found = book.texts, break_even(context.cash.cumulated_cash_eur)
    months = context.horizon.months
    out = on_sheet(flows.sheet, span(flows.rows["out"], flows.first, flows.last))
    summed = on_sheet(flows.sheet, span(flows.rows["cumulated"], flows.first, flows.last))
    names = on_sheet(flows.sheet, span(flows.months, flows.first, flows.last))
    last = months if found.recovery is Recovery.NOT_RECOVERED else (found.month or 0)
    sheet.write(_PAYBACK, 0, texts("Most cash ahead of staying, EUR"), book.style("text"))
    peak = max(found.peak_eur, 0.0)
    sheet.write_formula(_PAYBACK, 1, f"=MAX(0,MAX({summed}))", book.style("money"), peak)
    sheet.write(_PAYBACK + 1, 0, texts("Months until cash is back for good"), book.style("text"))
    sheet.write_formula(_PAYBACK + 1, 1, f"=MAX({out})", book.style("whole"), last)
    sheet.write(_PAYBACK + 2, 0, texts("Cash is back from"), book.style("text"))
    never, not_yet = texts("from the start"), texts("not within the horizon")
    place = cell(_PAYBACK + 1, 1)
    formula = f'=IF({place}=0,"{never}",IF({place}={months},"{not_yet}",INDEX({names},1,{place}+1)))'
    shown: str | int = never if last == 0 else not_yet
    if 0 < last < months:
        shown = (context.horizon.month(last).first_day - dt.date(1899, 12, 30)).days
    sheet.write_formula(_PAYBACK + 2, 1, formula, book.style("month_value"), shown)


def _changed(book: Book, sheet: Any, inputs: Inputs) -> None:
    """Count the inputs that differ from the run, so that nobody takes a trial for the result."""
    parts = []
    for cells, known in inputs.compared:
        run = known if known[0].isdigit() else on_sheet(inputs.sheet, known)
        parts.append(f"SUMPRODUCT(({on_sheet(inputs.sheet, cells)}<>{run})*1)")
    said = book.texts("Inputs that were changed since the run")
    sheet.write(_PAYBACK + 3, 0, said, book.style("text"))
    sheet.write_formula(_PAYBACK + 3, 1, "=" + "+".join(parts), book.style("whole"), 0)


def _years(book: Book, sheet: Any, context: ReportContext, flows: Flows) -> int:
    texts = book.texts
    keys = ("staying_cash", "plan_cash", "cash", "staying_value", "plan_value")
    titles = (
        *(texts("Cash, staying"), texts("Cash, plan"), texts("Plan against staying")),
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
    sheet.set_row(_YEARS - 1, 28)
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


def _curve(book: Book, sheet: Any, flows: Flows, row: int) -> None:
    texts = book.texts
    chart = book.file.add_chart({"type": "line"})
    names = f"={on_sheet(flows.sheet, span(flows.months, flows.first, flows.last))}"
    for key, title, colour, dash in (
        ("cumulated", texts("Extra cash, added up"), INK.light, "solid"),
        ("all", texts("Added up with undone work"), QUIET.light, "dash"),
    ):
        values = f"={on_sheet(flows.sheet, span(flows.rows[key], flows.first, flows.last))}"
        line = {"color": colour, "width": 2, "dash_type": dash}
        chart.add_series({"name": title, "categories": names, "values": values, "line": line})
    title = texts("Extra cash against staying, added up, thousand EUR")
    chart.set_title({"name": title, "name_font": {"size": 12}})
    date_axis = {"date_axis": True, "num_format": "yyyy", "major_unit": 12, "major_unit_type": "months"}
    chart.set_x_axis({**date_axis, "label_position": "low"})
    grid = {"visible": True, "line": {"color": GRID.light}}
    chart.set_y_axis({"num_format": book.numbers("#,##0,"), "major_gridlines": grid})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 980, "height": 360})
    sheet.insert_chart(row, 0, chart, {"description": title})
