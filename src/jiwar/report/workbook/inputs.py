"""The inputs that recompute the workbook, and an honest list of what does not."""

from __future__ import annotations

from typing import Any

from jiwar.report.context import ReportContext
from jiwar.report.live import Live
from jiwar.report.quantities import quantity_text
from jiwar.report.workbook.book import Book, cell
from jiwar.report.workbook.flows import Inputs

_LINES = 6
_LETTERS_A_LINE = 44


def inputs_sheet(book: Book, context: ReportContext, name: str) -> Inputs:
    """Write the inputs: the discount rate and a factor for every line, then what the run was computed with."""
    texts, sheet = book.texts, book.sheet(name, landscape=False)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 2, 16)
    sheet.set_column(3, 3, 50)
    sheet.write(0, 0, name, book.style("title"))
    told = texts(
        "Yellow cells may be changed: the discount rate, and for every line of cost how much of the engine's "
        "amount counts. Totals, present values, cumulated cash and payback follow at once."
    )
    sheet.merge_range(1, 0, 1, 3, told, book.style("words"))
    sheet.set_row(1, 32)
    sheet.write(3, 0, texts("Discount rate a year"), book.style("text"))
    sheet.write_number(3, 1, context.discount_rate.value, book.style("input"))
    staying, plan = _factors(book, sheet, context)
    row = _LINES + len(context.lines) + 2
    live: dict[str, str] = {}
    if context.live is not None:
        row, live = _live(book, sheet, context.live, row)
    _not_live(book, sheet, context, row)
    sheet.freeze_panes(1, 0)
    return Inputs(name, cell(3, 1), staying, plan, live)


def _live(book: Book, sheet: Any, live: Live, row: int) -> tuple[int, dict[str, str]]:
    """Write growth and exchange rates; pay, charges, fees and all that follows them recompute from these cells."""
    texts = book.texts
    sheet.write(row, 0, texts("Growth a year and exchange rates"), book.style("heading"))
    told = texts(
        "Pay, charges with their ceilings, fees, running a unit and everything priced with them follow these "
        "cells exactly. People, dates, support and the choice itself stay as planned."
    )
    sheet.merge_range(row + 1, 0, row + 1, 3, told, book.style("words"))
    sheet.set_row(row + 1, 32)
    row += 2
    placed = {}
    for one in live.inputs:
        sheet.write(row, 0, one.name, book.style("text"))
        sheet.write_number(row, 1, one.value, book.style("input" if one.growth else "input_number"))
        sheet.write(row, 3, one.key, book.style("quiet"))
        placed[one.key] = cell(row, 1)
        row += 1
    return row + 1, placed


def _factors(book: Book, sheet: Any, context: ReportContext) -> tuple[dict[str, str], dict[str, str]]:
    texts = book.texts
    for column, title in enumerate((texts("Line"), texts("Staying"), texts("Plan"), texts("Meaning"))):
        sheet.write(_LINES - 1, column, title, book.style("column"))
    staying, plan = {}, {}
    for index, line in enumerate(context.lines):
        row = _LINES + index
        sheet.write(row, 0, line.name, book.style("text"))
        sheet.write_number(row, 1, 1.0, book.style("input"))
        sheet.write_number(row, 2, 1.0, book.style("input"))
        sheet.write(row, 3, line.meaning, book.style("quiet"))
        staying[line.key], plan[line.key] = cell(row, 1), cell(row, 2)
    return staying, plan


def _not_live(book: Book, sheet: Any, context: ReportContext, row: int) -> None:
    """Say what the engine has to compute again, and show the values that it used."""
    texts = book.texts
    sheet.write(row, 0, texts("What does not recompute here"), book.style("heading"))
    told = texts(
        "The value of work, people, learning, dates and support are inside the engine's amounts, and another "
        "input may make another plan the best. Change them in the case and plan again. Below are the values of "
        "this run."
    )
    sheet.merge_range(row + 1, 0, row + 1, 3, told, book.style("words"))
    sheet.set_row(row + 1, 48)
    row += 3
    for column, title in enumerate((texts("Input"), texts("Value"), texts("Range"), texts("Remarks"))):
        sheet.write(row, column, title, book.style("column"))
    known = () if context.live is None else tuple(one.key for one in context.live.inputs)
    for key, fact in sorted(context.ground.facts.items()):
        if key in known or key.split("/")[0] not in {"wage_growth", "rate_growth", "fx"}:
            continue
        row += 1
        spread = f"{quantity_text(texts, fact.low, '')}–{quantity_text(texts, fact.high, '')}"
        sheet.write(row, 0, key, book.style("text"))
        sheet.write(row, 1, quantity_text(texts, fact.mid, fact.unit), book.style("text"))
        sheet.write(row, 2, spread, book.style("text"))
        sheet.write(row, 3, fact.note, book.style("quiet"))
        sheet.set_row(row, 15 * (1 + len(fact.note) // _LETTERS_A_LINE))
    for key, line in sorted(context.ground.case_lines.items()):
        if key == "value_of_work" or key.endswith("/value_of_work"):
            row += 1
            sheet.write(row, 0, key, book.style("text"))
            sheet.merge_range(row, 1, row, 3, line.sentence, book.style("text"))
    sheet.write(row + 1, 0, texts("Currency"), book.style("text"))
    sheet.write(row + 1, 1, "EUR", book.style("text"))
