"""The independent checker: any plan is verified against its problem without solver and formulation."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning import measures
from jiwar.planning.highs import relative_gap
from jiwar.planning.plan import Plan, WorkforcePlan
from jiwar.planning.problem import Hiring, Problem, Sites, Workforce

_TOLERANCE = 1e-5
"""Accepted excess, as a share of the figure compared plus one."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong with a plan: the family of rules, what it is about, and by how much."""

    family: str
    scope: str
    message: str


def check_plan(problem: Problem, plan: Plan) -> tuple[Violation, ...]:
    """Return everything that is wrong with a plan: broken rules, wrong cost, wrong gap; empty is good."""
    faults = rules_broken(problem, plan)
    if any(fault.family == "assignment" for fault in faults):
        return faults  # without one option per package the rest has no meaning
    return (*faults, *_figures(problem, plan))


def rules_broken(problem: Problem, plan: Plan) -> tuple[Violation, ...]:
    """Return the rules that a plan breaks, whatever it costs."""
    faults = list(_assignment(problem, plan))
    if faults:
        return tuple(faults)
    families = (
        _precedence,
        _sites,
        _hiring,
        _core_team,
        _concentration,
        _ratios,
        _steps,
        _workforce,
        _budget,
        _quarter_cash,
    )
    return tuple(violation for family in families for violation in family(problem, plan))


def check_choice(problem: Problem, plan: Plan) -> tuple[Violation, ...]:
    """Return the rules that the chosen options break, taking what happens to people as it is in the plan."""
    families = (
        _assignment,
        _precedence,
        _sites,
        _hiring,
        _core_team,
        _concentration,
        _ratios,
        _budget,
        _quarter_cash,
    )
    return tuple(violation for family in families for violation in family(problem, plan))


def _exceeds(used: FloatArray, limit: FloatArray) -> np.ndarray:
    finite = np.where(np.isfinite(limit), limit, 0.0)
    over: np.ndarray = np.isfinite(limit) & (used > finite + _TOLERANCE * (1.0 + np.abs(finite)))
    return over


def _over(
    family: str,
    words: str,
    scopes: tuple[str, ...],
    periods: tuple[str, ...],
    used: FloatArray,
    limit: FloatArray,
) -> Iterator[Violation]:
    """Report places of a table (scopes, periods) where use exceeds a limit of the same shape."""
    limit = np.broadcast_to(limit, used.shape)
    for scope, period in np.argwhere(_exceeds(used, limit)):
        found, allowed = used[scope, period], limit[scope, period]
        at = f"{scopes[scope]}, {periods[period]}" if scopes[scope] else periods[period]
        yield Violation(
            family, scopes[scope], f"{words} ({at}): {found:.6g} where {allowed:.6g} is the limit"
        )


def _assignment(problem: Problem, plan: Plan) -> Iterator[Violation]:
    choices = problem.choices
    options = np.array(plan.chosen, dtype=np.int64)
    if np.any((options < 0) | (options >= len(choices.names))):
        yield Violation("assignment", "", "an option is chosen that does not exist")
        return
    counts = np.bincount(choices.package[options], minlength=len(choices.packages))
    for package, count in zip(choices.packages, counts, strict=True):
        if count != 1:
            yield Violation("assignment", package, f"{package} is done in {count} ways, not in one")
    for option in options[~choices.allowed[options]]:
        name = choices.names[option]
        yield Violation("assignment", choices.packages[choices.package[option]], f"{name} is not allowed")


def _precedence(problem: Problem, plan: Plan) -> Iterator[Violation]:
    order, choices = problem.precedence, problem.choices
    if order is None:
        return
    option_of = {int(choices.package[option]): option for option in plan.chosen}
    for waiting, first in order.pairs:
        late, early = option_of[int(waiting)], option_of[int(first)]
        never = np.iinfo(np.int64).max
        if order.start[late] != never and order.moved[early] > order.start[late]:
            scope = f"{choices.packages[waiting]} after {choices.packages[first]}"
            yield Violation(
                "precedence", scope, f"{choices.names[late]} starts before {choices.names[early]}"
            )


def _sites(problem: Problem, plan: Plan) -> Iterator[Violation]:
    sites = problem.sites
    if sites is None:
        return
    names, periods, units = sites.names, problem.periods, plan.units
    if not np.isin(units, (0.0, 1.0)).all() or np.any(np.diff(units, axis=1) < 0):
        yield Violation("sites", "", "a unit is neither open nor closed, or closes again")
    needed = measures.units_needed(sites, plan.chosen)
    yield from _over("sites", "unit needed but not open", names, periods, needed, units)
    used = measures.sites_used(sites, plan.chosen)
    if sites.max_sites is not None and len(used) > sites.max_sites:
        yield Violation("number_of_sites", "", f"{len(used)} sites are used, {sites.max_sites} are the limit")
    yield from _teams(problem, sites, plan)


def _teams(problem: Problem, sites: Sites, plan: Plan) -> Iterator[Violation]:
    names, periods, units = sites.names, problem.periods, plan.units
    inside = measures.people_in_units(sites, plan.chosen)
    settled = np.zeros_like(units)
    if sites.settling_periods < len(periods):
        settled[:, sites.settling_periods :] = units[:, : len(periods) - sites.settling_periods]
    settled[:, -1] = units[:, -1]
    floor = sites.minimum_team_people[:, None] * settled
    yield from _over(
        "minimum_team", "fewer people than the minimum, negative", names, periods, -inside, -floor
    )
    capacity = sites.capacity_people[:, None]
    everybody = inside + measures.people_outside_units(sites, plan.chosen)
    yield from _over("capacity", "people at the site", names, periods, everybody, capacity)
    closed = np.where(units > 0, capacity, 0.0)
    limited = np.where(np.isfinite(capacity), closed, np.inf)
    yield from _over("capacity", "people in the own unit", names, periods, inside, limited)


def _hiring(problem: Problem, plan: Plan) -> Iterator[Violation]:
    hiring = problem.hiring
    if hiring is None:
        return
    hires = measures.hired(problem, hiring, plan.chosen)
    if np.any(np.abs(hires - plan.hires) > _TOLERANCE * (1.0 + hires)):
        yield Violation("hiring", "", "the hires of the plan are not those of its options")
    force, people = problem.workforce, plan.workforce
    free = np.ones(len(hiring.pools), dtype=bool)
    if force is not None and people is not None:
        free = hiring.skill < 0
        yield from _hiring_at_home(problem, hiring, hires, force, people)
    limit = np.where(free[:, None], hiring.limit_people, np.inf)
    yield from _over("hiring", "people hired", hiring.pools, problem.periods, hires, limit)


def _hiring_at_home(
    problem: Problem, hiring: Hiring, hires: FloatArray, force: Workforce, people: WorkforcePlan
) -> Iterator[Violation]:
    """Freed people who take offered posts make up for what the pools of their skill cannot give."""
    for skill, name in enumerate(force.skills):
        pools = np.flatnonzero(hiring.skill == skill)
        posts = force.posts.offered & (force.posts.skill == skill)
        short = np.maximum(hires[pools] - hiring.limit_people[pools], 0.0).sum(axis=0)
        relief = people.filled[posts].sum(axis=0)
        scopes = tuple(hiring.pools[pool] for pool in pools[:1]) or (name,)
        yield from _over(
            "hiring",
            "hires beyond pools and freed people",
            scopes,
            problem.periods,
            short[None],
            relief[None],
        )


def _core_team(problem: Problem, plan: Plan) -> Iterator[Violation]:
    core = problem.core_team
    if core is None:
        return
    at_home = measures.total(problem, plan.chosen, core.at_home, len(core.roles))
    least = np.broadcast_to(core.least_people[:, None], at_home.shape)
    words = "people at home fewer than the core team, negative"
    yield from _over("core_team", words, core.roles, problem.periods, -at_home, -least)


def _concentration(problem: Problem, plan: Plan) -> Iterator[Violation]:
    share = problem.concentration
    if share is None:
        return
    abroad, everybody = measures.people_abroad(share, plan.chosen)
    limit = (share.max_share * everybody)[None]
    yield from _over("concentration", "people abroad", ("",), problem.periods, abroad[None], limit)


def _ratios(problem: Problem, plan: Plan) -> Iterator[Violation]:
    for ratio in problem.ratios:
        part = sum((ratio.part[option] for option in plan.chosen), np.zeros(len(problem.periods)))
        whole = sum((ratio.whole[option] for option in plan.chosen), np.zeros(len(problem.periods)))
        limit = (ratio.most * whole)[None]
        yield from _over(ratio.family, ratio.unit, (ratio.scope,), problem.periods, part[None], limit)


def _steps(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """Every claim exists, has the people that it needs, and is the only one of its project."""
    steps, sites = problem.steps, problem.sites
    names = () if steps is None else steps.names
    unknown = [claim.name for claim in plan.claims if claim.name not in names]
    if unknown:
        yield Violation("steps", unknown[0], f"no such grant can be claimed: {unknown[0]}")
    if unknown or steps is None or sites is None:
        return
    inside = measures.people_in_units(sites, plan.chosen)
    at = [names.index(claim.name) for claim in plan.claims]
    for step, claim in zip(at, plan.claims, strict=True):
        people, least = inside[steps.site[step], steps.counted[step]], steps.least_people[step]
        if _exceeds(np.array(least), np.array(people)):
            yield Violation(
                "steps", claim.name, f"{claim.name}: {people:.6g} people where {least:.6g} are needed"
            )
        if abs(claim.people - people) > _TOLERANCE * (1.0 + people):
            yield Violation("steps", claim.name, f"{claim.name}: the people are not those of the plan")
    projects = steps.project[at]
    if len(np.unique(projects)) < len(projects):
        yield Violation("steps", "", "two steps of one project are claimed")


def _budget(problem: Problem, plan: Plan) -> Iterator[Violation]:
    budget = problem.budget
    if budget is None:
        return
    cash = measures.extra_cash(problem, budget, plan)[None]
    yield from _over(
        "budget", "cumulated extra cash", ("",), problem.periods, cash, np.array([[budget.limit_eur]])
    )


def _quarter_cash(problem: Problem, plan: Plan) -> Iterator[Violation]:
    cash = problem.quarter_cash
    if cash is not None:
        paid = measures.quarter_cash(problem, cash, plan)[None]
        yield from _over(
            "quarter_cash", "extra cash", ("",), problem.periods, paid, np.array([[cash.limit_eur]])
        )


def _workforce(problem: Problem, plan: Plan) -> Iterator[Violation]:
    force, people = problem.workforce, plan.workforce
    if force is None or people is None:
        if force is not None:
            yield Violation("workforce", "", "the plan does not say what happens to people")
        return
    skills, periods = force.skills, problem.periods
    flows = ("stock", "surplus", "redundant", "recruited", "short_time", "filled", "moved")
    for flow in flows:
        if np.any(getattr(people, flow) < -_TOLERANCE):
            yield Violation("workforce", flow, f"{flow} is negative somewhere")
    apart = np.abs(measures.imbalance(problem, force, plan, people))
    scale = _TOLERANCE * (1.0 + people.stock)
    yield from _over(
        "workforce", "stock does not follow from flows", skills, periods, apart - scale, np.zeros((1, 1))
    )
    used = force.demand_people + people.surplus + force.short_time_share * people.short_time
    yield from _over(
        "workforce",
        "stock is not used",
        skills,
        periods,
        np.abs(people.stock - used) - scale,
        np.zeros((1, 1)),
    )
    for flow, limit in (
        ("redundant", force.redundancy_limit),
        ("recruited", force.recruit_limit),
        ("short_time", force.short_time_limit),
    ):
        yield from _over("workforce", flow, skills, periods, getattr(people, flow), limit)
    yield from _over(
        "workforce", "surplus", ("",), periods, people.surplus.sum(axis=0)[None], force.surplus_limit[None]
    )
    yield from _moves_and_posts(problem, plan, force, people)


def _moves_and_posts(
    problem: Problem, plan: Plan, force: Workforce, people: WorkforcePlan
) -> Iterator[Violation]:
    moves, posts, periods = force.moves, force.posts, problem.periods
    yield from _over("workforce", "moved", moves.names, periods, people.moved, moves.limit_people)
    for number, name in enumerate(moves.names):
        if math.isfinite(moves.limit_share[number]):
            most = (moves.limit_share[number] * people.stock[moves.target[number]])[None]
            yield from _over("workforce", "share moved", (name,), periods, people.moved[[number]], most)
    offers = measures.total(problem, plan.chosen, posts.offers, len(posts.names))
    most = np.where(posts.offered[:, None], offers, np.inf)
    yield from _over("workforce", "posts filled", posts.names, periods, people.filled, most)
    filled = people.filled.sum(axis=1)[:, None]
    standing = np.where(posts.offered, np.inf, posts.standing_people)[:, None]
    yield from _over("workforce", "posts filled", posts.names, ("all periods",), filled, standing)


def _figures(problem: Problem, plan: Plan) -> Iterator[Violation]:
    """Compare the cost, the shared cost by line, the gap and the bound with what they should be."""
    found = measures.cost(problem, plan)
    if not math.isclose(found, plan.objective_eur, rel_tol=1e-7, abs_tol=1e-4):
        yield Violation("cost", "", f"the plan costs {found:.2f} EUR, not {plan.objective_eur:.2f} EUR")
    shared = measures.spending(problem, plan)
    for line in shared.keys() | plan.shared_eur.keys():
        listed = plan.shared_eur.get(line, np.zeros(len(problem.periods)))
        if not np.allclose(shared.get(line, 0.0), listed, rtol=1e-7, atol=1e-4):
            yield Violation("cost", line, f"the shared cost of {line} is not what the decisions cost")
    if plan.bound_eur > plan.objective_eur + _TOLERANCE * (1.0 + abs(plan.objective_eur)):
        yield Violation(
            "gap", "", f"the bound {plan.bound_eur:.2f} lies above the cost {plan.objective_eur:.2f}"
        )
    if not math.isclose(
        plan.gap, relative_gap(plan.objective_eur, plan.bound_eur), rel_tol=1e-6, abs_tol=1e-9
    ):
        yield Violation("gap", "", f"the gap {plan.gap:.6f} does not follow from cost and bound")
