"""German pay slips against the results of the ministry's wage-tax calculator, and their inverse."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiwar.law.payroll import MoneyError, german_gross_for_net, german_year
from jiwar.law.payroll.german_wage_tax import TARIFFS, income_tax, tariff_on

IN_2026 = dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("year", "gross", "additional", "children", "tax_class", "tax"),
    [
        (2025, 60_000, 0.026, 0, 1, 9_551),
        (2025, 60_000, 0.026, 0, 3, 4_994),
        (2025, 60_000, 0.026, 0, 4, 9_551),
        (2026, 60_000, 0.029, 0, 1, 9_389),
        (2026, 60_000, 0.029, 0, 3, 4_822),
        (2026, 30_000, 0.029, 0, 1, 2_248),
        (2026, 30_000, 0.029, 1, 1, 2_294),
        (2026, 30_000, 0.029, 0, 3, 0),
    ],
)
def test_wage_tax_of_the_ministrys_calculator(
    year: int, gross: float, additional: float, children: int, tax_class: int, tax: float
) -> None:
    slip = german_year(
        np.array([float(gross)]),
        on=dt.date(year, 3, 1),
        tax_class=tax_class,
        children=children,
        additional_health_rate=additional,
    )
    assert slip.wage_tax_eur[0] == pytest.approx(tax, abs=1.0)
    assert slip.solidarity_surcharge_eur[0] == 0.0


def test_the_slip_adds_up() -> None:
    slip = german_year(np.array([55_000.0, 95_000.0, 180_000.0]), on=IN_2026, region="SN", children=2)
    withheld = sum(slip.employee_charges_eur.values()) + slip.wage_tax_eur + slip.solidarity_surcharge_eur
    assert slip.net_eur == pytest.approx(slip.gross_eur - withheld)
    assert slip.employer_cost_eur == pytest.approx(slip.gross_eur + sum(slip.employer_charges_eur.values()))
    assert slip.solidarity_surcharge_eur[2] > 0.0
    assert "church tax" in slip.left_out


@pytest.mark.parametrize("tariff", TARIFFS)
def test_the_tariff_has_no_jumps_and_its_statutory_marginal_rates(tariff: object) -> None:
    found = tariff_on(tariff.start)  # type: ignore[attr-defined]  # pytest hands objects on untyped
    edges = np.array([found.basic_allowance_eur, found.kink_eur, found.upper_eur, found.top_eur])
    below, above = income_tax(edges - 1e-6, found), income_tax(edges + 1e-6, found)
    assert above - below == pytest.approx(0.0, abs=1e-5)
    rates = (income_tax(edges + 0.01, found) - income_tax(edges, found)) / 0.01
    assert rates == pytest.approx([0.14, 0.2397, 0.42, 0.45], abs=1e-5)


def test_children_lower_and_childlessness_raises_the_care_share() -> None:
    care = [
        german_year(np.array([40_000.0]), on=IN_2026, children=count).employee_charges_eur["care"][0] / 40_000
        for count in range(7)
    ]
    assert care == pytest.approx([0.024, 0.018, 0.0155, 0.013, 0.0105, 0.008, 0.008])


@settings(max_examples=30)
@given(st.floats(15_000, 250_000), st.sampled_from([1, 3]))
def test_gross_for_net_returns_to_the_net(gross: float, tax_class: int) -> None:
    net = german_year(np.array([gross]), on=IN_2026, tax_class=tax_class).net_eur
    found = german_gross_for_net(net, on=IN_2026, tax_class=tax_class)
    again = german_year(found, on=IN_2026, tax_class=tax_class).net_eur
    assert again == pytest.approx(net, abs=3.0)


@pytest.mark.parametrize("tax_class", [2, 5, 6, 7])
def test_other_tax_classes_are_refused(tax_class: int) -> None:
    with pytest.raises(MoneyError, match="L103"):
        german_year(np.array([50_000.0]), on=IN_2026, tax_class=tax_class)


def test_half_children_are_refused() -> None:
    with pytest.raises(MoneyError, match="L102"):
        german_year(np.array([50_000.0]), on=IN_2026, children=-1)


def test_later_years_say_that_they_are_assumed() -> None:
    assert german_year(np.array([50_000.0]), on=dt.date(2029, 1, 1)).assumed_from == dt.date(2027, 1, 1)
