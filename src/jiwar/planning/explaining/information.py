"""What knowing the future would be worth, and what planning for all scenarios is worth; for plans without risk weight.

The plan under uncertainty lies between two others: ``wait and see <= recourse <= plan for the mean``. The first
distance is the expected value of perfect information, the second the value of the stochastic solution.
"""

from __future__ import annotations

import dataclasses
import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.highs import Ending
from jiwar.planning.plan import Knowledge, Plan
from jiwar.planning.searching.completion import complete_choice
from jiwar.planning.searching.cuts import scenario_totals, worst_cut
from jiwar.planning.searching.deciding import search_first_stage
from jiwar.planning.searching.firststage import expected, first_stage
from jiwar.planning.searching.relaxation import Relaxation
from jiwar.planning.uncertain import UncertainProblem
from jiwar.planning.uncertain_plan import solve_uncertain

LOOKED_AT = 20
"""Scenarios in which somebody who knows them decides; all of them would take longer than the plan itself."""

_GAP = 0.01
_ROUGHLY = 1.0
"""Gap for single scenarios: only their bound is asked for, which is best after the first relaxation already."""

_SECONDS = 600.0
"""Time for the single searches and completions behind these figures."""


def single(uncertain: UncertainProblem, scenario: int) -> UncertainProblem:
    """Return the problem of somebody who knows that one scenario comes."""
    at = [scenario]
    shortage = uncertain.shortage
    if shortage is not None:
        shortage = dataclasses.replace(shortage, market=shortage.market[:, at], need=shortage.need[:, at])
    return dataclasses.replace(
        uncertain,
        probability=np.ones(1),
        cost_eur=uncertain.cost_eur[:, at],
        shortage=shortage,
        prices={line: price[at] for line, price in uncertain.prices.items()},
        risk_weight=0.0,
        leaves_at=None,
        grows_at=None,
    )


def mean_problem(uncertain: UncertainProblem) -> UncertainProblem:
    """Return the problem of somebody who plans for the mean of all scenarios as if it were certain."""
    probability, shortage = uncertain.probability, uncertain.shortage
    if shortage is not None:
        shortage = dataclasses.replace(
            shortage,
            market=(shortage.market @ probability)[:, None],
            need=(shortage.need @ probability)[:, None],
        )
    return dataclasses.replace(
        uncertain,
        probability=np.ones(1),
        cost_eur=expected(uncertain.cost_eur, probability)[:, None],
        shortage=shortage,
        prices={line: np.array([price @ probability]) for line, price in uncertain.prices.items()},
        risk_weight=0.0,
        leaves_at=None,
        grows_at=None,
    )


def wait_and_see(uncertain: UncertainProblem, *, gap: float = 1e-6) -> FloatArray:
    """Return the least cost of every scenario if it were known before anything is chosen, shape (S,)."""
    found = np.empty(uncertain.scenarios)
    for scenario in range(uncertain.scenarios):
        stage = first_stage(single(uncertain, scenario))
        found[scenario] = search_first_stage(stage, gap=gap, seconds=_SECONDS).outcome.objective_eur
    return found


def cost_of_choice(uncertain: UncertainProblem, chosen: tuple[int, ...]) -> FloatArray:
    """Return what a choice costs in every scenario, the rest being the best that follows; inf if nothing does."""
    stage = first_stage(uncertain)
    program = stage.program
    relaxation = Relaxation(program, np.asarray((program.lower != 0) | (program.upper != 0)))
    if stage.worst >= 0:
        relaxation.add([worst_cut(stage, np.zeros(len(program.cost)), uncertain.probability)])
    end = time.monotonic() + _SECONDS
    plan, _ = complete_choice(stage, program, relaxation, np.array(chosen), end)
    return np.full(uncertain.scenarios, np.inf) if plan is None else scenario_totals(stage, plan.values)


def expected_value_plan(uncertain: UncertainProblem, *, gap: float = 1e-6) -> tuple[Plan, FloatArray]:
    """Return the plan for the mean, and what it costs in every scenario, shape (S,)."""
    plan = solve_uncertain(mean_problem(uncertain), gap=gap, seconds=_SECONDS)
    neutral = dataclasses.replace(uncertain, risk_weight=0.0)
    return plan, cost_of_choice(neutral, plan.chosen)


@dataclass(frozen=True, slots=True)
class Looked:
    """Scenarios that were looked at, evenly spaced, and what no plan of somebody who knows each one undercuts."""

    at: IntArray  # (N,)
    bound_eur: FloatArray  # (N,)
    probability: FloatArray  # (N,) among them
    all: bool

    def gain(self, cost_by_scenario_eur: FloatArray) -> tuple[float, float]:
        """Return what a plan costs more in the mean, at most, and the standard error of that."""
        gained = cost_by_scenario_eur[self.at] - self.bound_eur
        mean = float(self.probability @ gained)
        if self.all or not np.isfinite(mean):
            return mean, 0.0
        return mean, float(np.sqrt(self.probability @ (gained - mean) ** 2) / np.sqrt(len(self.at)))


def look_ahead(uncertain: UncertainProblem, scenarios: int, *, seconds: float = 30.0) -> Looked:
    """Bound the cost of somebody who knows the scenario, in at most so many scenarios, on all processors."""
    step = max(-(-uncertain.scenarios // scenarios), 1)
    seen = np.arange(0, uncertain.scenarios, step)
    with ThreadPoolExecutor(min(os.cpu_count() or 1, len(seen))) as threads:
        bounds = list(threads.map(partial(_bound_when_known, uncertain, seconds), seen))
    weight = uncertain.probability[seen] / uncertain.probability[seen].sum()
    return Looked(seen, np.array(bounds), weight, step == 1)


def _bound_when_known(uncertain: UncertainProblem, seconds: float, scenario: int) -> float:
    """Return a cost that no plan undercuts in a scenario; inf where there is no plan."""
    choices = uncertain.problem.choices
    if len(np.unique(choices.package[choices.allowed])) < len(choices.packages):
        return np.inf
    stage = first_stage(single(uncertain, scenario))
    found = search_first_stage(stage, gap=_ROUGHLY, seconds=seconds).outcome
    closed = found.values is None and found.ending in {Ending.OPTIMAL, Ending.INFEASIBLE}
    return np.inf if closed else float(found.bound_eur)


def with_staying(uncertain: UncertainProblem, plan: Plan, staying: tuple[int, ...]) -> Plan:
    """Return a plan under uncertainty that says what staying costs in each scenario, unless limits rule it out."""
    if plan.uncertainty is None:
        return plan
    costs = cost_of_choice(dataclasses.replace(uncertain, risk_weight=0.0), staying)
    told = costs if np.isfinite(costs).all() else None
    return dataclasses.replace(
        plan, uncertainty=dataclasses.replace(plan.uncertainty, staying_by_scenario_eur=told)
    )


def with_knowledge(uncertain: UncertainProblem, plan: Plan) -> Plan:
    """Return a plan under uncertainty that says what knowing the future, and planning for all futures, is worth."""
    if plan.uncertainty is None:
        return plan
    neutral = dataclasses.replace(uncertain, risk_weight=0.0)
    most, error = (looked := look_ahead(neutral, LOOKED_AT)).gain(plan.uncertainty.cost_by_scenario_eur)
    _, costs = expected_value_plan(neutral, gap=_GAP)
    extra = float(uncertain.probability @ costs) - plan.uncertainty.expected_eur
    found = Knowledge(most, error, len(looked.at), extra if np.isfinite(extra) else None)
    return dataclasses.replace(plan, uncertainty=dataclasses.replace(plan.uncertainty, knowledge=found))


def evpi(uncertain: UncertainProblem, plan: Plan, *, gap: float = 1e-6) -> float:
    """Return the expected value of perfect information in EUR: the plan's mean cost less that of knowing."""
    assert plan.uncertainty is not None  # noqa: S101 - only plans under uncertainty are asked
    return plan.uncertainty.expected_eur - float(uncertain.probability @ wait_and_see(uncertain, gap=gap))


def vss(uncertain: UncertainProblem, plan: Plan, *, gap: float = 1e-6) -> float:
    """Return the value of the stochastic solution in EUR: what the plan for the mean costs more."""
    assert plan.uncertainty is not None  # noqa: S101 - only plans under uncertainty are asked
    _, costs = expected_value_plan(uncertain, gap=gap)
    return float(uncertain.probability @ costs) - plan.uncertainty.expected_eur
