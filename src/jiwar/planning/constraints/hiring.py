"""Nobody hires more people than the labour market gives.

``Σ_o hires[o,k,t] · choose[o] - relief[k,t] <= limit[k,t]`` for every pool k and period t, where relief are
posts that people freed at home take instead: ``Σ_{k of skill w} relief[k,t] <= Σ_{offered posts j of w}
filled[j,t]``. Rows that can never bind, whatever is chosen, are left out.
"""

from __future__ import annotations

import numpy as np

from jiwar.planning.constraints.workforce import most_filled
from jiwar.planning.entries import IntArray
from jiwar.planning.model import Model
from jiwar.planning.problem import Hiring, Problem, Workforce


def add_hiring(model: Model, problem: Problem) -> None:
    """Add the limits of the labour market by pool and period."""
    hiring, choices = problem.hiring, problem.choices
    if hiring is None:
        return
    shape = (len(hiring.pools), len(problem.periods))
    hires = hiring.hires.only(choices.allowed)
    tight = hires.most(choices.package, len(choices.packages), *shape) > hiring.limit_people
    rows = model.rows(
        "hiring",
        "hiring",
        hiring.pools,
        problem.periods,
        upper=hiring.limit_people,
        where=tight,
        limit=True,
    )
    model.add(rows[hires.key, hires.period], model.find("choose")[hires.option], hires.amount)
    if problem.workforce is not None:
        add_relief(model, problem, hiring, problem.workforce, rows)


def add_relief(model: Model, problem: Problem, hiring: Hiring, workforce: Workforce, rows: IntArray) -> None:
    """Let freed people who take posts at home relieve the pools of their skill."""
    possible = (rows >= 0) & (hiring.skill >= 0)[:, None]
    posts = np.flatnonzero(workforce.posts.offered)
    most = np.zeros((len(workforce.skills), len(problem.periods)))
    np.add.at(most, workforce.posts.skill[posts], most_filled(problem, workforce)[posts])
    upper = np.where(possible, most[hiring.skill], 0.0)
    relief = model.columns("relief", hiring.pools, problem.periods, upper=upper, where=possible)
    model.add(rows, relief, -1.0)
    reached = np.zeros((len(workforce.skills), len(problem.periods)), dtype=bool)
    pool, period = np.nonzero(possible)
    reached[hiring.skill[pool], period] = True
    shared = model.rows("hiring", "relief", workforce.skills, problem.periods, upper=0.0, where=reached)
    model.add(shared[hiring.skill[pool], period], relief[pool, period])
    model.add(shared[workforce.posts.skill[posts]], model.find("filled")[posts], -1.0)
