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
    leaving_per_year: float,
    moroccan_share: float,
    employed_before: float = 0.0,
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
        Share of people who leave within a year.
    moroccan_share
        Share of recruits with Moroccan nationality.
    employed_before
        People at the place before the first month: their jobs are not new.
    """
    chosen = switches or Switches()
    count = people.shape[-1]
    gross = np.broadcast_to(gross_mad_per_year, people.shape)
    months = [start + index for index in range(count)]
    open_month = np.array(
        [Month.of(STARTS[chosen.offshoring_start]) <= month <= LAST_MONTH for month in months]
    )
    run_off = chosen.entitlements_after_2030 == "run_off"
    pays = np.array([run_off or month <= LAST_MONTH for month in months])
    highest = np.maximum(np.maximum.accumulate(people, axis=-1), employed_before)
    new_jobs = np.diff(highest, axis=-1, prepend=employed_before) * open_month
    stay = 1.0 - leaving_per_year
    employment = np.zeros(people.shape)
    training = np.zeros(people.shape)
    employment_delays, training_delays = payment_delays(_NO_END, chosen)
    for delay in employment_delays:
        staying = EMPLOYMENT_RATE * stay ** (delay / _MONTHS_PER_YEAR)
        employment += _later(staying * new_jobs * gross, delay) * pays
    for delay in training_delays:
        staying = TRAINING_RATE * moroccan_share * stay ** (delay / _MONTHS_PER_YEAR)
        training += _later(staying * new_jobs * gross, delay) * pays
    return WageSupport(_income_tax(people, gross, months, cap) * open_month, employment, training)


def _income_tax(people: FloatArray, gross: FloatArray, months: list[Month], cap: float | None) -> FloatArray:
    contribution = np.zeros(people.shape)
    if cap is None:
        return contribution
    years = np.array([month.year for month in months])
    for year in np.unique(years):
        inside = years == year
        pay = np.asarray(gross[..., inside], dtype=np.float64)
        share = income_tax_contribution(pay, np.full(pay.shape, cap), on=Month(int(year), 1).first_day)
        contribution[..., inside] = people[..., inside] * share / _MONTHS_PER_YEAR
    return contribution


def _later(amount: FloatArray, months: int) -> FloatArray:
    moved = np.zeros_like(amount)
    if months < amount.shape[-1]:
        moved[..., months:] = amount[..., : amount.shape[-1] - months]
    return moved
