"""A package starts to move only when another one has moved.

``Σ_{o of waiting p: start[o] <= τ} choose[o] <= Σ_{o of q: moved[o] <= τ} choose[o]`` for every time τ at
which an option of p starts; options that stay never start and never have moved.
"""

from __future__ import annotations

import numpy as np

from jiwar.planning.model import Model
from jiwar.planning.problem import NEVER, Problem


def add_precedence(model: Model, problem: Problem) -> None:
    """Add the order between packages."""
    order, choices = problem.precedence, problem.choices
    if order is None:
        return
    choose = model.find("choose")
    for waiting, first in order.pairs:
        own = np.flatnonzero(choices.allowed & (choices.package == waiting) & (order.start < NEVER))
        other = np.flatnonzero(choices.allowed & (choices.package == first))
        times = np.unique(order.start[own])
        label = f"{choices.packages[waiting]} after {choices.packages[first]}"
        rows = model.rows(
            "precedence", "precedence", [label], [str(time) for time in times], upper=0.0, limit=True
        )[0]
        model.add(rows, choose[own][:, None], order.start[own][:, None] <= times)
        model.add(rows, choose[other][:, None], -1.0 * (order.moved[other][:, None] <= times))
