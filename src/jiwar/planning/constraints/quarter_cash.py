"""Extra cash against staying never exceeds a limit in any single period.

``Σ_o extra_cash[o,t] · choose[o] + spending[t] <= limit`` for every period t, where spending is what shared decisions
cost in it: units, people without work, redundancies. Talk does not count: its hours are time of people who are paid
anyway.
"""

from __future__ import annotations

from jiwar.planning.model import Model
from jiwar.planning.problem import Problem

NOT_CASH = "coordination"


def add_quarter_cash(model: Model, problem: Problem) -> None:
    """Add the limit of each period; it reads the spending of all families before it, so it comes after them."""
    cash = problem.quarter_cash
    if cash is None:
        return
    rows = model.rows("quarter_cash", "quarter_cash", problem.periods, upper=cash.limit_eur, limit=True)
    model.add(rows, model.find("choose")[:, None], cash.extra_cash_eur)
    for spending in tuple(model.spending):
        if spending.line != NOT_CASH:
            model.add(rows[spending.period], spending.column, spending.amount_eur)
