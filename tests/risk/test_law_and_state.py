"""Late authorities, support paid late or in part, an early end of the circular, adequacy: drawn like any number."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.options import Options
from jiwar.periods import Horizon, Month
from jiwar.planning import Plan
from jiwar.risk.correlation import group_of
from jiwar.risk.draws import draws_for
from jiwar.risk.law_and_state import (
    ADEQUACY_WAIT,
    AUTHORITY_DELAY,
    CIRCULAR_CUT,
    SUPPORT_DELAY,
    SUPPORT_PAID,
    USUAL_VALUES,
    FallingDuty,
    LawPrices,
    Turnout,
    keys_of_law,
    lateness_eur,
    received,
    waits,
)
from jiwar.risk.ranges import ranges_of
from jiwar.risk.repricing import Repricer, keys_asked
from jiwar.risk.settling import Ways, price_ways

HORIZON = Horizon(Month(2027, 1), 60)
TODAY = Month(2026, 11)
CIRCULAR_MONTHS = 48  # of the horizon, until December 2030


def turnout(**drawn: float) -> Turnout:
    return Turnout.of({key: np.array([value]) for key, value in drawn.items()}, HORIZON, TODAY, 1)


def paid_until_the_end() -> np.ndarray:
    return np.where(np.arange(HORIZON.months) < CIRCULAR_MONTHS, 100.0, 0.0)


def test_on_usual_values_support_comes_as_counted() -> None:
    cash = paid_until_the_end()
    np.testing.assert_allclose(received(cash, turnout(), HORIZON, of_the_circular=True)[0], cash)


def test_support_comes_whole_months_later_in_part_and_until_the_cut() -> None:
    """Worked by hand: 6 months late, half of it paid, 12 months cut from 48 of 100 EUR each."""
    drawn = turnout(support_delay=6.0, support_paid=0.5, circular_cut=12.0)
    told = received(paid_until_the_end(), drawn, HORIZON, of_the_circular=True)[0]
    np.testing.assert_allclose(told, [0.0] * 6 + [50.0] * 36 + [0.0] * 18)


def test_the_cut_does_not_touch_what_the_circular_does_not_pay() -> None:
    cash = np.full(HORIZON.months, 100.0)
    for of_the_circular in (
        True,
        False,
    ):  # payments after its end: the case reads it so, or another scheme pays
        told = received(cash, turnout(circular_cut=24.0), HORIZON, of_the_circular=of_the_circular)[0]
        np.testing.assert_allclose(told, cash)


@given(
    st.floats(0, 90), st.floats(0, 90), st.floats(0, 1), st.floats(0, 90), st.integers(0, HORIZON.months - 1)
)
def test_worse_luck_never_brings_more(late: float, more: float, part: float, cut: float, month: int) -> None:
    cash = paid_until_the_end()
    cash[month] += 1000.0 * (month < CIRCULAR_MONTHS)
    usual = turnout(support_delay=late, support_paid=part, circular_cut=cut)
    worse = turnout(support_delay=late + more, support_paid=part, circular_cut=cut)
    first, second = (received(cash, one, HORIZON, of_the_circular=True)[0] for one in (usual, worse))
    assert first.min() >= 0.0
    assert first.sum() <= part * cash.sum() + 1e-6
    assert np.all(np.cumsum(second) <= np.cumsum(first) + 1e-6)


def test_adequacy_takes_away_what_is_due_after_it() -> None:
    decided = np.array([0.0, 10.5, 30.0, np.inf])
    yearly = FallingDuty("scc", 6, 100.0, monthly=True).saved_eur(decided, HORIZON.months)
    np.testing.assert_allclose(yearly.sum(axis=1), [5400.0, 4900.0, 3000.0, 0.0])
    once = FallingDuty("tia", 12, 800.0, monthly=False).saved_eur(decided, HORIZON.months)
    np.testing.assert_allclose(once.sum(axis=1), [800.0, 800.0, 0.0, 0.0])
    assert once[0, 12] == 800.0


def test_the_wait_for_adequacy_counts_from_today() -> None:
    waited = Turnout.of({ADEQUACY_WAIT: np.array([1.0, 14.0])}, HORIZON, TODAY, 2)
    np.testing.assert_allclose(waited.adequacy_month, [0.0, 12.0])


def test_a_delay_costs_what_the_next_start_costs(options: Options) -> None:
    late = lateness_eur(options)
    by_move = {(o.work_package, o.site, o.engagement, o.share, o.start): o for o in options.items}
    compared = 0
    for option in options.items:
        if option.start is None or not option.feasible or not waits(option):
            assert late[option.index] == 0.0
            continue
        move = (option.work_package, option.site, option.engagement, option.share, option.start + 6)
        if move in by_move:
            later = options.npv_eur[by_move[move].index] - options.npv_eur[option.index]
            assert late[option.index] * 6 == pytest.approx(later)
            compared += 1
    assert compared > 100


def test_a_plan_on_usual_values_is_priced_as_without(options: Options, plan: Plan) -> None:
    repricer = Repricer(options, (plan, None))
    usual = {key: np.array([value]) for key, value in USUAL_VALUES.items() if np.isfinite(value)}
    for changed, plain in zip(repricer.flows(usual), repricer.flows({}), strict=True):
        np.testing.assert_allclose(changed.cash_eur, plain.cash_eur, rtol=1e-12, atol=1e-6)
        np.testing.assert_allclose(changed.output, plain.output, rtol=1e-12)


def test_a_delay_between_two_is_priced_between_them(options: Options, plan: Plan) -> None:
    drawn = {AUTHORITY_DELAY: np.array([0.0, 3.0, 6.0])}
    planned, staying = Repricer(options, (plan, None)).flows(drawn)
    cost = planned.cost_eur @ options.discount
    assert cost[1] == pytest.approx((cost[0] + cost[2]) / 2)
    if any(waits(options.items[index]) for index in plan.chosen):
        assert cost[2] != pytest.approx(cost[0])
    assert np.ptp(staying.cost_eur @ options.discount) == pytest.approx(0.0, abs=1e-6)


def test_what_cannot_change_a_plan_is_not_drawn(options: Options, plan: Plan) -> None:
    moved = [options.items[index] for index in plan.chosen]
    assert keys_of_law(options, [one for one in moved if one.engagement.stays]) == ()
    cash = {plan.chosen[0]: {"employment": paid_until_the_end()}}
    promised = dataclasses.replace(options, wage_support_eur=cash)
    supported = keys_of_law(promised, moved)
    assert {SUPPORT_DELAY, SUPPORT_PAID, CIRCULAR_CUT} <= set(supported)
    granted = keys_of_law(options, moved, np.array([-1.0]))
    assert SUPPORT_PAID in granted
    assert CIRCULAR_CUT not in granted  # a grant of the charter does not end with the circular


def test_draws_hold_them_and_they_are_one_group(options: Options, plan: Plan) -> None:
    whole = dataclasses.replace(plan, options=options)
    drawn = draws_for(options.case, options.facts, whole, draws=64).values
    asked = keys_of_law(options, [options.items[index] for index in plan.chosen])
    assert set(asked) <= drawn.keys()
    for key in asked:
        assert group_of(key) == "law_and_state"
        assert drawn[key].min() >= 0.0


def test_scenarios_of_planning_charge_those_who_wait_and_nobody_else(options: Options) -> None:
    """Against the same scenarios without law: the difference is the delay times the cost of a month, to the cent."""
    ways = Ways.of(options)
    few = [one for one in ways.items if one.engagement.stays]
    few += [one for one in ways.items if waits(one)][:3]
    few += [one for one in ways.items if not one.engagement.stays and not waits(one)][:3]
    keys = keys_asked(ways.case, ways.facts, few)
    ranges = ranges_of(ways.case, ways.facts, keys)
    values = ranges.values(np.full((len(keys), 3), 0.5))
    values[AUTHORITY_DELAY] = np.array([0.0, 2.0, 9.0])
    with_law = dataclasses.replace(ways, items=tuple(few))
    told, plain = (price_ways(dataclasses.replace(with_law, law=law), values) for law in (ways.law, None))
    late = lateness_eur(options)
    for one in few:
        row = with_law.row(one.index)
        added = told.total_eur[row] - plain.total_eur[row]
        np.testing.assert_allclose(added, late[one.index] * values[AUTHORITY_DELAY], atol=0.01)
        begun = one.start is not None and options.horizon.index(one.start) < ways.gates[-1]
        before = told.until_eur[row, -1] - plain.until_eur[row, -1]
        np.testing.assert_allclose(before, added if begun else 0.0, atol=0.01)


def test_support_in_scenarios_of_planning_follows_the_draw(options: Options) -> None:
    index = next(one.index for one in options.items if one.feasible and one.start is not None)
    promised = dataclasses.replace(options, wage_support_eur={index: {"training": paid_until_the_end()}})
    law = LawPrices.of(promised)
    total, until = np.zeros((len(options), 2)), np.zeros((len(options), 1, 2))
    law.add({SUPPORT_PAID: np.array([1.0, 0.25])}, (12,), range(len(options)), total, until)
    lost = 75.0 * options.discount
    np.testing.assert_allclose(total[index], [0.0, lost[:CIRCULAR_MONTHS].sum()])
    np.testing.assert_allclose(until[index, 0], [0.0, lost[:12].sum()])
    assert np.count_nonzero(total) == 1
