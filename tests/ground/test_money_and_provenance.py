"""Discounting, conversion, origins and hashes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.money import Money, discount_factors
from jiwar.provenance import Origin, OriginKind, content_hash


def test_money_is_converted_with_units_per_eur() -> None:
    converted = Money(1098.0, "MAD").in_eur(10.98)
    assert converted.amount == pytest.approx(100.0)
    assert converted.currency == "EUR"


@given(st.floats(0.0, 0.5), st.integers(1, 240))
def test_later_money_is_worth_less(rate: float, months: int) -> None:
    factors = discount_factors(rate, months)
    assert factors.shape == (months,)
    assert np.all(factors <= 1.0)
    assert np.all(np.diff(factors) <= 0.0)


def test_a_year_is_a_year() -> None:
    factors = discount_factors(0.08, 13)
    assert factors[12] / factors[0] == pytest.approx(1 / 1.08)


def test_origins_sort_and_read() -> None:
    origins = sorted([Origin(OriginKind.RULE, "b"), Origin(OriginKind.FACT, "a")])
    assert [str(origin) for origin in origins] == ["fact:a", "rule:b"]


@given(st.dictionaries(st.text(), st.integers()))
def test_hash_does_not_depend_on_the_order_of_keys(content: dict[str, int]) -> None:
    turned = dict(reversed(content.items()))
    assert content_hash([content]) == content_hash([turned])
    assert content_hash([content, 1]) != content_hash([content, 2])
