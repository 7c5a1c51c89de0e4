"""What a checker of bounds needs of a problem, written down from its definitions: costs and rows.

It shares the formulation of the rules (`constraints`) with the search, and nothing else: what talk, people short
and the worst tail cost is stated here once more. Columns are those of the formulation without talk (and, where
contractors cover people short, without hiring); behind them tables (K, T) of ``load``, ``short`` and ``relief``, a
column per pair whose talk depends on both sides, and the mean of the worst tail. Every plan, with the figures that
follow from it, keeps the rows and lies in the boxes (`boxes`), and its cost is ``cost · columns``.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array

from jiwar.money import FloatArray
from jiwar.planning.entries import Entries, IntArray
from jiwar.planning.formulation import formulate
from jiwar.planning.model import Program
from jiwar.planning.problem import Communication, Problem
from jiwar.planning.uncertain import Costs, UncertainProblem

_AT_ONCE = 4_000_000
"""Numbers that are computed at a time."""

_UNIT_LINES = ("site_opening", "site_running")


@dataclass(frozen=True, slots=True)
class Side:
    """One package of a pair: its allowed options, and which of the different ways to be somewhere each has."""

    options: IntArray
    way: IntArray
    locations: IntArray  # (ways, T)


@dataclass(frozen=True, slots=True)
class Talk:
    """A pair of packages, and what its talk costs for every two ways."""

    number: int
    one: Side
    two: Side
    cost_eur: FloatArray


@dataclass(frozen=True, slots=True)
class Shared:
    """What columns of shared decisions cost at mid prices, as present values, and the price by scenario."""

    columns: IntArray
    amount_eur: FloatArray
    price: FloatArray  # (S,)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns behind those of the formulation begin."""

    load: int
    short: int
    relief: int
    talk: int
    worst: int
    size: int


@dataclass(frozen=True, slots=True)
class Statement:
    """The problem as a checker sees it."""

    uncertain: UncertainProblem
    program: Program
    layout: Layout
    choose: IntArray  # (O,) columns, -1 for options that are not allowed
    all_talks: tuple[Talk, ...]
    talks: tuple[Talk, ...]  # those with a column of their own
    shared: tuple[Shared, ...]
    hires: Entries  # of allowed options; none where hiring limits are hard
    most: FloatArray  # (K, T) people that plans can ask for at most
    cost: FloatArray
    rows: csr_array
    row_lower: FloatArray
    row_upper: FloatArray

    @property
    def talk_price(self) -> FloatArray:
        """The price of talk by scenario."""
        return self.uncertain.price("coordination")


def state(uncertain: UncertainProblem) -> Statement:
    """Write a problem down."""
    problem = uncertain.problem
    soft = uncertain.shortage is not None
    inside = dataclasses.replace(problem, communication=None, hiring=None if soft else problem.hiring)
    program = formulate(inside)
    hiring = problem.hiring if soft else None
    table = (0, 0) if hiring is None else hiring.limit_people.shape
    hires = Entries.none() if hiring is None else hiring.hires.only(problem.choices.allowed)
    choose = _block(program, "choose", (len(problem.choices.names),))
    talks = tuple(_talks(problem))
    straight = tuple(_straight(talk, choose, uncertain) for talk in talks if _one_sided(talk))
    curved = tuple(talk for talk in talks if not _one_sided(talk))
    first, places = len(program.cost), table[0] * table[1]
    layout = Layout(
        first,
        first + places,
        first + 2 * places,
        first + 3 * places,
        first + 3 * places + len(curved),
        first + 3 * places + len(curved) + 1,
    )
    most = _most(problem, hires, table)
    shared = (*_shared(uncertain, program), *straight)
    cost = _cost(uncertain, layout, choose, shared, places)
    rows, row_lower, row_upper = _rows(uncertain, program, layout, choose, hires)
    return Statement(
        uncertain,
        program,
        layout,
        choose,
        talks,
        curved,
        shared,
        hires,
        most,
        cost,
        rows,
        row_lower,
        row_upper,
    )


def _block(program: Program, name: str, shape: tuple[int, ...]) -> IntArray:
    found = program.find(name)
    return np.full(shape, -1, dtype=np.int64) if found is None else found


def _most(problem: Problem, hires: Entries, table: tuple[int, int]) -> FloatArray:
    """Return the most people that plans can ask for: of every package, the option that asks for most."""
    highest = np.zeros((len(problem.choices.packages), *table))
    np.maximum.at(highest, (problem.choices.package[hires.option], hires.key, hires.period), hires.amount)
    most: FloatArray = highest.sum(axis=0)
    return most


def _talks(problem: Problem) -> list[Talk]:
    talk, choices = problem.communication, problem.choices
    found: list[Talk] = []
    if talk is None:
        return found
    for number, pair in enumerate(talk.pairs):
        sides = [np.flatnonzero(choices.allowed & (choices.package == package)) for package in pair]
        if min(len(side) for side in sides) == 0:
            continue
        one, two = (_side(talk, side) for side in sides)
        cost = talk_cost(talk, number, one, two, problem.discount)
        if cost.any():
            found.append(Talk(number, one, two, cost))
    return found


def _side(talk: Communication, options: IntArray) -> Side:
    locations, way = np.unique(talk.location[options], axis=0, return_inverse=True)
    return Side(options, way.reshape(-1), locations)


def talk_cost(talk: Communication, number: int, one: Side, two: Side, worth: FloatArray) -> FloatArray:
    """Return what a pair's talk costs for every two ways when a EUR of each period counts ``worth``."""
    cost = np.zeros((len(one.locations), len(two.locations)))
    for period, weight in enumerate(worth * talk.volume[number]):
        if weight != 0.0:
            here, there = one.locations[:, period], two.locations[:, period]
            cost += weight * talk.cost_eur_per_unit[here[:, None], there[None, :], period]
    return cost


def _one_sided(talk: Talk) -> bool:
    """Say whether it makes no difference where one of the two packages is."""
    cost = talk.cost_eur
    return bool((cost == cost[:, :1]).all() or (cost == cost[:1]).all())


def _straight(talk: Talk, choose: IntArray, uncertain: UncertainProblem) -> Shared:
    """Let the options of one package carry the cost of talk that depends on them alone."""
    by_one = bool((talk.cost_eur == talk.cost_eur[:, :1]).all())
    side, cost = (talk.one, talk.cost_eur[:, 0]) if by_one else (talk.two, talk.cost_eur[0])
    return Shared(choose[side.options], cost[side.way], uncertain.price("coordination"))


def _shared(uncertain: UncertainProblem, program: Program) -> list[Shared]:
    """List what shared decisions cost, units by site because their prices differ between sites."""
    problem, found = uncertain.problem, []
    unit = program.find("unit")
    for spending in program.spending:
        worth = spending.amount_eur * problem.discount[spending.period]
        if spending.line not in _UNIT_LINES or problem.sites is None or unit is None:
            found.append(Shared(spending.column, worth, uncertain.price(spending.line)))
            continue
        for site, name in enumerate(problem.sites.names):
            here = np.isin(spending.column, unit[site][unit[site] >= 0])
            found.append(Shared(spending.column[here], worth[here], uncertain.price(spending.line, name)))
    return found


def _cost(
    uncertain: UncertainProblem, layout: Layout, choose: IntArray, shared: tuple[Shared, ...], places: int
) -> FloatArray:
    mean, probability = 1.0 - uncertain.risk_weight, uncertain.probability
    cost = np.zeros(layout.size)
    there = np.flatnonzero(choose >= 0)
    cost[choose[there]] = mean * means(uncertain.cost_eur, there, probability[:, None])[:, 0]
    for one in shared:
        np.add.at(cost, one.columns, mean * float(one.price @ probability) * one.amount_eur)
    cost[layout.short : layout.short + places] = mean
    cost[layout.talk : layout.worst] = mean * float(uncertain.price("coordination") @ probability)
    cost[layout.worst] = uncertain.risk_weight
    return cost


def means(cost_eur: Costs, options: IntArray, weights: FloatArray) -> FloatArray:
    """Return the cost of options under weights of scenarios (S, n), shape (options, n), piece by piece."""
    used = np.flatnonzero(weights.any(axis=1))
    found = np.empty((len(options), weights.shape[1]))
    step = max(1, _AT_ONCE // max(1, len(used)))
    for first in range(0, len(options), step):
        piece = cost_eur[np.ix_(options[first : first + step], used)].astype(np.float64)
        found[first : first + step] = piece @ weights[used]
    return found


def short_alone(statement: Statement, which: IntArray, weights: FloatArray) -> FloatArray:
    """Return what hires cost that the market does not meet alone, by entry, under weights (S, n)."""
    return _short_alone(statement.uncertain, statement.hires, which, weights)


def _short_alone(
    uncertain: UncertainProblem, hires: Entries, which: IntArray, weights: FloatArray
) -> FloatArray:
    hiring, shortage = uncertain.problem.hiring, uncertain.shortage
    found = np.zeros((len(which), weights.shape[1]))
    if hiring is None or shortage is None:
        return found
    step = max(1, _AT_ONCE // uncertain.scenarios)
    for first in range(0, len(which), step):
        at = which[first : first + step]
        pool, period = hires.key[at], hires.period[at]
        asked = shortage.need[pool] * hires.amount[at][:, None]
        given = shortage.market[pool] * hiring.limit_people[pool, period][:, None]
        cost = np.maximum(asked - given, 0.0) @ weights
        found[first : first + step] = shortage.price_eur[pool, period][:, None] * cost
    return found


def lacking(uncertain: UncertainProblem, hires: Entries) -> IntArray:
    """Return the entries of hires that some scenario's market does not meet alone."""
    hiring, shortage = uncertain.problem.hiring, uncertain.shortage
    if hiring is None or shortage is None:
        return np.zeros(0, dtype=np.int64)
    least = np.full(shortage.market.shape, np.inf)
    np.divide(shortage.market, shortage.need, out=least, where=shortage.need > 0)
    enough = np.where(hiring.limit_people > 0, least.min(axis=1)[:, None], 0.0) * hiring.limit_people
    return np.flatnonzero(hires.amount > enough[hires.key, hires.period])


def _rows(
    uncertain: UncertainProblem, program: Program, layout: Layout, choose: IntArray, hires: Entries
) -> tuple[csr_array, FloatArray, FloatArray]:
    """Return the rows of the formulation and those of people short, see `certificate` for their order."""
    row = np.repeat(np.arange(len(program.row_lower)), np.diff(program.starts))
    terms = [(row, program.columns, program.values)]
    row_lower, row_upper = program.row_lower, program.row_upper.copy()
    budget = next((block.index for block in program.row_blocks if block.name == "budget"), None)
    if budget is not None and not _talk_costs(uncertain.problem):
        row_upper[budget] = np.inf  # talk that earns money would widen the budget, which is stated without it
    first, places = len(row_lower), layout.short - layout.load
    behind = 0
    if uncertain.shortage is not None and uncertain.problem.hiring is not None:
        terms += _shortage_terms(uncertain, program, layout, first, (choose, hires))
        behind = 2 * places + _skills(uncertain.problem) * len(uncertain.problem.periods)
    place, column, value = (np.concatenate([term[part] for term in terms]) for part in range(3))
    shape = (first + behind, layout.size)
    rows = csr_array(coo_array((value, (place, column)), shape=shape))
    return (
        rows,
        np.concatenate([row_lower, np.full(behind, -np.inf)]),
        np.concatenate([row_upper, np.zeros(behind)]),
    )


def _talk_costs(problem: Problem) -> bool:
    talk = problem.communication
    return talk is None or bool((talk.volume >= 0).all() and (talk.cost_eur_per_unit >= 0).all())


def _skills(problem: Problem) -> int:
    return 0 if problem.workforce is None else len(problem.workforce.skills)


def _shortage_terms(
    uncertain: UncertainProblem,
    program: Program,
    layout: Layout,
    first: int,
    people: tuple[IntArray, Entries],
) -> list[tuple[IntArray, IntArray, FloatArray]]:
    """State load, what options lack alone, and relief; every row is at most zero."""
    hiring, shortage, problem = uncertain.problem.hiring, uncertain.shortage, uncertain.problem
    assert hiring is not None  # noqa: S101 - the caller has looked
    assert shortage is not None  # noqa: S101 - the caller has looked
    choose, hires = people
    periods = len(problem.periods)
    place = np.arange(layout.short - layout.load)
    one = np.ones(len(place))
    at = hires.key * periods + hires.period
    terms = [
        (first + at, choose[hires.option], hires.amount),
        (first + place, layout.load + place, -one),
        (first + place, layout.relief + place, -one),
    ]
    own = first + len(place)
    which = lacking(uncertain, hires)
    alone = _short_alone(uncertain, hires, which, uncertain.probability[:, None])[:, 0]
    steepest = shortage.price_eur * (shortage.need @ uncertain.probability)[:, None]
    terms += [
        (own + at[which], choose[hires.option[which]], alone),
        (own + place, layout.short + place, -one),
        (own + place, layout.relief + place, -steepest.ravel()),
    ]
    force = problem.workforce
    if force is not None:
        relief = own + len(place)
        filled = _block(program, "filled", (len(force.posts.names), periods))
        pool, post = np.flatnonzero(hiring.skill >= 0), np.flatnonzero(force.posts.offered)
        period = np.arange(periods)
        taken = relief + hiring.skill[pool][:, None] * periods + period
        offered = relief + force.posts.skill[post][:, None] * periods + period
        relieved = layout.relief + pool[:, None] * periods + period
        terms += [
            (taken.ravel(), relieved.ravel(), np.ones(taken.size)),
            (offered.ravel(), filled[post].ravel(), -np.ones(offered.size)),
        ]
    return terms
