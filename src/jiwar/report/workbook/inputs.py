"""The inputs that recompute the workbook, each with a name, and an honest list of what does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jiwar.report.context import ReportContext
from jiwar.report.live import LiveInput
from jiwar.report.quantities import quantity_text
from jiwar.report.workbook.book import Book, cell, down
from jiwar.report.workbook.fitting import height
from jiwar.report.workbook.flows import Inputs

_WIDTHS = (42, 14, 14, 46, 52)
_RATES = 4
_SIDES = ("staying", "plan")


def inputs_sheet(book: Book, context: ReportContext, name: str) -> Inputs:
    """Write the inputs: rates a year, exchange rates, a factor for every line, then what stays as computed."""
    texts, sheet = book.texts, book.sheet(name)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write(0, 0, name, book.style("title"))
    writer = _Writer(book, sheet, context, name)
    writer.words(
        1,
        texts(
            "Yellow cells may be changed. Totals, present values, years, cumulated cash, payback and charts "
            "follow at once."
        ),
    )
    live = () if context.live is None else context.live.inputs
    discount = LiveInput("discount_rate", texts("Discount rate a year"), context.discount_rate.value, True)
    rates = (discount, *(one for one in live if one.growth))
    money = tuple(one for one in live if not one.growth)
    row, named = writer.rates(_RATES - 1, texts("Rates a year"), rates)
    changed = [(down(1, _RATES, row - 2), down(2, _RATES, row - 2))]
    if money:
        first = row + 1
        row, more = writer.rates(row, texts("Exchange rates, units for one euro"), money)
        named |= more
        changed.append((down(1, first, row - 2), down(2, first, row - 2)))
    if live:
        row = 1 + writer.words(
            row,
            texts(
                "Pay, charges with their ceilings, fees, running a unit and everything priced with them follow "
                "these cells exactly, premiums of the State on pay among them. People, dates, relief of income tax "
                "and the choice itself stay as planned."
            ),
        )
    first = row + 1
    row, factors = writer.factors(row)
    lines = [(down(column, first, row - 2), "1") for column in (1, 2)]
    writer.not_live(row)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    rate = named.pop("discount_rate")
    return Inputs(name, rate, factors["staying"], factors["plan"], named, (*changed, *lines))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes parts of the sheet below each other; each returns the first row that is free."""

    book: Book
    sheet: Any
    context: ReportContext
    name: str

    def words(self, row: int, said: str) -> int:
        """Write a passage across the sheet."""
        self.sheet.merge_range(row, 0, row, len(_WIDTHS) - 1, said, self.book.style("words"))
        self.sheet.set_row(row, height([(said, sum(_WIDTHS))]))
        return row + 1

    def head(self, row: int, *titles: str) -> int:
        """Write the titles of columns."""
        for column, title in enumerate(titles):
            style = "column_number" if column in {1, 2} else "column_aside" if column == 3 else "column"
            self.sheet.write(row, column, title, self.book.style(style))
        return row + 1

    def rates(self, row: int, title: str, inputs: tuple[LiveInput, ...]) -> tuple[int, dict[str, str]]:
        """Write rates of one kind: the cell to change, what the run has, its range, and its name in formulas."""
        texts, book = self.book.texts, self.book
        row = self.head(
            row,
            title,
            texts("May be changed"),
            texts("In this run"),
            texts("Range"),
            texts("Name in formulas"),
        )
        named = {}
        for one in inputs:
            self.sheet.write(row, 0, one.name, book.style("text"))
            self.sheet.write_number(row, 1, one.value, book.style("input" if one.growth else "input_number"))
            self.sheet.write_number(row, 2, one.value, book.style("rate" if one.growth else "fine"))
            self.sheet.write(row, 3, self.range(one.key), book.style("aside"))
            named[one.key] = book.name(one.key.replace("/", "_"), self.name, cell(row, 1))
            self.sheet.write(row, 4, named[one.key], book.style("quiet"))
            self.guarded(row, 1, *((-0.5, 1.0) if one.growth else (0.0001, 100_000.0)))
            row += 1
        return row + 1, named

    def range(self, key: str) -> str:
        """Return the range that the source gives."""
        fact = self.context.ground.facts.get(key)
        if fact is None:
            return ""
        texts = self.book.texts
        return f"{quantity_text(texts, fact.low, '')}–{quantity_text(texts, fact.high, fact.unit)}"

    def guarded(self, row: int, column: int, least: float, most: float) -> None:
        """Refuse what cannot be meant."""
        told = self.book.texts("Give a number from {least} to {most}.", least=f"{least:g}", most=f"{most:g}")
        rule = {"validate": "decimal", "criteria": "between", "minimum": least, "maximum": most}
        self.sheet.data_validation(row, column, row, column, {**rule, "error_message": told})

    def factors(self, row: int) -> tuple[int, dict[str, dict[str, str]]]:
        """Write for every line of cost how much of the engine's amount counts, of staying and of the plan."""
        texts, book = self.book.texts, self.book
        title = texts("How much of each line of cost counts")
        row = self.head(
            row, title, texts("Staying"), texts("Plan"), texts("Meaning"), texts("Names in formulas")
        )
        named: dict[str, dict[str, str]] = {side: {} for side in _SIDES}
        for line in self.context.lines:
            self.sheet.write(row, 0, texts(line.name), book.style("text"))
            for column, side in enumerate(_SIDES, start=1):
                self.sheet.write_number(row, column, 1.0, book.style("input"))
                self.guarded(row, column, 0.0, 10.0)
                named[side][line.key] = book.name(f"{side}_{line.key}", self.name, cell(row, column))
            names = ", ".join(named[side][line.key] for side in _SIDES)
            meaning = texts(line.meaning)
            self.sheet.write(row, 3, meaning, book.style("aside"))
            self.sheet.write(row, 4, names, book.style("quiet"))
            self.sheet.set_row(row, height([(names, _WIDTHS[4]), (meaning, _WIDTHS[3] - 2)]))
            row += 1
        return row + 1, named

    def not_live(self, row: int) -> None:
        """Say what the engine has to compute again, and what the case says of the value of work."""
        texts, book = self.book.texts, self.book
        self.sheet.write(row, 0, texts("What does not recompute here"), book.style("heading"))
        row = self.words(
            row + 1,
            texts(
                "The value of work, people, learning and dates are inside the engine's amounts, and another "
                "input may make another plan the best. Change them in the case and plan again."
            ),
        )
        names = {package.id: package.name for package in self.context.packages}
        for key, line in sorted(self.context.ground.case_lines.items()):
            if key == "value_of_work" or key.endswith("/value_of_work"):
                owner = names.get(key.split("/")[1], "") if "/" in key else texts("All work packages")
                self.sheet.write(row, 0, owner, book.style("text"))
                self.sheet.merge_range(row, 1, row, 4, line.sentence, book.style("aside"))
                row += 1
