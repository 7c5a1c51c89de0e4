"""One fact, and the document that it comes from."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from jiwar.facts.grade import Grade, RangeKind
from jiwar.units import UNITS, Dimension


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts are taken from: where it is, who answers for it, on which terms."""

    id: str
    title: str
    publisher: str
    url: str
    accessed: dt.date
    licence: str
    attribution: str
    note: str = ""
    kind: str = ""
    """The best grade that a number from this document can have; empty when nobody has said."""

    @property
    def is_ours(self) -> bool:
        """Whether the source is a derivation of our own, written down in the documentation."""
        return self.url.startswith("docs/")


@dataclass(frozen=True, slots=True)
class Fact:
    """A sourced number with unit, place, period, range and grade.

    ``low``, ``mid`` and ``high`` are written in ``unit`` (percent stay percent); ``value``, ``low_value`` and
    ``high_value`` are in the unit that is computed with (percent become fractions). Statements without a
    number have the unit ``text`` and not-a-number in all three.
    """

    key: str
    table: str
    place: str
    low: float
    mid: float
    high: float
    unit: str
    range_kind: RangeKind
    period: str
    source: str
    grade: Grade
    check_by: dt.date
    note: str
    index: str = ""
    based_on: tuple[str, ...] = ()
    recorded: dt.date = dt.date.min
    """The day from which the base holds this number; the first day of all for a fact that no table holds."""

    @property
    def value(self) -> float:
        """The middle value in the unit that is computed with."""
        return self.mid * UNITS[self.unit].factor

    @property
    def low_value(self) -> float:
        """The low end in the unit that is computed with."""
        return self.low * UNITS[self.unit].factor

    @property
    def high_value(self) -> float:
        """The high end in the unit that is computed with."""
        return self.high * UNITS[self.unit].factor

    @property
    def dimension(self) -> Dimension:
        """What the unit measures."""
        return UNITS[self.unit].dimension

    @property
    def currency(self) -> str | None:
        """The currency that the fact is written in, or None when it is no money."""
        return UNITS[self.unit].currency

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources, the first being the one that gives the number."""
        return tuple(self.source.split())

    @property
    def is_number(self) -> bool:
        """Whether the fact has a number; a statement in words has none."""
        return not math.isnan(self.mid)

    def is_stale(self, on: dt.date) -> bool:
        """Whether the day by which the fact should have been checked again has passed."""
        return on > self.check_by
