"""The day of a question, with the changes of law that a scenario supposes from a day on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from jiwar.diagnostics import Diagnostic
from jiwar.law.error import LawError
from jiwar.law.places import is_country, right_code
from jiwar.law.validity import CODED_UNTIL

ADEQUACY = "adequacy"


@dataclass(frozen=True, slots=True)
class Day:
    """A day and the switches of the scenario, each with the day from which it is on."""

    date: dt.date
    switches: tuple[tuple[str, dt.date], ...] = ()

    def switched(self, name: str) -> dt.date | None:
        """Return since when a switch is on, or None when it is off on this day."""
        for known, start in self.switches:
            if known == name and start <= self.date:
                return start
        return None


def day_of(on: dt.date, switches: Mapping[str, dt.date] | None = None) -> Day:
    """Return the day of a question.

    Parameters
    ----------
    on
        The day.
    switches
        Supposed changes of law: ``{"adequacy:MA": date(2028, 1, 1)}`` supposes an adequacy decision.

    Raises
    ------
    LawError
        L005 for every switch that is not coded or starts after the last coded day.
    """
    given = dict(switches or {})
    problems = [problem for name, start in given.items() if (problem := _problem(name, start)) is not None]
    if problems:
        raise LawError(problems)
    return Day(on, tuple(sorted(given.items())))


def _problem(name: str, start: dt.date) -> Diagnostic | None:
    kind, _, country = name.partition(":")
    if kind != ADEQUACY:
        remedy = "write `adequacy:` and the ISO code of a country: `adequacy:MA`"
        return Diagnostic("L005", f"`{name}` is not a switch of law", remedy)
    if not is_country(country):
        return Diagnostic("L005", f"`{name}` names no country", right_code(country))
    if start > CODED_UNTIL:
        message = f"`{name}` would start on {start}, after the last day that is coded"
        return Diagnostic("L005", message, f"name a day until {CODED_UNTIL}")
    return None
