"""A plan in which no single package could be done better.

A search that ends within a gap may leave a package in a way that is plainly worse than another. Package by
package, all others staying as they are, the best way is looked for until nothing changes; whatever follows
from the choice (units, people without work) is the best that can follow.
"""

from __future__ import annotations

import dataclasses
import time

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.highs import Ending, Outcome, complete, minimise
from jiwar.planning.model import Program

_LEAST_GAIN = 1e-7
"""Share of the cost below which a better way counts as equally good."""

_PREFERENCE_EUR = 0.01
"""Of equally good ways the one listed first is taken: each later one is made this much dearer in the search."""

_SECONDS_TO_FIT = 30.0
"""Time for what follows from a choice; it is a small program and normally takes milliseconds."""


def polish(
    program: Program, columns: IntArray, groups: IntArray, outcome: Outcome, seconds: float
) -> Outcome:
    """Return the outcome with the best way for every single package, and everything else made to fit it.

    Parameters
    ----------
    program
        The whole program.
    columns, groups
        Its columns of options, and the package of each.
    outcome
        A search that found values; its bound, ending and time stay.
    seconds
        Time for all packages together; at least the rest is made to fit the choice.
    """
    if outcome.values is None:
        return outcome
    end = time.monotonic() + seconds
    best = _fitted(program, columns, outcome)
    tried = 0
    packages = np.unique(groups)
    place = 0
    while tried < len(packages) and time.monotonic() < end:
        own = columns[groups == packages[place]]
        better = _one_package(program, columns, own, best, end)
        best, tried = (better, 1) if _is_better(better, best, own) else (best, tried + 1)
        place = (place + 1) % len(packages)
    return dataclasses.replace(
        outcome,
        values=best.values,
        objective_eur=best.objective_eur,
        bound_eur=min(outcome.bound_eur, best.objective_eur),
    )


def _there(values: FloatArray | None) -> FloatArray:
    if values is None:  # pragma: no cover - only outcomes with values come here
        message = "there is no plan to improve"
        raise ValueError(message)
    return values


def _chosen(values: FloatArray | None, columns: IntArray) -> FloatArray:
    chosen: FloatArray = np.round(_there(values)[columns])
    return chosen


def _fitted(program: Program, columns: IntArray, outcome: Outcome) -> Outcome:
    """Fix the choice and let everything else be exactly the best that follows from it."""
    clean = complete(program, columns, _chosen(outcome.values, columns), _SECONDS_TO_FIT)
    return outcome if clean.values is None else clean


def _one_package(program: Program, columns: IntArray, own: IntArray, best: Outcome, end: float) -> Outcome:
    """Search for the best way of one package while the options of all others stay."""
    lower, upper, cost = program.lower.copy(), program.upper.copy(), program.cost.copy()
    others = np.setdiff1d(columns, own)
    lower[others] = upper[others] = _chosen(best.values, others)
    cost[own] += _PREFERENCE_EUR * np.arange(len(own))
    free = dataclasses.replace(program, lower=lower, upper=upper, cost=cost)
    found = minimise(free, gap=0.0, seconds=max(0.0, end - time.monotonic()), start=best.values)
    if found.values is None or found.ending is not Ending.OPTIMAL:
        return best
    fitted = _fitted(program, columns, found)
    return dataclasses.replace(fitted, objective_eur=float(program.cost @ _there(fitted.values)))


def _is_better(new: Outcome, old: Outcome, own: IntArray) -> bool:
    """Say whether one plan is cheaper than another, or as cheap with an option listed earlier."""
    gain = old.objective_eur - new.objective_eur
    least = _LEAST_GAIN * (1.0 + abs(old.objective_eur))
    earlier = _chosen(new.values, own).argmax() < _chosen(old.values, own).argmax()
    return bool(gain > least or (earlier and gain >= -least))
