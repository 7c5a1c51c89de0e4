"""Lines over time with tinted bands, named where they end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jiwar.report.charts.drawing import (
    LINE_HEIGHT,
    Point,
    area,
    dot,
    drawing,
    label,
    line,
    lines_of_text,
    path,
    series,
    spot,
    text_width,
)
from jiwar.report.charts.letters import spread, wrapped
from jiwar.report.charts.scale import ticks
from jiwar.report.palette import GRID, INK, PAPER, QUIET, site_colour

_WIDE = 560
_HEIGHT = 300.0
_SMALL = 11.5
_NAMES = 138.0
_ROW = 18.0


@dataclass(frozen=True, slots=True)
class Line:
    """One series in the colour of a position, and the band between ``low`` and ``high`` around it."""

    label: str
    values: tuple[float | None, ...]
    position: int
    dashed: bool = False
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()

    @property
    def colour(self) -> str:
        """The light value of its colour."""
        return site_colour(self.position).light


@dataclass(frozen=True, slots=True)
class Lines:
    """Series of equal length; ``marks`` name places of the axis, ``points`` are dots with their words.

    With ``from_zero`` the axis holds zero, and zero has a line of its own.
    """

    series: tuple[Line, ...]
    marks: tuple[tuple[int, str], ...]
    axis_title: str
    write: Callable[[float], str]
    from_zero: bool = False
    points: tuple[tuple[int, float, str], ...] = ()

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels; narrow drawings name the series above the lines."""
        frame = self._frame(width)
        shapes = [
            *frame.grid(self.marks, self.write, self.axis_title),
            *self._bands(frame),
            *self._drawn(frame),
        ]
        shapes.extend(self._names_beside(frame) if frame.wide else self._names_above())
        for index, value, words in self.points:
            shapes.extend(frame.point(index, value, words))
        return drawing(width, frame.bottom + 24.0, shapes)

    def _frame(self, width: int) -> Frame:
        known = [
            value for one in self.series for value in (*one.values, *one.low, *one.high) if value is not None
        ]
        low, high = min(known), max(known)
        if self.from_zero:
            low, high = min(low, 0.0), max(high, 0.0)
        bounds = ticks(low, high)
        wide = width >= _WIDE
        left = 12.0 + max(text_width(self.write(value), _SMALL) for value in bounds)
        top = 26.0 + (0.0 if wide else _ROW * len(self.series))
        right = width - (_NAMES if wide else 6.0)
        return Frame(left, right, top, top + _HEIGHT - 50.0, bounds, len(self.series[0].values), wide=wide)

    def _bands(self, frame: Frame) -> Iterator[str]:
        for one in self.series:
            if one.low:
                edge = [*frame.through(one.low), *reversed(frame.through(one.high))]
                yield series([area(edge, one.colour, 0.16)], one.label, one.colour)

    def _drawn(self, frame: Frame) -> Iterator[str]:
        for one in self.series:
            dash = "5 3" if one.dashed else ""
            shapes = [path(points, one.colour, width=2.2, dash=dash) for points in _runs(frame, one.values)]
            spots = [
                spot(*frame.place(index, value), f"{one.label}, {name}: {self.write(value)}")
                for index, name in self.marks
                if index < len(one.values) and (value := one.values[index]) is not None
            ]
            yield series([*shapes, *spots], one.label, one.colour)

    def _names_beside(self, frame: Frame) -> Iterator[str]:
        ended = [(one, next(v for v in reversed(one.values) if v is not None)) for one in self.series]
        lines = [wrapped(one.label, _NAMES - 12.0, _SMALL, lines=3, bold=True) for one, _ in ended]
        heights = tuple(len(text) * _SMALL * LINE_HEIGHT + 3.0 for text in lines)
        wanted = tuple(frame.y(value) for _, value in ended)
        middles = spread(wanted, heights, 0.0, frame.bottom)
        for (one, _), text, middle in zip(ended, lines, middles, strict=True):
            written = lines_of_text(frame.right + 8.0, middle, text, fill=one.colour, size=_SMALL, bold=True)
            yield series(written, one.label, one.colour)

    def _names_above(self) -> Iterator[str]:
        for index, one in enumerate(self.series):
            y = 12.0 + index * _ROW
            shapes = [
                path([(0.0, y - 4.0), (16.0, y - 4.0)], one.colour, dash="5 3" if one.dashed else ""),
                label(22.0, y, one.label, fill=one.colour, size=_SMALL, bold=True),
            ]
            yield series(shapes, one.label, one.colour)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where values go: ``bounds`` are the marks of the upright axis, ``count`` places lie along the other."""

    left: float
    right: float
    top: float
    bottom: float
    bounds: tuple[float, ...]
    count: int
    wide: bool

    def x(self, index: float) -> float:
        """Return where a place of the axis lies."""
        return self.left + (self.right - self.left) * index / max(self.count - 1, 1)

    def y(self, value: float) -> float:
        """Return how far down a value lies."""
        low, high = self.bounds[0], self.bounds[-1]
        return self.bottom - (self.bottom - self.top) * (value - low) / ((high - low) or 1.0)

    def place(self, index: float, value: float) -> Point:
        """Return the point of a value."""
        return self.x(index), self.y(value)

    def through(self, values: tuple[float, ...]) -> list[Point]:
        """Return the points of a whole series."""
        return [self.place(index, value) for index, value in enumerate(values)]

    def grid(
        self, marks: tuple[tuple[int, str], ...], write: Callable[[float], str], axis_title: str
    ) -> Iterator[str]:
        """Draw the quiet lines behind the data, with the words of both axes."""
        for text in wrapped(axis_title, self.right, _SMALL, lines=1):
            yield label(0.0, self.top - 12.0, text, size=_SMALL, fill=QUIET.light)
        for value in self.bounds:
            y = self.y(value)
            yield line(self.left, y, self.right, y, QUIET.light if value == 0 else GRID.light)
            yield label(self.left - 6.0, y + 4.0, write(value), anchor="end", size=_SMALL, fill=QUIET.light)
        free = 0.0
        for index, name in marks:
            x = self.x(index)
            yield line(x, self.top, x, self.bottom + 6.0, GRID.light)
            if x >= free and x + text_width(name, _SMALL) <= self.right + 4.0:
                yield label(x + 2.0, self.bottom + 17.0, name, size=_SMALL, fill=QUIET.light)
                free = x + text_width(name, _SMALL) + 6.0

    def point(self, index: int, value: float, words: str) -> list[str]:
        """Draw a dot with its words on the side where there is room."""
        x, y = self.place(index, value)
        early = x < (self.left + self.right) / 2
        room = (self.right - x if early else x - self.left) - 10.0
        lines = wrapped(words, max(room, 60.0), _SMALL, lines=2, bold=True)
        half = len(lines) * _SMALL * LINE_HEIGHT / 2
        above = y - self.top > 2 * half + 12.0
        middle = y - half - 8.0 if above else y + half + 8.0
        anchor = "start" if early else "end"
        at = x + (6.0 if early else -6.0)
        written = lines_of_text(at, middle, lines, anchor=anchor, size=_SMALL, bold=True, halo=True)
        return [dot(x, y, 4.5, INK.light, stroke=PAPER.light), *written]


def _runs(frame: Frame, values: tuple[float | None, ...]) -> Iterator[list[Point]]:
    """Cut a series where values are missing."""
    run: list[Point] = []
    for index, value in enumerate((*values, None)):
        if value is not None:
            run.append(frame.place(index, value))
        elif run:
            yield run
            run = []
