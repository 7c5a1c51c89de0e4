"""Tax of the captive and of its parent: published examples, paths, thresholds and questions."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from jiwar.law.payroll import MoneyError
from jiwar.law.payroll.switches import Switches
from jiwar.law.tax import (
    CompanyStatus,
    CorporateTax,
    allowance_lost,
    captive_company,
    corporate_tax,
    dividend_withholding,
    fine_without_papers,
    function_transfer,
    research_allowance,
    transfer_papers_due,
    treaty_treatment,
    vat_on_service,
    withholding_on_foreign_fees,
)


def _tax(
    profit: float,
    year: int,
    status: CompanyStatus = CompanyStatus.ORDINARY,
    age: int = 10,
    turnover: float = 0.0,
    switches: Switches | None = None,
) -> CorporateTax:
    return corporate_tax(
        np.array([profit]),
        turnover_mad=np.array([turnover]),
        year=year,
        status=status,
        year_of_operation=age,
        switches=switches,
    )


def test_published_example_of_the_tax_authority() -> None:
    """Company Y, fiscal year 2023: 150 million at 32 % against 0.25 % of 1,200 million."""
    tax = _tax(150e6, 2023, turnover=1_200e6)
    assert tax.tax_mad[0] == pytest.approx(48e6)
    assert tax.minimum_contribution_mad[0] == pytest.approx(3e6)
    assert tax.due_mad[0] - tax.solidarity_mad[0] == pytest.approx(48e6)
    assert pytest.approx(9.6e6) == 48e6 - 38.4e6


@pytest.mark.parametrize(
    ("profit", "in_2024", "in_2026"),
    [(300_000, 0.15, 0.20), (300_001, 0.20, 0.20), (1_000_000, 0.20, 0.20), (1_000_001, 0.255, 0.20),
     (99_999_999, 0.255, 0.20), (100_000_000, 0.33, 0.35)],
)  # fmt: skip
def test_published_rates_at_their_edges(profit: float, in_2024: float, in_2026: float) -> None:
    assert _tax(profit, 2024).rate[0] == pytest.approx(in_2024)
    assert _tax(profit, 2026).rate[0] == pytest.approx(in_2026)
    assert _tax(profit, 2033).rate[0] == pytest.approx(in_2026)


@pytest.mark.parametrize(
    ("status", "rates"),
    [(CompanyStatus.INDUSTRY, (0.26, 0.245, 0.23, 0.215, 0.20)),
     (CompanyStatus.ACCELERATION_ZONE, (0.15, 0.1625, 0.175, 0.1875, 0.20)),
     (CompanyStatus.FINANCE_CITY, (0.15, 0.1625, 0.175, 0.1875, 0.20))],
)  # fmt: skip
def test_paths_by_status(status: CompanyStatus, rates: tuple[float, ...]) -> None:
    found = [_tax(10e6, year, status).rate[0] for year in range(2022, 2027)]
    assert found == pytest.approx(rates)


def test_former_20_percent_payers_in_the_other_reading() -> None:
    other = Switches(high_profit_path="former_20_percent")
    found = [_tax(200e6, year, switches=other).rate[0] for year in range(2023, 2027)]
    assert found == pytest.approx([0.2375, 0.275, 0.3125, 0.35])
    general = [_tax(200e6, year).rate[0] for year in range(2023, 2027)]
    assert general == pytest.approx([0.32, 0.33, 0.34, 0.35])


def test_zones_and_finance_city_never_pay_35_percent() -> None:
    assert _tax(500e6, 2028, CompanyStatus.FINANCE_CITY).rate[0] == pytest.approx(0.20)


@pytest.mark.parametrize(
    "status", [CompanyStatus.OUTSOURCING, CompanyStatus.ACCELERATION_ZONE, CompanyStatus.FINANCE_CITY]
)
def test_five_exempt_years(status: CompanyStatus) -> None:
    paid = [_tax(10e6, 2026 + age, status, age + 1).tax_mad[0] > 0 for age in range(7)]
    assert paid == [False] * 5 + [True] * 2


def test_constructed_example_of_the_state_share() -> None:
    off = Switches(solidarity_after_2025="lapsed")
    in_2030 = _tax(10e6, 2030, CompanyStatus.OUTSOURCING, 6, switches=off)
    in_2031 = _tax(10e6, 2031, CompanyStatus.OUTSOURCING, 6, switches=off)
    assert in_2030.due_mad[0] == pytest.approx(880_000)
    assert in_2031.due_mad[0] == pytest.approx(2_000_000)
    exempt = [_tax(10e6, 2026 + age, CompanyStatus.OUTSOURCING, age + 1, switches=off) for age in range(5)]
    assert [tax.due_mad[0] for tax in exempt] == [0.0] * 5


def test_minimum_contribution_floor_base_and_exemption() -> None:
    assert _tax(-5e6, 2026, turnover=100e6).due_mad[0] == pytest.approx(250_000)
    assert _tax(0.0, 2026, turnover=100_000.0).due_mad[0] == pytest.approx(3_000)
    assert _tax(0.0, 2026, age=3, turnover=100e6).due_mad[0] == 0.0
    assert _tax(0.0, 2026, age=4, turnover=100e6).due_mad[0] == pytest.approx(250_000)


@pytest.mark.parametrize(
    ("profit", "rate", "other"),
    [
        (999_999, 0.0, 0.0),
        (1e6, 0.015, 0.015),
        (5e6, 0.025, 0.015),
        (10e6, 0.035, 0.025),
        (40e6, 0.05, 0.035),
    ],
)
def test_solidarity_bands_in_both_readings(profit: float, rate: float, other: float) -> None:
    upto = Switches(solidarity_bands="up_to_upper_limit")
    assert _tax(profit, 2024).solidarity_mad[0] == pytest.approx(rate * profit)
    assert _tax(profit, 2024, switches=upto).solidarity_mad[0] == pytest.approx(other * profit)


def test_solidarity_years_in_both_readings_and_exempt_zones() -> None:
    years = [year for year in range(2022, 2036) if _tax(2e6, year).solidarity_mad[0] > 0]
    assert years == [2023, 2024, 2025, 2026, 2027, 2028]
    lapsed = Switches(solidarity_after_2025="lapsed")
    assert _tax(2e6, 2026, switches=lapsed).solidarity_mad[0] == 0.0
    assert _tax(2e6, 2024, CompanyStatus.ACCELERATION_ZONE).solidarity_mad[0] == 0.0


@pytest.mark.parametrize(
    ("day", "rate"),
    [("2024-12-31", 0.1375), ("2025-01-01", 0.125), ("2026-01-01", 0.1125), ("2026-12-31", 0.1125),
     ("2027-01-01", 0.10), ("2035-01-01", 0.10)],
)  # fmt: skip
def test_dividends_by_day_of_distribution(day: str, rate: float) -> None:
    assert dividend_withholding(distributed=dt.date.fromisoformat(day), profit_year=2023) == rate


@pytest.mark.parametrize(("year", "rate"), [(2019, 0.15), (2023, 0.1375), (2026, 0.10), (2030, 0.10)])
def test_dividends_by_year_of_profit_in_the_other_reading(year: int, rate: float) -> None:
    other = Switches(dividend_rule="by_profit_year")
    found = dividend_withholding(distributed=dt.date(2027, 6, 1), profit_year=year, switches=other)
    assert found == rate


def test_treaty_exempts_only_when_all_is_answered_yes() -> None:
    yes = treaty_treatment(joint_stock_company=True, voting_share=0.25, active_income=True)
    limited = treaty_treatment(joint_stock_company=False, voting_share=1.0, active_income=None)
    unsaid = treaty_treatment(joint_stock_company=True, voting_share=None, active_income=True)
    assert (yes.method, limited.method, unsaid.method) == ("exempt", "credit", "open")
    assert unsaid.missing == ("voting_share",)
    assert treaty_treatment(joint_stock_company=True, voting_share=0.2, active_income=True).method == "credit"
    with pytest.raises(MoneyError, match="L108"):
        treaty_treatment(joint_stock_company=True, voting_share=25.0, active_income=True)


def test_exported_services_are_exempt_only_when_shown() -> None:
    shown = vat_on_service(used_outside_morocco=True, invoiced_to_foreign_client=True, paid_in_currency=True)
    unsaid = vat_on_service(used_outside_morocco=True, invoiced_to_foreign_client=True, paid_in_currency=None)
    assert (shown.rate, shown.missing) == (0.0, ())
    assert (unsaid.rate, unsaid.missing) == (0.20, ("paid_in_currency",))


def test_papers_fees_and_fine() -> None:
    due = transfer_papers_due(np.array([50e6, 49.9e6, 1e6]), np.array([0.0, 49.9e6, 50e6]))
    assert due.tolist() == [True, False, True]
    assert fine_without_papers(np.array([10e6, 100e6])).tolist() == [200_000.0, 500_000.0]
    assert withholding_on_foreign_fees(np.array([1e6]))[0] == pytest.approx(100_000.0)


@pytest.mark.parametrize(
    ("day", "sme", "maximum"),
    [("2024-03-27", False, 1.0e6), ("2024-03-27", True, 1.0e6), ("2024-03-28", False, 2.5e6),
     ("2025-12-31", True, 3.5e6), ("2026-01-01", False, 3.0e6), ("2026-01-01", True, 4.2e6)],
)  # fmt: skip
def test_published_maxima_of_the_research_allowance(day: str, sme: bool, maximum: float) -> None:  # noqa: FBT001 - a table of cases
    on = dt.date.fromisoformat(day)
    allowance = research_allowance(np.array([50e6]), np.zeros(1), on=on, sme=sme, begun_after_2025=False)
    assert allowance[0] == pytest.approx(maximum)


@pytest.mark.parametrize(("sme", "own", "contract"), [(False, 0.30, 0.21), (True, 0.42, 0.294)])
def test_effective_support_from_2026(sme: bool, own: float, contract: float) -> None:  # noqa: FBT001 - a table of cases
    on = dt.date(2026, 6, 1)
    million, zero = np.array([1e6]), np.zeros(1)
    assert research_allowance(million, zero, on=on, sme=sme, begun_after_2025=True)[0] == pytest.approx(
        own * 1e6
    )
    paid = research_allowance(zero, million, on=on, sme=sme, begun_after_2025=True)[0]
    assert paid == pytest.approx(contract * 1e6)


def test_moving_research_loses_nothing_above_the_cap() -> None:
    on = dt.date(2026, 6, 1)
    lost = allowance_lost(
        np.array([20e6, 5e6, 5e6]),
        np.zeros(3),
        np.array([4e6, 4e6, 9e6]),
        on=on,
        sme=False,
        begun_after_2025=True,
    )
    assert lost == pytest.approx([0.0, 1.2e6, 1.5e6])


@pytest.mark.parametrize(
    ("exclusive", "cost_plus", "adviser", "missing"),
    [(True, True, False, 0), (True, False, True, 0), (None, True, True, 1), (None, None, True, 2)],
)
def test_function_transfer_is_clear_only_for_a_cost_plus_captive(
    exclusive: bool | None,  # noqa: FBT001 - a table of cases
    cost_plus: bool | None,  # noqa: FBT001 - same
    adviser: bool,  # noqa: FBT001 - same
    missing: int,
) -> None:
    found = function_transfer(works_only_for_transferor=exclusive, paid_cost_plus=cost_plus)
    assert (found.needs_adviser, len(found.missing)) == (adviser, missing)


def test_company_view_of_an_outsourcing_captive() -> None:
    costs = np.full(8, 50e6)
    view = captive_company(costs, first_year=2026, status=CompanyStatus.OUTSOURCING, margin=0.08)
    assert view.turnover_mad == pytest.approx(54e6)
    assert view.profit_before_tax_mad == pytest.approx(4e6)
    assert view.tax_due_mad[:3] == pytest.approx(0.015 * 4e6)  # solidarity until 2028 in the default reading
    assert view.tax_due_mad[3:5] == pytest.approx(0.0)
    assert view.tax_due_mad[5:] == pytest.approx(0.20 * 4e6)  # from 2031 on no State share
    assert view.profit_after_tax_mad + view.tax_due_mad == pytest.approx(view.profit_before_tax_mad)
    assert view.withholding_mad == pytest.approx(0.10 * view.dividend_mad)
    assert view.cash_to_parent_mad + view.group_tax_mad + view.retained_mad == pytest.approx(4e6)
    assert view.in_eur(view.turnover_mad, np.full(8, 10.8)) == pytest.approx(5e6)
    assert "margin_is_an_assumption" in view.questions


def test_subsidies_raise_profit_and_the_base_of_the_minimum_contribution() -> None:
    grants = np.array([0.0, 0.0, 0.0, 0.0, 10e6, 0.0])
    with_grant, without = (
        captive_company(
            np.full(6, 20e6),
            first_year=2026,
            status=CompanyStatus.ORDINARY,
            margin=0.05,
            subsidies_mad=given,
            distributed_share=0.5,
        )
        for given in (grants, None)
    )
    assert with_grant.profit_before_tax_mad - without.profit_before_tax_mad == pytest.approx(grants)
    base = [view.taxes[4].minimum_contribution_mad for view in (with_grant, without)]
    assert base[0] - base[1] == pytest.approx(0.0025 * 10e6)
    assert with_grant.retained_mad == pytest.approx(0.5 * with_grant.profit_after_tax_mad)


@pytest.mark.code("L108")
def test_impossible_company_years_are_refused() -> None:
    ordinary = CompanyStatus.ORDINARY
    with pytest.raises(MoneyError, match="L108"):
        captive_company(np.array([1e6]), first_year=2026, status=ordinary, margin=8.0)
    with pytest.raises(MoneyError, match="L108"):
        captive_company(np.array([-1e6]), first_year=2026, status=ordinary, margin=0.08)
    with pytest.raises(MoneyError, match="L108"):
        captive_company(
            np.array([1e6]), first_year=2026, status=ordinary, margin=0.1, subsidies_mad=np.array([-1.0])
        )
    with pytest.raises(MoneyError, match="L108"):
        _tax(1e6, 2026, age=0)
    with pytest.raises(MoneyError, match="L108"):
        _tax(1e6, 2026, turnover=-1.0)
    with pytest.raises(MoneyError, match="L101"):
        _tax(1e6, 2021)
    with pytest.raises(MoneyError, match="L101"):
        research_allowance(np.ones(1), np.ones(1), on=dt.date(2020, 1, 1), sme=False, begun_after_2025=False)
