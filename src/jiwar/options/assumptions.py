"""The case's own numbers take the place of facts."""

from __future__ import annotations

import dataclasses

from jiwar.case import Case
from jiwar.facts import Fact, Facts, RangeKind

CASE_SOURCE = "case"
"""Source id of a number that the case itself gives."""

LEGAL_COST = "legal_cost/"
"""How the keys of assumed costs of legal duties begin: they replace no fact, since nobody publishes one."""


def overrides(case: Case, facts: Facts) -> dict[str, Fact]:
    """Return the assumptions of a case that replace facts, by key; each keeps the index that ages it."""
    replaced: dict[str, Fact] = {}
    for assumption in case.assumptions:
        if assumption.fact.startswith(LEGAL_COST):
            continue
        low, mid, high = assumption.numbers
        replaced[assumption.fact] = dataclasses.replace(
            facts.get(assumption.fact),
            low=low,
            mid=mid,
            high=high,
            unit=assumption.unit,
            range_kind=RangeKind.POINT if low == high else RangeKind.PUBLISHED,
            period=f"{case.as_of:%Y-%m}",
            source=CASE_SOURCE,
            note=assumption.reason,
        )
    return replaced
