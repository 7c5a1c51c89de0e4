"""Improves scenario prices from what the scenarios answered: a linear model of the bound in a trust region.

Every answer (x, cost) of a scenario says that its minimum under prices p is at most ``cost + p.x``. The largest
bound that all answers still allow, within a box around the best prices so far, gives the next prices.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from jiwar.staged.highs import LinearModel, solve_once
from jiwar.staged.program import FloatArray
from jiwar.staged.scenarios import Answers
from jiwar.staged.tree import Region

MEMORY = 60
"""Answers kept per scenario; the oldest go first."""


@dataclass(slots=True)
class PriceModel:
    """All remembered answers of the scenarios: first stages and their costs without prices."""

    weights: FloatArray
    columns: int
    _x: list[list[FloatArray]] = field(init=False)
    _cost: list[list[float]] = field(init=False)

    def __post_init__(self) -> None:
        self._x = [[] for _ in range(self.weights.size)]
        self._cost = [[] for _ in range(self.weights.size)]

    def learn(self, answers: Answers) -> None:
        """Remember what the scenarios answered."""
        for s, (x, cost) in enumerate(zip(answers.x, answers.cost, strict=True)):
            self._x[s] = [*self._x[s], x][-MEMORY:]
            self._cost[s] = [*self._cost[s], float(cost)][-MEMORY:]

    def next(self, region: Region, centre: FloatArray, radius: FloatArray) -> tuple[FloatArray, float]:
        """Return the best prices within ``centre ± radius`` and the bound they promise; inf without an answer."""
        from scipy.sparse import csr_array

        scenarios, columns = self.weights.size, self.columns
        owner, points, costs = self._inside(region)
        if np.unique(owner).size < scenarios:
            return centre, np.inf
        count, size = owner.size, scenarios * columns
        # Columns: prices scenario by scenario, then one bound per scenario. Rows: answers, then sum of prices = 0.
        at_row = np.concatenate([np.repeat(np.arange(count), columns), np.arange(count)])
        at_column = np.concatenate([(owner[:, None] * columns + np.arange(columns)).ravel(), size + owner])
        value = np.concatenate([-points.ravel(), np.ones(count)])
        zero_row = np.tile(count + np.arange(columns), scenarios)
        matrix = csr_array(
            (
                np.concatenate([value, np.repeat(self.weights, columns)]),
                (np.concatenate([at_row, zero_row]), np.concatenate([at_column, np.arange(size)])),
            ),
            shape=(count + columns, size + scenarios),
        )
        endless = np.full(scenarios, np.inf)
        box = np.tile(radius, scenarios)
        model = LinearModel(
            cost=np.concatenate([np.zeros(size), -self.weights]),
            lower=np.concatenate([centre.ravel() - box, -endless]),
            upper=np.concatenate([centre.ravel() + box, endless]),
            integer=np.zeros(size + scenarios, dtype=bool),
            matrix=matrix,
            row_lower=np.concatenate([np.full(count, -np.inf), np.zeros(columns)]),
            row_upper=np.concatenate([costs, np.zeros(columns)]),
        )
        answer = solve_once(model)
        if not answer.found:
            return centre, np.inf
        prices = answer.point[:size].reshape(scenarios, columns)
        return prices - self.weights @ prices, -answer.objective

    def _inside(
        self, region: Region
    ) -> tuple[np.ndarray[tuple[int], np.dtype[np.intp]], FloatArray, FloatArray]:
        """Return owner, first stage and cost of the remembered answers that lie in a region."""
        owner, points, costs = [], [], []
        for s in range(self.weights.size):
            for x, cost in zip(self._x[s], self._cost[s], strict=True):
                if np.all(x >= region.lower - 1e-9) and np.all(x <= region.upper + 1e-9):
                    owner.append(s)
                    points.append(x)
                    costs.append(cost)
        return np.array(owner, dtype=np.intp), np.array(points).reshape(-1, self.columns), np.array(costs)
