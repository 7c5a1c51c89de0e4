"""The funding sheet: every scheme answers, with reason, amount, timing, articles, confidence, three languages."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from jiwar.law.support import Extras, FundLine, Status, Switches, fund, projects
from jiwar.law.support.texts import PAID, QUESTIONS, REASONS, STATUSES, TITLES

ON = dt.date(2027, 1, 1)
FIGURES: dict[str, Any] = {
    "investment_mad": 30e6, "stable_jobs": 146, "province": "Fès", "sector": "outsourcing", "branch": "ESO",
    "park": "Fès Shore", "gross_pay_mad_per_year": 240_000.0, "moroccan_share": 0.95, "leaving_per_year": 0.15,
    "public_enterprise": 0, "largest_holder_share": 1.0, "largest_holder_turnover_mad": 1e9,
}  # fmt: skip


def _sheet(
    extras: Extras | None = None, switches: Switches | None = None, **more: object
) -> dict[str, FundLine]:
    lines = fund(projects(**{**FIGURES, **more}), on=ON, extras=extras, switches=switches)
    return {line.scheme: line for line in lines}


def test_every_scheme_answers_once() -> None:
    assert set(_sheet()) == set(TITLES)


def test_excluded_schemes_say_why() -> None:
    sheet = _sheet()
    assert sheet["ma.charter"].status is Status.NOT_ELIGIBLE
    assert "150 stable jobs" in sheet["ma.charter"].sentence("en")
    assert "25 %" in sheet["ma.sme"].sentence("de")
    assert sheet["ma.charter"].next_steps


def test_wage_premiums_carry_amount_timing_articles_and_questions() -> None:
    line = _sheet()["ma.offshoring.employment"]
    assert line.status is Status.ELIGIBLE
    assert line.low is not None
    assert line.high is not None
    assert 0 < line.low < line.high == pytest.approx(0.17 * 146 * 240_000)
    assert "18 months" in line.sentence("en")
    assert any("PAE" in article for article in line.articles)
    assert all(QUESTIONS["offshoring_place"] is not question for question in line.questions)
    assert line.confidence == "medium"


def test_low_pay_means_no_income_tax_support() -> None:
    line = _sheet(gross_pay_mad_per_year=80_000.0)["ma.offshoring.income_tax"]
    assert line.status is Status.NOT_ELIGIBLE
    assert line.reasons == (REASONS["nothing_above_cap"],)


def test_outside_a_park_the_income_tax_cap_is_an_open_question() -> None:
    line = _sheet(park="none", province="Meknès")["ma.offshoring.income_tax"]
    assert line.status is Status.OPEN
    assert (line.low, line.mid) == (None, None)  # an open answer is no zero
    assert line.high
    assert "at most MAD" in line.sentence("en")
    assert QUESTIONS["offshoring_place"] in line.questions


def test_corporate_tax_saved_needs_a_profit() -> None:
    assert _sheet()["ma.corporate_tax"].mid is None
    saved = _sheet(Extras(profit_mad_per_year=900_000.0))["ma.corporate_tax"].mid
    assert saved == pytest.approx(5 * 0.20 * 900_000)
    assert _sheet(branch="none")["ma.corporate_tax"].status is Status.NOT_ELIGIBLE


def test_what_nobody_publishes_is_a_question_never_a_zero() -> None:
    sheet = _sheet()
    for scheme in ("ma.regional", "ma.ofppt", "de.research_allowance"):
        assert sheet[scheme].status is Status.OPEN
        assert sheet[scheme].mid is None
        assert sheet[scheme].questions
    assert _sheet(Extras(regional_offer_mad=2e6))["ma.regional"].mid == 2e6


def test_undated_rules_can_be_switched_off() -> None:
    off = _sheet(switches=Switches(low_confidence_rules="off"))
    assert "ma.ofppt" not in off
    assert "ma.anapec" not in off
    assert _sheet()["ma.ofppt"].confidence == "low"


def test_switched_off_no_line_rests_on_a_third_party_program() -> None:
    """Amounts keep what better sources bear, so their confidence is that of these sources."""
    on, off = _sheet(), _sheet(switches=Switches(low_confidence_rules="off"))
    assert on["ma.charter"].confidence == "low"
    assert any("simulator" in article for article in on["ma.charter"].articles)
    for line in off.values():
        assert line.confidence != "low"
        assert line.articles
        assert not any("simulator" in article for article in line.articles)


def test_training_refund_is_an_upper_bound() -> None:
    line = _sheet(Extras(planned_training_mad_per_year=1e6))["ma.ofppt"]
    assert (line.low, line.mid) == (None, None)  # the ceiling is not published
    assert line.high == pytest.approx(700_000.0)


def test_integration_contract_is_for_low_first_pay() -> None:
    assert _sheet()["ma.anapec"].status is Status.NOT_ELIGIBLE
    line = _sheet(Extras(trainees_hired=3), gross_pay_mad_per_year=72_000.0)["ma.anapec"]
    assert line.high == pytest.approx(3 * 0.2109 * 72_000)


def test_research_allowance_lost_is_negative_and_wider_when_size_is_unknown() -> None:
    line = _sheet(Extras(research_wages_eur=2e6, moved_research_wages_eur=1e6))["de.research_allowance"]
    assert line.status is Status.LOST
    assert line.low == pytest.approx(-420_000)
    assert line.high == pytest.approx(-300_000)
    none = _sheet(Extras(moved_research_wages_eur=0.0))["de.research_allowance"]
    assert none.status is Status.NOT_ELIGIBLE


def test_import_relief_from_50_million() -> None:
    assert _sheet()["ma.import_relief"].status is Status.NOT_ELIGIBLE
    assert _sheet(investment_mad=50e6)["ma.import_relief"].status is Status.OPEN


def test_negotiated_support_has_no_amount() -> None:
    line = _sheet(investment_mad=3e9, strategic_criterion=1)["ma.charter"]
    assert line.status is Status.NEGOTIATED
    assert line.mid is None
    assert "Verhandlungssache" in line.sentence("de")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_every_text_exists_in_every_language(language: str) -> None:
    for texts in (TITLES, REASONS, QUESTIONS, PAID, STATUSES):
        assert all(words[language].strip() for words in texts.values())
    assert set(PAID) == set(TITLES)
    assert {status.name for status in Status} == set(STATUSES)
    assert all(line.sentence(language) for line in _sheet().values())
