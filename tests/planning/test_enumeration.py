"""On tiny problems with every family active, trying all plans one by one agrees with the solver."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from scipy.optimize import linprog

from jiwar.planning import PlanError, Problem, check_plan, solve
from jiwar.planning.problem import NEVER

Tiny = Callable[[int], Problem]


def cheapest_by_enumeration(problem: Problem) -> float:
    """Return the cost of the best plan, inf when there is none; written against the definitions in words."""
    return min((_cost(problem, picked) for picked in _picks(problem)), default=math.inf)


def _picks(problem: Problem) -> Iterator[tuple[int, ...]]:
    choices = problem.choices
    ways = [
        [o for o in range(len(choices.names)) if choices.package[o] == package and choices.allowed[o]]
        for package in range(len(choices.packages))
    ]
    yield from itertools.product(*ways)


def _cost(problem: Problem, picked: tuple[int, ...]) -> float:
    if not (_order_kept(problem, picked) and _sites_kept(problem, picked) and _people_kept(problem, picked)):
        return math.inf
    talk, units = _talk(problem, picked), _units(problem, picked)
    own = sum(problem.choices.cost_eur[o] for o in picked)
    return float(own + (talk + units) @ problem.discount + _people(problem, picked, talk + units))


def _order_kept(problem: Problem, picked: tuple[int, ...]) -> bool:
    order = problem.precedence
    assert order is not None
    return all(
        order.start[picked[late]] == NEVER or order.moved[picked[early]] <= order.start[picked[late]]
        for late, early in order.pairs
    )


def _sites_kept(problem: Problem, picked: tuple[int, ...]) -> bool:
    sites = problem.sites
    assert sites is not None
    used = {sites.site[o] for o in picked if sites.site[o] >= 0}
    kept = sites.max_sites is None or len(used) <= sites.max_sites
    last = len(problem.periods) - 1
    for site in used:
        here = [o for o in picked if sites.site[o] == site]
        in_unit = [o for o in here if sites.unit_from[o] >= 0]
        for t in range(last + 1):
            inside = sum(sites.people[o, t] for o in in_unit if t >= sites.unit_from[o])
            everybody = inside + sum(sites.people[o, t] for o in here if sites.unit_from[o] < 0)
            kept &= everybody <= sites.capacity_people[site] + 1e-9
            opened = min((sites.unit_from[o] for o in in_unit), default=last + 1)
            if opened <= last and (t >= opened + sites.settling_periods or t == last):
                kept &= inside >= sites.minimum_team_people[site] - 1e-9
    return bool(kept)


def _people_kept(problem: Problem, picked: tuple[int, ...]) -> bool:
    core, share = problem.core_team, problem.concentration
    assert core is not None
    assert share is not None
    at_home = np.zeros((len(core.roles), len(problem.periods)))
    for option, role, period, amount in zip(
        core.at_home.option, core.at_home.key, core.at_home.period, core.at_home.amount, strict=True
    ):
        at_home[role, period] += amount if option in picked else 0.0
    abroad = sum(share.abroad_people[o] for o in picked)
    everybody = sum(share.all_people[o] for o in picked)
    enough = np.all(at_home >= core.least_people[:, None] - 1e-9)
    return bool(enough and np.all(abroad <= share.max_share * everybody + 1e-9))


def _talk(problem: Problem, picked: tuple[int, ...]) -> np.ndarray:
    talk = problem.communication
    assert talk is not None
    spent = np.zeros(len(problem.periods))
    for pair, (one, two) in enumerate(talk.pairs):
        for t in range(len(spent)):
            here, there = talk.location[picked[one], t], talk.location[picked[two], t]
            spent[t] += talk.volume[pair, t] * talk.cost_eur_per_unit[here, there, t]
    return spent


def _units(problem: Problem, picked: tuple[int, ...]) -> np.ndarray:
    sites = problem.sites
    assert sites is not None
    spent = np.zeros(len(problem.periods))
    for site in range(len(sites.names)):
        opened = [sites.unit_from[o] for o in picked if sites.site[o] == site and sites.unit_from[o] >= 0]
        if opened:
            spent[min(opened)] += sites.opening_eur[site, min(opened)]
            spent[min(opened) :] += sites.running_eur[site, min(opened) :]
    return spent


def _people(problem: Problem, picked: tuple[int, ...], shared: np.ndarray) -> float:
    """Return the least cost of what happens to freed people, by a linear program of its own.

    Columns per period: surplus, redundant, fill of the offered post, fill of the standing post; one skill.
    """
    force, hiring, budget = problem.workforce, problem.hiring, problem.budget
    assert force is not None
    assert hiring is not None
    assert budget is not None
    periods = len(problem.periods)
    weight = np.isin(np.arange(len(problem.choices.names)), picked).astype(float)
    freed = force.inflow.total(weight, 1, periods)[0]
    offered = force.posts.offers.total(weight, 2, periods)[0]
    hires = hiring.hires.total(weight, len(hiring.pools), periods)
    away = hiring.skill < 0
    if np.any(hires[away] > hiring.limit_people[away] + 1e-9):
        return math.inf
    least = np.maximum(hires[~away] - hiring.limit_people[~away], 0.0).sum(axis=0)
    surplus, redundant, take, stand = np.split(np.eye(4 * periods), 4)
    before = np.vstack([np.zeros(4 * periods), surplus[:-1]])
    balance = surplus - (1 - force.attrition[0]) * before + redundant + take + stand
    money = (
        force.surplus_eur[0][:, None] * surplus
        + force.redundancy_eur[0][:, None] * redundant
        - force.posts.saving_eur[0][:, None] * take
        - force.posts.saving_eur[1][:, None] * stand
    )
    given = shared + sum(budget.extra_cash_eur[o] for o in picked)
    upper = np.vstack([np.cumsum(money, axis=0), stand.sum(axis=0)[None]])
    bound = np.append(budget.limit_eur - np.cumsum(given), force.posts.standing_people[1])
    infinite = np.full(periods, np.inf)
    limits = np.column_stack(
        [
            np.concatenate([np.zeros(2 * periods), least, np.zeros(periods)]),
            np.concatenate([infinite, force.redundancy_limit[0], offered, infinite]),
        ]
    )
    if np.any(least > offered + 1e-9):
        return math.inf
    found = linprog(problem.discount @ money, upper, bound, balance, freed, limits)
    return float(found.fun) if found.status == 0 else math.inf


@pytest.mark.parametrize("seed", range(60))
def test_solver_and_enumeration_agree(tiny_problem: Tiny, seed: int) -> None:
    problem = tiny_problem(seed)
    best = cheapest_by_enumeration(problem)
    if math.isinf(best):
        with pytest.raises(PlanError) as raised:
            solve(problem, gap=0.0)
        assert [item.code for item in raised.value.diagnostics] == ["P002"]
        return
    plan = solve(problem, gap=0.0)
    assert plan.objective_eur == pytest.approx(best, rel=1e-6, abs=1e-3)
    assert check_plan(problem, plan) == ()


def test_the_sample_has_both_possible_and_impossible_problems(tiny_problem: Tiny) -> None:
    best = [cheapest_by_enumeration(tiny_problem(seed)) for seed in range(60)]
    impossible = sum(math.isinf(cost) for cost in best)
    assert 5 <= impossible <= 40
