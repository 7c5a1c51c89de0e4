"""People of each skill come, change skill, find posts, leave, or are without work.

For every skill w and period t:

- balance: ``stock[t] = (1 - attrition) · stock[t-1] + Σ_o inflow[o,t] · choose[o] + (1 - attrition_new) ·
  recruited[t] + Σ_{moves into w} (1 - lost) · moved[t] - Σ_{moves out of w} moved[t] - filled[t] -
  redundant[t]``, where before the first period the stock is the initial one;
- use: ``stock[t] = demand[t] + surplus[t] + short_time_share · short_time[t]``;
- ``Σ_w surplus[t] <= surplus_limit[t]``, ``short_time <= limit``, ``recruited <= limit``,
  ``redundant <= limit``;
- ``moved[a,t] <= limit`` and ``moved[a,t] <= limit_share[a] · stock[target of a, t]``;
- offered posts ``filled[j,t] <= Σ_o offers[o,j,t] · choose[o]``; standing posts ``Σ_t filled[j,t] <=
  standing[j]``.

Cost: recruiting, moves, redundancies, surplus people, short time, less what a filled post saves.
"""

from __future__ import annotations

import math

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.model import Model
from jiwar.planning.problem import Problem, Workforce


def add_workforce(model: Model, problem: Problem) -> None:
    """Add the workforce with all its ways in and out."""
    force = problem.workforce
    if force is None:
        return
    stock = model.columns("stock", force.skills, problem.periods)
    balance = model.rows(
        "workforce", "balance", force.skills, problem.periods, lower=_initial(force), upper=_initial(force)
    )
    model.add(balance, stock)
    model.add(balance[:, 1:], stock[:, :-1], -(1.0 - force.attrition)[:, None])
    inflow = force.inflow.only(problem.choices.allowed)
    model.add(balance[inflow.key, inflow.period], model.find("choose")[inflow.option], -inflow.amount)
    _add_recruiting(model, problem, force, balance)
    _add_redundancies(model, problem, force, balance)
    _add_moves(model, problem, force, balance, stock)
    _add_posts(model, problem, force, balance)
    _add_use(model, problem, force, stock)


def _initial(force: Workforce) -> np.ndarray:
    """Return the right-hand side of the balance: the initial stock that is left in the first period."""
    right = np.zeros(force.demand_people.shape)
    right[:, :1] = ((1.0 - force.attrition) * force.initial_people)[:, None]
    return right


def _add_recruiting(model: Model, problem: Problem, force: Workforce, balance: IntArray) -> None:
    recruited = model.columns("recruited", force.skills, problem.periods, upper=force.recruit_limit)
    model.add(balance, recruited, -(1.0 - force.attrition_new)[:, None])
    model.spend("recruiting", recruited, np.arange(len(problem.periods)), force.recruit_eur)


def _add_redundancies(model: Model, problem: Problem, force: Workforce, balance: IntArray) -> None:
    redundant = model.columns("redundant", force.skills, problem.periods)
    model.add(balance, redundant)
    model.spend("redundancy", redundant, np.arange(len(problem.periods)), force.redundancy_eur)
    rows = model.rows(
        "workforce",
        "redundancies",
        force.skills,
        problem.periods,
        upper=force.redundancy_limit,
        where=np.isfinite(force.redundancy_limit),
        limit=True,
    )
    model.add(rows, redundant)


def _add_moves(model: Model, problem: Problem, force: Workforce, balance: IntArray, stock: IntArray) -> None:
    moves, periods = force.moves, np.arange(len(problem.periods))
    moved = model.columns("moved", moves.names, problem.periods, upper=moves.limit_people)
    model.add(balance[moves.source], moved)
    model.add(balance[moves.target], moved, -(1.0 - moves.lost_share)[:, None])
    model.spend("retraining", moved, periods, moves.cost_eur)
    shared = np.isfinite(moves.limit_share)[:, None] & np.ones(moved.shape, dtype=bool)
    rows = model.rows(
        "workforce", "share_moved", moves.names, problem.periods, upper=0.0, where=shared, limit=True
    )
    model.add(rows, moved)
    share = np.where(np.isfinite(moves.limit_share), moves.limit_share, 0.0)
    model.add(rows, stock[moves.target], -share[:, None])


def _add_posts(model: Model, problem: Problem, force: Workforce, balance: IntArray) -> None:
    posts = force.posts
    filled = model.columns("filled", posts.names, problem.periods, upper=most_filled(problem, force))
    model.add(balance[posts.skill], filled)
    model.spend("recruiting", filled, np.arange(len(problem.periods)), -posts.saving_eur)
    offered = model.rows(
        "workforce",
        "offered_posts",
        posts.names,
        problem.periods,
        upper=0.0,
        where=posts.offered[:, None] & np.ones(filled.shape, dtype=bool),
    )
    model.add(offered, filled)
    offers = posts.offers.only(problem.choices.allowed)
    model.add(offered[offers.key, offers.period], model.find("choose")[offers.option], -offers.amount)
    standing = model.rows(
        "workforce", "standing_posts", posts.names, upper=posts.standing_people, where=~posts.offered
    )
    model.add(standing[:, None], filled)


def most_filled(problem: Problem, force: Workforce) -> FloatArray:
    """Return the most posts of each kind that can be filled in each period, whatever is chosen."""
    posts, choices = force.posts, problem.choices
    shape = (len(posts.names), len(problem.periods))
    offered = posts.offers.only(choices.allowed).most(choices.package, len(choices.packages), *shape)
    most: FloatArray = np.where(posts.offered[:, None], offered, posts.standing_people[:, None])
    return most


def _add_use(model: Model, problem: Problem, force: Workforce, stock: IntArray) -> None:
    periods = np.arange(len(problem.periods))
    surplus = model.columns("surplus", force.skills, problem.periods)
    model.spend("surplus_people", surplus, periods, force.surplus_eur)
    short = model.columns("short_time", force.skills, problem.periods, upper=force.short_time_limit)
    model.spend("short_time", short, periods, force.short_time_eur)
    use = model.rows(
        "workforce",
        "staffing",
        force.skills,
        problem.periods,
        lower=force.demand_people,
        upper=force.demand_people,
        limit=bool(force.demand_people.any()),  # without demand it only says who has no work
    )
    model.add(use, stock)
    model.add(use, surplus, -1.0)
    model.add(use, short, -force.short_time_share)
    limited = np.isfinite(force.surplus_limit)
    cap = np.where(limited, force.surplus_limit, math.inf)
    rows = model.rows("workforce", "surplus", problem.periods, upper=cap, where=limited, limit=True)
    model.add(rows, surplus)
