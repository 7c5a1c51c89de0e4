"""Moroccan pay slips: published and derived points, uneven years, and the way back from net to gross."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jiwar.law.payroll import (
    MoneyError,
    below_minimum_wage,
    minimum_wage_on,
    moroccan_gross_for_net,
    moroccan_month,
    moroccan_year,
    severance_hours,
)
from jiwar.law.payroll.moroccan_income_tax import (
    expenses_on,
    income_tax,
    professional_expenses,
    scale_on,
)

IN_2026 = dt.date(2026, 6, 1)


def _slip(gross_per_month: float, **more: float) -> dict[str, float]:
    pay = moroccan_month(np.array([gross_per_month]), on=IN_2026, **more)
    return {
        name: float(getattr(pay, name)[0])
        for name in ("net_mad", "income_tax_mad", "gross_mad", "social_charges_mad", "employer_cost_mad")
    }


def test_minimum_wage_of_2026_gross_and_net() -> None:
    assert minimum_wage_on(IN_2026).mad_per_month == pytest.approx(3_422.72)
    assert _slip(3_422.72)["net_mad"] == pytest.approx(3_191.85, abs=0.5)  # published; our rounding differs


@pytest.mark.parametrize(("gross", "cap"), [(21_400, 0.20), (12_550, 0.10)])
def test_where_the_income_tax_caps_begin_to_bite(gross: float, cap: float) -> None:
    below, above = _slip(gross - 50), _slip(gross + 100)
    assert below["income_tax_mad"] < cap * below["gross_mad"]
    assert above["income_tax_mad"] > cap * above["gross_mad"]


def test_the_point_from_which_pay_is_taxed() -> None:
    assert _slip(5_721)["income_tax_mad"] == pytest.approx(0.0, abs=0.01)
    assert _slip(5_725)["income_tax_mad"] > 0.0


@pytest.mark.parametrize(
    ("taxable", "rate", "deduction"),
    [(50_000, 0.10, 4_000), (70_000, 0.20, 10_000), (90_000, 0.30, 18_000), (150_000, 0.34, 22_000),
     (300_000, 0.37, 27_400)],
)  # fmt: skip
def test_scale_of_2025_by_its_amounts_to_deduct(taxable: float, rate: float, deduction: float) -> None:
    tax = income_tax(np.array([float(taxable)]), scale_on(IN_2026), np.zeros(1))
    assert tax[0] == pytest.approx(rate * taxable - deduction)


def test_scale_until_2024_differs() -> None:
    tax = income_tax(np.array([35_000.0]), scale_on(dt.date(2024, 12, 31)), np.zeros(1))
    assert tax[0] == pytest.approx(500.0)
    assert scale_on(dt.date(2025, 1, 1)).rates[-1] == 0.37
    assert scale_on(dt.date(2024, 12, 31)).rates[-1] == 0.38


def test_family_reduction_counts_six_and_never_pays_out() -> None:
    scale = scale_on(IN_2026)
    taxable = np.full(4, 100_000.0)
    tax = income_tax(taxable, scale, np.array([0.0, 1.0, 6.0, 9.0]))
    assert tax[0] - tax == pytest.approx([0.0, 500.0, 3_000.0, 3_000.0])
    assert income_tax(np.array([41_000.0]), scale, np.array([6.0]))[0] == 0.0


def test_professional_expenses_at_their_edges() -> None:
    gross = np.array([78_000.0, 78_000.01, 140_000.0, 200_000.0])
    assert professional_expenses(gross, expenses_on(IN_2026)) == pytest.approx(
        [27_300.0, 19_500.0, 35_000.0, 35_000.0], abs=0.01
    )


def test_a_bonus_month_meets_the_social_ceiling_month_by_month_and_the_tax_by_year() -> None:
    even = np.full(12, 5_000.0)
    bonus = np.array([5_000.0] * 11 + [17_000.0])
    low = np.full(12, 6_000.0)
    slips = [moroccan_year(pay, on=IN_2026) for pay in (even, bonus, low)]
    assert slips[1].gross_mad == slips[2].gross_mad == 72_000.0
    assert slips[1].social_charges_mad == pytest.approx(0.0226 * 72_000 + 0.0448 * (11 * 5_000 + 6_000))
    assert slips[2].social_charges_mad == pytest.approx(0.0674 * 72_000)
    assert slips[1].income_tax_mad > slips[2].income_tax_mad


def test_a_late_start_is_taxed_on_the_year() -> None:
    half = moroccan_year(np.array([0.0] * 6 + [15_000.0] * 6), on=IN_2026)
    whole = moroccan_year(np.full(12, 15_000.0), on=IN_2026)
    assert half.income_tax_mad < 0.5 * whole.income_tax_mad


def test_supplementary_pension_of_both_sides() -> None:
    pay = moroccan_month(np.array([20_000.0]), on=IN_2026, cimr_rate=0.06)
    assert pay.supplementary_pension_mad[0] == pytest.approx(1_200.0)
    assert pay.employer_supplementary_pension_mad[0] == pytest.approx(1_560.0)
    assert pay.income_tax_mad[0] < moroccan_month(np.array([20_000.0]), on=IN_2026).income_tax_mad[0]


@settings(max_examples=60)
@given(st.floats(1_000, 150_000), st.integers(0, 8))
def test_gross_for_net_is_the_smallest_gross_with_that_net(gross: float, dependants: int) -> None:
    net = moroccan_month(np.array([gross]), on=IN_2026, dependants=dependants).net_mad
    found = moroccan_gross_for_net(net, on=IN_2026, dependants=dependants)
    assert found[0] <= gross + 0.01
    again = moroccan_month(found, on=IN_2026, dependants=dependants).net_mad
    assert again == pytest.approx(net, abs=0.01)
    assume(not 6_300 < gross < 6_800)
    assert found[0] == pytest.approx(gross, abs=0.02)


def test_a_net_in_the_fold_has_two_grosses_and_the_smaller_is_returned() -> None:
    above = moroccan_month(np.array([6_501.0]), on=IN_2026).net_mad
    assert moroccan_gross_for_net(above, on=IN_2026)[0] < 6_500.0


@pytest.mark.parametrize(
    ("day", "hourly"),
    [("2022-09-01", 15.55), ("2023-09-01", 16.29), ("2024-12-31", 16.29), ("2025-01-01", 17.10),
     ("2026-01-01", 17.92), ("2031-01-01", 17.92)],
)  # fmt: skip
def test_minimum_wage_by_day(day: str, hourly: float) -> None:
    assert minimum_wage_on(dt.date.fromisoformat(day)).mad_per_hour == hourly


def test_pay_below_the_minimum_wage_is_found() -> None:
    assert below_minimum_wage(np.array([3_422.71, 3_422.72]), IN_2026).tolist() == [True, False]


@pytest.mark.parametrize(
    ("years", "hours"),
    [(0.4, 0), (0.5, 96), (1, 96), (1.1, 192), (5, 480), (7, 768), (10, 1_200), (12, 1_584), (15, 2_160),
     (20, 3_360)],
)  # fmt: skip
def test_severance_hours(years: float, hours: float) -> None:
    assert severance_hours(np.array([float(years)]))[0] == hours


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(MoneyError, match="L102"):
        moroccan_year(np.full(11, 5_000.0), on=IN_2026)
    with pytest.raises(MoneyError, match="L102"):
        moroccan_month(np.array([5_000.0]), on=IN_2026, dependants=1.5)
    with pytest.raises(MoneyError, match="L102"):
        moroccan_month(np.array([-5_000.0]), on=IN_2026)
    with pytest.raises(MoneyError, match="L102"):
        severance_hours(np.array([-1.0]))
    with pytest.raises(MoneyError, match="L103"):
        moroccan_month(np.array([5_000.0]), on=IN_2026, cimr_rate=0.02)
    with pytest.raises(MoneyError, match="L101"):
        moroccan_month(np.array([5_000.0]), on=dt.date(2022, 12, 31))


def test_later_years_say_that_they_are_assumed() -> None:
    later = moroccan_month(np.array([20_000.0]), on=dt.date(2030, 1, 1))
    assert later.assumed_from == dt.date(2027, 1, 1)
