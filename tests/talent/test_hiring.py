"""Who can be hired where, how fast, for what, and when a plan is told that it asks too much."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.facts import SENIORITIES, Facts, FactValues, Site, load_facts
from jiwar.periods import Month
from jiwar.talent import (
    A_FIFTH,
    HiringNeed,
    Reach,
    TalentError,
    city_profile,
    city_profile_range,
    hiring,
    hiring_limit,
    hiring_range,
    time_to_fill,
    usual_mix,
    with_talent,
)
from jiwar.talent.numbers import Numbers
from jiwar.talent.pace import agency_share, premium_for
from jiwar.talent.pool import city_pool, movers, pool


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The shipped base."""
    return load_facts()


def _need(facts: Facts, site: str, role: str, people: float, months: int) -> HiringNeed:
    place = facts.sites[site]
    start = Month(2027, 1)
    return HiringNeed(place, role, usual_mix(facts, place, role, people), start, start + (months - 1))


def test_every_role_and_seniority_has_a_limit_at_every_site(facts: Facts) -> None:
    for site in facts.sites.values():
        for role in facts.roles:
            for level in SENIORITIES:
                limit = hiring_limit(facts, site, role, level)
                assert limit.shape == (1,)
                assert 0 < limit[0] < pool(Numbers(facts), site, role, level)[0], (site.id, role, level)
                assert 0.5 < time_to_fill(facts, site, role, level)[0] < 24


@pytest.mark.code("T004")
@pytest.mark.code("T005")
def test_200_embedded_engineers_in_oujda_within_a_year_are_refused(facts: Facts) -> None:
    answer = hiring(facts, _need(facts, "oujda", "embedded_software_engineer", 200, 12))
    assert answer.reach is Reach.BEYOND_THE_POOL
    assert answer.refused
    assert answer.share_of_pool[0] > 1, "more than all who do this work there"
    assert [note.code for note in answer.notes] == ["T004", "T005"]
    assert np.isnan(answer.premium_per_year).all(), "no price is offered for what cannot be had"
    assert answer.credible_people[0] < 20


@pytest.mark.code("T006")
def test_20_embedded_engineers_in_casablanca_within_a_year_are_not(facts: Facts) -> None:
    answer = hiring(facts, _need(facts, "casablanca", "embedded_software_engineer", 20, 12))
    assert not answer.refused
    assert answer.credible_people[0] == pytest.approx(20)
    assert answer.share_of_pool[0] < 0.1
    assert {note.code for note in answer.notes} <= {"T006"}


def test_a_plan_that_takes_a_fifth_of_the_pool_is_told_so_even_with_time(facts: Facts) -> None:
    place = facts.sites["fes"]
    quarter_of_pool = 0.25 * city_pool(Numbers(facts), place, "embedded_software_engineer")[0]
    answer = hiring(facts, _need(facts, "fes", "embedded_software_engineer", quarter_of_pool, 84))
    assert answer.share_of_pool[0] > A_FIFTH
    assert answer.reach is Reach.BEYOND_THE_POOL
    assert answer.notes[0].code == "T004"
    assert "Fès" in answer.notes[0].message


def test_more_time_never_costs_more(facts: Facts) -> None:
    answers = [
        hiring(facts, _need(facts, "rabat", "software_engineer", 60, months))
        for months in (9, 12, 18, 24, 36, 60)
    ]
    order = list(Reach)
    reaches = [order.index(answer.reach) for answer in answers]
    assert reaches == sorted(reaches, reverse=True)
    paces = [max(level.pace[0] for level in answer.by_seniority) for answer in answers]
    assert paces == sorted(paces, reverse=True)
    assert answers[-1].reach is Reach.AT_MARKET_PAY
    assert answers[-1].premium_per_year[0] == answers[-1].agency_fees[0] == 0


@given(st.floats(0.1, 10), st.floats(1.0, 3.0))
def test_hiring_faster_costs_more_along_the_curve(pace: float, times: float) -> None:
    numbers = Numbers(load_facts())
    slow, fast = (premium_for(numbers, np.array([value])) for value in (pace, pace * times))
    assert slow <= fast
    assert slow > 0 if pace > 1.001 else slow < 0.001
    assert agency_share(numbers, np.array([pace])) <= agency_share(numbers, np.array([pace * times]))


def test_the_premium_buys_exactly_the_pace_it_is_paid_for(facts: Facts) -> None:
    place, numbers = facts.sites["casablanca"], Numbers(facts)
    premium = float(premium_for(numbers, np.array([1.5]))[0])
    market = hiring_limit(facts, place, "test_engineer", "mid")
    assert hiring_limit(facts, place, "test_engineer", "mid", premium=premium) == pytest.approx(1.5 * market)


def test_no_premium_hires_more_than_there_are(facts: Facts) -> None:
    place = facts.sites["oujda"]
    everybody = pool(Numbers(facts), place, "test_engineer", "senior")
    assert hiring_limit(facts, place, "test_engineer", "senior", premium=1000.0) == pytest.approx(everybody)


def test_one_employer_hires_fewer_than_all_who_move(facts: Facts) -> None:
    numbers = Numbers(facts)
    for site in ("casablanca", "krakow", "stuttgart", "bengaluru"):
        place = facts.sites[site]
        yearly = 4 * hiring_limit(facts, place, "software_engineer", "mid")
        assert yearly < movers(numbers, place, "software_engineer", "mid")


def test_the_page_of_a_city_agrees_with_its_parts(facts: Facts) -> None:
    place, numbers = facts.sites["casablanca"], Numbers(facts)
    page = city_profile(facts, place, "embedded_software_engineer", "junior")
    assert page.people == pool(numbers, place, "embedded_software_engineer", "junior")
    assert page.hiring_limit_per_quarter == hiring_limit(facts, place, "embedded_software_engineer", "junior")
    candidates = page.movers_per_year + page.ready_graduates_per_year
    assert page.rival_hires_per_year + 4 * page.hiring_limit_per_quarter == pytest.approx(candidates)
    assert page.ready_graduates_per_year < page.graduates_per_year
    assert set(page.languages) == {"de", "en", "fr"}
    assert page.worst_grade == "prior"
    assert "talent_stock/MA-casablanca/embedded" in page.keys


def test_the_page_of_a_city_has_ranges(facts: Facts) -> None:
    page = city_profile_range(
        facts, facts.sites["fes"], "test_engineer", "senior", 300, np.random.default_rng(7)
    )
    for values in (
        page.people,
        page.time_to_fill_months,
        page.hiring_limit_per_quarter,
        page.languages["en"],
    ):
        assert values.shape == (300,)
        low, high = np.percentile(values, (10, 90))
        assert low < high


def test_limits_follow_draws_of_the_base_and_of_talents_own_numbers(facts: Facts) -> None:
    place = facts.sites["casablanca"]
    base = with_talent(facts)
    stock, won = "talent_stock/MA-casablanca/test", "talent/employer_share"
    middle = base.get(stock).value
    drawn = FactValues(base, draws={stock: np.array([middle, 2 * middle]), won: np.array([0.1, 0.1])})
    limits = hiring_limit(drawn, place, "test_engineer", "junior")
    assert limits[1] == pytest.approx(2 * limits[0])
    assert {stock, won} <= drawn.used
    no_graduates = FactValues(base, draws={won: np.zeros(2)})
    assert (hiring_limit(no_graduates, place, "test_engineer", "junior") < limits[0]).all()


def test_a_case_overrules_talents_own_numbers(facts: Facts) -> None:
    from dataclasses import replace

    base, key = with_talent(facts), "talent/senior_time_factor"
    slow = replace(base.get(key), low=3.0, mid=3.0, high=3.0)
    place = facts.sites["stuttgart"]
    assert time_to_fill(FactValues(base, overrides={key: slow}), place, "test_engineer", "senior") == (
        pytest.approx(3.0 * base.get("time_to_fill/DE").value)
    )


def test_ranges_come_from_draws_and_a_seed_repeats_them(facts: Facts) -> None:
    need = _need(facts, "casablanca", "test_engineer", 25, 18)
    one, two = (hiring_range(facts, need, 400, np.random.default_rng(7)) for _ in range(2))
    assert one.pool.shape == (400,)
    assert one.pool.tolist() == two.pool.tolist()
    low, mid, high = np.percentile(one.pool, (10, 50, 90))
    assert low < hiring(facts, need).pool[0] < high
    assert low < mid < high
    assert (one.credible_people <= 25 + 1e-9).all()


def test_leavers_during_the_build_up_are_hired_again(facts: Facts) -> None:
    need = _need(facts, "casablanca", "software_engineer", 10, 24)
    answer = hiring(facts, need)
    attrition = facts.get("attrition/MA").value
    assert answer.hires[0] == pytest.approx(10 * (1 + attrition * 2 / 2))


def test_only_seniors_are_judged_by_seniors(facts: Facts) -> None:
    place, start = facts.sites["agadir"], Month(2027, 1)
    juniors = HiringNeed(place, "software_engineer", {"junior": 8}, start, start + 11)
    seniors = HiringNeed(place, "software_engineer", {"senior": 8}, start, start + 11)
    order = list(Reach)
    assert order.index(hiring(facts, juniors).reach) < order.index(hiring(facts, seniors).reach)


def test_the_usual_mix_adds_up(facts: Facts) -> None:
    for site, role in (
        ("casablanca", "software_engineer"),
        ("casablanca", "test_engineer"),
        ("porto", "technician"),
    ):
        mix = usual_mix(facts, facts.sites[site], role, 40)
        assert sum(mix.values()) == pytest.approx(40)
        assert set(mix) == set(SENIORITIES)


@pytest.mark.code("T001")
def test_a_city_without_numbers_is_refused(facts: Facts) -> None:
    from dataclasses import replace

    nowhere: Site = replace(facts.sites["casablanca"], id="atlantis", place="MA-atlantis")
    with pytest.raises(TalentError) as caught:
        hiring_limit(facts, nowhere, "test_engineer", "senior")
    assert caught.value.diagnostics[0].code == "T001"


@pytest.mark.code("T002")
@pytest.mark.parametrize(("role", "level"), [("tset_engineer", "senior"), ("test_engineer", "senor")])
def test_unknown_roles_and_seniorities_are_refused_with_suggestions(
    role: str, level: str, facts: Facts
) -> None:
    for question in (hiring_limit, time_to_fill):
        with pytest.raises(TalentError) as caught:
            question(facts, facts.sites["rabat"], role, level)
        assert caught.value.diagnostics[0].code == "T002"
        assert "did you mean" in caught.value.diagnostics[0].remedy


@pytest.mark.code("T007")
@pytest.mark.parametrize(
    ("people", "months"), [({}, 12), ({"senior": 0}, 12), ({"senior": -3, "mid": 9}, 12), ({"senior": 3}, 0)]
)
def test_a_need_of_nobody_or_of_no_time_is_refused(
    people: dict[str, float], months: int, facts: Facts
) -> None:
    start = Month(2027, 1)
    with pytest.raises(TalentError) as caught:
        HiringNeed(facts.sites["rabat"], "test_engineer", people, start, start + months)
    assert caught.value.diagnostics[0].code == "T007"
