"""State support: dated schemes over arrays, what they pay and when, and what stays an open question."""

from jiwar.law.payroll.switches import CONTRADICTIONS, Contradiction, Switches, switches
from jiwar.law.support import rules as _rules  # noqa: F401 - importing registers the rules
from jiwar.law.support.award import Award, Status
from jiwar.law.support.charter import rate_charter
from jiwar.law.support.funding import fund, step_words
from jiwar.law.support.funding_extras import Extras
from jiwar.law.support.funding_line import FundLine
from jiwar.law.support.offshoring import (
    LAST_MONTH,
    cap_at,
    circular_in_force,
    income_tax_cap,
    rate_offshoring,
)
from jiwar.law.support.primable import total_investment_mad
from jiwar.law.support.project import BRANCHES, FIGURES, INDUSTRIES, SECTORS, Projects, projects
from jiwar.law.support.provinces import PARKS, PROVINCES, Category, Province, find_province, province_index
from jiwar.law.support.sme import rate_sme
from jiwar.law.support.steps import Step, job_steps, next_steps
from jiwar.law.support.timing import PAYMENT_MONTHS
from jiwar.law.support.wage_cash import (
    WageSupport,
    income_tax_relief,
    jobs_created,
    premiums,
    wage_support,
)

__all__ = [
    "BRANCHES",
    "CONTRADICTIONS",
    "FIGURES",
    "INDUSTRIES",
    "LAST_MONTH",
    "PARKS",
    "PAYMENT_MONTHS",
    "PROVINCES",
    "SECTORS",
    "Award",
    "Category",
    "Contradiction",
    "Extras",
    "FundLine",
    "Projects",
    "Province",
    "Status",
    "Step",
    "Switches",
    "WageSupport",
    "cap_at",
    "circular_in_force",
    "find_province",
    "fund",
    "income_tax_cap",
    "income_tax_relief",
    "job_steps",
    "jobs_created",
    "next_steps",
    "premiums",
    "projects",
    "province_index",
    "rate_charter",
    "rate_offshoring",
    "rate_sme",
    "step_words",
    "switches",
    "total_investment_mad",
    "wage_support",
]
