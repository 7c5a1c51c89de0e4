"""Amounts of money at the edges of the model; inside, kernels compute with plain arrays of EUR."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.floating[Any]]
"""Plain arrays, double or single precision; every name that holds one says its unit (``pay_eur_per_month``)."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount with its currency."""

    amount: float
    currency: str = "EUR"

    def in_eur(self, units_per_eur: float) -> Money:
        """Convert with a rate written as units of this currency for one EUR."""
        return Money(self.amount / units_per_eur, "EUR")


def discount_factors(rate_per_year: float, months: int) -> FloatArray:
    """Return the worth today of one EUR paid at the middle of each month.

    Parameters
    ----------
    rate_per_year
        Yearly rate as a fraction, above -1.
    months
        Number of months.

    Returns
    -------
    Array of shape (months,), dimensionless.
    """
    middle_of_month = (np.arange(months, dtype=np.float64) + 0.5) / 12.0
    factors: FloatArray = (1.0 + rate_per_year) ** -middle_of_month
    return factors
