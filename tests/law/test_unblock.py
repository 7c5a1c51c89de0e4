"""The smallest change is searched, minimal, and really unblocks."""

from __future__ import annotations

import datetime as dt
import importlib.util
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings

from jiwar.law import Flow, Verdict, assess
from jiwar.law.building import flow_of
from jiwar.law.change import CHANGES, Change
from jiwar.law.unblock import smallest_change, ways_out

_SPEC = importlib.util.spec_from_file_location("law_flows_again", Path(__file__).with_name("flows.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
_FLOWS = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_FLOWS)

ON = dt.date(2027, 4, 1)
LOGS = {
    "categories": "vin, telematics",
    "roles": "processor_to_subprocessor",
    "access": "remote_edit",
    "systematic": "yes",
    "instrument": "scc",
    "scc_module": 3,
    "importer_under_gdpr": "no",
    "tia": "passed",
    "processing_contract": "yes",
    "controller_authorisation": "yes",
}


def _names(flow: Flow) -> list[str]:
    way = smallest_change(flow, ON)
    assert way is not None
    return [change.name for change in way.changes]


@pytest.mark.parametrize(
    ("engagement", "answers", "changes"),
    [
        ("captive", {"tia": "missing"}, ["pass_tia"]),
        ("captive", {"scc_module": 2}, ["sign_clauses"]),
        (
            "provider",
            {"instrument": "none", "tia": "missing"},
            ["sign_clauses", "pass_tia"],
        ),
        ("provider", {"controller_authorisation": "no"}, ["get_controller_authorisation"]),
        ("employer_of_record", {"travel_days_to_germany": 5}, ["remote_only"]),
        ("captive", {"categories": "vin, video_raw", "dpia": "no"}, ["make_dpia"]),
        ("captive", {"customer_permits": "no"}, ["get_customer_consent"]),
    ],
)
def test_the_smallest_change(engagement: str, answers: dict[str, str], changes: list[str]) -> None:
    flow = flow_of("DE", "MA", engagement, LOGS, answers)
    assert assess(flow, ON).overall is Verdict.BLOCKED
    found = _names(flow)
    assert len(found) <= len(changes)
    assert any(set(changes) == {change.name for change in way.changes} for way in ways_out(flow, ON))
    if len(changes) == 1:
        assert found == changes


def test_nothing_to_change_where_nothing_is_blocked_and_no_way_where_law_is_not_coded() -> None:
    fine = smallest_change(flow_of("DE", "MA", "captive", LOGS), ON)
    assert fine is not None
    assert fine.changes == ()
    assert smallest_change(flow_of("DE", "KE", "captive", LOGS), ON) is None


def _by_brute_force(flow: Flow, most: int) -> int | None:
    for size in range(most + 1):
        for chosen in combinations(CHANGES, size):
            if _unblocked(flow, chosen):
                return size
    return None


def _unblocked(flow: Flow, chosen: tuple[Change, ...]) -> bool:
    for change in chosen:
        after = change.apply(flow)
        if after is None:
            return False
        flow = after
    return assess(flow, ON).overall <= Verdict.MANUAL_REVIEW


@settings(max_examples=25, deadline=None)
@given(flow=_FLOWS.flows())
def test_no_smaller_set_of_changes_exists(flow: Flow) -> None:
    way = smallest_change(flow, ON)
    expected = _by_brute_force(flow, 2)
    if expected is not None:
        assert way is not None
        assert len(way.changes) == expected
        assert way.after.overall <= Verdict.MANUAL_REVIEW
    else:
        assert way is None or len(way.changes) > 2


def test_every_change_is_explained_in_three_languages_and_named_once() -> None:
    assert len({change.name for change in CHANGES}) == len(CHANGES)
    assert all(change.sentence.complete for change in CHANGES)
