"""The SME scheme: ownership, size and ratio at their edges, in both readings."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest

from jiwar.law.support import Status, Switches, projects, rate_sme
from jiwar.law.support.sme import START

ON = dt.date(2026, 11, 22)
OWNED_BY_PEOPLE = {
    "largest_holder_share": 0.2, "largest_holder_turnover_mad": 0.0, "public_holder": 0,
    "own_funds_share": 0.3, "activity_listed": 1, "activity_priority": 0, "company_age_years": 1,
    "province": "Rabat", "sector": "digital",
}  # fmt: skip


def _rate(
    investment: float, jobs: int, switches: Switches | None = None, on: dt.date = ON, **more: object
) -> tuple[Status, float]:
    made = projects(investment_mad=investment, stable_jobs=jobs, **{**OWNED_BY_PEOPLE, **more})
    award = rate_sme(made, on=on, switches=switches)
    return Status(int(award.status[0])), float(award.mid_mad[0])


@pytest.mark.parametrize(
    ("share", "turnover", "status"),
    [(0.25, 1e9, Status.ELIGIBLE), (0.2501, 1e9, Status.NOT_ELIGIBLE), (1.0, 200e6, Status.ELIGIBLE),
     (1.0, 200.01e6, Status.NOT_ELIGIBLE), (1.0, np.nan, Status.OPEN), (np.nan, 1e9, Status.OPEN)],
)  # fmt: skip
def test_the_exclusion_that_shuts_out_most_subsidiaries(
    share: float, turnover: float, status: Status
) -> None:
    found, _ = _rate(10e6, 30, largest_holder_share=share, largest_holder_turnover_mad=turnover)
    assert found is status


@pytest.mark.parametrize(
    ("investment", "eligible"), [(999_999, False), (1e6, True), (49.99e6, True), (50e6, False)]
)
def test_investment_edges(investment: float, eligible: bool) -> None:  # noqa: FBT001 - a table of cases
    assert (_rate(investment, 200)[0] is Status.ELIGIBLE) is eligible


@pytest.mark.parametrize(
    ("sector", "jobs", "eligible"),
    [("digital", 14, False), ("digital", 15, True), ("tourism", 9, False), ("tourism", 10, True)],
)
def test_least_ratio(sector: str, jobs: int, eligible: bool) -> None:  # noqa: FBT001 - a table of cases
    assert (_rate(10e6, jobs, sector=sector)[0] is Status.ELIGIBLE) is eligible


@pytest.mark.parametrize(
    ("jobs", "percent"), [(15, 0), (19, 0), (20, 5), (50, 5), (51, 7), (100, 7), (101, 10)]
)
def test_job_premium_by_ratio(jobs: int, percent: int) -> None:
    assert _rate(10e6, jobs)[1] == pytest.approx(percent / 100 * 10e6)


@pytest.mark.parametrize(("jobs", "percent"), [(2, 5), (5, 5), (6, 7), (10, 7), (11, 10)])
def test_job_premium_by_number_in_the_other_reading(jobs: int, percent: int) -> None:
    other = Switches(sme_job_premium="number_of_jobs")
    assert _rate(1.2e6, jobs, other)[1] == pytest.approx(percent / 100 * 1.2e6)


@pytest.mark.parametrize(
    ("age", "turnover", "default", "other"),
    [(2.9, np.nan, True, True), (3, 0.99e6, False, False), (3, 1e6, True, True), (10, 200e6, False, True),
     (10, 200.01e6, False, False)],
)  # fmt: skip
def test_turnover_and_new_companies(age: float, turnover: float, default: bool, other: bool) -> None:  # noqa: FBT001 - a table of cases
    for switches, expected in ((Switches(), default), (Switches(sme_turnover="up_to_200"), other)):
        status, _ = _rate(10e6, 30, switches, company_age_years=age, turnover_mad=turnover)
        assert (status is Status.ELIGIBLE) is expected


def test_own_funds_and_loans_in_both_readings() -> None:
    figures: dict[str, Any] = {"own_funds_share": 0.05, "loan_share": 0.05}
    assert _rate(10e6, 30, **figures)[0] is Status.NOT_ELIGIBLE
    assert _rate(10e6, 30, Switches(sme_own_funds="own_funds_or_loan"), **figures)[0] is Status.ELIGIBLE
    assert _rate(10e6, 30, own_funds_share=0.10)[0] is Status.ELIGIBLE
    assert _rate(10e6, 30, own_funds_share=0.0999)[0] is Status.NOT_ELIGIBLE


def test_premiums_add_up_to_the_cap() -> None:
    figures: dict[str, Any] = {"province": "Oujda-Angad", "activity_priority": 1}
    assert _rate(10e6, 51, **figures)[1] == pytest.approx(0.30 * 10e6)
    assert _rate(10e6, 30, **figures)[1] == pytest.approx(0.30 * 10e6)
    assert _rate(10e6, 19, **figures)[1] == pytest.approx(0.25 * 10e6)


def test_the_unpublished_list_of_the_region_is_a_question() -> None:
    made = projects(
        investment_mad=10e6, stable_jobs=30, **{**OWNED_BY_PEOPLE, "activity_listed": float("nan")}
    )
    award = rate_sme(made, on=ON)
    assert Status(int(award.status[0])) is Status.OPEN
    assert award.questions["sme_activity"][0]
    assert award.low_mad[0] == 0.0 < award.high_mad[0]


def test_public_holders_are_excluded_and_the_scheme_starts_in_november_2025() -> None:
    assert _rate(10e6, 30, public_holder=1)[0] is Status.NOT_ELIGIBLE
    assert _rate(10e6, 30, on=START - dt.timedelta(days=1))[0] is Status.NOT_IN_FORCE
    assert _rate(10e6, 30, on=START)[0] is Status.ELIGIBLE
