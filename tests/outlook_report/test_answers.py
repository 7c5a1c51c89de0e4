"""Answers are what the paths say: quantiles in order, shares that add up, levers compared on the same draws."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.facts import Facts
from jiwar.outlook import AS_IT_STANDS, BINDS, BRANCHES, LEVERS, Outlook, simulate
from jiwar.outlook.answers import (
    LEVELS,
    POLICY,
    Answers,
    Wish,
    chances,
    effort,
    moved_people,
    plan_beside,
    scenario_of,
    what_would_it_take,
)
from jiwar.outlook.answers.fans import QUANTITIES, quantity
from jiwar.outlook.answers.peers import HOME
from jiwar.outlook.answers.reach import pulls, value_at
from jiwar.planning import choose
from jiwar.verbs import enumerate_options, example, read_case


def test_quantiles_of_a_fan_are_in_order_and_are_those_of_the_paths(small: Outlook, answers: Answers) -> None:
    assert set(answers.fans) == set(QUANTITIES)
    for name, fan in answers.fans.items():
        values = np.array(fan.values)
        assert (np.diff(values, axis=0) >= 0).all(), name
        at = small.paths.at(2030)
        assert fan.at(2030) == pytest.approx(np.quantile(quantity(small.paths, name)[:, at], 0.5))
    assert len(LEVELS) == len(answers.fans["jobs"].values)


def test_shares_add_up_to_one(answers: Answers) -> None:
    for mix in (*answers.mixes.values(), answers.binds):
        assert np.array(mix.shares).sum(axis=0) == pytest.approx(1.0)
        assert (np.array(mix.shares) >= 0).all()
    assert answers.mixes["jobs"].kinds == BRANCHES
    assert answers.binds.kinds == BINDS


def test_a_chance_is_the_share_of_paths_on_its_definition(small: Outlook, answers: Answers) -> None:
    by = {(one.target.key, one.definition): one for one in answers.chances}
    at = small.paths.at(2030)
    old, new = by["exports_2030", "old"], by["exports_2030", "new"]
    assert new.chance == np.mean(small.paths.exports_new[:, at] >= 40.0)
    assert old.chance == np.mean(small.paths.exports_old[:, at] >= 40.0)
    assert old.chance <= new.chance
    assert old.own
    assert not new.own
    assert answers.both is not None
    assert answers.both <= min(by["jobs_2030", ""].chance, new.chance)


def test_targets_beyond_the_years_are_left_out(small: Outlook, answers: Answers) -> None:
    short = simulate(small.posterior, until=2028, paths=20, seed=1)
    found = chances(short, tuple((one.target, one.value) for one in answers.chances))
    assert {one.target.year for one in found} == {2026}


def test_levers_are_pulled_from_where_they_stand_to_the_end_of_their_reach() -> None:
    for name in POLICY:
        lever = LEVERS[name]
        assert value_at(lever, 1.0) in lever.reach
        if lever.default is not None:
            assert value_at(lever, 0.0) == lever.default
    assert scenario_of({}) == AS_IT_STANDS
    assert scenario_of({"adequacy_year": 1.0}).adequacy_year == 2028
    assert scenario_of({"emigration": 0.5}).emigration == pytest.approx(0.75)
    mix = {"premium": 0.5, "reskilled": 1.0, "returns": 0.0}
    assert effort(mix) == 1.5
    assert [pull.lever for pull in pulls(mix)] == ["reskilled", "premium"]


def test_effects_have_the_sign_that_the_lever_has_by_its_meaning(answers: Answers) -> None:
    found = {(one.lever, one.quantity): one for one in answers.effects}
    assert len(found) == 2 * len(POLICY)
    assert found["reskilled", "jobs"].change > 2 * found["reskilled", "jobs"].error
    assert found["value_growth", "exports_new"].change > 0
    for one in answers.effects:
        assert one.change >= -3 * one.error - 1e-9, one.lever


def test_sobol_indices_name_every_lever_and_the_idle_ones_have_none(answers: Answers) -> None:
    found = {(one.lever, one.quantity): one for one in answers.sobol}
    assert len(found) == 2 * len(POLICY)
    assert found["circular_until", "jobs"].total_order == pytest.approx(
        0.0, abs=1e-9
    )  # it ends in 2030 anyway
    strongest = max(POLICY, key=lambda lever: found[lever, "jobs"].total_order)
    assert strongest in {"reskilled", "premium", "adequacy_year"}


def test_a_wish_is_out_of_reach_met_by_a_mix_or_met_already(answers: Answers) -> None:
    out, mixed, met = answers.taken
    assert not out.reached
    assert out.most < 0.5
    assert mixed.reached
    assert mixed.before < 0.5 <= mixed.most
    assert 0 < mixed.effort <= len(POLICY)
    assert met.reached
    assert met.pulls == ()
    assert met.effort == 0


def test_no_lever_of_the_mix_can_be_left_out(small: Outlook, answers: Answers) -> None:
    taken = answers.taken[1]
    parts = {pull.lever: pull.part for pull in taken.pulls}
    size = len(small.paths.jobs)

    def chance(mix: dict[str, float]) -> float:
        run = simulate(small.posterior, scenario_of(mix), until=2030, paths=size, seed=small.seed)
        return float(np.mean(run.total_jobs[:, run.at(2030)] >= taken.wish.value))

    assert chance(parts) >= 0.5
    for name in parts:
        assert chance({lever: part for lever, part in parts.items() if lever != name}) < 0.5


def test_a_wish_for_more_takes_more(small: Outlook) -> None:
    def taken(value: float) -> float:
        wish = Wish("exports_new", value, 2030, 0.5)
        return what_would_it_take(small.posterior, AS_IT_STANDS, wish, paths=80, seed=3).effort

    assert taken(30.0) <= taken(42.0) <= taken(48.0)


def test_cost_for_an_additional_job_is_cost_for_a_job_over_the_share_that_is_additional(
    answers: Answers,
) -> None:
    cost = answers.cost
    assert 0 < cost.additional_share[0] < cost.additional_share[1] < cost.additional_share[2] < 1
    assert cost.per_additional[1] > cost.per_subsidised[1] > 0
    assert cost.per_additional[1] == pytest.approx(
        cost.per_subsidised[1] / cost.additional_share[1], rel=0.25
    )
    assert cost.jobs_gained[1] > 0


def test_trade_sets_growth_against_the_deficit(answers: Answers, facts: Facts) -> None:
    found = answers.trade
    deficit = facts.get("sector/ma_goods_deficit/2025").mid
    assert found.of_deficit[1] == pytest.approx(found.growth_bn[1] / deficit)
    assert 0 < found.german[0] < found.german[2] < 0.5
    amounts = [amount for _, amount, _ in found.earners]
    assert amounts == sorted(amounts, reverse=True)


def test_peers_start_from_the_size_of_morocco(answers: Answers, facts: Facts) -> None:
    found = {peer.country: peer for peer in answers.peers}
    assert set(found) == {"PL", "RO", "EG", "PH", "IN"}
    size = facts.get(HOME).mid
    assert found["PL"].points[0] == (0.0, size)
    assert found["PL"].start_year == pytest.approx(2014.96, abs=0.05)
    assert found["PH"].above
    assert found["EG"].growth == pytest.approx((145 / 90) ** (1 / 3) - 1)


def test_a_plan_is_part_of_the_growth(small: Outlook) -> None:
    at = BRANCHES.index("ESO")
    jobs = small.paths.jobs[:, :, at]
    middle = float(np.median((jobs[:, small.paths.at(2030)] - jobs[:, small.paths.at(2026)]) / 4))
    found = plan_beside(small.paths, BRANCHES, "ESO", 20.0)
    assert found.growth_a_year[1] == pytest.approx(middle)
    assert found.share == pytest.approx(20.0 / middle)
    assert found.plans_needed[1] == pytest.approx(middle / 20.0)


@pytest.mark.slow
def test_people_of_a_plan_are_counted_by_branch() -> None:
    options = enumerate_options(read_case(example("brake-validation")))
    plan = choose(options, gap=0.3, seconds=30.0)
    people = moved_people(plan, options)
    chosen = [options.items[index] for index in plan.chosen]
    there = [one for one in chosen if options.facts.sites[one.site].country == "MA"]
    assert sum(people.values()) == pytest.approx(sum(options.people[one.index, -1] for one in there))


def test_the_mix_is_no_larger_than_the_best_of_a_grid(small: Outlook) -> None:
    wish = Wish("jobs", 185_000.0, 2030, 0.5)
    found = what_would_it_take(small.posterior, small.scenario, wish, paths=150, seed=small.seed)
    assert found.reached
    steps = (0.0, 0.25, 0.5, 0.75, 1.0)
    best = min(
        one + two
        for one in steps
        for two in steps
        if _chance(small, wish, {"reskilled": one, "premium": two}) >= wish.chance
    )
    assert found.effort <= best + 0.02


def _chance(small: Outlook, wish: Wish, parts: dict[str, float]) -> float:
    run = simulate(
        small.posterior, scenario_of(parts, small.scenario), until=wish.year, paths=150, seed=small.seed
    )
    return float(np.mean(run.total_jobs[:, run.at(wish.year)] >= wish.value))


def test_people_cities_and_clients_are_those_of_the_paths(small: Outlook, answers: Answers) -> None:
    at = small.paths.at(2030)
    for name, fan in answers.pipeline.items():
        assert fan.at(2030) == pytest.approx(float(np.median(getattr(small.paths, name)[:, at, 1])))
    for tier, name in enumerate(answers.cities):
        assert answers.cities[name].at(2030) == pytest.approx(
            float(np.median(small.paths.jobs_by_tier[:, at, tier]))
        )
    sold = small.paths.exports[:, at, :, None] * small.paths.client_share[:, at]
    germany = sold[:, :, 1].sum(axis=1) / sold.sum(axis=(1, 2))
    assert answers.clients["germany"].at(2030) == pytest.approx(float(np.median(germany)))
    assert answers.clients["germany"].at(2030) == pytest.approx(answers.trade.german[1])
    assert answers.hiring["pay_index_digital"].at(2026) == 1.0
