"""Build-operate-transfer is judged twice: with a provider first, and as an own unit on the day of the hand-over."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.law import Gate, Verdict, strictest
from jiwar.options import Options
from jiwar.options.assessment import assess_flows, assess_options
from jiwar.options.distances import Distance
from jiwar.options.engagement import Engagement
from jiwar.options.hand_over import assess_after, hand_over
from jiwar.options.judging import judge_at, judge_case
from jiwar.options.option import Option
from jiwar.periods import Month

BOT = Engagement.BUILD_OPERATE_TRANSFER


def test_the_unit_is_handed_over_after_two_years_within_the_horizon(case: Case) -> None:
    assert hand_over(case, BOT, Month(2027, 4)) == Month(2029, 4)
    assert hand_over(case, BOT, Month(2030, 4)) is None  # beyond the horizon: nothing is paid for it either
    assert hand_over(case, Engagement.PROVIDER, Month(2027, 4)) is None


def test_every_option_that_is_handed_over_is_judged_for_both_times(options: Options) -> None:
    handed = [option for option in options.items if option.later]
    assert {option.engagement for option in handed} == {BOT}
    for option in handed:
        assert option.start is not None
        assert [name for name, _ in option.later] == [name for name, _ in option.assessments]
        days = {assessment.on for _, assessment in option.later}
        assert days == {(option.start + 24).first_day}
        assert {assessment.on for _, assessment in option.assessments} == {option.start.first_day}
        assert {str(one.flow.relation) for _, one in option.later} <= {"group_company", "same_legal_entity"}


def test_the_verdict_is_the_stricter_one_and_the_duties_are_those_of_both(options: Options) -> None:
    for option in options.items:
        if not option.later:
            continue
        joint = option.assessment
        assert joint is not None
        both = [one for _, one in (*option.assessments, *option.later)]
        for gate in Gate:
            assert joint.gates[gate].verdict is strictest(one.gates[gate].verdict for one in both)
        assert {duty.name for duty in joint.duties} == {duty.name for one in both for duty in one.duties}


def test_listed_technology_changes_its_duties_with_the_hand_over(case: Case, facts: Facts) -> None:
    """The general authorisation for groups (EU007) is open to the own unit only, never to a provider."""
    flow = case.data_flows[0]
    listed = case.model_copy(
        update={
            "data_flows": (
                flow.model_copy(update={"categories": ("export_controlled",)}),
                *case.data_flows[1:],
            )
        }
    )
    answers = case.answers.model_copy(
        update={"internal_compliance": True, "commercial_development": True, "return_and_delete": True}
    )
    listed = listed.model_copy(update={"answers": answers})
    before, after = judge_at(listed, facts, "casablanca", "build_operate_transfer")[:2]
    assert (before.handed_over, after.handed_over) == (None, Month(2029, 4))
    assert "register_general_authorisation" not in {duty.name for duty in before.assessment.duties}
    assert "register_general_authorisation" in {duty.name for duty in after.assessment.duties}


def test_what_is_blocked_only_later_blocks_the_option_and_names_the_month(
    case: Case, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    option = Option(0, "simulation", 1.0, "casablanca", BOT, Month(2027, 4))
    first = assess_flows(case, facts, option)
    assert all(one.overall < Verdict.NOT_CODED for one in first.values())

    def strict(*_: object) -> tuple[tuple[str, object], ...]:
        found = []
        for name, one in assess_after(case, facts, "simulation", "casablanca", Month(2029, 4)):
            gates = dict(one.gates)
            gates[Gate.EXPORT_CONTROL] = replace(gates[Gate.EXPORT_CONTROL], verdict=Verdict.BLOCKED)
            found.append((name, replace(one, gates=gates)))
        return tuple(found)

    monkeypatch.setattr("jiwar.options.assessment.assess_after", strict)
    near = {"casablanca": Distance.__new__(Distance)}
    object.__setattr__(near["casablanca"], "shared_hours_per_day", 8.0)
    (judged,) = assess_options(case, facts, near, (option,))
    (reason,) = judged.blocked
    assert reason.after_hand_over
    assert reason.sentence.startswith("models: After the hand-over in 2029-04: ")


def test_the_case_is_judged_for_both_times_too(case: Case, facts: Facts) -> None:
    judged = judge_case(case, facts)
    later = [one for one in judged if one.handed_over is not None]
    assert later
    for one in later:
        assert one.engagements == (BOT.value,)
        assert one.assessment.on == dt.date(2029, 4, 1)
        assert any(
            other.data_flow == one.data_flow
            and other.country == one.country
            and BOT.value in other.engagements
            for other in judged
            if other.handed_over is None
        )
