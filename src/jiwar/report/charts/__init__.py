"""Charts: one file each; data in, one SVG out, the same for screen and paper."""

from jiwar.report.charts.cash_curve import CashCurve
from jiwar.report.charts.fan_chart import FanChart
from jiwar.report.charts.flip_chart import FlipBar, FlipChart
from jiwar.report.charts.grade_bars import GradeBar, GradeBars
from jiwar.report.charts.headcount import Headcount, SiteSeries
from jiwar.report.charts.incentive_steps import IncentiveSteps, SupportCurve
from jiwar.report.charts.lines import Line, Lines
from jiwar.report.charts.site_map import MapSite, SiteMap
from jiwar.report.charts.timeline import Timeline, TimelineLane, TimelineRow
from jiwar.report.charts.tornado import Tornado, TornadoBar
from jiwar.report.charts.waterfall import Step, Waterfall
from jiwar.report.charts.year_grid import YearGridChart

__all__ = [
    "CashCurve",
    "FanChart",
    "FlipBar",
    "FlipChart",
    "GradeBar",
    "GradeBars",
    "Headcount",
    "IncentiveSteps",
    "Line",
    "Lines",
    "MapSite",
    "SiteMap",
    "SiteSeries",
    "Step",
    "SupportCurve",
    "Timeline",
    "TimelineLane",
    "TimelineRow",
    "Tornado",
    "TornadoBar",
    "Waterfall",
    "YearGridChart",
]
