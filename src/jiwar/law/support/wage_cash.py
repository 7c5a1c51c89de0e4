"""Wage support as a plan feels it: cash by month for jobs that grow, people who leave, and an end in 2030."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.law.payroll.switches import Switches
from jiwar.law.support.offshoring import (
    EMPLOYMENT_RATE,
    LAST_MONTH,
    RULES,
    STARTS,
    TRAINING_RATE,
    income_tax_contribution,
    payment_delays,
)
from jiwar.law.support.project import BoolArray
from jiwar.money import FloatArray
from jiwar.periods import Month

_MONTHS_PER_YEAR = 12
_NO_END = 10_000
"""Months to the end when the end is applied payment by payment."""


@dataclass(frozen=True, slots=True)
class WageSupport:
    """Cash received in each month, shape (..., M), MAD; what is paid late stands in the month it is paid."""

    income_tax_mad: FloatArray
    employment_mad: FloatArray
    training_mad: FloatArray
    rules: tuple[str, ...] = RULES

    @property
    def total_mad(self) -> FloatArray:
        """All three together."""
        total: FloatArray = self.income_tax_mad + self.employment_mad + self.training_mad
        return total


def wage_support(
    people: FloatArray,
    gross_mad_per_year: FloatArray,
    *,
    start: Month,
    cap: float | None,
    leaving_per_year: FloatArray | float,
    moroccan_share: float,
    employed_before: FloatArray | float = 0.0,
    switches: Switches | None = None,
) -> WageSupport:
    """Return the cash of the offshoring circular for a team that grows and shrinks.

    A new job is a head above the highest number so far: replacing a leaver creates none. The first holder
    of a job must stay 18 months for the employment premium, and each further year for the training premium.

    Parameters
    ----------
    people
        People employed at the place in each month, shape (..., M).
    gross_mad_per_year
        Gross pay per person, shape broadcastable to ``people``.
    start
        The first of the M months.
    cap
        Income-tax cap of the place (0.20, 0.10) or None where there is no contribution for sure.
    leaving_per_year
        Share of people who leave within a year; an array is broadcast to ``people``.
    moroccan_share
        Share of recruits with Moroccan nationality.
    employed_before
        People at the place before the first month: their jobs are not new.
    """
    gross = np.broadcast_to(gross_mad_per_year, people.shape)
    employment, training = premiums(
        jobs_created(people, employed_before),
        gross,
        start=start,
        leaving_per_year=leaving_per_year,
        moroccan_share=moroccan_share,
        switches=switches,
    )
    relief = people * income_tax_relief(gross, start=start, cap=cap, switches=switches)
    return WageSupport(relief, employment, training)


def jobs_created(people: FloatArray, employed_before: FloatArray | float = 0.0) -> FloatArray:
    """Return the new jobs of each month: heads above the highest number so far, shape (..., M)."""
    before = np.broadcast_to(np.asarray(employed_before, dtype=np.float64), (*people.shape[:-1], 1))
    highest = np.maximum(np.maximum.accumulate(people, axis=-1), before)
    return np.diff(highest, axis=-1, prepend=before)


def income_tax_relief(
    gross_mad_per_year: FloatArray, *, start: Month, cap: float | None, switches: Switches | None = None
) -> FloatArray:
    """Return what the State pays of one person's income tax in each month, in MAD, shape (..., M)."""
    relief: FloatArray = np.zeros(gross_mad_per_year.shape)
    if cap is None:
        return relief
    months = [start + index for index in range(relief.shape[-1])]
    years = np.array([month.year for month in months])
    for year in np.unique(years):
        inside = years == year
        pay = np.asarray(gross_mad_per_year[..., inside], dtype=np.float64)
        paid = income_tax_contribution(pay, np.full(pay.shape, cap), on=Month(int(year), 1).first_day)
        relief[..., inside] = paid / _MONTHS_PER_YEAR
    return relief * _open(months, switches or Switches())


def premiums(
    new_jobs: FloatArray,
    gross_mad_per_year: FloatArray,
    *,
    start: Month,
    leaving_per_year: FloatArray | float,
    moroccan_share: float,
    switches: Switches | None = None,
) -> tuple[FloatArray, FloatArray]:
    """Return the cash of the employment and of the training premium by month, shape (..., M), in MAD.

    ``new_jobs`` are the jobs created in each month; both premiums are computed on the pay of that month and
    fall with those who leave before they are due.
    """
    chosen = switches or Switches()
    months = [start + index for index in range(new_jobs.shape[-1])]
    run_off = chosen.entitlements_after_2030 == "run_off"
    pays = np.array([run_off or month <= LAST_MONTH for month in months])
    payroll = new_jobs * gross_mad_per_year * _open(months, chosen)
    stay = 1.0 - np.asarray(leaving_per_year, dtype=np.float64)
    employment, training = np.zeros(payroll.shape), np.zeros(payroll.shape)
    employment_delays, training_delays = payment_delays(_NO_END, chosen)
    for delay in employment_delays:
        staying = EMPLOYMENT_RATE * stay ** (delay / _MONTHS_PER_YEAR)
        employment += _later(staying * payroll, delay) * pays
    for delay in training_delays:
        staying = TRAINING_RATE * moroccan_share * stay ** (delay / _MONTHS_PER_YEAR)
        training += _later(staying * payroll, delay) * pays
    return employment, training


def _open(months: list[Month], switches: Switches) -> BoolArray:
    """Return the months in which the circular is in force."""
    first = Month.of(STARTS[switches.offshoring_start])
    return np.array([first <= month <= LAST_MONTH for month in months], dtype=np.bool_)


def _later(amount: FloatArray, months: int) -> FloatArray:
    moved = np.zeros_like(amount)
    if months < amount.shape[-1]:
        moved[..., months:] = amount[..., : amount.shape[-1] - months]
    return moved
