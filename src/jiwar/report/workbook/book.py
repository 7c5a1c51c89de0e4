"""A workbook being written: its sheets, its formats in the language of the reader, and references to its cells."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass, field
from typing import Any

from jiwar.languages import Language
from jiwar.report.texts import Texts

MONEY = '#,##0;[Red]-#,##0;"–"'
"""Whole EUR; a cost is positive, a saving negative and red, nothing is a dash."""

FONT = {"font_name": "Arial", "font_size": 10}

_LOCALES = {Language.ENGLISH: "[$-409]", Language.GERMAN: "[$-407]", Language.FRENCH: "[$-40C]"}
"""What a number format says of its language: names of months, and where the programme can, separators."""

_INPUT = {"valign": "top", "bg_color": "#fff4cc", "border": 1, "border_color": "#b8a35a", "locked": False}

_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 15},
    "heading": {"bold": True, "font_size": 12},
    "line": {"bold": True},
    "words": {"text_wrap": True, "valign": "top"},
    "quiet": {"text_wrap": True, "valign": "top", "font_color": "#586069"},
    "quiet_line": {"font_color": "#586069"},
    "aside": {"text_wrap": True, "valign": "top", "font_color": "#586069", "align": "left", "indent": 1},
    "text_aside": {"text_wrap": True, "valign": "top", "align": "left", "indent": 1},
    "text_aside_total": {
        "text_wrap": True,
        "valign": "top",
        "align": "left",
        "indent": 1,
        "bold": True,
        "top": 1,
    },
    "column_aside": {
        "bold": True,
        "text_wrap": True,
        "bottom": 1,
        "valign": "bottom",
        "align": "left",
        "indent": 1,
    },
    "link": {"font_color": "#0b5c7a", "underline": 1, "valign": "top"},
    "column": {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom"},
    "column_number": {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom", "align": "right"},
    "group": {"font_color": "#586069", "italic": True},
    "text": {"text_wrap": True, "valign": "top"},
    "text_strong": {"text_wrap": True, "valign": "top", "bold": True},
    "text_total": {"text_wrap": True, "valign": "top", "bold": True, "top": 1},
    "right": {"align": "right", "valign": "top", "text_wrap": True},
    "right_total": {"align": "right", "valign": "top", "text_wrap": True, "bold": True, "top": 1},
    "money": {"num_format": MONEY, "valign": "top"},
    "money_total": {"num_format": MONEY, "valign": "top", "bold": True, "top": 1},
    "number": {"num_format": "#,##0.0", "valign": "top"},
    "number_total": {"num_format": "#,##0.0", "valign": "top", "bold": True, "top": 1},
    "whole": {"num_format": "0", "valign": "top"},
    "year": {"num_format": "0", "align": "left"},
    "year_column": {"num_format": "0", "bold": True, "bottom": 1, "align": "right", "valign": "bottom"},
    "factor": {"num_format": "0.000000"},
    "share": {"num_format": "0.0%", "valign": "top"},
    "share_total": {"num_format": "0.0%", "valign": "top", "bold": True, "top": 1},
    "month": {"num_format": "mmm yyyy", "bold": True, "bottom": 1, "align": "right"},
    "month_text": {"num_format": "mmm yyyy", "align": "left"},
    "month_value": {"num_format": "mmmm yyyy", "align": "right", "bold": True},
    "money_strong": {"num_format": MONEY, "valign": "top", "bold": True},
    "cents": {"num_format": "#,##0.00"},
    "fine": {"num_format": "#,##0.0000"},
    "rate": {"num_format": "0.00%", "valign": "top"},
    "input": {"num_format": "0.00%", **_INPUT},
    "input_number": {"num_format": "#,##0.0000", **_INPUT},
}


@dataclass
class Book:
    """The file, its formats by name, and the names of its sheets in the language of the reader."""

    file: Any  # xlsxwriter has no types
    texts: Texts
    _styles: dict[str, Any] = field(default_factory=dict)

    def style(self, name: str) -> Any:
        """Return a format; each is made once."""
        if name not in self._styles:
            told = dict(_STYLES[name])
            if "num_format" in told:
                told["num_format"] = self.numbers(told["num_format"])
            self._styles[name] = self.file.add_format(told)
        return self._styles[name]

    def numbers(self, pattern: str) -> str:
        """Return a number format that says in which language it is read."""
        return _LOCALES[self.texts.language] + pattern

    def sheet(self, name: str) -> Any:
        """Return a sheet, added when it is new: printed on A4, as wide as a page, its name and page numbers below."""
        known = self.file.get_worksheet_by_name(name)
        if known is not None:
            return known
        sheet = self.file.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer("&L&A&R&P / &N")
        return sheet

    def name(self, name: str, sheet: str, reference: str) -> str:
        """Give a cell a name that formulas can use, and return the name."""
        self.file.define_name(name, f"={on_sheet(sheet, reference)}")
        return name


def new_book(out: io.BytesIO, texts: Texts, *, title: str, company: str, day: dt.date) -> Book:
    """Begin a workbook; the day that it speaks of is the day on which it says that it was made."""
    from xlsxwriter import Workbook

    plain = {"strings_to_formulas": False, "strings_to_urls": False}  # a name is never a formula
    file = Workbook(out, {"in_memory": True, "default_format_properties": dict(FONT), **plain})
    created = dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a calendar day, not a moment
    told = {"title": title, "company": company, "comments": "Jiwar", "created": created}
    file.set_properties({key: value for key, value in told.items() if value})
    return Book(file, texts)


def column_name(index: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell(row: int, column: int) -> str:
    """Return a reference that does not move when copied: (0, 0) is $A$1."""
    return f"${column_name(column)}${row + 1}"


def span(row: int, first: int, last: int) -> str:
    """Return the reference of some cells of a row."""
    return f"{cell(row, first)}:{cell(row, last)}"


def down(column: int, first: int, last: int) -> str:
    """Return the reference of some cells of a column."""
    return f"{cell(first, column)}:{cell(last, column)}"


def on_sheet(name: str, reference: str) -> str:
    """Return a reference into another sheet."""
    return "'" + name.replace("'", "''") + f"'!{reference}"
