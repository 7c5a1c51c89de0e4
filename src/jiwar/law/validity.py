"""When a rule is in force: from one day to another, both included, or without an end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

CODED_FROM = dt.date(2018, 5, 25)
"""The first day that the law of data is coded for: the GDPR applies from it on."""

CODED_UNTIL = dt.date(2035, 12, 31)
"""The last day that is answered at all; what lies after the last review is carried forward and says so."""


@dataclass(frozen=True, slots=True)
class Validity:
    """A span of days, both ends included; no end means until further notice."""

    start: dt.date
    end: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether the span includes a day."""
        return self.start <= day and (self.end is None or day <= self.end)

    def overlaps(self, other: Validity) -> bool:
        """Whether two spans share a day."""
        latest_start = max(self.start, other.start)
        return all(span.end is None or latest_start <= span.end for span in (self, other))

    def __str__(self) -> str:
        return f"{self.start} – {self.end or '…'}"


def since(start: str, end: str | None = None) -> Validity:
    """Return the span from one ISO day to another; without an end it lasts until further notice."""
    return Validity(dt.date.fromisoformat(start), dt.date.fromisoformat(end) if end else None)
