"""Parts that options share change no price; people at home follow the stated recursion."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from jiwar.case import Case
from jiwar.facts import Facts, FactValues
from jiwar.options import LINE_INDEX, Engagement, Option, Options
from jiwar.options import priced as priced_module
from jiwar.options.assumptions import overrides
from jiwar.options.distances import distances
from jiwar.options.learning import TeamParameters, follow_post, shifted
from jiwar.options.ledger import Ledger
from jiwar.options.pricing import PricedOption, Pricer
from jiwar.options.rates import Rates
from jiwar.options.winding_down import freed, lasting, wind_down


@pytest.fixture(scope="module")
def pricer(case: Case, facts: Facts) -> Pricer:
    """A pricer on a few draws of what moves the people at home and away."""
    draws = {
        "attrition/DE": np.array([0.06, 0.1, 0.3]),
        "attrition/MA": np.array([0.1, 0.2, 0.35]),
        "teaching_share": np.array([0.1, 0.3, 0.6]),
    }
    values = FactValues(facts, overrides(case, facts), draws)
    home = facts.sites[case.company.home]
    measured = distances(facts, values, home, case.sites, case.horizon)
    return Pricer(case, facts, Rates(values, case.horizon), measured)


@pytest.fixture(scope="module")
def some(options: Options) -> tuple[Option, ...]:
    """Every way to do two packages in Casablanca, and to stay."""
    packages = {"test-automation", "data-analysis"}
    return tuple(
        option
        for option in options.items
        if option.work_package in packages and (option.engagement.stays or option.site == "casablanca")
    )


def _same(one: PricedOption, other: PricedOption) -> None:
    assert np.array_equal(one.ledger.amounts_eur, other.ledger.amounts_eur)
    assert all(one.ledger.origins(line) == other.ledger.origins(line) for line in LINE_INDEX)
    for name in ("output", "demand", "people_away"):
        assert np.array_equal(getattr(one, name), getattr(other, name))
    for name in ("hires", "home_people", "home_held", "released", "home_posts"):
        mine, theirs = getattr(one, name), getattr(other, name)
        assert mine.keys() == theirs.keys()
        assert all(np.array_equal(mine[key], theirs[key]) for key in mine)


def test_an_option_costs_the_same_alone_and_among_others(pricer: Pricer, some: tuple[Option, ...]) -> None:
    together = [pricer.price(option) for option in some]
    assert {option.engagement for option in some} == set(Engagement)
    for option, priced in zip(some[::5], together[::5], strict=True):
        _same(dataclasses.replace(pricer).price(option), priced)


def test_the_order_of_pricing_does_not_matter(pricer: Pricer, some: tuple[Option, ...]) -> None:
    forward = [pricer.price(option) for option in some[::4]]
    backward = [pricer.price(option) for option in some[::-1][(len(some) - 1) % 4 :: 4]][::-1]
    for one, other in zip(forward, backward, strict=True):
        _same(one, other)


def test_forgetting_parts_changes_nothing(
    pricer: Pricer, some: tuple[Option, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [pricer.price(option) for option in some[::6]]
    monkeypatch.setattr(priced_module, "REMEMBERED_NUMBERS", 0)
    forgetful = dataclasses.replace(pricer)
    for option, one in zip(some[::6], expected, strict=True):
        _same(forgetful.price(option), one)


def test_adding_to_a_ledger_leaves_the_included_one_as_it_is() -> None:
    part, whole = Ledger(2, 3), Ledger(2, 3)
    part.add("pay", np.full((2, 3), 5.0))
    whole.include(part)
    whole.add("pay", np.ones((2, 3)))
    whole.add("travel", np.full((2, 3), 2.0))
    assert part.total_eur.sum() == 30.0
    assert whole.amounts_eur[:, LINE_INDEX["pay"]].sum() == 36.0
    assert np.array_equal(whole.total_eur, whole.amounts_eur.sum(axis=1))


def test_twice_the_people_cost_twice_as_much(case: Case, pricer: Pricer, options: Options) -> None:
    """Nobody is hired for vacancies, so that no labour market slows a first team: all of it is linear."""
    twice = tuple(
        line.model_copy(update={"people": 2 * line.people, "employed": 2 * line.employed})
        for line in case.team
    )
    doubled = case.model_copy(update={"team": twice})
    undone = next(
        one
        for one in options.items
        if one.engagement is Engagement.STAY_UNDONE and one.work_package == "test-automation"
    )
    once = pricer.price(undone).ledger.total_eur
    assert np.allclose(dataclasses.replace(pricer, case=doubled).price(undone).ledger.total_eur, 2.0 * once)


@pytest.mark.parametrize("start", [-3, 0, 1, 7, 29])
def test_people_at_home_follow_the_recursion(start: int) -> None:
    months, draw = 30, np.random.default_rng(5)
    parameters = TeamParameters(
        attrition_per_month=np.array([0.01, 0.03]),
        fill_per_month=np.array([0.2, 0.1]),
        start_productivity=np.array([0.4, 0.6]),
        learning_months=np.array([9.0, 14.0]),
        teaching_months=np.array([4.0, 2.0]),
    )
    kept = shifted(follow_post(parameters, months, filled=True), 0, months, 6.0)
    short, teaching = draw.uniform(0, 6, (2, months)), draw.uniform(0, 1, (2, months))
    wound = wind_down(kept, short, teaching, lasting(parameters, months), start)
    free = freed(wound, parameters.attrition_per_month, start)
    for scenario in range(2):
        rate, least = parameters.attrition_per_month[scenario], np.inf
        staying = available = before = kept.heads[scenario, 0]
        if start <= 0:  # whoever leaves in the first month counts as gone before it
            before *= 1.0 - rate
        for month in range(months):
            least = min(least, short[scenario, month] + teaching[scenario, month])
            if month < start:
                staying = available = kept.heads[scenario, month]
                expected_freed = 0.0
            else:
                available *= 1.0 - rate
                staying = min(available, least)
                expected_freed = max(before * (1.0 - rate) - staying, 0.0)
            before = staying
            assert wound.staying[scenario, month] == pytest.approx(staying)
            assert free[scenario, month] == pytest.approx(expected_freed, abs=1e-9)
    assert np.all(wound.productive >= -1e-12)
