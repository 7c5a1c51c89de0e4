"""Numbers that others have published come out of the base again."""

from __future__ import annotations

import pytest

from jiwar.facts import SENIORITIES, Facts, FactValues
from jiwar.periods import Month

MOROCCAN_RATE, MOROCCAN_AMOUNT = 0.1211, 538.80
"""Employer charges a month: 12.11 % of gross and 8.98 % of at most 6,000 MAD."""


def german_charges(gross: float) -> float:
    """Return employer charges of 2026: 10.75 % up to 101,400 EUR and 10.55 % up to 69,750 EUR."""
    return 0.1075 * min(gross, 101_400.0) + 0.1055 * min(gross, 69_750.0)


def test_billed_output_per_moroccan_job_is_about_176_thousand_dirhams(facts: Facts) -> None:
    exports = facts.get("sector/exports_digital_outsourcing_new/2024").value
    jobs = facts.get("sector/jobs_sector/2024").value
    assert exports / jobs == pytest.approx(176_000, rel=0.01)
    assert facts.get("sector/exports_per_job/2024").value == pytest.approx(exports / jobs, rel=0.002)
    segments = ("ITO", "CRM", "ESO", "BPO", "KPO")
    parts = sum(facts.get(f"sector/exports_{name}_new/2024").value for name in segments)
    assert parts == pytest.approx(exports, rel=0.001)


def test_the_old_and_the_new_definition_differ_by_almost_half(facts: Facts) -> None:
    new = facts.get("sector/exports_digital_outsourcing_new/2023").value
    old = facts.get("sector/exports_offshoring_total_old/2023").value
    assert new / old == pytest.approx(1.462, abs=0.001)


@pytest.mark.parametrize(
    ("seniority", "country", "casablanca"),
    list(zip(SENIORITIES, (0.25, 0.32, 0.37, 0.47), (0.29, 0.34, 0.43, 0.52), strict=True)),
)
def test_morocco_costs_a_quarter_of_germany_for_juniors_and_half_for_leads(
    facts: Facts, seniority: str, country: float, casablanca: float
) -> None:
    rate = facts.get("fx_mean/MAD/2026").value
    german = facts.get(f"so24/DE/software_engineer/{seniority}").value
    german += german_charges(german)
    for place, published in (("country", country), ("Casablanca", casablanca)):
        gross = facts.get(f"sodma/gross/{place}/software_engineer/{seniority}").value
        cost = (gross * (1.0 + MOROCCAN_RATE) + 12.0 * MOROCCAN_AMOUNT) / rate
        assert cost / german == pytest.approx(published, abs=0.006)


@pytest.mark.parametrize("gross", [8000, 10000, 15000, 25000, 40000])
def test_moroccan_charges_follow_the_formula(facts: Facts, gross: int) -> None:
    published = facts.get(f"onc/ma/effective/{gross}").value
    assert MOROCCAN_RATE + MOROCCAN_AMOUNT / gross == pytest.approx(published, abs=5e-5)
    assert pytest.approx(0.0898 * 6000) == MOROCCAN_AMOUNT


@pytest.mark.parametrize("gross", [50000, 60000, 75000, 90000, 110000])
def test_german_charges_follow_the_ceilings(facts: Facts, gross: int) -> None:
    published = facts.get(f"onc/de/effective/{gross}").value
    levy_above_the_ceiling = 0.0015  # the source's own arithmetic lets the insolvency levy run on
    assert german_charges(gross) / gross == pytest.approx(published, abs=0.1 * levy_above_the_ceiling)


def test_casablanca_pay_in_the_grid_is_the_survey_itself(facts: Facts) -> None:
    for seniority in SENIORITIES:
        survey = facts.get(f"sodma/gross/Casablanca/software_engineer/{seniority}")
        cell = facts.get(f"pay/MA-casablanca/software_engineer/{seniority}")
        assert cell.mid == pytest.approx(survey.mid, rel=0.005)
        assert (cell.low, cell.high) == pytest.approx((survey.low, survey.high), rel=0.02)


def test_german_cities_lie_between_their_published_indices(facts: Facts) -> None:
    national = facts.get("so24/DE/software_engineer/senior").mid
    for site, low, high in (
        ("stuttgart", 1.063, 1.097),
        ("muenchen", 1.065, 1.201),
        ("leipzig", 0.849, 0.951),
    ):
        index = facts.get(f"pay/DE-{site}/software_engineer/senior").mid / national
        assert low <= index <= high


def test_moroccan_cities_are_in_the_order_of_the_survey(facts: Facts) -> None:
    pay = {
        site: facts.get(f"pay/MA-{site}/software_engineer/mid").mid
        for site in ("casablanca", "rabat", "agadir")
    }
    assert pay["casablanca"] > pay["rabat"] > pay["agadir"]


@pytest.mark.parametrize(
    ("site", "neighbour"),
    [("kenitra", "rabat"), ("tetouan", "tanger"), ("meknes", "fes"), ("benguerir", "marrakech")],
)
def test_sites_that_the_survey_joins_follow_their_neighbour_with_more_doubt(
    facts: Facts, site: str, neighbour: str
) -> None:
    here, there = (facts.get(f"pay/MA-{name}/software_engineer/mid") for name in (site, neighbour))
    assert 0.9 * there.mid < here.mid <= 1.01 * there.mid
    assert here.grade == "prior"
    assert here.high / here.low > there.high / there.low


def test_a_senior_rate_is_two_to_three_times_employer_cost_in_morocco(facts: Facts) -> None:
    gross = facts.get("sodma/gross/country/software_engineer/senior").value
    cost = (gross * (1.0 + MOROCCAN_RATE) + 12.0 * MOROCCAN_AMOUNT) / facts.get("fx/MAD").value / 220.0
    assert 2.3 <= facts.get("provider_rate/MA/senior").value / cost <= 2.7


def test_the_german_shortage_is_easing_and_electrical_engineers_stay_scarce(facts: Facts) -> None:
    third_quarter = facts.get("sector/de_open_positions_engineers_IT/2025-Q3").value
    assert third_quarter == 99_470
    assert third_quarter / facts.get("sector/de_open_positions_engineers_IT/2024-Q3").value == pytest.approx(
        0.77, abs=0.001
    )
    electrical = facts.get("short/de/vdi/ratio/energy_electrical").value
    assert electrical > facts.get("sector/de_vacancies_per_100_unemployed/2025-Q2").value


def test_rankings_keep_the_order_that_their_publishers_gave(facts: Facts) -> None:
    def rank(key: str) -> float:
        return facts.get(key).mid

    assert rank("gsli21/IN") < rank("gsli21/EG") < rank("gsli21/TR") < rank("gsli21/MA")
    assert rank("gii25/MA") < rank("gii25/TN") < rank("gii25/EG")
    assert rank("nri24/MA") < rank("nri24/EG") < rank("nri24/TN")


def test_ageing_brings_german_pay_of_2024_up_by_eight_to_eleven_percent(facts: Facts) -> None:
    values = FactValues(facts)
    key = "pay/DE-stuttgart/software_engineer/mid"
    ratio = values.at(key, Month(2026, 11))[0] / facts.get(key).mid
    assert 1.07 < ratio < 1.11


def test_shared_hours_are_those_of_the_research(facts: Facts) -> None:
    overlap = facts.series("clock_overlap")
    assert overlap.value("shared_hours_per_day", "MA", "2027") == pytest.approx(6.91, abs=0.01)
    assert overlap.value("shared_hours_per_day", "PL", "2030") == 8.5
    assert overlap.value("percent_on_german_clock", "MA", "2027") == 0.0
    holidays = facts.series("public_holidays")
    assert holidays.value("holidays_on_working_days", "DE", "BW", "2027") == 8
