"""Papers come out filled in three languages, with every open answer marked, and as linked data."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
import yaml

from jiwar.law import Flow, assess
from jiwar.law.papers import (
    Dossier,
    DossierFlow,
    Heading,
    Paper,
    Table,
    clause_annexes,
    impact_worksheet,
    moroccan_filings,
    record_of_processing,
    works_council_sheet,
)
from jiwar.law.questions import answered
from jiwar.law.vocabulary import CONTEXT, as_jsonld

_CASE = yaml.load(
    (Path(__file__).parent / "cases" / "e01-ecu-tests-in-morocco.yaml").read_text("utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - every scalar stays text
)
E1 = answered(Flow(), _CASE["flow"])
ON = dt.date(2026, 11, 22)
LOGS = DossierFlow("ECU tests", assess(E1, ON), purpose="Tests of control units")
DOSSIER = Dossier((LOGS,), exporter="Remstal GmbH", importer="Remstal Maroc SARL")
LANGUAGES = ("en", "de", "fr")


def _all(language: str, flow: DossierFlow = LOGS) -> tuple[Paper, ...]:
    return (
        record_of_processing(DOSSIER, language),
        impact_worksheet(DOSSIER, flow, language),
        clause_annexes(DOSSIER, flow, language),
        moroccan_filings(DOSSIER, flow, language),
        works_council_sheet(DOSSIER, flow, language),
    )


def _cells(paper: Paper) -> list[str]:
    return [
        cell.text for block in paper.blocks if isinstance(block, Table) for row in block.rows for cell in row
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_speaks_the_language_and_marks_what_is_open(language: str) -> None:
    for paper in _all(language):
        assert paper.language == language
        assert isinstance(paper.blocks[0], Heading)
        assert paper.open_answers > 0
        assert all(cell.strip() for cell in _cells(paper))
    titles = {paper.title for paper in _all(language)}
    assert len(titles) == 5


def test_papers_differ_between_languages_but_not_in_shape() -> None:
    for english, german, french in zip(*(_all(language) for language in LANGUAGES), strict=True):
        assert len({english.title, german.title, french.title}) == 3
        assert english.open_answers == german.open_answers == french.open_answers
        assert len(english.blocks) == len(german.blocks) == len(french.blocks)


def test_what_is_known_is_filled_in() -> None:
    cells = _cells(record_of_processing(DOSSIER))
    assert "Remstal GmbH" in cells
    assert "Tests of control units" in cells
    assert any("Standard clauses of 2021" in cell for cell in cells)
    assert "Morocco" in cells
    assert "Marokko" in _cells(impact_worksheet(DOSSIER, LOGS, "de"))


def test_an_answer_closes_an_open_cell() -> None:
    open_now = clause_annexes(DOSSIER, LOGS).open_answers
    told = DossierFlow(
        "ECU tests", LOGS.assessment, purpose="Tests", retention="three years", persons="drivers"
    )
    assert clause_annexes(DOSSIER, told).open_answers == open_now - 2


def test_a_decision_replaces_the_clauses_in_the_record() -> None:
    supposed = assess(E1, dt.date(2028, 6, 1), switches={"adequacy:MA": dt.date(2028, 1, 1)})
    record = record_of_processing(Dossier((DossierFlow("ECU tests", supposed),)))
    assert any("supposed adequacy decision" in cell for cell in _cells(record))


def test_moroccan_filings_come_in_the_order_in_which_they_can_be_made() -> None:
    employees = answered(
        E1, {"categories": "ma_employee, ma_national_id", "roles": "controller_to_controller"}
    )
    paper = moroccan_filings(DOSSIER, DossierFlow("staff", assess(employees, ON)))
    table = next(block for block in paper.blocks if isinstance(block, Table))
    filings = [row[1].text for row in table.rows]
    order = [
        next(i for i, text in enumerate(filings) if word in text) for word in ("Art. 15", "prior", "F118")
    ]
    assert order == sorted(order)
    assert "2.1 months" in {row[3].text for row in table.rows}
    poland = moroccan_filings(
        DOSSIER, DossierFlow("staff", assess(answered(E1, {"importer_country": "PL"}), ON))
    )
    assert not any("CNDP" in cell for cell in _cells(poland))


def test_linked_data_use_known_prefixes_and_carry_sources() -> None:
    document = as_jsonld(LOGS.assessment, "ECU tests")
    text = json.dumps(document)
    assert json.loads(text) == document
    assert document["dpv:hasLegalBasis"] == {"@id": "eu-gdpr:A46-2-c"}
    assert document["dpv:hasThirdCountry"] == {"@id": "loc:MA"}
    keys = {key for key in document if not key.startswith("@")}
    assert {key.split(":")[0] for key in keys} <= set(CONTEXT)
    rules = [rule for gate in document["jiwar:gate"] for rule in gate["jiwar:rule"]]
    assert rules
    assert all(rule["dct:source"] for rule in rules)
    supposed = assess(E1, dt.date(2028, 6, 1), switches={"adequacy:MA": dt.date(2028, 1, 1)})
    assert as_jsonld(supposed, "x")["dpv:hasLegalBasis"] == {"@id": "eu-gdpr:A45-3"}
    poland = as_jsonld(assess(answered(E1, {"importer_country": "PL"}), ON), "x")
    assert "dpv:hasLegalBasis" not in poland
