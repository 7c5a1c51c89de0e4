"""Rival numbers for one question: which was chosen, and why."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.diagnostics import Diagnostic
from jiwar.facts.reading import Reading, read_rows

ALTERNATIVE_COLUMNS = ("question", "key", "chosen", "weight", "reason")


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of several numbers for one question; exactly one of them is chosen.

    ``question`` is the key of the fact that gives the answer, ``key`` the fact with this rival number,
    ``weight`` its probability when the rivals are kept as scenarios and 0 otherwise.
    """

    question: str
    key: str
    chosen: bool
    weight: float
    reason: str


def read_alternatives(text: str, problems: list[Diagnostic]) -> tuple[Alternative, ...]:
    """Read the table of rival numbers, adding to the problems."""
    reading = Reading("alternatives.csv", problems=problems)
    found = []
    for line, (question, key, chosen, weight, reason) in read_rows(reading, text, ALTERNATIVE_COLUMNS):
        try:
            share = float(weight or 0.0)
        except ValueError:
            reading.problem("F004", line, f"`{weight}` is not a weight", "write a number from 0 to 1")
            continue
        found.append(Alternative(question, key, chosen == "yes", share, reason))
    return tuple(found)
