"""The independent checker of plans under uncertainty: rules, cost in every scenario, worst tail, gap; no solver."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning import measures
from jiwar.planning.checking.check import Violation, rules_broken
from jiwar.planning.highs import relative_gap
from jiwar.planning.plan import Plan, Uncertainty
from jiwar.planning.uncertain import UncertainProblem

_TOLERANCE = 1e-6


def check_uncertain_plan(uncertain: UncertainProblem, plan: Plan) -> tuple[Violation, ...]:
    """Return everything that is wrong with a plan made under uncertainty; empty is good."""
    found = plan.uncertainty
    if found is None:
        return (Violation("uncertainty", "", "the plan does not say what scenarios make of it"),)
    faults = list(rules_broken(uncertain.rules, plan))
    if any(fault.family == "assignment" for fault in faults):
        return tuple(faults)  # without one option per package the rest has no meaning
    faults += _labour(uncertain, plan, found)
    faults += _figures(uncertain, plan, found)
    return tuple(faults)


def _labour(uncertain: UncertainProblem, plan: Plan, found: Uncertainty) -> Iterator[Violation]:
    """The load is what options hire, less posts that freed people take."""
    hiring, force = uncertain.problem.hiring, uncertain.problem.workforce
    if uncertain.shortage is None or hiring is None:
        return
    hires = measures.hired(uncertain.problem, hiring, plan.chosen)
    possible = found.load_people < hires - _TOLERANCE * (1.0 + hires)  # zero where nobody can be short: below
    most = _never_short(uncertain)
    relieved = np.where(possible & (hires > most), hires - found.load_people, 0.0)
    away = np.flatnonzero(hiring.skill < 0)
    if relieved[away].any():
        yield Violation("shortage", "", "people hired are missing from the load on the labour market")
    if force is None or plan.workforce is None:
        return
    for skill, name in enumerate(force.skills):
        posts = force.posts.offered & (force.posts.skill == skill)
        given = plan.workforce.filled[posts].sum(axis=0)
        if np.any(relieved[hiring.skill == skill].sum(axis=0) > given + _TOLERANCE * (1.0 + given)):
            yield Violation("shortage", name, f"more relief of {name} than freed people who take posts")


def _never_short(uncertain: UncertainProblem) -> FloatArray:
    """Return the people that every scenario's market gives, shape (K, T)."""
    shortage, hiring = uncertain.shortage, uncertain.problem.hiring
    assert shortage is not None  # noqa: S101 - the caller has looked
    assert hiring is not None  # noqa: S101 - a shortage has its hiring
    least = np.full(shortage.market.shape, np.inf)
    np.divide(shortage.market, shortage.need, out=least, where=shortage.need > 0)
    worth: FloatArray = np.where(
        shortage.price_eur > 0, least.min(axis=1)[:, None] * hiring.limit_people, np.inf
    )
    return worth


def scenario_costs(uncertain: UncertainProblem, plan: Plan) -> FloatArray:
    """Return the cost of a plan in every scenario, shape (S,), from the definitions alone."""
    problem, found = uncertain.problem, plan.uncertainty
    total = np.zeros(uncertain.scenarios)
    for option in plan.chosen:
        total += uncertain.cost_eur[option].astype(np.float64)
    for line, amounts in measures.spending(problem, plan).items():
        if line not in {"site_opening", "site_running"} or problem.sites is None:
            total += float(amounts @ problem.discount) * uncertain.price(line)
    if problem.sites is not None:
        opened = np.diff(plan.units, axis=1, prepend=0.0)
        for site, name in enumerate(problem.sites.names):
            once = float((opened[site] * problem.sites.opening_eur[site]) @ problem.discount)
            running = float((plan.units[site] * problem.sites.running_eur[site]) @ problem.discount)
            total += once * uncertain.price("site_opening", name)
            total += running * uncertain.price("site_running", name)
    shortage, hiring = uncertain.shortage, problem.hiring
    if shortage is not None and hiring is not None and found is not None:
        for pool, period in np.argwhere(found.load_people > 0):
            asked = found.load_people[pool, period] * shortage.need[pool]
            given = hiring.limit_people[pool, period] * shortage.market[pool]
            total += shortage.price_eur[pool, period] * np.maximum(asked - given, 0.0)
    return total


def _worst(total: FloatArray, probability: FloatArray, tail: float) -> float:
    """Return the least ``t + mean(max(total - t, 0)) / tail`` over t, which is the mean of the worst tail."""
    excess = np.maximum(total[None, :] - total[:, None], 0.0) @ probability
    return float((total + excess / tail).min())


def _figures(uncertain: UncertainProblem, plan: Plan, found: Uncertainty) -> Iterator[Violation]:
    def apart(one: float, two: float) -> bool:
        return not math.isclose(one, two, rel_tol=_TOLERANCE, abs_tol=1e-3)

    total = scenario_costs(uncertain, plan)
    if not np.allclose(total, found.cost_by_scenario_eur, rtol=_TOLERANCE, atol=1e-3):
        yield Violation("cost", "scenarios", "the cost by scenario is not what the decisions cost there")
    expected = float(uncertain.probability @ total)
    worst = _worst(total, uncertain.probability, uncertain.tail)
    objective = (1.0 - uncertain.risk_weight) * expected + uncertain.risk_weight * worst
    named = {
        "expected": (expected, found.expected_eur),
        "worst": (worst, found.worst_eur),
        "objective": (objective, plan.objective_eur),
        "mid": (measures.cost(uncertain.problem, plan), found.mid_eur),
    }
    for name, (is_now, listed) in named.items():
        if apart(is_now, listed):
            yield Violation("cost", name, f"the {name} cost is {is_now:.2f} EUR, not {listed:.2f} EUR")
    if plan.bound_eur > plan.objective_eur + _TOLERANCE * (1.0 + abs(plan.objective_eur)):
        yield Violation(
            "gap", "", f"the bound {plan.bound_eur:.2f} lies above the cost {plan.objective_eur:.2f}"
        )
    if not math.isclose(
        plan.gap, relative_gap(plan.objective_eur, plan.bound_eur), rel_tol=1e-6, abs_tol=1e-9
    ):
        yield Violation("gap", "", f"the gap {plan.gap:.6f} does not follow from cost and bound")
