"""Wage support in the price of an option, against a plain walk through its months."""

from __future__ import annotations

import numpy as np
import pytest

import jiwar
from jiwar.case import Case, Support, TeamLine
from jiwar.facts import Facts, FactValues
from jiwar.law.payroll import moroccan_month
from jiwar.options import LINE_INDEX, Engagement, Option, Options
from jiwar.options.assumptions import overrides
from jiwar.options.distances import distances
from jiwar.options.law_money import LawMoney
from jiwar.options.pricing import BUILD_MONTHS, PricedOption, Pricer
from jiwar.options.rates import Rates
from jiwar.options.wage_support import cliff_of, cliff_of_option
from jiwar.periods import Month
from jiwar.provenance import OriginKind

SUPPORT = LINE_INDEX["support"]
LAST = Month(2030, 12)


def _claiming(case: Case, **answers: object) -> Case:
    said = {"counted_on": True, "sites": {"rabat": "Technopolis"}} | answers
    return case.model_copy(update={"support": Support.model_validate({"offshoring": said})})


@pytest.fixture(scope="module")
def small(case: Case) -> Case:
    """One package of one skill, home and Rabat; team leads, so that pay passes the cap on income tax."""
    line = TeamLine.model_construct(
        work_package="documentation",
        role="engineering_manager",
        seniority="lead",
        start=case.horizon.start,
        people=6.0,
        employed=2.0,
    )
    package = case.work_package("documentation").model_copy(update={"shares": (1.0,), "after": ()})
    update = {
        "sites": ("stuttgart", "rabat"),
        "team": (line,),
        "work_packages": (package,),
        "interactions": (),
        "open_posts": {},
    }
    return case.model_copy(update=update)


def _priced(case: Case, facts: Facts, option: Option, **draws: np.ndarray) -> PricedOption:
    home = facts.sites[case.company.home]
    keys = {"wage_growth/MA": draws["growth"]} if draws else None
    values = FactValues(facts, overrides(case, facts), keys)
    rates = Rates(values, case.horizon)
    pricer = Pricer(case, facts, rates, distances(facts, values, home, case.sites, case.horizon))
    return LawMoney(case, facts, rates).add(option, pricer.price(option))


def _walked(
    case: Case, facts: Facts, heads: np.ndarray, *, moroccan: float, net: bool, before: float = 0.0
) -> np.ndarray:
    """Walk through the months of one team of one skill: tax above the cap, premiums once due; EUR."""
    values = FactValues(facts)
    per_eur, leaving = float(values("fx/MAD")[0]), float(values("attrition/MA")[0])
    gross = values.aged("pay/MA-rabat/engineering_manager/lead", case.horizon)[0]
    paid, most = np.zeros(len(heads)), before
    for month, people in enumerate(heads):
        day = case.horizon.month(month)
        if day > LAST:
            break
        tax = moroccan_month(np.array([gross[month] / 12.0]), on=Month(day.year, 1).first_day).income_tax_mad[
            0
        ]
        if net:
            paid[month] += people * max(tax - 0.20 * gross[month] / 12.0, 0.0)
        created, most = max(people - most, 0.0), max(people, most)
        for delay, rate in ((18, 0.17), *((12 * year, 0.035 * moroccan) for year in range(1, 6))):
            due = month + delay
            if due < len(heads) and case.horizon.month(due) <= LAST:
                paid[due] += rate * created * gross[month] * (1.0 - leaving) ** (delay / 12.0)
    return paid / per_eur


@pytest.mark.parametrize(("moroccan", "net"), [("95 %", "yes"), ("95 %", "no"), ("0 %", "yes")])
def test_a_captive_receives_what_a_walk_through_its_months_finds(
    small: Case, facts: Facts, moroccan: str, net: str
) -> None:
    claiming = _claiming(small, moroccan_share=moroccan, pay_agreed_net=net)
    options = jiwar.enumerate_options(claiming)
    for option in options.of("documentation"):
        if option.engagement is not Engagement.CAPTIVE:
            continue
        heads = _priced(small, facts, option).people_away[0]
        share = float(moroccan.removesuffix(" %")) / 100
        expected = _walked(small, facts, heads, moroccan=share, net=net == "yes")
        assert -options.flows_eur[option.index, SUPPORT] == pytest.approx(expected, rel=1e-6)
        assert expected.sum() > 0
        parts = options.wage_support_eur[option.index]
        assert np.sum(list(parts.values()), axis=0) == pytest.approx(expected, rel=1e-6)


def test_only_own_units_at_claimed_sites_receive_anything(small: Case) -> None:
    everywhere = small.model_copy(update={"sites": ("stuttgart", "rabat", "fes", "krakow")})
    options = jiwar.enumerate_options(_claiming(everywhere, moroccan_share="95 %"))
    for option in options.items:
        may = option.engagement.own_unit and option.site == "rabat"
        received = options.flows_eur[option.index, SUPPORT].any()
        assert may or not received
        if option.engagement is Engagement.CAPTIVE and may:
            assert received


def test_default_no_claim_and_unknown_answers_are_no_money(case: Case, small: Case) -> None:
    assert case.support == Support()
    plain = jiwar.enumerate_options(small)
    for changed in (
        _claiming(small, counted_on=False, moroccan_share="95 %", pay_agreed_net="yes"),
        _claiming(small, sites={}, moroccan_share="95 %", pay_agreed_net="yes"),
    ):
        options = jiwar.enumerate_options(changed)
        assert np.array_equal(options.flows_eur, plain.flows_eur)
        assert options.wage_support_eur == {}
    unanswered = jiwar.enumerate_options(_claiming(small))
    for parts in unanswered.wage_support_eur.values():
        assert not parts["training"].any()
        assert not parts["income_tax"].any()
    assert any(parts["employment"].any() for parts in unanswered.wage_support_eur.values())


def test_support_changes_no_other_line(small: Case) -> None:
    plain = jiwar.enumerate_options(small)
    options = jiwar.enumerate_options(_claiming(small, moroccan_share="95 %", pay_agreed_net="yes"))
    others = [place for line, place in LINE_INDEX.items() if line != "support"]
    assert np.array_equal(options.flows_eur[:, others], plain.flows_eur[:, others])
    assert options.npv_eur.sum() < plain.npv_eur.sum()


def test_after_a_hand_over_people_taken_over_are_no_new_jobs(small: Case, facts: Facts) -> None:
    options = jiwar.enumerate_options(_claiming(small, moroccan_share="95 %", pay_agreed_net="yes"))
    seen = 0
    for option in options.items:
        if option.engagement is not Engagement.BUILD_OPERATE_TRANSFER or option.start is None:
            continue
        handed = options.horizon.index(option.start) + BUILD_MONTHS
        heads = _priced(small, facts, option).people_away[0]
        own = np.where(np.arange(len(heads)) >= handed, heads, 0.0)
        expected = _walked(small, facts, own, moroccan=0.95, net=True, before=float(heads[handed]))
        assert -options.flows_eur[option.index, SUPPORT] == pytest.approx(expected, rel=1e-6)
        assert not expected[:handed].any()
        seen += int(expected.any())
    assert seen


def test_nothing_is_paid_after_2030_and_the_cliff_is_told(small: Case) -> None:
    options = jiwar.enumerate_options(_claiming(small, moroccan_share="95 %", pay_agreed_net="yes"))
    end = options.horizon.index(LAST) + 1
    assert not options.flows_eur[:, SUPPORT, end:].any()
    index = next(index for index, parts in options.wage_support_eur.items() if parts["income_tax"].any())
    received = -options.flows_eur[index, SUPPORT]
    cliff = cliff_of(options.horizon, received)
    assert cliff is not None
    assert cliff.last_month == LAST
    assert cliff.last_year_eur == pytest.approx(received[end - 12 : end].sum())
    assert cliff.year_after_eur == 0.0
    assert cliff_of_option(options, index) == cliff
    assert cliff_of(options.horizon, np.zeros(options.horizon.months)) is None
    assert cliff_of_option(options, options.staying()[0]) is None


def test_in_the_other_readings_claims_run_off_and_premiums_come_every_year(small: Case) -> None:
    said = {"counted_on": True, "sites": {"rabat": "Technopolis"}, "moroccan_share": "95 %"}

    def received(**readings: str) -> np.ndarray:
        support = Support.model_validate({"offshoring": said, "readings": readings})
        options = jiwar.enumerate_options(small.model_copy(update={"support": support}))
        return np.asarray(-options.flows_eur[:, SUPPORT].sum(axis=0))

    default, run_off, yearly = (
        received(),
        received(entitlements_after_2030="run_off"),
        received(employment_premium="every_year"),
    )
    end = small.horizon.index(LAST) + 1
    assert np.array_equal(default[:end], run_off[:end])
    assert run_off[end:].sum() > 0
    assert yearly[:end].sum() > default[:end].sum()
    assert not yearly[end:].any()


def test_support_rests_on_rules_facts_and_the_line_of_the_case(small: Case) -> None:
    options = jiwar.enumerate_options(_claiming(small, moroccan_share="95 %", pay_agreed_net="yes"))
    index = next(index for index, parts in options.wage_support_eur.items() if parts["income_tax"].any())
    origins = options.trace(index, "support")
    assert {origin.key for origin in origins if origin.kind is OriginKind.CASE} == {"support/offshoring"}
    rules = {origin.key for origin in origins if origin.kind is OriginKind.RULE}
    assert rules == {
        f"ma.offshoring.{name}@2025-07-01"
        for name in ("income-tax-cap", "employment-premium", "training-premium")
    }


def test_draws_are_priced_with_their_own_pay(small: Case, facts: Facts) -> None:
    claiming = _claiming(small, moroccan_share="95 %", pay_agreed_net="yes")
    options: Options = jiwar.enumerate_options(claiming)
    option = next(one for one in options.items if one.engagement is Engagement.CAPTIVE)
    mid = facts.get("wage_growth/MA").value
    priced = _priced(claiming, facts, option, growth=np.array([mid, mid + 0.05]))
    received = -priced.ledger.amounts_eur[:, SUPPORT]
    assert received[0] == pytest.approx(-options.flows_eur[option.index, SUPPORT])
    assert received[1].sum() > received[0].sum()
