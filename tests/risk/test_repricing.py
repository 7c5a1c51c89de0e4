"""Pricing again: equal to the plan on mid values, blind to the draw when teams are sized, monotone in pay."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from jiwar.options import Options
from jiwar.planning import Plan
from jiwar.risk import VALUE_OF_WORK, RiskError, evaluate
from jiwar.risk.draws import scenarios_of
from jiwar.risk.ranges import Ranges
from jiwar.risk.repricing import Repricer, keys_of
from jiwar.risk.saved import savings


def _mids(ranges: Ranges, size: int) -> dict[str, np.ndarray]:
    return {key: np.full(size, ranges.mid(key)) for key in ranges.keys}


def test_mid_values_give_the_saving_of_the_plan(
    options: Options, plan: Plan, ranges: Ranges, repricer: Repricer
) -> None:
    expected = float(options.npv_eur[list(options.staying())].sum()) - plan.objective_eur
    found = savings(options, *repricer.flows(_mids(ranges, 3)))
    np.testing.assert_allclose(found, expected, rtol=1e-9)
    np.testing.assert_allclose(savings(options, *repricer.flows({})), expected, rtol=1e-9)


def test_a_draw_is_priced_the_same_alone_and_among_others(ranges: Ranges, repricer: Repricer) -> None:
    drawn = scenarios_of(ranges, 600, 2).values
    together = repricer.flows(drawn)
    alone = repricer.flows({key: values[[5, 590]] for key, values in drawn.items()})
    for one, other in zip(together, alone, strict=True):
        np.testing.assert_allclose(one.cost_eur[[5, 590]], other.cost_eur, rtol=1e-12)


def test_higher_pay_abroad_makes_the_plan_dearer_in_every_draw(
    options: Options, plan: Plan, ranges: Ranges, repricer: Repricer
) -> None:
    drawn = scenarios_of(ranges, 200, 4).values
    home = options.facts.sites[options.case.company.home].country
    abroad = [key for key in ranges.keys if key.startswith("pay/") and not key.startswith(f"pay/{home}")]
    assert abroad, plan.names
    raised = {key: values * (1.1 if key in abroad else 1.0) for key, values in drawn.items()}
    (plan_before, stay_before), (plan_after, stay_after) = repricer.flows(drawn), repricer.flows(raised)
    assert (plan_after.cash_eur.sum(axis=1) > plan_before.cash_eur.sum(axis=1)).all()
    np.testing.assert_array_equal(stay_before.cash_eur, stay_after.cash_eur)


def test_value_of_work_moves_only_what_is_missed(repricer: Repricer) -> None:
    worth = np.array([1.0, 2.0])
    for flows in repricer.flows({VALUE_OF_WORK: worth}):
        np.testing.assert_array_equal(flows.cash_eur[0], flows.cash_eur[1])
        np.testing.assert_allclose(2.0 * flows.undone_eur[0], flows.undone_eur[1])


def test_shared_prices_move_with_their_facts(options: Options, plan: Plan, repricer: Repricer) -> None:
    """Talk between sites doubles with its overhead; nothing else of the plan knows those facts."""
    keys = ("interaction_overhead/near", "interaction_overhead/far")
    values = {key: options.facts.get(key).value * np.array([1.0, 2.0]) for key in keys}
    planned, staying = repricer.flows(values)
    more = planned.cash_eur[1] - planned.cash_eur[0]
    np.testing.assert_allclose(more, plan.shared_by_month()["coordination"], rtol=1e-9, atol=1e-6)
    np.testing.assert_array_equal(staying.cash_eur[0], staying.cash_eur[1])


def test_units_cost_what_their_facts_say(options: Options, plan: Plan) -> None:
    """A plan that opens a unit pays twice for opening when opening costs twice as much."""
    site = next(name for name in options.case.sites if name != options.case.company.home)
    quarters = options.horizon.quarters
    units = np.zeros((1, quarters))
    units[0, 2:] = 1.0
    price = options.site_prices[site]
    opening = np.zeros(quarters)
    opening[2] = price.opening_eur
    running = options.quarters(price.running_eur_per_month) * units[0]
    shared = {"site_opening": opening, "site_running": running}
    opened = dataclasses.replace(
        plan, chosen=options.staying(), sites=(site,), units=units, shared_eur=shared, workforce=None
    )
    keys = [f"{name}/{options.facts.sites[site].country}" for name in ("site_opening", "site_running")]
    assert set(keys) <= set(keys_of(options, (opened,)))
    values = {key: options.facts.get(key).value * np.array([1.0, 2.0]) for key in keys}
    (flows,) = Repricer(options, (opened,)).flows(values)
    expected = (opening + running).repeat(3) / 3.0
    np.testing.assert_allclose(
        options.quarters(flows.cash_eur[1] - flows.cash_eur[0]),
        options.quarters(expected),
        rtol=1e-9,
        atol=1e-6,
    )


@pytest.mark.code("K001")
def test_a_plan_without_options_is_refused(plan: Plan) -> None:
    with pytest.raises(RiskError) as raised:
        evaluate(dataclasses.replace(plan, options=None))
    assert [found.code for found in raised.value.diagnostics] == ["K001"]
