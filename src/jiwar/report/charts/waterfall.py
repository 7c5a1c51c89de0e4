"""From staying to the plan, line by line; cash on one scale, and work left undone apart from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from jiwar.report.charts.drawing import bar, drawing, label, line, shortened, told
from jiwar.report.palette import HOME, LESS, MORE, QUIET, RULE, SITES

_WIDE = 560
_BAR = 18.0
_ROOM_FOR_AMOUNT = 64.0


@dataclass(frozen=True, slots=True)
class Step:
    """What one line adds (positive) or takes away, in EUR."""

    label: str
    change_eur: float


@dataclass(frozen=True, slots=True)
class _Bar:
    name: str
    start_eur: float
    end_eur: float
    fill: str
    amount: str
    bold: bool = False
    linked: bool = False  # a thin line leads from the bar above to this one


@dataclass(frozen=True, slots=True)
class Waterfall:
    """Cash of staying, the steps from there, cash of the plan; then the values of undone work, apart."""

    staying: tuple[str, float]
    steps: tuple[Step, ...]
    plan: tuple[str, float]
    apart_title: str
    apart: tuple[tuple[str, float], ...]
    write_total: Callable[[float], str]
    write_change: Callable[[float], str]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels; narrow drawings set labels above the bars."""
        cash, apart = self._cash_bars(), self._apart_bars()
        ends = [0.0, *(end for one in (*cash, *apart) for end in (one.start_eur, one.end_eur))]
        frame = _Frame(width, min(ends), max(ends))
        shapes = [shape for index, one in enumerate(cash) for shape in frame.shapes(one, index * frame.pitch)]
        height = len(cash) * frame.pitch
        if apart:
            shapes.append(line(0, height + 8, width, height + 8, RULE.light))
            shapes.append(label(0, height + 27, self.apart_title, size=11.5, fill=QUIET.light))
            height += 38.0
            for one in apart:
                shapes.extend(frame.shapes(one, height))
                height += frame.pitch
        return drawing(width, height, shapes)

    def _cash_bars(self) -> tuple[_Bar, ...]:
        name, amount = self.staying
        levels = tuple(accumulate((step.change_eur for step in self.steps), initial=amount))
        first = _Bar(name, 0.0, amount, HOME.light, self.write_total(amount), bold=True)
        steps = (
            _Bar(step.label, before, after, _colour(step), self.write_change(step.change_eur), linked=True)
            for step, before, after in zip(self.steps, levels[:-1], levels[1:], strict=True)
        )
        name, amount = self.plan
        last = _Bar(name, 0.0, amount, SITES[0].light, self.write_total(amount), bold=True)
        return (first, *steps, last)

    def _apart_bars(self) -> tuple[_Bar, ...]:
        fills = (HOME.light, SITES[0].light)
        return tuple(
            _Bar(name, 0.0, amount, fill, self.write_total(amount))
            for (name, amount), fill in zip(self.apart, fills, strict=False)
        )


def _colour(step: Step) -> str:
    return (MORE if step.change_eur > 0 else LESS).light


class _Frame:
    """Where bars go at a width: one scale of EUR for the whole drawing."""

    def __init__(self, width: int, low_eur: float, high_eur: float) -> None:
        self.wide = width >= _WIDE
        self.pitch = 26.0 if self.wide else 43.0
        self._left = 196.0 if self.wide else 0.0
        self._label_room = self._left - 10 if self.wide else width - 4.0
        self._scale = (width - self._left - _ROOM_FOR_AMOUNT) / ((high_eur - low_eur) or 1.0)
        self._zero = self._left - low_eur * self._scale

    def shapes(self, one: _Bar, top: float) -> list[str]:
        bar_top = top + 2 if self.wide else top + 19
        start, end = (self._zero + value * self._scale for value in (one.start_eur, one.end_eur))
        left, right = min(start, end), max(start, end)
        name = shortened(one.name, self._label_room, bold=one.bold)
        shapes = [
            label(0, bar_top + 13 if self.wide else top + 14, name, bold=one.bold),
            bar(left, bar_top, max(right - left, 1.5), _BAR, one.fill),
            label(right + 6, bar_top + 13, one.amount, size=11.5, bold=one.bold),
        ]
        shapes = [told(shapes, f"{one.name}: {one.amount}")]
        if one.linked:
            shapes.insert(
                0, line(start, bar_top - self.pitch + _BAR, start, bar_top, QUIET.light, width=0.75)
            )
        return shapes
