"""The whole formulation of a problem: every family of constraints in turn."""

from __future__ import annotations

from jiwar.planning.constraints import FAMILIES
from jiwar.planning.model import Model, Program
from jiwar.planning.problem import Problem


def formulate(problem: Problem) -> Program:
    """Return the mixed-integer program whose optimum is the cheapest plan of the problem."""
    model = Model(problem.discount)
    for add_family in FAMILIES.values():
        add_family(model, problem)
    return model.freeze()
