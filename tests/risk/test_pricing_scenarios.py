"""Scenarios for planning: every option priced in every draw, leaving settled, labour markets drawn."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.options import Options
from jiwar.planning import (
    PricedScenarios,
    UncertainProblem,
    check_uncertain_plan,
    forbid,
    problem_of,
    solve_uncertain,
)
from jiwar.risk import RiskError, price_futures

SIZE = 16


@pytest.fixture(scope="module")
def priced(options: Options) -> PricedScenarios:
    return price_futures(options, scenarios=SIZE, seed=3)


@pytest.mark.slow
def test_costs_lie_around_those_of_mid_values(options: Options, priced: PricedScenarios) -> None:
    feasible = [option.index for option in options.items if option.feasible]
    assert priced.cost_eur.shape == (len(options), SIZE)
    mean = priced.cost_eur[feasible].mean(axis=1)
    assert np.all(np.abs(mean / options.npv_eur[feasible] - 1.0) < 0.3)
    assert priced.probability.sum() == pytest.approx(1.0)


@pytest.mark.slow
def test_only_moves_are_left_and_leaving_never_costs_more(options: Options, priced: PricedScenarios) -> None:
    without = price_futures(options, scenarios=SIZE, seed=3, gates=())
    assert priced.leaves_at is not None
    stays = [option.index for option in options.items if option.engagement.stays]
    assert np.all(priced.leaves_at[stays] == -1)
    assert np.all(priced.cost_eur <= without.cost_eur * (1.0 + 1e-6))
    left = priced.leaves_at >= 0
    assert left.any()
    np.testing.assert_allclose(priced.cost_eur[~left], without.cost_eur[~left], rtol=2e-6)


@pytest.mark.slow
def test_markets_and_prices_move_around_one(options: Options, priced: PricedScenarios) -> None:
    assert priced.shortage is not None
    assert np.all(priced.shortage.market > 0)
    assert priced.shortage.market.std() > 0.01
    assert priced.shortage.price_eur.shape == (len(options.pools), options.horizon.quarters)
    for line, price in priced.prices.items():
        assert 0.3 < price.mean() < 2.0, line


@pytest.mark.slow
def test_a_plan_is_chosen_for_them_and_checked(options: Options, priced: PricedScenarios) -> None:
    problem = problem_of(options)
    costly = np.array(
        [option.share == 0.5 or option.site not in {"stuttgart", "casablanca"} for option in options.items]
    )
    costly &= np.array([not option.engagement.stays for option in options.items])
    uncertain = UncertainProblem.of(forbid(problem, costly), priced, risk_weight=0.3, tail=0.25)
    plan = solve_uncertain(uncertain, gap=0.02, seconds=60.0)
    assert check_uncertain_plan(uncertain, plan) == ()
    assert plan.uncertainty is not None
    assert plan.uncertainty.worst_eur > plan.uncertainty.expected_eur


@pytest.mark.code("K002")
def test_numbers_of_scenarios_that_cannot_be_used_are_refused(options: Options) -> None:
    with pytest.raises(RiskError):
        price_futures(options, scenarios=0)
