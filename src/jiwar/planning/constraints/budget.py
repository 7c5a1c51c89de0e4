"""Cumulated extra cash against staying never exceeds the budget.

``Σ_{τ <= t} ( Σ_o extra_cash[o,τ] · choose[o] + spending[τ] ) <= limit`` for every period t, where spending
is what shared decisions cost: units, people without work, redundancies, talk.
"""

from __future__ import annotations

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.model import Model
from jiwar.planning.problem import Problem


def add_budget(model: Model, problem: Problem) -> None:
    """Add the budget; it reads the spending of all families before it, so it comes after them."""
    budget = problem.budget
    if budget is None:
        return
    rows = model.rows("budget", "budget", problem.periods, upper=budget.limit_eur, limit=True)
    model.add(rows, model.find("choose")[:, None], budget.extra_cash_eur.cumsum(axis=1))
    for spending in tuple(model.spending):
        _add_cumulated(model, rows, spending.column, spending.period, spending.amount_eur)


def _add_cumulated(
    model: Model, rows: IntArray, column: IntArray, period: IntArray, amount_eur: FloatArray
) -> None:
    """Add amounts to the rows of their own period and of all later ones."""
    columns, place = np.unique(column, return_inverse=True)
    by_period = np.zeros((len(columns), len(rows)))
    np.add.at(by_period, (place, period), amount_eur)
    model.add(rows, columns[:, None], by_period.cumsum(axis=1))
