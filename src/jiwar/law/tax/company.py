"""The captive company on cost-plus, year by year: turnover, profit, taxes, dividend, cash."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from jiwar.law.payroll.error import refuse
from jiwar.law.payroll.switches import Switches
from jiwar.law.tax.corporate import CompanyStatus, CorporateTax, corporate_tax
from jiwar.law.tax.dividends import dividend_withholding
from jiwar.money import FloatArray


@dataclass(frozen=True, slots=True)
class CompanyView:
    """Y fiscal years of a captive company; every array has shape (Y,), MAD."""

    years: tuple[int, ...]
    turnover_mad: FloatArray
    costs_mad: FloatArray
    subsidies_mad: FloatArray
    profit_before_tax_mad: FloatArray
    taxes: tuple[CorporateTax, ...]
    tax_due_mad: FloatArray
    profit_after_tax_mad: FloatArray
    dividend_mad: FloatArray
    withholding_mad: FloatArray
    retained_mad: FloatArray
    questions: tuple[str, ...]

    @property
    def cash_to_parent_mad(self) -> FloatArray:
        """What reaches the parent after withholding."""
        cash: FloatArray = self.dividend_mad - self.withholding_mad
        return cash

    @property
    def group_tax_mad(self) -> FloatArray:
        """All Moroccan tax on the company and its dividend."""
        tax: FloatArray = self.tax_due_mad + self.withholding_mad
        return tax

    def in_eur(self, amount_mad: FloatArray, mad_per_eur: FloatArray) -> FloatArray:
        """Convert yearly amounts at yearly rates."""
        return np.asarray(amount_mad / mad_per_eur, dtype=np.float64)


def captive_company(
    costs_mad: FloatArray,
    *,
    first_year: int,
    status: CompanyStatus,
    margin: float,
    subsidies_mad: FloatArray | None = None,
    distributed_share: float = 1.0,
    first_year_of_operation: int = 1,
    switches: Switches | None = None,
) -> CompanyView:
    """Return the profit and loss of a captive that invoices its costs with a margin.

    Parameters
    ----------
    costs_mad
        Full costs of each fiscal year, shape (Y,).
    margin
        Mark-up on costs, an assumption: neither side publishes a safe harbour.
    subsidies_mad
        Grants recorded as income, shape (Y,); they raise profit and the minimum contribution, not turnover.
    distributed_share
        Share of the profit after tax that is paid out in the following year.

    Raises
    ------
    MoneyError
        L101 before 2022, L108 for costs, margin or shares that cannot be.
    """
    costs = np.asarray(costs_mad, dtype=np.float64)
    grants = np.zeros_like(costs) if subsidies_mad is None else np.asarray(subsidies_mad, dtype=np.float64)
    _check(costs, grants, margin, distributed_share)
    chosen = switches or Switches()
    years = tuple(range(first_year, first_year + len(costs)))
    turnover = costs * (1.0 + margin)
    profit = turnover - costs + grants
    taxes = tuple(
        corporate_tax(
            profit[index],
            turnover_mad=turnover[index] + grants[index],
            year=year,
            status=status,
            year_of_operation=first_year_of_operation + index,
            switches=chosen,
        )
        for index, year in enumerate(years)
    )
    due = np.array([float(tax.due_mad) for tax in taxes])
    after = profit - due
    dividend = distributed_share * np.maximum(after, 0.0)
    rates = np.array(
        [
            dividend_withholding(distributed=payment_day(year), profit_year=year, switches=chosen)
            for year in years
        ]
    )
    return CompanyView(
        years, turnover, costs, grants, profit, taxes, due, after, dividend, rates * dividend,
        after - dividend, _questions(status),
    )  # fmt: skip


def payment_day(profit_year: int) -> dt.date:
    """Return the day on which the profit of a year is taken to be paid out: in the middle of the next one."""
    return dt.date(profit_year + 1, 7, 1)


def _questions(status: CompanyStatus) -> tuple[str, ...]:
    asked = ["margin_is_an_assumption", "treaty_cap_on_dividends"]
    if status is CompanyStatus.OUTSOURCING:
        asked += ["outsourcing_exemption_start", "outsourcing_solidarity", "outsourcing_high_profit_rate"]
    if status is CompanyStatus.ACCELERATION_ZONE:
        asked.append("zone_admits_services")
    if status is CompanyStatus.FINANCE_CITY:
        asked.append("finance_city_status")
    return tuple(asked)


def _check(costs: FloatArray, grants: FloatArray, margin: float, share: float) -> None:
    if costs.ndim != 1 or costs.shape != grants.shape or not np.all(np.isfinite(costs)) or np.any(costs < 0):
        refuse("L108", "costs are one finite, non-negative amount per year", "check costs and subsidies")
    if not np.all(np.isfinite(grants)) or np.any(grants < 0):
        refuse("L108", "subsidies are finite and not negative", "check the subsidies")
    if not 0.0 <= margin < 1.0 or not 0.0 <= share <= 1.0:
        refuse("L108", "margin and distributed share lie between 0 and 1", "write 8 % as 0.08")
