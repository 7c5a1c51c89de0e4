"""One flow on one day: gates, lead times, switches, duties and what is not coded."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml

from jiwar.law import (
    CODED_FROM,
    CODED_UNTIL,
    Data,
    DutyState,
    Flow,
    Gate,
    LawError,
    Verdict,
    assess,
)
from jiwar.law.building import ENGAGEMENTS, flow_of
from jiwar.law.eu.gdpr.adequacy_table import decisions, read_decisions
from jiwar.law.questions import answered
from jiwar.law.what_if import read_switch, what_if

ON = dt.date(2026, 11, 22)
E1 = answered(
    Flow(),
    yaml.load(
        (Path(__file__).parent / "cases" / "e01-ecu-tests-in-morocco.yaml").read_text("utf-8"),
        Loader=yaml.BaseLoader,  # noqa: S506 - every scalar stays text
    )["flow"],
)


def test_verdicts_are_ordered_by_strictness_not_by_spelling() -> None:
    order = [
        "allowed",
        "allowed_with_mechanism",
        "allowed_after_authorisation",
        "manual_review",
        "not_coded",
        "blocked",
    ]
    assert [verdict.value for verdict in sorted(Verdict)] == order
    assert max(Verdict.ALLOWED, Verdict.BLOCKED) is Verdict.BLOCKED
    with pytest.raises(TypeError):
        _ = Verdict.ALLOWED < "blocked"


@pytest.mark.parametrize("day", [CODED_FROM - dt.timedelta(days=1), CODED_UNTIL + dt.timedelta(days=1)])
def test_a_day_outside_what_is_coded_is_not_coded(day: dt.date) -> None:
    assert {result.verdict for result in assess(E1, day).gates.values()} == {Verdict.NOT_CODED}


def test_the_adequacy_switch_removes_tools_and_assessment_and_nothing_else() -> None:
    on = dt.date(2028, 6, 1)
    before = assess(E1, on)
    after = assess(E1, on, switches={"adequacy:MA": dt.date(2028, 1, 1)})
    gone = {duty.name for duty in before.duties} - {duty.name for duty in after.duties}
    new = {duty.name for duty in after.duties} - {duty.name for duty in before.duties}
    assert gone == {"scc_annexes", "authority_requests", "transfer_impact_assessment", "reassess_transfer"}
    assert new == {"watch_adequacy"}
    for gate in set(Gate) - {Gate.PRIVACY_EU}:
        assert before.gates[gate].hits == after.gates[gate].hits
    early = assess(E1, dt.date(2027, 12, 31), switches={"adequacy:MA": dt.date(2028, 1, 1)})
    assert {duty.name for duty in early.duties} == {duty.name for duty in before.duties}


def test_what_a_decision_for_morocco_would_save_is_told_in_duties_costs_and_months() -> None:
    name, day = read_switch("adequacy:MA@2028-01-01")
    found = what_if(E1, dt.date(2028, 6, 1), {name: day})
    assert {duty.cost_key for duty in found.falls_away} - {None} == {"legal_cost/scc", "legal_cost/tia"}
    assert "eu.gdpr.art46.tia" in {rule.name for rule in found.silent}
    assert [duty.name for duty in found.comes] == ["watch_adequacy"]
    assert (
        found.before.lead_months == found.after.lead_months
    )  # no statute says how long clauses and assessments take
    with pytest.raises(LawError, match="has no day"):
        read_switch("adequacy:MA")


@pytest.mark.code("L005")
@pytest.mark.parametrize("name", ["adequacy:Morocco", "adequacy", "omnibus:EU", "adequacy:ma"])
def test_an_unknown_switch_is_an_error(name: str) -> None:
    with pytest.raises(LawError) as caught:
        assess(E1, ON, switches={name: ON})
    assert caught.value.diagnostics[0].code == "L005"


def test_lead_times_follow_the_clocks_of_the_statutes() -> None:
    employees = answered(
        E1, {"categories": "ma_employee", "roles": "controller_to_controller", "scc_module": 1}
    )
    found = assess(employees, ON)
    assert found.gates[Gate.PRIVACY_LOCAL].verdict is Verdict.ALLOWED_AFTER_AUTHORISATION
    assert found.gates[Gate.PRIVACY_LOCAL].lead_months == pytest.approx(2.1)
    filed = assess(
        answered(employees, {"local_declaration": "yes", "local_transfer_authorisation": "yes"}), ON
    )
    assert filed.gates[Gate.PRIVACY_LOCAL].verdict is Verdict.ALLOWED_WITH_MECHANISM
    assert filed.gates[Gate.PRIVACY_LOCAL].lead_months == 0


def test_a_duration_that_nobody_publishes_is_named_not_guessed() -> None:
    listed = answered(
        E1, {"categories": "export_controlled", "relation": "unrelated", "results_return": "no"}
    )
    found = assess(listed, ON).gates[Gate.EXPORT_CONTROL]
    assert found.verdict is Verdict.ALLOWED_AFTER_AUTHORISATION
    assert "export_licence" in {duty.name for duty in found.unknown_leads}
    assert found.lead_months == 0


@pytest.mark.parametrize(
    ("country", "relation", "verdict"),
    [
        ("MA", "group_company", Verdict.ALLOWED_AFTER_AUTHORISATION),
        ("TN", "group_company", Verdict.ALLOWED_AFTER_AUTHORISATION),
        ("GB", "unrelated", Verdict.ALLOWED_AFTER_AUTHORISATION),
        ("PL", "group_company", Verdict.MANUAL_REVIEW),
    ],
)
def test_listed_technology_by_destination(country: str, relation: str, verdict: Verdict) -> None:
    flow = answered(
        E1,
        {
            "categories": "export_controlled", "importer_country": country, "relation": relation,
            "internal_compliance": "yes", "commercial_development": "yes", "return_and_delete": "yes",
            "results_return": "no",
        },
    )  # fmt: skip
    assert assess(flow, ON).gates[Gate.EXPORT_CONTROL].verdict is verdict


def test_the_general_authorisation_within_a_group_needs_every_condition() -> None:
    answers = {"categories": "export_controlled", "relation": "group_company", "results_return": "no"}
    missing = assess(answered(E1, answers), ON).gates[Gate.EXPORT_CONTROL]
    assert set(missing.missing) == {"internal_compliance", "commercial_development", "return_and_delete"}
    held = answers | {
        "internal_compliance": "yes",
        "commercial_development": "yes",
        "return_and_delete": "yes",
    }
    duties = {duty.name for duty in assess(answered(E1, held), ON).gates[Gate.EXPORT_CONTROL].duties}
    assert {"register_general_authorisation", "return_and_delete_technology"} <= duties
    broken = held | {"return_and_delete": "no"}
    duties = {duty.name for duty in assess(answered(E1, broken), ON).gates[Gate.EXPORT_CONTROL].duties}
    assert "export_licence" in duties
    assert "return_and_delete_technology" not in duties


@pytest.mark.parametrize(
    ("country", "verdict"),
    [
        ("PL", Verdict.ALLOWED),
        ("GB", Verdict.ALLOWED_WITH_MECHANISM),
        ("RS", Verdict.ALLOWED_WITH_MECHANISM),
        ("IN", Verdict.ALLOWED_WITH_MECHANISM),
        ("TR", Verdict.ALLOWED_AFTER_AUTHORISATION),
        ("TN", Verdict.ALLOWED_AFTER_AUTHORISATION),
        ("EG", Verdict.ALLOWED_AFTER_AUTHORISATION),
        ("VN", Verdict.ALLOWED_AFTER_AUTHORISATION),
        ("UA", Verdict.MANUAL_REVIEW),
        ("MA", Verdict.MANUAL_REVIEW),
        ("KE", Verdict.NOT_CODED),
    ],
)
def test_the_law_at_the_site_by_country(country: str, verdict: Verdict) -> None:
    found = assess(answered(E1, {"importer_country": country}), ON)
    assert found.gates[Gate.PRIVACY_LOCAL].verdict is verdict


def test_law_that_started_later_is_not_coded_before() -> None:
    flow = answered(E1, {"importer_country": "EG"})
    assert assess(flow, dt.date(2025, 10, 31)).gates[Gate.PRIVACY_LOCAL].verdict is Verdict.NOT_CODED
    assert assess(flow, dt.date(2025, 11, 1)).gates[Gate.PRIVACY_LOCAL].verdict is not Verdict.NOT_CODED


def test_the_british_decision_ends_by_itself() -> None:
    flow = answered(E1, {"importer_country": "GB", "instrument": "none"})
    assert assess(flow, dt.date(2031, 12, 27)).gates[Gate.PRIVACY_EU].verdict < Verdict.MANUAL_REVIEW
    assert assess(flow, dt.date(2031, 12, 28)).gates[Gate.PRIVACY_EU].verdict is Verdict.BLOCKED


def test_classified_work_stays_unless_everything_is_cleared() -> None:
    flow = answered(E1, {"categories": "classified", "classified_cleared": "unknown"})
    assert assess(flow, ON).gates[Gate.EXPORT_CONTROL].verdict is Verdict.BLOCKED
    cleared = answered(flow, {"classified_cleared": "yes"})
    assert assess(cleared, ON).gates[Gate.EXPORT_CONTROL].verdict is Verdict.ALLOWED_AFTER_AUTHORISATION


def test_a_works_agreement_that_does_not_name_the_data_blocks_their_transfer() -> None:
    answers = {
        "categories": "employee",
        "works_council": "yes",
        "works_agreement": "yes",
        "tools_can_monitor": "yes",
    }
    flow = answered(E1, answers | {"within_works_agreement": "no"})
    assert assess(flow, dt.date(2025, 5, 7)).gates[Gate.PRIVACY_EU].verdict < Verdict.MANUAL_REVIEW
    assert assess(flow, dt.date(2025, 5, 8)).gates[Gate.PRIVACY_EU].verdict is Verdict.BLOCKED


def test_a_vehicle_number_that_leads_to_nobody_is_a_question_not_a_refusal() -> None:
    flow = answered(E1, {"categories": "vin", "instrument": "none"})
    assert assess(flow, ON).gates[Gate.PRIVACY_EU].verdict is Verdict.BLOCKED
    found = assess(answered(flow, {"holder_identifiable": "no"}), ON).gates[Gate.PRIVACY_EU]
    assert found.verdict is Verdict.MANUAL_REVIEW
    assert found.questions


def test_duties_are_open_done_or_unknown_as_the_flow_says() -> None:
    states = {
        answer: {duty.name: duty.state for duty in assess(answered(E1, {"record": answer}), ON).duties}
        for answer in ("yes", "no", "unknown")
    }
    assert states["yes"]["record_of_processing"] is DutyState.DONE
    assert states["no"]["record_of_processing"] is DutyState.OPEN
    assert states["unknown"]["record_of_processing"] is DutyState.UNKNOWN


def test_days_after_the_review_say_that_law_is_carried_forward() -> None:
    assert not assess(E1, ON).carried_forward
    assert assess(E1, dt.date(2027, 1, 1)).carried_forward


@pytest.mark.parametrize("engagement", ENGAGEMENTS)
def test_an_engagement_means_something_in_law_and_nothing_more(engagement: str) -> None:
    flow = flow_of("DE", "MA", engagement, {"categories": ["vin"], "roles": "controller_to_processor"})
    assert flow.categories == frozenset({Data.VIN})
    assert flow.relation is not None
    assert (flow.client_instructions is True) == (engagement == "employer_of_record")
    assert flow.travel_days_to_germany is None
    explicit = flow_of("DE", "MA", engagement, {"client_instructions": "no"})
    assert explicit.client_instructions is False


@pytest.mark.code("L003")
def test_an_impossible_flow_reports_every_problem() -> None:
    with pytest.raises(LawError) as caught:
        Flow(
            exporter_country="Germany",
            importer_country="XXL",
            scc_module=7,
            categories=frozenset(),
            posting_months=-1,
        )
    assert [item.code for item in caught.value.diagnostics] == ["L003"] * 5
    with pytest.raises(LawError, match="captve"):
        flow_of("DE", "MA", "captve")


@pytest.mark.code("L007")
def test_a_damaged_adequacy_table_names_every_bad_row() -> None:
    good = {
        "territory": "BR", "name": "Brazil", "scope": "general", "start": "2026-01-26", "end": "",
        "act": "x", "quality": "S", "url": "", "note": "",
    }  # fmt: skip
    with pytest.raises(LawError) as caught:
        read_decisions([good, good | {"start": "26 January"}, good | {"start": "2027-01-01"}])
    messages = [item.message for item in caught.value.diagnostics]
    assert len(messages) == 2
    assert "row 3" in messages[0]
    assert "row 4 overlaps" in messages[1]


def test_the_adequacy_table_holds_sixteen_territories_and_one_organisation() -> None:
    assert len(decisions()) == 17
    assert "MA" not in decisions()


def test_work_that_moves_within_germany_is_coded_too() -> None:
    data = {"categories": "anonymous", "roles": "controller_to_processor", "technology_checked": "yes"}
    people = {
        "client_instructions": "no",
        "works_council": "no",
        "essential_parts_move": "no",
        "home_employees": 15,
    }
    at_home = flow_of("DE", "DE", "provider", data, people)
    found = assess(at_home, ON)
    assert all(result.verdict is not Verdict.NOT_CODED for result in found.gates.values())
    assert found.gates[Gate.LABOUR_TRAVEL].verdict is Verdict.ALLOWED
    lent = answered(at_home, {"staffing": "body_leasing"})
    assert assess(lent, ON).gates[Gate.LABOUR_TRAVEL].verdict is Verdict.MANUAL_REVIEW
