"""A year of shared hours as a grid of days: weeks across, Monday to Sunday down, darker where more is shared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jiwar.report.charts.drawing import drawing, label
from jiwar.report.palette import GRID, LESS, QUIET

_WIDE = 560
_LEFT = 34.0
_GAP = 1.5
_SMALL = 11.0
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
        spans = [(0, weeks)] if width >= _WIDE else [(0, half), (half, weeks)]
        pitch = (width - _LEFT - 2.0) / max(last - first for first, last in spans)
        band = _HEAD + 7 * pitch + 8.0
        shapes: list[str] = []
        for row, (first, last) in enumerate(spans):
            shapes.extend(self._band(first, last, row * band, pitch))
        bottom = len(spans) * band
        shapes.extend(self._legend(bottom + 12.0))
        return drawing(width, bottom + _FOOT, shapes)

    def _band(self, first: int, last: int, top: float, pitch: float) -> Iterator[str]:
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
                    yield self._cell(_LEFT + (week - first) * pitch, top + _HEAD + day * pitch, size, hours)

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

    def _legend(self, y: float) -> Iterator[str]:
        x = _LEFT
        steps = sorted({round(self._least, 2), round((self._least + self.most) / 2, 2), round(self.most, 2)})
        for value, text in [(0.0, self.closed), *((step, self.write(step)) for step in steps)]:
            yield self._cell(x, y, 12.0, value)
            yield label(x + 17.0, y + 10.5, text, size=_SMALL, fill=QUIET.light)
            x += 17.0 + 6.4 * len(text) + 16.0
