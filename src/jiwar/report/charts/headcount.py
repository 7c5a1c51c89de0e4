"""People by site and quarter, as stacked steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jiwar.report.charts.scale import ticks
from jiwar.report.charts.vega import axis, of_rows, told_by_vega, vega_svg, words_at
from jiwar.report.palette import PAPER, QUIET, site_colour

if TYPE_CHECKING:
    import altair as alt

_WIDE = 560
_HEIGHT = 260
_LINE = 15.0
_ROW = 18
_FIELDS = ("quarter", "low")


@dataclass(frozen=True, slots=True)
class SiteSeries:
    """People at one site by quarter; position 0 is home."""

    label: str
    position: int
    people: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Headcount:
    """All sites, home first; ``years`` holds the first quarter (index) and the label of every year."""

    series: tuple[SiteSeries, ...]
    years: tuple[tuple[int, str], ...]
    axis_title: str
    write: Callable[[float], str]
    write_people: Callable[[float], str]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels; narrow drawings name the sites above the bars."""
        wide = width >= _WIDE
        rows = 0 if wide else _ROW * len(self.series)
        padding = {"left": 36, "right": 132 if wide else 8, "top": 26 + rows, "bottom": 26}
        corner = (0.0, self._bounds[-1])
        title = words_at(_FIELDS, corner, self.axis_title, shift=(-34, -16), colour=QUIET.light)
        labels = self._beside() if wide else self._above()
        return vega_svg([self._steps(), title, *labels], width, _HEIGHT + rows, padding)

    @property
    def _quarters(self) -> int:
        return len(self.series[0].people)

    @property
    def _bounds(self) -> tuple[float, ...]:
        sums = [sum(one.people[quarter] for one in self.series) for quarter in range(self._quarters)]
        return ticks(0.0, max(sums), most=5)

    def _rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for quarter in range(self._quarters):
            floor = 0.0
            for one in self.series:
                top = floor + one.people[quarter]
                place = {"quarter": quarter, "end": quarter + 1, "low": floor, "high": top}
                year = max(mark for mark in self.years if mark[0] <= quarter)[1]
                said = told_by_vega(f"{one.label}, {year}: {self.write_people(one.people[quarter])}")
                rows.append(place | {"site": one.position, "said": said})
                floor = top
        return rows

    def _steps(self) -> alt.Chart:
        import altair as alt

        bounds = self._bounds
        years = axis({float(quarter): name for quarter, name in self.years}, years=True)
        counts = axis({value: self.write(value) for value in bounds})
        positions = [one.position for one in self.series]
        colours = alt.Scale(domain=positions, range=[site_colour(position).light for position in positions])
        across = alt.Scale(domain=[0, self._quarters], nice=False)
        up = alt.Scale(domain=[0, bounds[-1]], nice=False)
        bars: Any = of_rows(self._rows())
        done: alt.Chart = bars.mark_rect(stroke=PAPER.light, strokeWidth=0.75).encode(
            x=alt.X("quarter:Q", title=None, scale=across, axis=years),
            x2="end:Q",
            y=alt.Y("low:Q", title=None, scale=up, axis=counts),
            y2="high:Q",
            color=alt.Color("site:N", legend=None, scale=colours),
            description="said:N",
        )
        return done

    def _beside(self) -> list[alt.Chart]:
        """Labels stand at the right end of each band, pushed apart where bands are thin."""
        top = self._bounds[-1]
        pixels = (_HEIGHT - 52) / top
        shown: list[alt.Chart] = []
        floor, lowest = 0.0, float("inf")
        for one in self.series:
            last = one.people[-1]
            wanted = (top - floor - last / 2) * pixels
            placed = min(wanted, lowest - _LINE)
            place = (float(self._quarters), floor + last / 2)
            shown.append(self._label(one, place, (8, placed - wanted), ""))
            lowest = placed
            floor += last
        return shown

    def _above(self) -> list[alt.Chart]:
        corner = (0.0, self._bounds[-1])
        rows = len(self.series)
        return [
            self._label(one, corner, (-34, -16 - _ROW * (rows - index)), "■ ")
            for index, one in enumerate(self.series)
        ]

    def _label(
        self, one: SiteSeries, place: tuple[float, float], shift: tuple[float, float], mark: str
    ) -> alt.Chart:
        text = f"{mark}{one.label}: {self.write_people(one.people[-1])}"
        colour = site_colour(one.position).light
        return words_at(_FIELDS, place, text, shift=shift, colour=colour, bold=True)
