"""The Moroccan minimum wage (SMIG) by day, and who is paid below it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jiwar.law.payroll.dated import in_force
from jiwar.money import FloatArray

HOURS_PER_MONTH = 191.0
"""Payroll practice for 44 hours a week (2,288 hours a year are 190.67 a month)."""


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """An hourly minimum from a day on."""

    rule: str
    start: dt.date
    known_until: dt.date
    mad_per_hour: float

    @property
    def mad_per_month(self) -> float:
        """Gross pay of a full month."""
        return self.mad_per_hour * HOURS_PER_MONTH


SMIG = (
    MinimumWage("ma.smig@2022-09-01", dt.date(2022, 9, 1), dt.date(2023, 8, 31), 15.55),
    MinimumWage("ma.smig@2023-09-01", dt.date(2023, 9, 1), dt.date(2024, 12, 31), 16.29),
    MinimumWage("ma.smig@2025-01-01", dt.date(2025, 1, 1), dt.date(2025, 12, 31), 17.10),
    MinimumWage("ma.smig@2026-01-01", dt.date(2026, 1, 1), dt.date(2026, 12, 31), 17.92),
)


def minimum_wage_on(on: dt.date) -> MinimumWage:
    """Return the non-agricultural minimum wage of a day; MoneyError L101 before September 2022."""
    return in_force(SMIG, on, "the Moroccan minimum wage")


def below_minimum_wage(gross_mad_per_month: FloatArray, on: dt.date) -> NDArray[np.bool_]:
    """Return where full-time gross pay is below the minimum wage of a day."""
    return np.asarray(gross_mad_per_month, dtype=np.float64) < minimum_wage_on(on).mad_per_month - 0.005
