"""One bar for each lever: how much it moves the outcome, to the right when it helps."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.report.charts.drawing import bar, drawing, label, line, text_width, told
from jiwar.report.charts.letters import wrapped
from jiwar.report.palette import LESS, MORE, QUIET

_WIDE = 560
_SMALL = 12.0
_THICK = 16.0
_GAP = 12.0
_NAME_LINE = 15.0


@dataclass(frozen=True, slots=True)
class LeverBar:
    """One lever: its name, how much it moves the outcome, and the same in words."""

    name: str
    value: float
    written: str


@dataclass(frozen=True, slots=True)
class OutlookBars:
    """Bars from the line of no change; names stand beside them, or above them on a narrow screen."""

    bars: tuple[LeverBar, ...]
    axis_title: str

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels."""
        wide = width >= _WIDE
        room = 0.40 * width if wide else 0.0
        words = max(text_width(one.written, _SMALL) for one in self.bars) + 8.0
        least = min(0.0, *(one.value for one in self.bars))
        most = max(0.0, *(one.value for one in self.bars))
        left = room + (words if least < 0 else 4.0)
        scale = (width - words - left) / ((most - least) or 1.0)
        zero = left - least * scale
        shapes = [label(0.0, 12.0, self.axis_title, size=11.5, fill=QUIET.light)]
        y = 26.0
        for one in self.bars:
            names = wrapped(one.name, (room if wide else width) - 10.0, _SMALL, lines=2)
            height = max(_THICK, len(names) * _NAME_LINE)
            middle = y + height / 2 if wide else y + len(names) * _NAME_LINE + _THICK / 2
            first = middle - (len(names) - 1) * _NAME_LINE / 2 + 4.0 if wide else y + 11.0
            shapes.extend(
                label(0.0, first + at * _NAME_LINE, text, size=_SMALL) for at, text in enumerate(names)
            )
            shapes.append(_bar(one, zero, middle, scale))
            if not wide:  # a whole line would cross the names
                shapes.append(
                    line(zero, middle - _THICK / 2 - 2.0, zero, middle + _THICK / 2 + 2.0, QUIET.light)
                )
            y = (y + height if wide else middle + _THICK / 2) + _GAP
        if wide:
            shapes.append(line(zero, 22.0, zero, y - _GAP + 4.0, QUIET.light))
        return drawing(width, y, shapes)


def _bar(one: LeverBar, zero: float, middle: float, scale: float) -> str:
    length = abs(one.value) * scale
    start = zero if one.value >= 0 else zero - length
    drawn = bar(
        start, middle - _THICK / 2, max(length, 1.0), _THICK, (LESS if one.value >= 0 else MORE).light
    )
    beyond = start + length + 6.0 if one.value >= 0 else start - 6.0
    anchor = "start" if one.value >= 0 else "end"
    return told([drawn, label(beyond, middle + 4.0, one.written, anchor=anchor, size=_SMALL)], one.name)
