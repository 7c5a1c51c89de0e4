"""Quantiles with their intervals, the worst tenth, and payback."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from jiwar.risk.evaluation import payback_of
from jiwar.risk.quantiles import quantile_of, spread_of, worst_mean


def test_the_interval_covers_the_true_quantile_as_often_as_it_says() -> None:
    samples = np.random.default_rng(1).standard_normal((400, 500))
    found = [quantile_of(sample, 0.1) for sample in samples]
    inside = np.mean([one.low <= norm.ppf(0.1) <= one.high for one in found])
    assert 0.92 <= inside <= 0.99


@given(st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=60))
def test_quantiles_are_ordered_and_inside_their_intervals(numbers: list[float]) -> None:
    spread = spread_of(np.array(numbers))
    for one in (spread.p10, spread.p50, spread.p90):
        assert min(numbers) <= one.low <= one.high <= max(numbers)
    assert spread.p10.value <= spread.p50.value <= spread.p90.value


def test_more_draws_narrow_the_interval() -> None:
    numbers = np.random.default_rng(2).standard_normal(10_000)
    few, many = quantile_of(numbers[:500], 0.5), quantile_of(numbers, 0.5)
    assert many.high - many.low < 0.5 * (few.high - few.low)


def test_the_worst_tenth_is_its_mean() -> None:
    assert worst_mean(np.arange(20.0), 0.1) == pytest.approx(0.5)


def test_payback_is_the_month_after_the_last_debt() -> None:
    debt = np.array([[1.0, 1.0, -1.0, -1.0], [1.0, -1.0, 1.0, -1.0], [1.0, 1.0, 1.0, 1.0], [-1.0] * 4])
    payback = payback_of(debt)
    assert payback.share_of_draws == 0.75
    np.testing.assert_allclose(payback.draws_by_month, [0.25, 0.0, 0.25, 0.25])
    assert payback.p50_months == 3
    assert payback.p90_months is None
