"""The main support scheme of the Investment Charter: who is eligible, and the premiums on the investment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.law.payroll.switches import Switches
from jiwar.law.support.award import Award, Status, no, not_in_force, settle, unanswered, yes
from jiwar.law.support.primable import primable_mad
from jiwar.law.support.project import INDUSTRIES, SECTORS, BoolArray, Projects
from jiwar.law.support.provinces import PROVINCES, Category
from jiwar.money import FloatArray

SCHEME = "ma.charter"
START = dt.date(2023, 3, 13)
"""Publication of the orders that fix the threshold and the provinces (the decree: 1 March 2023)."""

ROUTE_ONE_INVESTMENT_MAD = 50e6
ROUTE_ONE_JOBS = 50
ROUTE_TWO_JOBS = 150
STRATEGIC_INVESTMENT_MAD = 2_000e6
JOB_BANDS = ((1.0, 0.05), (1.5, 0.07), (3.0, 0.10))
"""Jobs per million dirhams above which a rate holds; the bands beyond the first are of low confidence."""
GENDER_SHARE, GENDER_RATE = 0.30, 0.03
TRADES_RATE = SUSTAINABLE_RATE = INTEGRATION_RATE = 0.03
INTEGRATION_THRESHOLDS = {"agrofood_pharma_medical": 0.20, "other_industry": 0.40}
TERRITORY_RATES = {Category.A: 0.10, Category.B: 0.15, Category.NONE: 0.0}
SECTOR_RATE = 0.05
CAP_RATE = 0.30
RENEWABLE_CEILING_MAD = 30e6
RULES = tuple(
    f"ma.charter.{name}@{START}"
    for name in ("eligibility", "primable", "jobs", "gender", "trades", "sustainable", "integration",
                 "territory", "sector", "cap", "strategic")
)  # fmt: skip

_MILLION = 1e6
_TERRITORY = np.array([TERRITORY_RATES[province.category] for province in PROVINCES])
_INTEGRATION = np.array([INTEGRATION_THRESHOLDS.get(name, np.inf) for name in INDUSTRIES])
_PRIORITY = {
    "with_outsourcing": np.array([name not in ("agriculture", "other") for name in SECTORS]),
    "without_outsourcing": np.array(
        [name not in ("agriculture", "other", "outsourcing", "aquaculture") for name in SECTORS]
    ),
}


@dataclass(frozen=True, slots=True)
class _Premium:
    """A rate with what is sure and what an open answer could add."""

    sure: FloatArray
    possible: FloatArray


def rate_charter(projects: Projects, *, on: dt.date, switches: Switches | None = None) -> Award:
    """Rate projects under the main scheme on the day of the investment convention.

    The award still needs a decision of the regional or national commission: that is a question of every
    eligible project, never a number.
    """
    chosen = switches or Switches()
    if on < START:
        return not_in_force(SCHEME, projects.count, RULES, "not_started")
    fails, opens = _conditions(projects, chosen)
    low_mip, high_mip = primable_mad(projects, low_confidence_rules=chosen.low_confidence_rules == "on")
    premiums = _premiums(projects, chosen, low_mip)
    sure = np.minimum(np.sum([item.sure for item in premiums.values()], axis=0), CAP_RATE)
    possible = np.minimum(np.sum([item.possible for item in premiums.values()], axis=0), CAP_RATE)
    ceiling = np.where(projects.sector == SECTORS.index("renewable_energy"), RENEWABLE_CEILING_MAD, np.inf)
    status = settle(fails, opens)
    negotiated = yes(projects.strategic_criterion) & (projects.investment_mad >= STRATEGIC_INVESTMENT_MAD)
    status = np.where(negotiated & (status != Status.NOT_ELIGIBLE), Status.NEGOTIATED, status).astype(np.int8)
    counted, may = status == Status.ELIGIBLE, status >= Status.OPEN
    gone = status == Status.NEGOTIATED
    low = np.where(gone, np.nan, np.where(counted, np.minimum(sure * low_mip, ceiling), 0.0))
    high = np.where(gone, np.nan, np.where(may, np.minimum(possible * high_mip, ceiling), 0.0))
    parts = {name: np.where(counted, item.sure * low_mip, 0.0) for name, item in premiums.items()}
    questions = {
        **{name: question & may for name, question in opens.items()},
        **_questions(projects, premiums, may),
    }
    return Award(SCHEME, status, low, low, high, fails, questions, parts, RULES)


def eligible_by_size(investment_mad: FloatArray, stable_jobs: FloatArray, switches: Switches) -> BoolArray:
    """Return where one of the two routes of eligibility is met."""
    first = (investment_mad >= ROUTE_ONE_INVESTMENT_MAD) & (stable_jobs >= ROUTE_ONE_JOBS)
    at_least = switches.route_two == "at_least_150"
    second = stable_jobs >= ROUTE_TWO_JOBS if at_least else stable_jobs > ROUTE_TWO_JOBS
    return np.asarray(first | second, dtype=np.bool_)


def job_rate(
    stable_jobs: FloatArray, base_mad: FloatArray, switches: Switches
) -> tuple[FloatArray, FloatArray]:
    """Return the job premium rate, sure and possible.

    Jobs are compared with the threshold times the investment, so that a band edge is exact.
    """
    rate = np.zeros(np.broadcast_shapes(stable_jobs.shape, base_mad.shape))
    for threshold, value in JOB_BANDS:
        rate = np.where(stable_jobs * _MILLION > threshold * base_mad, value, rate)
    if switches.low_confidence_rules == "on":
        return rate, rate
    lowest, highest = JOB_BANDS[0][1], JOB_BANDS[-1][1]
    return np.where(rate > 0, lowest, 0.0), np.where(rate > 0, highest, 0.0)


def _conditions(
    projects: Projects, switches: Switches
) -> tuple[Mapping[str, BoolArray], Mapping[str, BoolArray]]:
    fails = {
        "charter_too_small": ~eligible_by_size(projects.investment_mad, projects.stable_jobs, switches),
        "charter_agriculture": projects.sector == SECTORS.index("agriculture"),
        "charter_public_enterprise": yes(projects.public_enterprise),
    }
    return fails, {"charter_public_enterprise": unanswered(projects.public_enterprise)}


def _premiums(projects: Projects, switches: Switches, mip: FloatArray) -> Mapping[str, _Premium]:
    base = projects.investment_mad if switches.job_ratio_base == "total_investment" else mip
    share = projects.female_wage_share
    enough = share >= GENDER_SHARE if switches.gender_threshold == "at_least_30" else share > GENDER_SHARE
    threshold = _INTEGRATION[projects.industry]
    local = projects.local_integration_rate
    industrial = np.isfinite(threshold)
    territory = _TERRITORY[projects.province]
    priority = _PRIORITY[switches.sector_list][projects.sector] * SECTOR_RATE
    sustainable = projects.sustainable
    trusted = yes(sustainable) & (switches.low_confidence_rules == "on")
    return {
        "jobs": _Premium(*job_rate(projects.stable_jobs, base, switches)),
        "gender": _asked(enough, unanswered(share), GENDER_RATE),
        "trades": _asked(yes(projects.future_trade), unanswered(projects.future_trade), TRADES_RATE),
        "sustainable": _asked(trusted, ~no(sustainable), SUSTAINABLE_RATE),
        "integration": _asked(local >= threshold, unanswered(local) & industrial, INTEGRATION_RATE),
        "territory": _Premium(territory, territory),
        "sector": _Premium(priority, priority),
    }


def _asked(given: BoolArray, unknown: BoolArray, rate: float) -> _Premium:
    return _Premium(np.where(given, rate, 0.0), np.where(given | unknown, rate, 0.0))


def _questions(
    projects: Projects, premiums: Mapping[str, _Premium], may: BoolArray
) -> Mapping[str, BoolArray]:
    asked = {
        "charter_gender": unanswered(projects.female_wage_share),
        "charter_trades": unanswered(projects.future_trade),
        "charter_trades_class": yes(projects.future_trade),
        "charter_sustainable": ~no(projects.sustainable),
        "charter_integration": premiums["integration"].possible > premiums["integration"].sure,
        "charter_strategic": unanswered(projects.strategic_criterion)
        & (projects.investment_mad >= STRATEGIC_INVESTMENT_MAD),
        "charter_approval": np.ones(projects.count, dtype=np.bool_),
        "charter_stable_job": np.ones(projects.count, dtype=np.bool_),
        "charter_payment": np.ones(projects.count, dtype=np.bool_),
    }
    return {name: np.asarray(question & may, dtype=np.bool_) for name, question in asked.items()}
