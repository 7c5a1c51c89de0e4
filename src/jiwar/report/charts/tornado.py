"""What the saving hangs on: one bar per driver, from the saving at its P10 to the saving at its P90."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jiwar.report.charts.drawing import bar, drawing, label, line, lines_of_text, text_width, told
from jiwar.report.charts.letters import shortened, wrapped
from jiwar.report.charts.scale import ticks
from jiwar.report.palette import GRID, INK, LESS, MORE, QUIET

_WIDE = 560
_SMALL = 11.5
_TINY = 10.5
_BAR = 16.0
_HEAD = 66.0


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """One driver: what the plan saves when it is at its P10 and at its P90, and how much it is there."""

    label: str
    at_low_eur: float
    at_high_eur: float
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class Tornado:
    """Drivers from the widest swing to the narrowest, around the saving on mid values."""

    bars: tuple[TornadoBar, ...]
    middle_eur: float
    middle_label: str
    zero_label: str
    low_label: str
    high_label: str
    axis_title: str
    write: Callable[[float], str]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels; narrow drawings set the names above the bars."""
        frame = self._frame(width)
        bottom = _HEAD + len(self.bars) * frame.pitch
        shapes = [*self._legend(width), *self._grid(frame, bottom)]
        x = frame.x(self.middle_eur)
        shapes.append(line(x, _HEAD - 6.0, x, bottom, INK.light, width=1.25))
        for index, one in enumerate(self.bars):
            shapes.append(told(list(self._bar(frame, one, _HEAD + index * frame.pitch)), self._words(one)))
        return drawing(width, bottom + 20.0, shapes)

    def _frame(self, width: int) -> _Frame:
        ends = [end for one in self.bars for end in (one.at_low_eur, one.at_high_eur)]
        bounds = ticks(min(self.middle_eur, 0.0, *ends), max(self.middle_eur, 0.0, *ends))
        wide = width >= _WIDE
        return _Frame(214.0 if wide else 0.0, width - 2.0, bounds, 30.0 if wide else 42.0, wide=wide)

    def _legend(self, width: float) -> Iterator[str]:
        """Say what the two colours are, next to each other or below each other."""
        x, y = 0.0, 13.0
        for name, colour in ((self.low_label, MORE), (self.high_label, LESS)):
            needed = 20.0 + text_width(name, _SMALL)
            if x > 0 and x + needed > width:
                x, y = 0.0, y + 17.0
            yield bar(x, y - 10.0, 14, 12, colour.light)
            yield label(x + 20.0, y, shortened(name, width - x - 20.0, _SMALL), size=_SMALL, fill=QUIET.light)
            x += needed + 18.0

    def _grid(self, frame: _Frame, bottom: float) -> Iterator[str]:
        last = -1e9
        for value in frame.bounds:
            x, text = frame.x(value), self.write(value)
            half = text_width(text, _SMALL) / 2
            yield line(x, _HEAD - 6.0, x, bottom, QUIET.light if value == 0 else GRID.light)
            middle = min(max(x, half), frame.right - half)
            if middle - half > last + 6.0:
                yield label(middle, bottom + 15.0, text, anchor="middle", size=_SMALL, fill=QUIET.light)
                last = middle + half
        yield from self._named_lines(frame)

    def _named_lines(self, frame: _Frame) -> Iterator[str]:
        """Name the lines of zero and of the mid values above the bars, on one row where both fit."""
        x = frame.x(self.middle_eur)
        size = text_width(self.middle_label, _SMALL, bold=True)
        middle = min(max(x, size / 2), frame.right - size / 2)
        yield label(middle, _HEAD - 11.0, self.middle_label, anchor="middle", size=_SMALL, bold=True)
        zero, half = frame.x(0.0), text_width(self.zero_label, _SMALL) / 2
        at = min(max(zero, half), frame.right - half)
        if abs(at - middle) > half + size / 2 + 10.0:
            yield label(at, _HEAD - 11.0, self.zero_label, anchor="middle", size=_SMALL, fill=QUIET.light)

    def _bar(self, frame: _Frame, one: TornadoBar, top: float) -> Iterator[str]:
        y = top + 6.0 if frame.wide else top + 20.0
        if frame.wide:
            names = wrapped(one.label, frame.left - 12.0, _SMALL, lines=2)
            yield from lines_of_text(0.0, y + _BAR / 2, names, size=_SMALL)
        else:
            yield label(0.0, top + 15.0, shortened(one.label, frame.right, _SMALL), size=_SMALL, halo=True)
        middle = frame.x(self.middle_eur)
        ends = ((one.at_low_eur, MORE.light), (one.at_high_eur, LESS.light))
        # The wider part is drawn first, so that both ends on one side of the middle can be seen.
        for value, fill in sorted(ends, key=lambda end: -abs(end[0] - self.middle_eur)):
            x = frame.x(value)
            if abs(x - middle) >= 0.5:
                yield bar(min(x, middle), y, abs(x - middle), _BAR, fill)
        yield line(middle, y, middle, y + _BAR, INK.light, width=1.25)
        yield from self._values(frame, one, y)

    def _values(self, frame: _Frame, one: TornadoBar, y: float) -> Iterator[str]:
        """Write the driver's own value beyond each end of its bar, where there is room and no doubt."""
        left, right = frame.x(one.at_low_eur), frame.x(one.at_high_eur)
        low, high = (one.low, one.high) if left <= right else (one.high, one.low)
        left, right = min(left, right), max(left, right)
        if left > frame.x(self.middle_eur) or right < frame.x(self.middle_eur):
            return
        if low and left - text_width(low, _TINY) - 5.0 > frame.left:
            yield label(left - 5.0, y + 12.0, low, anchor="end", size=_TINY, fill=QUIET.light, halo=True)
        if high and right + text_width(high, _TINY) + 5.0 < frame.right:
            yield label(right + 5.0, y + 12.0, high, size=_TINY, fill=QUIET.light, halo=True)

    def _words(self, one: TornadoBar) -> str:
        low = f"{self.low_label}{f' ({one.low})' if one.low else ''}: {self.write(one.at_low_eur)}"
        high = f"{self.high_label}{f' ({one.high})' if one.high else ''}: {self.write(one.at_high_eur)}"
        return f"{one.label}. {low}; {high}"


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    right: float
    bounds: tuple[float, ...]
    pitch: float
    wide: bool

    def x(self, value: float) -> float:
        low, high = self.bounds[0], self.bounds[-1]
        return self.left + (self.right - self.left) * (value - low) / ((high - low) or 1.0)
