"""Enough people of each role stay at home at any time.

``Σ_o at_home[o,r,t] · choose[o] >= least[r]`` for every role r and period t.
"""

from __future__ import annotations

from jiwar.planning.model import Model
from jiwar.planning.problem import Problem


def add_core_team(model: Model, problem: Problem) -> None:
    """Add the people who must stay at home."""
    core = problem.core_team
    if core is None:
        return
    rows = model.rows(
        "core_team", "core_team", core.roles, problem.periods, lower=core.least_people[:, None], limit=True
    )
    at_home = core.at_home.only(problem.choices.allowed)
    model.add(rows[at_home.key, at_home.period], model.find("choose")[at_home.option], at_home.amount)
