"""The Investment Charter: constructed and announced projects, every threshold in both readings."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.law.support import (
    PROVINCES,
    SECTORS,
    Category,
    Status,
    Switches,
    projects,
    rate_charter,
    total_investment_mad,
)
from jiwar.law.support.charter import RULES, START
from jiwar.law.support.primable import primable_mad

ON = dt.date(2026, 11, 22)
ANSWERED = {"public_enterprise": 0, "future_trade": 0, "sustainable": 0, "female_wage_share": 0.0,
            "strategic_criterion": 0}  # fmt: skip


def _rate(
    investment: float, jobs: int, *, switches: Switches | None = None, on: dt.date = ON, **more: object
) -> tuple[Status, float]:
    figures = {"province": "Rabat", "sector": "other", **ANSWERED, **more}
    award = rate_charter(
        projects(investment_mad=investment, stable_jobs=jobs, **figures), on=on, switches=switches
    )
    return Status(int(award.status[0])), float(award.mid_mad[0])


def test_constructed_example_capped_at_30_percent() -> None:
    status, amount = _rate(
        60e6, 120, province="Oujda-Angad", sector="outsourcing", future_trade=1, female_wage_share=0.35
    )
    assert status is Status.ELIGIBLE
    assert amount == pytest.approx(18e6)


@pytest.mark.parametrize(
    ("investment", "jobs", "eligible"),
    [(50e6, 49, False), (50e6, 50, True), (49.9e6, 149, False), (49.9e6, 150, True), (0.0, 150, True),
     (49_999_999.99, 50, False)],
)  # fmt: skip
def test_both_routes_at_their_edges(investment: float, jobs: int, eligible: bool) -> None:  # noqa: FBT001 - a table of cases
    assert (_rate(investment, jobs)[0] is Status.ELIGIBLE) is eligible


def test_150_jobs_in_the_other_reading() -> None:
    other = Switches(route_two="more_than_150")
    assert _rate(1e6, 150, switches=other)[0] is Status.NOT_ELIGIBLE
    assert _rate(1e6, 151, switches=other)[0] is Status.ELIGIBLE


@pytest.mark.parametrize(
    ("jobs", "rate"), [(100, 0.0), (101, 0.05), (150, 0.05), (151, 0.07), (300, 0.07), (301, 0.10)]
)
def test_job_bands_at_their_edges(jobs: int, rate: float) -> None:
    assert _rate(100e6, jobs)[1] == pytest.approx(rate * 100e6)


def test_job_bands_without_low_confidence_rules_keep_the_published_range() -> None:
    figures = {"province": "Rabat", "sector": "other", **ANSWERED}
    award = rate_charter(
        projects(investment_mad=100e6, stable_jobs=301, **figures),
        on=ON,
        switches=Switches(low_confidence_rules="off"),
    )
    assert (award.low_mad[0], award.high_mad[0]) == (pytest.approx(5e6), pytest.approx(10e6))


def test_job_ratio_by_primable_amount() -> None:
    other = Switches(job_ratio_base="primable_amount")
    land: dict[str, Any] = {"public_land_mad": 50e6}
    assert _rate(100e6, 90, **land)[1] == 0.0
    assert _rate(100e6, 90, switches=other, **land)[1] == pytest.approx(0.07 * 50e6)


@pytest.mark.parametrize(("share", "strict", "loose"), [(0.29, 0, 0), (0.30, 0, 1), (0.31, 1, 1)])
def test_gender_at_exactly_30_percent_in_both_readings(share: float, strict: int, loose: int) -> None:
    for switches, expected in ((Switches(), strict), (Switches(gender_threshold="at_least_30"), loose)):
        amount = _rate(100e6, 60, female_wage_share=share, switches=switches)[1]
        assert amount == pytest.approx(expected * 3e6)


def test_sector_lists_in_both_readings() -> None:
    other = Switches(sector_list="without_outsourcing")
    for sector, default, alternative in (("outsourcing", 1, 0), ("aquaculture", 1, 0), ("digital", 1, 1)):
        assert _rate(100e6, 60, sector=sector)[1] == pytest.approx(default * 5e6)
        assert _rate(100e6, 60, sector=sector, switches=other)[1] == pytest.approx(alternative * 5e6)


@pytest.mark.parametrize(
    ("industry", "rate", "paid"),
    [("none", 0.9, 0), ("other_industry", 0.39, 0), ("other_industry", 0.40, 1),
     ("agrofood_pharma_medical", 0.19, 0), ("agrofood_pharma_medical", 0.20, 1)],
)  # fmt: skip
def test_local_integration_is_for_industry_only(industry: str, rate: float, paid: int) -> None:
    amount = _rate(100e6, 60, industry=industry, local_integration_rate=rate)[1]
    assert amount == pytest.approx(paid * 3e6)


@pytest.mark.parametrize("province", PROVINCES, ids=lambda province: province.name)
def test_territory_in_all_provinces(province: object) -> None:
    rate = {Category.A: 0.10, Category.B: 0.15, Category.NONE: 0.0}[province.category]  # type: ignore[attr-defined]  # pytest hands objects on untyped
    assert _rate(100e6, 60, province=province.name)[1] == pytest.approx(rate * 100e6)  # type: ignore[attr-defined]  # same


def test_renewable_energy_has_a_ceiling_of_its_own() -> None:
    assert _rate(1_000e6, 60, sector="renewable_energy")[1] == pytest.approx(30e6)
    assert _rate(1_000e6, 60, sector="transport")[1] == pytest.approx(50e6)


@pytest.mark.parametrize("excluded", [{"sector": "agriculture"}, {"public_enterprise": 1}])
def test_exclusions(excluded: dict[str, Any]) -> None:
    assert _rate(100e6, 200, **excluded) == (Status.NOT_ELIGIBLE, 0.0)


def test_strategic_projects_are_negotiated_never_a_number() -> None:
    """Gotion in Kénitra: 12.8 billion dirhams, no territorial premium, strategic convention."""
    status, amount = _rate(12.8e9, 2_300, province="Kénitra", sector="industry", strategic_criterion=1)
    assert status is Status.NEGOTIATED
    assert np.isnan(amount)
    assert _rate(1_999.9e6, 2_300, strategic_criterion=1)[0] is Status.ELIGIBLE


@pytest.mark.parametrize(
    ("jobs", "projects_count", "investment"), [(9_000, 47, 51e9), (5_728, 21, 76e9), (13_260, 6, 54.8e9)]
)
def test_the_average_project_of_three_commission_sessions_earns_no_job_premium(
    jobs: int, projects_count: int, investment: float
) -> None:
    """Sessions of mid-2025 and May 2023: far below one direct job per million dirhams on average."""
    award = rate_charter(
        projects(
            investment_mad=investment / projects_count,
            stable_jobs=jobs // projects_count,
            province="Rabat",
            sector="other",
            **ANSWERED,
        ),
        on=ON,
    )
    assert award.parts_mad["jobs"][0] == 0.0


def test_unanswered_questions_are_named_and_only_in_the_high_amount() -> None:
    award = rate_charter(
        projects(investment_mad=100e6, stable_jobs=60, province="Rabat", sector="other", public_enterprise=0),
        on=ON,
    )
    asked = {name for name, question in award.questions.items() if question[0]}
    assert {"charter_gender", "charter_trades", "charter_sustainable", "charter_approval"} <= asked
    assert (award.low_mad[0], award.mid_mad[0], award.high_mad[0]) == (0.0, 0.0, pytest.approx(9e6))


def test_an_unknown_kind_of_investor_leaves_the_scheme_open() -> None:
    award = rate_charter(
        projects(investment_mad=100e6, stable_jobs=160, province="Fès", sector="digital"), on=ON
    )
    assert Status(int(award.status[0])) is Status.OPEN
    assert award.mid_mad[0] == 0.0 < award.high_mad[0]


def test_primable_amount_and_land() -> None:
    figures = {"stable_jobs": 60, "province": "Rabat", "sector": "other", "investment_mad": 100e6}
    for private, public, expected in ((20e6, 0, 100e6), (20e6, 10e6, 90e6), (30e6, 10e6, 80e6)):
        made = projects(**figures, private_land_mad=private, public_land_mad=public)
        assert primable_mad(made, low_confidence_rules=True)[0][0] == pytest.approx(expected)
        low, high = primable_mad(made, low_confidence_rules=False)
        assert (low[0], high[0]) == (pytest.approx(100e6 - private - public), pytest.approx(100e6))


def test_at_most_seven_years_of_rent_count() -> None:
    parts = {"equipment": 1.0, "fitting_out": 2.0, "studies_and_research": 3.0, "land": 4.0}
    arrays = {name: np.array([value]) for name, value in parts.items()}
    years = np.array([9.0])
    total = total_investment_mad(**arrays, rent_per_year=np.array([10.0]), years_of_rent=years)
    assert total[0] == pytest.approx(80.0)


def test_before_the_decree_nothing_is_in_force() -> None:
    assert _rate(100e6, 200, on=START - dt.timedelta(days=1))[0] is Status.NOT_IN_FORCE
    assert _rate(100e6, 200, on=START)[0] is Status.ELIGIBLE
    assert all(rule.endswith(str(START)) for rule in RULES)


def _by_hand(investment: float, jobs: int, province: int, sector: str, women: float, trade: int) -> float:
    """The scheme once more, for one project, in plain sums of percentages."""
    if sector == "agriculture" or not ((investment >= 50e6 and jobs >= 50) or jobs >= 150):
        return 0.0
    ratio = jobs / (investment / 1e6) if investment else float("inf")
    percent = 10 if ratio > 3 else 7 if ratio > 1.5 else 5 if ratio > 1 else 0
    percent += 3 if women > 0.30 else 0
    percent += 3 * trade
    percent += {"A": 10, "B": 15, "none": 0}[PROVINCES[province].category.value]
    percent += 0 if sector in {"agriculture", "other"} else 5
    amount = min(percent, 30) / 100 * investment
    return min(amount, 30e6) if sector == "renewable_energy" else amount


@given(
    st.integers(0, 400), st.integers(0, 900), st.integers(0, 74), st.sampled_from(SECTORS),
    st.integers(0, 100), st.integers(0, 1),
)  # fmt: skip
def test_arrays_agree_with_a_plain_second_calculation(
    millions: int, jobs: int, province: int, sector: str, women: int, trade: int
) -> None:
    _, amount = _rate(
        millions * 1e6,
        jobs,
        province=PROVINCES[province].name,
        sector=sector,
        female_wage_share=women / 100,
        future_trade=trade,
    )
    assert amount == pytest.approx(_by_hand(millions * 1e6, jobs, province, sector, women / 100, trade))
