"""A fact past its check date is flagged where a plan is told."""

from __future__ import annotations

import datetime as dt

import jiwar
from jiwar.report.ground_of_plan import fact_entry


def test_a_fact_past_its_check_date_says_so_first() -> None:
    fact = jiwar.load_facts().get("attrition/MA")
    day_after = fact.check_by + dt.timedelta(days=1)
    assert fact_entry(fact, fact.check_by).note == fact.note
    assert fact_entry(fact, day_after).note.startswith(f"Check overdue since {fact.check_by}.")
