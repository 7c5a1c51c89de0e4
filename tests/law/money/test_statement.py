"""The tax statement of an own unit: counted by hand, bounded where it is open, asked where nobody has answered."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.law.payroll import MoneyError
from jiwar.law.support import switches
from jiwar.law.tax import (
    STATUSES,
    CompanyStatus,
    ResearchAnswers,
    TaxAnswers,
    UnitFigures,
    allowance_by_year,
    grounds_of,
    statement,
    under,
)
from jiwar.law.tax.texts import QUESTIONS, STATUS_CONDITIONS, STATUS_NAMES, questions_of

MILLION = 1e6


def _figures(
    costs: float = 10 * MILLION, years: int = 8, *, first_year: int = 2027, margin: float = 0.08
) -> UnitFigures:
    return UnitFigures(
        first_year=first_year,
        costs_mad={"people": np.full(years, 0.9 * costs), "seats": np.full(years, 0.1 * costs)},
        support_mad={},
        mad_per_eur=10.0,
        margin=margin,
        moved_pay_eur=np.full(years, MILLION),
    )


def test_an_ordinary_company_by_hand() -> None:
    """Profit 800,000 a year: 20 % of it, no solidarity below a million, 10 % withheld from the rest."""
    found = statement(_figures())
    view = found.views[CompanyStatus.ORDINARY]
    assert view.tax_due_mad == pytest.approx(160_000.0)
    assert view.withholding_mad == pytest.approx(64_000.0)
    assert view.cash_to_parent_mad == pytest.approx(576_000.0)
    assert found.before_tax_mad() == pytest.approx(10 * MILLION)
    assert found.after_tax_mad() == pytest.approx(10 * MILLION + 224_000.0)
    assert found.status is CompanyStatus.ORDINARY  # nobody has said, so the one that asks for nothing
    assert QUESTIONS["status"] in questions_of(found)


def test_statuses_over_the_exempt_years_and_after_them() -> None:
    """Five years from 2027 cost nothing but the tax on the dividend; from 2032 on nobody is exempt or helped."""
    found = statement(_figures(years=7))
    ordinary, outsourcing, zone, city = (found.views[one] for one in STATUSES)
    assert outsourcing.tax_due_mad == pytest.approx([0.0] * 5 + [160_000.0] * 2)
    assert zone.tax_due_mad == pytest.approx(outsourcing.tax_due_mad)
    assert city.tax_due_mad == pytest.approx(zone.tax_due_mad)
    assert ordinary.tax_due_mad == pytest.approx(160_000.0)
    assert found.best is CompanyStatus.OUTSOURCING  # as good as the others, and named first
    assert found.tax_mad(found.best) < found.tax_mad(found.status)


def test_the_state_share_of_a_sixth_year_within_2030() -> None:
    """Published constants: 20 % × (1 − 0.56) = 8.8 % of 10 million, and 20 % a year later."""
    figures = _figures(100 * MILLION, years=7, first_year=2025, margin=0.10)
    view = statement(figures).views[CompanyStatus.OUTSOURCING]
    assert view.tax_due_mad[5] == pytest.approx(880_000.0)
    assert view.tax_due_mad[6] == pytest.approx(2 * MILLION)
    assert "ma.offshoring.corporate-tax@2025-07-01" in view.taxes[5].rules
    assert "ma.offshoring.corporate-tax@2025-07-01" not in view.taxes[6].rules


def test_the_minimum_contribution_bites_on_a_thin_margin_after_three_years() -> None:
    """1 % on 10 million: 20 % of 100,000 is 20,000, but 0.25 % of 10.1 million is 25,250."""
    view = statement(_figures(margin=0.01)).views[CompanyStatus.ORDINARY]
    assert view.tax_due_mad == pytest.approx([20_000.0] * 3 + [25_250.0] * 5)
    assert [("ma.cgi.art144@2022-01-01" in tax.rules) for tax in view.taxes] == [False] * 3 + [True] * 5


@pytest.mark.parametrize(("margin", "due"), [(0.099999, 0.20 * 999_990), (0.10, 0.215 * MILLION)])
def test_solidarity_begins_at_exactly_a_million(margin: float, due: float) -> None:
    view = statement(_figures(margin=margin, years=1)).views[CompanyStatus.ORDINARY]
    assert view.tax_due_mad[0] == pytest.approx(due)


def test_readings_of_contradictions_reach_the_statement() -> None:
    figures = _figures(20 * MILLION, years=2, first_year=2024, margin=0.10)
    usual, by_profit = statement(figures), statement(figures, switches(dividend_rule="by_profit_year"))
    assert usual.view.withholding_mad[0] / usual.view.dividend_mad[0] == pytest.approx(0.125)
    assert by_profit.view.withholding_mad[1] / by_profit.view.dividend_mad[1] == pytest.approx(0.1125)
    lapsed = statement(_figures(20 * MILLION, years=2, margin=0.10), switches(solidarity_after_2025="lapsed"))
    kept = statement(_figures(20 * MILLION, years=2, margin=0.10))
    assert kept.view.tax_due_mad - lapsed.view.tax_due_mad == pytest.approx(0.015 * 2 * MILLION)


def test_support_lowers_cost_and_raises_tax() -> None:
    plain = statement(_figures(years=3))
    grant = np.array([0.0, 100_000.0, 0.0])
    helped = statement(dataclasses.replace(_figures(years=3), support_mad={"ma.charter": grant}))
    gained = plain.after_tax_mad() - helped.after_tax_mad()
    assert gained == pytest.approx([0.0, 100_000.0 * (1 - 0.20) * (1 - 0.10), 0.0])
    asked = questions_of(helped)
    assert QUESTIONS["support_kept"] in asked
    assert QUESTIONS["support_kept"] not in questions_of(plain)


@given(low=st.floats(0.0, 0.4), more=st.floats(0.0, 0.4), costs=st.floats(1e5, 9e8))
def test_taxes_never_fall_with_the_margin_and_never_eat_it(low: float, more: float, costs: float) -> None:
    figures = _figures(costs, years=6)
    for status in STATUSES:
        thin, thick = (
            under(figures, status, switches(), margin=margin).group_tax_mad for margin in (low, low + more)
        )
        assert np.all(thick >= thin - 1e-6)
        assert np.all(thick <= (low + more) * costs * 0.50 + 0.0025 * costs * 1.8 + 3_000.0)


def test_lost_allowance_is_open_until_wages_are_given_and_then_a_range() -> None:
    years, moved = (2025, 2026), np.array([0.5e6, 1e6])
    unknown = allowance_by_year(years, moved, ResearchAnswers())
    assert (unknown.low_eur, unknown.high_eur) == (None, None)
    assert unknown.at_most_eur == pytest.approx([0.35 * 0.5e6, 0.42 * 1e6])
    assert unknown.missing == ("research_wages_eur", "moved_research_wages_eur", "german_sme")
    given_wages = ResearchAnswers(research_wages_eur=4e6, moved_research_wages_eur=0.8e6)
    found = allowance_by_year(years, moved, given_wages)
    assert found.low_eur == pytest.approx([0.25 * 0.4e6, 0.25 * 0.8e6])
    assert found.high_eur == pytest.approx([0.35 * 0.4e6, 0.42 * 0.8e6])
    assert found.missing == ("german_sme",)
    assert found.rules == ("de.fzulg@2024-03-28", "de.fzulg@2026-01-01")
    known = dataclasses.replace(given_wages, german_sme=False, begun_after_2025=True)
    assert allowance_by_year(years, moved, known).high_eur == pytest.approx([0.25 * 0.4e6, 0.30 * 0.8e6])


def test_work_can_leave_home_before_the_unit_opens() -> None:
    """A provider does it first: the allowance is lost from then on, while the company's years begin later."""
    pay = np.array([1e6] * 4)
    figures = dataclasses.replace(_figures(years=2, first_year=2029), moved_pay_eur=pay, home_first_year=2027)
    found = statement(figures)
    assert found.years == (2029, 2030)
    assert figures.home_years == (2027, 2028, 2029, 2030)
    assert found.allowance.at_most_eur == pytest.approx(0.42 * pay)


def test_nothing_is_lost_above_the_cap_and_no_answer_is_not_zero() -> None:
    above = ResearchAnswers(20e6, 4e6, german_sme=False, begun_after_2025=True)
    found = allowance_by_year((2026,), np.array([4e6]), above)
    assert found.low_eur == pytest.approx([0.0])
    without_pay = allowance_by_year((2026,), None, ResearchAnswers())
    assert (without_pay.low_eur, without_pay.at_most_eur) == (None, None)
    none_moves = allowance_by_year((2026,), np.array([4e6]), ResearchAnswers(moved_research_wages_eur=0.0))
    assert none_moves.high_eur == pytest.approx([0.0])
    assert none_moves.missing == ()


@given(
    wages=st.floats(0.0, 30e6), share=st.floats(0.0, 1.0), rest=st.floats(0.0, 5e6), sme=st.booleans(),
    later=st.booleans(), year=st.integers(2023, 2035),
)  # fmt: skip
def test_the_bound_holds_whatever_the_answers(
    wages: float,
    share: float,
    rest: float,
    sme: bool,  # noqa: FBT001 - drawn by name
    later: bool,  # noqa: FBT001 - same
    year: int,
) -> None:
    """What moves is at most all of the pay that moves."""
    moved = share * wages
    pay = np.array([moved + rest])
    answers = ResearchAnswers(wages, moved, german_sme=sme, begun_after_2025=later)
    found = allowance_by_year((year,), pay, answers)
    bound = allowance_by_year((year,), pay, ResearchAnswers()).at_most_eur
    assert found.high_eur is not None
    assert bound is not None
    assert found.high_eur[0] <= bound[0] + 1e-6


def test_every_line_names_rules_articles_and_confidence() -> None:
    found = statement(_figures())
    for status in STATUSES:
        for line, ground in grounds_of(found, status).items():
            assert ground.rules, line
            assert ground.articles, line
            assert ground.confidence in {"high", "medium", "low"}
    exempt = grounds_of(found, CompanyStatus.OUTSOURCING)["corporate_tax"].rules
    assert exempt[0] == "ma.cgi.art6.outsourcing@2022-01-01"
    assert (
        "ma.cgi.art6.outsourcing@2022-01-01"
        not in grounds_of(found, CompanyStatus.ORDINARY)["corporate_tax"].rules
    )


def test_answers_end_their_questions_and_settle_their_lines() -> None:
    answers = TaxAnswers(
        used_outside_morocco=True, invoiced_to_foreign_client=True, paid_in_currency=True,
        joint_stock_company=True, voting_share=1.0, active_income=True, works_only_for_transferor=True,
        gross_assets_mad=1e6, fees_to_parent_mad=2e6,
        research=ResearchAnswers(4e6, 1e6, german_sme=False),
    )  # fmt: skip
    figures = dataclasses.replace(
        _figures(), answers=answers, status=CompanyStatus.ORDINARY, redundancy_eur=np.zeros(8)
    )
    found = statement(figures)
    asked = questions_of(found)
    left = [
        QUESTIONS[name]
        for name in ("margin_is_an_assumption", "treaty_cap_on_dividends", "german_profit_tax")
    ]
    assert list(asked) == left
    assert (found.vat.rate, found.treaty.method, found.transfer.needs_adviser) == (0.0, "exempt", False)
    assert found.fees_withheld_mad == pytest.approx(200_000.0)
    open_ones = questions_of(statement(_figures()))
    assert set(open_ones) == set(QUESTIONS.values()) - {QUESTIONS["support_kept"]}


def test_papers_are_due_from_the_year_in_which_turnover_reaches_50_million() -> None:
    costs = np.array([40.0, 46.0, 46.3, 60.0]) * MILLION
    figures = dataclasses.replace(_figures(years=4), costs_mad={"people": costs})
    assert statement(figures).papers_due.tolist() == [False, False, True, True]
    assert not statement(figures).papers_sure
    rich = dataclasses.replace(figures, answers=TaxAnswers(gross_assets_mad=50e6))
    assert statement(rich).papers_due.all()


@pytest.mark.parametrize("first_year", range(2023, 2036))
def test_every_year_from_2023_to_2035_has_a_statement_under_every_status(first_year: int) -> None:
    found = statement(_figures(years=12, first_year=first_year))
    for view in found.views.values():
        assert np.isfinite(view.group_tax_mad).all()
        assert (view.tax_due_mad >= 0).all()


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(MoneyError, match="L108"):
        statement(dataclasses.replace(_figures(), mad_per_eur=0.0))
    with pytest.raises(MoneyError, match="L108"):
        statement(dataclasses.replace(_figures(), status=CompanyStatus.INDUSTRY))
    with pytest.raises(MoneyError, match="L108"):
        statement(_figures(margin=1.5))
    with pytest.raises(MoneyError, match="L101"):
        statement(_figures(first_year=2021))
    with pytest.raises(MoneyError, match="L108"):
        allowance_by_year((2026,), None, ResearchAnswers(1e6, 2e6))
    with pytest.raises(MoneyError, match="L108"):
        allowance_by_year((2026,), None, ResearchAnswers(-1e6, 0.0))


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_text_exists_in_every_language(language: str) -> None:
    for texts in (QUESTIONS, STATUS_NAMES, STATUS_CONDITIONS):
        assert all(words[language].strip() for words in texts.values())
    assert set(STATUS_NAMES) == set(STATUSES) == set(STATUS_CONDITIONS)
