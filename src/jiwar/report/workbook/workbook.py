"""The workbook as a whole: which sheets it has, in which order, and what each is made of."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from jiwar.report.blocks import Document
from jiwar.report.context import CostLine, ReportContext
from jiwar.report.palette import GRID, site_colour
from jiwar.report.texts import Texts
from jiwar.report.workbook.book import Book, cell, down, new_book, on_sheet
from jiwar.report.workbook.by_year import by_year_sheet
from jiwar.report.workbook.draws import draws_sheet
from jiwar.report.workbook.flows import amount_rows, amounts_sheet, flows_sheet
from jiwar.report.workbook.guide import Listed, fill_guide
from jiwar.report.workbook.inputs import inputs_sheet
from jiwar.report.workbook.prices import line_formula, prices_sheet, quantities_sheet
from jiwar.report.workbook.sections import Placed, apart, section_sheet
from jiwar.report.workbook.summary import fill_summary
from jiwar.report.workbook.waterfall import waterfall_sheet


def to_xlsx(document: Document, context: ReportContext, texts: Texts) -> bytes:
    """Return the run as a workbook; the same run gives the same bytes.

    The first sheet says what may be changed. Summary, years, waterfall and flows are formulas on the engine's
    amounts and the inputs; the others are the sections of the paper. Every formula carries the engine's value,
    for readers that do not compute.
    """
    out = io.BytesIO()
    book = new_book(out, texts, title=context.title, company=context.company, day=context.as_of)
    context = replace(context, lines=_used(context))
    parts = {part.id: part for section in document.sections for part in apart(section, _apart(texts))}
    sections = [(parts[key], name, shows) for key, name, shows in _sheets(texts) if key in parts]
    told = [Listed(name, shows, live=False) for _, name, shows in sections]
    heads = Listed(texts("Headcount"), texts("People here and there by quarter, as a chart."), live=False)
    if "people" in parts:
        told.insert(1 + [section.id for section, _, _ in sections].index("people"), heads)
    listed = (*_computed(context, texts), *told, *_engine(context, texts))
    for name in (texts("Guide"), *(one.sheet for one in listed)):
        book.sheet(name)
    inputs = texts("Inputs")
    fill_guide(book, book.sheet(texts("Guide")), context, inputs, listed, drawn=context.judged is not None)
    _compute(book, context)
    for section, name, _ in sections:
        placed = section_sheet(book, section, name)
        if section.id == "people":
            _headcount(book, book.sheet(heads.sheet), name, placed[0])
    book.file.close()
    return out.getvalue()


def _used(context: ReportContext) -> tuple[CostLine, ...]:
    """Leave out lines of cost that are nothing in every month of both sides; each kind keeps one."""
    parts = set() if context.live is None else {key.split("/")[1] for key in context.live.rest}
    kept: list[CostLine] = []
    for lines in (context.cash_lines, context.value_lines):
        used = [
            line
            for line in lines
            if line.key in parts or any(line.staying_by_month_eur) or any(line.plan_by_month_eur)
        ]
        kept.extend(used or lines[:1])
    return tuple(kept)


def _computed(context: ReportContext, texts: Texts) -> tuple[Listed, ...]:
    """List the sheets that follow the inputs, with the draws beside them when there are any."""
    draws = Listed(texts("Draws"), texts("Cash with P10, P50 and P90, as a chart."), live=False)
    return (
        Listed(
            texts("Summary"), texts("Net present value, payback, years and the curve of cash."), live=True
        ),
        Listed(texts("Inputs"), texts("What may be changed, with its range."), live=True),
        Listed(texts("By year"), texts("Cost by line and year: staying, plan, and between them."), live=True),
        Listed(texts("Waterfall"), texts("From staying to the plan, line by line, as a chart."), live=True),
        *((draws,) if context.judged is not None else ()),
        Listed(texts("Cash flow"), texts("Cash by line and month, discounted and added up."), live=True),
    )


def _engine(context: ReportContext, texts: Texts) -> tuple[Listed, ...]:
    """List the sheets on which all others rest."""
    amounts = Listed(
        texts("Engine amounts"),
        texts("Amounts by line and month before the factors of the inputs."),
        live=True,
    )
    if context.live is None:
        return (replace(amounts, live=False),)
    return (
        Listed(
            texts("Prices"), texts("A month of one person or unit, from pay, growth and currency."), live=True
        ),
        Listed(texts("Quantities"), texts("How many people or units each line takes, by month."), live=False),
        amounts,
    )


def _compute(book: Book, context: ReportContext) -> None:
    """Write the sheets that follow the inputs, from the inputs to the summary."""
    texts, live = book.texts, context.live
    inputs = inputs_sheet(book, context, texts("Inputs"))
    amounts = texts("Engine amounts")
    if live is None:
        amounts_sheet(book, context, amounts, lambda _side, _line, _column: None)
    else:
        prices = prices_sheet(book, context, live, texts("Prices"), inputs)
        quantities = quantities_sheet(book, context, live, texts("Quantities"))
        amounts_sheet(
            book,
            context,
            amounts,
            lambda side, line, column: line_formula(prices, quantities, side, line, column),
        )
    flows = flows_sheet(book, context, texts("Cash flow"), (amounts, amount_rows(context)), inputs)
    by_year = by_year_sheet(book, context, texts("By year"), flows)
    waterfall_sheet(book, context, texts("Waterfall"), by_year)
    if context.judged is not None:
        draws_sheet(book, context, texts("Draws"), flows)
    fill_summary(book, book.sheet(texts("Summary")), context, texts("Summary"), flows, inputs)


def _apart(texts: Texts) -> dict[str, str]:
    """The headings of sections below which a sheet of its own begins, with the key of that sheet."""
    return {
        texts("Register of data flows"): "data_flows",
        texts("Calendar of duties"): "duties",
        texts("Facts"): "facts",
    }


def _sheets(texts: Texts) -> tuple[tuple[str, str, str], ...]:
    """The sections that become sheets, the names of the sheets, and what each shows."""
    return (
        ("plan", texts("Plan"), texts("What moves where, how and when.")),
        ("people", texts("People"), texts("People by site and quarter, and how many must be found.")),
        ("support", texts("State support"), texts("Schemes, conditions and amounts by year.")),
        ("law", texts("Law"), texts("Verdicts and duties of each field of law.")),
        ("data_flows", texts("Data flows"), texts("Register of data flows with instrument and verdict.")),
        ("duties", texts("Duties"), texts("All duties by date, with owner and what they hold up.")),
        ("blocked", texts("Blocked"), texts("What law or the case keeps out, and what would unblock it.")),
        ("blocked-reasons", texts("All reasons"), texts("Every reason for which options are blocked.")),
        ("limits", texts("Limits"), texts("What binds the plan.")),
        ("assumptions", texts("Assumptions"), texts("Numbers of the company's own.")),
        ("facts", texts("Facts"), texts("Every fact of the base that the result rests on.")),
        (
            "sources",
            texts("Sources"),
            texts("Documents and rules behind the numbers, and how far to trust them."),
        ),
        ("record", texts("Record"), texts("Versions and hashes of this run.")),
    )


def _headcount(book: Book, sheet: Any, name: str, table: Placed) -> None:
    """Draw people by site and quarter from the table of the section; its last column is the sum."""
    title = book.texts("People by site and quarter, mean of the quarter")
    sheet.write(0, 0, title, book.style("title"))
    chart = book.file.add_chart({"type": "column", "subtype": "stacked"})
    quarters = f"={on_sheet(name, down(0, table.first, table.last))}"
    for column in range(1, table.columns - 1):
        values = f"={on_sheet(name, down(column, table.first, table.last))}"
        site = f"={on_sheet(name, cell(table.head, column))}"
        fill = {"color": site_colour(column - 1).light}
        chart.add_series({"name": site, "categories": quarters, "values": values, "fill": fill, "gap": 30})
    chart.set_title({"none": True})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": GRID.light}}})
    chart.set_size({"width": 1000, "height": 500})
    sheet.insert_chart(2, 0, chart, {"description": title})
    sheet.fit_to_pages(1, 1)
