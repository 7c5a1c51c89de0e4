"""Talent's own tables: strict, sourced, and in agreement with the base and with what was found."""

from __future__ import annotations

import pytest

from jiwar.facts import SENIORITIES, Facts, Grade, load_facts
from jiwar.talent import TalentError, occupations, pipelines, talent_facts, talent_sources, with_talent
from jiwar.talent.occupations import parse_occupations
from jiwar.talent.pipelines import parse_pipelines
from jiwar.talent.tables import parse_facts, read_text


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The shipped base."""
    return load_facts()


def test_every_number_names_a_listed_source_and_says_how_it_was_reached() -> None:
    for fact in talent_facts().values():
        assert set(fact.sources) <= set(talent_sources())
        if fact.grade is Grade.PRIOR:
            assert fact.note, f"{fact.key} is a prior without a word on how it was reached"
        else:
            assert "talent_prior" not in fact.sources


def test_every_listed_source_is_used() -> None:
    used = {source for fact in talent_facts().values() for source in fact.sources}
    used |= {item.source for item in occupations().values()}
    used |= {source for pipeline in pipelines() for source in pipeline.sources}
    assert set(talent_sources()) == used


def test_no_key_stands_in_the_base_too(facts: Facts) -> None:
    assert not [key for key in talent_facts() if key in facts]
    assert not set(talent_sources()) & set(facts.sources)


def test_a_base_with_talent_has_both_and_a_hash_of_its_own(facts: Facts) -> None:
    joined = with_talent(facts)
    assert len(joined) == len(facts) + len(talent_facts())
    assert joined.hash != facts.hash
    assert joined.sources_of("talent/employer_share")[0].title
    assert len(joined.table("talent")) == len(talent_facts())


def test_roles_families_and_isco_codes_agree_with_the_base(facts: Facts) -> None:
    assert set(occupations()) == set(facts.roles)
    for role, occupation in occupations().items():
        assert occupation.family == facts.roles[role].family
        assert occupation.isco08 == facts.roles[role].isco08
        assert set(occupation.esco) == {"en", "de", "fr"}


def test_shares_of_roles_fill_their_family() -> None:
    by_family: dict[str, float] = {}
    for role, occupation in occupations().items():
        share = talent_facts()[f"talent/role_share/{role}"].value
        by_family[occupation.family] = by_family.get(occupation.family, 0.0) + share
    assert by_family == pytest.approx(dict.fromkeys(by_family, 1.0))


def test_shares_of_seniority_fill_the_whole() -> None:
    assert sum(talent_facts()[f"talent/seniority_share/MA/{level}"].mid for level in SENIORITIES) == 100


@pytest.mark.parametrize(
    ("evidence", "prefix", "families"),
    [
        ("MA/developers", "MA-", ("software", "embedded")),
        ("TN/developers", "TN-", ("software", "embedded")),
        ("EG/developers", "EG-", ("software", "embedded")),
        ("RO-cluj/it_people", "RO-cluj", ("software", "embedded")),
        ("IN-bengaluru/technology_people", "IN-bengaluru", ("software", "embedded")),
        ("ES-barcelona/digital_people", "ES-barcelona", ("software", "embedded")),
    ],
)
def test_stocks_of_the_base_are_of_the_size_that_was_found(
    evidence: str, prefix: str, families: tuple[str, ...], facts: Facts
) -> None:
    keys = [
        key
        for key in facts.keys("talent_stock/")
        if key.startswith(f"talent_stock/{prefix}") and key.rpartition("/")[2] in families
    ]
    found = talent_facts()[f"talent/evidence/{evidence}"]
    assert keys
    low, high = (sum(getattr(facts.get(key), end) for key in keys) for end in ("low", "high"))
    assert low <= found.high
    assert found.low <= high


@pytest.mark.code("T009")
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("talent_prior,prior", "somebody,prior"),
        (",percent,", ",percents,"),
        (",10,20,percent", ",ten,20,percent"),
    ],
)
def test_a_table_of_facts_with_a_mistake_is_refused(wrong: str, right: str) -> None:
    text = read_text("talent.csv")
    assert wrong in text
    with pytest.raises(TalentError) as caught:
        parse_facts(text.replace(wrong, right, 1), talent_sources())
    assert {problem.code for problem in caught.value.diagnostics} == {"T009"}


def test_all_mistakes_of_a_table_are_told_at_once() -> None:
    text = read_text("talent.csv").replace("talent_prior,prior", "nobody,prior")
    with pytest.raises(TalentError) as caught:
        parse_facts(text, talent_sources())
    assert len(caught.value.diagnostics) > 10


def test_tables_of_occupations_and_programmes_are_as_strict() -> None:
    occupations_text, pipelines_text = read_text("occupations.csv"), read_text("pipelines.csv")
    wrong = [
        (parse_occupations, occupations_text.replace("family", "group", 1)),
        (parse_occupations, occupations_text.replace("talent_ilo08", "somebody", 1)),
        (parse_occupations, occupations_text + occupations_text.splitlines()[1] + "\n"),
        (parse_pipelines, pipelines_text.replace("unknown", "known", 1)),
        (parse_pipelines, pipelines_text.replace("talent_miraoui24", "somebody", 1)),
        (parse_pipelines, pipelines_text.replace("11000,", "many,", 1)),
    ]
    for parse, text in wrong:
        with pytest.raises(TalentError) as caught:
            parse(text)
        assert caught.value.diagnostics[0].code == "T009"
