"""Expected cost of people short, pool by pool and period by period, as convex functions of one number.

In pool k and period t a plan asks for u people. In scenario s ``max(0, need[k,s] · u - limit[k,t] ·
market[k,s])`` of them are short. The expectation over scenarios, times the price, is convex and made of
straight pieces in u; its tangents are all that a search needs to know about it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.uncertain import UncertainProblem


@dataclass(frozen=True)
class Shortages:
    """The functions of all pools and periods at once; every method takes arrays of places and people."""

    price_eur: FloatArray  # (K, T)
    limit: FloatArray  # (K, T)
    market: FloatArray  # (K, S)
    need: FloatArray  # (K, S)
    probability: FloatArray  # (S,)

    def by_scenario(self, pool: IntArray, period: IntArray, people: FloatArray) -> FloatArray:
        """Return people short by place and scenario, shape (places, S)."""
        short: FloatArray = (
            self.need[pool] * people[:, None] - self.limit[pool, period, None] * self.market[pool]
        )
        return np.maximum(short, 0.0)

    def expected_eur(self, pool: IntArray, period: IntArray, people: FloatArray) -> FloatArray:
        """Return the expected cost at each place, shape (places,)."""
        cost: FloatArray = self.price_eur[pool, period] * (
            self.by_scenario(pool, period, people) @ self.probability
        )
        return cost

    def tangents(
        self, pool: IntArray, period: IntArray, people: FloatArray, weight: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Return slope and intercept of a tangent at each place, for scenarios weighted by ``weight``."""
        short = self.by_scenario(pool, period, people) > 0.0
        price = self.price_eur[pool, period]
        slope: FloatArray = price * ((self.need[pool] * short) @ weight)
        given = self.limit[pool, period] * ((self.market[pool] * short) @ weight)
        return slope, -price * given

    def steepest(self, weight: FloatArray) -> FloatArray:
        """Return the highest slope of each function, shape (K, T)."""
        highest: FloatArray = self.price_eur * (self.need @ weight)[:, None]
        return highest

    def total_eur(self, people: FloatArray) -> FloatArray:
        """Return the cost of all people short in each scenario, shape (S,), for people of shape (K, T)."""
        cost = np.zeros(len(self.probability))
        pool, period = np.nonzero(people > 0)
        for start in range(0, len(pool), 4096):
            at = slice(start, start + 4096)
            places = (pool[at], period[at])
            cost += self.price_eur[places] @ self.by_scenario(*places, people[places])
        return cost


def shortages_of(uncertain: UncertainProblem) -> Shortages | None:
    """Return the functions of an uncertain problem, None when its hiring limits are hard."""
    shortage, hiring = uncertain.shortage, uncertain.problem.hiring
    if shortage is None or hiring is None:
        return None
    return Shortages(
        shortage.price_eur, hiring.limit_people, shortage.market, shortage.need, uncertain.probability
    )
