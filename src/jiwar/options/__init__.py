"""The kernel: options are enumerated, assessed by law and priced before anything is optimised."""

from jiwar.options.build import enumerate_options
from jiwar.options.codes import OptionsError
from jiwar.options.comparison import USUAL_MIX, Comparison, Place, compare
from jiwar.options.engagement import MOVING, STAYING, Engagement
from jiwar.options.growth import Growth
from jiwar.options.judging import Judged, judge_case
from jiwar.options.lines import CASH_LINES, LINE_INDEX, LINES, Line, LineKind
from jiwar.options.option import HomeRole, Option, Options, Pool, Reason, SitePrice
from jiwar.options.stages import GATE_MONTHS, with_stages
from jiwar.options.support import SUPPORTED_COUNTRY

__all__ = [
    "CASH_LINES",
    "GATE_MONTHS",
    "LINES",
    "LINE_INDEX",
    "MOVING",
    "STAYING",
    "SUPPORTED_COUNTRY",
    "USUAL_MIX",
    "Comparison",
    "Engagement",
    "Growth",
    "HomeRole",
    "Judged",
    "Line",
    "LineKind",
    "Option",
    "Options",
    "OptionsError",
    "Place",
    "Pool",
    "Reason",
    "SitePrice",
    "compare",
    "enumerate_options",
    "judge_case",
    "with_stages",
]
