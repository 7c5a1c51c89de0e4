"""The fan of cash: what the plan has paid more than staying, in the middle of the draws and at their edges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jiwar.report.charts.drawing import (
    LINE_HEIGHT,
    area,
    drawing,
    label,
    lines_of_text,
    path,
    spot,
    text_width,
)
from jiwar.report.charts.letters import shortened, spread, wrapped
from jiwar.report.charts.lines import Frame
from jiwar.report.charts.scale import ticks
from jiwar.report.palette import INK, LESS, QUIET

_WIDE = 560
_SMALL = 11.5
_HEIGHT = 250.0
_NAMES = 118.0


@dataclass(frozen=True, slots=True)
class FanChart:
    """Quantiles of cumulated extra cash over months, in EUR; at each month, not one draw followed through.

    ``labels`` name P10, P50 and P90; ``years`` holds the month (index) in which every year begins;
    ``break_even`` the month from which the middle stays below zero, with its words.
    """

    p10_eur: tuple[float, ...]
    p50_eur: tuple[float, ...]
    p90_eur: tuple[float, ...]
    years: tuple[tuple[int, str], ...]
    labels: tuple[str, str, str]
    axis_title: str
    write: Callable[[float], str]
    p25_eur: tuple[float, ...] = ()
    p75_eur: tuple[float, ...] = ()
    break_even: tuple[int, str] | None = None

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels; narrow drawings name the edges above the fan."""
        frame = self._frame(width)
        shapes = list(frame.grid(self.years, self.write, self.axis_title))
        shapes.extend(self._fan(frame))
        shapes.extend(self._beside(frame) if frame.wide else self._above(width))
        if self.break_even is not None:
            month, words = self.break_even
            shapes.extend(frame.point(month + 1, self.p50_eur[month], words))
        return drawing(width, frame.bottom + 24.0, shapes)

    def _frame(self, width: int) -> Frame:
        bounds = ticks(min(0.0, *self.p10_eur, *self.p90_eur), max(0.0, *self.p10_eur, *self.p90_eur))
        wide = width >= _WIDE
        left = 12.0 + max(text_width(self.write(value), _SMALL) for value in bounds)
        top = 26.0 if wide else 76.0
        right = width - (_NAMES if wide else 6.0)
        return Frame(left, right, top, top + _HEIGHT, bounds, len(self.p50_eur) + 1, wide=wide)

    def _fan(self, frame: Frame) -> Iterator[str]:
        """Every sum stands at the end of its month; before the first month nothing has been paid."""
        bands = [(self.p10_eur, self.p90_eur)]
        if self.p25_eur:
            bands.append((self.p25_eur, self.p75_eur))
        for low, high in bands:
            edge = [*frame.through((0.0, *low)), *reversed(frame.through((0.0, *high)))]
            yield area(edge, LESS.light, 0.2)
        for values in (self.p10_eur, self.p90_eur):
            yield path(frame.through((0.0, *values)), LESS.light, width=1.0)
        yield path(frame.through((0.0, *self.p50_eur)), INK.light, width=2.2)
        quantiles = (self.p10_eur, self.p50_eur, self.p90_eur)
        for month, name in self.years:
            if month == 0:
                continue
            told_there = "; ".join(
                f"{called}: {self.write(values[month - 1])}"
                for called, values in zip(self.labels, quantiles, strict=True)
            )
            yield spot(*frame.place(month, self.p50_eur[month - 1]), f"{name}: {told_there}", radius=10.0)

    def _beside(self, frame: Frame) -> Iterator[str]:
        ends = (self.p10_eur[-1], self.p50_eur[-1], self.p90_eur[-1])
        names = [wrapped(name, _NAMES - 12.0, _SMALL, lines=2, bold=True) for name in self.labels]
        heights = tuple(len(lines) * _SMALL * LINE_HEIGHT + 3.0 for lines in names)
        middles = spread(tuple(map(frame.y, ends)), heights, 0.0, frame.bottom)
        for index, (lines, middle) in enumerate(zip(names, middles, strict=True)):
            main = index == 1
            fill = INK.light if main else LESS.light
            yield from lines_of_text(frame.right + 8.0, middle, lines, fill=fill, size=_SMALL, bold=main)

    def _above(self, width: float) -> Iterator[str]:
        """Name the line, then the edges of the fan, each in a row of its own."""
        low, middle, high = self.labels
        yield path([(0.0, 8.0), (16.0, 8.0)], INK.light, width=2.2)
        yield label(22.0, 12.0, shortened(middle, width - 22.0, _SMALL, bold=True), size=_SMALL, bold=True)
        names = wrapped(f"{low} – {high}", width - 22.0, _SMALL, lines=2)
        yield area([(0.0, 20.0), (16.0, 20.0), (16.0, 32.0), (0.0, 32.0)], LESS.light, 0.3)
        for index, text in enumerate(names):
            yield label(22.0, 30.0 + index * 14.0, text, size=_SMALL, fill=QUIET.light)
