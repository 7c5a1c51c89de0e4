"""A year of shared hours as a grid of weeks and weekdays, for a heat map."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape

import numpy as np

from jiwar.money import FloatArray
from jiwar.worktime.calendar import Period
from jiwar.worktime.hours import shared_minutes
from jiwar.worktime.practice import USUAL, Practice
from jiwar.worktime.site import WorkSite

_CELL, _GAP, _LEFT, _TOP = 12, 2, 4, 16
_CLOSED = "#e6e6e6"
_PALE, _DARK = (222, 235, 247), (8, 81, 156)


@dataclass(frozen=True, slots=True, eq=False)
class YearGrid:
    """Shared hours of a year: rows Monday to Sunday, columns weeks; not-a-number outside the year.

    A day on which one of the sites is closed has 0 hours unless a shift reaches into the other's day.
    """

    year: int
    hours: FloatArray
    full_day_hours: float

    def day(self, row: int, column: int) -> dt.date:
        """Return the day of a cell."""
        first = dt.date(self.year, 1, 1)
        return first + dt.timedelta(days=7 * column + row - first.weekday())


def year_grid(here: WorkSite, there: WorkSite, year: int, practice: Practice = USUAL) -> YearGrid:
    """Return the shared hours of each day of a year as a grid of shape (7, weeks)."""
    shared = shared_minutes([(here, there)], Period.year(year), practice)
    lead = dt.date(year, 1, 1).weekday()
    weeks = -(-(lead + shared.period.days) // 7)
    cells = np.full(7 * weeks, np.nan)
    cells[lead : lead + shared.period.days] = shared.minutes[0] / 60.0
    return YearGrid(year, cells.reshape(weeks, 7).T, practice.shift(here).hours)


def grid_svg(grid: YearGrid, *, title: str, hours_word: str = "h") -> str:
    """Return the grid as one SVG picture with a title and the hours of each day as its tooltip."""
    weeks = grid.hours.shape[1]
    width, height = _LEFT + weeks * (_CELL + _GAP), _TOP + 7 * (_CELL + _GAP)
    cells = [
        _cell(grid, row, column, hours_word)
        for column in range(weeks)
        for row in range(7)
        if not np.isnan(grid.hours[row, column])
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}">'
    caption = f"<title>{escape(title)}</title>"
    text = f'<text x="{_LEFT}" y="11" font-size="10" font-family="sans-serif">{escape(title)}</text>'
    return "".join([head, caption, text, *cells, "</svg>"])


def _cell(grid: YearGrid, row: int, column: int, hours_word: str) -> str:
    hours = float(grid.hours[row, column])
    left, top = _LEFT + column * (_CELL + _GAP), _TOP + row * (_CELL + _GAP)
    tip = f"{grid.day(row, column)}: {hours:.2f} {hours_word}"
    return (
        f'<rect x="{left}" y="{top}" width="{_CELL}" height="{_CELL}" fill="{_colour(hours, grid)}">'
        f"<title>{escape(tip)}</title></rect>"
    )


def _colour(hours: float, grid: YearGrid) -> str:
    if hours <= 0:
        return _CLOSED
    share = min(hours / grid.full_day_hours, 1.0)
    mixed = (round(pale + (dark - pale) * share) for pale, dark in zip(_PALE, _DARK, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)
