"""The lint passes on the shipped base and finds each breach of its rules."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Callable
from types import MappingProxyType

import pytest

from jiwar.facts import Alternative, Fact, Facts, Grade, RangeKind, lint
from jiwar.facts.rules import address_problem

MakeFact = Callable[..., Fact]
WithFact = Callable[[Fact], Facts]


def found(facts: Facts, on: dt.date | None = None) -> set[str]:
    """Return the codes that the lint finds in a base."""
    return {item.code for item in lint(facts, on)}


def test_the_shipped_base_keeps_every_rule(facts: Facts) -> None:
    assert lint(facts) == ()


@pytest.mark.code("F001")
def test_a_basis_and_an_index_must_exist(with_fact: WithFact, make_fact: MakeFact) -> None:
    assert "F001" in found(with_fact(make_fact(based_on=("nothing",))))
    assert "F001" in found(with_fact(make_fact(index="wage_growth/XX")))


@pytest.mark.code("F007")
def test_a_source_must_be_listed(with_fact: WithFact, make_fact: MakeFact) -> None:
    assert "F007" in found(with_fact(make_fact(source="altis-hub-2062")))


@pytest.mark.code("F008")
@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://www.example.org/page", True),
        ("https://www.example.org/?p=3", True),
        ("package:holidays", True),
        ("docs/facts/priors.md", True),
        ("https://www.example.org", False),
        ("https://www.example.org/", False),
        ("ftp://www.example.org/page", False),
        ("www.example.org/page", False),
        ("https://www.example.org/a page", False),
        ("package:", False),
        ("docs/facts", False),
        ("", False),
    ],
)
def test_a_bare_home_page_is_no_source(facts: Facts, url: str, *, good: bool) -> None:
    assert (address_problem(url) == "") is good
    first = next(iter(facts.sources.values()))
    changed = dataclasses.replace(first, url=url)
    other = dataclasses.replace(facts, sources=MappingProxyType({**facts.sources, first.id: changed}))
    assert ("F008" in found(other)) is not good


@pytest.mark.code("F009")
def test_a_grade_is_not_better_than_its_ground(with_fact: WithFact, make_fact: MakeFact) -> None:
    assert "F009" in found(with_fact(make_fact(grade=Grade.STATUTE)))
    better_than_basis = make_fact(source="stepstone-2026", grade=Grade.PRESS, based_on=("rate/altis/MA",))
    assert "F009" in found(with_fact(better_than_basis))
    assert "F009" in found(with_fact(make_fact(source="jiwar-priors altis-hub-2026")))
    silent_prior = make_fact(grade=Grade.PRIOR, range_kind=RangeKind.PRIOR, based_on=("rate/altis/MA",))
    assert "F009" in found(with_fact(silent_prior))


@pytest.mark.code("F010")
def test_a_range_is_what_it_is_called(with_fact: WithFact, make_fact: MakeFact) -> None:
    assert "F010" in found(with_fact(make_fact(range_kind=RangeKind.POINT)))
    for kind in (RangeKind.QUARTILES, RangeKind.INTERVAL, RangeKind.PUBLISHED):
        assert "F010" in found(with_fact(make_fact(low=20.0, high=20.0, range_kind=kind)))
    narrow = make_fact(
        low=20.0, high=20.0, range_kind=RangeKind.POINT, grade=Grade.PRIOR, source="jiwar-priors"
    )
    assert "F010" in found(with_fact(narrow))


@pytest.mark.code("F011")
def test_a_key_stands_in_one_table_only(with_fact: WithFact, make_fact: MakeFact) -> None:
    assert "F011" in found(with_fact(make_fact(table="operating")))


@pytest.mark.code("F012")
def test_a_source_that_nothing_uses_is_told(facts: Facts) -> None:
    first = next(iter(facts.sources.values()))
    orphan = dataclasses.replace(first, id="orphan")
    other = dataclasses.replace(facts, sources=MappingProxyType({**facts.sources, "orphan": orphan}))
    assert found(other) == {"F012"}


@pytest.mark.code("F003")
def test_a_source_says_on_which_terms_it_may_be_used(facts: Facts) -> None:
    first = next(iter(facts.sources.values()))
    changed = dataclasses.replace(first, licence="")
    other = dataclasses.replace(facts, sources=MappingProxyType({**facts.sources, first.id: changed}))
    assert "F003" in found(other)


@pytest.mark.code("F013")
def test_an_overdue_check_is_told(facts: Facts, with_fact: WithFact, make_fact: MakeFact) -> None:
    assert found(with_fact(make_fact(check_by=dt.date(2026, 1, 1)))) == {"F013"}
    assert found(facts, dt.date(2040, 1, 1)) == {"F013"}


@pytest.mark.code("F014")
def test_a_fact_that_ages_has_a_date(with_fact: WithFact, make_fact: MakeFact) -> None:
    assert "F014" in found(with_fact(make_fact(period="undated", index="wage_growth/MA")))


@pytest.mark.code("F015")
def test_share_alike_rows_stay_in_their_own_tables(with_fact: WithFact, make_fact: MakeFact) -> None:
    assert "F015" in found(with_fact(make_fact(source="stackoverflow-2024", grade=Grade.SURVEY)))
    assert "F015" in found(with_fact(make_fact(key="new/fact", table="pay_odbl")))


@pytest.mark.code("F016")
def test_a_place_is_a_country_or_a_site(with_fact: WithFact, make_fact: MakeFact) -> None:
    assert "F016" in found(with_fact(make_fact(place="MA-atlantis")))


@pytest.mark.code("F021")
def test_a_hole_in_a_grid_is_told(facts: Facts) -> None:
    fewer = {key: fact for key, fact in facts.by_key.items() if key != "attrition/PL"}
    assert "F021" in found(dataclasses.replace(facts, by_key=MappingProxyType(fewer)))


@pytest.mark.code("F023")
@pytest.mark.parametrize(
    "rivals",
    [
        (Alternative("attrition/MA", "attrition/PL", chosen=False, weight=0.0, reason="why"),),
        (
            Alternative("attrition/MA", "attrition/PL", chosen=True, weight=0.0, reason="why"),
            Alternative("attrition/MA", "attrition/RO", chosen=True, weight=0.0, reason="why"),
        ),
        (Alternative("attrition/MA", "attrition/XX", chosen=True, weight=0.0, reason="why"),),
        (Alternative("attrition/MA", "attrition/PL", chosen=True, weight=0.0, reason=""),),
    ],
)
def test_rivals_have_one_chosen_and_reasons(facts: Facts, rivals: tuple[Alternative, ...]) -> None:
    assert "F023" in found(dataclasses.replace(facts, alternatives=(*facts.alternatives, *rivals)))


@pytest.mark.code("F023")
def test_scenarios_need_weights(facts: Facts) -> None:
    assert "F023" in found(dataclasses.replace(facts, alternatives=()))


def test_statements_in_words_pass(with_fact: WithFact, make_fact: MakeFact) -> None:
    words = make_fact(
        low=math.nan, mid=math.nan, high=math.nan, unit="text", range_kind=RangeKind.POINT, key="said/so"
    )
    assert found(with_fact(words)) == set()
