"""Talent's own sourced numbers, in the same form as the base of facts and joined to it on demand."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from jiwar.diagnostics import Diagnostic
from jiwar.facts import Fact, Facts, Source, Table, read_facts
from jiwar.facts.catalogue import read_sources
from jiwar.provenance import content_hash
from jiwar.talent.problems import TalentError

TABLE = "talent"


@cache
def talent_facts() -> Mapping[str, Fact]:
    """Return talent's own facts by key; keys begin with ``talent/``.

    Raises
    ------
    TalentError
        T009 with every row that cannot be read or names a source that is not listed.
    """
    return parse_facts(_text("talent.csv"), talent_sources())


@cache
def talent_sources() -> Mapping[str, Source]:
    """Return the documents that talent's own facts name, by id (T009 when unreadable)."""
    problems: list[Diagnostic] = []
    sources = read_sources(_text("sources.csv"), problems)
    if problems:
        raise _unreadable(problems)
    return MappingProxyType(sources)


def with_talent(facts: Facts) -> Facts:
    """Return a base of facts that holds talent's own facts and sources too.

    Values of such a base (`FactValues`) can be drawn and overruled by a case like all others.
    """
    own = talent_facts()
    licence = "our judgement and single figures cited with their source"
    table = Table(TABLE, "People: stocks, flows and hiring", licence, tuple(own.values()))
    return dataclasses.replace(
        facts,
        hash=content_hash([facts.hash, _text("talent.csv"), _text("sources.csv")]),
        sources=MappingProxyType({**facts.sources, **talent_sources()}),
        tables=MappingProxyType({**facts.tables, TABLE: table}),
        by_key=MappingProxyType({**facts.by_key, **own}),
    )


def parse_facts(text: str, sources: Mapping[str, Source]) -> Mapping[str, Fact]:
    """Read a table of facts strictly; raises TalentError (T009) with every problem."""
    reading = read_facts(text, TABLE, "talent.csv")
    problems = list(reading.problems)
    by_key: dict[str, Fact] = {}
    for fact, line in zip(reading.facts, reading.lines, strict=True):
        unknown = [source for source in fact.sources if source not in sources]
        if unknown:
            problems.append(_problem(f"line {line}: `{unknown[0]}` is not a listed source"))
        if fact.key in by_key:
            problems.append(_problem(f"line {line}: `{fact.key}` stands twice"))
        by_key[fact.key] = fact
    if problems:
        raise _unreadable(problems)
    return MappingProxyType(by_key)


def read_text(name: str) -> str:
    """Return a shipped table as text."""
    return _text(name)


def _text(name: str) -> str:
    return files("jiwar.talent").joinpath("data", name).read_text(encoding="utf-8")


def _problem(message: str) -> Diagnostic:
    return Diagnostic("T009", message, "mend the row")


def _unreadable(problems: list[Diagnostic]) -> TalentError:
    return TalentError(
        [
            dataclasses.replace(
                problem, code="T009", message=f"{problem.place or 'talent table'}: {problem.message}"
            )
            for problem in problems
        ]
    )
