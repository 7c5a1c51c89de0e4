"""Draws: the same for a seed, spread as the facts say, correlated as the table says."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy.stats import norm, rankdata

from jiwar.options import Options
from jiwar.planning import Plan
from jiwar.risk import CORRELATIONS, VALUE_OF_WORK, RiskError, draws_for
from jiwar.risk.correlation import LABOUR_MARKET, TIGHTNESS, driver_of, group_of
from jiwar.risk.draws import scenarios_of, sobol_points, sources_of
from jiwar.risk.ranges import VALUE_OF_WORK_RANGE, Ranges


def test_a_seed_gives_the_same_draws_and_another_gives_others(options: Options, plan: Plan) -> None:
    first, again, other = (
        draws_for(options.case, options.facts, plan, draws=100, seed=seed) for seed in (7, 7, 8)
    )
    assert first.size == 100
    for key, values in first.values.items():
        np.testing.assert_array_equal(values, again.values[key])
    assert any(
        (first.values[key] != other.values[key]).all() for key in first.values if key.startswith("pay/")
    )


def test_options_can_be_drawn_for_without_a_plan(options: Options) -> None:
    staying = [options.items[index] for index in options.staying()]
    drawn = draws_for(options.case, options.facts, staying, draws=64, seed=1)
    assert VALUE_OF_WORK in drawn.values
    assert any(key.startswith("pay/DE") for key in drawn.values)
    assert not any(key.startswith("pay/MA") for key in drawn.values)


def test_draws_keep_to_the_middle_and_the_range_of_published_facts(ranges: Ranges) -> None:
    drawn = scenarios_of(ranges, 1024, 3).values
    for key in ranges.keys:
        fact = ranges.fact(key)
        if fact is None or key in ranges.levels or fact.range_kind not in {"prior", "published"}:
            continue
        assert drawn[key].min() >= fact.low_value - 1e-12, key
        assert drawn[key].max() <= fact.high_value + 1e-12, key


def test_value_of_work_is_a_triangle(ranges: Ranges) -> None:
    low, mid, high = VALUE_OF_WORK_RANGE
    found = scenarios_of(ranges, 4096, 3).values[VALUE_OF_WORK]
    assert low <= found.min() < found.max() <= high
    assert found.mean() == pytest.approx(mid, abs=0.002)
    assert found.std() == pytest.approx((high - low) / np.sqrt(24.0), rel=0.02)


def test_exchange_rates_have_their_level_in_the_middle(ranges: Ranges) -> None:
    for key, levels in ranges.levels.items():
        fact = ranges.fact(key)
        assert fact is not None
        assert np.median(levels) == pytest.approx(fact.value, rel=0.01)
        assert levels.std() > 0.0


def test_luck_has_unit_variance_and_the_stated_correlations(ranges: Ranges) -> None:
    loading = sources_of(ranges).loading
    np.testing.assert_allclose((loading**2).sum(axis=1), 1.0)
    correlation = loading @ loading.T
    stated = CORRELATIONS["pay"]
    pay = [row for row, key in enumerate(ranges.keys) if key.startswith("pay/")]
    for one, other in itertools.combinations(pay, 2):
        same = ranges.keys[one].split("/")[1][:2] == ranges.keys[other].split("/")[1][:2]
        assert correlation[one, other] == pytest.approx(stated.within if same else stated.across)


def test_drawn_pay_shows_its_correlation(ranges: Ranges) -> None:
    home = [key for key in ranges.keys if key.startswith("pay/DE")][:2]
    drawn = scenarios_of(ranges, 4096, 5).values
    scores = [norm.ppf(rankdata(drawn[key]) / 4097.0) for key in home]
    assert np.corrcoef(scores)[0, 1] == pytest.approx(CORRELATIONS["pay"].within, abs=0.03)


def test_groups_share_no_source_of_luck(ranges: Ranges) -> None:
    sources = sources_of(ranges)
    for row, key in enumerate(ranges.keys):
        touched = {sources.groups[column] for column in np.flatnonzero(sources.loading[row])}
        assert touched - {LABOUR_MARKET} == {group_of(key)}
        assert (LABOUR_MARKET in touched) == (key.split("/")[0] in TIGHTNESS)


def test_tight_labour_markets_raise_wages_attrition_and_time_to_fill_together(ranges: Ranges) -> None:
    drawn = scenarios_of(ranges, 4096, 5).values
    scores = {quantity: norm.ppf(rankdata(drawn[f"{quantity}/MA"]) / 4097.0) for quantity in TIGHTNESS}
    for one, other in itertools.combinations(scores, 2):
        assert np.corrcoef(scores[one], scores[other])[0, 1] == pytest.approx(0.3, abs=0.03)
    abroad = norm.ppf(rankdata(drawn["attrition/DE"]) / 4097.0)
    assert np.corrcoef(scores["wage_growth"], abroad)[0, 1] == pytest.approx(0.0, abs=0.03)


def test_drivers_gather_a_country_or_the_depths_of_knowledge(ranges: Ranges) -> None:
    assert all(key.startswith("pay/DE") for key in ranges.drivers["pay/DE"])
    assert driver_of("learning_depth/deep", ranges.facts.get("learning_depth/deep")) == "learning_depth"
    assert (
        driver_of("learning_months/near", ranges.facts.get("learning_months/near")) == "learning_months/near"
    )
    assert sorted(key for keys in ranges.drivers.values() for key in keys) == sorted(ranges.keys)


def test_points_fill_the_unit_cube_evenly() -> None:
    points = sobol_points(5, 256, 1)
    assert points.shape == (5, 256)
    counts = np.array([np.histogram(row, bins=16, range=(0.0, 1.0))[0] for row in points])
    assert (counts == 16).all()


@pytest.mark.code("K002")
def test_one_draw_is_too_few(options: Options, plan: Plan) -> None:
    with pytest.raises(RiskError) as raised:
        draws_for(options.case, options.facts, plan, draws=1)
    assert [found.code for found in raised.value.diagnostics] == ["K002"]
