"""Assessments as linked data: valid JSON-LD, in terms of the W3C vocabulary and of our own, with sources."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyld import jsonld

from jiwar.law import Data, Flow, Instrument, Roles, assess
from jiwar.law.questions import answered
from jiwar.law.vocabulary import CONTEXT, as_graph, as_jsonld

_CASE = yaml.load(
    (Path(__file__).parent / "cases" / "e01-ecu-tests-in-morocco.yaml").read_text("utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - every scalar stays text
)
E1 = answered(Flow(), _CASE["flow"])
ON = dt.date(2026, 11, 22)
DPV = "https://w3id.org/dpv#"


def refuse(address: str, _options: dict[str, Any]) -> dict[str, Any]:
    message = f"the document asks for {address}, so that it is not whole by itself"
    raise AssertionError(message)


def expanded(document: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": refuse})
    return found


def names(value: object) -> set[str]:
    """All names of properties and types in an expanded document."""
    if isinstance(value, list):
        return set().union(*(names(item) for item in value)) if value else set()
    if not isinstance(value, dict) or "@value" in value:
        return set()
    own = {key for key in value if not key.startswith("@")} | set(value.get("@type", ()))
    return own.union(*(names(item) for item in value.values()))


def test_the_document_expands_without_any_outside_context_and_loses_nothing() -> None:
    document = as_jsonld(assess(E1, ON), "ECU tests")
    assert json.loads(json.dumps(document)) == document
    (process,) = expanded(document)
    assert process["@type"] == [f"{DPV}Process"]
    written = {key for key in document if not key.startswith("@")}
    assert len([key for key in process if not key.startswith("@")]) == len(written)
    assert process[f"{DPV}hasThirdCountry"] == [{"@id": "https://w3id.org/dpv/loc#MA"}]
    assert all(name.startswith(tuple(CONTEXT.values())) for name in names(process))


def test_many_assessments_are_one_graph() -> None:
    poland = answered(E1, {"importer_country": "PL"})
    graph = as_graph([("one", assess(E1, ON)), ("two", assess(poland, ON))])
    nodes = expanded(graph)
    processes = [one for one in nodes if one["@type"] == [f"{DPV}Process"]]
    rules = {one["@id"]: one for one in nodes if one["@type"] == ["urn:jiwar:law:Rule"]}
    assert [one["http://purl.org/dc/terms/title"][0]["@value"] for one in processes] == ["one", "two"]
    assert len(nodes) == len(processes) + len(rules) == len({one["@id"] for one in nodes})
    law = "urn:jiwar:law:"
    hits = [hit for one in processes for gate in one[f"{law}finding"] for hit in gate.get(f"{law}hit", ())]
    assert {hit[f"{law}rule"][0]["@id"] for hit in hits} == set(rules)


def test_rules_carry_their_sources_and_their_sentence_in_three_languages() -> None:
    document = as_jsonld(assess(E1, ON), "ECU tests")
    rules = [hit["jiwar:rule"] for finding in document["jiwar:finding"] for hit in finding["jiwar:hit"]]
    assert rules
    for rule in rules:
        assert rule["dct:source"]
        assert {text["@language"] for text in rule["rdfs:label"]} == {"en", "de", "fr"}


def test_the_basis_of_a_transfer_follows_the_law_of_the_day() -> None:
    assert as_jsonld(assess(E1, ON), "x")["dpv:hasLegalBasis"] == {"@id": "eu-gdpr:A46-2-c"}
    supposed = assess(E1, dt.date(2028, 6, 1), switches={"adequacy:MA": dt.date(2028, 1, 1)})
    assert as_jsonld(supposed, "x")["dpv:hasLegalBasis"] == {"@id": "eu-gdpr:A45-3"}
    poland = as_jsonld(assess(answered(E1, {"importer_country": "PL"}), ON), "x")
    assert "dpv:hasLegalBasis" not in poland


@pytest.mark.parametrize("instrument", list(Instrument))
@pytest.mark.parametrize("roles", list(Roles))
def test_only_known_terms_of_the_vocabulary_are_used(instrument: Instrument, roles: Roles) -> None:
    flow = answered(
        E1,
        {"instrument": instrument.value, "roles": roles.value, "categories": [kind.value for kind in Data]},
    )
    used = {name for name in names(expanded(as_jsonld(assess(flow, ON), "x"))) if "w3id.org/dpv" in name}
    assert used <= TERMS


TERMS = frozenset(
    {
        *(f"{DPV}{name}" for name in (
            "AnonymisedData", "CrossBorderTransfer", "Data", "DataController", "DataExporter", "DataImporter",
            "DataProcessor", "DataSubProcessor", "DataTransferImpactAssessment", "JointDataControllers", "Obligation",
            "Process", "PseudonymisedData", "SpecialCategoryPersonalData", "hasCountry", "hasDataExporter",
            "hasDataImporter", "hasLegalBasis", "hasObligation", "hasOrganisationalMeasure", "hasPersonalData",
            "hasProcessing", "hasThirdCountry",
        )),
        *(f"https://w3id.org/dpv/legal/eu/gdpr#{name}" for name in (
            "AdHocContractualClauses", "BindingCorporateRules", "SCCByCommission",
        )),
        *(f"https://w3id.org/dpv/pd#{name}" for name in (
            "PaymentCard", "Picture", "VehicalLicenseNumber", "VehicleUsage",
        )),
    }
)  # fmt: skip
"""Terms of version 2.3 of the vocabulary, as its published modules list them."""


def test_findings_of_two_flows_do_not_run_together() -> None:
    """A node that two processes share would carry the verdicts of both."""
    unsafe = answered(E1, {"instrument": "none"})
    graph = jsonld.flatten(as_graph([("one", assess(E1, ON)), ("two", assess(unsafe, ON))]))
    verdicts = [len(node["urn:jiwar:law:verdict"]) for node in graph if "urn:jiwar:law:verdict" in node]
    assert verdicts
    assert set(verdicts) == {1}
