"""What is coded, where and when: walked quarter by quarter, with every gap and overlap."""

from __future__ import annotations

import datetime as dt
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from jiwar.law.finding import Duty
from jiwar.law.registry import Register, judging_rules
from jiwar.law.rule import Rule
from jiwar.law.validity import CODED_FROM, CODED_UNTIL
from jiwar.law.verdict import Gate
from jiwar.periods import Quarter

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A day on which a rule speaks twice or falls silent between two versions."""

    kind: str
    what: str
    day: dt.date

    def __str__(self) -> str:
        return f"{self.kind} of {self.what} on {self.day}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """One gate at one place: since when it is coded, by how many rules, how well read, checked when."""

    gate: Gate
    country: str
    coded_from: dt.date
    coded_until: dt.date
    rules: int
    low_confidence: bool
    checked: dt.date


def coded_countries() -> tuple[str, ...]:
    """Return the places of work whose own law is coded."""
    rules = judging_rules().judging(Gate.PRIVACY_LOCAL)
    return tuple(sorted({country for rule in rules for country in rule.countries or ()}))


def is_coded(gate: Gate, country: str, day: dt.date) -> bool:
    """Whether a gate has anything to say about a place on a day."""
    if not CODED_FROM <= day <= CODED_UNTIL:
        return False
    return any(rule.validity.holds_on(day) for rule in _speaking(gate, country))


def coverage(countries: Iterable[str] | None = None) -> tuple[Coverage, ...]:
    """Return what is coded for each gate at each place; places without law of their own are left out."""
    found = []
    for country in countries or coded_countries():
        for gate in Gate:
            rules = _speaking(gate, country)
            if rules:
                found.append(_coverage(gate, country, rules))
    return tuple(found)


def _coverage(gate: Gate, country: str, rules: tuple[Rule, ...]) -> Coverage:
    ends = [rule.validity.end or CODED_UNTIL for rule in rules]
    return Coverage(
        gate,
        country,
        max(CODED_FROM, min(rule.validity.start for rule in rules)),
        min(CODED_UNTIL, max(ends)),
        len(rules),
        any(rule.low_confidence for rule in rules),
        min(rule.checked for rule in rules),
    )


def _speaking(gate: Gate, country: str) -> tuple[Rule, ...]:
    """The law of a place counts as coded only where a rule names the place."""
    rules = judging_rules().judging(gate)
    if gate is Gate.PRIVACY_LOCAL:
        return tuple(rule for rule in rules if rule.names(country))
    return tuple(rule for rule in rules if rule.concerns(country))


def flaws(rules: Register | None = None) -> tuple[Flaw, ...]:
    """Return every gap and overlap between the versions of a rule."""
    by_name: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules or judging_rules():
        by_name[rule.name].append(rule)
    return tuple(flaw for name in sorted(by_name) for flaw in _between(by_name[name]))


def _between(versions: list[Rule]) -> Iterator[Flaw]:
    for earlier, later in pairwise(sorted(versions, key=lambda rule: rule.validity.start)):
        end = earlier.validity.end
        if end is None or end >= later.validity.start:
            yield Flaw("overlap", earlier.name, later.validity.start)
        elif end + _DAY < later.validity.start:
            yield Flaw("gap", earlier.name, end + _DAY)


def walk(first_year: int = 2018, last_year: int = 2035) -> tuple[Flaw, ...]:
    """Walk every quarter and return each place and gate that falls silent once it had been coded."""
    days = [
        Quarter(year, number).first_month.first_day
        for year in range(first_year, last_year + 1)
        for number in (1, 2, 3, 4)
    ]
    return tuple(
        Flaw("gap", f"{gate} in {country}", later)
        for country in coded_countries()
        for gate in Gate
        for earlier, later in pairwise(days)
        if is_coded(gate, country, earlier) and not is_coded(gate, country, later)
    )


def changes_since(day: dt.date, rules: Register | None = None) -> tuple[tuple[dt.date, str, Rule], ...]:
    """Return what starts or ends on or after a day: day, kind of change (``starts``, ``ends``), rule; soonest first."""
    found: list[tuple[dt.date, str, Rule]] = []
    for rule in rules or judging_rules():
        if rule.validity.start >= day:
            found.append((rule.validity.start, "starts", rule))
        if rule.validity.end is not None and rule.validity.end >= day:
            found.append((rule.validity.end, "ends", rule))
    return tuple(sorted(found, key=lambda change: (change[0], change[2].key)))


def duties() -> tuple[Duty, ...]:
    """Return every duty that a rule can ask for, by name; ``cost_key`` names what a case may assume for it."""
    modules = {rule.module for rule in judging_rules()}
    values = (value for name in sorted(modules) for value in vars(sys.modules[name]).values())
    found = {value.name: value for value in values if isinstance(value, Duty)}
    return tuple(found[name] for name in sorted(found))


def cost_units() -> dict[str, str]:
    """Return the keys under which a case may assume the cost of a duty, and the units it may write: once or yearly."""
    return {duty.cost_key: "EUR or EUR/year" for duty in duties() if duty.cost_key is not None}
