"""Packages that talk cost more the further apart their people are.

The cost of a pair depends on the locations of both packages, a product of two choices. Both sides are linked
by a small transport problem per pair (p, q) and stretch of periods e in which no option changes its location:

- ``Σ_j talk[i,j] = Σ_{o of p located at i} choose[o]`` for every location i that p can have,
- ``Σ_i talk[i,j] = Σ_{o of q located at j} choose[o]`` for every location j that q can have,
- cost ``Σ_{t in e} volume[t] · cost[i,j,t] · talk[i,j]``, ``talk >= 0``.

With one option chosen per package the only solution is ``talk = 1`` at the two locations chosen, so the cost
is exact. Where one side has a single location, or distance makes no difference, no link is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.model import Model
from jiwar.planning.problem import Communication, Problem


@dataclass(frozen=True, slots=True)
class _Side:
    """One package of a pair during a stretch: its options and the locations they can be at."""

    options: IntArray
    locations: IntArray  # sorted, those that occur
    place: IntArray  # position in locations of each option


def add_communication(model: Model, problem: Problem) -> None:
    """Add the cost of talk between packages."""
    talk = problem.communication
    if talk is None:
        return
    for number, (first, second) in enumerate(talk.pairs):
        options = [
            np.flatnonzero(problem.choices.allowed & (problem.choices.package == package))
            for package in (first, second)
        ]
        if min(len(side) for side in options) == 0 or not talk.volume[number].any():
            continue
        label = f"{problem.choices.packages[first]}/{problem.choices.packages[second]}"
        for periods in _stretches(talk.location[np.concatenate(options)]):
            sides = [_side(talk, side, int(periods[0])) for side in options]
            cost = talk.cost_eur_per_unit[np.ix_(sides[0].locations, sides[1].locations, periods)]
            _add_pair(
                model, problem, label, (sides[0], sides[1]), periods, cost * talk.volume[number, periods]
            )


def _stretches(location: IntArray) -> Iterator[IntArray]:
    """Split the periods where any of the options changes its location."""
    changes = 1 + np.flatnonzero((location[:, 1:] != location[:, :-1]).any(axis=0))
    yield from np.split(np.arange(location.shape[1]), changes)


def _side(talk: Communication, options: IntArray, period: int) -> _Side:
    locations, place = np.unique(talk.location[options, period], return_inverse=True)
    return _Side(options, locations, place)


def _add_pair(
    model: Model,
    problem: Problem,
    label: str,
    sides: tuple[_Side, _Side],
    periods: IntArray,
    cost_eur: FloatArray,
) -> None:
    """Add one pair over one stretch; ``cost_eur`` has the shape (locations, locations, periods)."""
    for own, cost in ((sides[0], cost_eur), (sides[1], cost_eur.swapaxes(0, 1))):
        if (cost == cost[:, :1]).all():  # where the other side is makes no difference
            columns = model.find("choose")[own.options]
            model.spend("coordination", columns[:, None], periods, cost[own.place, 0])
            return
    _add_transport(model, problem, label, sides, periods, cost_eur)


def _add_transport(
    model: Model,
    problem: Problem,
    label: str,
    sides: tuple[_Side, _Side],
    periods: IntArray,
    cost_eur: FloatArray,
) -> None:
    locations = problem.communication.locations if problem.communication is not None else ()
    names = [[locations[at] for at in side.locations] for side in sides]
    when = problem.periods[int(periods[0])]
    flow = model.columns("talk", [label], [when], *names)[0, 0]
    model.spend("coordination", flow[:, :, None], periods, cost_eur)
    for number, (side, axis_names) in enumerate(zip(sides, names, strict=True)):
        name = ("talk_from", "talk_to")[number]
        rows = model.rows("communication", name, [label], [when], axis_names, lower=0.0, upper=0.0)[0, 0]
        model.add(rows[:, None] if number == 0 else rows, flow)
        model.add(rows[side.place], model.find("choose")[side.options], -1.0)
