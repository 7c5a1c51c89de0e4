"""A workbook being written: its sheets, its number formats, and references to its cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from jiwar.report.texts import Texts

MONEY = '#,##0;[Red]-#,##0;"–"'
"""Whole EUR; a cost is positive, a saving negative and red, nothing is a dash."""

_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 15},
    "heading": {"bold": True, "font_size": 12},
    "words": {"text_wrap": True, "valign": "top"},
    "quiet": {"text_wrap": True, "valign": "top", "font_color": "#586069"},
    "column": {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom"},
    "column_number": {"bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom", "align": "right"},
    "group": {"font_color": "#586069", "italic": True},
    "text": {"text_wrap": True, "valign": "top"},
    "text_total": {"text_wrap": True, "valign": "top", "bold": True, "top": 1},
    "money": {"num_format": MONEY},
    "money_total": {"num_format": MONEY, "bold": True, "top": 1},
    "number": {"num_format": "#,##0.0", "valign": "top"},
    "number_total": {"num_format": "#,##0.0", "valign": "top", "bold": True, "top": 1},
    "whole": {"num_format": "0"},
    "year": {"num_format": "0", "align": "left"},
    "factor": {"num_format": "0.000000"},
    "share": {"num_format": "0.0%", "valign": "top"},
    "share_total": {"num_format": "0.0%", "valign": "top", "bold": True, "top": 1},
    "month": {"num_format": "mmm yyyy", "bold": True, "bottom": 1, "align": "right"},
    "month_value": {"num_format": "mmmm yyyy", "align": "right", "bold": True},
    "cents": {"num_format": "#,##0.00"},
    "fine": {"num_format": "0.0000"},
    "input_number": {"num_format": "0.0000", "bg_color": "#fff4cc", "border": 1, "locked": False},
    "input": {"num_format": "0.00%", "bg_color": "#fff4cc", "border": 1, "locked": False},
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
            self._styles[name] = self.file.add_format(_STYLES[name])
        return self._styles[name]

    def sheet(self, name: str, *, landscape: bool = True) -> Any:
        """Add a sheet that prints on A4, as wide as one page, with its name and page numbers below."""
        sheet = self.file.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer("&L&A&R&P / &N")
        return sheet


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


def on_sheet(name: str, reference: str) -> str:
    """Return a reference into another sheet."""
    return "'" + name.replace("'", "''") + f"'!{reference}"
