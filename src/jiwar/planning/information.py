"""What knowing the future would be worth, and what planning for all scenarios is worth; for plans without risk weight.

The plan under uncertainty lies between two others: ``wait and see <= recourse <= plan for the mean``. The first
distance is the expected value of perfect information, the second the value of the stochastic solution.
"""

from __future__ import annotations

import dataclasses
import time

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.completion import complete_choice
from jiwar.planning.cuts import scenario_totals, worst_cut
from jiwar.planning.deciding import search_first_stage
from jiwar.planning.firststage import expected, first_stage
from jiwar.planning.plan import Plan
from jiwar.planning.relaxation import Relaxation
from jiwar.planning.uncertain import UncertainProblem
from jiwar.planning.uncertain_plan import solve_uncertain

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


def evpi(uncertain: UncertainProblem, plan: Plan, *, gap: float = 1e-6) -> float:
    """Return the expected value of perfect information in EUR: the plan's mean cost less that of knowing."""
    assert plan.uncertainty is not None  # noqa: S101 - only plans under uncertainty are asked
    return plan.uncertainty.expected_eur - float(uncertain.probability @ wait_and_see(uncertain, gap=gap))


def vss(uncertain: UncertainProblem, plan: Plan, *, gap: float = 1e-6) -> float:
    """Return the value of the stochastic solution in EUR: what the plan for the mean costs more."""
    assert plan.uncertainty is not None  # noqa: S101 - only plans under uncertainty are asked
    _, costs = expected_value_plan(uncertain, gap=gap)
    return float(uncertain.probability @ costs) - plan.uncertainty.expected_eur
