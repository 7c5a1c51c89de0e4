"""The workbook as a whole: which sheets it has, in which order, and what each is made of."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from jiwar.report.blocks import Document
from jiwar.report.context import ReportContext
from jiwar.report.palette import site_colour
from jiwar.report.texts import Texts
from jiwar.report.workbook.book import Book, cell, on_sheet
from jiwar.report.workbook.flows import Inputs, amount_rows, amounts_sheet, flows_sheet
from jiwar.report.workbook.inputs import inputs_sheet
from jiwar.report.workbook.prices import line_formula, prices_sheet, quantities_sheet
from jiwar.report.workbook.sections import Placed, section_sheet
from jiwar.report.workbook.summary import fill_summary


def to_xlsx(document: Document, context: ReportContext, texts: Texts) -> bytes:
    """Return the run as a workbook; the same run gives the same bytes.

    The sheets of inputs, flows and the summary are formulas on the engine's amounts; the others are the
    sections of the paper. Every formula carries the engine's value, for readers that do not compute.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    file = Workbook(out, {"in_memory": True})
    day = context.as_of
    file.set_properties(
        {
            "title": context.title,
            "company": context.company,
            "comments": "Jiwar",
            "created": dt.datetime(day.year, day.month, day.day),  # noqa: DTZ001 - a calendar day
        }
    )
    book = Book(file, texts)
    summary = book.sheet(texts("Summary"))
    inputs = inputs_sheet(book, context, texts("Inputs"))
    base_name = texts("Engine amounts")
    flows_name = texts("Cash flow")
    flows = flows_sheet(book, context, flows_name, (base_name, amount_rows(context)), inputs)
    fill_summary(book, summary, context, texts("Summary"), flows)
    for section, name in _sheets(texts):
        found = next((one for one in document.sections if one.id == section), None)
        if found is None:
            continue
        sheet, row, placed = section_sheet(book, found, name)
        if section == "people" and placed:
            _headcount(book, sheet, name, placed[0], row)
    _engine(book, context, base_name, inputs)
    file.close()
    return out.getvalue()


def _engine(book: Book, context: ReportContext, name: str, inputs: Inputs) -> None:
    """Write the engine's amounts last; where the run was taken apart, on prices and quantities of their own."""
    texts, live = book.texts, context.live
    if live is None:
        amounts_sheet(book, context, name, lambda _side, _line, _column: None)
        return
    prices = prices_sheet(book, context, live, texts("Prices"), inputs)
    quantities = quantities_sheet(book, context, live, texts("Quantities"))
    amounts_sheet(
        book, context, name, lambda side, line, column: line_formula(prices, quantities, side, line, column)
    )


def _sheets(texts: Texts) -> tuple[tuple[str, str], ...]:
    """The sections that become sheets, with the names of the sheets."""
    return (
        ("plan", texts("Plan")),
        ("people", texts("People")),
        ("law", texts("Law")),
        ("blocked", texts("Blocked")),
        ("limits", texts("Limits")),
        ("assumptions", texts("Assumptions")),
        ("sources", texts("Sources")),
        ("record", texts("Record")),
    )


def _headcount(book: Book, sheet: Any, name: str, table: Placed, row: int) -> None:
    """Draw people by site and quarter from the table of the section; its last column is the sum."""
    chart = book.file.add_chart({"type": "column", "subtype": "stacked"})
    quarters = f"={on_sheet(name, f'{cell(table.first, 0)}:{cell(table.last, 0)}')}"
    for column in range(1, table.columns - 1):
        values = f"={on_sheet(name, f'{cell(table.first, column)}:{cell(table.last, column)}')}"
        title = f"={on_sheet(name, cell(table.head, column))}"
        fill = {"color": site_colour(column - 1).light}
        chart.add_series({"name": title, "categories": quarters, "values": values, "fill": fill, "gap": 30})
    chart.set_title({"name": book.texts("People by site and quarter"), "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#e7e9eb"}}})
    chart.set_size({"width": 900, "height": 340})
    sheet.insert_chart(row + 1, 0, chart, {"description": book.texts("People by site and quarter")})
