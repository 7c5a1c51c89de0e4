"""A fan over years: what was observed, the middle of what may come, and its edges, with the targets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jiwar.report.charts.drawing import (
    LINE_HEIGHT,
    area,
    dot,
    drawing,
    label,
    line,
    lines_of_text,
    path,
    spot,
    text_width,
)
from jiwar.report.charts.letters import shortened, spread, wrapped
from jiwar.report.charts.lines import Frame
from jiwar.report.charts.scale import ticks
from jiwar.report.palette import INK, LESS, MORE, PAPER, QUIET

_WIDE = 560
_SMALL = 11.5
_HEIGHT = 250.0
_NAMES = 118.0


@dataclass(frozen=True, slots=True)
class OutlookFan:
    """Quantiles P10, P25, P50, P75 and P90 by year, with observed points and targets.

    ``labels`` name P10, P50 and P90; ``observed`` holds year and value; ``targets`` hold year, value and words.
    """

    years: tuple[int, ...]
    values: tuple[tuple[float, ...], ...]
    labels: tuple[str, str, str]
    observed: tuple[tuple[float, float], ...]
    observed_label: str
    targets: tuple[tuple[int, float, str], ...]
    axis_title: str
    write: Callable[[float], str]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels; narrow drawings name the edges above the fan."""
        frame = self._frame(width)
        shapes = list(frame.grid(self._marks(frame), self.write, self.axis_title))
        shapes.extend(self._fan(frame))
        shapes.extend(self._points(frame))
        shapes.extend(self._beside(frame) if frame.wide else self._above(width))
        return drawing(width, frame.bottom + 24.0, shapes)

    def _marks(self, frame: Frame) -> tuple[tuple[int, str], ...]:
        step = 2 if frame.wide else 5
        return tuple((at, str(year)) for at, year in enumerate(self.years) if year % step == 0)

    def _frame(self, width: int) -> Frame:
        known = [value for row in self.values for value in row]
        known += [value for _, value in self.observed] + [value for _, value, _ in self.targets]
        bounds = ticks(0.0 if min(known) < 0.5 * max(known) else min(known), max(known))
        wide = width >= _WIDE
        left = 12.0 + max(text_width(self.write(value), _SMALL) for value in bounds)
        top = 26.0 if wide else 94.0
        right = width - (_NAMES if wide else 6.0)
        return Frame(left, right, top, top + _HEIGHT, bounds, len(self.years), wide=wide)

    def _fan(self, frame: Frame) -> Iterator[str]:
        p10, p25, p50, p75, p90 = self.values
        for low, high in ((p10, p90), (p25, p75)):
            yield area([*frame.through(low), *reversed(frame.through(high))], LESS.light, 0.2)
        yield path(frame.through(p50), INK.light, width=2.2)
        for index, year in enumerate(self.years):
            told = "; ".join(
                f"{name}: {self.write(row[index])}"
                for name, row in zip(self.labels, (p10, p50, p90), strict=True)
            )
            yield spot(*frame.place(index, p50[index]), f"{year}: {told}", radius=8.0)

    def _points(self, frame: Frame) -> Iterator[str]:
        for year, value in self.observed:
            yield dot(frame.x(year - self.years[0]), frame.y(value), 3.0, INK.light, stroke=PAPER.light)
        for year, value, words in self.targets:
            x, y = frame.x(year - self.years[0]), frame.y(value)
            yield line(x - 7.0, y, x + 7.0, y, MORE.light, width=3.0)
            written = wrapped(words, x - frame.left - 12.0, _SMALL, lines=2, bold=True)
            yield from lines_of_text(
                x - 11.0, y, written, fill=MORE.light, anchor="end", size=_SMALL, bold=True, halo=True
            )

    def _beside(self, frame: Frame) -> Iterator[str]:
        ends = (self.values[0][-1], self.values[2][-1], self.values[4][-1])
        names = [wrapped(name, _NAMES - 12.0, _SMALL, lines=2, bold=True) for name in self.labels]
        heights = tuple(len(lines) * _SMALL * LINE_HEIGHT + 3.0 for lines in names)
        middles = spread(tuple(map(frame.y, ends)), heights, 0.0, frame.bottom)
        for index, (lines, middle) in enumerate(zip(names, middles, strict=True)):
            fill = INK.light if index == 1 else LESS.light
            yield from lines_of_text(
                frame.right + 8.0, middle, lines, fill=fill, size=_SMALL, bold=index == 1
            )
        if self.observed:
            yield dot(frame.left + 8.0, frame.top + 6.0, 3.0, INK.light)
            yield label(frame.left + 16.0, frame.top + 10.0, self.observed_label, size=_SMALL, halo=True)

    def _above(self, width: float) -> Iterator[str]:
        """Name the line, the points and the edges of the fan, each in a row of its own."""
        low, middle, high = self.labels
        yield path([(0.0, 8.0), (16.0, 8.0)], INK.light, width=2.2)
        yield label(22.0, 12.0, shortened(middle, width - 22.0, _SMALL, bold=True), size=_SMALL, bold=True)
        yield area([(0.0, 20.0), (16.0, 20.0), (16.0, 32.0), (0.0, 32.0)], LESS.light, 0.3)
        for index, text in enumerate(wrapped(f"{low} – {high}", width - 22.0, _SMALL, lines=2)):
            yield label(22.0, 30.0 + index * 14.0, text, size=_SMALL, fill=QUIET.light)
        if self.observed:
            yield dot(8.0, 60.0, 3.0, INK.light)
            yield label(22.0, 64.0, self.observed_label, size=_SMALL, fill=QUIET.light)
