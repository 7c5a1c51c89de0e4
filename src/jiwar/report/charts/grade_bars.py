"""The share of cost that rests on each grade of source."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.report.charts.drawing import bar, drawing, label, shortened
from jiwar.report.palette import GRADES, GRID, QUIET

_WIDE = 560
_BAR = 16.0
_NAME = 86.0


@dataclass(frozen=True, slots=True)
class GradeBar:
    """One grade: its rank (0 is best), its name, what it means, and its share of cost as a fraction."""

    rank: int
    name: str
    meaning: str
    share: float
    written: str


@dataclass(frozen=True, slots=True)
class GradeBars:
    """One bar per grade, from the best to the weakest."""

    bars: tuple[GradeBar, ...]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels; narrow drawings set the names above the bars."""
        wide = width >= _WIDE
        left = 300.0 if wide else 0.0
        pitch = 26.0 if wide else 38.0
        room = width - left - 52.0
        shapes: list[str] = []
        for index, one in enumerate(self.bars):
            y = index * pitch + 2
            bar_y = y if wide else y + 18
            size = 11.5 if wide else 11.0
            meaning = shortened(one.meaning, (left if wide else float(width)) - _NAME - 10.0, size)
            shapes.append(label(0, y + 13, shortened(one.name, _NAME - 6.0, bold=True), bold=True))
            shapes.append(label(_NAME, y + 13, meaning, size=size, fill=QUIET.light))
            length = max(one.share, 0.0) * room
            shapes.append(bar(left, bar_y, room, _BAR, GRID.light))
            if length > 0:
                shapes.append(bar(left, bar_y, max(length, 1.0), _BAR, GRADES[one.rank].light))
            shapes.append(label(left + room + 8, bar_y + 12.5, one.written))
        return drawing(width, len(self.bars) * pitch + 4, shapes)
