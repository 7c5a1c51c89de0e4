"""Asks each scenario for the first stage it would choose itself under given multipliers."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import numpy as np

from jiwar.staged.extensive import extensive_form, joint_model
from jiwar.staged.highs import load, run, solve_once
from jiwar.staged.program import FloatArray, TwoStageProgram
from jiwar.staged.workers import is_halted

_PRECISION = 1e-7
_LARGEST_LINEAR = 2_000_000
"""An extensive form with more entries than this is not solved to get first multipliers."""


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """Lower bounds (scenarios,), chosen first stages (scenarios, columns) and their costs without the prices.

    First stage and cost are NaN where none was found in time.
    """

    bound: FloatArray
    x: FloatArray
    cost: FloatArray


def ask_scenarios(
    program: TwoStageProgram,
    limits: tuple[FloatArray, FloatArray],
    prices: FloatArray,
    seconds: float,
    name: str,
) -> Answers:
    """Minimise ``(c + prices[s]).x + q.y`` over each scenario within limits on x; the unit of work of an executor."""
    until = time.monotonic() + seconds
    columns = program.first.columns
    bound = np.full(program.scenarios, -np.inf)
    x = np.full((program.scenarios, columns), np.nan)
    cost = np.full(program.scenarios, np.nan)
    for index in range(program.scenarios):
        if is_halted(name):
            break
        model = joint_model(program, program.scenario(index))
        priced = replace(
            model,
            cost=model.cost + np.concatenate([prices[index], np.zeros(model.cost.size - columns)]),
            lower=np.concatenate([limits[0], model.lower[columns:]]),
            upper=np.concatenate([limits[1], model.upper[columns:]]),
        )
        left = max(0.0, until - time.monotonic())
        answer = run(load(priced, time_limit=left, mip_rel_gap=_PRECISION, mip_abs_gap=_PRECISION))
        bound[index] = answer.bound
        if answer.found:
            point = answer.point[:columns]
            x[index] = np.where(program.first.integer, np.round(point), point)
            cost[index] = answer.objective - prices[index] @ point
    return Answers(bound, x, cost)


def first_prices(program: TwoStageProgram) -> FloatArray:
    """Return multipliers that give at least the bound of the linear relaxation, or zeros when it is too large.

    From the row prices p_s of the linear extensive form: a scenario's recourse falls by ``T'p_s`` per unit of x;
    each multiplier takes the scenario's own slope back to the mean slope.
    """
    columns, rows = program.first.columns, program.second.rows
    nothing = np.zeros((program.scenarios, columns))
    size = program.scenarios * (program.second.matrix.nnz + program.technology.nnz)
    if size > _LARGEST_LINEAR:
        return nothing
    answer = solve_once(extensive_form(program).relaxed())
    if not answer.found:
        return nothing
    duals = answer.row_duals[program.first.rows :].reshape(program.scenarios, rows)
    weights = program.probability
    slopes = np.stack(
        [-(program.scenario(s).technology.T @ duals[s]) / weights[s] for s in range(program.scenarios)]
    )
    return np.asarray(weights @ slopes - slopes)
