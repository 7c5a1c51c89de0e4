"""Months, quarters and horizons behave like the calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.periods import Horizon, Month, Quarter

months = st.builds(Month, st.integers(1900, 2200), st.integers(1, 12))


@given(months, st.integers(-2000, 2000))
def test_adding_months_is_undone_by_subtracting(month: Month, count: int) -> None:
    assert (month + count) - month == count


@given(months)
def test_text_reads_back(month: Month) -> None:
    assert Month.parse(str(month)) == month


@given(months)
def test_last_day_is_followed_by_the_next_month(month: Month) -> None:
    assert Month.of(month.last_day + dt.timedelta(days=1)) == month + 1


@given(months, months)
def test_order_is_that_of_the_calendar(one: Month, other: Month) -> None:
    assert (one < other) == (one.first_day < other.first_day)


@pytest.mark.parametrize("text", ["2027-13", "2027-00", "27-01", "2027/01", "2027-1", ""])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="month"):
        Month.parse(text)


def test_quarters_hold_their_months() -> None:
    assert Month(2027, 6).quarter == Quarter(2027, 2)
    assert Quarter(2027, 4) + 1 == Quarter(2028, 1)
    assert Quarter(2027, 4) < Quarter(2028, 1)
    assert str(Quarter(2027, 2)) == "2027-Q2"


def test_horizon_counts() -> None:
    horizon = Horizon(Month(2027, 1), 60)
    assert (horizon.end, horizon.quarters) == (Month(2031, 12), 20)
    assert list(horizon)[-1] == horizon.end
    assert Month(2026, 12) not in horizon
    assert Month(2031, 12) in horizon
    assert horizon.quarter(4) == Quarter(2028, 1)


@pytest.mark.parametrize(
    ("start", "length"), [(Month(2027, 2), 60), (Month(2027, 1), 13), (Month(2027, 1), 0)]
)
def test_a_horizon_is_whole_quarters(start: Month, length: int) -> None:
    with pytest.raises(ValueError, match="whole quarters"):
        Horizon(start, length)
