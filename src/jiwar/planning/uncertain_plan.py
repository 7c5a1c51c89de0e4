"""Choose the best plan of an uncertain problem, and say what scenarios make of it."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning import measures
from jiwar.planning.formulation import formulate
from jiwar.planning.highs import Ending, Outcome, Progress
from jiwar.planning.plan import Leave, Plan, Uncertainty
from jiwar.planning.searching.completion import complete_choice
from jiwar.planning.searching.cuts import scenario_totals, worst_cut
from jiwar.planning.searching.deciding import search_first_stage
from jiwar.planning.searching.firststage import FirstStage, first_stage
from jiwar.planning.searching.proofs import certificate_of
from jiwar.planning.searching.relaxation import Relaxation
from jiwar.planning.solving import insist_on_options, no_plan, plan_of
from jiwar.planning.tails import worst_mean
from jiwar.planning.uncertain import UncertainProblem

_LEAST_CHANCE = 1e-9

_SECONDS_AT_HOME = 10.0
"""Time to complete the plan in which everything stays; it normally takes milliseconds."""


def solve_uncertain(
    uncertain: UncertainProblem,
    *,
    gap: float = 0.005,
    seconds: float = 60.0,
    progress: Callable[[Progress], None] | None = None,
) -> Plan:
    """Choose the plan with the least ``(1 - λ) · mean cost + λ · mean of the worst tail``.

    Parameters
    ----------
    uncertain
        The problem with its scenarios.
    gap, seconds, progress
        As for `choose`; Ctrl-C and the time limit give the best plan so far with the bound proven until then.

    Raises
    ------
    PlanError
        As for `choose`.
    """
    insist_on_options(uncertain.problem)
    stage = first_stage(uncertain)
    found = search_first_stage(stage, gap=gap, seconds=seconds, progress=progress)
    outcome = found.outcome
    if outcome.values is None and outcome.ending in {Ending.TIME, Ending.INTERRUPTED}:
        outcome = _with_all_at_home(stage, outcome)
    if outcome.values is None:
        if outcome.ending is Ending.OPTIMAL:  # every part of the tree was closed, and none held a plan
            outcome = dataclasses.replace(outcome, ending=Ending.INFEASIBLE)
        raise no_plan(uncertain.rules, formulate(uncertain.rules), outcome)
    certificate = certificate_of(stage.program, found.proof)
    return dataclasses.replace(_plan(stage, outcome), certificate=certificate)


def _with_all_at_home(stage: FirstStage, outcome: Outcome) -> Outcome:
    """Return a search that ended without a plan with the one in which everything stays, when limits allow that."""
    problem, program = stage.problem, stage.program
    if problem.sites is None:
        return outcome
    choices, cost = problem.choices, stage.uncertain.cost_eur @ stage.uncertain.probability
    home = np.flatnonzero(choices.allowed & (problem.sites.site < 0))
    cheapest = {int(choices.package[option]): int(option) for option in home[np.argsort(-cost[home])]}
    if len(cheapest) < len(choices.packages):
        return outcome
    relaxation = Relaxation(program, np.asarray((program.lower != 0) | (program.upper != 0)))
    if stage.worst >= 0:
        relaxation.add([worst_cut(stage, np.zeros(len(program.cost)), stage.uncertain.probability)])
    chosen = np.array([cheapest[package] for package in range(len(choices.packages))])
    plan, _ = complete_choice(stage, program, relaxation, chosen, time.monotonic() + _SECONDS_AT_HOME)
    if plan is None:
        return outcome
    bound = min(outcome.bound_eur, plan.objective_eur)
    return dataclasses.replace(outcome, values=plan.values, objective_eur=plan.objective_eur, bound_eur=bound)


def _plan(stage: FirstStage, outcome: Outcome) -> Plan:
    problem, values = stage.problem, outcome.values
    assert values is not None  # noqa: S101 - the caller has looked
    plan = plan_of(problem, stage.program, outcome, stage.uncertain.rules)
    if problem.communication is not None:
        talk = measures.talk_spending(problem, problem.communication, plan.chosen)
        plan = dataclasses.replace(plan, shared_eur={**plan.shared_eur, "coordination": talk})
    return dataclasses.replace(plan, uncertainty=_uncertainty(stage, values, plan))


def _uncertainty(stage: FirstStage, values: FloatArray, plan: Plan) -> Uncertainty:
    uncertain = stage.uncertain
    total = scenario_totals(stage, values)
    load, short, cost = _short(stage, values)
    return Uncertainty(
        risk_weight=uncertain.risk_weight,
        tail=uncertain.tail,
        expected_eur=float(uncertain.probability @ total),
        worst_eur=worst_mean(total, uncertain.probability, uncertain.tail),
        mid_eur=measures.cost(stage.problem, plan),
        probability=uncertain.probability,
        cost_by_scenario_eur=total,
        load_people=load,
        short_people=short,
        shortage_eur=cost,
        leaves=leaves_of(uncertain, plan.chosen),
    )


def _short(stage: FirstStage, values: FloatArray) -> tuple[FloatArray, FloatArray, float]:
    """Return people asked of the market, people short in the mean, and what covering them costs."""
    load = np.where(stage.load >= 0, values[stage.load], 0.0)
    short = np.zeros_like(load)
    shortages = stage.shortages
    if shortages is None:
        return load, short, 0.0
    pool, period = np.nonzero(load > 0)
    short[pool, period] = shortages.by_scenario(pool, period, load[pool, period]) @ shortages.probability
    return load, short, float((short * shortages.price_eur).sum())


def leaves_of(uncertain: UncertainProblem, chosen: tuple[int, ...]) -> tuple[Leave, ...]:
    """List the gates at which chosen options are given up, with their probability."""
    if uncertain.leaves_at is None:
        return ()
    found = []
    for option in chosen:
        for gate, name in enumerate(uncertain.gates):
            chance = float(uncertain.probability @ (uncertain.leaves_at[option] == gate))
            if chance > _LEAST_CHANCE:
                found.append(Leave(uncertain.problem.choices.names[option], name, chance))
    return tuple(found)
