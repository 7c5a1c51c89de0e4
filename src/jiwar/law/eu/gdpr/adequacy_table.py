"""The dated table of adequacy decisions, and the decisions that a scenario supposes."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from jiwar.diagnostics import Diagnostic
from jiwar.law.citation import Citation, Quality
from jiwar.law.day import ADEQUACY, Day
from jiwar.law.error import LawError
from jiwar.law.validity import Validity

_TABLE = Path(__file__).with_name("adequacy.csv")


class Scope(StrEnum):
    """Whom a decision covers."""

    GENERAL = "general"
    COMMERCIAL = "commercial"
    BUSINESS_OPERATORS = "business_operators"
    CERTIFIED = "certified"


@dataclass(frozen=True, slots=True)
class Decision:
    """One adequacy decision: territory, whom it covers, and when."""

    territory: str
    name: str
    scope: Scope
    validity: Validity
    act: str
    quality: Quality
    url: str
    note: str
    supposed: bool = False

    @property
    def citation(self) -> Citation:
        """The act as a citation."""
        return Citation(self.act, self.url, self.quality, note=self.note)


def decision_on(territory: str, day: Day) -> Decision | None:
    """Return the decision for a territory that is in force on a day, or that the scenario supposes."""
    for decision in decisions().get(territory, ()):
        if decision.validity.holds_on(day.date):
            return decision
    start = day.switched(f"{ADEQUACY}:{territory}")
    return None if start is None else _supposed(territory, start)


@cache
def decisions() -> Mapping[str, tuple[Decision, ...]]:
    """Return the shipped decisions by territory, oldest first."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return read_decisions(csv.DictReader(file))


def decisions_since(day: dt.date) -> tuple[tuple[dt.date, str, Decision], ...]:
    """Return which decisions start or end on or after a day: day, ``starts`` or ``ends``, decision; soonest first."""
    found = []
    for decision in (one for known in decisions().values() for one in known):
        span = decision.validity
        found.extend([(span.start, "starts", decision)] if span.start >= day else [])
        found.extend([(span.end, "ends", decision)] if span.end is not None and span.end >= day else [])
    return tuple(sorted(found, key=lambda change: (change[0], change[2].territory)))


def read_decisions(rows: Iterable[Mapping[str, str]]) -> Mapping[str, tuple[Decision, ...]]:
    """Read the rows of the table.

    Raises
    ------
    LawError
        L007 naming every row that cannot be read and every two rows for the same day.
    """
    found: dict[str, tuple[Decision, ...]] = {}
    problems: list[Diagnostic] = []
    for number, row in enumerate(rows, start=2):
        try:
            decision = _decision(row)
        except (ValueError, KeyError) as wrong:
            problems.append(_problem(f"row {number} cannot be read: {wrong}"))
            continue
        earlier = found.get(decision.territory, ())
        if any(decision.validity.overlaps(other.validity) for other in earlier):
            problems.append(_problem(f"row {number} overlaps an earlier row of {decision.territory}"))
        found[decision.territory] = tuple(sorted((*earlier, decision), key=lambda one: one.validity.start))
    if problems:
        raise LawError(problems)
    return found


def _decision(row: Mapping[str, str]) -> Decision:
    end = dt.date.fromisoformat(row["end"]) if row["end"] else None
    return Decision(
        row["territory"],
        row["name"],
        Scope(row["scope"]),
        Validity(dt.date.fromisoformat(row["start"]), end),
        row["act"],
        Quality(row["quality"]),
        row["url"],
        row["note"],
    )


def _problem(message: str) -> Diagnostic:
    return Diagnostic("L007", f"adequacy.csv: {message}", "one row per territory and day, days as 2026-01-26")


def _supposed(territory: str, start: dt.date) -> Decision:
    act = f"supposed adequacy decision for {territory}"
    validity, quality = Validity(start), Quality.KNOWLEDGE
    return Decision(
        territory, territory, Scope.GENERAL, validity, act, quality, "", "a scenario", supposed=True
    )
