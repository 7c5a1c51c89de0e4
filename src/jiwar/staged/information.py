"""What knowing the future would be worth, and what planning on the mean costs: EVPI and VSS."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.staged.check import expected_cost
from jiwar.staged.extensive import extensive_form
from jiwar.staged.highs import solve_once
from jiwar.staged.program import FloatArray, TwoStageProgram
from jiwar.staged.solve import solve


@dataclass(frozen=True, slots=True, eq=False)
class WaitAndSee:
    """The expected cost when every scenario is known before the first stage, and each scenario's own optimum."""

    expected: float
    values: FloatArray
    x: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class MeanPlan:
    """The first stage that is best for the mean scenario, and its expected cost over the true scenarios."""

    x: FloatArray
    mean_value: float
    expected: float


def wait_and_see(program: TwoStageProgram, *, gap: float = 1e-6) -> WaitAndSee:
    """Solve every scenario alone; the values are proven lower bounds within the gap."""
    values, stages = [], []
    for index in range(program.scenarios):
        answer = solve_once(extensive_form(program.only([index])), mip_rel_gap=gap, mip_abs_gap=1e-9)
        values.append(answer.bound)
        stages.append(answer.point[: program.first.columns])
    each = np.array(values)
    return WaitAndSee(float(program.probability @ each), each, np.array(stages))


def expected_value_plan(program: TwoStageProgram, *, gap: float = 1e-6) -> MeanPlan:
    """Plan on the mean of all uncertain data, then pay what the scenarios really cost (inf if one cannot be met).

    Integer columns stay integer; a mean right-hand side may be fractional.
    """
    mean = program.mean_program()
    answer = solve_once(extensive_form(mean), mip_rel_gap=gap, mip_abs_gap=1e-9)
    if not answer.found:
        return MeanPlan(np.zeros(0), np.inf, np.inf)
    point = answer.point[: program.first.columns]
    x = np.where(program.first.integer, np.round(point), point)
    return MeanPlan(x, answer.objective, expected_cost(program, x))


def evpi(program: TwoStageProgram, *, gap: float = 1e-6, seconds: float = 120.0) -> float:
    """Return the expected value of perfect information: recourse optimum minus wait-and-see value."""
    return solve(program, gap=gap, seconds=seconds).objective - wait_and_see(program, gap=gap).expected


def vss(program: TwoStageProgram, *, gap: float = 1e-6, seconds: float = 120.0) -> float:
    """Return the value of the stochastic solution: cost of the mean's plan minus recourse optimum."""
    return expected_value_plan(program, gap=gap).expected - solve(program, gap=gap, seconds=seconds).objective
