"""A year of shared hours as a grid of days: weeks across, Monday to Sunday down, darker where more is shared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jiwar.report.charts.drawing import drawing, label, shortened, text_width, told
from jiwar.report.palette import GRID, LESS, QUIET

_WIDE = 560
_LEFT = 34.0
_GAP = 1.5
_SMALL = 11.0
_ROW = 18.0
_HEAD, _FOOT = 18.0, 34.0
_LIGHTEST = 0.12
_STEEPNESS = 4


@dataclass(frozen=True, slots=True)
class YearGridChart:
    """Hours shared on each day of a year; None outside the year, 0 where one of the sites is closed."""

    year: int
    hours: tuple[tuple[float | None, ...], ...]
    most: float
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    closed: str
    write: Callable[[float], str]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels; a narrow one sets the second half of the year below."""
        weeks = len(self.hours[0])
        half = -(-weeks // 2)
        telling = width >= _WIDE  # a phone has no pointer that could rest on a day
        spans = [(0, weeks)] if width >= _WIDE else [(0, half), (half, weeks)]
        pitch = (width - _LEFT - 2.0) / max(last - first for first, last in spans)
        band = _HEAD + 7 * pitch + 8.0
        shapes: list[str] = []
        for row, (first, last) in enumerate(spans):
            shapes.extend(self._band(first, last, row * band, pitch, telling=telling))
        bottom = len(spans) * band
        legend, rows = self._legend(bottom + 12.0, float(width))
        return drawing(width, bottom + _FOOT + (rows - 1) * _ROW, [*shapes, *legend])

    def _band(self, first: int, last: int, top: float, pitch: float, *, telling: bool) -> Iterator[str]:
        size = pitch - _GAP
        for index in (0, 2, 4, 6):
            y = top + _HEAD + index * pitch + size * 0.5 + 4.0
            yield label(0, y, self.weekdays[index], size=_SMALL, fill=QUIET.light)
        for week, name in self._month_marks():
            if first <= week < last and _LEFT + (week - first) * pitch < _LEFT + (last - first - 1.5) * pitch:
                yield label(
                    _LEFT + (week - first) * pitch, top + _HEAD - 6.0, name, size=_SMALL, fill=QUIET.light
                )
        for week in range(first, last):
            for day in range(7):
                hours = self.hours[day][week]
                if hours is not None:
                    cell = self._cell(_LEFT + (week - first) * pitch, top + _HEAD + day * pitch, size, hours)
                    yield told([cell], self._words(week, day, hours)) if telling else cell

    def _words(self, week: int, day: int, hours: float) -> str:
        lead = dt.date(self.year, 1, 1).weekday()
        date = dt.date(self.year, 1, 1) + dt.timedelta(days=7 * week + day - lead)
        shared = self.write(hours) if hours > 0 else self.closed
        return f"{self.weekdays[day]} {date.day} {self.months[date.month - 1]}: {shared}"

    def _cell(self, x: float, y: float, size: float, hours: float) -> str:
        place = f'x="{x:.2f}" y="{y:.2f}" width="{size:.2f}" height="{size:.2f}" rx="1.5"'
        if hours <= 0:
            return f'<rect {place} fill="{GRID.light}"/>'
        depth = _LIGHTEST + (1.0 - _LIGHTEST) * self._depth(hours)
        return f'<rect {place} fill="{LESS.light}" fill-opacity="{depth:.2f}"/>'

    @property
    def _least(self) -> float:
        open_days = [hours for row in self.hours for hours in row if hours]
        return min(open_days, default=0.0)

    def _depth(self, hours: float) -> float:
        """From 0 to 1 for a whole day shared: the same at every site; steep, since most days share much."""
        return float(min(hours / self.most, 1.0) ** _STEEPNESS)

    def _month_marks(self) -> Iterator[tuple[int, str]]:
        lead = dt.date(self.year, 1, 1).weekday()
        for index, name in enumerate(self.months):
            first = dt.date(self.year, index + 1, 1)
            yield (lead + first.timetuple().tm_yday - 1 + 6) // 7, name

    def _legend(self, y: float, width: float) -> tuple[list[str], int]:
        """Return the key to the depths of colour, and the number of rows that it takes."""
        x, rows, shapes = _LEFT, 1, []
        steps = sorted({round(self._least, 2), round((self._least + self.most) / 2, 2), round(self.most, 2)})
        for value, text in [(0.0, self.closed), *((step, self.write(step)) for step in steps)]:
            needed = 17.0 + text_width(text, _SMALL)
            if x > _LEFT and x + needed > width:
                x, y, rows = _LEFT, y + _ROW, rows + 1
            shapes.append(self._cell(x, y, 12.0, value))
            shown = shortened(text, width - _LEFT - 17.0, _SMALL)
            shapes.append(label(x + 17.0, y + 10.5, shown, size=_SMALL, fill=QUIET.light))
            x += needed + 16.0
        return shapes, rows
