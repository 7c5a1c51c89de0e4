"""How far each driver alone would have to go before the saving is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jiwar.report.charts.drawing import bar, drawing, label, line, lines_of_text, path, told
from jiwar.report.charts.letters import shortened, wrapped
from jiwar.report.palette import GRID, INK, LESS, MORE, QUIET, RULE

_WIDE = 560
_SMALL = 11.5
_BAR = 14.0
_HEAD = 26.0


@dataclass(frozen=True, slots=True)
class FlipBar:
    """One driver: the share of the way to the worse end of its range at which the saving is gone, in words too.

    ``share`` is None when the whole range does not undo the plan.
    """

    label: str
    share: float | None
    text: str


@dataclass(frozen=True, slots=True)
class FlipChart:
    """Drivers on one track each: from the mid value on the left to the end of the range on the right."""

    bars: tuple[FlipBar, ...]
    middle_label: str
    end_label: str
    never_label: str

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels; narrow drawings set names and values above the tracks."""
        wide = width >= _WIDE
        left, right = (214.0, width - 190.0) if wide else (0.0, width - 8.0)
        pitch = 30.0 if wide else 58.0
        shapes = list(self._head(left, right))
        for index, one in enumerate(self.bars):
            top = _HEAD + index * pitch
            drawn = (
                self._wide_bar(one, top, left, right, width) if wide else self._narrow_bar(one, top, right)
            )
            shapes.append(told(list(drawn), f"{one.label}: {self._value(one)}"))
        return drawing(width, _HEAD + len(self.bars) * pitch + 4.0, shapes)

    def _value(self, one: FlipBar) -> str:
        return self.never_label if one.share is None else one.text

    def _head(self, left: float, right: float) -> Iterator[str]:
        half = (right - left) / 2 - 6.0
        yield label(left, 13.0, shortened(self.middle_label, half, _SMALL), size=_SMALL, fill=QUIET.light)
        name = shortened(self.end_label, half, _SMALL)
        yield label(right, 13.0, name, anchor="end", size=_SMALL, fill=QUIET.light)
        yield line(left, _HEAD - 6.0, right, _HEAD - 6.0, RULE.light)

    def _wide_bar(self, one: FlipBar, top: float, left: float, right: float, width: float) -> Iterator[str]:
        middle = top + 14.0
        yield from lines_of_text(0.0, middle, wrapped(one.label, left - 12.0, _SMALL), size=_SMALL)
        yield from self._track(one, middle - _BAR / 2, left, right)
        fill = QUIET.light if one.share is None else INK.light
        words = wrapped(self._value(one), width - right - 12.0, _SMALL)
        yield from lines_of_text(right + 12.0, middle, words, size=_SMALL, fill=fill)

    def _narrow_bar(self, one: FlipBar, top: float, right: float) -> Iterator[str]:
        yield label(0.0, top + 14.0, shortened(one.label, right, _SMALL), size=_SMALL)
        fill = QUIET.light if one.share is None else INK.light
        yield label(0.0, top + 29.0, shortened(self._value(one), right, 11.0), size=11.0, fill=fill)
        yield from self._track(one, top + 35.0, 0.0, right)

    def _track(self, one: FlipBar, top: float, left: float, right: float) -> Iterator[str]:
        """Draw how much of the range leaves the plan ahead, the place where it flips, and what is behind it."""
        if one.share is None:
            yield bar(left, top, right - left, _BAR, GRID.light)
            return
        x = left + (right - left) * min(max(one.share, 0.0), 1.0)
        yield bar(left, top, right - left, _BAR, MORE.light)
        yield bar(left, top, x - left, _BAR, LESS.light)
        yield path([(x, top - 4.0), (x, top + _BAR + 4.0)], INK.light, width=2.5)
