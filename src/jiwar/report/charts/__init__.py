"""Charts: one file each; data in, one SVG out, the same for screen and paper."""

from jiwar.report.charts.cash_curve import CashCurve
from jiwar.report.charts.grade_bars import GradeBar, GradeBars
from jiwar.report.charts.headcount import Headcount, SiteSeries
from jiwar.report.charts.timeline import Timeline, TimelineLane, TimelineRow
from jiwar.report.charts.waterfall import Step, Waterfall
from jiwar.report.charts.year_grid import YearGridChart

__all__ = [
    "CashCurve",
    "GradeBar",
    "GradeBars",
    "Headcount",
    "SiteSeries",
    "Step",
    "Timeline",
    "TimelineLane",
    "TimelineRow",
    "Waterfall",
    "YearGridChart",
]
