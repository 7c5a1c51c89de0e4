"""Quantities are read with their unit, and every mistake says how to mend it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.units import UNITS, Dimension, QuantityError, parse_quantity, units_of


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("95 EUR/hour", Dimension.MONEY_PER_HOUR, 95.0),
        ("8 %/year", Dimension.GROWTH, 0.08),
        ("60 %", Dimension.RATIO, 0.6),
        ("1.5 MEUR", Dimension.MONEY, 1_500_000.0),
        ("150 kEUR/year", Dimension.MONEY_PER_YEAR, 150_000.0),
        ("2 years", Dimension.DURATION, 24.0),
        ("12 people/quarter", Dimension.PEOPLE_FLOW, 48.0),
        ("10_000 MAD/month", Dimension.MONEY_PER_MONTH, 10_000.0),
        ("10.98 MAD/EUR", Dimension.EXCHANGE, 10.98),
    ],
)
def test_reads_what_people_write(text: str, dimension: Dimension, value: float) -> None:
    assert parse_quantity(text, dimension).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("95", "has no unit"),
        ("EUR/hour", "not a number"),
        ("95 EUR/fortnight", "not a unit that Jiwar knows"),
        ("95 months", "but money per hour is asked for"),
    ],
)
def test_mistakes_teach(text: str, says: str) -> None:
    with pytest.raises(QuantityError, match=says) as caught:
        parse_quantity(text, Dimension.MONEY_PER_HOUR)
    assert "EUR/hour" in caught.value.remedy


@given(st.floats(-1e9, 1e9, allow_nan=False), st.sampled_from(sorted(UNITS)))
def test_every_unit_reads_back(number: float, symbol: str) -> None:
    unit = UNITS[symbol]
    text = f"{number!r} {symbol}"
    assert parse_quantity(text, unit.dimension).value == pytest.approx(number * unit.factor)


def test_units_of_one_dimension_share_it() -> None:
    assert all(UNITS[symbol].dimension is Dimension.DURATION for symbol in units_of(Dimension.DURATION))
