"""A fact in computed units, its grade, its period and its age."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.facts import Fact, Grade, parse_period
from jiwar.periods import Month
from jiwar.units import Dimension

MakeFact = Callable[..., Fact]


def test_percent_become_fractions_and_the_written_number_stays(make_fact: MakeFact) -> None:
    fact = make_fact()
    assert (fact.low, fact.mid, fact.high) == (15.0, 20.0, 25.0)
    assert (fact.low_value, fact.value, fact.high_value) == pytest.approx((0.15, 0.20, 0.25))
    assert fact.dimension is Dimension.GROWTH
    assert fact.currency is None


def test_money_knows_its_currency_and_thousands(make_fact: MakeFact) -> None:
    fact = make_fact(low=1.0, mid=2.0, high=3.0, unit="kMAD")
    assert fact.value == 2000.0
    assert fact.currency == "MAD"


def test_grades_are_ordered_and_the_worst_wins() -> None:
    ranks = [grade.rank for grade in Grade]
    assert ranks == sorted(ranks)
    assert Grade.STATUTE.rank == 0
    assert Grade.worst(Grade.SURVEY, Grade.VENDOR, Grade.OFFICIAL) is Grade.VENDOR


def test_a_statement_in_words_has_no_number(make_fact: MakeFact) -> None:
    fact = make_fact(low=math.nan, mid=math.nan, high=math.nan, unit="text")
    assert not fact.is_number


def test_a_fact_is_stale_from_the_day_after_its_check_date(make_fact: MakeFact) -> None:
    fact = make_fact(check_by=dt.date(2027, 1, 31))
    assert not fact.is_stale(dt.date(2027, 1, 31))
    assert fact.is_stale(dt.date(2027, 2, 1))


def test_a_source_list_begins_with_the_one_that_gives_the_number(make_fact: MakeFact) -> None:
    assert make_fact(source="one two").sources == ("one", "two")


@pytest.mark.parametrize(
    ("text", "first", "last", "middle"),
    [
        ("2024", "2024-01", "2024-12", "2024-06"),
        ("c.2021", "2021-01", "2021-12", "2021-06"),
        ("2024-05", "2024-05", "2024-05", "2024-05"),
        ("2024-Q3", "2024-07", "2024-09", "2024-08"),
        ("2024-H2", "2024-07", "2024-12", "2024-09"),
        ("2023..2024", "2023-01", "2024-12", "2023-12"),
        ("2024-Q4..2025-Q4", "2024-10", "2025-12", "2025-05"),
        ("c.2022..2023-06", "2022-01", "2023-06", "2022-09"),
    ],
)
def test_periods_have_a_first_last_and_middle_month(text: str, first: str, last: str, middle: str) -> None:
    period = parse_period(text)
    assert period is not None
    assert (str(period.first), str(period.last), str(period.middle)) == (first, last, middle)


@pytest.mark.parametrize("text", ["undated", "any", ""])
def test_some_facts_have_no_date(text: str) -> None:
    assert parse_period(text) is None


@pytest.mark.parametrize(
    "text", ["24", "2024-13", "2024-Q5", "2025..2024", "spring 2024", "2024/25", "2024-5"]
)
def test_other_texts_are_no_periods(text: str) -> None:
    with pytest.raises(ValueError, match=r"period|ends|month"):
        parse_period(text)


@given(st.integers(1990, 2100), st.integers(1, 12), st.integers(0, 240))
def test_any_span_of_months_is_read_back_and_holds_its_middle(year: int, month: int, length: int) -> None:
    start = Month(year, month)
    end = start + length
    period = parse_period(f"{start}..{end}")
    assert period is not None
    assert (period.first, period.last) == (start, end)
    assert period.first <= period.middle <= period.last
