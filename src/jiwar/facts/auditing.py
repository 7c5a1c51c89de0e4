"""How good the base is as a whole: counts by grade, table, licence, age and next check."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from jiwar.facts.base import Facts
from jiwar.facts.fact import Fact
from jiwar.facts.grade import Grade
from jiwar.facts.period import parse_period
from jiwar.periods import MONTHS_PER_YEAR, Month

AGES = ("this year", "1 to 2 years", "3 to 5 years", "6 to 10 years", "older", "undated")
_AGE_ENDS = (1, 3, 6, 11)


@dataclass(frozen=True, slots=True)
class Audit:
    """Counts of facts, and the facts whose check is overdue or due next."""

    day: dt.date
    facts: int
    sources: int
    by_grade: Mapping[Grade, int]
    by_table: Mapping[str, int]
    by_licence: Mapping[str, int]
    by_age: Mapping[str, int]
    grade_by_table: Mapping[str, Mapping[Grade, int]]
    overdue: tuple[Fact, ...]
    next_checks: tuple[tuple[dt.date, int], ...]
    source_licences: Mapping[str, int]
    unclear_licences: tuple[str, ...]
    """Ids of sources whose licence was not recorded: only aggregates with attribution are used."""


def audit(facts: Facts, on: dt.date | None = None) -> Audit:
    """Count the facts of a base by grade, table, licence, age and next check."""
    day = on or facts.as_of
    everything = tuple(facts.by_key.values())
    by_table = {name: Counter(fact.grade for fact in table.facts) for name, table in facts.tables.items()}
    licences: Counter[str] = Counter()
    for table in facts.tables.values():
        licences[table.licence] += len(table.facts)
    ages = Counter(age_of(fact, day) for fact in everything)
    grades = Counter(fact.grade for fact in everything)
    due = Counter(fact.check_by for fact in everything if not fact.is_stale(day))
    return Audit(
        day=day,
        facts=len(everything),
        sources=len(facts.sources),
        by_grade={grade: grades[grade] for grade in Grade},
        by_table={name: sum(counts.values()) for name, counts in by_table.items()},
        by_licence=dict(licences.most_common()),
        by_age={age: ages[age] for age in AGES},
        grade_by_table={name: {grade: counts[grade] for grade in Grade} for name, counts in by_table.items()},
        overdue=tuple(sorted(facts.stale(day), key=lambda fact: (fact.check_by, fact.key))),
        next_checks=tuple(sorted(due.items())),
        source_licences=dict(Counter(source.licence for source in facts.sources.values()).most_common()),
        unclear_licences=tuple(
            source.id for source in facts.sources.values() if source.licence == "not recorded"
        ),
    )


def age_of(fact: Fact, day: dt.date) -> str:
    """Return the class of age of a fact: years from the end of its period to a day."""
    period = parse_period(fact.period)
    if period is None:
        return AGES[-1]
    years = max(Month.of(day) - period.last, 0) / MONTHS_PER_YEAR
    return next((name for name, end in zip(AGES, _AGE_ENDS, strict=False) if years < end), AGES[4])
