"""Better plans near a plan: one package done another way, ranked by an estimate, then completed exactly.

The estimate of a change adds up what the option itself costs under the weights of the plan's own scenarios, units
that it opens or lets go, talk with the others as they are, people short, and what freeing people at home is
worth at the prices of the last answer. Only promising changes are completed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning import measures
from jiwar.planning.entries import IntArray
from jiwar.planning.model import Program
from jiwar.planning.searching.completion import Complete, complete_choice
from jiwar.planning.searching.cuts import Cut, scenario_totals, weights_of
from jiwar.planning.searching.firststage import FirstStage, expected
from jiwar.planning.searching.relaxation import Relaxation
from jiwar.planning.shortages import Shortages
from jiwar.planning.tails import worst_weights

_PEOPLE = ("workforce", "redeployment", "relief")
"""Families of rows whose prices say what freeing people, or offering them posts, is worth."""

_TRIED = 3
"""Changes per package that are completed exactly."""


@dataclass(frozen=True)
class Plans:
    """What looking for neighbours needs to know about all plans."""

    stage: FirstStage
    program: Program
    options: tuple[IntArray, ...]  # those left, by package
    unit_cost: FloatArray  # (sites, T + 1) of a unit that opens in a period, 0 for never
    shortages: Shortages | None


def plans_of(stage: FirstStage, program: Program) -> Plans:
    """Return what is known about all plans of a program, in which some options are closed."""
    package = stage.problem.choices.package
    left = (stage.choose >= 0) & (program.upper[stage.choose] > 0)
    packages = len(stage.problem.choices.packages)
    options = tuple(np.flatnonzero(left & (package == one)) for one in range(packages))
    return Plans(stage, program, options, _unit_cost(stage), stage.shortages)


def _unit_cost(stage: FirstStage) -> FloatArray:
    sites, problem = stage.problem.sites, stage.problem
    if sites is None:
        return np.zeros((0, len(problem.periods) + 1))
    running = (sites.running_eur * problem.discount)[:, ::-1].cumsum(axis=1)[:, ::-1]
    once = sites.opening_eur * problem.discount
    return np.concatenate([once + running, np.zeros((len(sites.names), 1))], axis=1)


def improve(
    plans: Plans, relaxation: Relaxation, start: Complete, end: float, *, rounds: int = 4
) -> tuple[Complete, list[Cut]]:
    """Change single packages as long as a plan gets cheaper; return the best plan and the cuts found."""
    best, found = start, list[Cut]()
    for _ in range(rounds):
        before = best.objective_eur
        for package in range(len(plans.options)):
            best, cuts = _better_package(plans, relaxation, best, package, end)
            found += cuts
            if time.monotonic() > end:
                return best, found
        if best.objective_eur >= before - 1e-7 * (1.0 + abs(before)):
            break
    return best, found


def _better_package(
    plans: Plans, relaxation: Relaxation, best: Complete, package: int, end: float
) -> tuple[Complete, list[Cut]]:
    stage = plans.stage
    chosen = np.flatnonzero(weights_of(stage, best.values) > 0.5)
    others = chosen[stage.problem.choices.package[chosen] != package]
    now = chosen[stage.problem.choices.package[chosen] == package]
    ways = plans.options[package]
    if len(ways) < 2 or len(now) != 1:
        return best, []
    estimate = _estimate(plans, best, others, np.append(ways, now))
    gain = estimate[:-1] - estimate[-1]
    found: list[Cut] = []
    for at in np.argsort(gain, kind="stable")[:_TRIED]:
        if gain[at] >= 0 or ways[at] == now[0] or time.monotonic() > end:
            break
        picked = np.append(others, ways[at])
        if not _possible(stage, picked):
            continue
        other, cuts = complete_choice(stage, plans.program, relaxation, picked, end)
        found += cuts
        if other is not None and other.objective_eur < best.objective_eur:
            return other, found
    return best, found


def _possible(stage: FirstStage, chosen: IntArray) -> bool:
    """Say whether a choice keeps the limits that need no solver: quick, and not complete."""
    problem = stage.problem
    picked = tuple(int(option) for option in chosen)
    share = problem.concentration
    if share is not None:
        abroad, everybody = measures.people_abroad(share, picked)
        if np.any(abroad > share.max_share * everybody + 1e-6):
            return False
    for ratio in problem.ratios:
        part, whole = ratio.part[list(picked)].sum(axis=0), ratio.whole[list(picked)].sum(axis=0)
        if np.any(part > ratio.most * whole + 1e-6):
            return False
    sites = problem.sites
    return (
        sites is None or sites.max_sites is None or len(measures.sites_used(sites, picked)) <= sites.max_sites
    )


def _estimate(plans: Plans, best: Complete, others: IntArray, ways: IntArray) -> FloatArray:
    """Return an estimate of the cost of each way of one package beside the others, up to a constant."""
    stage, uncertain = plans.stage, plans.stage.uncertain
    weight = (1.0 - uncertain.risk_weight) * uncertain.probability
    if stage.worst >= 0:
        total = scenario_totals(stage, best.values)
        tail = worst_weights(total, uncertain.probability, uncertain.tail)
        weight = weight + uncertain.risk_weight * tail
    cost = expected(uncertain.cost_eur[ways], weight)
    cost += _units(plans, others, ways)
    cost += float(weight @ stage.talk_price) * _talk(stage, others, ways)
    cost += _short(stage, others, ways, weight)
    cost += _people(plans, best, ways)
    return cost


def _units(plans: Plans, others: IntArray, ways: IntArray) -> FloatArray:
    sites = plans.stage.problem.sites
    if sites is None:
        return np.zeros(len(ways))
    never = plans.unit_cost.shape[1] - 1
    first = np.full(len(sites.names), never)
    for option in others[sites.unit_from[others] >= 0]:
        first[sites.site[option]] = min(first[sites.site[option]], sites.unit_from[option])
    at, since = sites.site[ways], sites.unit_from[ways]
    opens = np.where(since >= 0, np.minimum(first[at], since), first[at])
    added: FloatArray = plans.unit_cost[at, opens] - plans.unit_cost[at, first[at]]
    return np.where(since >= 0, added, 0.0)


def _talk(stage: FirstStage, others: IntArray, ways: IntArray) -> FloatArray:
    cost = np.zeros(len(ways))
    for pair in stage.pairs:
        for mine, theirs, table in (
            (pair.one, pair.two, pair.cost_eur),
            (pair.two, pair.one, pair.cost_eur.T),
        ):
            place = np.searchsorted(mine.options, ways)
            ours = (place < len(mine.options)) & (
                mine.options[np.minimum(place, len(mine.options) - 1)] == ways
            )
            partner = np.flatnonzero(np.isin(theirs.options, others))
            if ours.all() and len(partner):
                cost += table[mine.way[place], theirs.way[partner[0]]]
    return cost


def _short(stage: FirstStage, others: IntArray, ways: IntArray, weight: FloatArray) -> FloatArray:
    """Add the cost of people short that each way brings, beside what the others hire."""
    shortages, hiring = stage.shortages, stage.problem.hiring
    cost = np.zeros(len(ways))
    if shortages is None or hiring is None:
        return cost
    picked = np.zeros(len(stage.choose))
    picked[others] = 1.0
    asked = hiring.hires.total(picked, *stage.load.shape)
    position = np.full(len(stage.choose), -1)
    position[ways] = np.arange(len(ways))
    entries = hiring.hires.only(position >= 0)
    matters = stage.load[entries.key, entries.period] >= 0
    pool, period = entries.key[matters], entries.period[matters]
    before = shortages.by_scenario(pool, period, asked[pool, period]) @ weight
    after = shortages.by_scenario(pool, period, asked[pool, period] + entries.amount[matters]) @ weight
    extra = shortages.price_eur[pool, period] * (after - before)
    np.add.at(cost, position[entries.option[matters]], extra)
    return cost


def _people(plans: Plans, best: Complete, ways: IntArray) -> FloatArray:
    """Value people freed and posts offered at the prices of the plan's own answer."""
    answer, program = best.answer, plans.program
    if answer is None:
        return np.zeros(len(ways))
    price = np.zeros(len(program.row_lower))
    for rows in _people_rows(program):
        price[rows] = answer.row_prices[rows]
    row = np.repeat(np.arange(len(program.row_lower)), np.diff(program.starts))
    worth = np.bincount(program.columns, weights=program.values * price[row], minlength=len(program.cost))
    people: FloatArray = -worth[plans.stage.choose[ways]].astype(np.float64)
    return people


def _people_rows(program: Program) -> Iterator[IntArray]:
    for block in program.row_blocks:
        if block.family in _PEOPLE:
            yield block.index[block.index >= 0]
