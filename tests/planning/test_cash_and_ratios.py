"""Limits on cash in a quarter and on shares: every plan of tiny problems is tried by hand."""

from __future__ import annotations

import dataclasses
import itertools
import math

import numpy as np
import pytest

import jiwar
from jiwar.options import Options
from jiwar.planning import PlanError, Problem, check_plan, leave_out, problem_of, solve
from jiwar.planning.problem import Choices, QuarterCash, Ratio, Sites

PACKAGES, WAYS, PERIODS, SITES = 3, 4, 2, 2


def tiny(seed: int) -> Problem:
    """Packages that stay or go to one of two sites, one of them in an own unit; random cash and people."""
    draw = np.random.default_rng(seed)
    package, way = np.repeat(np.arange(PACKAGES), WAYS), np.tile(np.arange(WAYS), PACKAGES)
    size, stays = draw.integers(2, 7, PACKAGES)[package][:, None].astype(float), way == 0
    people = np.where(stays[:, None], 0.0, size) * np.ones((1, PERIODS))
    everybody = size * np.ones((1, PERIODS))
    cash = draw.uniform(-40, 80, (len(way), PERIODS)).round() * ~stays[:, None]
    site = np.where(stays, -1, way % SITES)
    juniors = people * draw.uniform(0, 1, (len(way), 1))
    ratios = (
        *(
            Ratio(
                "site_share",
                name,
                f"share in {name}",
                "share",
                people * (site == at)[:, None],
                everybody,
                0.5,
            )
            for at, name in enumerate("ab")
        ),
        Ratio("span", "a", "juniors in a", "juniors", juniors * (site == 0)[:, None], people - juniors, 1.5),
    )
    return Problem(
        name="tiny",
        periods=("q1", "q2"),
        discount=np.array([1.0, 0.9]),
        choices=Choices(
            tuple(f"p{number}" for number in range(PACKAGES)),
            tuple(f"p{one}/{two}" for one, two in zip(package, way, strict=True)),
            package,
            np.ones(len(way), dtype=bool),
            draw.uniform(10, 90, len(way)).round(1),
        ),
        sites=Sites(
            names=("a", "b"),
            site=site,
            unit_from=np.where(way == 3, 0, -1),
            people=people,
            opening_eur=np.full((SITES, PERIODS), 15.0),
            running_eur=np.full((SITES, PERIODS), 4.0),
            minimum_team_people=np.zeros(SITES),
            settling_periods=1,
            capacity_people=np.full(SITES, math.inf),
            max_sites=None,
        ),
        quarter_cash=QuarterCash(float(draw.uniform(20, 120)), cash),
        ratios=ratios,
    )


def tried(problem: Problem) -> float:
    """Return the least cost of all plans that keep the limits, inf without one."""
    sites, cash = problem.sites, problem.quarter_cash
    assert sites is not None
    assert cash is not None
    best = math.inf
    for ways in itertools.product(range(WAYS), repeat=PACKAGES):
        picked = [WAYS * package + way for package, way in enumerate(ways)]
        units = {int(sites.site[option]) for option in picked if sites.unit_from[option] >= 0}
        spent = [sum(15.0 * (period == 0) + 4.0 for _ in units) for period in range(PERIODS)]
        kept = all(
            sum(cash.extra_cash_eur[option, period] for option in picked) + spent[period]
            <= cash.limit_eur + 1e-9
            for period in range(PERIODS)
        )
        for ratio in problem.ratios:
            for period in range(PERIODS):
                part = sum(ratio.part[option, period] for option in picked)
                kept &= bool(
                    part <= ratio.most * sum(ratio.whole[option, period] for option in picked) + 1e-9
                )
        if kept:
            own = sum(problem.choices.cost_eur[option] for option in picked)
            best = min(best, own + spent[0] + 0.9 * spent[1])
    return float(best)


def test_the_best_plan_is_that_of_trying_all() -> None:
    found = 0
    for seed in range(30):
        problem, best = tiny(seed), tried(tiny(seed))
        if math.isinf(best):
            continue
        plan = solve(problem, gap=0.0)
        found += 1
        assert plan.objective_eur == pytest.approx(best, abs=1e-4), seed
        assert check_plan(problem, plan) == ()
        for limit in plan.limits:
            assert limit.used <= limit.available + 1e-6
            assert limit.name
    assert found >= 20


def test_each_limit_keeps_cheaper_plans_out_and_the_checker_sees_it() -> None:
    worth = dict.fromkeys(("quarter_cash", "site_share", "span"), 0)
    for seed in range(30):
        problem = tiny(seed)
        if math.isinf(tried(problem)):
            continue
        cost = solve(problem, gap=0.0).objective_eur
        for family in worth:
            free = solve(leave_out(problem, family), gap=0.0)
            if free.objective_eur < cost - 1e-3:
                worth[family] += 1
                assert family in {fault.family for fault in check_plan(problem, free)}
    assert min(worth.values()) >= 2, worth


@pytest.mark.code("P002")
def test_limits_in_conflict_are_named_in_words() -> None:
    problem = tiny(1)
    nothing = QuarterCash(-1e6, np.zeros((PACKAGES * WAYS, PERIODS)))
    with pytest.raises(PlanError) as caught:
        solve(dataclasses.replace(problem, quarter_cash=nothing))
    (found,) = caught.value.diagnostics
    assert "EUR of extra cash against staying in any quarter" in found.message
    everything = dataclasses.replace(problem.ratios[0], most=-1.0)
    with pytest.raises(PlanError) as caught:
        solve(dataclasses.replace(problem, ratios=(everything,)))
    assert "share in a" in caught.value.diagnostics[0].message


@pytest.fixture(scope="module")
def limited() -> Options:
    """The demo case with limits of every kind."""
    case = jiwar.read_case(jiwar.example("brake-validation"))
    limits = case.limits.model_copy(
        update={
            "quarter_cash_eur": 300e3,
            "max_share_at_site": 0.25,
            "max_share_by_engagement": {"provider": 0.1},
            "juniors_per_senior": 1,
        }
    )
    return jiwar.enumerate_options(case.model_copy(update={"limits": limits}))


def test_limits_of_a_case_become_ratios(limited: Options) -> None:
    problem, case = problem_of(limited), limited.case
    away = [site for site in case.sites if site != case.company.home]
    families = [(ratio.family, ratio.scope) for ratio in problem.ratios]
    assert families == [
        *(("site_share", site) for site in away),
        ("engagement_share", "provider"),
        *(("span", site) for site in away),
    ]
    assert problem.quarter_cash is not None
    assert problem.quarter_cash.limit_eur == 300e3
    for ratio in problem.ratios:
        there = (ratio.part > 0).max(axis=1).tolist()
        for option in limited.items:
            if there[option.index]:
                assert ratio.scope in {option.site, option.engagement.value}
                if ratio.family != "span":
                    assert np.array_equal(ratio.part[option.index], limited.people[option.index])
                else:
                    mix = ratio.part[option.index] + ratio.whole[option.index]
                    assert np.all(mix <= limited.people[option.index] + 1e-9)
