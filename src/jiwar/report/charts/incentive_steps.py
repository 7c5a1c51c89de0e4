"""State support over jobs: where it begins, where it jumps, and where the plan stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jiwar.report.charts.drawing import dot, drawing, label, line, path, series, spot, text_width
from jiwar.report.charts.letters import shortened, wrapped
from jiwar.report.charts.scale import ticks
from jiwar.report.palette import GRID, INK, PAPER, QUIET, site_colour

_WIDE = 560
_SMALL = 11.5
_HEIGHT = 210.0
_ROW = 17.0
_DASH = "4 3"


@dataclass(frozen=True, slots=True)
class SupportCurve:
    """One scheme: pairs of jobs and amount by rising jobs; two pairs at the same jobs make a step."""

    label: str
    points: tuple[tuple[float, float], ...]

    def at(self, jobs: float) -> float:
        """Return the amount at some jobs, on the upper side of a step."""
        found = self.points[0][1]
        for (low, start), (high, end) in zip(self.points, self.points[1:], strict=False):
            if low <= jobs <= high:
                found = end if high == low else start + (end - start) * (jobs - low) / (high - low)
        return self.points[-1][1] if jobs >= self.points[-1][0] else found


@dataclass(frozen=True, slots=True)
class IncentiveSteps:
    """Curves over jobs, thresholds with what begins there, and the jobs of the plan with their words."""

    curves: tuple[SupportCurve, ...]
    thresholds: tuple[tuple[float, str], ...]
    plan: tuple[float, str] | None
    jobs_title: str
    axis_title: str
    write: Callable[[float], str]
    write_jobs: Callable[[float], str]

    def svg(self, width: int) -> str:
        """Return the drawing at a width in pixels; names of curves and thresholds stand above it."""
        keys = self._keys(width)
        frame = self._frame(width, 22.0 + _ROW * len(keys))
        shapes = [*self._legend(keys), *self._grid(frame)]
        for number, (jobs, words) in enumerate(self.thresholds, start=1):
            x = frame.x(jobs)
            shapes.append(path([(x, frame.top), (x, frame.bottom)], QUIET.light, width=1.0, dash=_DASH))
            shapes.append(label(x, frame.top - 5.0, str(number), anchor="middle", size=_SMALL, bold=True))
            shapes.append(spot(x, frame.top - 8.0, f"{self.write_jobs(jobs)}: {words}", radius=10.0))
        for index, curve in enumerate(self.curves):
            colour = site_colour(index + 1).light
            points = [(frame.x(jobs), frame.y(amount)) for jobs, amount in curve.points]
            shapes.append(series([path(points, colour, width=2.2)], curve.label, colour))
        shapes.extend(self._plan(frame))
        return drawing(width, frame.bottom + 40.0, shapes)

    def _keys(self, width: float) -> tuple[tuple[str, str, str], ...]:
        """Rows above the chart: a mark, its colour, its words. Only two curves or more need a name."""
        curves = [
            ("—", site_colour(index + 1).light, shortened(curve.label, width - 24.0, _SMALL, bold=True))
            for index, curve in enumerate(self.curves)
        ]
        thresholds = [
            (str(number), INK.light, text)
            for number, (jobs, words) in enumerate(self.thresholds, start=1)
            for text in wrapped(f"{self.write_jobs(jobs)}: {words}", width - 24.0, _SMALL, lines=1)
        ]
        return (*curves, *thresholds)

    def _frame(self, width: float, top: float) -> _Frame:
        amounts = [amount for curve in self.curves for _, amount in curve.points]
        bounds = ticks(0.0, max(*amounts, 1e-9))
        jobs = [jobs for curve in self.curves for jobs, _ in curve.points]
        jobs.extend(jobs for jobs, _ in self.thresholds)
        across = ticks(0.0, max(*jobs, self.plan[0] if self.plan else 0.0), most=6 if width >= _WIDE else 4)
        left = 12.0 + max(text_width(self.write(value), _SMALL) for value in bounds)
        return _Frame(left, width - 14.0, top + 34.0, top + 34.0 + _HEIGHT, bounds, across)

    def _legend(self, keys: tuple[tuple[str, str, str], ...]) -> Iterator[str]:
        for index, (mark, colour, words) in enumerate(keys):
            y = 12.0 + index * _ROW
            curve = mark == "—"
            if curve:
                yield path([(0.0, y - 4.0), (14.0, y - 4.0)], colour)
            else:
                yield label(4.0, y, mark, size=_SMALL, bold=True)
            yield label(22.0, y, words, size=_SMALL, fill=colour if curve else QUIET.light, bold=curve)

    def _grid(self, frame: _Frame) -> Iterator[str]:
        for text in wrapped(self.axis_title, frame.right, _SMALL, lines=1):
            yield label(0.0, frame.top - 22.0, text, size=_SMALL, fill=QUIET.light)
        for value in frame.bounds:
            y = frame.y(value)
            yield line(frame.left, y, frame.right, y, QUIET.light if value == 0 else GRID.light)
            yield label(
                frame.left - 6.0, y + 4.0, self.write(value), anchor="end", size=_SMALL, fill=QUIET.light
            )
        for jobs in frame.across:
            text = self.write_jobs(jobs)
            x = frame.x(jobs)
            yield label(x, frame.bottom + 16.0, text, anchor="middle", size=_SMALL, fill=QUIET.light)
        title = shortened(self.jobs_title, frame.right - frame.left, _SMALL)
        yield label(frame.right, frame.bottom + 33.0, title, anchor="end", size=_SMALL, fill=QUIET.light)

    def _plan(self, frame: _Frame) -> Iterator[str]:
        if self.plan is None:
            return
        jobs, words = self.plan
        x = frame.x(jobs)
        yield line(x, frame.top, x, frame.bottom, INK.light, width=1.5)
        for curve in self.curves:
            yield dot(x, frame.y(curve.at(jobs)), 4.5, INK.light, stroke=PAPER.light)
        early = x < (frame.left + frame.right) / 2
        room = (frame.right - x if early else x - frame.left) - 10.0
        at, anchor = (x + 7.0, "start") if early else (x - 7.0, "end")
        free = max((frame.y(curve.at(jobs)) for curve in self.curves), default=frame.bottom)
        y = frame.bottom - 8.0 if frame.bottom - free > 26.0 else frame.top + 14.0
        shown = shortened(words, room, _SMALL, bold=True)
        yield label(at, y, shown, anchor=anchor, size=_SMALL, bold=True, halo=True)


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    right: float
    top: float
    bottom: float
    bounds: tuple[float, ...]
    across: tuple[float, ...]

    def x(self, jobs: float) -> float:
        return self.left + (self.right - self.left) * jobs / (self.across[-1] or 1.0)

    def y(self, amount: float) -> float:
        return self.bottom - (self.bottom - self.top) * amount / (self.bounds[-1] or 1.0)
