"""What legal duties cost: the case's own numbers, once for what each duty is about; a gap is named, not zero."""

from __future__ import annotations

import numpy as np
import pytest

import jiwar
from jiwar.case import Assumption, Case
from jiwar.facts import Facts
from jiwar.law.coverage import cost_units
from jiwar.law.finding import DutyState
from jiwar.options import LINE_INDEX, Engagement, Options
from jiwar.options.legal_costs import SCOPES, Scope, duty_costs, given_cost, not_given, shared_duties
from jiwar.options.pricing import BUILD_MONTHS
from jiwar.provenance import Origin, OriginKind

DUTIES = LINE_INDEX["legal_duties"]


def _assume(case: Case, **costs: str) -> Case:
    made = tuple(
        Assumption.model_validate({"fact": f"legal_cost/{name}", "value": value, "reason": "offer"})
        for name, value in costs.items()
    )
    return case.model_copy(update={"assumptions": (*case.assumptions, *made)})


@pytest.fixture(scope="module")
def few(case: Case) -> Case:
    """The demo at home, in Casablanca and in Tunis only, one start."""
    return case.model_copy(update={"sites": ("stuttgart", "casablanca", "tunis"), "starts": case.starts[-1:]})


@pytest.fixture(scope="module")
def plain(few: Case) -> Options:
    """Its options without any assumed cost."""
    return jiwar.enumerate_options(few)


@pytest.fixture(scope="module")
def costed(few: Case) -> Options:
    """Its options with an assumed cost of every duty: 1 000 EUR once, the representative 1 200 EUR a year."""
    costs = {key.removeprefix("legal_cost/"): "1000 EUR" for key in SCOPES}
    return jiwar.enumerate_options(_assume(few, **(costs | {"moroccan_representative": "1200 EUR/year"})))


def test_every_cost_that_a_rule_can_ask_for_has_a_scope() -> None:
    assert set(SCOPES) == set(cost_units())


def test_a_cost_is_read_with_its_range_and_its_rhythm(few: Case) -> None:
    case = _assume(few, tia="12 kEUR", moroccan_representative="500 EUR/year")
    once, yearly = (given_cost(case, f"legal_cost/{name}") for name in ("tia", "moroccan_representative"))
    assert once is not None
    assert yearly is not None
    assert (once.low_eur, once.mid_eur, once.high_eur, once.yearly) == (12e3, 12e3, 12e3, False)
    assert (yearly.mid_eur, yearly.yearly, yearly.reason) == (500.0, True, "offer")
    assert given_cost(case, "legal_cost/bcr") is None


def test_what_is_not_given_is_named_and_costs_nothing_silently(plain: Options, costed: Options) -> None:
    assert not plain.flows_eur[:, DUTIES].any()
    named = {key for option in plain.items for key in option.not_priced}
    assert "legal_cost/tia" in named
    for before, after in zip(plain.items, costed.items, strict=True):
        asked = {
            duty.cost_key
            for _, assessment in (*before.assessments, *before.later)
            for duty in assessment.duties
            if duty.cost_key and duty.state is not DutyState.DONE
        }
        assert set(before.not_priced) == asked
        assert after.not_priced == ()
        country = plain.facts.sites[before.site].country
        assert not_given(plain.case, before, country) == before.not_priced


def test_own_duties_are_paid_at_the_start_and_shared_ones_not_by_the_option(costed: Options) -> None:
    seen_own = 0
    for option in costed.items:
        country = costed.facts.sites[option.site].country
        own = [one for one in duty_costs(costed.case, option, country) if not one.shared]
        paid = costed.flows_eur[option.index, DUTIES]
        if option.start is None:
            assert not paid.any()
            continue
        expected = np.zeros(costed.horizon.months)
        start = costed.horizon.index(option.start)
        for one in own:
            month = start + BUILD_MONTHS if one.after_hand_over else start
            if month < len(expected):
                expected[month] += 1000.0
        assert paid == pytest.approx(expected)
        seen_own += len(own)
        assert all(one.scope in {Scope.DATA_FLOW, Scope.TRANSFER} for one in own)
    assert seen_own > 0


def test_a_duty_of_one_package_rests_on_the_assumption(costed: Options) -> None:
    index = next(option.index for option in costed.items if costed.flows_eur[option.index, DUTIES].any())
    origins = costed.trace(index, "legal_duties")
    assert all(origin.kind is OriginKind.CASE for origin in origins)
    assert Origin(OriginKind.CASE, "assumptions/legal_cost/tia") in origins


def test_a_shared_duty_is_listed_once_with_all_that_need_it(costed: Options, plain: Options) -> None:
    assert shared_duties(plain) == ()
    listed = {duty.name: duty for duty in shared_duties(costed)}
    assert listed
    for name, duty in listed.items():
        packages = {costed.items[index].work_package for index in duty.needed_from}
        assert packages, name
        for index, month in duty.needed_from.items():
            option = costed.items[index]
            assert option.start is not None
            waited = month - costed.horizon.index(option.start)
            handed = option.engagement is Engagement.BUILD_OPERATE_TRANSFER and waited == BUILD_MONTHS
            assert waited == 0 or handed
            assert option.feasible
    yearly = [duty for name, duty in listed.items() if name.startswith("moroccan_representative")]
    assert all(duty.once_eur == 0.0 for duty in yearly)
    assert [duty.per_month_eur for duty in yearly] == pytest.approx([100.0] * len(yearly))


def test_assumed_costs_replace_no_fact(few: Case, facts: Facts) -> None:
    options = jiwar.enumerate_options(_assume(few, tia="12 kEUR"), facts)
    assert options.facts is facts
    assert "legal_cost/tia" not in facts
