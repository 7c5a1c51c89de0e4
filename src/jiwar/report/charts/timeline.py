"""The plan over time: every work package as lanes of quarters with the people at each site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jiwar.report.charts.drawing import bar, drawing, label, line, shortened, text_width, told
from jiwar.report.palette import GRID, INK, ON_FILL, PAPER, QUIET, RULE, site_colour

_WIDE = 560
_LANE = 22.0
_GAP = 3.0
_SMALL = 10.5


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """People of one package at one site by quarter, and the quarters in which they still build up."""

    label: str
    position: int
    people: tuple[float, ...]
    building_up: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One work package with its lanes."""

    label: str
    lanes: tuple[TimelineLane, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A Gantt chart with headcount: numbers stand where the number of people changes.

    ``years`` holds the first quarter (index) and the label of every year.
    """

    rows: tuple[TimelineRow, ...]
    years: tuple[tuple[int, str], ...]
    quarters: int
    delivering: str
    building_up: str
    write: Callable[[float], str]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels."""
        left = 128.0 if width >= _WIDE else 82.0
        cell = (width - left) / self.quarters
        top = 48.0
        height = top + sum(26.0 + len(row.lanes) * (_LANE + _GAP) + 6.0 for row in self.rows)
        shapes = [*self._legend(width), *self._years(left, cell, top, height)]
        y = top
        for row in self.rows:
            shapes.append(line(0, y + 2, width, y + 2, RULE.light))
            shapes.append(
                label(0, y + 19, shortened(row.label, width, 12.5, bold=True), size=12.5, bold=True)
            )
            y += 26.0
            for lane in row.lanes:
                shapes.append(
                    label(0, y + 15, shortened(lane.label, left - 8, 11.5), size=11.5, fill=QUIET.light)
                )
                shapes.extend(self._lane(row, lane, left, y, cell))
                y += _LANE + _GAP
            y += 6.0
        return drawing(width, height, shapes)

    def _legend(self, width: float) -> list[str]:
        """Say what full and empty bars are, next to each other or below each other."""
        colour = site_colour(1).light
        second = 20 + text_width(self.delivering, 11.5) + 18
        beside = second + 20 + text_width(self.building_up, 11.5) <= width
        x, y = (second, 0.0) if beside else (0.0, 15.0)
        names = [shortened(name, width - 20, 11.5) for name in (self.delivering, self.building_up)]
        return [
            bar(0, 1, 14, 12, colour),
            label(20, 11, names[0], size=11.5, fill=QUIET.light),
            bar(x, y + 1, 14, 12, PAPER.light, stroke=colour),
            label(x + 20, y + 11, names[1], size=11.5, fill=QUIET.light),
        ]

    def _years(self, left: float, cell: float, top: float, height: float) -> list[str]:
        shapes: list[str] = []
        for quarter, name in self.years:
            x = left + quarter * cell
            shapes.append(line(x, top - 14, x, height, GRID.light))
            shapes.append(label(x + 3, top - 4, name, size=11.5, fill=QUIET.light))
        return shapes

    def _lane(self, row: TimelineRow, lane: TimelineLane, left: float, y: float, cell: float) -> list[str]:
        colour = site_colour(lane.position).light
        shapes: list[str] = []
        shown = ""
        for quarter, (count, building) in enumerate(zip(lane.people, lane.building_up, strict=True)):
            text = self.write(count)
            if text == self.write(0):
                shown = ""
                continue
            x = left + quarter * cell
            fill, stroke = (PAPER.light, colour) if building else (colour, None)
            drawn = [bar(x, y, cell - 1, _LANE, fill, stroke=stroke)]
            if text != shown:
                size = min(_SMALL, max((cell - 3.0) / max(len(text), 1) / 0.58, 7.0))
                ink = INK.light if building else ON_FILL.light
                drawn.append(label(x + (cell - 1) / 2, y + 15, text, anchor="middle", size=size, fill=ink))
            state = self.building_up if building else self.delivering
            year = max(mark for mark in self.years if mark[0] <= quarter)[1]
            shapes.append(told(drawn, f"{row.label}, {lane.label}, {year}: {text} ({state})"))
            shown = text
        return shapes
