"""The list of countries of the CNDP was not found: no verdict rests on who is said to stand on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import yaml

from jiwar.law import Flow, Gate, GateResult, Verdict, assess
from jiwar.law.questions import answered

_CASE = yaml.load(
    (Path(__file__).parent / "cases" / "e01-ecu-tests-in-morocco.yaml").read_text("utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506 - every scalar stays text
)
E1 = answered(Flow(), _CASE["flow"])
STAFF = {"categories": "ma_employee", "roles": "controller_to_controller", "local_declaration": "yes"}


def local(answers: Mapping[str, object]) -> GateResult:
    return assess(answered(E1, answers), dt.date(2027, 4, 1)).gates[Gate.PRIVACY_LOCAL]


def asked(result: GateResult) -> bool:
    return any("465-2013" in words.en for words in result.questions)


def test_data_of_moroccan_staff_need_the_authority_and_the_list_is_asked_for() -> None:
    found = local(STAFF)
    assert found.verdict is Verdict.ALLOWED_AFTER_AUTHORISATION
    assert asked(found)
    granted = local({**STAFF, "local_transfer_authorisation": "yes"})
    assert granted.verdict is Verdict.ALLOWED_WITH_MECHANISM
    assert not asked(granted)


def test_going_on_from_morocco_to_a_european_state_is_a_question_and_no_silent_yes() -> None:
    filed = {"local_representative": "yes", "local_declaration": "yes", "results_return": "no"}
    assert local({**filed, "onward_countries": ""}).verdict is Verdict.ALLOWED_WITH_MECHANISM
    found = local({**filed, "onward_countries": "FR"})
    assert found.verdict is Verdict.MANUAL_REVIEW
    assert asked(found)
    unlisted = local({**filed, "onward_countries": "FR, US", "local_transfer_ground": "no"})
    assert unlisted.verdict is Verdict.BLOCKED
