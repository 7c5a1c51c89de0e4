"""Demand that turns out otherwise: people stay as planned, providers are called off, what is too much is undone."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.money import FloatArray
from jiwar.options import Engagement, Option, Options
from jiwar.options.pricing import PricedOption
from jiwar.options.workforce import Posts
from jiwar.planning import Plan
from jiwar.risk import draws_for
from jiwar.risk.correlation import group_of
from jiwar.risk.repricing import Repricer, pricer_of

KEY = "demand_growth"
SHRINKS, AS_PLANNED, GROWS = 0, 1, 2
DRAWN = np.array([-0.1, 0.0, 0.1])

PEOPLE = (
    "pay",
    "charges",
    "learning_ramp_up",
    "learning_turnover",
    "recruiting",
    "seats",
    "knowledge_transfer",
)


def _one(options: Options, engagement: Engagement) -> Option:
    """An early move of a whole package, or the way to stay."""
    found = [one for one in options.items if one.engagement is engagement and one.share in {0.0, 1.0}]
    return min(found, key=lambda one: (str(one.start), one.index))


def _priced(options: Options, option: Option) -> PricedOption:
    return pricer_of(options.case, options.facts, [option], {KEY: DRAWN}).price(option)


def _needed(options: Options) -> FloatArray:
    """Work over the plan by month, written down once more."""
    years = (np.arange(options.horizon.months) + 0.5) / 12.0
    return np.array([[(1.0 + growth) ** year for year in years] for growth in DRAWN])


@pytest.mark.parametrize("form", [Engagement.STAY_HIRE, Engagement.CAPTIVE])
def test_employees_are_paid_as_planned_whatever_comes(options: Options, form: Engagement) -> None:
    priced = _priced(options, _one(options, form))
    for line in set(PEOPLE) & set(priced.ledger.lines):
        amount = priced.ledger.amount_eur(line)
        np.testing.assert_array_equal(amount[SHRINKS], amount[AS_PLANNED])
        np.testing.assert_array_equal(amount[GROWS], amount[AS_PLANNED])


@pytest.mark.parametrize(
    ("form", "line"),
    [(Engagement.PROVIDER, "provider_fees"), (Engagement.STAY_CONTRACT, "contractor_fees")],
)
def test_those_paid_by_their_work_are_called_off_and_never_beyond_the_plan(
    options: Options, form: Engagement, line: str
) -> None:
    fees = _priced(options, _one(options, form)).ledger.amount_eur(line)
    assert fees[AS_PLANNED].any()
    np.testing.assert_allclose(fees[SHRINKS], fees[AS_PLANNED] * _needed(options)[SHRINKS])
    np.testing.assert_array_equal(fees[GROWS], fees[AS_PLANNED])


def test_a_built_team_is_called_off_until_it_is_handed_over(options: Options) -> None:
    priced = _priced(options, _one(options, Engagement.BUILD_OPERATE_TRANSFER))
    fees = priced.ledger.amount_eur("provider_fees")
    assert fees[SHRINKS].sum() < fees[AS_PLANNED].sum()
    for line in ("pay", "transfer_fee"):
        amount = priced.ledger.amount_eur(line)
        assert amount.any()
        np.testing.assert_array_equal(amount[SHRINKS], amount[AS_PLANNED])


@pytest.mark.parametrize("form", [Engagement.STAY_HIRE, Engagement.CAPTIVE, Engagement.PROVIDER])
def test_undone_is_what_comes_and_nobody_delivers(options: Options, form: Engagement) -> None:
    option = _one(options, form)
    priced = _priced(options, option)
    planned = sum(line.people for line in options.case.team_of(option.work_package))
    np.testing.assert_allclose(priced.demand, planned * _needed(options))
    np.testing.assert_array_equal(priced.output[SHRINKS], priced.output[AS_PLANNED])
    value = options.case.value_of_work(option.work_package) / 12.0
    posts = [posts.needed(options.horizon.months) for posts in _posts(options, option)]
    if len(posts) == 1:
        missed = np.maximum(priced.demand - priced.output, 0.0) * value
        np.testing.assert_allclose(priced.ledger.amount_eur("undone_work"), missed)
    undone = priced.ledger.amount_eur("undone_work").sum(axis=1)
    assert undone[SHRINKS] < undone[AS_PLANNED] < undone[GROWS]


def _posts(options: Options, option: Option) -> tuple[Posts, ...]:
    pricer = pricer_of(options.case, options.facts, [option])
    return pricer.posts_of(options.case.work_package(option.work_package))


def test_the_plan_and_staying_are_judged_on_it(options: Options, plan: Plan) -> None:
    flows = Repricer(options, (plan, None)).flows({KEY: DRAWN})
    for one in flows:
        cost = one.cost_eur @ options.discount
        assert cost[SHRINKS] < cost[AS_PLANNED] < cost[GROWS]
    assert KEY in draws_for(options.case, options.facts, plan, draws=8).values
    assert group_of(KEY) == "demand"
