"""Moroccan corporate tax by fiscal year and status, with the minimum contribution and the solidarity levy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from jiwar.law.payroll.error import refuse
from jiwar.law.payroll.switches import Switches
from jiwar.money import FloatArray


class CompanyStatus(StrEnum):
    """What decides the corporate tax of a Moroccan company."""

    ORDINARY = "ordinary"
    INDUSTRY = "industry"
    OUTSOURCING = "outsourcing"
    ACCELERATION_ZONE = "acceleration_zone"
    FINANCE_CITY = "finance_city"


FIRST_YEAR, TARGET_YEAR = 2022, 2026
EXEMPT_YEARS = 5
EXEMPT_RULE, RATE_RULE = "ma.cgi.art6.outsourcing@2022-01-01", "ma.cgi.art19@2022-01-01"
STATE_RULE, MINIMUM_RULE = "ma.offshoring.corporate-tax@2025-07-01", "ma.cgi.art144@2022-01-01"
SOLIDARITY_RULE = "ma.cgi.art267-269@2023-01-01"
STATE_SHARE_OF_RATE = 0.56
STATE_SHARE_YEARS = (2025, 2030)
MINIMUM_RATE, MINIMUM_FLOOR_MAD, MINIMUM_EXEMPT_YEARS = 0.0025, 3_000.0, 3
SOLIDARITY_BANDS = ((1e6, 0.015), (5e6, 0.025), (10e6, 0.035), (40e6, 0.05))
SOLIDARITY_YEARS, SOLIDARITY_EXTENDED_TO = (2023, 2025), 2028

_LOW_PROFIT_MAD, _MIDDLE_PROFIT_MAD, _HIGH_PROFIT_MAD = 300_000.0, 1_000_000.0, 100_000_000.0
PATHS = {
    "low": (0.10, 0.20),
    "middle": (0.20, 0.20),
    "upper": (0.31, 0.20),
    "high": (0.31, 0.35),
    "industry": (0.26, 0.20),
    "zone": (0.15, 0.20),
    "former_20": (0.20, 0.35),
}
"""Rates of the fiscal years opened in 2022 and from 2026 on; in between they move in equal yearly steps."""

_EXEMPT_FIRST = frozenset(
    {CompanyStatus.OUTSOURCING, CompanyStatus.ACCELERATION_ZONE, CompanyStatus.FINANCE_CITY}
)
_ZONE_RATE = frozenset({CompanyStatus.ACCELERATION_ZONE, CompanyStatus.FINANCE_CITY})


@dataclass(frozen=True, slots=True)
class CorporateTax:
    """What a company owes for one fiscal year, in MAD, for any shape of profits."""

    rate: FloatArray
    tax_mad: FloatArray
    minimum_contribution_mad: FloatArray
    state_contribution_mad: FloatArray
    solidarity_mad: FloatArray
    exempt: bool = False
    """Whether the year is one of the exempt ones of its status."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that decided, by key: exemption or rate, then what was added or borne by the State."""
        applied = (
            (EXEMPT_RULE if self.exempt else RATE_RULE, True),
            (MINIMUM_RULE, bool(np.any(self.minimum_contribution_mad > self.tax_mad))),
            (STATE_RULE, bool(np.any(self.state_contribution_mad > 0))),
            (SOLIDARITY_RULE, bool(np.any(self.solidarity_mad > 0))),
        )
        return tuple(rule for rule, holds in applied if holds)

    @property
    def due_mad(self) -> FloatArray:
        """The higher of tax and minimum contribution, less what the State bears, plus solidarity."""
        higher = np.maximum(self.tax_mad, self.minimum_contribution_mad)
        due: FloatArray = higher - self.state_contribution_mad + self.solidarity_mad
        return due


def corporate_rate(
    profit_mad: FloatArray, *, year: int, status: CompanyStatus, year_of_operation: int, switches: Switches
) -> FloatArray:
    """Return the rate on the whole profit of a fiscal year opened in ``year``.

    Raises
    ------
    MoneyError
        L101 before the fiscal year 2022, L108 for a year of operation below 1.
    """
    if year < FIRST_YEAR:
        refuse("L101", f"corporate tax is coded from the fiscal year {FIRST_YEAR} on", "ask for a later year")
    if year_of_operation < 1:
        refuse("L108", "years of operation count from 1", "give 1 for the first fiscal year")
    profit = np.asarray(profit_mad, dtype=np.float64)
    if status in _EXEMPT_FIRST and year_of_operation <= EXEMPT_YEARS:
        return np.zeros_like(profit)
    if status in _ZONE_RATE:
        return np.full_like(profit, _on_path("zone", year))
    upper = "industry" if status is CompanyStatus.INDUSTRY else "upper"
    high = "high" if switches.high_profit_path == "general" else "former_20"
    return np.select(
        [profit <= _LOW_PROFIT_MAD, profit <= _MIDDLE_PROFIT_MAD, profit < _HIGH_PROFIT_MAD],
        [_on_path("low", year), _on_path("middle", year), _on_path(upper, year)],
        _on_path(high, year),
    )


def corporate_tax(
    profit_mad: FloatArray,
    *,
    turnover_mad: FloatArray,
    year: int,
    status: CompanyStatus,
    year_of_operation: int,
    switches: Switches | None = None,
) -> CorporateTax:
    """Return what a company owes for a fiscal year.

    Parameters
    ----------
    profit_mad
        Net taxable profit; a loss owes the minimum contribution only.
    turnover_mad
        Turnover without tax, financial income and subsidies received: the base of the minimum contribution.
    year_of_operation
        1 for the first fiscal year since operation began.
    """
    chosen = switches or Switches()
    profit = np.maximum(np.asarray(profit_mad, dtype=np.float64), 0.0)
    turnover = np.asarray(turnover_mad, dtype=np.float64)
    if np.any(~np.isfinite(turnover)) or np.any(turnover < 0) or np.any(~np.isfinite(profit)):
        refuse("L108", "turnover and profit must be finite and turnover not negative", "check the figures")
    rate = corporate_rate(
        profit, year=year, status=status, year_of_operation=year_of_operation, switches=chosen
    )
    tax = rate * profit
    exempt = status in _EXEMPT_FIRST and year_of_operation <= EXEMPT_YEARS
    minimum = _minimum_contribution(turnover, exempt=exempt or year_of_operation <= MINIMUM_EXEMPT_YEARS)
    first, last = STATE_SHARE_YEARS
    helped = status is CompanyStatus.OUTSOURCING and first <= year <= last
    state = STATE_SHARE_OF_RATE * tax if helped else np.zeros_like(tax)
    return CorporateTax(rate, tax, minimum, state, _solidarity(profit, year, status, chosen), exempt)


def _on_path(name: str, year: int) -> float:
    first, target = PATHS[name]
    steps = min(year, TARGET_YEAR) - FIRST_YEAR
    return first + (target - first) * steps / (TARGET_YEAR - FIRST_YEAR)


def _minimum_contribution(turnover_mad: FloatArray, *, exempt: bool) -> FloatArray:
    if exempt:
        return np.zeros_like(turnover_mad)
    return np.asarray(np.maximum(MINIMUM_RATE * turnover_mad, MINIMUM_FLOOR_MAD))


def _solidarity(profit_mad: FloatArray, year: int, status: CompanyStatus, switches: Switches) -> FloatArray:
    first, last = SOLIDARITY_YEARS
    last = SOLIDARITY_EXTENDED_TO if switches.solidarity_after_2025 == "extended" else last
    if not first <= year <= last or status in _ZONE_RATE:
        return np.zeros_like(profit_mad)
    included = switches.solidarity_bands == "below_upper_limit"
    rate = np.zeros_like(profit_mad)
    for index, (threshold, value) in enumerate(SOLIDARITY_BANDS):
        reached = profit_mad >= threshold if included or index == 0 else profit_mad > threshold
        rate = np.where(reached, value, rate)
    return np.asarray(rate * profit_mad, dtype=np.float64)
