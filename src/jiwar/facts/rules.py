"""The lint of a base: every rule that a table of facts must keep, each with its code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from jiwar.diagnostics import Diagnostic, Place, nearest_names
from jiwar.facts.base import Facts, Table
from jiwar.facts.fact import Fact
from jiwar.facts.grade import Grade, RangeKind
from jiwar.facts.grids import missing_keys
from jiwar.facts.period import parse_period
from jiwar.facts.series import SERIES

SHARE_ALIKE = "ODbL-1.0"
PRIORS_SOURCE = "jiwar-priors"
_NEEDS_SPREAD = {RangeKind.QUARTILES, RangeKind.INTERVAL, RangeKind.PUBLISHED, RangeKind.SCENARIOS}


def lint(facts: Facts, on: dt.date | None = None) -> tuple[Diagnostic, ...]:
    """Return every breach of the rules of a base, in the order of the tables.

    Parameters
    ----------
    facts
        The base.
    on
        The day against which checks are overdue; the base's own day by default.
    """
    day = on or facts.as_of
    places = _known_places(facts)
    found: list[Diagnostic] = []
    for table in facts.tables.values():
        where = Place(f"{table.name}.csv")
        for fact in table.facts:
            found += _range_problems(fact, where)
            found += _reference_problems(facts, fact, where, places)
            found += _grade_problems(facts, fact, where)
            found += _shelf_problems(facts, table, fact, where, day)
    found += _doubled(facts)
    found += _source_problems(facts)
    found += _alternative_problems(facts)
    remedy = "add the number or the rule of derivation that gives it"
    found += [Diagnostic("F021", f"the grid lacks `{key}`", remedy) for key in missing_keys(facts)]
    return tuple(found)


def used_sources(facts: Facts) -> frozenset[str]:
    """Return the ids of the sources that a fact or a series of the base rests on."""
    of_facts = (name for fact in facts.by_key.values() for name in fact.sources)
    return frozenset((*of_facts, *(facts.series(name).source for name in SERIES)))


def address_problem(url: str) -> str:
    """Return what is wrong with the address of a source, or nothing."""
    if url.startswith("package:"):
        return "" if len(url) > len("package:") else "names no package"
    if url.startswith("docs/"):
        return "" if url.endswith(".md") else "is no page of the documentation"
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or " " in url:
        return "is not an address"
    if parts.path in {"", "/"} and not parts.query:
        return "is a bare home page"
    return ""


def _range_problems(fact: Fact, where: Place) -> Iterator[Diagnostic]:
    spread = fact.is_number and fact.low < fact.high
    kind = fact.range_kind
    if kind is RangeKind.POINT and spread:
        yield Diagnostic("F010", f"`{fact.key}` is a point with a range", "say what low and high mean", where)
    if kind in _NEEDS_SPREAD and not spread:
        message = f"`{fact.key}` is called {kind} but has no range"
        yield Diagnostic("F010", message, "call it a point", where)
    if kind is RangeKind.POINT and fact.grade is Grade.PRIOR and fact.mid:
        message = f"`{fact.key}` is a prior without a range"
        yield Diagnostic("F010", message, "give the bounds of the prior; a prior is wide", where)


def _known_places(facts: Facts) -> frozenset[str]:
    sites = {site.place for site in facts.sites.values()}
    countries = {fact.place for fact in facts.by_key.values() if len(fact.place) == 2}
    return frozenset(sites | countries | {"", "EU27", "EA20", "world"})


def _reference_problems(
    facts: Facts, fact: Fact, where: Place, places: frozenset[str]
) -> Iterator[Diagnostic]:
    for name in fact.sources:
        if name not in facts.sources:
            message = f"`{fact.key}` names the unknown source `{name}`"
            yield Diagnostic("F007", message, nearest_names(name, facts.sources), where)
    for name in (*fact.based_on, fact.index):
        if name and name not in facts:
            message = f"`{fact.key}` names the unknown fact `{name}`"
            yield Diagnostic("F001", message, "name a key of the base", where)
    if fact.place not in places:
        message = f"`{fact.key}` speaks of the unknown place `{fact.place}`"
        yield Diagnostic("F016", message, "use a country or a place of the catalogue of sites", where)


def _grade_problems(facts: Facts, fact: Fact, where: Place) -> Iterator[Diagnostic]:
    """A grade may not be better than the ground that the number stands on, and a prior says so."""
    prior = fact.grade is Grade.PRIOR
    if PRIORS_SOURCE in fact.sources and not prior:
        message = f"`{fact.key}` rests on a prior and is graded {fact.grade}"
        yield Diagnostic("F009", message, "grade it prior", where)
    if prior and fact.based_on and PRIORS_SOURCE not in fact.sources:
        message = f"`{fact.key}` is a prior that does not name `{PRIORS_SOURCE}`"
        yield Diagnostic("F009", message, f"put `{PRIORS_SOURCE}` first among its sources", where)
    below = [facts.by_key[name].grade for name in fact.based_on if name in facts]
    if below and fact.grade.rank < Grade.worst(*below).rank:
        message = f"`{fact.key}` is graded {fact.grade}, its basis only {Grade.worst(*below)}"
        yield Diagnostic("F009", message, "a derivation is as good as its worst input", where)
    kinds = [facts.sources[name].kind for name in fact.sources if name in facts.sources]
    ranks = [Grade(kind).rank for kind in kinds if kind]
    if ranks and fact.grade.rank < min(ranks):
        message = f"`{fact.key}` is graded {fact.grade}, better than any of its documents"
        yield Diagnostic("F009", message, "grade it as its best document or name a better one", where)


def _shelf_problems(
    facts: Facts, table: Table, fact: Fact, where: Place, day: dt.date
) -> Iterator[Diagnostic]:
    licences = {facts.sources[name].licence for name in fact.sources if name in facts.sources}
    if (SHARE_ALIKE in licences) != (table.licence == SHARE_ALIKE):
        message = f"`{fact.key}` stands in a table under {table.licence}, its sources do not fit"
        yield Diagnostic("F015", message, "move the line to a table of the licence of its sources", where)
    if fact.is_stale(day):
        message = f"`{fact.key}` should have been checked by {fact.check_by}"
        yield Diagnostic("F013", message, "check the source again and move the date", where)
    if fact.index and parse_period(fact.period) is None:
        message = f"`{fact.key}` names the index `{fact.index}` but has no date"
        yield Diagnostic("F014", message, "give the period that the number speaks of", where)


def _doubled(facts: Facts) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for table in facts.tables.values():
        for fact in table.facts:
            if fact.key in seen:
                message = f"`{fact.key}` stands in {seen[fact.key]} and in {table.name}"
                yield Diagnostic("F011", message, "keep one of the two", Place(f"{table.name}.csv"))
            seen[fact.key] = table.name


def _source_problems(facts: Facts) -> Iterator[Diagnostic]:
    used, where = used_sources(facts), Place("sources.csv")
    for source in facts.sources.values():
        if source.id not in used:
            yield Diagnostic("F012", f"nothing rests on `{source.id}`", "remove it", where)
        if reason := address_problem(source.url):
            message = f"the address of `{source.id}` {reason}: {source.url}"
            yield Diagnostic("F008", message, "give the page or file that shows the number", where)
        if not source.licence or not source.attribution:
            message = f"`{source.id}` has no licence or no attribution"
            yield Diagnostic("F003", message, "say on which terms it may be used", where)


def _alternative_problems(facts: Facts) -> Iterator[Diagnostic]:
    where = Place("alternatives.csv")
    questions: dict[str, int] = {}
    for item in facts.alternatives:
        questions[item.question] = questions.get(item.question, 0) + item.chosen
        for key in (item.question, item.key):
            if key not in facts:
                message = f"an alternative names the unknown fact `{key}`"
                yield Diagnostic("F023", message, "name a key of the base", where)
        if not item.reason:
            yield Diagnostic("F023", f"the alternative `{item.key}` has no reason", "say why", where)
    for question, chosen in questions.items():
        if chosen != 1:
            message = f"`{question}` has {chosen} chosen alternatives"
            yield Diagnostic("F023", message, "choose exactly one and say why", where)
    weighted = {item.question for item in facts.alternatives if item.weight > 0.0}
    for fact in facts.by_key.values():
        if fact.range_kind is RangeKind.SCENARIOS and fact.key not in weighted:
            message = f"`{fact.key}` is a fact of scenarios without weighted alternatives"
            yield Diagnostic("F023", message, "give the alternatives a weight", where)
