"""The 75 provinces and their categories, and the switches that choose where sources disagree."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

import pytest

from jiwar.law.payroll import MoneyError
from jiwar.law.payroll.switches import choices
from jiwar.law.support import (
    CONTRADICTIONS,
    PARKS,
    PROVINCES,
    Category,
    Switches,
    find_province,
    province_index,
    switches,
)


def test_75_provinces_36_a_24_b_15_without() -> None:
    assert len({province.name for province in PROVINCES}) == 75
    counts = Counter(province.category for province in PROVINCES)
    assert counts == {Category.A: 36, Category.B: 24, Category.NONE: 15}
    assert len({province.region for province in PROVINCES}) == 12


def test_six_of_the_eight_territories_of_the_north_are_eligible() -> None:
    north = [province for province in PROVINCES if province.region == "Tanger-Tétouan-Al Hoceïma"]
    eligible = [province for province in north if province.category is not Category.NONE]
    assert (len(north), len(eligible)) == (8, 6)


@pytest.mark.parametrize(
    ("name", "category"),
    [("Salé", "A"), ("Rabat", "none"), ("Oujda-Angad", "B"), ("Fès", "A"), ("Meknès", "A"),
     ("Kénitra", "none"), ("Inezgane-Aït Melloul", "A"), ("Agadir-Ida Ou Tanane", "none"),
     ("Rehamna", "A"), ("Aousserd", "B")],
)  # fmt: skip
def test_categories_that_decide_between_neighbours(name: str, category: str) -> None:
    assert find_province(name).category.value == category


@pytest.mark.parametrize(
    "spelling",
    ["fes", "FÈS", "Fes", "oujda angad", "el kelaa des sraghna", "MDIQ FNIDEQ"],
)
def test_accents_capitals_and_hyphens_do_not_matter(spelling: str) -> None:
    assert PROVINCES[province_index(spelling)].name


@pytest.mark.code("L105")
def test_unknown_provinces_are_refused_with_the_nearest() -> None:
    with pytest.raises(MoneyError) as caught:
        find_province("Casablanka")
    assert "`Casablanca`" in caught.value.diagnostics[0].remedy


def test_parks_lie_in_regions_that_exist() -> None:
    assert set(PARKS.values()) <= {province.region for province in PROVINCES}


def test_every_switch_has_its_contradiction_and_the_first_choice_is_the_default() -> None:
    names = [field.name for field in fields(Switches)]
    assert names == [item.switch for item in CONTRADICTIONS]
    for name in names:
        assert len(choices(name)) == 2
        assert getattr(Switches(), name) == choices(name)[0]
    assert all(item.reason and item.references for item in CONTRADICTIONS)


@pytest.mark.code("L106")
@pytest.mark.parametrize("wrong", [{"route_tow": "at_least_150"}, {"route_two": "at_least_151"}])
def test_unknown_switches_and_choices_are_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(MoneyError, match="L106"):
        switches(**wrong)


def test_switches_from_words() -> None:
    assert switches(route_two="more_than_150").route_two == "more_than_150"
