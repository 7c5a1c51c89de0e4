"""Every limit of a problem with its use by a plan, and which cheaper options it keeps out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning import measures
from jiwar.planning.checking.check import check_choice
from jiwar.planning.plan import Limit, Plan
from jiwar.planning.problem import Problem
from jiwar.planning.rules import words_of

_NOTHING_LEFT = 1e-4
"""A limit binds when less than this share of it is left."""

_ALTERNATIVES = 8
"""How many cheaper options per package are tried against the limits."""


def limits_of(problem: Problem, plan: Plan) -> tuple[Limit, ...]:
    """Return the limits of a problem, each in the period in which the plan comes closest to it."""
    found = [*_hiring(problem, plan), *_sites(problem, plan), *_people(problem, plan), *_money(problem, plan)]
    kept_out = held_back(problem, plan)
    return tuple(
        dataclasses.replace(limit, holds_back=kept_out.get((limit.family, limit.scope), ()))
        for limit in found
    )


def held_back(problem: Problem, plan: Plan) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return, by limit, the options cheaper on their own than the chosen one that it alone keeps out.

    Each is tried in place of the chosen option of its package, the rest of the plan staying as it is.
    """
    choices = problem.choices
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for place, chosen in enumerate(plan.chosen):
        same = choices.allowed & (choices.package == choices.package[chosen])
        cheaper = np.flatnonzero(same & (choices.cost_eur < choices.cost_eur[chosen]))
        for option in cheaper[np.argsort(choices.cost_eur[cheaper], kind="stable")][:_ALTERNATIVES]:
            other = _with(problem, plan, (*plan.chosen[:place], int(option), *plan.chosen[place + 1 :]))
            broken = {(violation.family, violation.scope) for violation in check_choice(problem, other)}
            if len(broken) == 1:
                key = broken.pop()
                found[key] = (*found.get(key, ()), choices.names[option])
    return found


def _with(problem: Problem, plan: Plan, chosen: tuple[int, ...]) -> Plan:
    """Return a plan with other options, its units and hires following them."""
    units = plan.units if problem.sites is None else measures.units_needed(problem.sites, chosen)
    hires = plan.hires if problem.hiring is None else measures.hired(problem, problem.hiring, chosen)
    return dataclasses.replace(plan, chosen=chosen, units=units, hires=hires)


def _limit(
    problem: Problem,
    family: str,
    scope: str,
    unit: str,
    used: FloatArray,
    available: FloatArray | float,
    *,
    at_least: bool = False,
) -> Limit:
    """Make a limit from its use by period, shape (T,), at the period with the least left."""
    room = np.broadcast_to(np.asarray(available, dtype=np.float64), used.shape)
    left = (used - room) if at_least else (room - used)
    at = int(left.argmin())
    binding = bool(left[at] <= _NOTHING_LEFT * (1.0 + abs(room[at])))
    name = words_of(problem, family, scope)
    figures = (float(used[at]), float(room[at]))
    return Limit(family, scope, name, *figures, unit, problem.periods[at], binding, at_least)


def _hiring(problem: Problem, plan: Plan) -> Iterator[Limit]:
    """Limits of the pools from which the plan hires; posts that freed people take do not count."""
    hiring = problem.hiring
    if hiring is None:
        return
    for pool in np.flatnonzero(plan.hires.any(axis=1)):
        used = plan.hires[pool]
        if plan.workforce is not None and hiring.skill[pool] >= 0:
            used = np.minimum(used, hiring.limit_people[pool])
        yield _limit(
            problem, "hiring", hiring.pools[pool], "people per quarter", used, hiring.limit_people[pool]
        )


def _sites(problem: Problem, plan: Plan) -> Iterator[Limit]:
    sites = problem.sites
    if sites is None:
        return
    if sites.max_sites is not None:
        used = np.array([float(len(measures.sites_used(sites, plan.chosen)))])
        yield dataclasses.replace(
            _limit(problem, "number_of_sites", "", "sites", used, float(sites.max_sites)), period=""
        )
    inside = measures.people_in_units(sites, plan.chosen)
    everybody = inside + measures.people_outside_units(sites, plan.chosen)
    for site, name in enumerate(sites.names):
        if sites.minimum_team_people[site] > 0 and plan.units[site].any():
            opened = int(plan.units[site].argmax())
            first = min(opened + sites.settling_periods, len(problem.periods) - 1)
            settled = inside[site].copy()
            settled[:first] = np.inf
            least = float(sites.minimum_team_people[site])
            yield _limit(problem, "minimum_team", name, "people", settled, least, at_least=True)
        if np.isfinite(sites.capacity_people[site]):
            yield _limit(
                problem, "capacity", name, "people", everybody[site], float(sites.capacity_people[site])
            )


def _people(problem: Problem, plan: Plan) -> Iterator[Limit]:
    if (core := problem.core_team) is not None:
        at_home = measures.total(problem, plan.chosen, core.at_home, len(core.roles))
        for role, name in enumerate(core.roles):
            least = float(core.least_people[role])
            yield _limit(problem, "core_team", name, "people", at_home[role], least, at_least=True)
    if (share := problem.concentration) is not None:
        abroad, everybody = measures.people_abroad(share, plan.chosen)
        used = np.divide(abroad, everybody, out=np.zeros_like(abroad), where=everybody > 0)
        yield _limit(problem, "concentration", "", "share", used, share.max_share)
    yield from _ratios(problem, plan)
    if (force := problem.workforce) is not None and plan.workforce is not None:
        for skill, name in enumerate(force.skills):
            most = force.redundancy_limit[skill]
            if np.isfinite(most).all() and plan.workforce.surplus[skill].any():
                used = plan.workforce.redundant[skill]
                yield _limit(problem, "redundancies", name, "people", used, most)


def _ratios(problem: Problem, plan: Plan) -> Iterator[Limit]:
    """Ratios of the plan; where there is no part, nothing is used."""
    for ratio in problem.ratios:
        part = ratio.part[list(plan.chosen)].sum(axis=0)
        whole = ratio.whole[list(plan.chosen)].sum(axis=0)
        if part.any():
            used = np.divide(part, whole, out=np.full_like(part, np.inf), where=whole > 0)
            used = np.where(part > 0, used, 0.0)
            yield _limit(problem, ratio.family, ratio.scope, ratio.unit, used, ratio.most)


def _money(problem: Problem, plan: Plan) -> Iterator[Limit]:
    if (budget := problem.budget) is not None:
        cash = measures.extra_cash(problem, budget, plan)
        yield _limit(problem, "budget", "", "EUR", cash, budget.limit_eur)
    if (most := problem.quarter_cash) is not None:
        paid = measures.quarter_cash(problem, most, plan)
        yield _limit(problem, "quarter_cash", "", "EUR", paid, most.limit_eur)
