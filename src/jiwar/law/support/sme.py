"""The scheme for very small, small and medium companies: who is excluded by ownership, and the premiums."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import numpy as np

from jiwar.law.payroll.switches import Switches
from jiwar.law.support.award import Award, Status, no, not_in_force, settle, unanswered, yes
from jiwar.law.support.primable import primable_mad
from jiwar.law.support.project import SECTORS, BoolArray, Projects
from jiwar.law.support.provinces import PROVINCES, Category
from jiwar.money import FloatArray

SCHEME = "ma.sme"
START = dt.date(2025, 11, 6)
LEAST_TURNOVER_MAD, TURNOVER_LIMIT_MAD = 1e6, 200e6
HOLDER_SHARE_LIMIT, HOLDER_TURNOVER_LIMIT_MAD = 0.25, 200e6
NEW_COMPANY_YEARS = 3.0
LEAST_INVESTMENT_MAD, INVESTMENT_LIMIT_MAD = 1e6, 50e6
LEAST_RATIO, LEAST_RATIO_TOURISM = 1.5, 1.0
LEAST_OWN_FUNDS = 0.10
JOB_FLOOR, JOB_BANDS = (2.0, 0.05), ((5.0, 0.07), (10.0, 0.10))
"""From two jobs per million 5 %; above five 7 %, above ten 10 %."""
TERRITORY_RATES = {Category.A: 0.10, Category.B: 0.15, Category.NONE: 0.0}
PRIORITY_RATE = 0.10
CAP_RATE = 0.30
RULES = tuple(f"ma.sme.{name}@{START}" for name in ("company", "project", "premiums", "payment"))

_MILLION = 1e6
_TERRITORY = np.array([TERRITORY_RATES[province.category] for province in PROVINCES])


def rate_sme(projects: Projects, *, on: dt.date, switches: Switches | None = None) -> Award:
    """Rate projects under the SME scheme on the day of the application."""
    chosen = switches or Switches()
    if on < START:
        return not_in_force(SCHEME, projects.count, RULES, "not_started")
    fails = {**_company_fails(projects, chosen), **_project_fails(projects, chosen)}
    opens = _opens(projects, chosen)
    status = settle(fails, opens)
    low_mip, high_mip = primable_mad(projects, low_confidence_rules=chosen.low_confidence_rules == "on")
    jobs = job_rate(projects.stable_jobs, projects.investment_mad, chosen)
    territory = _TERRITORY[projects.province]
    priority = yes(projects.activity_priority) * PRIORITY_RATE
    maybe = ~no(projects.activity_priority) * PRIORITY_RATE
    sure = np.minimum(jobs + territory + priority, CAP_RATE)
    possible = np.minimum(jobs + territory + maybe, CAP_RATE)
    counted, may = status == Status.ELIGIBLE, status >= Status.OPEN
    low = np.where(counted, sure * low_mip, 0.0)
    high = np.where(may, possible * high_mip, 0.0)
    rates = {"jobs": jobs, "territory": territory, "priority": priority}
    parts = {name: np.where(counted, rate * low_mip, 0.0) for name, rate in rates.items()}
    always = np.ones(projects.count, dtype=np.bool_)
    questions = {
        **opens,
        "sme_priority": unanswered(projects.activity_priority),
        "sme_approval": always,
        "sme_payment": always,
    }
    asked = {name: np.asarray(question & may, dtype=np.bool_) for name, question in questions.items()}
    return Award(SCHEME, status, low, low, high, fails, asked, parts, RULES)


def job_rate(stable_jobs: FloatArray, investment_mad: FloatArray, switches: Switches) -> FloatArray:
    """Return the job premium rate, by jobs per million or, in the other reading, by number of jobs."""
    base = investment_mad if switches.sme_job_premium == "ratio" else np.full_like(stable_jobs, _MILLION)
    rate = np.where(stable_jobs * _MILLION >= JOB_FLOOR[0] * base, JOB_FLOOR[1], 0.0)
    for threshold, value in JOB_BANDS:
        rate = np.where(stable_jobs * _MILLION > threshold * base, value, rate)
    return np.asarray(rate, dtype=np.float64)


def _company_fails(projects: Projects, switches: Switches) -> Mapping[str, BoolArray]:
    turnover, old = projects.turnover_mad, projects.company_age_years >= NEW_COMPANY_YEARS
    below = switches.sme_turnover == "below_200"
    too_large = turnover >= TURNOVER_LIMIT_MAD if below else turnover > TURNOVER_LIMIT_MAD
    return {
        "sme_turnover": old & (too_large | (turnover < LEAST_TURNOVER_MAD)),
        "sme_owner": (projects.largest_holder_share > HOLDER_SHARE_LIMIT)
        & (projects.largest_holder_turnover_mad > HOLDER_TURNOVER_LIMIT_MAD),
        "sme_public_holder": yes(projects.public_holder) | yes(projects.public_enterprise),
    }


def _own_funds(projects: Projects, switches: Switches) -> FloatArray:
    if switches.sme_own_funds == "own_funds":
        return projects.own_funds_share
    return np.where(
        np.isnan(projects.own_funds_share) | np.isnan(projects.loan_share),
        np.fmax(projects.own_funds_share, projects.loan_share),
        projects.own_funds_share + projects.loan_share,
    )


def _project_fails(projects: Projects, switches: Switches) -> Mapping[str, BoolArray]:
    investment = projects.investment_mad
    tourism = projects.sector == SECTORS.index("tourism")
    least = np.where(tourism, LEAST_RATIO_TOURISM, LEAST_RATIO)
    return {
        "sme_investment": (investment < LEAST_INVESTMENT_MAD) | (investment >= INVESTMENT_LIMIT_MAD),
        "sme_ratio": projects.stable_jobs * _MILLION < least * investment,
        "sme_own_funds": _own_funds(projects, switches) < LEAST_OWN_FUNDS,
        "sme_activity": no(projects.activity_listed),
    }


def _opens(projects: Projects, switches: Switches) -> Mapping[str, BoolArray]:
    new = projects.company_age_years < NEW_COMPANY_YEARS
    share, holder_turnover = projects.largest_holder_share, projects.largest_holder_turnover_mad
    harmless = (share <= HOLDER_SHARE_LIMIT) | (holder_turnover <= HOLDER_TURNOVER_LIMIT_MAD)
    return {
        "sme_turnover": ~new & (unanswered(projects.turnover_mad) | unanswered(projects.company_age_years)),
        "sme_owner": ~harmless & (unanswered(share) | unanswered(holder_turnover)),
        "sme_public_holder": unanswered(projects.public_holder),
        "sme_own_funds": unanswered(_own_funds(projects, switches)),
        "sme_activity": unanswered(projects.activity_listed),
    }
