"""Payroll law: from gross pay to employer cost and to net pay, dated and line by line."""

from jiwar.law.payroll import rules as _rules  # noqa: F401 - importing registers the rules
from jiwar.law.payroll.charges import (
    Charges,
    charged_countries,
    employee_charges,
    employer_charges,
    statute_currency,
)
from jiwar.law.payroll.error import MoneyError
from jiwar.law.payroll.german_pay import GermanPay, german_gross_for_net, german_year
from jiwar.law.payroll.minimum_wage import below_minimum_wage, minimum_wage_on
from jiwar.law.payroll.moroccan_pay import (
    MoroccanPay,
    moroccan_gross_for_net,
    moroccan_month,
    moroccan_year,
)
from jiwar.law.payroll.moroccan_severance import severance_hours
from jiwar.law.payroll.slip import PaySlip, PersonOfSlip, Side, SlipLine, gross_for_net, pay_slip

__all__ = [
    "Charges",
    "GermanPay",
    "MoneyError",
    "MoroccanPay",
    "PaySlip",
    "PersonOfSlip",
    "Side",
    "SlipLine",
    "below_minimum_wage",
    "charged_countries",
    "employee_charges",
    "employer_charges",
    "german_gross_for_net",
    "german_year",
    "gross_for_net",
    "minimum_wage_on",
    "moroccan_gross_for_net",
    "moroccan_month",
    "moroccan_year",
    "pay_slip",
    "severance_hours",
    "statute_currency",
]
