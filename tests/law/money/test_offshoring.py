"""The offshoring circular: caps by place, timing of premiums, and the cliff at the end of 2030."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiwar.law.payroll import MoneyError, moroccan_month
from jiwar.law.support import (
    Status,
    Switches,
    cap_at,
    circular_in_force,
    income_tax_cap,
    projects,
    rate_offshoring,
    wage_support,
)
from jiwar.law.support.offshoring import END, income_tax_contribution, months_left
from jiwar.periods import Month

IN_2027 = dt.date(2027, 1, 1)


def _project(**more: object) -> dict[str, object]:
    return {
        "investment_mad": 5e6, "stable_jobs": 40, "province": "Rabat", "sector": "outsourcing",
        "branch": "ESO", "park": "Technopolis", "gross_pay_mad_per_year": 360_000.0, "moroccan_share": 1.0,
        "leaving_per_year": 0.0, **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("province", "park", "sure", "possible"),
    [("Casablanca", "Casanearshore", 0.20, 0.20), ("Rabat", "Technopolis", 0.20, 0.20),
     ("Fès", "Fès Shore", 0.10, 0.10), ("Oujda-Angad", "Oujda Shore", 0.10, 0.10),
     ("Tétouan", "Tétouan Shore", 0.10, 0.10), ("Marrakech", "none", 0.10, 0.10),
     ("Agadir-Ida Ou Tanane", "none", 0.10, 0.10), ("Rehamna", "none", 0.10, 0.10),
     ("Tanger-Assilah", "none", np.nan, 0.10), ("Meknès", "none", np.nan, 0.10),
     ("Salé", "none", np.nan, 0.20), ("Kénitra", "none", np.nan, 0.20)],
)  # fmt: skip
def test_income_tax_cap_by_place(province: str, park: str, sure: float, possible: float) -> None:
    made = projects(**_project(province=province, park=park))
    found = income_tax_cap(made)
    assert found[0][0] == pytest.approx(sure, nan_ok=True)
    assert found[1][0] == pytest.approx(possible)


def test_cap_of_one_place_by_name() -> None:
    assert cap_at("Oujda-Angad", "Oujda Shore") == (0.10, 0.10)
    assert cap_at("Salé") == (None, 0.20)
    with pytest.raises(MoneyError, match="L107"):
        cap_at("Fès", "Fes Shore")


def test_the_contribution_is_the_tax_above_the_cap() -> None:
    gross = np.array([10_000.0, 20_000.0, 30_000.0, 60_000.0])
    tax = moroccan_month(gross, on=IN_2027).income_tax_mad
    for cap in (0.10, 0.20):
        paid = income_tax_contribution(12 * gross, np.full(4, cap), on=IN_2027)
        assert paid == pytest.approx(np.maximum(12 * (tax - cap * gross), 0.0))
    nothing = income_tax_contribution(12 * gross, np.full(4, np.nan), on=IN_2027)
    assert nothing.tolist() == [0.0] * 4


def test_premiums_of_one_year_of_pay() -> None:
    award = rate_offshoring(projects(**_project()), on=dt.date(2026, 1, 1))
    payroll = 40 * 360_000
    assert award.parts_mad["employment"][0] == pytest.approx(0.17 * payroll)
    assert award.parts_mad["training"][0] == pytest.approx(4 * 0.035 * payroll)  # five need the year 2031
    assert months_left(dt.date(2026, 1, 1)) == 60


@pytest.mark.parametrize(
    ("month", "employment", "trainings"),
    [("2029-06", 1, 1), ("2029-07", 0, 1), ("2029-12", 0, 1), ("2030-01", 0, 0), ("2025-12", 1, 5)],
)
def test_premiums_are_paid_only_if_due_before_the_end(month: str, employment: int, trainings: int) -> None:
    award = rate_offshoring(projects(**_project()), on=Month.parse(month).first_day)
    payroll = 40 * 360_000
    assert award.parts_mad["employment"][0] == pytest.approx(employment * 0.17 * payroll)
    assert award.parts_mad["training"][0] == pytest.approx(trainings * 0.035 * payroll)


def test_in_the_other_reading_claims_run_off() -> None:
    other = Switches(entitlements_after_2030="run_off")
    award = rate_offshoring(projects(**_project()), on=dt.date(2030, 12, 1), switches=other)
    assert award.parts_mad["employment"][0] == pytest.approx(0.17 * 40 * 360_000)
    assert award.parts_mad["training"][0] == pytest.approx(5 * 0.035 * 40 * 360_000)


def test_a_yearly_premium_in_the_other_reading() -> None:
    once, yearly = (
        rate_offshoring(projects(**_project()), on=IN_2027, switches=Switches(employment_premium=reading))
        for reading in ("once", "every_year")
    )
    assert yearly.parts_mad["employment"][0] == pytest.approx(3 * once.parts_mad["employment"][0])


def test_up_to_3_5_percent_makes_the_low_end_zero() -> None:
    award = rate_offshoring(
        projects(**_project()), on=IN_2027, switches=Switches(training_premium="upper_bound")
    )
    assert award.mid_mad[0] - award.low_mad[0] == pytest.approx(award.parts_mad["training"][0])


@pytest.mark.parametrize(
    ("day", "default", "other"),
    [("2025-06-30", False, False), ("2025-07-01", True, False), ("2025-11-23", True, False),
     ("2025-11-24", True, True), ("2030-12-31", True, True), ("2031-01-01", False, False)],
)  # fmt: skip
def test_first_and_last_day_in_both_readings(day: str, default: bool, other: bool) -> None:  # noqa: FBT001 - a table of cases
    on = dt.date.fromisoformat(day)
    assert circular_in_force(on) is default
    assert circular_in_force(on, Switches(offshoring_start="2025-11-24")) is other
    found = rate_offshoring(projects(**_project()), on=on)
    assert (found.status[0] == Status.NOT_IN_FORCE) is not default


def test_after_2030_the_answer_is_ended() -> None:
    award = rate_offshoring(projects(**_project()), on=END + dt.timedelta(days=1))
    assert award.reasons["ended"][0]
    assert award.high_mad[0] == 0.0


def test_every_month_from_2023_to_2035_has_one_answer() -> None:
    statuses = [
        Status(int(rate_offshoring(projects(**_project()), on=dt.date(year, month, 1)).status[0]))
        for year in range(2023, 2036)
        for month in range(1, 13)
    ]
    expected = [Status.NOT_IN_FORCE] * 30 + [Status.ELIGIBLE] * 66 + [Status.NOT_IN_FORCE] * 60
    assert statuses == expected


def test_leaving_lowers_the_premiums_and_unknown_leaving_counts_nothing() -> None:
    leaving = rate_offshoring(projects(**_project(leaving_per_year=0.2)), on=IN_2027)
    unknown = rate_offshoring(projects(**_project(leaving_per_year=float("nan"))), on=IN_2027)
    payroll = 40 * 360_000
    assert leaving.parts_mad["employment"][0] == pytest.approx(0.17 * payroll * 0.8**1.5)
    assert unknown.parts_mad["employment"][0] == 0.0
    assert unknown.questions["offshoring_leaving"][0]
    assert unknown.high_mad[0] == pytest.approx(leaving.high_mad[0])


def test_without_a_branch_nothing_and_without_pay_open() -> None:
    without = rate_offshoring(projects(**_project(branch="none")), on=IN_2027)
    unpaid = rate_offshoring(projects(**_project(gross_pay_mad_per_year=float("nan"))), on=IN_2027)
    assert without.status[0] == Status.NOT_ELIGIBLE
    assert unpaid.status[0] == Status.OPEN
    assert unpaid.questions["offshoring_pay"][0]


@settings(max_examples=40)
@given(st.integers(0, 70), st.floats(0, 0.6), st.floats(0, 1), st.floats(60_000, 900_000))
def test_monthly_cash_sums_to_the_award_when_all_jobs_start_at_once(
    offset: int, leaving: float, moroccan: float, gross: float
) -> None:
    start = Month(2025, 7) + offset
    if not circular_in_force(start.first_day):
        return
    figures = _project(leaving_per_year=leaving, moroccan_share=moroccan, gross_pay_mad_per_year=gross)
    award = rate_offshoring(projects(**figures), on=dt.date(start.year, start.month, 1))
    cash = wage_support(
        np.full(96, 40.0),
        np.array(gross),
        start=start,
        cap=0.20,
        leaving_per_year=leaving,
        moroccan_share=moroccan,
    )
    assert cash.employment_mad.sum() == pytest.approx(award.parts_mad["employment"][0])
    assert cash.training_mad.sum() == pytest.approx(award.parts_mad["training"][0])
    assert cash.income_tax_mad.sum() == pytest.approx(award.parts_mad["income_tax"][0])


def test_cash_comes_late_and_ends_with_2030() -> None:
    cash = wage_support(
        np.concatenate([np.zeros(3), np.full(69, 10.0)]),
        np.array(360_000.0),
        start=Month(2026, 1),
        cap=0.10,
        leaving_per_year=0.1,
        moroccan_share=1.0,
    )
    assert np.flatnonzero(cash.employment_mad).tolist() == [3 + 18]
    assert np.flatnonzero(cash.training_mad).tolist() == [3 + 12 * year for year in range(1, 5)]
    assert cash.income_tax_mad[59] > 0.0
    assert cash.total_mad[60:].sum() == 0.0


def test_replacing_a_leaver_is_no_new_job() -> None:
    steady = np.full(60, 10.0)
    dented = steady.copy()
    dented[10:14] = 6.0
    calls = [
        wage_support(
            people,
            np.array(360_000.0),
            start=Month(2026, 1),
            cap=None,
            leaving_per_year=0.0,
            moroccan_share=0.5,
        )
        for people in (steady, dented)
    ]
    assert calls[0].employment_mad.sum() == pytest.approx(calls[1].employment_mad.sum())
    assert calls[0].income_tax_mad.sum() == 0.0


def test_jobs_that_existed_before_are_not_new() -> None:
    grown = wage_support(
        np.full(60, 10.0),
        np.array(360_000.0),
        start=Month(2026, 1),
        cap=None,
        leaving_per_year=0.0,
        moroccan_share=1.0,
        employed_before=7.0,
    )
    assert grown.employment_mad.sum() == pytest.approx(0.17 * 3 * 360_000)


def test_scenarios_keep_their_shape() -> None:
    people = np.cumsum(np.full((5, 48), 0.5), axis=-1)
    cash = wage_support(
        people,
        np.linspace(200_000, 400_000, 5)[:, None],
        start=Month(2027, 4),
        cap=0.10,
        leaving_per_year=0.15,
        moroccan_share=0.9,
    )
    assert cash.total_mad.shape == (5, 48)
    assert np.all(np.diff(cash.total_mad.sum(axis=-1)) > 0)
