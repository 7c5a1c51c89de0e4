"""One pay slip in any coded country: from gross to net and to employer cost, line by line, or from net to gross."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from jiwar.law.payroll.charges import employee_charges, employer_charges, schedule_on, statute_currency
from jiwar.law.payroll.error import refuse
from jiwar.law.payroll.german_pay import german_gross_for_net, german_year
from jiwar.law.payroll.levy import MONTHS_PER_YEAR
from jiwar.law.payroll.minimum_wage import SMIG, below_minimum_wage, minimum_wage_on
from jiwar.law.payroll.moroccan_pay import CIMR_EMPLOYER_FACTOR, moroccan_gross_for_net, moroccan_month
from jiwar.money import FloatArray


class Side(StrEnum):
    """Where a line of a slip stands."""

    GROSS = "gross"
    EMPLOYEE = "employee"
    BASE = "base"
    """Computed on the way to the tax, and neither paid nor taken."""
    TAX = "tax"
    NET = "net"
    EMPLOYER = "employer"
    COST = "cost"


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One line: an amount of a year of even pay; what is taken from pay is negative."""

    name: str
    side: Side
    per_year: float


@dataclass(frozen=True, slots=True)
class PaySlip:
    """A year of even pay of one person; countries whose employees' side is not coded have no net line."""

    country: str
    currency: str
    lines: tuple[SlipLine, ...]
    rules: tuple[str, ...]
    assumed_from: dt.date | None
    left_out: tuple[str, ...]
    below_minimum: bool | None  # None: no minimum wage is coded for the country or day

    def total(self, side: Side) -> float:
        """Return the sum of the lines of one side."""
        return sum(line.per_year for line in self.lines if line.side is side)


@dataclass(frozen=True, slots=True)
class PersonOfSlip:
    """What a slip asks about a person; the defaults are a single person without children."""

    dependants: int = 0
    cimr_rate: float = 0.0
    land: str | None = None
    tax_class: int = 1
    children: int = 0


def pay_slip(
    country: str, gross_per_year: float, *, on: dt.date, person: PersonOfSlip | None = None
) -> PaySlip:
    """Return the slip of a gross yearly pay in the currency of the country's statute.

    Raises
    ------
    MoneyError
        L100 a country that is not coded, L101 a day before the first parameters, L102 impossible pay, dependants or
        children, L103 an unknown Land, tax class or rate of the supplementary pension.
    """
    asked = person or PersonOfSlip()
    gross = np.array([gross_per_year])
    employer = employer_charges(gross, country=country, on=on, region=asked.land)
    minimum = None
    if country == "MA":
        taken, rules, assumed, left_out = _moroccan(gross, on, asked)
        extra = {"supplementary_pension": CIMR_EMPLOYER_FACTOR * asked.cimr_rate * gross_per_year}
        extra = extra if asked.cimr_rate else {}
        if on >= SMIG[0].start:
            minimum = bool(below_minimum_wage(gross / MONTHS_PER_YEAR, on)[0])
            rules = (*rules, minimum_wage_on(on).rule)
    elif country == "DE":
        taken, rules, assumed, left_out = _german(gross, on, asked)
        extra = {}
    else:
        taken, rules, assumed, left_out = (), employer.rules, employer.assumed_from, employer.left_out
        extra = {}
    paid = [SlipLine(name, Side.EMPLOYER, float(amount[0])) for name, amount in employer.lines.items()]
    paid += [SlipLine(name, Side.EMPLOYER, amount) for name, amount in extra.items()]
    lines = [SlipLine("gross", Side.GROSS, gross_per_year), *taken]
    if taken:
        withheld = sum(line.per_year for line in taken if line.side is not Side.BASE)
        lines.append(SlipLine("net", Side.NET, gross_per_year + withheld))
    lines += [*paid, SlipLine("cost", Side.COST, gross_per_year + sum(line.per_year for line in paid))]
    return PaySlip(
        country,
        statute_currency(country),
        tuple(lines),
        tuple(dict.fromkeys(rules)),
        assumed,
        left_out,
        minimum,
    )


def gross_for_net(
    country: str, net_per_year: float, *, on: dt.date, person: PersonOfSlip | None = None
) -> float:
    """Return a gross yearly pay that leaves a net one; MoneyError L100 where the employees' side is not coded."""
    asked = person or PersonOfSlip()
    schedule_on(country, on, asked.land)
    wanted = np.array([net_per_year])
    if country == "MA":
        monthly = moroccan_gross_for_net(
            wanted / MONTHS_PER_YEAR, on=on, dependants=asked.dependants, cimr_rate=asked.cimr_rate
        )
        return float(monthly[0]) * MONTHS_PER_YEAR
    if country == "DE":
        found = german_gross_for_net(
            wanted, on=on, region=asked.land, tax_class=asked.tax_class, children=asked.children
        )
        return float(found[0])
    message = f"net pay is not coded for {country}, only what the employer pays on top"
    return refuse("L100", message, "ask for `DE` or `MA`, or give gross pay")


_Taken = tuple[tuple[SlipLine, ...], tuple[str, ...], dt.date | None, tuple[str, ...]]


def _moroccan(gross: FloatArray, on: dt.date, asked: PersonOfSlip) -> _Taken:
    slip = moroccan_month(
        gross / MONTHS_PER_YEAR, on=on, dependants=asked.dependants, cimr_rate=asked.cimr_rate
    )
    social = employee_charges(gross, country="MA", on=on)
    pension = (
        {"supplementary_pension": slip.supplementary_pension_mad * MONTHS_PER_YEAR} if asked.cimr_rate else {}
    )
    tax = {"income_tax": slip.income_tax_mad * MONTHS_PER_YEAR}
    base = (
        SlipLine(
            "professional_expenses", Side.BASE, -MONTHS_PER_YEAR * float(slip.professional_expenses_mad[0])
        ),
        SlipLine("net_taxable", Side.BASE, MONTHS_PER_YEAR * float(slip.net_taxable_mad[0])),
    )
    taken = (*_taken({**social.lines, **pension}, Side.EMPLOYEE), *base, *_taken(tax, Side.TAX))
    left_out = tuple(one for one in social.left_out if not (asked.cimr_rate and "CIMR" in one))
    return taken, slip.rules, slip.assumed_from, left_out


def _german(gross: FloatArray, on: dt.date, asked: PersonOfSlip) -> _Taken:
    slip = german_year(gross, on=on, region=asked.land, tax_class=asked.tax_class, children=asked.children)
    taxes = {"wage_tax": slip.wage_tax_eur, "solidarity_surcharge": slip.solidarity_surcharge_eur}
    taken = (*_taken(slip.employee_charges_eur, Side.EMPLOYEE), *_taken(taxes, Side.TAX))
    return taken, slip.rules, slip.assumed_from, slip.left_out


def _taken(amounts: Mapping[str, FloatArray], side: Side) -> tuple[SlipLine, ...]:
    return tuple(SlipLine(name, side, -float(amount[0])) for name, amount in amounts.items())
