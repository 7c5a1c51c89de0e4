"""Job titles find their role, languages find their price."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.facts import Facts, load_facts
from jiwar.talent import (
    LanguageNeed,
    TalentError,
    Teaching,
    language_fit,
    language_share,
    match_title,
    occupations,
    suggest_roles,
)


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The shipped base."""
    return load_facts()


@pytest.mark.parametrize(
    ("title", "role", "seniority"),
    [
        ("Senior Embedded Software Engineer (m/w/d)", "embedded_software_engineer", "senior"),
        ("Embedded-Softwareentwickler/in", "embedded_software_engineer", None),
        ("SOFTWAREENTWICKLER", "software_engineer", None),
        ("Versuchsingenieurin Bremse", "test_engineer", None),
        ("Ingénieure logiciel embarqué confirmée", "embedded_software_engineer", "mid"),
        ("ingenieur essais", "test_engineer", None),
        ("Développeuse full stack junior", "software_engineer", "junior"),
        ("Hardwareentwicklerin", "electrical_engineer", None),
        ("Lead Data Scientist", "data_engineer", "lead"),
        ("Software Developer in Test", "software_tester", None),
        ("Technischer Projektleiter", "project_manager", None),
        ("Netzingenieur:in", "power_engineer", None),
        ("Téléconseillère", "support_agent", None),
        ("IKT-Sicherheitsingenieurin", "cybersecurity_engineer", None),
    ],
)
def test_titles_of_firms_find_their_role_and_seniority(title: str, role: str, seniority: str | None) -> None:
    match = match_title(title)
    assert (match.role, match.seniority) == (role, seniority)


def test_every_known_title_finds_its_own_role() -> None:
    for role, item in occupations().items():
        for title in (*item.titles, *item.esco.values()):
            assert match_title(title).role == role, title


@pytest.mark.code("T003")
@pytest.mark.parametrize("title", ["Bäcker", "Ingenieur", "", "Kfz-Mechaniker", "Head of Happiness", "xyz"])
def test_unknown_titles_are_not_guessed(title: str) -> None:
    with pytest.raises(TalentError) as caught:
        match_title(title)
    assert caught.value.diagnostics[0].code == "T003"
    assert caught.value.diagnostics[0].remedy


def test_suggestions_are_few_different_and_in_order() -> None:
    found = suggest_roles("Softwareingenieur Test")
    assert len({match.role for match in found}) == len(found) <= 3
    assert [match.likeness for match in found] == sorted((match.likeness for match in found), reverse=True)


def test_german_b2_for_the_test_protocol_does_not_fit_in_casablanca_and_has_a_price(facts: Facts) -> None:
    fit = language_fit(facts, facts.sites["casablanca"], LanguageNeed("de", "B2", 4))
    assert not fit.fits
    assert fit.share[0] < 0.05
    assert fit.currency == "MAD"
    units = facts_hours = 650.0
    assert fit.months[0] == pytest.approx(units / (6 * 52 / 12))
    learners = (4 - 4 * fit.share[0]) / 0.6
    assert fit.people_to_teach[0] == pytest.approx(learners)
    assert fit.course_cost[0] == pytest.approx(learners * (facts_hours * 65 + 2250))
    assert fit.paid_hours[0] == pytest.approx(learners * units * 0.5)


def test_french_fits_in_morocco_and_german_in_germany(facts: Facts) -> None:
    assert language_fit(facts, facts.sites["rabat"], LanguageNeed("fr", "B2", 3)).fits
    assert language_fit(facts, facts.sites["stuttgart"], LanguageNeed("de", "B2", 20)).fits


def test_higher_levels_are_rarer_and_take_longer(facts: Facts) -> None:
    for site in ("casablanca", "krakow", "stuttgart", "pune"):
        place = facts.sites[site]
        for language in ("de", "en"):
            shares = [
                language_share(facts, place, language, level)[0] for level in ("A2", "B1", "B2", "C1", "C2")
            ]
            assert shares == sorted(shares, reverse=True)
    months = [
        language_fit(facts, facts.sites["casablanca"], LanguageNeed("de", level, 5)).months[0]
        for level in ("A1", "A2", "B1", "B2", "C1")
    ]
    assert months == sorted(months)


def test_whoever_starts_higher_learns_less(facts: Facts) -> None:
    place, need = facts.sites["casablanca"], LanguageNeed("en", "B2", 10)
    whole, rest = (language_fit(facts, place, need, Teaching(start)) for start in (None, "B1"))
    assert rest.months[0] == pytest.approx(whole.months[0] * (550 - 375) / 550)
    done = language_fit(facts, place, need, Teaching("C1"))
    assert done.months[0] == 0
    assert np.all(done.course_cost < rest.course_cost)


@pytest.mark.code("T008")
@pytest.mark.parametrize(("language", "level"), [("xx", "B2"), ("de", "B3"), ("deutsch", "B2")])
def test_unknown_languages_and_levels_are_refused(language: str, level: str) -> None:
    with pytest.raises(TalentError) as caught:
        LanguageNeed(language, level, 3)
    assert caught.value.diagnostics[0].code == "T008"


def test_other_wrong_questions_about_languages_are_refused(facts: Facts) -> None:
    with pytest.raises(TalentError):
        LanguageNeed("de", "B2", 0)
    with pytest.raises(TalentError) as caught:
        language_fit(facts, facts.sites["rabat"], LanguageNeed("de", "B2", 1), Teaching("Z9"))
    assert caught.value.diagnostics[0].code == "T008"
    with pytest.raises(TalentError) as caught:
        language_share(facts, facts.sites["krakow"], "ar", "B2")
    assert caught.value.diagnostics[0].code == "T001"
