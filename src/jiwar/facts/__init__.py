"""Sourced numbers: every value with unit, place, date, range, source and grade."""

from jiwar.facts.ageing import aged
from jiwar.facts.alternative import Alternative
from jiwar.facts.auditing import Audit, audit
from jiwar.facts.base import Facts, Table, load_facts, read_base
from jiwar.facts.codes import FactsError
from jiwar.facts.company import import_facts
from jiwar.facts.currency import Movement, exchange_paths, movement
from jiwar.facts.difference import Change, Difference, diff
from jiwar.facts.distribution import common_factor, draw, quantile
from jiwar.facts.exporting import export
from jiwar.facts.fact import Fact, Source
from jiwar.facts.finding import find_sources, search
from jiwar.facts.grade import Grade, RangeKind
from jiwar.facts.licences import Attribution, attributions
from jiwar.facts.period import Period, parse_period
from jiwar.facts.reading import read_facts
from jiwar.facts.rules import lint
from jiwar.facts.series import Series
from jiwar.facts.site import REGION_GROUPS, SENIORITIES, Role, Site
from jiwar.facts.timeline import timeline, timeline_names
from jiwar.facts.values import FactValues
from jiwar.facts.view import FactView, facts_of_source, show

__all__ = [
    "REGION_GROUPS",
    "SENIORITIES",
    "Alternative",
    "Attribution",
    "Audit",
    "Change",
    "Difference",
    "Fact",
    "FactValues",
    "FactView",
    "Facts",
    "FactsError",
    "Grade",
    "Movement",
    "Period",
    "RangeKind",
    "Role",
    "Series",
    "Site",
    "Source",
    "Table",
    "aged",
    "attributions",
    "audit",
    "common_factor",
    "diff",
    "draw",
    "exchange_paths",
    "export",
    "facts_of_source",
    "find_sources",
    "import_facts",
    "lint",
    "load_facts",
    "movement",
    "parse_period",
    "quantile",
    "read_base",
    "read_facts",
    "search",
    "show",
    "timeline",
    "timeline_names",
]
