"""Whether a site passes data on is asked for: nobody's silence means that it does not."""

from __future__ import annotations

from typing import Any

import pytest

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.law import Flow, Gate, Verdict, assess
from jiwar.options.engagement import Engagement
from jiwar.options.flows import flow_of


def asked(case: Case, facts: Facts, of_case: dict[str, Any], of_flow: dict[str, Any] | None = None) -> Flow:
    """The question about the logs of the rigs, with these answers about passing data on."""
    answers = case.answers.model_copy(update={"passed_on": None, "onward_countries": None, **of_case})
    flow = case.data_flows[0]
    own = flow.model_copy(update={"answers": flow.answers.model_copy(update=of_flow or {})})
    changed = case.model_copy(update={"answers": answers})
    return flow_of(changed, own, facts.sites["stuttgart"], facts.sites["casablanca"], Engagement.CAPTIVE)


@pytest.mark.parametrize(
    ("of_case", "of_flow", "countries"),
    [
        ({}, {}, None),
        ({"passed_on": False}, {}, frozenset()),
        ({"passed_on": True}, {}, None),
        ({"passed_on": True, "onward_countries": ("US",)}, {}, frozenset({"US"})),
        ({"onward_countries": ("US",)}, {}, frozenset({"US"})),
        ({"passed_on": False, "onward_countries": ("US",)}, {}, frozenset({"US"})),
        ({"passed_on": False}, {"passed_on": True}, None),
        ({"passed_on": False}, {"onward_countries": ("US",)}, frozenset({"US"})),
        ({"passed_on": True}, {"passed_on": False}, frozenset()),
    ],
)
def test_answers_about_passing_on(
    of_case: dict[str, Any],
    of_flow: dict[str, Any],
    countries: frozenset[str] | None,
    case: Case,
    facts: Facts,
) -> None:
    assert asked(case, facts, of_case, of_flow).onward_countries == countries


def test_silence_is_a_manual_review_that_names_the_question(case: Case, facts: Facts) -> None:
    silent = assess(asked(case, facts, {}), case.starts[0].first_day).gates[Gate.PRIVACY_EU]
    assert silent.verdict is Verdict.MANUAL_REVIEW
    assert "onward_countries" in silent.missing
    told = assess(asked(case, facts, {"passed_on": False}), case.starts[0].first_day).gates[Gate.PRIVACY_EU]
    assert told.verdict is Verdict.ALLOWED_WITH_MECHANISM
