"""A first plan by diving: decide the clearest packages, relax again, until every package is decided."""

from __future__ import annotations

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.model import Program
from jiwar.planning.searching.cuts import Cut, violated, weights_of
from jiwar.planning.searching.firststage import FirstStage
from jiwar.planning.searching.relaxation import Answer, Relaxation

_CLEAR = 0.8
"""A package whose best option has this weight is decided at once."""

_AT_ONCE = 12
"""Where no package is clear, one in so many is decided at a time."""

_WHOLE = 1.0 - 1e-6

_CUT_EVERY = 2
"""Steps between rounds of cuts."""

_STEPS_PER_PACKAGE = 2
"""Relaxations that a dive may take, per package: some decisions are taken back."""


def dive(
    stage: FirstStage, program: Program, relaxation: Relaxation, start: Answer, end: float
) -> tuple[IntArray | None, list[Cut]]:
    """Return one option per package, None when the dive ends in a dead end, and the cuts found on the way."""
    package = stage.problem.choices.package
    packages = len(stage.problem.choices.packages)
    upper, values = program.upper.copy(), start.values
    found: list[Cut] = []
    for step in range(_STEPS_PER_PACKAGE * packages):
        assert values is not None  # noqa: S101 - dead ends leave the loop
        weight = weights_of(stage, values)
        best = _best(weight, package, packages)
        undecided = np.flatnonzero(weight[best] < _WHOLE)
        if len(undecided) == 0:
            return best, found
        order = undecided[np.argsort(-weight[best[undecided]], kind="stable")]
        clear = order[weight[best[order]] >= _CLEAR]
        decided = clear if len(clear) else order[: 1 + packages // _AT_ONCE]
        before = upper.copy()
        _decide(stage, upper, best[decided])
        answer = relaxation.solve(program.lower, upper, end)
        if answer.values is None:
            if not answer.finished:
                return None, found
            upper = before  # the clearest decision leads nowhere: never again
            upper[stage.choose[best[decided[0]]]] = 0.0
            answer = relaxation.solve(program.lower, upper, end)
            if answer.values is None:
                return None, found
        if step % _CUT_EVERY == 0:
            cuts = violated(stage, answer.values, answer.bound_eur)
            relaxation.add(cuts)
            found += cuts
        values = answer.values
    return None, found


def _best(weight: FloatArray, package: IntArray, packages: int) -> IntArray:
    """Return the option with the highest weight of every package."""
    order = np.lexsort((-weight, package))
    first: IntArray = order[np.searchsorted(package[order], np.arange(packages))]
    return first


def _decide(stage: FirstStage, upper: FloatArray, options: IntArray) -> None:
    """Close all other options of the packages of some options."""
    package = stage.problem.choices.package
    others = np.isin(package, package[options]) & (stage.choose >= 0)
    others[options] = False
    upper[stage.choose[others]] = 0.0
