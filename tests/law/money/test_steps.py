"""The staircase of premiums against a scan of every number of jobs, and the sentences of the next step."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiwar.law.support import (
    PAYMENT_MONTHS,
    Projects,
    job_steps,
    next_steps,
    projects,
    rate_charter,
    rate_sme,
    step_words,
)
from jiwar.periods import Quarter

ON = dt.date(2027, 1, 1)


def _project(millions: float, jobs: int, province: str = "Fès", holder: float = 0.1) -> Projects:
    return projects(
        investment_mad=millions * 1e6,
        stable_jobs=jobs,
        province=province,
        sector="outsourcing",
        public_enterprise=0,
        future_trade=0,
        sustainable=0,
        female_wage_share=0.2,
        strategic_criterion=0,
        largest_holder_share=holder,
        largest_holder_turnover_mad=1e9,
        public_holder=0,
        own_funds_share=0.5,
        activity_listed=1,
        activity_priority=0,
        company_age_years=1,
    )


def _amount(project: Projects, jobs: int) -> float:
    asked = replace(project, stable_jobs=np.array([float(jobs)]))
    return max(float(scheme(asked, on=ON).mid_mad[0]) for scheme in (rate_charter, rate_sme))


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 120), st.integers(0, 160), st.sampled_from(["Fès", "Rabat", "Figuig"]), st.booleans())
def test_the_staircase_is_what_a_scan_of_all_numbers_finds(
    millions: int,
    jobs: int,
    province: str,
    owned: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    project = _project(millions, jobs, province, holder=1.0 if owned else 0.1)
    best = start = _amount(project, jobs)
    scanned = []
    for count in range(jobs + 1, 401):
        amount = _amount(project, count)
        if amount > best + 0.5:
            scanned.append((count, amount))
            best = amount
    steps = job_steps(project, on=ON, most_jobs=400)
    assert [(step.stable_jobs, step.amount_mad) for step in steps] == scanned
    assert all(step.gain_mad == pytest.approx(step.amount_mad - start) for step in steps)


def test_four_more_jobs() -> None:
    project = _project(30, 146, holder=1.0)
    jobs, money = next_steps(project, on=ON)
    assert jobs.more_jobs == 4
    assert jobs.gain_mad == pytest.approx((0.10 + 0.05 + 0.10) * 30e6)
    assert money.more_investment_mad == pytest.approx(20e6)
    words = step_words((jobs, money), Quarter(2029, 3))["ma.charter"]
    assert words[0].en == "4 more stable jobs by Q3 2029: +MAD 7.5 million"
    assert words[0].de.startswith("4 feste Stellen mehr bis Q3 2029")
    assert words[0].fr.startswith("4 emplois stables de plus d’ici T3 2029")
    assert words[1].en.startswith("MAD 20.0 million more investment")


def test_at_the_top_there_is_no_next_step() -> None:
    assert next_steps(_project(60, 400, "Figuig"), on=ON) == ()


def test_before_any_scheme_there_is_no_step() -> None:
    assert job_steps(_project(60, 10), on=dt.date(2023, 1, 1), most_jobs=500) == ()


def test_assumed_payment_times_are_ordered_and_inside_the_realisation_period() -> None:
    assert set(PAYMENT_MONTHS) == {"ma.charter", "ma.sme"}
    for early, middle, late in PAYMENT_MONTHS.values():
        assert 0 < early <= middle <= late <= 60
