"""What a supposed change of law changes: which duties fall away or come, what the gate costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from jiwar.diagnostics import Diagnostic
from jiwar.law.assess import Assessment, assess
from jiwar.law.error import LawError
from jiwar.law.finding import Duty
from jiwar.law.flow import Flow
from jiwar.law.rule import Rule


@dataclass(frozen=True)
class WhatIf:
    """The same flow on the same day under today's law and under the supposed one."""

    before: Assessment
    after: Assessment

    @property
    def falls_away(self) -> tuple[Duty, ...]:
        """Duties that the supposed law no longer asks for."""
        return _only_in(self.before, self.after)

    @property
    def comes(self) -> tuple[Duty, ...]:
        """Duties that come with the supposed law."""
        return _only_in(self.after, self.before)

    @property
    def silent(self) -> tuple[Rule, ...]:
        """Rules that spoke before and do not speak any more."""
        spoken = {hit.rule for result in self.after.gates.values() for hit in result.hits}
        before = (hit.rule for result in self.before.gates.values() for hit in result.hits)
        return tuple(dict.fromkeys(rule for rule in before if rule not in spoken))


def what_if(flow: Flow, on: dt.date, switches: Mapping[str, dt.date]) -> WhatIf:
    """Return a flow judged without and with supposed changes of law.

    Raises
    ------
    LawError
        L005 when a switch is not coded.
    """
    return WhatIf(assess(flow, on), assess(flow, on, switches=switches))


def read_switch(text: str) -> tuple[str, dt.date]:
    """Return the name and the day of a switch written as ``adequacy:MA@2028-01-01``.

    Raises
    ------
    LawError
        L005 when it is not written so.
    """
    name, _, day = text.partition("@")
    try:
        return name, dt.date.fromisoformat(day)
    except ValueError as wrong:
        message = f"`{day}` in `{text}` is no day of the calendar" if day else f"`{text}` has no day"
        problem = Diagnostic("L005", message, "write it as `adequacy:MA@2028-01-01`")
        raise LawError([problem]) from wrong


def _only_in(one: Assessment, other: Assessment) -> tuple[Duty, ...]:
    names = {duty.name for duty in other.duties}
    return tuple(duty for duty in one.duties if duty.name not in names)
