"""A pay slip adds up, agrees with the laws behind it, and goes back from net to gross."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiwar.law.payroll import MoneyError, PersonOfSlip, Side, charged_countries, gross_for_net, pay_slip
from jiwar.law.payroll.texts import LEFT_OUT_NAMES, LINE_NAMES
from jiwar.law.rule import ADMITTED

ON = dt.date(2026, 7, 1)


def test_the_published_minimum_wage_gross_and_net() -> None:
    """17.92 MAD × 191 h = 3,422.72 gross, 3,191.85 net as printed; not below the minimum, a dirham less is."""
    slip = pay_slip("MA", 12 * 3_422.72, on=ON)
    assert slip.total(Side.NET) / 12 == pytest.approx(3_191.85, abs=0.5)
    assert slip.below_minimum is False
    assert pay_slip("MA", 12 * 3_421.72, on=ON).below_minimum is True


@pytest.mark.parametrize("country", charged_countries())
@given(monthly=st.floats(0.0, 2e5))
def test_every_slip_adds_up_and_names_its_rules(country: str, monthly: float) -> None:
    slip = pay_slip(country, 12 * monthly, on=ON)
    gross, cost = slip.total(Side.GROSS), slip.total(Side.COST)
    assert cost == pytest.approx(gross + slip.total(Side.EMPLOYER))
    assert cost >= gross
    if country in {"DE", "MA"}:
        net = slip.total(Side.NET)
        assert net == pytest.approx(gross + slip.total(Side.EMPLOYEE) + slip.total(Side.TAX))
        assert net <= gross
    else:
        assert not any(line.side is Side.NET for line in slip.lines)
    assert slip.rules
    assert all(rule in ADMITTED for rule in slip.rules)


@settings(max_examples=20)
@given(
    gross=st.floats(6_000.0, 3e5), dependants=st.integers(0, 6), cimr=st.sampled_from([0.0, 0.03, 0.06, 0.10])
)
def test_moroccan_net_leads_back_to_a_gross_with_that_net(gross: float, dependants: int, cimr: float) -> None:
    person = PersonOfSlip(dependants=dependants, cimr_rate=cimr)
    net = pay_slip("MA", 12 * gross, on=ON, person=person).total(Side.NET)
    found = gross_for_net("MA", net, on=ON, person=person)
    assert pay_slip("MA", found, on=ON, person=person).total(Side.NET) == pytest.approx(net, abs=0.5)
    assert found <= 12 * gross + 0.5


@pytest.mark.parametrize("land", [None, "SN", "BW"])
def test_german_net_leads_back_to_a_gross_with_that_net(land: str | None) -> None:
    person = PersonOfSlip(land=land, tax_class=3, children=2)
    net = pay_slip("DE", 84_000.0, on=ON, person=person).total(Side.NET)
    found = gross_for_net("DE", net, on=ON, person=person)
    assert pay_slip("DE", found, on=ON, person=person).total(Side.NET) == pytest.approx(net, abs=3.0)


def test_saxony_moves_half_a_point_of_care_to_the_employee() -> None:
    saxon, other = (pay_slip("DE", 60_000.0, on=ON, person=PersonOfSlip(land=land)) for land in ("SN", "BW"))
    care = {
        side: [
            line.per_year
            for slip in (saxon, other)
            for line in slip.lines
            if (line.name, line.side) == ("care", side)
        ]
        for side in (Side.EMPLOYEE, Side.EMPLOYER)
    }
    assert care[Side.EMPLOYEE][0] - care[Side.EMPLOYEE][1] == pytest.approx(-0.005 * 60_000.0)
    assert care[Side.EMPLOYER][0] - care[Side.EMPLOYER][1] == pytest.approx(-0.005 * 60_000.0)


def test_the_way_to_the_tax_is_shown_and_pays_nothing() -> None:
    """25,000 a month: 300,000 less charges and 35,000 of expenses."""
    slip = pay_slip("MA", 300_000.0, on=ON)
    found = {line.name: line.per_year for line in slip.lines if line.side is Side.BASE}
    assert found["professional_expenses"] == pytest.approx(-35_000.0)
    expected = 300_000.0 + slip.total(Side.EMPLOYEE) - 35_000.0
    assert found["net_taxable"] == pytest.approx(expected)


def test_the_supplementary_pension_costs_both_sides() -> None:
    slip = pay_slip("MA", 300_000.0, on=ON, person=PersonOfSlip(cimr_rate=0.06))
    sides = {line.side: line.per_year for line in slip.lines if line.name == "supplementary_pension"}
    assert sides == {Side.EMPLOYEE: pytest.approx(-18_000.0), Side.EMPLOYER: pytest.approx(23_400.0)}
    assert not any("CIMR" in one for one in slip.left_out)


def test_later_years_say_from_when_they_are_assumed() -> None:
    assert pay_slip("DE", 60_000.0, on=dt.date(2030, 1, 1)).assumed_from == dt.date(2027, 1, 1)
    assert pay_slip("DE", 60_000.0, on=ON).assumed_from is None


@pytest.mark.parametrize("country", charged_countries())
def test_every_line_and_all_that_is_left_out_is_said_in_three_languages(country: str) -> None:
    slip = pay_slip(country, 60_000.0, on=ON, person=PersonOfSlip(cimr_rate=0.03 if country == "MA" else 0.0))
    for line in slip.lines:
        assert LINE_NAMES[line.name].complete
    for one in slip.left_out:
        assert LEFT_OUT_NAMES[one].complete


def test_what_is_not_coded_is_refused() -> None:
    with pytest.raises(MoneyError, match="L100"):
        pay_slip("FR", 1.0, on=ON)
    with pytest.raises(MoneyError, match="L100"):
        gross_for_net("PL", 1.0, on=ON)
    with pytest.raises(MoneyError, match="L102"):
        pay_slip("MA", float("nan"), on=ON)
    with pytest.raises(MoneyError, match="L103"):
        pay_slip("DE", 1.0, on=ON, person=PersonOfSlip(tax_class=2))
