"""A fact of one year becomes one of another month, with a wider range and a note."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.facts import Fact, Facts, FactsError, RangeKind, aged
from jiwar.periods import Month

MakeFact = Callable[..., Fact]


def test_the_middle_grows_by_the_index_and_the_range_widens(facts: Facts) -> None:
    pay = facts.get("pay/DE-stuttgart/software_engineer/senior")
    later = aged(pay, Month(2030, 6), facts.get("wage_growth/DE"))
    assert later.mid == pytest.approx(pay.mid * 1.032**6)
    assert later.high / later.mid > pay.high / pay.mid
    assert later.low / later.mid == pytest.approx(pay.low / pay.mid)  # the index has no doubt downwards
    assert later.period == "2030-06"
    assert later.range_kind is RangeKind.QUARTILES
    assert "wage_growth/DE" in later.note


def test_in_its_own_middle_month_nothing_changes(facts: Facts) -> None:
    pay = facts.get("pay/PL-krakow/software_engineer/mid")
    same = aged(pay, Month(2024, 6), facts.get("wage_growth/PL"))
    assert (same.low, same.mid, same.high) == pytest.approx((pay.low, pay.mid, pay.high))


def test_the_disputed_moroccan_wages_widen_both_ways(facts: Facts) -> None:
    pay = facts.get("pay/MA-casablanca/software_engineer/mid")
    later = aged(pay, Month(2030, 12), facts.get("wage_growth/MA"))
    assert later.low / later.mid < 0.9 * pay.low / pay.mid
    assert later.high / later.mid > pay.high / pay.mid


def test_a_point_becomes_a_range(make_fact: MakeFact, facts: Facts) -> None:
    point = make_fact(
        low=100.0,
        mid=100.0,
        high=100.0,
        unit="EUR",
        range_kind=RangeKind.POINT,
        index="wage_growth/MA",
        period="2024",
    )
    later = aged(point, Month(2028, 6), facts.get("wage_growth/MA"))
    assert later.range_kind is RangeKind.PUBLISHED
    assert later.low < later.mid < later.high


@pytest.mark.code("F019")
def test_another_index_a_missing_date_and_zero_are_refused(make_fact: MakeFact, facts: Facts) -> None:
    index = facts.get("wage_growth/MA")
    for fact in (
        make_fact(index="wage_growth/DE"),
        make_fact(index="wage_growth/MA", period="undated"),
        make_fact(index="wage_growth/MA", low=0.0),
    ):
        with pytest.raises(FactsError, match="F019"):
            aged(fact, Month(2030, 1), index)


@given(st.integers(-60, 200))
def test_ranges_stay_in_order_in_every_month(facts: Facts, months: int) -> None:
    pay = facts.get("pay/EG-cairo/test_engineer/mid")
    later = aged(pay, Month(2026, 11) + months, facts.get("wage_growth/EG"))
    assert 0.0 < later.low <= later.mid <= later.high
    assert later.mid / later.low >= pay.mid / pay.low - 1e-9
