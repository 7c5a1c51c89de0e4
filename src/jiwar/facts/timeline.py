"""Facts of one series in the order of time; series of different definitions never join."""

from __future__ import annotations

from jiwar.facts.base import Facts
from jiwar.facts.codes import unknown_fact
from jiwar.facts.fact import Fact
from jiwar.facts.period import Period, parse_period

SERIES_PREFIX = "sector/"


def timeline(facts: Facts, series: str) -> tuple[tuple[Period, Fact], ...]:
    """Return the dated facts of one series, oldest first; whole years and their parts stand side by side.

    The name is exact: ``exports_ITO_new`` and ``exports_ITO_old`` are two definitions, and nothing here or
    elsewhere joins them.

    Raises
    ------
    FactsError
        F001 for an unknown series, with the nearest names.
    """
    prefix = f"{SERIES_PREFIX}{series}/"
    dated = [(parse_period(facts.get(key).period), facts.get(key)) for key in facts.keys(prefix)]
    found = [(period, fact) for period, fact in dated if period is not None]
    if not found:
        raise unknown_fact(series, timeline_names(facts))
    return tuple(sorted(found, key=lambda item: (item[0].first, item[0].last)))


def timeline_names(facts: Facts) -> tuple[str, ...]:
    """Return the names of all series of facts."""
    return tuple(dict.fromkeys(key.split("/")[1] for key in facts.keys(SERIES_PREFIX)))
