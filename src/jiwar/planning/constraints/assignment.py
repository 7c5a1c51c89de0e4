"""Each package is done in exactly one way.

``Σ_{o of package p} choose[o] = 1`` for every package p; ``choose[o] ∈ {0, 1}``, only for allowed options.
"""

from __future__ import annotations

from jiwar.planning.model import Model
from jiwar.planning.problem import Problem


def add_assignment(model: Model, problem: Problem) -> None:
    """Add the choice of one option per package, and what the options cost on their own."""
    choices = problem.choices
    choose = model.columns("choose", choices.names, upper=1.0, integer=True, where=choices.allowed)
    model.price(choose, choices.cost_eur)
    once = model.rows("assignment", "once", choices.packages, lower=1.0, upper=1.0)
    model.add(once[choices.package], choose)
