"""What talk between two packages costs for every two of their options, and bounds of it by prices.

The cost of a pair is a table over the options of both. For a mixture of options the least cost consistent with
it is a transport problem; its prices, extended to all options so that ``price[i] + price[j] <= cost[i,j]``
everywhere, give a bound that holds for every plan: ``talk >= Σ_i price[i] · choose[i] + Σ_j price[j] ·
choose[j]``. That replaces thousands of columns by one per pair, and is stronger than looking period by period.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.problem import Communication, Problem

_NOTHING = 1e-9


@dataclass(frozen=True)
class Side:
    """One package of a pair: its options, and which of the different ways to be somewhere each has."""

    options: IntArray
    way: IntArray  # position among the ways of each option
    locations: IntArray  # (ways, T)

    def share(self, weight: FloatArray) -> FloatArray:
        """Return how much of the package is done in each way, shape (ways,), from weights of options (O,)."""
        amounts = np.maximum(weight[self.options], 0.0)
        return np.bincount(self.way, weights=amounts, minlength=len(self.locations)).astype(np.float64)


@dataclass(frozen=True)
class Pair:
    """Two packages that talk: their sides, and the present value of their talk, shape (ways, ways)."""

    number: int
    one: Side
    two: Side
    cost_eur: FloatArray

    @property
    def one_sided(self) -> bool:
        """Whether the cost depends on where one of the two is, and not on the other."""
        return bool(
            (self.cost_eur == self.cost_eur[:, :1]).all() or (self.cost_eur == self.cost_eur[:1]).all()
        )


@dataclass(frozen=True)
class Prices:
    """A bound of a pair's talk by prices of ways, ``one[i] + two[j] <= cost[i,j]``; value at some mixture."""

    one: FloatArray
    two: FloatArray
    value_eur: float


def pairs_of(problem: Problem) -> tuple[Pair, ...]:
    """Return every pair that talks, over allowed options."""
    talk, choices = problem.communication, problem.choices
    if talk is None:
        return ()
    found = []
    for number, packages in enumerate(talk.pairs):
        options = [np.flatnonzero(choices.allowed & (choices.package == package)) for package in packages]
        if min(len(side) for side in options) == 0 or not talk.volume[number].any():
            continue
        one, two = (_side(talk, side) for side in options)
        cost = table(talk, number, one, two, problem.discount)
        if cost.any():
            found.append(Pair(number, one, two, cost))
    return tuple(found)


def _side(talk: Communication, options: IntArray) -> Side:
    locations, way = np.unique(talk.location[options], axis=0, return_inverse=True)
    return Side(options, way.reshape(-1), locations)


def table(talk: Communication, number: int, one: Side, two: Side, weight: FloatArray) -> FloatArray:
    """Return the cost of a pair for every two ways, each period counting ``weight``, shape (ways, ways)."""
    total = np.zeros((len(one.locations), len(two.locations)))
    for period in np.flatnonzero(talk.volume[number] * weight):
        here, there = one.locations[:, period], two.locations[:, period]
        price = talk.cost_eur_per_unit[:, :, period]
        total += weight[period] * talk.volume[number, period] * price[np.ix_(here, there)]
    return total


def prices_of(cost_eur: FloatArray, one: FloatArray, two: FloatArray) -> Prices:
    """Return the prices that bound a pair's talk best at a mixture of ways, given by shares of either side."""
    here, there = np.flatnonzero(one > _NOTHING), np.flatnonzero(two > _NOTHING)
    if len(here) <= len(there):
        price = _prices_of_few(cost_eur[np.ix_(here, there)], one[here], two[there])
        on_two = np.min(cost_eur[here] - price[:, None], axis=0)
        on_one = np.min(cost_eur - on_two[None, :], axis=1)
    else:
        price = _prices_of_few(cost_eur[np.ix_(here, there)].T, two[there], one[here])
        on_one = np.min(cost_eur[:, there] - price[None, :], axis=1)
        on_two = np.min(cost_eur - on_one[:, None], axis=0)
    return Prices(on_one, on_two, float(on_one @ one + on_two @ two))


def _prices_of_few(cost_eur: FloatArray, few: FloatArray, many: FloatArray) -> FloatArray:
    """Return the prices of the side with fewer ways in the transport problem between both."""
    if len(few) == 1:
        return np.zeros(1)
    from scipy.optimize import linprog

    rows, columns = cost_eur.shape
    from scipy.sparse import csr_array, eye_array, kron

    ones_few, ones_many = np.ones((1, columns)), np.ones((1, rows))
    supply = csr_array(kron(eye_array(rows), ones_few))
    demand = csr_array(kron(ones_many, eye_array(columns)))
    from scipy.sparse import vstack

    found = linprog(
        cost_eur.ravel(),
        A_eq=vstack([supply, demand])[:-1],
        b_eq=np.concatenate([few / few.sum(), many / many.sum()])[:-1],
        method="highs",
    )
    if found.status != 0:  # pragma: no cover - a transport problem with equal sums always has an answer
        return np.zeros(rows)
    prices: FloatArray = np.asarray(found.eqlin.marginals)[:rows]
    return prices


def chosen_cost(pairs: tuple[Pair, ...], weight: FloatArray) -> Iterator[float]:
    """Give the cost of talk of every pair for a whole plan, given by weights of options (O,)."""
    for pair in pairs:
        here, there = (int(side.share(weight).argmax()) for side in (pair.one, pair.two))
        yield float(pair.cost_eur[here, there])
