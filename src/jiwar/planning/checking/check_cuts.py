"""Makes every cut of a certificate anew from its reason, and refuses those that would not hold for every plan.

Nothing is taken over from the search but the reason: a point, a weighting of scenarios, prices of ways. Rows come out
as ``Σ amount · column >= least``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array

from jiwar.money import FloatArray
from jiwar.planning.certificate import Reason
from jiwar.planning.checking.statement import Side, Statement, lacking, means, short_alone, talk_cost
from jiwar.planning.entries import IntArray

_TOLERANCE = 1e-7
"""Share by which prices and weights may miss their rule; what they miss it by is taken from the cut."""

_WEIGHTS_AT_ONCE = 64


class NotProvenError(ValueError):
    """A certificate does not prove what it says; the message says why."""


def insist(holds: object, words: str) -> None:
    """Raise a NotProvenError unless something holds."""
    if not holds:
        raise NotProvenError(words)


@dataclass(frozen=True, slots=True)
class Row:
    """One or more rows by their terms: position among the rows, columns, amounts, and the least of each."""

    numbers: IntArray  # of the cuts
    row: IntArray  # position in numbers
    column: IntArray
    amount: FloatArray
    least: FloatArray


def rows_of_cuts(statement: Statement, reasons: tuple[Reason, ...]) -> tuple[csr_array, FloatArray]:
    """Return the rows of all cuts and the least of each; raises NotProvenError when one would not hold."""
    by_kind: dict[str, list[int]] = {"talk": [], "budget": [], "shortage": [], "worst": []}
    for number, reason in enumerate(reasons):
        insist(reason.kind in by_kind, f"cut {number} has a reason of no known kind, `{reason.kind}`")
        finite = all(np.isfinite(part).all() for part in reason.numbers)
        insist(finite, f"the reason of cut {number} has numbers without an end")
        by_kind[reason.kind].append(number)
    least = np.zeros(len(reasons))
    terms: list[tuple[IntArray, IntArray, FloatArray]] = []
    for made in _all(statement, reasons, by_kind):
        least[made.numbers] = made.least
        terms.append((made.numbers[made.row], made.column, made.amount))
    shape = (len(reasons), statement.layout.size)
    if not terms:
        return csr_array(shape), least
    row, column, amount = (np.concatenate([term[part] for term in terms]) for part in range(3))
    return csr_array(coo_array((amount, (row, column)), shape=shape)), least


def _all(statement: Statement, reasons: tuple[Reason, ...], by_kind: dict[str, list[int]]) -> Iterator[Row]:
    for number in by_kind["talk"]:
        yield _talk(statement, number, reasons[number])
    for number in by_kind["budget"]:
        yield _budget(statement, number, reasons[number])
    shortage = np.array(by_kind["shortage"], dtype=np.int64)
    if len(shortage):
        yield _shortage(statement, shortage, [reasons[number] for number in shortage])
    for first in range(0, len(by_kind["worst"]), _WEIGHTS_AT_ONCE):
        worst = np.array(by_kind["worst"][first : first + _WEIGHTS_AT_ONCE], dtype=np.int64)
        yield _worst(statement, worst, [reasons[number] for number in worst])


def _insist(holds: object, number: int, words: str) -> None:
    insist(holds, f"cut {number} does not hold: {words}")


def _talk(statement: Statement, number: int, reason: Reason) -> Row:
    """``talk >= Σ_i u_i x_i + Σ_j v_j x_j`` where ``u_i + v_j <= cost_ij`` for all ways i and j."""
    which = [talk.number for talk in statement.talks]
    _insist(
        len(reason.numbers) == 3 and reason.numbers[0].size == 1, number, "a pair and two lists of prices"
    )
    pair = int(reason.numbers[0].item())
    _insist(pair in which, number, f"no pair {pair} whose talk depends on both sides")
    talk = statement.talks[which.index(pair)]
    over = _excess(talk.cost_eur, reason.numbers[1], reason.numbers[2], number)
    column, amount = _prices(statement, ((talk.one, reason.numbers[1]), (talk.two, reason.numbers[2])))
    column = np.append(column, statement.layout.talk + which.index(pair))
    place = np.zeros(len(column), dtype=np.int64)
    return Row(np.array([number]), place, column, np.append(amount, 1.0), np.array([-over]))


def _excess(cost_eur: FloatArray, one: FloatArray, two: FloatArray, number: int) -> float:
    """Return by how much prices exceed a table of costs at most, which is to be next to nothing."""
    _insist((len(one), len(two)) == cost_eur.shape, number, "not one price for every way")
    over = float(np.maximum(one[:, None] + two[None, :] - cost_eur, 0.0).max(initial=0.0))
    most = 1.0 + float(np.abs(cost_eur).max(initial=0.0))
    _insist(
        over <= _TOLERANCE * most,
        number,
        f"prices of two ways exceed the cost of their talk by {over:.6g} EUR",
    )
    return over


def _prices(statement: Statement, sides: tuple[tuple[Side, FloatArray], ...]) -> tuple[IntArray, FloatArray]:
    column = np.concatenate([statement.choose[side.options] for side, _ in sides])
    return column, np.concatenate([-price[side.way] for side, price in sides])


def _budget(statement: Statement, number: int, reason: Reason) -> Row:
    """Cash until a period, that of talk bounded by prices, is within the budget."""
    problem, program = statement.uncertain.problem, statement.program
    block = next((block.index for block in program.row_blocks if block.name == "budget"), None)
    _insist(block is not None and problem.budget is not None, number, "there is no budget")
    assert block is not None  # noqa: S101 - insisted on
    assert problem.budget is not None  # noqa: S101 - insisted on
    _insist(len(reason.numbers) % 3 == 1 and reason.numbers[0].size == 1, number, "a period, then pairs")
    period, talk = int(reason.numbers[0].item()), problem.communication
    _insist(0 <= period < len(problem.periods), number, "no such period")
    terms = statement.rows[[int(block[period])]]
    columns, amounts, over = [terms.indices], [-terms.data], 0.0
    until = (np.arange(len(problem.periods)) <= period).astype(np.float64)
    known = {one.number: one for one in statement.all_talks}
    for pair, one, two in zip(*(reason.numbers[at::3] for at in (1, 2, 3)), strict=True):
        found = known.pop(int(pair.item()), None)
        _insist(
            found is not None and talk is not None, number, "a pair that does not talk, or twice the same"
        )
        assert found is not None  # noqa: S101 - insisted on
        assert talk is not None  # noqa: S101 - insisted on
        cash = talk_cost(talk, found.number, found.one, found.two, until)
        over += _excess(cash, one, two, number)
        column, amount = _prices(statement, ((found.one, one), (found.two, two)))
        columns.append(column)
        amounts.append(amount)
    column = np.concatenate(columns)
    place = np.zeros(len(column), dtype=np.int64)
    least = np.array([-problem.budget.limit_eur - over])
    return Row(np.array([number]), place, column, np.concatenate(amounts), least)


def _shortage(statement: Statement, numbers: IntArray, reasons: list[Reason]) -> Row:
    """``short >= slope · load + intercept``, the tangent of the expected cost at some number of people."""
    hiring, shortage = statement.uncertain.problem.hiring, statement.uncertain.shortage
    first = int(numbers[0])
    _insist(shortage is not None and hiring is not None, first, "nobody is ever short")
    assert hiring is not None  # noqa: S101 - insisted on
    assert shortage is not None  # noqa: S101 - insisted on
    for number, reason in zip(numbers, reasons, strict=True):
        _insist([part.size for part in reason.numbers] == [3], int(number), "a pool, a period and people")
    point = np.stack([reason.numbers[0].ravel() for reason in reasons])
    pool, period = point[:, 0].astype(np.int64), point[:, 1].astype(np.int64)
    pools, periods = hiring.limit_people.shape
    inside = (pool >= 0) & (pool < pools) & (period >= 0) & (period < periods)
    _insist(bool(inside.all()), first, "no such pool or period")
    slope, intercept = _tangent(
        statement, (pool, period, point[:, 2]), statement.uncertain.probability[:, None]
    )
    place, row = pool * periods + period, np.arange(len(numbers))
    layout = statement.layout
    return Row(
        numbers,
        np.concatenate([row, row]),
        np.concatenate([layout.short + place, layout.load + place]),
        np.concatenate([np.ones(len(row)), -slope[:, 0]]),
        intercept[:, 0],
    )


def _tangent(
    statement: Statement, point: tuple[IntArray, IntArray, FloatArray], weights: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return slope and intercept under weights (S, n) of the cost of people short at points, shape (points, n).

    For any set of scenarios, here those in which somebody is short at the point, ``Σ max(0, need · load - given)``
    over all is at least ``Σ (need · load - given)`` over the set.
    """
    hiring, shortage = statement.uncertain.problem.hiring, statement.uncertain.shortage
    assert hiring is not None  # noqa: S101 - the callers have looked
    assert shortage is not None  # noqa: S101 - the callers have looked
    pool, period, people = point
    need = shortage.need[pool]
    given = shortage.market[pool] * hiring.limit_people[pool, period][:, None]
    short = need * people[:, None] > given
    price = shortage.price_eur[pool, period][:, None]
    slope: FloatArray = price * ((need * short) @ weights)
    intercept: FloatArray = -price * ((given * short) @ weights)
    return slope, intercept


def _worst(statement: Statement, numbers: IntArray, reasons: list[Reason]) -> Row:
    """``worst >= Σ_s w_s · cost_s`` where ``0 <= w_s <= probability_s / tail`` and ``Σ_s w_s = 1``."""
    uncertain, layout = statement.uncertain, statement.layout
    _insist(uncertain.risk_weight > 0, int(numbers[0]), "the worst tail does not count")
    for number, reason in zip(numbers, reasons, strict=True):
        _insist(_is_weighting(statement, reason), int(number), "its weights of scenarios are no worst tail")
    weights = np.clip(np.stack([reason.numbers[0] for reason in reasons], axis=1), 0.0, None)
    weights = np.minimum(weights, uncertain.probability[:, None] / uncertain.tail)
    amounts = np.zeros((len(numbers), layout.size))
    there = np.flatnonzero(statement.choose >= 0)
    amounts[:, statement.choose[there]] = -means(uncertain.cost_eur, there, weights).T
    for one in statement.shared:
        np.add.at(amounts.T, one.columns, -one.amount_eur[:, None] * (one.price @ weights))
    amounts[:, layout.talk : layout.worst] -= (statement.talk_price @ weights)[:, None]
    amounts[:, layout.worst] = 1.0
    least = np.zeros(len(numbers))
    if uncertain.shortage is not None:
        _add_shortage(statement, reasons, weights, amounts, least)
    row, column = np.nonzero(amounts)
    return Row(numbers, row, column, amounts[row, column], least)


def _is_weighting(statement: Statement, reason: Reason) -> bool:
    uncertain = statement.uncertain
    shapes = [part.shape for part in reason.numbers]
    soft = uncertain.shortage is not None
    if shapes[:1] != [uncertain.probability.shape] or (soft and shapes[1:] != [statement.most.shape]):
        return False
    weight, most = reason.numbers[0], uncertain.probability / uncertain.tail
    total = min(1.0, float(most.sum()))
    return bool(
        (weight >= -_TOLERANCE * most).all()
        and (weight <= (1.0 + _TOLERANCE) * most).all()
        and abs(float(weight.sum()) - total) <= 1e-9
    )


def _add_shortage(
    statement: Statement, reasons: list[Reason], weights: FloatArray, amounts: FloatArray, least: FloatArray
) -> None:
    """Add people short to the bounds of the worst tail: by tangent at a point, or by what options lack alone."""
    uncertain, layout = statement.uncertain, statement.layout
    shortage, periods = uncertain.shortage, statement.most.shape[1]
    assert shortage is not None  # noqa: S101 - the caller has looked
    points = np.stack([reason.numbers[1] for reason in reasons])
    for cut, point in enumerate(points):
        pool, period = np.nonzero(point > 0)
        slope, intercept = _tangent(statement, (pool, period, point[pool, period]), weights[:, [cut]])
        amounts[cut, layout.load + pool * periods + period] -= slope[:, 0]
        least[cut] += float(intercept.sum())
    apart = points < 0
    place = statement.hires.key * periods + statement.hires.period
    which = lacking(uncertain, statement.hires)
    which = which[apart.any(axis=0).ravel()[place[which]]]
    mine = apart.reshape(len(points), -1)[:, place[which]].T  # (entries, cuts)
    alone = short_alone(statement, which, weights) * mine
    columns = statement.choose[statement.hires.option[which]]
    np.add.at(amounts.T, columns, -alone)
    steepest = shortage.price_eur[None] * (shortage.need @ weights).T[:, :, None]  # (cuts, K, T)
    amounts[:, layout.relief : layout.talk] += np.where(apart, steepest, 0.0).reshape(len(points), -1)
