"""The uncertain problem written out as one mixed-integer program in linopy: the readable reference of the method.

Every scenario has its own columns of people short; everything else is the first stage. It is written from the
definitions (docs/planning.md), not from Jiwar's formulation, and shares no code with the search. It speaks of the
families that generated cases have; others are refused.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from jiwar.planning.problem import NEVER, Communication, Problem, Sites, Workforce
from jiwar.planning.uncertain import UncertainProblem
from linopy_rows import Array, Writer


@dataclass(frozen=True)
class Written:
    """A model in linopy, its columns of options, and how long writing it took."""

    model: Any
    choose: Any
    seconds: float


@dataclass(frozen=True)
class Solved:
    """What HiGHS made of the extensive form."""

    objective_eur: float
    bound_eur: float
    seconds: float
    cpu_seconds: float
    chosen: tuple[int, ...]


def write(uncertain: UncertainProblem) -> Written:
    """Write the extensive form; raises ValueError for a problem with families that it does not speak of."""
    started = time.monotonic()
    problem, choices = uncertain.problem, uncertain.problem.choices
    if problem.steps is not None or problem.duties is not None:
        message = "the reference speaks of no grants and no shared duties"
        raise ValueError(message)
    writer = Writer()
    upper = choices.allowed.astype(float)
    choose = writer.columns("choose", (len(choices.names),), lower=0, upper=1, integer=True)
    writer.rows("allowed", "<=", upper, (np.arange(len(upper)), choose, np.where(choices.allowed, 0.0, 1.0)))
    writer.rows("once", "=", np.ones(len(choices.packages)), (choices.package, choose, 1.0))
    _order(writer, problem, choose)
    _people(writer, problem, choose)
    if problem.sites is not None:
        _sites(writer, problem, problem.sites, choose)
    if problem.communication is not None:
        _talk(writer, problem, problem.communication, choose)
    relief = np.full((0, len(problem.periods)), -1)
    if problem.workforce is not None:
        relief = _workforce(writer, problem, problem.workforce, choose)
    _budget(writer, problem, choose)
    _scenarios(writer, uncertain, choose, relief)
    return Written(writer.model, writer.model.variables["choose"], time.monotonic() - started)


def _order(writer: Writer, problem: Problem, choose: Array) -> None:
    order = problem.precedence
    if order is None:
        return
    for number, (late, early) in enumerate(order.pairs):
        waits = np.flatnonzero((problem.choices.package == late) & (order.start < NEVER))
        first = np.flatnonzero(problem.choices.package == early)
        times = np.unique(order.start[waits])
        rows = np.arange(len(times))[:, None]
        writer.rows(
            f"order_{number}",
            "<=",
            np.zeros(len(times)),
            (rows, choose[waits], 1.0 * (order.start[waits] <= times[:, None])),
            (rows, choose[first], -1.0 * (order.moved[first] <= times[:, None])),
        )


def _people(writer: Writer, problem: Problem, choose: Array) -> None:
    periods = len(problem.periods)
    if (core := problem.core_team) is not None:
        at = core.at_home
        least = np.repeat(core.least_people, periods)
        writer.rows("core", ">=", least, (at.key * periods + at.period, choose[at.option], at.amount))
    if (share := problem.concentration) is not None:
        excess = share.abroad_people - share.max_share * share.all_people
        writer.rows("abroad", "<=", np.zeros(periods), (np.arange(periods), choose[:, None], excess))


def _sites(writer: Writer, problem: Problem, sites: Sites, choose: Array) -> None:
    if np.isfinite(sites.capacity_people).any():
        message = "the reference speaks of no capacities"
        raise ValueError(message)
    places, periods, packages = len(sites.names), len(problem.periods), len(problem.choices.packages)
    unit = writer.columns("unit", (places, periods), lower=0, upper=1, integer=True)
    used = writer.columns("used", (places,), lower=0, upper=1, integer=True)
    flat = np.arange(places * periods).reshape(places, periods)
    earlier = flat[:, :-1] - np.arange(places)[:, None]
    writer.rows(
        "stays_open",
        "<=",
        np.zeros(places * (periods - 1)),
        (earlier, unit[:, :-1], 1.0),
        (earlier, unit[:, 1:], -1.0),
    )
    inside = np.flatnonzero(sites.unit_from >= 0)
    place = problem.choices.package[inside] * places + sites.site[inside]
    for period in range(periods):
        needs = sites.unit_from[inside] <= period
        writer.rows(
            f"open_{period}",
            "<=",
            np.zeros(packages * places),
            (place[needs], choose[inside[needs]], 1.0),
            (np.unique(place[needs]), unit[np.unique(place[needs]) % places, period], -1.0),
        )
    at_work = np.where(np.arange(periods) >= sites.unit_from[:, None], sites.people, 0.0)[inside]
    for name, when, ago in (
        ("team", np.arange(sites.settling_periods, periods), sites.settling_periods),
        ("team_end", np.array([periods - 1]), 0),
    ):
        rows = np.arange(places)[:, None] * len(when) + np.arange(len(when))
        writer.rows(
            name,
            ">=",
            np.zeros(places * len(when)),
            (rows[sites.site[inside]], choose[inside][:, None], at_work[:, when]),
            (rows, unit[:, when - ago], -sites.minimum_team_people[:, None]),
        )
    away = np.flatnonzero(sites.site >= 0)
    if sites.max_sites is not None:
        place = problem.choices.package[away] * places + sites.site[away]
        every = np.arange(packages * places)
        writer.rows(
            "counted",
            "<=",
            np.zeros(len(every)),
            (place, choose[away], 1.0),
            (every, used[every % places], -1.0),
        )
        writer.rows("number", "<=", np.array([sites.max_sites]), (np.zeros(places, int), used, 1.0))
    every_period = np.arange(periods)
    for site, name in enumerate(sites.names):
        writer.spend(problem, f"site_opening/{name}", unit[site], every_period, sites.opening_eur[site])
        writer.spend(
            problem, f"site_opening/{name}", unit[site, :-1], every_period[1:], -sites.opening_eur[site, 1:]
        )
        writer.spend(problem, f"site_running/{name}", unit[site], every_period, sites.running_eur[site])


def _talk(writer: Writer, problem: Problem, talk: Communication, choose: Array) -> None:
    """Add a transport problem per pair and stretch of periods without change of place."""
    for number, packages in enumerate(talk.pairs):
        sides = [
            np.flatnonzero((problem.choices.package == one) & problem.choices.allowed) for one in packages
        ]
        where = talk.location[np.concatenate(sides)]
        changes = 1 + np.flatnonzero((where[:, 1:] != where[:, :-1]).any(axis=0))
        for stretch, periods in enumerate(np.split(np.arange(where.shape[1]), changes)):
            places = [np.unique(talk.location[side, periods[0]]) for side in sides]
            label = f"talk_{number}_{stretch}"
            flow = writer.columns(label, (len(places[0]), len(places[1])), lower=0)
            for axis, side in enumerate(sides):
                at = np.searchsorted(places[axis], talk.location[side, periods[0]])
                rows = np.arange(len(places[axis]))
                rows = rows[:, None] if axis == 0 else rows[None, :]
                writer.rows(
                    f"{label}_{axis}",
                    "=",
                    np.zeros(len(places[axis])),
                    (rows, flow, 1.0),
                    (at, choose[side], -1.0),
                )
            cost = (
                talk.cost_eur_per_unit[np.ix_(places[0], places[1], periods)] * talk.volume[number, periods]
            )
            writer.spend(problem, "coordination", flow[:, :, None], periods, cost)


def _workforce(writer: Writer, problem: Problem, force: Workforce, choose: Array) -> Array:
    """Add people freed at home; return the columns of relief by pool and period, -1 where there is none."""
    other = (force.recruit_limit, force.short_time_limit, force.initial_people, force.demand_people)
    if any(array.any() for array in other) or len(force.moves.names):
        message = "the reference speaks of freed people only"
        raise ValueError(message)
    skills, periods = len(force.skills), len(problem.periods)
    posts, shape = force.posts, (skills, periods)
    stock, redundant = (writer.columns(name, shape, lower=0) for name in ("stock", "redundant"))
    filled = writer.columns("filled", (len(posts.names), periods), lower=0)
    flat = np.arange(skills * periods).reshape(shape)
    freed = force.inflow
    writer.rows(
        "balance",
        "=",
        np.zeros(skills * periods),
        (flat, stock, 1.0),
        (flat[:, 1:], stock[:, :-1], -(1.0 - force.attrition)[:, None]),
        (flat, redundant, 1.0),
        (flat[posts.skill], filled, 1.0),
        (flat[freed.key, freed.period], choose[freed.option], -freed.amount),
    )
    finite = np.isfinite(force.redundancy_limit)
    most = np.where(finite, force.redundancy_limit, 0.0).ravel()
    writer.rows("redundancies", "<=", most, (np.where(finite, flat, -1), redundant, 1.0))
    offered, standing = np.flatnonzero(posts.offered), np.flatnonzero(~posts.offered)
    rows, offers = np.arange(len(posts.names) * periods).reshape(-1, periods), posts.offers
    writer.rows(
        "offered",
        "<=",
        np.zeros(rows.size),
        (rows[offered], filled[offered], 1.0),
        (rows[offers.key, offers.period], choose[offers.option], -offers.amount),
    )
    writer.rows(
        "standing",
        "<=",
        posts.standing_people[standing],
        (np.arange(len(standing))[:, None], filled[standing], 1.0),
    )
    period = np.arange(periods)
    writer.spend(problem, "surplus_people", stock, period, force.surplus_eur)
    writer.spend(problem, "redundancy", redundant, period, force.redundancy_eur)
    writer.spend(problem, "recruiting", filled, period, -posts.saving_eur)
    if problem.hiring is None:
        return np.full((0, periods), -1)
    at_home = np.flatnonzero(problem.hiring.skill >= 0)
    relief = np.full((len(problem.hiring.pools), periods), -1)
    if len(at_home):
        relief[at_home] = writer.columns("relief", (len(at_home), periods), lower=0)
        skill = problem.hiring.skill[at_home]
        writer.rows(
            "relieved",
            "<=",
            np.zeros(skills * periods),
            (flat[skill], relief[at_home], 1.0),
            (flat[posts.skill[offered]], filled[offered], -1.0),
        )
    return relief


def _budget(writer: Writer, problem: Problem, choose: Array) -> None:
    budget, periods = problem.budget, len(problem.periods)
    if budget is None:
        return
    rows = np.arange(periods)
    terms = [(rows, choose[:, None], budget.extra_cash_eur.cumsum(axis=1))]
    for column, period, amount in writer.cash:
        terms.append((rows, column[:, None], np.where(rows >= period[:, None], amount[:, None], 0.0)))
    writer.rows("budget", "<=", np.full(periods, budget.limit_eur), *terms)


def _scenarios(writer: Writer, uncertain: UncertainProblem, choose: Array, relief: Array) -> None:
    """Add people short by scenario, the cost of each scenario, its mean and the mean of its worst tail."""
    scenarios, probability = uncertain.scenarios, uncertain.probability
    each = np.arange(scenarios)
    allowed = uncertain.problem.choices.allowed
    cost: list[tuple[Any, Any, Any]] = [(each[:, None], choose[allowed], uncertain.cost_eur[allowed].T)]
    for key, parts in writer.priced.items():
        line, _, site = key.partition("/")
        price = uncertain.price(line, site)
        for column, amount in parts:
            cost.append((each[:, None], column, price[:, None] * amount))
    cost += _short(writer, uncertain, choose, relief)
    total = writer.columns("total", (scenarios,), lower=-np.inf)
    writer.rows("totals", "=", np.zeros(scenarios), *cost, (each, total, -1.0))
    goal: list[tuple[Any, Any, Any]] = [(0, total, (1.0 - uncertain.risk_weight) * probability)]
    if uncertain.risk_weight > 0:
        threshold = writer.columns("threshold", (1,), lower=-np.inf)
        beyond = writer.columns("beyond", (scenarios,), lower=0)
        writer.rows(
            "tail",
            ">=",
            np.zeros(scenarios),
            (each, beyond, 1.0),
            (each, total, -1.0),
            (each, threshold[0], 1.0),
        )
        goal.append((0, threshold, uncertain.risk_weight))
        goal.append((0, beyond, uncertain.risk_weight / uncertain.tail * probability))
    writer.model.add_objective(writer.expression(1, goal, "goal").sum())


def _short(
    writer: Writer, uncertain: UncertainProblem, choose: Array, relief: Array
) -> list[tuple[Any, Any, Any]]:
    shortage, hiring, problem = uncertain.shortage, uncertain.problem.hiring, uncertain.problem
    if shortage is None or hiring is None:
        return []
    packages = len(problem.choices.packages)
    hires = hiring.hires.only(problem.choices.allowed)
    most = hires.most(problem.choices.package, packages, len(hiring.pools), len(problem.periods))
    least = np.min(shortage.market / np.maximum(shortage.need, 1e-12), axis=1)
    pool, period = np.nonzero((most > least[:, None] * hiring.limit_people) & (shortage.price_eur > 0))
    places = np.full(most.shape, -1)
    places[pool, period] = np.arange(len(pool))
    load = writer.columns("load", (len(pool),), lower=0)
    at = np.arange(len(pool))
    loads = [
        (places[hires.key, hires.period], choose[hires.option], hires.amount),
        (at, load, -1.0),
    ]
    if len(relief):
        loads.append((at, relief[pool, period], -1.0))
    writer.rows("loads", "<=", np.zeros(len(pool)), *loads)
    scenarios = uncertain.scenarios
    short = writer.columns("short", (len(pool), scenarios), lower=0)
    rows = np.arange(short.size).reshape(short.shape)
    given = hiring.limit_people[pool, period][:, None] * shortage.market[pool]
    writer.rows(
        "short", ">=", -given.ravel(), (rows, short, 1.0), (rows, load[:, None], -shortage.need[pool])
    )
    price = shortage.price_eur[pool, period]
    return [(np.arange(scenarios)[None, :], short, np.repeat(price[:, None], scenarios, axis=1))]


def solve(written: Written, *, gap: float, seconds: float) -> Solved:
    """Let HiGHS solve a written model on two threads, with a time limit."""
    started, cpu = time.monotonic(), time.process_time()
    written.model.solve(
        solver_name="highs",
        io_api="direct",
        mip_rel_gap=gap,
        time_limit=seconds,
        threads=2,
        log_to_console=False,
    )
    spent, used = time.monotonic() - started, time.process_time() - cpu
    highs = written.model.solver_model
    info = highs.getInfo()
    found = info.primal_solution_status == 2
    values = np.array(highs.getSolution().col_value)[: written.choose.labels.size] if found else np.zeros(0)
    return Solved(
        float(info.objective_function_value) if found else float("inf"),
        float(info.mip_dual_bound),
        spent,
        used,
        tuple(int(option) for option in np.flatnonzero(values > 0.5)),
    )
