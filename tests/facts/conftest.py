"""The shipped base, and how a test makes a fact or a base with one thing changed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from jiwar.facts import Fact, Facts, Grade, RangeKind, Table, load_facts

MakeFact = Callable[..., Fact]
WithFact = Callable[..., Facts]


@pytest.fixture(scope="session")
def facts() -> Facts:
    """The shipped base on the day of its edition."""
    return load_facts()


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the shipped data package."""
    return Path(__file__).parents[2] / "src" / "jiwar" / "facts" / "data"


@pytest.fixture(scope="session")
def make_fact() -> MakeFact:
    """Make a fact in good order, with some fields changed."""
    good = Fact(
        key="attrition/MA",
        table="planning",
        place="MA",
        low=15.0,
        mid=20.0,
        high=25.0,
        unit="percent/year",
        range_kind=RangeKind.PUBLISHED,
        period="2018",
        source="altis-hub-2026",
        grade=Grade.VENDOR,
        check_by=dt.date(2027, 11, 22),
        note="a note",
    )

    def make(**changes: Any) -> Fact:
        return dataclasses.replace(good, **changes)

    return make


@pytest.fixture(scope="session")
def with_fact(facts: Facts) -> WithFact:
    """Make a base in which a fact takes the place of the one with its key, or is added to a table."""

    def change(fact: Fact) -> Facts:
        old = facts.tables[fact.table]
        kept = tuple(item for item in old.facts if item.key != fact.key)
        changed = Table(old.name, old.title, old.licence, (*kept, fact))
        return dataclasses.replace(
            facts,
            tables=MappingProxyType({**facts.tables, old.name: changed}),
            by_key=MappingProxyType({**facts.by_key, fact.key: fact}),
        )

    return change
