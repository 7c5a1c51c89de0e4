"""Shares that add up to one, by year, as stacked bars with their names above."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jiwar.report.charts.drawing import bar, drawing, label, text_width, told
from jiwar.report.palette import HOME, ON_FILL, QUIET, SITES

_WIDE = 560
_SMALL = 11.5
_ROW = 18.0
_HEIGHT = 200.0
_GAP = 3.0
_LEAST_WORDS = 0.09


@dataclass(frozen=True, slots=True)
class OutlookStack:
    """Shares by kind (rows) and year (columns); the first kind lies at the bottom."""

    years: tuple[int, ...]
    kinds: tuple[str, ...]
    shares: tuple[tuple[float, ...], ...]
    write: Callable[[float], str]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels."""
        legend, top = self._legend(width)
        each = width / len(self.years)
        shapes = list(legend)
        for column, year in enumerate(self.years):
            shapes.extend(self._column(column, column * each, top, each - _GAP))
            if width >= _WIDE or year % 5 == 0:
                middle = column * each + (each - _GAP) / 2
                name = str(year) if width >= _WIDE else f"’{year % 100:02d}"
                shapes.append(
                    label(middle, top + _HEIGHT + 16.0, name, anchor="middle", size=_SMALL, fill=QUIET.light)
                )
        return drawing(width, top + _HEIGHT + 24.0, shapes)

    def _legend(self, width: float) -> tuple[list[str], float]:
        shapes: list[str] = []
        x, y = 0.0, 6.0
        for index, name in enumerate(self.kinds):
            needed = text_width(name, _SMALL) + 30.0
            if x > 0 and x + needed > width:
                x, y = 0.0, y + _ROW
            shapes.append(bar(x, y - 5.0, 11.0, 11.0, _colour(index)))
            shapes.append(label(x + 16.0, y + 4.5, name, size=_SMALL))
            x += needed
        return shapes, y + 18.0

    def _column(self, column: int, x: float, top: float, width: float) -> Iterator[str]:
        base = top + _HEIGHT
        for index, (name, row) in enumerate(zip(self.kinds, self.shares, strict=True)):
            share = row[column]
            height = share * _HEIGHT
            base -= height
            words = self.write(share)
            shapes = [bar(x, base, width, height, _colour(index))]
            if share >= _LEAST_WORDS and text_width(words, 10.5) + 4.0 <= width:
                middle = base + height / 2 + 4.0
                shapes.append(
                    label(x + width / 2, middle, words, anchor="middle", size=10.5, fill=ON_FILL.light)
                )
            yield told(shapes, f"{self.years[column]}, {name}: {words}")


def _colour(index: int) -> str:
    return (HOME, *SITES)[index % (1 + len(SITES))].light
