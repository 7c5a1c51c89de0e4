"""Rules that cannot be shown are refused, versions do not overlap, and thin sources only ask."""

from __future__ import annotations

import dataclasses
import datetime as dt
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from jiwar.law import (
    Citation,
    Finding,
    Flow,
    Gate,
    LawError,
    Quality,
    RuleKind,
    Verdict,
    Words,
    assess,
    law_hash,
    registry,
    rule,
    rule_hash,
    since,
    table_rule,
)
from jiwar.law.fingerprint import hash_of_folder
from jiwar.law.rule import ADMITTED

READ = Citation("Art. 1 Test Act", "https://example.org", Quality.PRIMARY)


@pytest.fixture(autouse=True)
def _own_register() -> Iterator[None]:
    registry()  # everything shipped is loaded before tests add rules of their own
    shipped = dict(ADMITTED)
    yield
    ADMITTED.clear()
    ADMITTED.update(shipped)


@pytest.mark.code("L001")
def test_a_rule_without_a_citation_a_docstring_or_a_translation_is_refused() -> None:
    with pytest.raises(LawError) as caught:

        @rule(
            "test.silent", cites=(), valid=since("2024-01-01", "2023-01-01"), de="", fr="x", gate=Gate.PRODUCT
        )
        def silent(flow: Flow) -> Finding | None:
            del flow
            return None

    messages = [item.message for item in caught.value.diagnostics]
    assert [item.code for item in caught.value.diagnostics] == ["L001"] * 3
    assert any("citation" in message for message in messages)
    assert any("sentence" in message for message in messages)
    assert any("ends before" in message for message in messages)


@pytest.mark.code("L002")
def test_two_versions_on_one_day_are_refused_and_a_later_version_is_not() -> None:
    words = Words("A rate.", "Ein Satz.", "Un taux.")

    def declare(start: str, end: str | None, content: str) -> None:
        table_rule(
            "test.rate",
            sentence=words,
            cites=(READ,),
            valid=since(start, end),
            module=__name__,
            content=content,
        )

    declare("2024-01-01", "2024-12-31", "1")
    declare("2025-01-01", None, "2")
    with pytest.raises(LawError, match="same day"):
        declare("2024-12-31", "2024-12-31", "3")


def test_the_docstring_becomes_the_sentence_and_the_module_is_kept() -> None:
    @rule("test.spoken", cites=(READ,), valid=since("2024-01-01"), de="Satz.", fr="Phrase.")
    def spoken(amount: float) -> float:
        """Amounts are doubled."""
        return 2 * amount

    made = ADMITTED["test.spoken@2024-01-01"]
    assert spoken(2) == 4
    assert made.sentence == Words("Amounts are doubled.", "Satz.", "Phrase.")
    assert made.kind is RuleKind.COMPUTES
    assert made.module == __name__


def test_every_shipped_rule_speaks_three_languages_and_names_its_source() -> None:
    for shipped in registry():
        assert shipped.sentence.complete, shipped.key
        assert shipped.citations, shipped.key
        assert all(citation.article for citation in shipped.citations), shipped.key
        assert len({shipped.sentence.en, shipped.sentence.de, shipped.sentence.fr}) == 3, shipped.key
        assert shipped.sentence.en.endswith("."), shipped.key


@pytest.mark.parametrize("quality", [Quality.KNOWLEDGE, Quality.NOT_FOUND])
def test_a_rule_that_rests_on_nothing_read_can_only_ask(quality: Quality) -> None:
    thin = [item for item in registry().judging() if not item.carries]
    assert thin
    flow = Flow(importer_country="IN", categories=frozenset({"source_code"}), us_origin_technology=True)  # type: ignore[arg-type]  # a plain word
    found = assess(flow, dt.date(2026, 11, 22)).gates[Gate.EXPORT_CONTROL]
    asked = [hit for hit in found.hits if not hit.rule.carries]
    assert all(hit.finding.verdict is Verdict.MANUAL_REVIEW for hit in asked)
    assert not quality.carries


def test_no_judging_rule_decides_on_a_citation_that_was_not_read() -> None:
    for shipped in registry().judging():
        if all(not citation.quality.carries for citation in shipped.citations):
            assert not shipped.carries


@pytest.mark.code("L006")
def test_an_unknown_rule_is_answered_with_near_names() -> None:
    with pytest.raises(LawError) as caught:
        registry().versions("eu.gdpr.art28.contrac")
    assert caught.value.diagnostics[0].code == "L006"
    assert "eu.gdpr.art28.contract" in caught.value.diagnostics[0].remedy
    assert len(registry().versions("germany.aueg.leasing")) == 3


def test_the_hash_of_the_law_follows_every_rule_and_table(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("RATE = 1\n", "utf-8")
    (tmp_path / "b.csv").write_text("territory\nBR\n", "utf-8")
    before = hash_of_folder(tmp_path)
    (tmp_path / "note.txt").write_text("not law", "utf-8")
    assert hash_of_folder(tmp_path) == before
    (tmp_path / "b.csv").write_text("territory\nKE\n", "utf-8")
    assert hash_of_folder(tmp_path) != before
    assert len(law_hash()) == 16


def test_a_changed_rule_changes_the_recorded_hash() -> None:
    flow = Flow(importer_country="PL", categories=frozenset({"vin"}))  # type: ignore[arg-type]  # a plain word
    found = assess(flow, dt.date(2026, 11, 22))
    spoke = found.gates[Gate.PRIVACY_EU].hits[0].rule
    amended = dataclasses.replace(spoke, sentence=Words("Otherwise.", "Anders.", "Autrement."))
    assert rule_hash(amended) != rule_hash(spoke)
    hits = tuple(
        dataclasses.replace(hit, rule=amended if hit.rule is spoke else hit.rule)
        for hit in found.gates[Gate.PRIVACY_EU].hits
    )
    gates = dict(found.gates) | {
        Gate.PRIVACY_EU: dataclasses.replace(found.gates[Gate.PRIVACY_EU], hits=hits)
    }
    assert dataclasses.replace(found, gates=gates).hash != found.hash


def test_every_duty_names_owner_deadline_and_a_complete_text() -> None:
    from jiwar.law.finding import Duty

    modules = {inspect.getmodule(item.function) for item in registry().judging()}
    duties = [value for module in modules for value in vars(module).values() if isinstance(value, Duty)]
    assert len(duties) > 40
    for duty in duties:
        assert duty.text.complete, duty.name
        assert duty.owner.words.complete
        assert duty.due.words.complete
    by_name = {duty.name: duty for duty in duties}
    assert all(by_name[duty.name] == duty for duty in duties)  # one name, one duty
