"""Claims are judged by arithmetic where they are arithmetic, and change when the facts do."""

from __future__ import annotations

from pathlib import Path
from string import Formatter as Template

import pytest

from jiwar.facts import Facts
from jiwar.languages import Language
from jiwar.outlook.claims import Audit, Verdict, audit_claims, claims_page, read_claims
from jiwar.outlook.claims.audit import plain
from jiwar.outlook.claims.checks import (
    CHECKS,
    additional_jobs,
    adequacy_key,
    call_centres_give_way,
    double,
    german_shortage,
    trade_deficit,
    upgrading,
)
from jiwar.outlook.claims.lookups import LOOKUPS

SEEDS = {
    "additional-jobs": Verdict.WRONG,
    "double": Verdict.MISLEADING,
    "german-shortage": Verdict.CONTRADICTED,
    "same-clock": Verdict.WRONG,
    "adequacy-key": Verdict.OVERSTATED,
    "trade-deficit": Verdict.OVERSTATED,
    "upgrading": Verdict.CONTRADICTED,
}


@pytest.fixture(scope="module")
def audits(facts: Facts) -> dict[str, Audit]:
    return {audit.claim.id: audit for audit in audit_claims(facts)}


@pytest.mark.parametrize(("name", "verdict"), list(SEEDS.items()))
def test_seed_claims_have_a_recomputed_verdict_with_numbers(
    audits: dict[str, Audit], name: str, verdict: Verdict
) -> None:
    audit = audits[name]
    assert audit.verdict is verdict
    assert audit.recomputed
    assert any(not isinstance(part, str) for part in audit.evidence(Language.ENGLISH))


def test_all_claims_of_the_article_are_there() -> None:
    assert {claim.article for claim in read_claims() if claim.article} == set(range(1, 26))


def test_every_claim_speaks_three_languages_with_the_same_places() -> None:
    for claim in read_claims():
        for texts in (claim.claim, claim.evidence):
            assert set(texts) == {"en", "de", "fr"}, claim.id
            places = {name: _places(text) for name, text in texts.items()}
            assert places["en"] == places["de"] == places["fr"], claim.id


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Template().parse(text) if name is not None}


def test_every_claim_is_judged_once_and_every_check_is_used(facts: Facts) -> None:
    for claim in read_claims():
        assert (claim.check is None) != (claim.verdict is None), claim.id
        assert claim.check is None or claim.formula, claim.id
        assert claim.said_by in facts.sources, claim.id
    assert {claim.check for claim in read_claims() if claim.check} == set(CHECKS) | set(LOOKUPS)


def test_every_fact_of_a_claim_is_shown_or_computed_with(audits: dict[str, Audit]) -> None:
    for audit in audits.values():
        if audit.claim.check is None:
            shown = _places(audit.claim.evidence["en"])
            assert set(audit.claim.facts) <= shown, audit.claim.id


def test_additional_reading_would_need_another_stock() -> None:
    numbers = {"total": 270e3, "base": 141e3, "contract": 130e3, "today": 148_500.0}
    found = additional_jobs(numbers)
    assert found.verdict is Verdict.WRONG
    assert found.numbers["sum"][0] == 271_000
    assert additional_jobs({**numbers, "base": 20e3}).verdict is Verdict.PARTLY


def test_double_is_a_matter_of_the_statistics() -> None:
    numbers = {"target": 40.0, "old": 17.9, "new": 26.17, "latest": 27.0}
    found = double(numbers)
    assert found.numbers["from_old"][0] == pytest.approx(2.235, abs=0.001)
    assert found.numbers["from_latest"][0] == pytest.approx(1.48, abs=0.005)
    assert found.numbers["same_ambition"][0] == pytest.approx(58.5)
    assert double({**numbers, "latest": 21.0}).verdict is Verdict.CORRECT
    assert double({**numbers, "old": 25.0}).verdict is Verdict.WRONG


def test_the_shortage_verdict_follows_the_measures() -> None:
    falling = {"gap_then": 149.0, "gap_now": 109.0, "open_then": 136.0, "open_now": 99.0, "ratio_then": 492.0}
    assert german_shortage({**falling, "ratio_now": 194.0}).verdict is Verdict.CONTRADICTED
    assert german_shortage({**falling, "ratio_now": 500.0}).verdict is Verdict.PARTLY


def test_the_two_targets_mean_less_value_per_job_on_the_new_statistics() -> None:
    numbers = {
        "target": 40.0,
        "jobs": 270e3,
        "exports": 26.22,
        "jobs_now": 148_500.0,
        "old": 17.9,
        "jobs_then": 141e3,
    }
    found = upgrading(numbers)
    assert found.verdict is Verdict.CONTRADICTED
    assert found.numbers["per_job"][0] == pytest.approx(148.1, abs=0.1)
    assert found.numbers["change"][0] == pytest.approx(-0.16, abs=0.005)
    assert upgrading({**numbers, "jobs": 200e3}).verdict is Verdict.CORRECT


def test_the_increment_is_a_small_part_of_the_deficit() -> None:
    numbers = {"target": 40.0, "exports": 27.0, "deficit": 353.15, "before": 304.97}
    found = trade_deficit(numbers)
    assert found.numbers["part"][0] == pytest.approx(0.0368, abs=0.0001)
    assert trade_deficit({**numbers, "deficit": 60.0, "before": 55.0}).verdict is Verdict.PLAUSIBLE


def test_adequacy_would_be_a_key_if_its_effect_were_large() -> None:
    numbers = {"best": 8.0, "exports": 27.0, "target": 40.0, "egypt_now": 4.8, "egypt_then": 2.4}
    assert adequacy_key(numbers).verdict is Verdict.OVERSTATED
    assert adequacy_key({**numbers, "best": 30.0}).verdict is Verdict.PLAUSIBLE


def test_a_falling_share_with_falling_call_centres_is_partly_true() -> None:
    numbers = {"crm": 4.19, "crm_before": 4.8, "half": 13.4, "half_before": 12.9}
    found = call_centres_give_way(numbers)
    assert found.verdict is Verdict.PARTLY
    assert found.numbers["change"][0] == pytest.approx(-0.127, abs=0.001)
    assert call_centres_give_way({**numbers, "crm": 4.81, "half": 16.0}).verdict is Verdict.CORRECT
    assert call_centres_give_way({**numbers, "half": 11.0}).verdict is Verdict.CONTRADICTED


def test_numbers_are_written_in_each_language(audits: dict[str, Audit]) -> None:
    audit = audits["additional-jobs"]
    said = {one: plain(audit.evidence(one), one) for one in Language}
    assert "270,000" in said[Language.ENGLISH]
    assert "270.000" in said[Language.GERMAN]
    assert "270\u202f000" in said[Language.FRENCH]


def test_the_page_is_the_one_in_the_documentation(facts: Facts, repository: Path) -> None:
    page = claims_page(facts)
    assert page.count("\n## ") == len(read_claims())
    assert (repository / "docs" / "claims.md").read_text("utf-8") == page
