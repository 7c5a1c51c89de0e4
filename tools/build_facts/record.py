"""One line of a shipped table of facts while it is being built."""

from __future__ import annotations

from dataclasses import dataclass, field

EDITION = "2026-11-22"
"""The day of this edition: all facts are recorded on it, all sources were read by it."""


@dataclass(slots=True)
class FactRecord:
    """A fact on its way into a table; numbers are still numbers, the table is the file it goes to."""

    table: str
    key: str
    place: str
    low: float
    mid: float
    high: float
    unit: str
    kind: str
    period: str
    grade: str
    note: str
    sources: list[str] = field(default_factory=list)
    index: str = ""
    based_on: list[str] = field(default_factory=list)
    check_by: str = ""

    def cells(self) -> list[str]:
        """Return the cells in the order of the shipped columns."""
        text = self.unit == "text"
        return [
            self.key,
            self.place,
            *("" if text else short(number) for number in (self.low, self.mid, self.high)),
            self.unit,
            self.kind,
            self.period,
            " ".join(dict.fromkeys(self.sources)),
            self.grade,
            self.check_by,
            self.index,
            " ".join(dict.fromkeys(self.based_on)),
            EDITION,
            self.note,
        ]


def short(number: float) -> str:
    """Write a number as short as it is exact to ten digits, never in powers of ten."""
    text = f"{number:.10g}"
    return text if "e" not in text else f"{number:f}".rstrip("0").rstrip(".")


GRADES = ("statute", "official", "survey", "press", "vendor", "prior")


def worst(*grades: str) -> str:
    """Return the least trusted of some grades."""
    return max(grades, key=GRADES.index)
