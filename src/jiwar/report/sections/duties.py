"""Duties of law with owner and calendar dates: those of one gate, and the calendar of all of them."""

from __future__ import annotations

import datetime as dt

from jiwar.report.blocks import Block, Column, Heading, Narrow, Paragraph, Parts, Row, RowKind, Table
from jiwar.report.context import Duty, ReportContext
from jiwar.report.duty_dates import DatedDuty, dated_duties
from jiwar.report.quantities import unbroken
from jiwar.report.texts import NOTHING, Texts, join, strong, words
from jiwar.report.words import duty_state, gate

_MONTHS_SHOWN = 0.05


def duties_of_gate(field: str, context: ReportContext, texts: Texts) -> Table | None:
    """Show the duties that one field of law asks for; None when it asks for none."""
    found = dated_duties(context.law, context.as_of, field)
    if not found:
        return None
    columns = (
        Column(texts("What must be done")),
        Column(texts("By whom")),
        Column(texts("Begin at the latest")),
        Column(texts("Done by")),
        Column(texts("State")),
        Column(texts("Holds up")),
        Column(texts("Under"), below=True),
    )
    rows = tuple(
        Row(
            (
                words(one.duty.text),
                words(one.duty.owner),
                _begin(one, context.as_of, texts),
                words(_done(one, texts)),
                words(duty_state(texts, one.duty.state)),
                words(_packages(one, context, texts)),
                words(one.duty.article or NOTHING),
            )
        )
        for one in found
    )
    caption = texts("{field}: duties, the most urgent first.", field=gate(texts, field))
    return Table(caption, columns, rows, Narrow.STACK)


def calendar(context: ReportContext, texts: Texts) -> tuple[Block, ...]:
    """Show the duties of all gates by date: what comes before a day, what lasts from then on, what is done."""
    found = dated_duties(context.law, context.as_of)
    if not found:
        return ()
    opened = [one for one in found if not one.done]
    groups = (
        (texts("Before a start"), [one for one in opened if one.done_by is not None]),
        (texts("From a start on"), [one for one in opened if one.done_by is None]),
        (texts("Done"), [one for one in found if one.done]),
    )
    columns = (
        Column(texts("Begin at the latest")),
        Column(texts("Done by")),
        Column(texts("What must be done")),
        Column(texts("By whom")),
        Column(texts("Field of law")),
        Column(texts("Holds up")),
    )
    rows: list[Row] = []
    for title, members in groups:
        if members:
            rows.append(Row((words(title),), RowKind.GROUP))
            rows.extend(_line(one, context, texts) for one in members)
    caption = texts("All duties by date. A duty of several moves has to be met for the first of them.")
    table = Table(caption, columns, tuple(rows), Narrow.STACK)
    return Heading(texts("Calendar of duties")), Paragraph(_opening(opened, context, texts)), table


def _opening(opened: list[DatedDuty], context: ReportContext, texts: Texts) -> Parts:
    """Say how the dates come about, and which are already missed."""
    told = words(
        texts(
            "The dates follow from the plan: the day before a move starts, less the time that a duty takes where "
            "law or an authority says how long. “Overdue” means that it should have been begun before {day}.",
            day=unbroken(texts.form.day(context.as_of)),
        )
    )
    late = sum(one.overdue(context.as_of) for one in opened)
    if not late:
        return join(told, words(texts("No duty is overdue.")))
    said = texts.plural(
        "{count} duty is overdue.", "{count} duties are overdue.", late, count=texts.form.number(late)
    )
    return join(told, strong(said))


def _line(one: DatedDuty, context: ReportContext, texts: Texts) -> Row:
    return Row(
        (
            _begin(one, context.as_of, texts),
            words(_done(one, texts)),
            words(one.duty.text),
            words(one.duty.owner),
            words(texts.listed(tuple(gate(texts, field) for field in one.gates))),
            words(_packages(one, context, texts)),
        )
    )


def _packages(one: DatedDuty, context: ReportContext, texts: Texts) -> str:
    everything = len({found.package for found in context.law})
    return texts("all that moves") if len(one.packages) == everything else texts.listed(one.packages)


def _begin(one: DatedDuty, decision: dt.date, texts: Texts) -> Parts:
    """Write the latest day to begin, with what it takes, and whether that day has passed."""
    if one.done or one.done_by is None:
        return words(NOTHING)
    if one.begin_by is None:
        told = words(texts("at once: how long it takes is not published"))
    else:
        day = unbroken(texts.form.day(one.begin_by))
        takes = _takes(one.duty, texts)
        told = words(texts("{day} (takes {time})", day=day, time=takes) if takes else day)
    return join(strong(texts("Overdue:")), told) if one.overdue(decision) else told


def _takes(duty: Duty, texts: Texts) -> str:
    lead = duty.lead_months or 0.0
    if lead < _MONTHS_SHOWN:
        return ""
    if lead < 1:
        return texts("less than a month")
    number = texts.form.number(lead, 0 if lead == round(lead) else 1)
    return texts.plural("{count} month", "{count} months", lead, count=number)


def _done(one: DatedDuty, texts: Texts) -> str:
    """Write the day by which it is done, or from when it holds, with the deadline in the words of the law."""
    if one.done:
        return one.duty.deadline
    if one.done_by is not None:
        day = unbroken(texts.form.day(one.done_by))
        return texts("{day}, {deadline}", day=day, deadline=one.duty.deadline)
    if one.from_day is None:
        return one.duty.deadline
    day = unbroken(texts.form.day(one.from_day))
    return texts("{deadline}, from {day} on", day=day, deadline=one.duty.deadline)
