"""The extra cash of the plan against staying, added up month by month, with its break-even."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jiwar.report.charts.scale import ticks
from jiwar.report.charts.vega import axis, of_rows, vega_svg, words_at
from jiwar.report.palette import INK, LESS, MORE, PAPER, QUIET

if TYPE_CHECKING:
    import altair as alt

_WIDE = 560
_HEIGHT = 300
_LABEL_HEIGHT = 30.0
_FIELDS = ("month", "eur")
_SAME_EUR = 500.0


@dataclass(frozen=True, slots=True)
class CashCurve:
    """Cumulated extra cash, and the same with the value of undone work, in EUR by month.

    ``years`` holds the month (index) in which every year begins; ``break_even`` the index of the month from
    which the cash curve stays below zero, with its label.
    """

    cash_eur: tuple[float, ...]
    all_eur: tuple[float, ...]
    years: tuple[tuple[int, str], ...]
    cash_label: str
    all_label: str
    axis_title: str
    break_even: tuple[int, str] | None
    write: Callable[[float], str]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels."""
        wide = width >= _WIDE
        padding = {"left": 46, "right": 132 if wide else 12, "top": 26, "bottom": 26}
        layers = [*self._areas(), *self._lines(), *self._labels(wide=wide)]
        return vega_svg(layers, width, _HEIGHT, padding)

    @property
    def _bounds(self) -> tuple[float, ...]:
        values = (0.0, *self.cash_eur, *(self.all_eur if self._two else ()))
        return ticks(min(values), max(values))

    @property
    def _two(self) -> bool:
        return any(
            abs(one - other) > _SAME_EUR for one, other in zip(self.cash_eur, self.all_eur, strict=True)
        )

    def _scales(self) -> dict[str, Any]:
        import altair as alt

        bounds, months = self._bounds, len(self.cash_eur)
        years = axis({float(month): name for month, name in self.years}, years=True)
        amounts = axis({value: self.write(value) for value in bounds})
        across = alt.Scale(domain=[0, months], nice=False)
        up = alt.Scale(domain=[bounds[0], bounds[-1]], nice=False)
        return {
            "x": alt.X("month:Q", title=None, scale=across, axis=years),
            "y": alt.Y("eur:Q", title=None, scale=up, axis=amounts),
        }

    def _areas(self) -> list[alt.Chart]:
        """Tint money that is out, and money that has come back."""
        clipped = (
            (tuple(max(value, 0.0) for value in self.cash_eur), MORE.light),
            (tuple(min(value, 0.0) for value in self.cash_eur), LESS.light),
        )
        areas = []
        for values, colour in clipped:
            chart: Any = of_rows(_points(values))
            areas.append(chart.mark_area(color=colour, opacity=0.16, line=False).encode(**self._scales()))
        return areas

    def _lines(self) -> list[alt.Chart]:
        zero: Any = of_rows([{"eur": 0}])
        cash: Any = of_rows(_points(self.cash_eur))
        drawn = [
            zero.mark_rule(color=QUIET.light).encode(y="eur:Q"),
            cash.mark_line(color=INK.light, strokeWidth=2.2).encode(**self._scales()),
        ]
        if self._two:
            both: Any = of_rows(_points(self.all_eur))
            dashed = both.mark_line(color=QUIET.light, strokeWidth=1.8, strokeDash=[5, 3])
            drawn.append(dashed.encode(**self._scales()))
        return drawn

    def _labels(self, *, wide: bool) -> list[alt.Chart]:
        corner = (0.0, self._bounds[-1])
        shown = [words_at(_FIELDS, corner, self.axis_title, shift=(-44, -16), colour=QUIET.light)]
        if wide:
            shown.extend(self._end_labels())
        if self.break_even is not None:
            shown.extend(self._break_even(*self.break_even))
        return shown

    def _break_even(self, month: int, name: str) -> list[alt.Chart]:
        place = (month + 1.0, self.cash_eur[month])
        point: Any = of_rows([{"month": place[0], "eur": place[1]}])
        dot = point.mark_point(
            shape="circle",
            filled=True,
            size=70,
            color=INK.light,
            stroke=PAPER.light,
            strokeWidth=1.5,
            opacity=1,
        )
        early = month < 0.62 * len(self.cash_eur)
        words = words_at(
            _FIELDS,
            place,
            name,
            shift=(6 if early else -6, -13),
            align="left" if early else "right",
            bold=True,
        )
        return [dot.encode(x="month:Q", y="eur:Q"), words]

    def _end_labels(self) -> list[alt.Chart]:
        """Name the curves where they end, pushed apart when they end close to each other."""
        months, span = float(len(self.cash_eur)), self._bounds[-1] - self._bounds[0]
        cash, both = self.cash_eur[-1], self.all_eur[-1]
        if not self._two:
            return [words_at(_FIELDS, (months, cash), self.cash_label, shift=(7, 0), bold=True)]
        apart = abs(cash - both) / span * (_HEIGHT - 52)
        push = 0.0 if apart > _LABEL_HEIGHT else (_LABEL_HEIGHT - apart) / 2
        up = -push if cash >= both else push
        return [
            words_at(_FIELDS, (months, cash), self.cash_label, shift=(7, up), bold=True),
            words_at(_FIELDS, (months, both), self.all_label, shift=(7, -up), colour=QUIET.light),
        ]


def _points(values: tuple[float, ...]) -> list[dict[str, Any]]:
    """Every sum stands at the end of its month; before the first month nothing has been paid."""
    return [{"month": month, "eur": value} for month, value in enumerate((0.0, *values))]
