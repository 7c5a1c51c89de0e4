"""How a fact of one year becomes a value of another month: by a named index, with a wider range."""

from __future__ import annotations

import dataclasses
import math

import numpy as np

from jiwar.facts.codes import facts_error
from jiwar.facts.fact import Fact
from jiwar.facts.grade import RangeKind
from jiwar.facts.period import parse_period
from jiwar.money import FloatArray
from jiwar.periods import MONTHS_PER_YEAR, Month


def years_from(fact: Fact, month: Month) -> float:
    """Return the years from the middle of a fact's period to a month; negative when the month is earlier.

    A fact without an index and without a date is the same in every month: 0.

    Raises
    ------
    FactsError
        F019 when the fact names an index but has no date.
    """
    period = parse_period(fact.period)
    if period is not None:
        return (month - period.middle) / MONTHS_PER_YEAR
    if not fact.index:
        return 0.0
    message = f"`{fact.key}` has no date, so `{fact.index}` cannot carry it to {month}"
    raise facts_error(message, "give an assumption with a date for it", "F019")


def growth_factors(growth_per_year: FloatArray, years: FloatArray) -> FloatArray:
    """Return what constant growth makes of 1 after some years.

    Parameters
    ----------
    growth_per_year
        Shape (S,), as a fraction, above -1.
    years
        Shape (M,), may be negative.

    Returns
    -------
    Shape (S, M).
    """
    factors: FloatArray = np.exp(np.log1p(growth_per_year)[:, None] * years[None, :])
    return factors


def aged(fact: Fact, month: Month, index: Fact) -> Fact:
    """Return the fact at the price level of a month, with a range widened by the doubt about the index.

    The half widths of the fact's own range and of the growth over the years add as independent errors do:
    the square root of the sum of squares, on the logarithmic scale. A point becomes a published range.

    Raises
    ------
    FactsError
        F019 when the fact has no date, is not positive, or names another index.
    """
    if fact.index != index.key or fact.low <= 0.0:
        message = f"`{fact.key}` cannot be carried by `{index.key}`"
        raise facts_error(message, f"use a positive number and its index `{fact.index or 'none'}`", "F019")
    years = years_from(fact, month)
    growth = math.log1p(index.value) * years
    ends = [math.log1p(rate) * years for rate in (index.low_value, index.high_value)]
    down = math.hypot(math.log(fact.mid / fact.low), growth - min(ends))
    up = math.hypot(math.log(fact.high / fact.mid), max(ends) - growth)
    mid = fact.mid * math.exp(growth)
    became_range = fact.range_kind is RangeKind.POINT and (down > 0.0 or up > 0.0)
    return dataclasses.replace(
        fact,
        low=mid * math.exp(-down),
        mid=mid,
        high=mid * math.exp(up),
        period=str(month),
        range_kind=RangeKind.PUBLISHED if became_range else fact.range_kind,
        note=f"{fact.note} Carried from {fact.period} to {month} by {index.key}.".strip(),
    )
