"""What an own unit pays is what its people, seats and hires cost there, and never more than the option costs."""

from __future__ import annotations

import numpy as np
import pytest

import jiwar
from jiwar.facts import FactValues
from jiwar.options import LINE_INDEX, Engagement, Options
from jiwar.options.pricing import BUILD_MONTHS
from jiwar.options.rates import Rates
from jiwar.options.unit_costs import UNIT_GROUPS, moved_pay_eur, unit_costs_eur
from jiwar.options.workforce import posts_of

SITE = "casablanca"


@pytest.fixture(scope="module")
def options() -> Options:
    """The options of the demo at home and in Casablanca; each package is done by people of one skill."""
    case = jiwar.read_case(jiwar.example("brake-validation"))
    first = {package.id: case.team_of(package.id)[0] for package in case.work_packages}
    team = tuple(
        line.model_copy(
            update={name: getattr(first[line.work_package], name) for name in ("role", "seniority")}
        )
        for line in case.team
        if line.start == first[line.work_package].start
    )
    sites = (case.company.home, SITE)
    return jiwar.enumerate_options(case.model_copy(update={"sites": sites, "team": team}))


@pytest.fixture(scope="module")
def units(options: Options) -> dict[int, dict[str, np.ndarray]]:
    """What the own units pay, for every option that has one."""
    return unit_costs_eur(options, [one.index for one in options.items])


def test_only_own_units_pay_and_only_once_they_run(
    options: Options, units: dict[int, dict[str, np.ndarray]]
) -> None:
    own = {one.index for one in options.items if one.engagement.own_unit}
    assert set(units) == own
    for index, groups in units.items():
        option = options.items[index]
        assert option.start is not None
        first = options.horizon.index(option.start)
        if option.engagement is Engagement.BUILD_OPERATE_TRANSFER:
            first += BUILD_MONTHS
        total = np.sum(list(groups.values()), axis=0)
        assert not total[:first].any()
        assert total[first:].any()


def test_no_line_of_a_unit_is_dearer_than_that_of_its_option(
    options: Options, units: dict[int, dict[str, np.ndarray]]
) -> None:
    for index, groups in units.items():
        for group, lines in UNIT_GROUPS.items():
            whole = options.flows_eur[index, [LINE_INDEX[line] for line in lines]].sum(axis=0)
            assert np.all(groups[group] <= whole + 1e-6), options.items[index].id


def test_seats_are_those_of_the_people_there(
    options: Options, units: dict[int, dict[str, np.ndarray]]
) -> None:
    """A seat costs the same all the time, so a quarter of seats is its people times three months of a seat."""
    facts = options.facts
    seat = facts.get(f"seat/{facts.sites[SITE].place}").value / 12.0
    for index, groups in units.items():
        if options.items[index].engagement is Engagement.CAPTIVE:
            by_quarter = options.quarters(groups["seats"])
            assert by_quarter == pytest.approx(3.0 * seat * options.people[index], rel=1e-9, abs=1e-6)


def test_people_are_paid_for_all_their_time(
    options: Options, units: dict[int, dict[str, np.ndarray]]
) -> None:
    """Pay and charges of all heads, whatever they deliver."""
    rates = Rates(FactValues(options.facts), options.horizon)
    for index, groups in units.items():
        option = options.items[index]
        if option.engagement is not Engagement.CAPTIVE:
            continue
        ((role, seniority),) = {
            (one.role, one.seniority) for one in options.case.team_of(option.work_package)
        }
        person = rates.person(options.facts.sites[SITE], role, seniority).total.eur_per_month[0]
        expected = options.people[index] * options.quarters(person)
        assert options.quarters(groups["people"])[-4:] == pytest.approx(expected[-4:], rel=2e-3)


def test_moved_pay_is_that_of_the_posts_at_home_from_the_start_on(options: Options) -> None:
    rates = Rates(FactValues(options.facts), options.horizon)
    home = options.facts.sites[options.case.company.home]
    for option in options.items:
        paid = moved_pay_eur(options, option.index)
        if option.start is None:
            assert not paid.any()
            continue
        first = options.horizon.index(option.start)
        last = sum(
            one.needed(options.horizon.months)[-1]
            * rates.person(home, one.role, one.seniority).pay.eur_per_month[0, -1]
            for one in posts_of(options.case.team_of(option.work_package), options.horizon)
        )
        assert not paid[:first].any()
        assert paid[-1] == pytest.approx(option.share * last)
