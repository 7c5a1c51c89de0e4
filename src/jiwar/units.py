"""The closed list of units, and how a written quantity such as ``95 EUR/hour`` is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

CURRENCIES = ("EUR", "MAD", "USD", "GBP", "PLN", "RON", "TND", "EGP", "INR", "RSD", "TRY")
"""ISO 4217 codes that a fact or a case may use."""


class Dimension(StrEnum):
    """What a unit measures; quantities of different dimensions never mix."""

    RATIO = "ratio"
    GROWTH = "growth"
    DURATION = "duration"
    CLOCK = "clock"
    PEOPLE = "people"
    PEOPLE_FLOW = "people per time"
    COUNT = "count"
    AREA = "area"
    MONEY = "money"
    MONEY_PER_YEAR = "money per year"
    MONEY_PER_MONTH = "money per month"
    MONEY_PER_DAY = "money per day"
    MONEY_PER_HOUR = "money per hour"
    MONEY_PER_AREA = "money per area and month"
    EXCHANGE = "currency per EUR"
    FREQUENCY = "per week"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its written form, its dimension, and the factor to the unit computed with."""

    symbol: str
    dimension: Dimension
    factor: float = 1.0
    currency: str | None = None


_PLAIN = (
    Unit("ratio", Dimension.RATIO),
    Unit("percent", Dimension.RATIO, 0.01),
    Unit("%", Dimension.RATIO, 0.01),
    Unit("percent/year", Dimension.GROWTH, 0.01),
    Unit("%/year", Dimension.GROWTH, 0.01),
    Unit("percent/hour", Dimension.GROWTH, 0.01),
    Unit("months", Dimension.DURATION),
    Unit("month", Dimension.DURATION),
    Unit("quarters", Dimension.DURATION, 3.0),
    Unit("years", Dimension.DURATION, 12.0),
    Unit("year", Dimension.DURATION, 12.0),
    Unit("hours", Dimension.CLOCK),
    Unit("hours/day", Dimension.CLOCK),
    Unit("hours/week", Dimension.CLOCK),
    Unit("days/year", Dimension.CLOCK),
    Unit("days", Dimension.CLOCK),
    Unit("people", Dimension.PEOPLE),
    Unit("people/year", Dimension.PEOPLE_FLOW),
    Unit("people/quarter", Dimension.PEOPLE_FLOW, 4.0),
    Unit("jobs", Dimension.COUNT),
    Unit("count", Dimension.COUNT),
    Unit("points", Dimension.COUNT),
    Unit("rank", Dimension.COUNT),
    Unit("m2", Dimension.AREA),
    Unit("per week", Dimension.FREQUENCY),
    Unit("text", Dimension.TEXT),
)

_MONEY_SHAPES = (
    ("{c}", Dimension.MONEY, 1.0),
    ("k{c}", Dimension.MONEY, 1e3),
    ("M{c}", Dimension.MONEY, 1e6),
    ("bn {c}", Dimension.MONEY, 1e9),
    ("{c}/year", Dimension.MONEY_PER_YEAR, 1.0),
    ("k{c}/year", Dimension.MONEY_PER_YEAR, 1e3),
    ("bn {c}/year", Dimension.MONEY_PER_YEAR, 1e9),
    ("{c}/month", Dimension.MONEY_PER_MONTH, 1.0),
    ("{c}/day", Dimension.MONEY_PER_DAY, 1.0),
    ("{c}/hour", Dimension.MONEY_PER_HOUR, 1.0),
    ("{c}/m2/month", Dimension.MONEY_PER_AREA, 1.0),
)

UNITS: dict[str, Unit] = {unit.symbol: unit for unit in _PLAIN} | {
    (symbol := shape.format(c=currency)): Unit(symbol, dimension, factor, currency)
    for currency in CURRENCIES
    for shape, dimension, factor in _MONEY_SHAPES
}
UNITS |= {f"{c}/EUR": Unit(f"{c}/EUR", Dimension.EXCHANGE, 1.0, c) for c in CURRENCIES}

_QUANTITY = re.compile(r"^\s*(?P<number>[-+]?[\d_]*\.?\d+(?:[eE][-+]?\d+)?)\s*(?P<unit>\D.*?)?\s*$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number together with its unit, as somebody wrote it."""

    number: float
    unit: Unit

    @property
    def value(self) -> float:
        """The number in the unit that the kernels compute with (percent become fractions)."""
        return self.number * self.unit.factor


class QuantityError(ValueError):
    """A written quantity cannot be read; the message says why, ``remedy`` how to mend it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def units_of(*dimensions: Dimension) -> tuple[str, ...]:
    """Return the written forms of all units of the given dimensions, in their listed order."""
    return tuple(unit.symbol for unit in UNITS.values() if unit.dimension in dimensions)


def parse_quantity(text: str, *dimensions: Dimension) -> Quantity:
    """Read ``"95 EUR/hour"`` and insist on one of the given dimensions.

    Raises
    ------
    QuantityError
        When there is no number, no unit, an unknown unit, or one of another dimension.
    """
    allowed = ", ".join(f"`{symbol}`" for symbol in units_of(*dimensions)[:6])
    match = _QUANTITY.match(text)
    if match is None:
        message = f"`{text}` is not a number with a unit"
        raise QuantityError(message, f"write a number, a space and a unit, for instance one of {allowed}")
    symbol = match["unit"]
    if symbol is None:
        message = f"`{text}` has no unit"
        raise QuantityError(message, f"add one of {allowed}")
    unit = UNITS.get(symbol.strip())
    if unit is None:
        message = f"`{symbol.strip()}` is not a unit that Jiwar knows"
        raise QuantityError(message, f"use one of {allowed}")
    if unit.dimension not in dimensions:
        wanted = " or ".join(dimension.value for dimension in dimensions)
        message = f"`{text}` is {unit.dimension.value}, but {wanted} is asked for"
        raise QuantityError(message, f"use one of {allowed}")
    return Quantity(float(match["number"].replace("_", "")), unit)
