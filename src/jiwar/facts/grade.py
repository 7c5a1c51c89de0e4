"""How far a fact can be trusted, and what its low and high mean."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """How far to trust a fact, best first; a prior is a number that nobody publishes."""

    STATUTE = "statute"
    OFFICIAL = "official"
    SURVEY = "survey"
    PRESS = "press"
    VENDOR = "vendor"
    PRIOR = "prior"

    @property
    def rank(self) -> int:
        """The place in the order of trust: 0 for a statute, 5 for a prior."""
        return _RANKS[self]

    @classmethod
    def worst(cls, *grades: Grade) -> Grade:
        """Return the least trusted of some grades: what a derivation from all of them deserves."""
        return max(grades, key=lambda grade: grade.rank)


_RANKS = {grade: rank for rank, grade in enumerate(Grade)}


class RangeKind(StrEnum):
    """What low and high of a fact mean; each kind turns into another distribution."""

    QUARTILES = "quartiles"
    """Low and high are the first and third quartile of people or firms, mid the median."""

    INTERVAL = "interval"
    """Low and high bound a 95 % confidence interval around mid."""

    PUBLISHED = "published"
    """Low and high are the ends of a range that somebody published."""

    POINT = "point"
    """The source gives one number; how uncertain it is follows from its grade."""

    PRIOR = "prior"
    """Low, mid and high are our own bounds and best guess; nobody publishes them."""

    SCENARIOS = "scenarios"
    """Sources contradict each other: one of several other facts holds, mid is the chosen one."""
