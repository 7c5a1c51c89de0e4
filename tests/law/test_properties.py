"""What holds for every flow: unknown never means yes, less protection and more data never help."""

from __future__ import annotations

import datetime as dt
import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jiwar.law import Data, Flow, Gate, Instrument, Tia, Verdict, assess, strictest

_SPEC = importlib.util.spec_from_file_location("law_flows", Path(__file__).with_name("flows.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
_FLOWS = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_FLOWS)
FIELDS, DAYS, flows = _FLOWS.FIELDS, _FLOWS.DAYS, _FLOWS.flows

SAFEGUARDS: dict[str, tuple[Any, Any]] = {
    "instrument": (Instrument.SCC, Instrument.NONE),
    "tia": (Tia.PASSED, Tia.MISSING),
    **dict.fromkeys(
        (
            "processing_contract", "controller_authorisation", "notice", "record", "dpia", "anonymisation_tested",
            "authors_removed", "works_agreement", "within_works_agreement", "local_representative",
            "local_declaration", "local_authorisation", "local_transfer_authorisation", "local_transfer_ground",
            "technology_checked", "export_licence", "internal_compliance", "commercial_development",
            "return_and_delete", "classified_cleared", "customer_permits", "prototype_label",
            "instrument_approved", "art49_ground_proven", "within_adequacy_scope",
        ),
        (True, False),
    ),
}  # fmt: skip

many = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _with(flow: Flow, name: str, value: Any) -> Flow:
    changes: dict[str, Any] = {name: value}
    return replace(flow, **changes)


def _worse_or_equal(before: Flow, after: Flow, on: dt.date) -> None:
    first, second = assess(before, on), assess(after, on)
    for gate in Gate:
        assert second.gates[gate].verdict >= first.gates[gate].verdict, gate
    assert second.overall >= first.overall


@many
@given(flow=flows(), on=DAYS, name=st.sampled_from(sorted(SAFEGUARDS)))
def test_removing_a_safeguard_never_improves_a_verdict(flow: Flow, on: dt.date, name: str) -> None:
    present, absent = SAFEGUARDS[name]
    _worse_or_equal(_with(flow, name, present), _with(flow, name, absent), on)


@many
@given(flow=flows(), on=DAYS, name=st.sampled_from(sorted(set(SAFEGUARDS) - {"instrument"})))
def test_forgetting_a_safeguard_never_improves_a_verdict(flow: Flow, on: dt.date, name: str) -> None:
    present, _ = SAFEGUARDS[name]  # a wrong instrument is worse than an unknown one, so it is left out here
    _worse_or_equal(_with(flow, name, present), _with(flow, name, None), on)


@many
@given(flow=flows(), on=DAYS, kind=st.sampled_from(list(Data)))
def test_adding_a_data_category_never_improves_a_verdict(flow: Flow, on: dt.date, kind: Data) -> None:
    assume(flow.categories is not None)
    assert flow.categories is not None
    _worse_or_equal(flow, replace(flow, categories=flow.categories | {kind}), on)


@many
@given(flow=flows(), on=DAYS, data=st.data())
def test_a_mild_verdict_survives_whatever_the_unknown_turns_out_to_be(
    flow: Flow, on: dt.date, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(FIELDS)))
    assume(name != "exporter_country")
    unknown = assess(_with(flow, name, None), on)
    value = data.draw(FIELDS[name])
    known = assess(_with(flow, name, value), on)
    for gate in Gate:
        verdict = unknown.gates[gate].verdict
        if verdict < Verdict.MANUAL_REVIEW:
            assert known.gates[gate].verdict <= verdict, (gate, name, value)


@many
@given(flow=flows(), on=DAYS)
def test_a_missing_input_makes_a_manual_review_at_least(flow: Flow, on: dt.date) -> None:
    for result in assess(flow, on).gates.values():
        if result.missing:
            assert result.verdict >= Verdict.MANUAL_REVIEW
            assert all(getattr(flow, name) is None for name in result.missing)


def test_a_flow_of_which_nothing_is_known_is_never_allowed() -> None:
    for result in assess(Flow(), dt.date(2026, 11, 22)).gates.values():
        assert result.verdict is Verdict.MANUAL_REVIEW
        assert set(result.missing) == {"importer_country", "categories"}


@many
@given(flow=flows(), on=DAYS)
def test_gates_take_the_strictest_hit_and_the_union_of_duties_and_citations(flow: Flow, on: dt.date) -> None:
    found = assess(flow, on)
    assert found.overall is strictest(result.verdict for result in found.gates.values())
    for result in found.gates.values():
        for hit in result.hits:
            assert hit.finding.verdict <= result.verdict
            assert set(hit.rule.citations) <= set(result.citations)
            assert {duty.name for duty in hit.finding.duties} <= {duty.name for duty in result.duties}
    assert len({duty.name for duty in found.duties}) == len(found.duties)
