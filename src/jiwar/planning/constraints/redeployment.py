"""People freed by one way of doing a package do not fill the posts of another way of doing it.

Whole plans never do that, for each package is done in one way; but half a move and half a stay together
could, and such halves would make the proven bound weak. So freed people keep the mark of their package. For
every package p, skill w and period t, with ``own`` the posts of p that its own people take, ``out`` those of
its people who take other posts, and ``into`` the posts of p that other packages' people take:

- ``waiting[p,t] <= (1 - attrition) · waiting[p,t-1] + Σ_{o of p} inflow[o,t] · choose[o] - own[p,t] -
  out[p,t]``, ``waiting >= 0``;
- ``own[p,t] + into[p,t] <= Σ_{o of p} offers[o,t] · choose[o]``, and ``own[p,t]`` alone also over those o
  only that free people as well;
- ``Σ_p ( own + into ) = offered posts filled`` and ``given = Σ_p out = Σ_p into + standing posts filled``;
- ``into[p,t] + out[p,t] <= given[t]``: what a package takes comes from other packages, and what it gives goes
  to others.

The family speaks of skills into which nobody comes but people whom options free.
"""

from __future__ import annotations

import numpy as np

from jiwar.planning.entries import Entries, IntArray
from jiwar.planning.model import Model
from jiwar.planning.problem import BoolArray, Problem, Workforce


def add_redeployment(model: Model, problem: Problem) -> None:
    """Let freed people keep the mark of the package that freed them."""
    force = problem.workforce
    if force is None or len(force.posts.names) == 0:
        return
    allowed = problem.choices.allowed
    inflow = force.inflow.only(allowed)
    closed = ~_open_skills(force)
    closed &= np.isin(np.arange(len(closed)), inflow.key)
    inflow = _of_skills(inflow, closed)
    posts = force.posts.offers.only(allowed)
    offers = _of_skills(
        Entries(posts.option, force.posts.skill[posts.key], posts.period, posts.amount), closed
    )
    frees, gives = _table(problem, force, inflow), _table(problem, force, offers)
    if not frees.any():
        return
    axes = (problem.choices.packages, force.skills, problem.periods)
    waiting = model.columns("waiting", *axes, where=frees)
    out = model.columns("out", *axes, where=frees)
    own = model.columns("own", *axes, where=frees & gives)
    into = model.columns("into", *axes, where=gives)
    _add_waiting(model, problem, force, inflow, (waiting, own, out))
    _add_offers(model, problem, (offers, _by_those_who_free(offers, inflow, problem)), (own, into))
    _add_exchange(model, problem, force, closed, (own, into, out))


def _open_skills(force: Workforce) -> BoolArray:
    """Find skills into which people come in other ways: from before, by recruiting, by moves."""
    other_ways: BoolArray = (force.initial_people > 0) | (force.recruit_limit > 0).any(axis=1)
    other_ways[force.moves.target] = True
    return other_ways


def _of_skills(entries: Entries, skills: BoolArray) -> Entries:
    keep = skills[entries.key]
    return Entries(entries.option[keep], entries.key[keep], entries.period[keep], entries.amount[keep])


def _table(problem: Problem, force: Workforce, entries: Entries) -> BoolArray:
    """Mark packages and skills (over all periods) of which there are entries."""
    found = np.zeros((len(problem.choices.packages), len(force.skills), len(problem.periods)), dtype=bool)
    found[problem.choices.package[entries.option], entries.key] = True
    return found


def _by_those_who_free(offers: Entries, inflow: Entries, problem: Problem) -> Entries:
    """Keep the offers of options that free people themselves, for instance by moving half of a package."""
    freeing = np.zeros(len(problem.choices.names), dtype=bool)
    freeing[inflow.option] = True
    return offers.only(freeing)


def _add_waiting(
    model: Model,
    problem: Problem,
    force: Workforce,
    inflow: Entries,
    flows: tuple[IntArray, IntArray, IntArray],
) -> None:
    waiting, own, out = flows
    axes = (problem.choices.packages, force.skills, problem.periods)
    rows = model.rows("redeployment", "waiting", *axes, upper=0.0, where=waiting >= 0)
    for flow in (waiting, own, out):
        model.add(rows, flow)
    model.add(rows[:, :, 1:], waiting[:, :, :-1], -(1.0 - force.attrition)[:, None])
    package = problem.choices.package[inflow.option]
    model.add(rows[package, inflow.key, inflow.period], model.find("choose")[inflow.option], -inflow.amount)


def _add_offers(
    model: Model, problem: Problem, offers: tuple[Entries, Entries], flows: tuple[IntArray, IntArray]
) -> None:
    own, into = flows
    skills = problem.workforce.skills if problem.workforce is not None else ()
    axes = (problem.choices.packages, skills, problem.periods)
    for name, listed, exists in (("offers", offers[0], into >= 0), ("own_offers", offers[1], own >= 0)):
        rows = model.rows("redeployment", name, *axes, upper=0.0, where=exists)
        model.add(rows, own)
        package = problem.choices.package[listed.option]
        model.add(
            rows[package, listed.key, listed.period], model.find("choose")[listed.option], -listed.amount
        )
        if name == "offers":
            model.add(rows, into)


def _add_exchange(
    model: Model,
    problem: Problem,
    force: Workforce,
    closed: BoolArray,
    flows: tuple[IntArray, IntArray, IntArray],
) -> None:
    """Tie the marked flows to the posts filled, and keep own people from coming back as somebody else's."""
    own, into, out = flows
    axes, all_periods = (force.skills, problem.periods), np.ones(len(problem.periods), dtype=bool)
    filled, skill = model.find("filled"), force.posts.skill
    offered, standing = np.flatnonzero(force.posts.offered), np.flatnonzero(~force.posts.offered)
    spoken_of = closed[:, None] & all_periods
    taken = model.rows("redeployment", "taken", *axes, lower=0.0, upper=0.0, where=spoken_of)
    model.add(taken[skill[offered]], filled[offered], -1.0)
    given = model.columns("given", *axes, where=spoken_of)
    both = {
        name: model.rows("redeployment", name, *axes, lower=0.0, upper=0.0, where=spoken_of)
        for name in ("given", "exchange")
    }
    for rows in both.values():
        model.add(rows, given, -1.0)
    model.add(both["given"], out)
    model.add(both["exchange"], into)
    model.add(both["exchange"][skill[standing]], filled[standing])
    for flow in (own, into):
        model.add(taken, flow)
    apart = model.rows("redeployment", "apart", problem.choices.packages, *axes, upper=0.0, where=out >= 0)
    for flow in (into, out):
        model.add(apart, flow)
    model.add(apart, given[None], -1.0)
