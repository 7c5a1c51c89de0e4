"""The first stage as a program: everything that is fixed before the scenario, its recourse left to cuts.

Beside the columns of the formulation there are, all bounded from below by cuts that grow while the search goes
on: ``talk_cost[pair]`` (see `talks`), ``load`` and ``short`` (see `constraints.shortage`) and ``worst``, the
mean of the worst tail. With the cost of a scenario ``T[s] = Σ_o cost[o,s] · choose[o] + Σ_line price[line,s]
· spending[line] + price[talk,s] · Σ_pair talk_cost[pair] + shortage[s]`` the objective is

``(1 - λ) · (mean of T) + λ · worst``.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.constraints import FAMILIES
from jiwar.planning.constraints.shortage import add_shortage, short_alone
from jiwar.planning.entries import Entries, IntArray
from jiwar.planning.model import Model, Program, Spending
from jiwar.planning.problem import Problem
from jiwar.planning.searching.talks import Pair, pairs_of
from jiwar.planning.shortages import Shortages, shortages_of
from jiwar.planning.uncertain import UncertainProblem

_UNIT_LINES = ("site_opening", "site_running")


@dataclass(frozen=True)
class Group:
    """Columns whose cost moves with one price: present value per unit at mid price, and the price (S,)."""

    columns: IntArray
    amount_eur: FloatArray
    price: FloatArray


@dataclass(frozen=True)
class FirstStage:
    """The program of the first stage, and what its cuts need to know."""

    uncertain: UncertainProblem
    program: Program
    choose: IntArray  # (O,) columns, -1 for options that are not allowed
    pairs: tuple[Pair, ...]
    talk_cost: IntArray  # (pairs,) columns
    shortages: Shortages | None
    load: IntArray  # (K, T) columns, -1 where nobody can be short
    short: IntArray  # (K, T)
    relief: IntArray  # (K, T)
    lacking: Entries  # hires that the market cannot meet alone in some scenario
    groups: tuple[Group, ...]
    worst: int  # column, -1 without risk weight

    @property
    def problem(self) -> Problem:
        """The problem on mid values."""
        return self.uncertain.problem

    @property
    def talk_price(self) -> FloatArray:
        """The price of talk by scenario."""
        return self.uncertain.price("coordination")


def first_stage(uncertain: UncertainProblem) -> FirstStage:
    """Return the program of an uncertain problem without cuts."""
    problem = uncertain.problem
    mean = 1.0 - uncertain.risk_weight
    shortages = shortages_of(uncertain)
    inside = dataclasses.replace(
        problem, communication=None, hiring=None if shortages is not None else problem.hiring
    )
    model = Model(problem.discount)
    for add_family in FAMILIES.values():
        add_family(model, inside)
    if shortages is not None and problem.hiring is not None:
        add_shortage(model, problem, problem.hiring, shortages, mean)
    pairs = pairs_of(problem)
    curved = tuple(pair for pair in pairs if not pair.one_sided)
    choose = model.find("choose")
    least = np.array([pair.cost_eur.min() for pair in curved])
    talk_cost = model.columns("talk_cost", [str(pair.number) for pair in curved], lower=least)
    worst = model.columns("worst", ["tail"], lower=-np.inf) if uncertain.risk_weight > 0 else np.array([-1])
    unit = next((block.index for block in model.column_blocks if block.name == "unit"), None)
    groups = (*_groups(uncertain, model.spending, unit), *_straight_talk(uncertain, pairs, choose))
    program = _priced(uncertain, model.freeze(), choose, talk_cost, groups, int(worst[0]))
    return FirstStage(
        uncertain,
        program,
        choose,
        curved,
        talk_cost,
        shortages,
        _table(program, "load", problem),
        _table(program, "short", problem),
        _table(program, "relief", problem),
        _lacking(problem, shortages, program),
        groups,
        int(worst[0]),
    )


def _table(program: Program, name: str, problem: Problem) -> IntArray:
    pools = 0 if problem.hiring is None else len(problem.hiring.pools)
    found = program.find(name)
    return np.full((pools, len(problem.periods)), -1, dtype=np.int64) if found is None else found


def _lacking(problem: Problem, shortages: Shortages | None, program: Program) -> Entries:
    if shortages is None or problem.hiring is None:
        return Entries.none()
    hires = problem.hiring.hires.only(problem.choices.allowed)
    return short_alone(shortages, hires, _table(program, "load", problem) >= 0)


def _groups(uncertain: UncertainProblem, spending: list[Spending], unit: IntArray | None) -> list[Group]:
    """Gather the columns of shared decisions by the price that moves them."""
    sites, discount = uncertain.problem.sites, uncertain.problem.discount
    found = []
    unit_site = {} if sites is None or unit is None else _site_of(unit)
    for one in spending:
        amount = one.amount_eur * discount[one.period]
        if one.line not in _UNIT_LINES or sites is None:
            found.append(Group(one.column, amount, uncertain.price(one.line)))
            continue
        at = np.array([unit_site[int(column)] for column in one.column], dtype=np.int64)
        for site in np.unique(at):
            here = at == site
            price = uncertain.price(one.line, sites.names[site])
            found.append(Group(one.column[here], amount[here], price))
    return found


def _site_of(unit: IntArray) -> dict[int, int]:
    """Return the site of each column of units."""
    return {int(column): int(site) for site, column in zip(*_placed(unit), strict=True)}


def _placed(unit: IntArray) -> tuple[IntArray, IntArray]:
    site, period = np.nonzero(unit >= 0)
    return site, unit[site, period]


def _straight_talk(uncertain: UncertainProblem, pairs: tuple[Pair, ...], choose: IntArray) -> list[Group]:
    """Price talk that depends on one of two packages only at that package's options."""
    found = []
    for pair in pairs:
        if not pair.one_sided:
            continue
        by_one = bool((pair.cost_eur == pair.cost_eur[:, :1]).all())
        side, cost = (pair.one, pair.cost_eur[:, 0]) if by_one else (pair.two, pair.cost_eur[0])
        found.append(Group(choose[side.options], cost[side.way], uncertain.price("coordination")))
    return found


def _priced(
    uncertain: UncertainProblem,
    program: Program,
    choose: IntArray,
    talk_cost: IntArray,
    groups: tuple[Group, ...],
    worst: int,
) -> Program:
    """Set the objective: means times ``1 - λ``, and λ on the mean of the worst tail."""
    mean, probability = 1.0 - uncertain.risk_weight, uncertain.probability
    cost = np.zeros(len(program.cost))
    there = choose >= 0
    cost[choose[there]] = mean * expected(uncertain.cost_eur, probability)[there]
    for group in groups:
        np.add.at(cost, group.columns, mean * float(probability @ group.price) * group.amount_eur)
    short = program.find("short")
    if short is not None:
        cost[short[short >= 0]] = mean
    cost[talk_cost] = mean * float(probability @ uncertain.price("coordination"))
    if worst >= 0:
        cost[worst] = uncertain.risk_weight
    return dataclasses.replace(program, cost=cost)


def expected(cost_eur: np.ndarray, weight: FloatArray) -> FloatArray:
    """Return the mean over scenarios with weights, shape (O,), in double precision and in pieces."""
    used = np.flatnonzero(weight)
    total = np.empty(len(cost_eur))
    for start in range(0, len(cost_eur), 4096):
        piece = cost_eur[start : start + 4096, used].astype(np.float64)
        total[start : start + 4096] = piece @ weight[used]
    return total
