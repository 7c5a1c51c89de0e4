"""The first sheet: what the workbook is, what may be changed in it, what follows, and where everything stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jiwar.report.context import ReportContext
from jiwar.report.workbook.book import Book, on_sheet
from jiwar.report.workbook.fitting import height

_WIDTHS = (30, 92, 26)


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet as the guide lists it: its name, what it shows, and whether it follows the inputs."""

    sheet: str
    shows: str
    live: bool


def fill_guide(
    book: Book, sheet: Any, context: ReportContext, inputs: str, listed: Sequence[Listed], *, drawn: bool
) -> None:
    """Write the guide; it stands first, so it is filled when all sheets are known."""
    texts = book.texts
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write(0, 0, context.title, book.style("title"))
    told = texts("{company}. As of {day}.", company=context.company, day=texts.form.day(context.as_of))
    sheet.write(1, 0, told, book.style("quiet_line"))
    row = _words(book, sheet, 2, context.question) + 1
    row = _changed(book, sheet, row, inputs, drawn=drawn)
    for column, title in enumerate((texts("Sheet"), texts("Shows"), texts("Follows the inputs"))):
        sheet.write(row, column, title, book.style("column"))
    for one in listed:
        row += 1
        sheet.write_url(row, 0, f"internal:{on_sheet(one.sheet, 'A1')}", book.style("link"), one.sheet)
        sheet.write(row, 1, one.shows, book.style("text"))
        sheet.write(row, 2, texts("yes") if one.live else texts("no"), book.style("text"))
        sheet.set_row(row, height([(one.shows, _WIDTHS[1])]))
    sheet.fit_to_pages(1, 1)


def _changed(book: Book, sheet: Any, row: int, inputs: str, *, drawn: bool) -> int:
    """Say what may be changed, what follows, what does not, and how to read signs and units."""
    texts = book.texts
    parts = [
        (
            texts("What may be changed"),
            texts(
                "The yellow cells of the sheet “{inputs}”: the discount rate, the growth of wages and of "
                "providers' rates, exchange rates, and how much of each line of cost counts, for staying and for "
                "the plan.",
                inputs=inputs,
            ),
        ),
        (
            texts("What follows at once"),
            texts(
                "Cash by line and month, years, totals, present values, the month from which cash is back, and "
                "the charts."
            ),
        ),
        (
            texts("What does not follow"),
            texts(
                "Which plan is best, people, dates, law, conditions of support and the value of work. Change "
                "them in the case and plan again."
            ),
        ),
    ]
    if drawn:
        said = texts("The draws: ranges and chances were computed with the inputs of the run.")
        parts.append(("", said))
    parts.append(
        (
            texts("Signs and units"),
            texts(
                "Amounts are EUR. A cost is positive; less cost is negative and red; a dash is nothing. Amounts "
                "of a month or year are as paid or missed; present values are discounted to the first month."
            ),
        )
    )
    for title, said in parts:
        sheet.write(row, 0, title, book.style("text_strong"))
        sheet.write(row, 1, said, book.style("text"))
        sheet.set_row(row, height([(said, _WIDTHS[1])]))
        row += 1
    return row + 1


def _words(book: Book, sheet: Any, row: int, said: str) -> int:
    sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, said, book.style("words"))
    sheet.set_row(row, height([(said, sum(_WIDTHS))]))
    return row + 1
