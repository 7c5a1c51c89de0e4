"""From the cash cost of staying to that of the plan, line by line: a native chart on formulas."""

from __future__ import annotations

from typing import Any

from jiwar.report.context import ReportContext
from jiwar.report.palette import GRID, HOME, LESS, MORE
from jiwar.report.quantities import thousands_text
from jiwar.report.workbook.book import Book, cell, down, on_sheet
from jiwar.report.workbook.by_year import ByYear

_HEAD = 31
"""Row of the head of the table; the chart stands above it."""

_HEADS = {0: "column", 7: "column_aside"}
_BEFORE, _CHANGE, _BASE, _MORE, _LESS, _WHOLE, _LABEL = 1, 2, 3, 4, 5, 6, 7


def waterfall_sheet(book: Book, context: ReportContext, name: str, by_year: ByYear) -> None:
    """Write the steps and draw them as columns that stand on others which are not drawn."""
    texts, sheet = book.texts, book.sheet(name)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, _WHOLE, 17)
    sheet.set_column(_LABEL, _LABEL, 48)
    sheet.write(0, 0, name, book.style("title"))
    told = texts("Cash, present value in EUR. The chart follows the inputs; its axis need not begin at zero.")
    sheet.write(1, 0, told, book.style("quiet_line"))
    titles = (
        *(texts("Line"), texts("Before"), texts("Change"), texts("Not drawn"), texts("More than staying")),
        *(texts("Less than staying"), texts("Total"), texts("Label")),
    )
    for column, title in enumerate(titles):
        sheet.write(_HEAD, column, title, book.style(_HEADS.get(column, "column_number")))
    last = _steps(book, sheet, context, by_year)
    _chart(book, sheet, name, last)
    sheet.fit_to_pages(1, 1)


def _steps(book: Book, sheet: Any, context: ReportContext, by_year: ByYear) -> int:
    texts, first = book.texts, _HEAD + 1

    def worth(key: str) -> str:
        return f"={on_sheet(by_year.sheet, cell(by_year.rows[key], by_year.value_column))}"

    running = sum(line.staying_eur.value for line in context.cash_lines)
    sheet.write(first, 0, texts("Staying, cash"), book.style("text_total"))
    sheet.write_formula(first, _WHOLE, worth("staying_cash"), book.style("money_total"), running)
    row = first
    for line in context.cash_lines:
        row += 1
        change = line.difference_eur.value
        sheet.write(row, 0, texts(line.name), book.style("text"))
        formula = f"={cell(row - 1, _WHOLE if row == first + 1 else _BEFORE)}"
        if row > first + 1:
            formula += f"+{cell(row - 1, _CHANGE)}"
        before, step = cell(row, _BEFORE), cell(row, _CHANGE)
        for column, text, value in (
            (_BEFORE, formula, running),
            (_CHANGE, worth(f"difference/{line.key}"), change),
            (_BASE, f"=MIN({before},{before}+{step})", min(running, running + change)),
            (_MORE, f"=MAX({step},0)", max(change, 0.0)),
            (_LESS, f"=MAX(-{step},0)", max(-change, 0.0)),
        ):
            sheet.write_formula(row, column, text, book.style("money"), value)
        sign = f'IF({step}>0,"+","")'
        formula = f'={cell(row, 0)}&": "&{sign}&FIXED({step}/1000,0)'
        _label(book, sheet, row, formula, f"{texts(line.name)}: {thousands_text(texts, change, signed=True)}")
        running += change
    row += 1
    sheet.write(row, 0, texts("Plan, cash"), book.style("text_total"))
    sheet.write_formula(row, _WHOLE, worth("plan_cash"), book.style("money_total"), running)
    for end in (first, row):
        formula = f'={cell(end, 0)}&": "&FIXED({cell(end, _WHOLE)}/1000,0)'
        value = running if end == row else sum(line.staying_eur.value for line in context.cash_lines)
        said = texts("Plan, cash") if end == row else texts("Staying, cash")
        _label(book, sheet, end, formula, f"{said}: {thousands_text(texts, value)}")
    return row


def _label(book: Book, sheet: Any, row: int, formula: str, value: str) -> None:
    """Write what stands under a column of the chart: its line and its amount in thousand EUR."""
    sheet.write_formula(row, _LABEL, formula, book.style("aside"), value)


def _chart(book: Book, sheet: Any, name: str, last: int) -> None:
    texts, first = book.texts, _HEAD + 1
    chart = book.file.add_chart({"type": "column", "subtype": "stacked"})
    lines = f"={on_sheet(name, down(_LABEL, first, last))}"
    for column, colour in ((_WHOLE, HOME.light), (_BASE, ""), (_MORE, MORE.light), (_LESS, LESS.light)):
        hidden = {"none": True}
        one: dict[str, Any] = {
            "name": f"={on_sheet(name, cell(_HEAD, column))}",
            "categories": lines,
            "values": f"={on_sheet(name, down(column, first, last))}",
            "fill": {"color": colour} if colour else hidden,
            "border": hidden,
            "gap": 40,
        }
        chart.add_series(one)
    title = texts("From staying to the plan: cash, present value, thousand EUR")
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom", "delete_series": [1]})
    chart.set_x_axis({"num_font": {"size": 9, "rotation": -90}, "label_position": "low"})
    grid = {"visible": True, "line": {"color": GRID.light}}
    chart.set_y_axis({"num_format": book.numbers("#,##0,"), "major_gridlines": grid})
    chart.set_size({"width": 1080, "height": 560})
    sheet.insert_chart(2, 0, chart, {"description": title})
