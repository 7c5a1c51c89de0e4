"""A German pay slip: social charges of both sides, wage tax, net pay, and back from net to gross."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.law.payroll.bisection import smallest_reaching
from jiwar.law.payroll.charges import employee_charges, employer_charges
from jiwar.law.payroll.dated import assumed_from
from jiwar.law.payroll.error import refuse
from jiwar.law.payroll.german_wage_tax import Contributions, tariff_on, wage_tax
from jiwar.law.payroll.germany import year_on
from jiwar.law.payroll.levy import MONTHS_PER_YEAR
from jiwar.money import FloatArray

_REDUCED_HEALTH_RATE_DIFFERENCE = 0.006
_RELIEF_PER_CHILD = 0.0025
_FIRST_CHILD_WITH_RELIEF, _LAST_CHILD_WITH_RELIEF = 2, 5
_CHILD_RELIEF_SINCE = dt.date(2023, 7, 1)
_HIGHEST_GROSS_EUR_PER_YEAR = 1e8

LEFT_OUT = (
    "church tax",
    "tax classes II, V and VI, allowances entered on request",
    "private health insurance and individual additional rates",
)


@dataclass(frozen=True, slots=True)
class GermanPay:
    """One year of evenly paid work in EUR, for any shape of employees."""

    gross_eur: FloatArray
    employee_charges_eur: Mapping[str, FloatArray]
    wage_tax_eur: FloatArray
    solidarity_surcharge_eur: FloatArray
    net_eur: FloatArray
    employer_charges_eur: Mapping[str, FloatArray]
    employer_cost_eur: FloatArray
    rules: tuple[str, ...]
    assumed_from: dt.date | None
    left_out: tuple[str, ...]


def german_year(
    gross_eur_per_year: FloatArray,
    *,
    on: dt.date,
    region: str | None = None,
    tax_class: int = 1,
    children: int = 0,
    additional_health_rate: float | None = None,
) -> GermanPay:
    """Return the pay slip of a year of even pay, statutory insurance, tax class I, III or IV.

    Parameters
    ----------
    gross_eur_per_year
        Any shape.
    on
        A day of the year in question, from 2023 on.
    region
        German Land; only Saxony (``SN``) and, until 2024, the eastern ceilings differ.
    tax_class
        1, 3 or 4.
    children
        Children under 25 for the care rate; none means the surcharge for the childless.
    additional_health_rate
        The fund's own additional rate; None takes the average published for the year.
    """
    gross = np.asarray(gross_eur_per_year, dtype=np.float64)
    if children < 0 or children != int(children):
        refuse("L102", "children are whole people, zero or more", "count the children under 25")
    own = employee_charges(gross, country="DE", on=on, region=region)
    employer = employer_charges(gross, country="DE", on=on, region=region)
    lines = dict(own.lines)
    year = year_on(on)
    base = np.minimum(gross, year.health_ceiling_eur_per_month * MONTHS_PER_YEAR)
    if additional_health_rate is not None:
        difference = (additional_health_rate - year.additional_health_rate) / 2.0
        lines["health"] = lines["health"] + difference * base
    lines["care"] = lines["care"] + _care_difference(children, on) * base
    reduced = lines["health"] - _REDUCED_HEALTH_RATE_DIFFERENCE / 2.0 * base
    counted = Contributions(lines["pension"], lines["unemployment"], reduced + lines["care"], base)
    tariff = tariff_on(on)
    tax, solidarity = wage_tax(gross, counted, tariff, tax_class)
    charged = np.sum(list(lines.values()), axis=0, dtype=np.float64)
    limits = [day for day in (own.assumed_from, assumed_from(tariff, on)) if day]
    return GermanPay(
        gross,
        lines,
        tax,
        solidarity,
        gross - charged - tax - solidarity,
        employer.lines,
        gross + employer.total,
        (*own.rules, tariff.rule),
        min(limits, default=None),
        (*own.left_out, *LEFT_OUT),
    )


def german_gross_for_net(
    net_eur_per_year: FloatArray,
    *,
    on: dt.date,
    region: str | None = None,
    tax_class: int = 1,
    children: int = 0,
) -> FloatArray:
    """Return a gross yearly pay that leaves a wanted net within a few euros (the tax is in whole euros)."""
    wanted = np.asarray(net_eur_per_year, dtype=np.float64)

    def net(gross: FloatArray) -> FloatArray:
        return german_year(gross, on=on, region=region, tax_class=tax_class, children=children).net_eur

    return smallest_reaching(net, wanted, 0.0, _HIGHEST_GROSS_EUR_PER_YEAR)


def _care_difference(children: int, on: dt.date) -> float:
    """Return what the care rate of the employee differs from that of a parent of one child."""
    if children == 0:
        return year_on(on).care_childless_rate
    if on < _CHILD_RELIEF_SINCE:
        return 0.0
    relieved = min(children, _LAST_CHILD_WITH_RELIEF) - _FIRST_CHILD_WITH_RELIEF + 1
    return -_RELIEF_PER_CHILD * max(relieved, 0)
