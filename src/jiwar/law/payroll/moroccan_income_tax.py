"""Moroccan income tax on wages: professional expenses, the yearly scale, the reduction per dependant."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from jiwar.law.payroll.dated import in_force
from jiwar.money import FloatArray


@dataclass(frozen=True, slots=True)
class Scale:
    """A yearly scale: each rate holds from its threshold to the next one."""

    rule: str
    start: dt.date
    known_until: dt.date
    thresholds_mad_per_year: tuple[float, ...]
    rates: tuple[float, ...]
    reduction_mad_per_dependant: float
    most_dependants: int


SCALES = (
    Scale(
        rule="ma.cgi.art73@2023-01-01",
        start=dt.date(2023, 1, 1),
        known_until=dt.date(2024, 12, 31),
        thresholds_mad_per_year=(0.0, 30_000.0, 50_000.0, 60_000.0, 80_000.0, 180_000.0),
        rates=(0.0, 0.10, 0.20, 0.30, 0.34, 0.38),
        reduction_mad_per_dependant=360.0,
        most_dependants=6,
    ),
    Scale(
        rule="ma.cgi.art73@2025-01-01",
        start=dt.date(2025, 1, 1),
        known_until=dt.date(2026, 12, 31),
        thresholds_mad_per_year=(0.0, 40_000.0, 60_000.0, 80_000.0, 100_000.0, 180_000.0),
        rates=(0.0, 0.10, 0.20, 0.30, 0.34, 0.37),
        reduction_mad_per_dependant=500.0,
        most_dependants=6,
    ),
)
"""The number of dependants that count is published for 2025; six is kept for the older scale too."""


@dataclass(frozen=True, slots=True)
class ProfessionalExpenses:
    """The lump sum an employee deducts: a high rate on low pay, else a lower rate up to a cap."""

    rule: str
    start: dt.date
    known_until: dt.date
    low_pay_mad_per_year: float
    low_pay_rate: float
    rate: float
    cap_mad_per_year: float


PROFESSIONAL_EXPENSES = (
    ProfessionalExpenses(
        rule="ma.cgi.art59@2023-01-01",
        start=dt.date(2023, 1, 1),
        known_until=dt.date(2026, 12, 31),
        low_pay_mad_per_year=78_000.0,
        low_pay_rate=0.35,
        rate=0.25,
        cap_mad_per_year=35_000.0,
    ),
)


def scale_on(on: dt.date) -> Scale:
    """Return the income-tax scale of a day; MoneyError L101 before 2023."""
    return in_force(SCALES, on, "the Moroccan income-tax scale")


def expenses_on(on: dt.date) -> ProfessionalExpenses:
    """Return the rule for professional expenses of a day; MoneyError L101 before 2023."""
    return in_force(PROFESSIONAL_EXPENSES, on, "the Moroccan deduction for professional expenses")


def professional_expenses(gross_mad_per_year: FloatArray, rule: ProfessionalExpenses) -> FloatArray:
    """Return the lump-sum deduction; 78,000 MAD itself still has the higher rate."""
    low: FloatArray = rule.low_pay_rate * gross_mad_per_year
    high = np.minimum(rule.rate * gross_mad_per_year, rule.cap_mad_per_year)
    return np.where(gross_mad_per_year <= rule.low_pay_mad_per_year, low, high)


def income_tax(net_taxable_mad_per_year: FloatArray, scale: Scale, dependants: FloatArray) -> FloatArray:
    """Return the yearly tax after the family reduction, never below zero.

    Parameters
    ----------
    net_taxable_mad_per_year
        Pay after social charges and professional expenses.
    scale
        The scale of the year.
    dependants
        Spouse and children that the employee supports; more than the scale allows do not count.
    """
    tax = np.zeros_like(net_taxable_mad_per_year)
    below = 0.0
    for threshold, rate in zip(scale.thresholds_mad_per_year, scale.rates, strict=True):
        tax = tax + (rate - below) * np.maximum(net_taxable_mad_per_year - threshold, 0.0)
        below = rate
    counted = np.minimum(dependants, scale.most_dependants)
    after: FloatArray = np.maximum(tax - scale.reduction_mad_per_dependant * counted, 0.0)
    return after
