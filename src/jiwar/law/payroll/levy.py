"""A levy: the share of pay between two limits that a statute takes; all payroll tables are made of levies."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field

import numpy as np

from jiwar.money import FloatArray

MONTHS_PER_YEAR = 12


@dataclass(frozen=True, slots=True)
class Levy:
    """A rate on the slice of yearly pay between two limits (a ceiling is the upper limit)."""

    line: str
    rate: float
    up_to_per_year: float = math.inf
    above_per_year: float = 0.0

    def amount_per_year(self, gross_per_year: FloatArray) -> FloatArray:
        """Return the levy for a year of evenly paid gross pay, in the currency of the pay."""
        slice_of_pay = np.clip(gross_per_year, self.above_per_year, self.up_to_per_year) - self.above_per_year
        levied: FloatArray = self.rate * slice_of_pay
        return levied


def monthly(line: str, rate: float, *, ceiling: float = math.inf, above: float = 0.0) -> Levy:
    """Return a levy whose limits the statute writes per month."""
    return Levy(line, rate, ceiling * MONTHS_PER_YEAR, above * MONTHS_PER_YEAR)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The levies of one country from a day on, until the next schedule; known for certain up to a day.

    After ``known_until`` the levies are carried forward and every result says so.
    """

    rule: str
    start: dt.date
    known_until: dt.date
    employer: tuple[Levy, ...]
    employee: tuple[Levy, ...] = ()
    left_out: tuple[str, ...] = ()
    low_confidence: bool = False
    regions: tuple[str, ...] = field(default=())
    """Regions that this schedule is for; empty: every region without a schedule of its own."""
