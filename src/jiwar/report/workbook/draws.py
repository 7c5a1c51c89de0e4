"""The result in the draws: quantiles by month beside the live curve, and a native chart of both."""

from __future__ import annotations

import datetime as dt
from typing import Any

from jiwar.report.context import ReportContext, Uncertainty
from jiwar.report.judgement import Judgement, Range
from jiwar.report.palette import GRID, INK, LESS, SITES
from jiwar.report.workbook.book import Book, cell, down, on_sheet
from jiwar.report.workbook.fitting import height
from jiwar.report.workbook.flows import Flows

_KEY = 4
_CHART = 10
_HEAD = 32
_WIDE = 60 + 6 * 15


def draws_sheet(book: Book, context: ReportContext, name: str, flows: Flows) -> None:
    """Write what the draws say; it does not recompute, and the sheet says so."""
    found, judged = context.uncertainty, context.judged
    if found is None or judged is None:
        return
    texts, sheet = book.texts, book.sheet(name)
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 6, 15)
    sheet.write(0, 0, name, book.style("title"))
    told = texts(
        "{draws} joint draws of everything uncertain, seed {seed}. They were drawn by the engine with the inputs "
        "of the run and do not recompute; only the last column follows the inputs.",
        draws=texts.form.number(judged.draws),
        seed=str(judged.seed),
    )
    sheet.merge_range(1, 0, 1, 6, told, book.style("words"))
    sheet.set_row(1, height([(told, _WIDE)]))
    _quantiles(book, sheet, found, judged)
    last = _months(book, sheet, context, judged, flows)
    _fan(book, sheet, name, last)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(_HEAD)
    sheet.set_h_pagebreaks([_HEAD])
    sheet.set_print_scale(55)


def _quantiles(book: Book, sheet: Any, found: Uncertainty, judged: Judgement) -> None:
    texts = book.texts
    titles = (texts("Present value, EUR"), "P10", "P50", "P90")
    for column, title in enumerate(titles):
        sheet.write(_KEY - 1, column, title, book.style("column_number" if column else "column"))
    saving = Range(found.saving_p10_eur, found.saving_p50_eur, found.saving_p90_eur)
    rows = (
        (texts("Saving against staying"), saving),
        (texts("Cash per productive year, staying"), judged.staying_cost_per_year),
        (texts("Cash per productive year, plan"), judged.plan_cost_per_year),
    )
    for row, (said, one) in enumerate(rows, start=_KEY):
        sheet.write(row, 0, said, book.style("text"))
        for column, amount in enumerate((one.p10, one.p50, one.p90), start=1):
            sheet.write_number(row, column, amount.value, book.style("money"))
    row = _KEY + len(rows)
    sheet.write(row, 0, texts("Draws in which the plan costs more than staying"), book.style("text"))
    sheet.write_number(row, 1, found.chance_of_loss.value, book.style("share"))
    sheet.write(row + 1, 0, texts("Draws in which cash is back within the horizon"), book.style("text"))
    sheet.write_number(row + 1, 1, judged.payback.share_of_draws.value, book.style("share"))


def _months(book: Book, sheet: Any, context: ReportContext, judged: Judgement, flows: Flows) -> int:
    texts, curve = book.texts, judged.curve
    titles = (texts("Extra cash, added up, EUR"), "P10", "P25", "P50", "P75", "P90", texts("This workbook"))
    for column, title in enumerate(titles):
        sheet.write(_HEAD, column, title, book.style("column_number" if column else "column"))
    quantiles = (curve.p10_eur, curve.p25_eur, curve.p50_eur, curve.p75_eur, curve.p90_eur)
    for index, month in enumerate(context.horizon):
        row = _HEAD + 1 + index
        first = dt.datetime(month.year, month.month, 1)  # noqa: DTZ001 - a calendar day, not a moment
        sheet.write_datetime(row, 0, first, book.style("month_text"))
        for column, values in enumerate(quantiles, start=1):
            sheet.write_number(row, column, values[index], book.style("money"))
        live = f"={on_sheet(flows.sheet, cell(flows.rows['cumulated'], flows.first + index))}"
        value = context.cash.cumulated_cash_eur[index]
        sheet.write_formula(row, 6, live, book.style("money"), value)
    return _HEAD + context.horizon.months


def _fan(book: Book, sheet: Any, name: str, last: int) -> None:
    texts = book.texts
    chart = book.file.add_chart({"type": "line"})
    months = f"={on_sheet(name, down(0, _HEAD + 1, last))}"
    for column, colour, width, dash in (
        (1, LESS.light, 1.25, "dash"),
        (3, LESS.light, 2.25, "solid"),
        (5, LESS.light, 1.25, "long_dash"),
        (6, SITES[1].light, 1.75, "round_dot"),
    ):
        values = f"={on_sheet(name, down(column, _HEAD + 1, last))}"
        title = f"={on_sheet(name, cell(_HEAD, column))}"
        line = {"color": colour, "width": width, "dash_type": dash}
        chart.add_series({"name": title, "categories": months, "values": values, "line": line})
    title = texts("Extra cash against staying, added up, thousand EUR: in the draws and in this workbook")
    chart.set_title({"name": title, "name_font": {"size": 12, "color": INK.light}})
    axis = {"date_axis": True, "num_format": "yyyy", "major_unit": 12, "major_unit_type": "months"}
    chart.set_x_axis({**axis, "label_position": "low"})
    grid = {"visible": True, "line": {"color": GRID.light}}
    chart.set_y_axis({"num_format": book.numbers("#,##0,"), "major_gridlines": grid})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 980, "height": 400})
    sheet.insert_chart(_CHART, 0, chart, {"description": title})
