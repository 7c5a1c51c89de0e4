"""What numbers rest on, as the paper lists it: facts, documents, rules, lines of the case, methods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jiwar.provenance import Origin


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact as the list of sources shows it; the numbers are in the unit as written."""

    key: str
    low: float
    mid: float
    high: float
    unit: str
    range_kind: str
    period: str
    grade: str
    sources: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A document that facts come from."""

    id: str
    title: str
    publisher: str
    url: str
    retrieved: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a rule, a line of the case or a method says, with its citation or place."""

    sentence: str
    citation: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything that numbers of the report can rest on."""

    facts: Mapping[str, FactEntry] = field(default_factory=dict)
    sources: Mapping[str, SourceEntry] = field(default_factory=dict)
    rules: Mapping[str, Statement] = field(default_factory=dict)
    case_lines: Mapping[str, Statement] = field(default_factory=dict)
    methods: Mapping[str, Statement] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assumption:
    """A number of the company's own that overrules a fact, with the reason given in the case."""

    fact: str
    low: float
    mid: float
    high: float
    unit: str
    reason: str
    replaces: FactEntry | None
    origin: Origin
