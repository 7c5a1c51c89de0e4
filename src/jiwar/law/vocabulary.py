"""An assessment as JSON-LD in the terms of the W3C Data Privacy Vocabulary, for exchange with other tools.

The vocabulary has no terms for modules of the clauses, for verdicts or for Moroccan law, and its list of adequate
countries is out of date: that list is never used, and our own terms carry the prefix ``jiwar``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jiwar.law.assess import Assessment, GateResult, Hit
from jiwar.law.citation import Citation
from jiwar.law.day import Day
from jiwar.law.eu.gdpr.transfer import may_be_transfer, needs_instrument
from jiwar.law.finding import Duty
from jiwar.law.flow import Data, Flow, Instrument, Roles
from jiwar.law.rule import Rule
from jiwar.law.wording import LANGUAGES, Words
from jiwar.provenance import content_hash

CONTEXT: Mapping[str, str] = {
    "dpv": "https://w3id.org/dpv#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "loc": "https://w3id.org/dpv/loc#",
    "pd": "https://w3id.org/dpv/pd#",
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "jiwar": "urn:jiwar:law:",
}

_ROLES = {
    Roles.CONTROLLER_TO_CONTROLLER: ("dpv:DataController", "dpv:DataController"),
    Roles.JOINT_CONTROLLERS: ("dpv:JointDataControllers", "dpv:JointDataControllers"),
    Roles.CONTROLLER_TO_PROCESSOR: ("dpv:DataController", "dpv:DataProcessor"),
    Roles.PROCESSOR_TO_SUBPROCESSOR: ("dpv:DataProcessor", "dpv:DataSubProcessor"),
    Roles.PROCESSOR_TO_CONTROLLER: ("dpv:DataProcessor", "dpv:DataController"),
}
_BASES = {
    Instrument.SCC: ("eu-gdpr:A46-2-c", "eu-gdpr:SCCByCommission"),
    Instrument.SCC_BEFORE_2021: ("eu-gdpr:A46-2-c", "eu-gdpr:SCCByCommission"),
    Instrument.BCR: ("eu-gdpr:A46-2-b", "eu-gdpr:BindingCorporateRules"),
    Instrument.AD_HOC: ("eu-gdpr:A46-3-a", "eu-gdpr:AdHocContractualClauses"),
    Instrument.ART49: ("dpv:DataTransferLegalBasis", None),
}
_DATA = {
    Data.ANONYMOUS: "dpv:AnonymisedData",
    Data.PSEUDONYMISED: "dpv:PseudonymisedData",
    Data.SPECIAL_CATEGORY: "dpv:SpecialCategoryPersonalData",
    Data.HEALTH: "dpv:SpecialCategoryPersonalData",
    Data.PAYMENT: "pd:PaymentCard",
    Data.VIN: "pd:VehicalLicenseNumber",  # spelt so in the vocabulary
    Data.TELEMATICS: "pd:VehicleUsage",
    Data.VIDEO_RAW: "pd:Picture",
}


def as_jsonld(assessment: Assessment, name: str) -> dict[str, Any]:
    """Return an assessment as a JSON-LD document; ``name`` becomes the title of the process."""
    flow = assessment.flow
    process: dict[str, Any] = {
        "@context": dict(CONTEXT),
        "@id": f"jiwar:assessment/{content_hash([assessment.hash, name])}",
        "@type": "dpv:Process",
        "dct:title": name,
        "dct:date": {"@value": assessment.on.isoformat(), "@type": "xsd:date"},
        "dpv:hasDataExporter": _party(flow, 0),
        "dpv:hasDataImporter": _party(flow, 1),
        "dpv:hasPersonalData": [_data(kind) for kind in sorted(flow.categories or ())],
        "jiwar:verdict": assessment.overall.value,
        "jiwar:record": assessment.hash,
        "jiwar:finding": [_finding(result) for result in assessment.gates.values()],
        "dpv:hasObligation": [_duty(duty) for duty in assessment.duties],
        "jiwar:supposes": [f"{switch}@{start}" for switch, start in assessment.switches],
    }
    return process | _transfer(assessment)


def as_graph(named: Iterable[tuple[str, Assessment]]) -> dict[str, Any]:
    """Return several assessments, each with the title of its process, as one JSON-LD document with each rule once."""
    processes = [as_jsonld(assessment, name) for name, assessment in named]
    rules: dict[str, dict[str, Any]] = {}
    for process in processes:
        del process["@context"]
        for hit in (hit for finding in process["jiwar:finding"] for hit in finding["jiwar:hit"]):
            rule = hit["jiwar:rule"]
            rules[rule["@id"]] = rule
            hit["jiwar:rule"] = {"@id": rule["@id"]}
    return {"@context": dict(CONTEXT), "@graph": [*processes, *rules.values()]}


def _transfer(assessment: Assessment) -> dict[str, Any]:
    flow = assessment.flow
    if not may_be_transfer(flow) or flow.importer_country is None:
        return {}
    found: dict[str, Any] = {
        "dpv:hasProcessing": {"@type": "dpv:CrossBorderTransfer"},
        "dpv:hasThirdCountry": {"@id": f"loc:{flow.importer_country}"},
    }
    if not needs_instrument(flow, Day(assessment.on, assessment.switches)):
        return found | {"dpv:hasLegalBasis": {"@id": "eu-gdpr:A45-3"}}
    if flow.instrument in _BASES:
        basis, measure = _BASES[flow.instrument]
        found["dpv:hasLegalBasis"] = {"@id": basis}
        if measure is not None:
            found["dpv:hasOrganisationalMeasure"] = _measures(flow, measure)
    return found


def _measures(flow: Flow, measure: str) -> list[dict[str, Any]]:
    tool: dict[str, Any] = {"@type": measure}
    if flow.scc_module is not None:
        tool["jiwar:module"] = flow.scc_module
    measures = [tool]
    if flow.tia is not None:
        measures.append({"@type": "dpv:DataTransferImpactAssessment", "jiwar:result": flow.tia.value})
    return measures


def _party(flow: Flow, side: int) -> dict[str, Any]:
    country = (flow.exporter_country, flow.importer_country)[side]
    kinds = ["dpv:DataExporter" if side == 0 else "dpv:DataImporter"]
    if flow.roles is not None:
        kinds.append(_ROLES[flow.roles][side])
    party: dict[str, Any] = {"@type": kinds}
    return party | ({} if country is None else {"dpv:hasCountry": {"@id": f"loc:{country}"}})


def _data(kind: Data) -> dict[str, Any]:
    return {"@id": f"jiwar:data/{kind.value}", "@type": _DATA.get(kind, "dpv:Data")}


def _finding(result: GateResult) -> dict[str, Any]:
    """What a gate says of this flow: a node of its own, so that findings of different flows do not run together."""
    return {
        "@type": "jiwar:Finding",
        "jiwar:gate": {"@id": f"jiwar:gate/{result.gate.value}"},
        "jiwar:verdict": result.verdict.value,
        "jiwar:missing": list(result.missing),
        "jiwar:hit": [_hit(hit) for hit in result.hits],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {"@type": "jiwar:Hit", "jiwar:verdict": hit.finding.verdict.value, "jiwar:rule": _rule(hit.rule)}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "@id": f"jiwar:rule/{rule.key}",
        "@type": "jiwar:Rule",
        "rdfs:label": _texts(rule.sentence),
        "dct:source": [_source(citation) for citation in rule.citations],
    }


def _source(citation: Citation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "dct:bibliographicCitation": citation.article,
        "jiwar:quality": citation.quality.value,
    }
    return told | ({"rdfs:seeAlso": {"@id": citation.url}} if citation.url else {})


def _duty(duty: Duty) -> dict[str, Any]:
    return {
        "@type": "dpv:Obligation",
        "dct:identifier": duty.name,
        "rdfs:label": _texts(duty.text),
        "jiwar:owner": duty.owner.value,
        "jiwar:due": duty.due.value,
        "jiwar:state": duty.state.value,
        "dct:source": [_source(citation) for citation in duty.citations],
    }


def _texts(words: Words) -> list[dict[str, str]]:
    return [{"@value": words[language], "@language": language} for language in LANGUAGES]
