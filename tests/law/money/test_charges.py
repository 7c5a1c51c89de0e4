"""Employer and employee charges: published effective rates, ceilings, regions, dates."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.law.payroll import (
    MoneyError,
    charged_countries,
    employee_charges,
    employer_charges,
    statute_currency,
)

SUMMER_2026 = dt.date(2026, 7, 1)


def _effective(gross: float, country: str, region: str | None = None, on: dt.date = SUMMER_2026) -> float:
    charges = employer_charges(np.array([gross]), country=country, on=on, region=region)
    return float(charges.total[0] / gross)


@pytest.mark.parametrize(
    ("mad_per_month", "percent"),
    [(8_000, 18.84), (10_000, 17.50), (15_000, 15.70), (25_000, 14.27), (40_000, 13.46)],
)
def test_morocco_published_effective_rates(mad_per_month: float, percent: float) -> None:
    assert 100 * _effective(12 * mad_per_month, "MA") == pytest.approx(percent, abs=0.006)


def test_morocco_formula_and_nominal_total() -> None:
    gross = 12 * 20_000.0
    total = employer_charges(np.array([gross]), country="MA", on=SUMMER_2026).total[0]
    assert total == pytest.approx(0.1211 * gross + 12 * 538.80)
    assert _effective(12 * 6_000, "MA") == pytest.approx(0.2109)
    employee = employee_charges(np.array([12 * 6_000.0]), country="MA", on=SUMMER_2026).total[0]
    assert employee / (12 * 6_000) == pytest.approx(0.0674)


@pytest.mark.parametrize(
    ("eur", "percent"), [(50_000, 21.3), (75_000, 20.56), (90_000, 18.93), (110_000, 16.6)]
)
def test_germany_published_effective_rates(eur: float, percent: float) -> None:
    assert 100 * _effective(eur, "DE") == pytest.approx(percent, abs=0.006)


def test_germany_highest_monthly_charge_of_2026() -> None:
    charges = employer_charges(np.array([12 * 9_000.0]), country="DE", on=SUMMER_2026)
    without_levy = (charges.total - charges.lines["insolvency_levy"])[0] / 12
    assert without_levy == pytest.approx(1_508.92, abs=0.005)
    assert charges.lines["insolvency_levy"][0] / 12 == pytest.approx(12.68, abs=0.006)


def test_saxony_shifts_half_a_point_of_care_from_employer_to_employee() -> None:
    gross = np.array([60_000.0])
    west, saxony = (
        {
            side.__name__: side(gross, country="DE", on=SUMMER_2026, region=region).lines["care"][0]
            for side in (employer_charges, employee_charges)
        }
        for region in ("BW", "SN")
    )
    assert west["employer_charges"] == pytest.approx(0.018 * 60_000)
    assert saxony["employer_charges"] == pytest.approx(0.013 * 60_000)
    assert saxony["employee_charges"] == pytest.approx(0.023 * 60_000)


def test_eastern_pension_ceiling_until_2024_only() -> None:
    gross = np.array([120_000.0])
    for on, differs in ((dt.date(2024, 7, 1), True), (dt.date(2025, 7, 1), False)):
        west, east = (
            employer_charges(gross, country="DE", on=on, region=region).lines["pension"][0]
            for region in ("HE", "TH")
        )
        assert bool(west > east) is differs
        saxon = employer_charges(gross, country="DE", on=on, region="SN").lines["pension"][0]
        assert saxon == pytest.approx(east)


def test_care_rate_changes_within_2023() -> None:
    gross = np.array([40_000.0])
    spring, autumn = (
        employer_charges(gross, country="DE", on=day).lines["care"][0]
        for day in (dt.date(2023, 6, 30), dt.date(2023, 7, 1))
    )
    assert (spring, autumn) == (pytest.approx(0.01525 * 40_000), pytest.approx(0.017 * 40_000))


def test_egypt_is_capped_at_its_published_maximum() -> None:
    charges = employer_charges(np.array([12 * 50_000.0]), country="EG", on=dt.date(2025, 5, 1))
    assert charges.total[0] / 12 == pytest.approx(2_718.75)


@pytest.mark.parametrize(
    ("country", "rate"),
    [("PL", 0.2048), ("RO", 0.0225), ("PT", 0.2375), ("ES", 0.3065), ("TN", 0.2007), ("RS", 0.1515),
     ("TR", 0.225), ("IN", 0.06805)],
)  # fmt: skip
def test_peers_below_their_ceilings(country: str, rate: float) -> None:
    assert _effective(30_000.0, country) == pytest.approx(rate)


def test_polish_and_serbian_and_spanish_ceilings() -> None:
    poland = employer_charges(np.array([400_000.0]), country="PL", on=SUMMER_2026)
    assert poland.lines["pension"][0] == pytest.approx(0.0976 * 282_600)
    assert poland.lines["labour_fund"][0] == pytest.approx(0.0245 * 400_000)
    serbia = employer_charges(np.array([12 * 1e6]), country="RS", on=SUMMER_2026)
    assert serbia.total[0] == pytest.approx(0.1515 * 12 * 732_820)
    spain = employer_charges(np.array([12 * 8_000.0]), country="ES", on=SUMMER_2026)
    slices = 0.0096 * (5_611.32 - 5_101.20) + 0.0104 * (7_651.80 - 5_611.32) + 0.0122 * (8_000 - 7_651.80)
    assert spain.lines["solidarity"][0] / 12 == pytest.approx(slices)


@given(st.floats(0, 1e7), st.sampled_from(charged_countries()))
def test_charges_are_the_sum_of_their_lines_and_rise_with_pay(gross: float, country: str) -> None:
    pays = np.array([gross, gross + 1.0])
    charges = employer_charges(pays, country=country, on=SUMMER_2026)
    assert charges.total == pytest.approx(sum(charges.lines.values()))
    assert charges.total[1] >= charges.total[0]


def test_any_shape_is_kept() -> None:
    charges = employer_charges(np.full((3, 4), 50_000.0), country="DE", on=SUMMER_2026)
    assert charges.total.shape == (3, 4)


@pytest.mark.parametrize("country", charged_countries())
def test_later_years_carry_the_last_parameters_forward_and_say_so(country: str) -> None:
    gross = np.array([100_000.0])
    later = employer_charges(gross, country=country, on=dt.date(2033, 7, 1))
    assert later.assumed_from is not None
    known = employer_charges(gross, country=country, on=later.assumed_from - dt.timedelta(days=1))
    assert known.assumed_from is None
    assert later.total == pytest.approx(known.total)
    assert later.rules == known.rules


@pytest.mark.parametrize("country", charged_countries())
def test_every_month_from_the_first_known_one_to_2035_is_answered(country: str) -> None:
    answered = []
    for year in range(2023, 2036):
        for month in range(1, 13):
            try:
                employer_charges(np.array([1.0]), country=country, on=dt.date(year, month, 1))
            except MoneyError as error:
                answered.append(error.diagnostics[0].code)
            else:
                answered.append("coded")
    first = answered.index("coded")
    assert set(answered[:first]) <= {"L101"}
    assert set(answered[first:]) == {"coded"}


@pytest.mark.parametrize("country", ["DE", "MA", "EG", "IN"])
def test_coded_since_2023(country: str) -> None:
    assert employer_charges(np.array([1.0]), country=country, on=dt.date(2023, 1, 1)).assumed_from is None


def test_statute_currencies() -> None:
    assert {code: statute_currency(code) for code in ("DE", "MA", "PL", "IN")} == {
        "DE": "EUR", "MA": "MAD", "PL": "PLN", "IN": "INR",
    }  # fmt: skip


@pytest.mark.code("L100")
def test_an_uncoded_country_is_refused_with_the_coded_ones() -> None:
    with pytest.raises(MoneyError, match="L100") as caught:
        employer_charges(np.array([1.0]), country="FR", on=SUMMER_2026)
    assert "`DE`" in caught.value.diagnostics[0].remedy
    with pytest.raises(MoneyError, match="L100"):
        employee_charges(np.array([1.0]), country="PL", on=SUMMER_2026)


@pytest.mark.code("L101")
def test_a_day_before_the_first_parameters_is_refused() -> None:
    with pytest.raises(MoneyError, match="2023-01-01"):
        employer_charges(np.array([1.0]), country="DE", on=dt.date(2022, 12, 31))


@pytest.mark.code("L102")
@pytest.mark.parametrize("pay", [-1.0, np.nan, np.inf])
def test_impossible_pay_is_refused(pay: float) -> None:
    with pytest.raises(MoneyError, match="L102"):
        employer_charges(np.array([pay]), country="MA", on=SUMMER_2026)


@pytest.mark.code("L103")
@pytest.mark.parametrize(("country", "region"), [("DE", "XX"), ("MA", "Fès")])
def test_unknown_regions_are_refused(country: str, region: str) -> None:
    with pytest.raises(MoneyError, match="L103"):
        employer_charges(np.array([1.0]), country=country, on=SUMMER_2026, region=region)
