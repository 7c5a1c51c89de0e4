"""Break-even is the month from which no money is out any more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.report.breakeven import Recovery, break_even

SERIES = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=80)


@given(SERIES)
def test_from_the_break_even_month_on_no_money_is_out(series: list[float]) -> None:
    found = break_even(series)
    if found.recovery is Recovery.RECOVERED:
        assert found.month is not None
        assert found.month >= 1
        assert all(value <= 0.5 for value in series[found.month :])
        assert series[found.month - 1] > 0.5
    elif found.recovery is Recovery.NOT_RECOVERED:
        assert series[-1] > 0.5
    else:
        assert max(series) <= 0.5


@given(SERIES)
def test_the_peak_is_never_negative_and_is_reached(series: list[float]) -> None:
    found = break_even(series)
    assert found.peak_eur == pytest.approx(max(*series, 0.0))
    assert series[found.peak_month] == max(series)


def test_a_relapse_counts_from_the_last_time_money_was_out() -> None:
    assert break_even([5.0, -1.0, 3.0, -2.0, -3.0]).month == 3
