"""A Moroccan pay slip: from gross to net and employer cost, by month and year, and back from net to gross."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace

import numpy as np

from jiwar.law.payroll.bisection import smallest_reaching
from jiwar.law.payroll.charges import schedule_on
from jiwar.law.payroll.dated import assumed_from
from jiwar.law.payroll.error import refuse
from jiwar.law.payroll.levy import MONTHS_PER_YEAR, Levy
from jiwar.law.payroll.moroccan_income_tax import expenses_on, income_tax, professional_expenses, scale_on
from jiwar.money import FloatArray

HIGHEST_CIMR_RATE = 0.10
CIMR_EMPLOYER_FACTOR = 1.3
_HIGHEST_NET_MAD_PER_YEAR = 1e9


@dataclass(frozen=True, slots=True)
class MoroccanPay:
    """One year of pay in MAD, for any shape of employees."""

    gross_mad: FloatArray
    social_charges_mad: FloatArray
    supplementary_pension_mad: FloatArray
    professional_expenses_mad: FloatArray
    net_taxable_mad: FloatArray
    income_tax_mad: FloatArray
    net_mad: FloatArray
    employer_charges_mad: FloatArray
    employer_supplementary_pension_mad: FloatArray
    rules: tuple[str, ...]
    assumed_from: dt.date | None

    @property
    def employer_cost_mad(self) -> FloatArray:
        """Gross pay with all that the employer pays on top."""
        cost: FloatArray = (
            self.gross_mad + self.employer_charges_mad + self.employer_supplementary_pension_mad
        )
        return cost


def moroccan_year(
    gross_mad_per_month: FloatArray,
    *,
    on: dt.date,
    dependants: float | FloatArray = 0.0,
    cimr_rate: float = 0.0,
) -> MoroccanPay:
    """Return the pay slip of a year from its twelve gross monthly pays.

    Social ceilings apply month by month, income tax to the year: so an uneven year (a bonus, a late start)
    is exact.

    Parameters
    ----------
    gross_mad_per_month
        Shape (..., 12), MAD.
    on
        A day of the year in question.
    dependants
        Dependants per employee, shape (...) or one number.
    cimr_rate
        Employee rate of the optional supplementary pension, 0 (none) or 0.03 to 0.10.

    Raises
    ------
    MoneyError
        L101 before 2023, L102 pay or dependants that cannot be, L103 a CIMR rate that is not offered.
    """
    pay = _checked_months(gross_mad_per_month)
    family = _checked_dependants(dependants)
    _check_cimr(cimr_rate)
    schedule, scale, expenses = schedule_on("MA", on), scale_on(on), expenses_on(on)
    gross = pay.sum(axis=-1)
    social = _by_month(schedule.employee, pay)
    pension = cimr_rate * gross
    lump_sum = professional_expenses(gross, expenses)
    net_taxable = np.maximum(gross - social - pension - lump_sum, 0.0)
    tax = income_tax(net_taxable, scale, np.broadcast_to(family, gross.shape))
    limits = [day for item in (schedule, scale, expenses) if (day := assumed_from(item, on))]
    return MoroccanPay(
        gross,
        social,
        pension,
        lump_sum,
        net_taxable,
        tax,
        gross - social - pension - tax,
        _by_month(schedule.employer, pay),
        CIMR_EMPLOYER_FACTOR * pension,
        (schedule.rule, expenses.rule, scale.rule),
        min(limits, default=None),
    )


def moroccan_month(
    gross_mad_per_month: FloatArray,
    *,
    on: dt.date,
    dependants: float | FloatArray = 0.0,
    cimr_rate: float = 0.0,
) -> MoroccanPay:
    """Return the pay slip of one month of a year of even pay: every amount is a twelfth of the year's."""
    monthly = np.asarray(gross_mad_per_month, dtype=np.float64)
    months = np.broadcast_to(monthly[..., None], (*monthly.shape, MONTHS_PER_YEAR))
    year = moroccan_year(months, on=on, dependants=dependants, cimr_rate=cimr_rate)
    amounts = [field.name for field in fields(year) if field.name.endswith("_mad")]
    return replace(year, **{name: getattr(year, name) / MONTHS_PER_YEAR for name in amounts})


def moroccan_gross_for_net(
    net_mad_per_month: FloatArray,
    *,
    on: dt.date,
    dependants: float | FloatArray = 0.0,
    cimr_rate: float = 0.0,
) -> FloatArray:
    """Return the smallest even gross monthly pay that leaves a wanted net, to a hundredth of a dirham.

    Net pay falls by some 65 MAD a month where the deduction for professional expenses drops from 35 to 25 %
    (6,500 MAD gross); a net inside that fold is reached by two gross pays, and the smaller one is returned.
    """
    wanted = np.asarray(net_mad_per_month, dtype=np.float64)
    _checked_months(np.broadcast_to(wanted[..., None], (*wanted.shape, MONTHS_PER_YEAR)))

    def net(gross: FloatArray) -> FloatArray:
        return moroccan_month(gross, on=on, dependants=dependants, cimr_rate=cimr_rate).net_mad

    fold = expenses_on(on).low_pay_mad_per_year / MONTHS_PER_YEAR
    before = smallest_reaching(net, wanted, 0.0, fold)
    after = smallest_reaching(net, wanted, np.nextafter(fold, np.inf), _HIGHEST_NET_MAD_PER_YEAR)
    reached: FloatArray = np.where(net(np.full_like(wanted, fold)) >= wanted, before, after)
    return reached


def _by_month(levies: tuple[Levy, ...], pay: FloatArray) -> FloatArray:
    parts = [levy.amount_per_year(pay * MONTHS_PER_YEAR) / MONTHS_PER_YEAR for levy in levies]
    year: FloatArray = np.sum(parts, axis=0, dtype=np.float64).sum(axis=-1)
    return year


def _checked_months(gross_mad_per_month: FloatArray) -> FloatArray:
    pay = np.asarray(gross_mad_per_month, dtype=np.float64)
    if pay.ndim == 0 or pay.shape[-1] != MONTHS_PER_YEAR:
        refuse("L102", "a year of pay needs twelve months", "give an array of shape (..., 12)")
    if not np.all(np.isfinite(pay)) or np.any(pay < 0):
        refuse("L102", "pay must be zero or more and finite", "check the pay asked for")
    return pay


def _checked_dependants(dependants: float | FloatArray) -> FloatArray:
    family = np.asarray(dependants, dtype=np.float64)
    if np.any(family < 0) or np.any(family != np.floor(family)):
        refuse("L102", "dependants are whole people, zero or more", "count spouse and children")
    return family


def _check_cimr(rate: float) -> None:
    if rate and not 0.03 <= rate <= HIGHEST_CIMR_RATE:
        refuse(
            "L103",
            f"the supplementary pension CIMR has no employee rate of {rate:.2%}",
            "use 0 (not agreed) or a rate from 3 % to 10 %",
        )
