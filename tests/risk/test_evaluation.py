"""The whole judgement of a plan, and strategies on the same draws."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from jiwar.options import Options, Reason
from jiwar.planning import Plan
from jiwar.risk import Evaluation, RiskError, StrategyScore, compare_strategies, evaluate
from jiwar.risk.ranges import Ranges
from jiwar.risk.repricing import Repricer
from jiwar.risk.saved import savings

_REASON = Reason("site", "the country is left out")


@pytest.fixture(scope="module")
def judged(plan: Plan) -> Evaluation:
    """The demo plan judged on some draws."""
    return evaluate(plan, draws=500, seed=7, points=256)


def test_the_same_seed_judges_the_same(plan: Plan, judged: Evaluation) -> None:
    again = evaluate(plan, draws=500, seed=7, points=16)
    np.testing.assert_array_equal(judged.savings_eur, again.savings_eur)
    assert judged.saving == again.saving
    other = evaluate(plan, draws=500, seed=8, points=16)
    assert not np.array_equal(judged.savings_eur, other.savings_eur)


def test_numbers_agree_with_each_other(judged: Evaluation, options: Options, plan: Plan) -> None:
    expected = float(options.npv_eur[list(options.staying())].sum()) - plan.objective_eur
    assert judged.saving_on_mid_values_eur == pytest.approx(expected, rel=1e-9)
    assert judged.saving_p10_eur < judged.saving_p50_eur < judged.saving_p90_eur
    assert judged.worst_tenth_saving_eur <= judged.saving_p10_eur
    assert judged.chance_of_loss == np.mean(judged.savings_eur < 0.0)
    assert judged.curve_eur.shape == (len(judged.curve_quantiles), options.horizon.months)
    assert (np.diff(judged.curve_eur, axis=0) >= 0.0).all()
    assert judged.payback.draws_by_month.sum() == pytest.approx(judged.payback.share_of_draws)
    assert 50_000 < judged.staying_cost_per_productive_year.p50.value < 250_000


def test_groups_explain_no_more_than_everything(judged: Evaluation) -> None:
    assert sum(one.first_order for one in judged.influences) < 1.15
    assert sum(one.total for one in judged.influences) > 0.85
    assert all(one.total > -0.05 for one in judged.influences)


def test_flips_bring_the_saving_to_zero(judged: Evaluation, ranges: Ranges, repricer: Repricer) -> None:
    """Every flip is priced again; a plan so safe that nothing flips it is made less so."""
    scale = abs(judged.saving_on_mid_values_eur)
    for flip in judged.flips:
        if flip.values is None:
            continue
        values = {key: np.array([flip.values.get(key, ranges.mid(key))]) for key in ranges.keys}
        found = float(savings(repricer.options, *repricer.flows(values))[0])
        assert abs(found) < 1e-4 * scale, flip.driver


def test_flips_of_a_dearer_plan_bring_its_saving_to_zero(
    plan: Plan, options: Options, ranges: Ranges
) -> None:
    """With a shared cost that eats most of the saving, some driver flips it, and pricing again shows zero."""
    saving = float(options.npv_eur[list(options.staying())].sum()) - plan.objective_eur
    fee = np.zeros(options.horizon.quarters)
    fee[0] = 0.9 * saving / float(options.discount[:3].mean())
    shared = {**plan.shared_eur, "legal_duties": fee}
    dearer = dataclasses.replace(plan, shared_eur=shared)
    judged = evaluate(dearer, draws=64, points=16)
    assert judged.saving_on_mid_values_eur == pytest.approx(0.1 * saving, rel=1e-6)
    assert any(flip.flips for flip in judged.flips)
    repricer = Repricer(options, (dearer, None))
    for flip in judged.flips:
        if flip.values is not None:
            values = {key: np.array([flip.values.get(key, ranges.mid(key))]) for key in ranges.keys}
            assert abs(float(savings(options, *repricer.flows(values))[0])) < 1e-4 * saving, flip.driver


def test_progress_is_told(plan: Plan) -> None:
    told: list[tuple[str, int, int]] = []
    evaluate(plan, draws=16, points=16, progress=lambda *step: told.append(step))
    assert told[0] == ("pricing draws", 0, 16)
    assert told[-1][1:] == (16, 16)


@pytest.mark.code("K002")
def test_points_must_be_a_power_of_two(plan: Plan) -> None:
    with pytest.raises(RiskError) as raised:
        evaluate(plan, draws=1, points=100)
    assert [found.code for found in raised.value.diagnostics] == ["K002", "K002"]


@pytest.mark.slow
@pytest.mark.code("K003")
def test_strategies_stand_on_the_same_draws(options: Options, plan: Plan) -> None:
    """Where Poland is not among the sites the near country is hindered, with the reason."""
    blocked = tuple(
        dataclasses.replace(option, blocked=(*option.blocked, _REASON))
        if options.facts.sites[option.site].country == "PL"
        else option
        for option in options.items
    )
    scores = compare_strategies(
        dataclasses.replace(options, items=blocked), plan, draws=200, gap=0.05, seconds=10.0
    )
    by_id: dict[str, StrategyScore] = {score.id: score for score in scores}
    assert set(by_id) == {"stay", "plan", "all_in", "near_country", "providers", "pilots"}
    assert "no option of this kind" in by_id["near_country"].hindered_by
    assert by_id["near_country"].saving is None
    stay, planned = by_id["stay"], by_id["plan"]
    assert stay.saving is not None
    assert planned.saving is not None
    assert stay.saving.mean == 0.0
    assert planned.saving.mean > 0.0
    chances = [score.chance_to_be_best for score in scores if score.chance_to_be_best is not None]
    assert sum(chances) == pytest.approx(1.0)
    assert planned.chosen == plan.names
    piloted = [options.items[index] for index in _indices(options, by_id["pilots"])]
    assert any(not one.engagement.stays for one in piloted)
    assert all(one.share < 1.0 for one in piloted)
    assert all(
        one.share == min(options.case.work_package(one.work_package).shares) for one in piloted if one.share
    )


def _indices(options: Options, score: StrategyScore) -> list[int]:
    by_name = {option.id: option.index for option in options.items}
    return [by_name[name] for name in score.chosen]
