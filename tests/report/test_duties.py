"""Duties of law have a gate, an owner, days worked out from the plan, and the work that waits for them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from jiwar.periods import Month
from jiwar.report import ReportContext, report_of
from jiwar.report.blocks import RowKind, Section, Table
from jiwar.report.context import Duty, GateFinding, LawOfChoice
from jiwar.report.duty_dates import dated_duties
from jiwar.report.sections.law import law
from jiwar.report.texts import texts_for

Run = Callable[..., ReportContext]
DAY = dt.date(2026, 11, 22)
START = Month(2027, 7)


def asked(*duties: Duty, gate: str = "privacy_eu", package: str = "A", start: Month = START) -> LawOfChoice:
    """A move of which one gate asks these duties."""
    found = GateFinding(gate, "allowed", (), (), (), duties)
    return LawOfChoice(package, "Rabat", "captive", start, "allowed", 0.0, (found,))


def duty(text: str = "Sign", **changes: Any) -> Duty:
    return dataclasses.replace(Duty(text, "exporter", "before the work starts", "Art. 46 GDPR"), **changes)


def tables(section: Section) -> list[Table]:
    return [block for block in section.blocks if isinstance(block, Table)]


def said(table: Table) -> list[list[str]]:
    return [
        ["".join(part.text for part in cell).replace("\u00a0", " ") for cell in row.cells]
        for row in table.rows
    ]


@pytest.mark.parametrize(
    ("due", "lead", "begin", "done"),
    [
        ("before_start", 0.0, dt.date(2027, 6, 30), dt.date(2027, 6, 30)),
        ("before_start", 2.0, dt.date(2027, 4, 30), dt.date(2027, 6, 30)),
        ("before_start", None, None, dt.date(2027, 6, 30)),
        ("thirty_days_before", 1.0, dt.date(2027, 5, 2), dt.date(2027, 6, 1)),
        ("before_decision", 0.0, DAY, DAY),
        ("before_each_trip", 0.0, None, None),
    ],
)
def test_days_follow_from_the_start_and_the_time_that_a_duty_takes(
    due: str, lead: float | None, begin: dt.date | None, done: dt.date | None
) -> None:
    (found,) = dated_duties([asked(duty(due=due, lead_months=lead))], DAY)
    assert (found.begin_by, found.done_by, found.from_day) == (begin, done, START.first_day)


def test_a_duty_of_several_moves_is_met_for_the_first_of_them() -> None:
    late, early = Month(2028, 1), Month(2027, 4)
    (found,) = dated_duties(
        [
            asked(duty(state="done"), package="A", start=late),
            asked(duty(article="Art. 28 GDPR"), gate="labour_travel", package="B", start=early),
        ],
        DAY,
    )
    assert found.done_by == dt.date(2027, 3, 31)
    assert (found.packages, found.gates) == (("A", "B"), ("privacy_eu", "labour_travel"))
    assert (found.duty.state, found.duty.article) == ("open", "Art. 46 GDPR; Art. 28 GDPR")


def test_overdue_is_what_should_have_been_begun() -> None:
    slow = duty("Slow", lead_months=9.0)
    found = dated_duties(
        [asked(slow, duty("Quick"), duty("Slow and done", lead_months=9.0, state="done"))], DAY
    )
    assert [(one.duty.text, one.overdue(DAY)) for one in found] == [
        ("Slow", True),
        ("Quick", False),
        ("Slow and done", False),
    ]
    assert not found[0].overdue(dt.date(2026, 9, 1))


def test_the_paper_says_what_is_overdue_and_sorts_by_date(run: Run) -> None:
    moves = (
        asked(duty("Quick"), duty("Slow", lead_months=9.0), duty("Kept", due="while_it_lasts"), package="A"),
        asked(
            duty("Quick"), duty("Met", state="done"), gate="labour_travel", package="B", start=Month(2027, 4)
        ),
    )
    section = law(run(law=moves), texts_for("en"))
    *_, calendar = tables(section)
    rows = said(calendar)
    assert [row[2] if len(row) > 1 else row[0] for row in rows] == [
        *("Before a start", "Slow", "Quick", "From a start on", "Kept", "Done", "Met")
    ]
    assert rows[1][0].startswith("Overdue: 29 September 2026")
    assert rows[2][:2] == ["31 March 2027", "31 March 2027, before the work starts"]
    assert rows[2][4:] == ["Privacy (EU) and Labour and travel", "all that moves"]
    assert rows[1][5] == "A"
    told = report_of(run(law=moves)).html
    assert "1 duty is overdue." in told


@pytest.mark.parametrize("name", ["brake-validation", "grid-engineering", "vehicle-software"])
def test_every_duty_of_the_examples_stands_in_its_gate_and_in_the_calendar(
    shipped: Callable[[str], Any], name: str
) -> None:
    context = shipped(name).context("en")
    known = {(one.gate, duty.text) for choice in context.law for one in choice.gates for duty in one.duties}
    assert known
    section = law(context, texts_for("en"))
    *_, calendar = tables(section)
    bodies = [row for row in said(calendar) if len(row) > 1]
    assert {row[2] for row in bodies} == {text for _, text in known}
    parts = [table for table in tables(section) if table.caption.endswith("duties, the most urgent first.")]
    told = {(table.caption.split(":")[0], row[0]) for table in parts for row in said(table)}
    assert len(told) == len(known)
    assert all(cell for row in bodies for cell in row)
    groups = [row for row in calendar.rows if row.kind is RowKind.GROUP]
    assert groups
    dated = dated_duties(context.law, context.as_of)
    waiting = [one for one in dated if not one.done and one.done_by is not None]
    assert waiting
    for one in waiting:
        starts = [found.start for found in context.law if found.package in one.packages]
        assert one.done_by is not None
        assert one.done_by <= min(start.first_day for start in starts)
        assert one.begin_by is None or one.begin_by <= one.done_by
    latest = [one.begin_by or context.as_of for one in waiting]
    assert latest == sorted(latest)
