"""Any number can be followed by a person to the addresses of its documents, and back."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from jiwar.facts import Facts, Grade, facts_of_source, show
from jiwar.facts.rules import address_problem

SEED, SAMPLE = 20261122, 50


def documents(facts: Facts, key: str, seen: frozenset[str] = frozenset()) -> set[str]:
    """Follow a fact down its bases and return the ids of all documents on the way."""
    view = show(facts, key)
    found = {source.id for source in view.sources}
    for basis in view.basis:
        assert basis.key not in seen, f"{key} rests on itself"
        found |= documents(facts, basis.key, seen | {key})
    return found


@pytest.mark.parametrize("number", range(SAMPLE))
def test_a_random_fact_leads_to_addresses_and_back(facts: Facts, repository: Path, number: int) -> None:
    key = random.Random(SEED).sample(sorted(facts.by_key), SAMPLE)[number]  # noqa: S311 - no secret depends on it
    fact = facts.get(key)
    assert fact.note
    assert fact.unit
    ids = documents(facts, key)
    assert ids
    outside = [facts.sources[name] for name in ids if not facts.sources[name].is_ours]
    assert outside or fact.grade is Grade.PRIOR
    for source in (facts.sources[name] for name in ids):
        assert address_problem(source.url) == ""
        assert not source.is_ours or (repository / source.url).is_file()
        assert source.title
        assert source.publisher
    for name in fact.sources:
        assert key in {other.key for other in facts_of_source(facts, name)}


def test_no_fact_rests_on_itself(facts: Facts) -> None:
    for key in facts.by_key:
        documents(facts, key)


def test_the_documents_of_a_derivation_are_those_of_its_bases(facts: Facts) -> None:
    for fact in facts.by_key.values():
        below = {name for key in fact.based_on for name in facts.get(key).sources}
        ours = {name for name in fact.sources if facts.sources[name].is_ours}
        if below and not fact.key.startswith(("seat/", "wage_growth/")):
            assert set(fact.sources) - ours == below - {"jiwar-priors", "jiwar-derivations"}, fact.key
