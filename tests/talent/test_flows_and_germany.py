"""Pools and teams over time, programmes that come true or not, and the German shortage."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.facts import Facts, FactValues, load_facts
from jiwar.periods import Month
from jiwar.talent import (
    ShortageScenario,
    SupplyScenario,
    TalentError,
    growth_factor,
    pipelines,
    pool_flows,
    shortage_history,
    talent_facts,
    team_flows,
    tightness,
    time_to_fill,
    time_to_fill_at_home,
    vacancy_cost,
    with_talent,
)

_YEARS = tuple(range(2027, 2036))


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The shipped base."""
    return load_facts()


def test_people_of_a_city_are_conserved(facts: Facts) -> None:
    for site, role in (
        ("casablanca", "software_engineer"),
        ("fes", "technician"),
        ("krakow", "test_engineer"),
    ):
        found = pool_flows(facts, facts.sites[site], role, _YEARS)
        assert found.people.shape == (1, 10)
        change = found.graduates - found.emigrants - found.retired
        np.testing.assert_allclose(np.diff(found.people), change)
        assert (found.people > 0).all()


def test_announced_training_gives_more_people_than_todays(facts: Facts) -> None:
    by_scenario = [
        pool_flows(facts, facts.sites["casablanca"], "software_engineer", _YEARS, scenario).people[0, -1]
        for scenario in SupplyScenario
    ]
    assert by_scenario == sorted(by_scenario)
    assert by_scenario[0] < by_scenario[-1]
    elsewhere = [
        pool_flows(facts, facts.sites["krakow"], "software_engineer", _YEARS, scenario).people[0, -1]
        for scenario in SupplyScenario
    ]
    assert len(set(elsewhere)) == 1


def test_more_emigration_means_fewer_people(facts: Facts) -> None:
    leave = FactValues(with_talent(facts), draws={"talent/emigration/MA": np.array([0.01, 0.04, 0.14])})
    last = pool_flows(leave, facts.sites["rabat"], "software_engineer", _YEARS).people[:, -1]
    assert last.tolist() == sorted(last.tolist(), reverse=True)


@pytest.mark.parametrize("years", [(), (2027, 2029), (2028, 2027)])
def test_years_must_follow_one_another(years: tuple[int, ...], facts: Facts) -> None:
    with pytest.raises(TalentError) as caught:
        pool_flows(facts, facts.sites["rabat"], "software_engineer", years)
    assert caught.value.diagnostics[0].code == "T007"


def test_a_teams_people_are_conserved(facts: Facts) -> None:
    sizes = np.array([5.0, 12.0, 20.0, 20.0, 20.0, 14.0])
    found = team_flows(facts, facts.sites["casablanca"], sizes)
    before = np.array([0.0, *sizes[:-1]])
    growing = slice(0, 5)
    np.testing.assert_allclose((before + found.hires[0] - found.leavers[0])[growing], sizes[growing])
    assert found.hires[0, 5] == 0
    steady = found.leavers[0, 3] / 20
    assert 1 - (1 - steady) ** 4 == pytest.approx(facts.get("attrition/MA").value)
    with pytest.raises(TalentError):
        team_flows(facts, facts.sites["casablanca"], np.array([-1.0]))


def test_every_programme_says_what_is_unknown_and_jazari_counts_for_nothing() -> None:
    by_id = {pipeline.id: pipeline for pipeline in pipelines()}
    assert {"engineer_schools", "digital_graduates", "jobintech", "school_1337", "cmc", "jazari"} <= set(
        by_id
    )
    assert all(pipeline.unknown and set(pipeline.names) == {"en", "de", "fr"} for pipeline in by_id.values())
    assert by_id["jazari"].people_in(2030, SupplyScenario.AS_ANNOUNCED) is None


def test_programmes_reach_what_is_announced_when_it_is_announced() -> None:
    digital = next(pipeline for pipeline in pipelines() if pipeline.id == "digital_graduates")
    assert digital.people_in(2022, SupplyScenario.AS_ANNOUNCED) == 8000
    assert digital.people_in(2027, SupplyScenario.AS_ANNOUNCED) == 22500
    assert digital.people_in(2035, SupplyScenario.AS_ANNOUNCED) == 22500
    assert digital.people_in(2035, SupplyScenario.HALF_AND_LATE) == 8000 + 14500 / 2
    assert digital.people_in(2030, SupplyScenario.HALF_AND_LATE) == 8000 + 14500 / 2
    assert digital.people_in(2027, SupplyScenario.AS_TODAY) == 8000
    assert growth_factor("engineering", 2030, SupplyScenario.AS_ANNOUNCED) == 1.0
    assert growth_factor("no such field", 2030, SupplyScenario.AS_ANNOUNCED) == 1.0


def test_the_german_shortage_was_measured_and_is_easing(facts: Facts) -> None:
    history = shortage_history(facts)
    per_100 = [point.value for point in history if point.measure == "open posts per 100 unemployed"]
    assert per_100[:4] == [492, 439, 296, 194]
    posts = {str(point.quarter): point.value for point in history if point.measure == "open posts"}
    assert posts["2025-Q3"] == 99470
    assert posts["2025-Q3"] / posts["2024-Q3"] - 1 == pytest.approx(-0.23, abs=0.005)


def test_scenarios_part_ways_and_then_stay(facts: Facts) -> None:
    months = (Month(2025, 9), Month(2027, 1), Month(2028, 9), Month(2031, 9), Month(2035, 1))
    easing, steady, returning = (tightness(facts, months, scenario)[0] for scenario in ShortageScenario)
    assert easing[0] == steady[0] == returning[0] == 1
    assert (steady == 1).all()
    assert easing[1] > easing[2] == easing[4]
    assert returning[1] < returning[2] < returning[3] == returning[4]


def test_electrical_posts_take_longer_and_easing_shortens_them(facts: Facts) -> None:
    months = (Month(2027, 1), Month(2029, 1))
    software = time_to_fill_at_home(facts, "software_engineer", "mid", months)
    electrical = time_to_fill_at_home(facts, "electrical_engineer", "mid", months)
    easing = time_to_fill_at_home(facts, "electrical_engineer", "mid", months, "easing")
    assert (electrical > software).all()
    assert (easing < electrical).all()
    assert software[0, 0] == pytest.approx(
        time_to_fill(facts, facts.sites["berlin"], "software_engineer", "mid")[0]
    )


@pytest.mark.code("T010")
def test_an_unknown_scenario_is_refused(facts: Facts) -> None:
    with pytest.raises(TalentError) as caught:
        tightness(facts, (Month(2027, 1),), "booming")
    assert caught.value.diagnostics[0].code == "T010"


def test_a_vacancy_costs_the_work_undone_and_published_costs_are_of_that_size() -> None:
    assert vacancy_cost(7.7, 150_000) == pytest.approx(96_250)
    assert vacancy_cost(7.7, 150_000, 1.0) == 0
    assert vacancy_cost([3, 6], 120_000, 0.5).tolist() == [15_000, 30_000]
    published = talent_facts()["talent/vacancy_cost_published"]
    months = 138 / 30.4
    assert published.low < float(vacancy_cost(months, 120_000)) < published.high


@pytest.mark.parametrize("wrong", [(6, 100_000, 1.2), (6, 100_000, -0.1), (-1, 100_000, 0.0)])
def test_vacancies_refuse_numbers_outside_their_meaning(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(TalentError) as caught:
        vacancy_cost(*wrong)
    assert caught.value.diagnostics[0].code == "T007"
