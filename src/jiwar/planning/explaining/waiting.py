"""What it would be worth to decide at the first gate, knowing more, instead of now.

Let V be the expected cost of the plan, and W that of the best rule that starts nothing before the gate and decides
there on what shows then. The value of waiting is V - W. Two numbers enclose it:

- at least V less the cost of the best plan that starts nothing before the gate and is fixed today: it learns nothing;
- at most V less the mean over scenarios of what the best plan that starts nothing before the gate costs to somebody
  who knows the scenario: more than shows at any gate.

The second mean asks for a bound in each scenario. It is taken over evenly spaced scenarios when there are many, and
then has a standard error; V is taken over the same ones, which cancels most of it. Both ends are for the mean; a
weight on the worst tail plays no part.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from jiwar.planning.conflict import PlanError
from jiwar.planning.explaining.explanation import forbid
from jiwar.planning.explaining.information import look_ahead
from jiwar.planning.plan import Plan, Waiting
from jiwar.planning.uncertain import UncertainProblem
from jiwar.planning.uncertain_plan import solve_uncertain

if TYPE_CHECKING:
    from jiwar.options import Options
    from jiwar.planning.problem import BoolArray

LOOKED_AT = 40
"""Scenarios in which somebody who knows them decides; more would take longer than the plan itself."""

_GAP = 0.01


def with_waiting(options: Options, uncertain: UncertainProblem, plan: Plan) -> Plan:
    """Return a plan under uncertainty that says what waiting for the first gate would be worth."""
    if plan.uncertainty is None or not uncertain.gates:
        return plan
    gate = uncertain.gates[0]
    month = next(m for m in range(options.horizon.months) if str(options.horizon.month(m)) == gate)
    worth = value_of_waiting(uncertain, plan, begins_before(options, month), gate)
    if not np.isfinite(worth.most_eur):  # nothing may start that late, and staying alone is no plan
        return plan
    return dataclasses.replace(plan, uncertainty=dataclasses.replace(plan.uncertainty, waiting=worth))


def begins_before(options: Options, month: int) -> BoolArray:
    """Mark the options that start before a month of the horizon."""
    starts = (option.start for option in options.items)
    return np.array([start is not None and options.horizon.index(start) < month for start in starts])


def value_of_waiting(
    uncertain: UncertainProblem, plan: Plan, early: BoolArray, gate: str, *, seconds: float = 30.0
) -> Waiting:
    """Return the least and the most that waiting for a gate can be worth.

    Parameters
    ----------
    uncertain
        The problem that the plan was chosen for.
    plan
        The plan that is decided now.
    early
        Marks the options that start before the gate, shape (O,).
    gate
        What the gate is called.
    seconds
        Time for each search of a plan that waits.
    """
    assert plan.uncertainty is not None  # noqa: S101 - only plans under uncertainty are asked
    later = forbid(uncertain.problem, early)
    waits = dataclasses.replace(uncertain, problem=later, risk_weight=0.0)
    try:
        fixed = solve_uncertain(waits, gap=_GAP, seconds=seconds).uncertainty
    except PlanError:
        fixed = None
    looked = look_ahead(waits, LOOKED_AT, seconds=seconds)
    most, error = looked.gain(plan.uncertainty.cost_by_scenario_eur)
    return Waiting(
        gate=gate,
        least_eur=None if fixed is None else plan.uncertainty.expected_eur - fixed.expected_eur,
        most_eur=most,
        error_eur=error,
        scenarios=len(looked.at),
    )
