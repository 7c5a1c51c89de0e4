"""German wage tax of tax classes I, III and IV: provision allowance, tariff, solidarity surcharge."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from jiwar.law.payroll.dated import in_force
from jiwar.law.payroll.error import refuse
from jiwar.money import FloatArray

TAX_CLASSES = (1, 3, 4)

_EMPLOYEE_LUMP_SUM_EUR = 1_230.0
_SPECIAL_EXPENSES_LUMP_SUM_EUR = 36.0
_ENTRY_RATE, _KINK_RATE, _UPPER_RATE, _TOP_RATE = 0.14, 0.2397, 0.42, 0.45
_SOLIDARITY_RATE, _SOLIDARITY_FADE_IN_RATE = 0.055, 0.119


@dataclass(frozen=True, slots=True)
class Tariff:
    """The limits of § 32a EStG for a year, and the exemption limit of the solidarity surcharge."""

    rule: str
    start: dt.date
    known_until: dt.date
    basic_allowance_eur: float
    kink_eur: float
    upper_eur: float
    top_eur: float
    solidarity_exempt_eur: float
    unemployment_counts: bool
    """Since 2026 unemployment contributions count inside a limit, and the old minimum is gone."""


def _tariff(year: int, basic: float, kink: float, upper: float, exempt: float) -> Tariff:
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    top = 277_825.0
    return Tariff(f"de.estg.wage-tax@{first}", first, last, basic, kink, upper, top, exempt, year >= 2026)


TARIFFS = (
    _tariff(2023, 10_908.0, 15_999.0, 62_809.0, 17_543.0),
    _tariff(2024, 11_784.0, 17_005.0, 66_760.0, 18_130.0),
    _tariff(2025, 12_096.0, 17_443.0, 68_480.0, 19_950.0),
    _tariff(2026, 12_348.0, 17_799.0, 69_878.0, 20_350.0),
)


@dataclass(frozen=True, slots=True)
class Contributions:
    """The employee's own contributions of a year as the provision allowance counts them, in EUR."""

    pension: FloatArray
    unemployment: FloatArray
    health_and_care: FloatArray
    """With the reduced health rate (14.0 % instead of 14.6 %), as § 39b EStG asks."""
    health_base: FloatArray


def tariff_on(on: dt.date) -> Tariff:
    """Return the tariff of a day; MoneyError L101 before 2023."""
    return in_force(TARIFFS, on, "the German wage-tax tariff")


def income_tax(taxable_eur: FloatArray, tariff: Tariff) -> FloatArray:
    """Return the tax of the basic tariff on whole euros of taxable income, before rounding."""
    middle = np.clip(taxable_eur, tariff.basic_allowance_eur, tariff.kink_eur) - tariff.basic_allowance_eur
    upper = np.clip(taxable_eur, tariff.kink_eur, tariff.upper_eur) - tariff.kink_eur
    first_slope = (_KINK_RATE - _ENTRY_RATE) / (2.0 * (tariff.kink_eur - tariff.basic_allowance_eur))
    second_slope = (_UPPER_RATE - _KINK_RATE) / (2.0 * (tariff.upper_eur - tariff.kink_eur))
    tax: FloatArray = (
        (first_slope * middle + _ENTRY_RATE) * middle
        + (second_slope * upper + _KINK_RATE) * upper
        + _UPPER_RATE * np.maximum(np.minimum(taxable_eur, tariff.top_eur) - tariff.upper_eur, 0.0)
        + _TOP_RATE * np.maximum(taxable_eur - tariff.top_eur, 0.0)
    )
    return tax


def wage_tax(
    gross_eur_per_year: FloatArray, own: Contributions, tariff: Tariff, tax_class: int
) -> tuple[FloatArray, FloatArray]:
    """Return wage tax and solidarity surcharge of a year, in EUR.

    Raises
    ------
    MoneyError
        L103 for a tax class other than 1, 3 or 4.
    """
    if tax_class not in TAX_CLASSES:
        refuse(
            "L103",
            f"wage tax of class {tax_class} is not coded",
            "use one of 1, 3, 4; the others depend on other incomes of the family",
        )
    split = 2.0 if tax_class == 3 else 1.0
    lump_sums = _EMPLOYEE_LUMP_SUM_EUR + _SPECIAL_EXPENSES_LUMP_SUM_EUR
    provision = _provision_allowance(own, tariff, tax_class)
    taxable = np.floor(np.maximum(gross_eur_per_year - lump_sums - provision, 0.0))
    tax = split * np.floor(income_tax(np.floor(taxable / split), tariff) + 1e-9)
    exempt = split * tariff.solidarity_exempt_eur
    fading = _SOLIDARITY_FADE_IN_RATE * np.maximum(tax - exempt, 0.0)
    return tax, np.minimum(_SOLIDARITY_RATE * tax, fading)


def _provision_allowance(own: Contributions, tariff: Tariff, tax_class: int) -> FloatArray:
    if tariff.unemployment_counts:
        limited = np.minimum(own.unemployment + own.health_and_care, 1_900.0)
        counted = np.maximum(np.ceil(own.pension + limited), np.ceil(own.pension + own.health_and_care))
        return np.asarray(counted, dtype=np.float64)
    least = np.minimum(0.12 * own.health_base, 3_000.0 if tax_class == 3 else 1_900.0)
    allowance: FloatArray = np.ceil(own.pension + np.maximum(own.health_and_care, least))
    return allowance
