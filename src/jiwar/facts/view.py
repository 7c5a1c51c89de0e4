"""One fact as a person looks at it: number, ground, rivals, age, and what rests on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from jiwar.facts.ageing import aged
from jiwar.facts.alternative import Alternative
from jiwar.facts.base import Facts
from jiwar.facts.distribution import quantile
from jiwar.facts.fact import Fact, Source
from jiwar.periods import Month

PERCENTILES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class FactView:
    """Everything the base knows about one fact."""

    fact: Fact
    licence: str
    sources: tuple[Source, ...]
    basis: tuple[Fact, ...]
    alternatives: tuple[Alternative, ...]
    used_by: tuple[str, ...]
    percentiles: tuple[float, ...]
    """Values in computed units exceeded nine, five and one times in ten, for a single post or case."""
    overdue: bool
    today: Fact | None
    """The fact at the price level of the day, when it has an index that carries it."""


def show(facts: Facts, key: str, on: dt.date | None = None) -> FactView:
    """Return one fact with its sources, basis, rivals, percentiles and what rests on it.

    Raises
    ------
    FactsError
        F001 when the key is unknown, with the nearest keys.
    """
    fact = facts.get(key)
    day = on or facts.as_of
    numbers = quantile(facts, fact, np.array(PERCENTILES)) if fact.is_number else np.array([])
    carried = None
    if fact.index and fact.low > 0.0:
        carried = aged(fact, Month.of(day), facts.get(fact.index))
    return FactView(
        fact=fact,
        licence=facts.tables[fact.table].licence,
        sources=facts.sources_of(key),
        basis=tuple(facts.get(name) for name in fact.based_on),
        alternatives=facts.alternatives_of(key),
        used_by=tuple(
            other.key for other in facts.by_key.values() if key in other.based_on or other.index == key
        ),
        percentiles=tuple(float(number) for number in numbers),
        overdue=fact.is_stale(day),
        today=carried,
    )


def facts_of_source(facts: Facts, source: str) -> tuple[Fact, ...]:
    """Return the facts that name a source: the way back from a document to its numbers."""
    return tuple(fact for fact in facts.by_key.values() if source in fact.sources)
