"""When a duty of law must be done, and the latest day to begin with it, from the start of the move that it holds up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from jiwar.report.context import Duty, LawOfChoice

_STATES = ("done", "unknown", "open")
"""From the best state to the worst."""

_DAYS_A_MONTH = 365.25 / 12
_BEFORE_IMPORT = 30
_NEVER = dt.date.max


@dataclass(frozen=True, slots=True)
class DatedDuty:
    """One duty with the gates that ask for it, the work packages that wait for it, and its days.

    ``done_by`` is None for a duty that has no date before the start: it recurs, or follows an event, and holds
    from ``from_day`` on. ``begin_by`` is None too when nobody publishes how long the duty takes.
    """

    duty: Duty
    gates: tuple[str, ...]
    packages: tuple[str, ...]
    done_by: dt.date | None
    begin_by: dt.date | None
    from_day: dt.date | None

    @property
    def done(self) -> bool:
        """Whether it has been met already."""
        return self.duty.state == "done"

    def overdue(self, day: dt.date) -> bool:
        """Whether the latest day to begin, or where it is not known the day to be done, lies before a day."""
        latest = self.begin_by or self.done_by
        return not self.done and latest is not None and latest < day


def dated_duties(found: Iterable[LawOfChoice], decision: dt.date, gate: str = "") -> tuple[DatedDuty, ...]:
    """Return every duty once, of one gate or of all, the most urgent first and what is done last.

    A duty of several moves has to be met for the first of them; it has the articles of all and the worst state.
    """
    told: dict[tuple[str, str, str], DatedDuty] = {}
    for choice in found:
        for one in choice.gates:
            if gate in {"", one.gate}:
                for duty in one.duties:
                    key = (duty.text, duty.owner, duty.deadline)
                    dated = _dated(duty, one.gate, choice, decision)
                    told[key] = _joined(told[key], dated) if key in told else dated
    return tuple(sorted(told.values(), key=lambda one: _urgency(one, decision)))


def _urgency(one: DatedDuty, decision: dt.date) -> tuple[bool, bool, dt.date, dt.date]:
    """Begin at once what has a date and takes nobody knows how long."""
    latest = one.begin_by or decision
    lasts = one.done_by is None
    return one.done, lasts, one.from_day or _NEVER if lasts else latest, one.done_by or _NEVER


def _dated(duty: Duty, gate: str, choice: LawOfChoice, decision: dt.date) -> DatedDuty:
    start = None if choice.start is None else choice.start.first_day
    done_by = _done_by(duty.due, start, decision)
    begin_by = None
    if done_by is not None and duty.lead_months is not None:
        begin_by = done_by - dt.timedelta(days=round(duty.lead_months * _DAYS_A_MONTH))
    return DatedDuty(duty, (gate,), (choice.package,), done_by, begin_by, start)


def _done_by(due: str, start: dt.date | None, decision: dt.date) -> dt.date | None:
    """Return the last day; what must be done before a day is done on the day before it."""
    if due == "before_decision":
        return decision
    if start is None:
        return None
    if due == "before_start":
        return start - dt.timedelta(days=1)
    if due == "thirty_days_before":
        return start - dt.timedelta(days=_BEFORE_IMPORT)
    return None


def _joined(one: DatedDuty, other: DatedDuty) -> DatedDuty:
    articles = dict.fromkeys((*one.duty.article.split("; "), *other.duty.article.split("; ")))
    state = max(one.duty.state, other.duty.state, key=_STATES.index)
    first = min(one, other, key=lambda dated: dated.from_day or _NEVER)
    return replace(
        first,
        duty=replace(one.duty, article="; ".join(filter(None, articles)), state=state),
        gates=tuple(dict.fromkeys((*one.gates, *other.gates))),
        packages=tuple(dict.fromkeys((*one.packages, *other.packages))),
    )
