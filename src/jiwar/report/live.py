"""Cost as quantities times prices, so that a workbook can recompute it when wages, rates or currencies change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LiveInput:
    """A number that a workbook may change: yearly growth as a fraction, or units of a currency per EUR."""

    key: str
    name: str
    value: float
    growth: bool


@dataclass(frozen=True, slots=True)
class Slice:
    """A levy: a rate on the part of a year's pay between two limits, in the currency of the statute."""

    rate: float
    above: float
    up_to: float | None


@dataclass(frozen=True, slots=True)
class Price:
    """What one person, or one year of a unit, costs in a month.

    ``base`` is a yearly amount at the level of its source; it grows by the input ``growth`` from ``years``
    before the first month on, and is divided by 12 and by the exchange rate ``per_eur``. ``scale`` turns what
    the source gives into a year. ``levies`` holds, month by month, the slices of employer charges on it in a
    currency of ``statute`` per EUR; without them there are no charges.
    """

    name: str
    base: float
    scale: float
    growth: str
    years: float
    per_eur: str
    statute: str
    levies: tuple[tuple[Slice, ...], ...]
    eur_per_month: tuple[float, ...]
    charges_eur_per_month: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much of a price a line of one side takes in each month: people, or units; ``charges`` means of charges.

    The price is that of ``lag`` months before.
    """

    side: str
    line: str
    price: int
    charges: bool
    by_month: tuple[float, ...]
    lag: int = 0

    def eur(self, price: Price) -> tuple[float, ...]:
        """Return what the line takes of the price in each month, in EUR."""
        per_month = price.charges_eur_per_month if self.charges else price.eur_per_month
        return tuple(
            quantity * per_month[month - self.lag] if quantity else 0.0
            for month, quantity in enumerate(self.by_month)
        )


@dataclass(frozen=True, slots=True)
class Live:
    """All of it; ``rest`` (by ``plan/pay`` and so on) is what a line costs that hangs on no price, by month in EUR."""

    inputs: tuple[LiveInput, ...]
    prices: tuple[Price, ...]
    quantities: tuple[Quantity, ...]
    rest: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
