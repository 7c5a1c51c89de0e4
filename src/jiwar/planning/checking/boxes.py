"""Least and most values of every column of a statement, so that a bound by prices is safe against rounding.

A linear program may leave columns without an end. Where prices are off by a rounding error such a column would
make the bound worthless, so every column gets an end that all plans keep which matter: those that cost less than the
bound to be proven.
"""

from __future__ import annotations

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.checking.statement import Statement

_MOST_ROUNDS = 60
"""Ends follow from each other along the periods; a round is one step."""

_SLACK = 1e-9
"""Share by which ends are widened against rounding."""


def boxes(statement: Statement, below_eur: float) -> tuple[FloatArray, FloatArray]:
    """Return the least and the most of every column in plans that cost less than ``below_eur``."""
    lower, upper = _by_definition(statement)
    _follow_rows(statement, lower, upper)
    _end_worst(statement, lower, upper, below_eur)
    _end_by_cost(statement, lower, upper, below_eur)
    return lower, upper


def _by_definition(statement: Statement) -> tuple[FloatArray, FloatArray]:
    uncertain, layout, program = statement.uncertain, statement.layout, statement.program
    lower, upper = np.zeros(layout.size), np.zeros(layout.size)
    lower[: layout.load], upper[: layout.load] = program.lower, program.upper
    hiring, shortage = uncertain.problem.hiring, uncertain.shortage
    if shortage is not None and hiring is not None:
        upper[layout.load : layout.short] = statement.most.ravel()
        asked = shortage.need.max(axis=1, initial=0.0)[:, None] * statement.most
        upper[layout.short : layout.relief] = (1.0 + 1e-6) * (shortage.price_eur * asked).ravel()
        upper[layout.relief : layout.talk] = np.minimum(_relief(statement), statement.most).ravel()
    for column, talk in enumerate(statement.talks, start=layout.talk):
        lower[column], upper[column] = talk.cost_eur.min(), talk.cost_eur.max()
    lower[layout.worst], upper[layout.worst] = -np.inf, np.inf
    return lower, upper


def _relief(statement: Statement) -> FloatArray:
    """Return the most relief of every pool and period (K, T): the posts of its skill that can be filled."""
    problem = statement.uncertain.problem
    hiring, force, filled = problem.hiring, problem.workforce, statement.program.find("filled")
    none: FloatArray = np.zeros_like(statement.most)
    if force is None or hiring is None or filled is None:
        return none
    posts = np.flatnonzero(force.posts.offered)
    by_skill = np.zeros((len(force.skills), len(problem.periods)))
    np.add.at(by_skill, force.posts.skill[posts], statement.program.upper[filled[posts]])
    return np.where((hiring.skill >= 0)[:, None], by_skill[hiring.skill], 0.0)


def _follow_rows(statement: Statement, lower: FloatArray, upper: FloatArray) -> None:
    """Give columns without an upper end the one that follows from rows whose other columns have ends."""
    rows = statement.rows
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    open_ = ~(np.isfinite(lower) & np.isfinite(upper))[rows.indices]
    terms = (row[open_], rows.indices[open_], rows.data[open_])
    ended = (row[~open_], rows.indices[~open_], rows.data[~open_])
    sides = []
    for sign, limit in ((1.0, statement.row_upper), (-1.0, -statement.row_lower)):
        value = sign * ended[2]
        end = np.where(value > 0, lower[ended[1]], upper[ended[1]])
        rest: FloatArray = np.zeros(len(limit))
        np.add.at(rest, ended[0], value * end)
        sides.append((sign, limit, rest))
    for _ in range(_MOST_ROUNDS):
        before = int(np.isinf(upper).sum())
        for sign, limit, rest in sides:
            _end_by_rows((terms[0], terms[1], sign * terms[2]), (limit, rest), lower, upper)
        if int(np.isinf(upper).sum()) == before:
            return


def _end_by_rows(
    terms: tuple[np.ndarray, np.ndarray, FloatArray],
    sides: tuple[FloatArray, FloatArray],
    lower: FloatArray,
    upper: FloatArray,
) -> None:
    """Bound columns from above by rows ``rest + Σ value · column <= limit``."""
    row, column, value = terms
    limit, rest = sides
    end = np.where(value > 0, lower[column], upper[column])
    finite = np.isfinite(end)
    least = np.where(finite, value * np.where(finite, end, 0.0), 0.0)
    total = rest + np.bincount(row, weights=least, minlength=len(limit))
    unknown = np.bincount(row, weights=~finite, minlength=len(limit))
    use = np.isinf(upper[column]) & (value > 0) & (unknown[row] == 0) & np.isfinite(limit[row])
    room = limit[row[use]] - total[row[use]] + least[use]
    room += _SLACK * (1.0 + np.abs(limit[row[use]]) + np.abs(total[row[use]]))
    found = np.full(len(upper), np.inf)
    np.minimum.at(found, column[use], np.maximum(room / value[use], lower[column[use]]))
    np.minimum(upper, found, out=upper)


def _end_worst(statement: Statement, lower: FloatArray, upper: FloatArray, below_eur: float) -> None:
    """Bound the worst tail: from below by the cheapest of everything, from above by what the mean leaves."""
    uncertain, worst = statement.uncertain, statement.layout.worst
    risk = uncertain.risk_weight
    if risk == 0.0:
        lower[worst] = upper[worst] = 0.0
        return
    least = least_cost(statement, lower, upper)
    lower[worst] = least
    upper[worst] = max(least, (below_eur - (1.0 - risk) * least) / risk) + _SLACK * (1.0 + abs(below_eur))


def least_cost(statement: Statement, lower: FloatArray, upper: FloatArray) -> float:
    """Return what no plan costs less than in any scenario, -inf when something earns money without end."""
    uncertain, layout = statement.uncertain, statement.layout
    choices = uncertain.problem.choices
    allowed = np.flatnonzero(choices.allowed)
    cheapest = np.full(len(choices.packages), np.inf)
    np.minimum.at(cheapest, choices.package[allowed], uncertain.cost_eur[allowed].min(axis=1))
    total = float(cheapest.sum())
    talk = slice(layout.talk, layout.worst)
    prices = [(one.columns, one.amount_eur, one.price) for one in statement.shared]
    prices.append((np.arange(layout.size)[talk], np.ones(layout.worst - layout.talk), statement.talk_price))
    for columns, amount, price in prices:
        for end in (lower[columns], upper[columns]):
            known = np.where(amount == 0.0, 0.0, end)
            worth = np.where(known == 0.0, 0.0, amount * known)
            total += float(np.minimum(np.minimum(worth * price.min(), worth * price.max()), 0.0).sum())
    return total - _SLACK * (1.0 + abs(total))


def _end_by_cost(statement: Statement, lower: FloatArray, upper: FloatArray, below_eur: float) -> None:
    """Bound what still has no end by its cost: a plan that spends more on it is too dear already."""
    cost = statement.cost
    without = np.isinf(upper) & (cost > 0)
    if not without.any():
        return
    dear = np.where(cost < 0, upper, lower)
    used = cost != 0
    rest = float(cost[used] @ dear[used])
    if np.isfinite(rest):
        upper[without] = lower[without] + max(0.0, below_eur - rest) / cost[without]
        upper[without] += _SLACK * (1.0 + np.abs(upper[without]))
