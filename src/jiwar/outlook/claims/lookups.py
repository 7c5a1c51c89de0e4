"""Claims that clocks and law answer rather than facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from jiwar.facts import Facts
from jiwar.law.eu.gdpr.adequacy_table import decisions
from jiwar.outlook.claims.checks import Found
from jiwar.outlook.claims.claim import Shape
from jiwar.outlook.claims.verdict import Verdict
from jiwar.worktime import same_clock as clocks_of

_SAME = 0.95
"""Share of weekdays from which two clocks may be called the same."""


def same_clock(facts: Facts) -> Found:
    """Wrong when German and Moroccan clocks agree on no weekday of the coming year, partly true when on some."""
    here, there, porto = (facts.sites[name] for name in ("stuttgart", "casablanca", "porto"))
    now, later = (year.same_clock_share for year in clocks_of(here, there, (2025, 2027)))
    (portugal,) = clocks_of(porto, there, (2027,))
    some = Verdict.PARTLY if later > 0 else Verdict.WRONG
    numbers = {"now": now, "later": later, "portugal": portugal.same_clock_share}
    shown = {name: (share, Shape.SHARE) for name, share in numbers.items()}
    return Found(Verdict.CORRECT if later >= _SAME else some, shown)


def aims_at_adequacy(facts: Facts) -> Found:
    """Correct as an aim, whatever became of it; the number of decisions in force says how far it has come."""
    day: dt.date = facts.as_of
    found = sum(one.validity.holds_on(day) for one in decisions().get("MA", ()))
    return Found(Verdict.CORRECT, {"decisions": (float(found), Shape.COUNT)})


LOOKUPS: Mapping[str, Callable[[Facts], Found]] = {
    "same_clock": same_clock,
    "aims_at_adequacy": aims_at_adequacy,
}
"""Checks that look into clocks and law, by name."""
