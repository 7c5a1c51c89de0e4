"""The fact base: all tables of one data package, as of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from jiwar.diagnostics import Diagnostic, Severity
from jiwar.facts.alternative import Alternative, read_alternatives
from jiwar.facts.catalogue import read_roles, read_sites, read_sources
from jiwar.facts.codes import FactsError, unknown_fact
from jiwar.facts.fact import Fact, Source
from jiwar.facts.package import Package, read_package
from jiwar.facts.reading import read_facts
from jiwar.facts.series import Series, read_series
from jiwar.facts.site import Role, Site


@dataclass(frozen=True)
class Table:
    """One table of facts: its name, its title and the licence that it ships under."""

    name: str
    title: str
    licence: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Facts:
    """A frozen base of facts, with its sites, roles, sources, series and rival numbers.

    ``as_of`` is the day that freshness is judged by, ``edition`` the day of the base itself, ``notes`` what a
    reader should know about the base as a whole.
    """

    as_of: dt.date
    edition: dt.date
    hash: str
    sites: Mapping[str, Site]
    roles: Mapping[str, Role]
    sources: Mapping[str, Source]
    tables: Mapping[str, Table]
    alternatives: tuple[Alternative, ...]
    notes: tuple[Diagnostic, ...]
    package: Package
    by_key: Mapping[str, Fact]

    def get(self, key: str) -> Fact:
        """Return the fact with a key; raises FactsError (F001) with the nearest keys when there is none."""
        fact = self.by_key.get(key)
        if fact is None:
            raise unknown_fact(key, self.by_key)
        return fact

    def __contains__(self, key: object) -> bool:
        return key in self.by_key

    def __len__(self) -> int:
        return len(self.by_key)

    def keys(self, prefix: str = "") -> tuple[str, ...]:
        """Return the keys that begin with a prefix, in the order of the tables."""
        return tuple(key for key in self.by_key if key.startswith(prefix))

    def table(self, name: str) -> tuple[Fact, ...]:
        """Return the facts of a table; raises FactsError (F001) for an unknown table."""
        if name not in self.tables:
            raise unknown_fact(name, self.tables)
        return self.tables[name].facts

    def sources_of(self, key: str) -> tuple[Source, ...]:
        """Return the documents that a fact names, the one that gives the number first."""
        return tuple(self.sources[source] for source in self.get(key).sources)

    def alternatives_of(self, key: str) -> tuple[Alternative, ...]:
        """Return all rival numbers of the questions that a fact answers or takes part in."""
        questions = {item.question for item in self.alternatives if key in (item.question, item.key)}
        return tuple(item for item in self.alternatives if item.question in questions)

    def stale(self, on: dt.date | None = None) -> tuple[Fact, ...]:
        """Return the facts that should have been checked again by a day (``as_of`` by default)."""
        day = on or self.as_of
        return tuple(fact for fact in self.by_key.values() if fact.is_stale(day))

    @cached_property
    def _series(self) -> dict[str, Series]:
        return {}

    def series(self, name: str) -> Series:
        """Return a table of numbers over time, such as ``fx_monthly``; it is read when first asked for."""
        if name not in self._series:
            self._series[name] = read_series(self.package, name)
        return self._series[name]


def load_facts(as_of: dt.date | None = None) -> Facts:
    """Return the shipped base as of a day; by default the day of its edition.

    The same day gives the same object. A day before the first edition gives the first edition and a note
    (F022), because nothing older was recorded.
    """
    return _as_of(as_of or _shipped().edition)


@cache
def _shipped() -> Package:
    return read_package(files("jiwar.facts") / "data")


@cache
def _as_of(as_of: dt.date) -> Facts:
    return _read(_shipped(), as_of)


def read_base(folder: Traversable, as_of: dt.date | None = None) -> Facts:
    """Read a base from a folder in the form of the shipped one, for instance another edition of it.

    Raises
    ------
    FactsError
        With every problem of every table.
    """
    package = read_package(folder)
    return _read(package, as_of or package.edition)


def _read(package: Package, day: dt.date) -> Facts:
    problems: list[Diagnostic] = []
    notes: list[Diagnostic] = []
    tables: dict[str, Table] = {}
    for resource in package.of_role("facts"):
        reading = read_facts(package.text(resource.name), resource.name, resource.path)
        problems += reading.problems
        kept = tuple(_newest(reading.facts, day, notes))
        tables[resource.name] = Table(resource.name, resource.title, resource.licence, kept)
    sites = read_sites(package.text("sites"), problems)
    roles = read_roles(package.text("roles"), problems)
    sources = read_sources(package.text("sources"), problems)
    alternatives = read_alternatives(package.text("alternatives"), problems)
    if problems:
        raise FactsError(problems)
    return Facts(
        as_of=day,
        edition=package.edition,
        hash=package.hash,
        sites=MappingProxyType(sites),
        roles=MappingProxyType(roles),
        sources=MappingProxyType(sources),
        tables=MappingProxyType(tables),
        alternatives=alternatives,
        notes=tuple(notes[:1]),
        package=package,
        by_key=MappingProxyType({fact.key: fact for table in tables.values() for fact in table.facts}),
    )


def _newest(facts: Iterable[Fact], day: dt.date, notes: list[Diagnostic]) -> Iterable[Fact]:
    """Keep, for every key, the last row recorded by a day, or the first ever when all are later."""
    kept: dict[str, Fact] = {}
    for fact in facts:
        old = kept.get(fact.key)
        if old is None or (old.recorded < fact.recorded <= day) or (fact.recorded < old.recorded > day):
            kept[fact.key] = fact
    late = [fact for fact in kept.values() if fact.recorded > day]
    if late:
        message = f"the base holds nothing recorded by {day}; its edition of {late[0].recorded} is used"
        remedy = "read results for that day as hindsight"
        notes.append(Diagnostic("F022", message, remedy, severity=Severity.NOTE))
    return kept.values()
