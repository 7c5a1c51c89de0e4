"""What follows from a choice: units, people at home and the exact cost in every scenario.

Options are fixed, everything else is the best that fits them; cuts at that very choice make the recourse exact.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.highs import Ending, minimise
from jiwar.planning.measures import talk_spending
from jiwar.planning.model import Program
from jiwar.planning.searching.cuts import Cut, budget_cut, scenario_totals, violated, weights_of
from jiwar.planning.searching.firststage import FirstStage
from jiwar.planning.searching.relaxation import Answer, Relaxation
from jiwar.planning.searching.talks import chosen_cost
from jiwar.planning.tails import worst_mean

_ROUNDS = 6
"""Cuts at one choice are exact after the first round but for what people at home do; then few more are needed."""

_WHOLE = 1e-6

_MONEY = 1e-6
"""Share of the budget by which rounding may exceed it."""

_SECONDS = 30.0
"""Time for a choice whose consequences are not whole by themselves."""


@dataclass(frozen=True)
class Complete:
    """A whole plan as values of columns, its exact cost, and the answer that priced it."""

    values: FloatArray
    objective_eur: float
    answer: Answer | None


def settled(stage: FirstStage, values: FloatArray) -> FloatArray:
    """Return the values of a whole plan with talk, people short and the worst tail as they exactly are."""
    exact = values.copy()
    weight = weights_of(stage, values)
    exact[stage.talk_cost] = list(chosen_cost(stage.pairs, weight))
    if stage.shortages is not None and stage.problem.hiring is not None:
        shape = stage.load.shape
        asked = stage.problem.hiring.hires.total(weight, *shape)
        relief = np.where(stage.relief >= 0, values[stage.relief], 0.0)
        pool, period = np.nonzero(stage.load >= 0)
        load = np.maximum(asked - relief, 0.0)[pool, period]
        exact[stage.load[pool, period]] = load
        exact[stage.short[pool, period]] = stage.shortages.expected_eur(pool, period, load)
    if stage.worst >= 0:
        uncertain = stage.uncertain
        total = scenario_totals(stage, exact)
        exact[stage.worst] = worst_mean(total, uncertain.probability, uncertain.tail)
    return exact


def complete_choice(
    stage: FirstStage, program: Program, relaxation: Relaxation, options: IntArray, end: float
) -> tuple[Complete | None, list[Cut]]:
    """Return the best plan with some options chosen, None when there is none, and the cuts found on the way."""
    lower, upper = program.lower.copy(), program.upper.copy()
    columns = stage.choose[stage.choose >= 0]
    upper[columns] = 0.0
    lower[stage.choose[options]] = upper[stage.choose[options]] = 1.0
    found: list[Cut] = []
    best: Complete | None = None
    for _ in range(_ROUNDS):
        answer = relaxation.solve(lower, upper, end)
        if answer.values is None:
            return (best if answer.bound_eur < np.inf else None), found
        values = _whole(program, relaxation, answer.values, (lower, upper))
        if values is None:
            return None, found
        over = _over_budget(stage, values)
        exact = settled(stage, values)
        if not over:
            cost = float(program.cost @ exact)
            if best is None or cost < best.objective_eur:
                best = Complete(exact, cost, answer)
        cuts = violated(stage, answer.values, answer.bound_eur)
        cuts += [cut for cut in (budget_cut(stage, answer.values, at) for at in over) if cut is not None]
        if not cuts:
            break
        relaxation.add(cuts)
        found += cuts
    return best, found


def _whole(
    program: Program, relaxation: Relaxation, values: FloatArray, bounds: tuple[FloatArray, FloatArray]
) -> FloatArray | None:
    """Return values in which all columns that must be whole are so, None when there are none."""
    whole = values[program.integer]
    if np.all(np.abs(whole - np.round(whole)) < _WHOLE):
        clean = values.copy()
        clean[program.integer] = np.round(whole)
        return clean
    fixed = dataclasses.replace(program, lower=bounds[0], upper=bounds[1])
    found = minimise(with_cuts(fixed, relaxation.cuts), gap=1e-6, seconds=_SECONDS)
    if found.ending is Ending.INTERRUPTED:
        raise KeyboardInterrupt
    return found.values


def _over_budget(stage: FirstStage, values: FloatArray) -> list[int]:
    """Return the periods in which cash exceeds the budget once talk is counted."""
    problem, program = stage.problem, stage.program
    budget, talk = problem.budget, problem.communication
    rows = next((block.index for block in program.row_blocks if block.name == "budget"), None)
    if budget is None or talk is None or rows is None:
        return []
    chosen = tuple(int(option) for option in np.flatnonzero(weights_of(stage, values) > 0.5))
    cash = np.cumsum(talk_spending(problem, talk, chosen))
    for period, row in enumerate(rows):
        place = slice(program.starts[row], program.starts[row + 1])
        cash[period] += program.values[place] @ values[program.columns[place]]
    over = cash > budget.limit_eur + _MONEY * (1.0 + abs(budget.limit_eur))
    return [int(period) for period in np.flatnonzero(over)]


def with_cuts(program: Program, cuts: Sequence[Cut]) -> Program:
    """Return a program with cuts as further rows."""
    if not cuts:
        return program
    sizes = np.array([len(cut.columns) for cut in cuts])
    return dataclasses.replace(
        program,
        row_lower=np.concatenate([program.row_lower, [cut.least for cut in cuts]]),
        row_upper=np.concatenate([program.row_upper, np.full(len(cuts), np.inf)]),
        starts=np.concatenate([program.starts, program.starts[-1] + np.cumsum(sizes)]),
        columns=np.concatenate([program.columns, *(cut.columns for cut in cuts)]),
        values=np.concatenate([program.values, *(cut.amounts for cut in cuts)]),
    )
