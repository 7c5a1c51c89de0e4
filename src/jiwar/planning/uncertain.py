"""What is to be decided when cost and labour markets turn out in one of many ways.

A plan is fixed before anybody knows the scenario: options, units, what happens to people at home. In each
scenario the rest follows: what every option costs there (its own recourse, such as leaving at a gate, already
settled, see `exits`), people whom the labour market does not give and contractors stand in for, and prices of
what options share. The objective is ``(1 - λ) · mean + λ · mean of the worst tail`` of total cost.

Axes: O options, S scenarios, K pools, T periods, G gates.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from jiwar.money import FloatArray
from jiwar.planning.problem import Problem

Costs = NDArray[np.float64] | NDArray[np.float32]

_SUM_TOLERANCE = 1e-6

SHARED_LINES = (
    "site_opening",
    "site_running",
    "coordination",
    "recruiting",
    "redundancy",
    "retraining",
    "surplus_people",
    "short_time",
    "support",
)
"""Lines of shared decisions whose price may differ between scenarios."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """People whom the labour market does not give in a scenario, and what standing in for them costs.

    In scenario s pool k gives ``limit · market[k,s]`` people in a period, where plans ask it for ``hires ·
    need[k,s]``. Each person short costs ``price_eur[k,t]``, a present value for the whole time that it lasts.
    """

    price_eur: FloatArray  # (K, T)
    market: FloatArray  # (K, S)
    need: FloatArray  # (K, S)


@dataclass(frozen=True, slots=True)
class PricedScenarios:
    """What scenarios say of the options of a case: all that `choose` needs to know of the future."""

    probability: FloatArray  # (S,)
    cost_eur: Costs  # (O, S) present value, own recourse of the option settled
    shortage: Shortage | None = None
    prices: Mapping[str, FloatArray] = field(default_factory=dict)  # line or "line/site" → (S,) times mid
    gates: tuple[str, ...] = ()
    leaves_at: NDArray[np.int8] | None = None  # (O, S) gate at which the option is left, -1 for never
    grows_at: NDArray[np.int8] | None = None  # (O, S) gate at which a staged option grows, -1 for never
    drawn: Mapping[str, FloatArray] = field(default_factory=dict)  # key of a number → (S,) what was drawn
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class UncertainProblem:
    """A problem whose costs and labour markets are known by scenario; shapes are checked when it is made.

    The problem's own costs, limits and cash stand for mid values: all its limits hold there and stay hard, but
    for hiring, which a shortage replaces when there is one.
    """

    problem: Problem
    probability: FloatArray  # (S,)
    cost_eur: Costs  # (O, S) present value, own recourse of the option settled
    shortage: Shortage | None = None  # None: hiring limits stay hard, the same in all scenarios
    prices: Mapping[str, FloatArray] = field(default_factory=dict)  # line or "line/site" → (S,) times mid
    risk_weight: float = 0.0  # λ
    tail: float = 0.1  # share of the worst scenarios
    gates: tuple[str, ...] = ()
    leaves_at: NDArray[np.int8] | None = None  # (O, S) gate at which the option is left, -1 for never
    grows_at: NDArray[np.int8] | None = None  # (O, S) gate at which a staged option grows, -1 for never

    def __post_init__(self) -> None:
        wrong = [*_shapes(self), *_values(self)]
        if wrong:
            message = f"uncertain problem {self.problem.name}: " + "; ".join(wrong)
            raise ValueError(message)

    @classmethod
    def of(
        cls, problem: Problem, scenarios: PricedScenarios, *, risk_weight: float, tail: float
    ) -> UncertainProblem:
        """Join a problem with what scenarios say of it."""
        return cls(
            problem,
            scenarios.probability,
            scenarios.cost_eur,
            scenarios.shortage,
            scenarios.prices,
            risk_weight,
            tail,
            scenarios.gates,
            scenarios.leaves_at,
            scenarios.grows_at,
        )

    @property
    def rules(self) -> Problem:
        """The problem with the limits that are hard: without hiring where contractors cover what is short."""
        return self.problem if self.shortage is None else dataclasses.replace(self.problem, hiring=None)

    @property
    def scenarios(self) -> int:
        """The number of scenarios, S."""
        return len(self.probability)

    def price(self, line: str, site: str = "") -> FloatArray:
        """Return the price of a shared line in each scenario, as a multiple of mid values, shape (S,)."""
        found = self.prices.get(f"{line}/{site}") if site else None
        found = self.prices.get(line) if found is None else found
        return np.ones(self.scenarios) if found is None else found


def _shapes(uncertain: UncertainProblem) -> list[str]:
    options, scenarios = len(uncertain.problem.choices.names), len(uncertain.probability)
    expected: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
        "cost_eur": (uncertain.cost_eur.shape, (options, scenarios))
    }
    if uncertain.leaves_at is not None:
        expected["leaves_at"] = (uncertain.leaves_at.shape, (options, scenarios))
    if uncertain.grows_at is not None:
        expected["grows_at"] = (uncertain.grows_at.shape, (options, scenarios))
    for line, price in uncertain.prices.items():
        expected[f"prices[{line}]"] = (price.shape, (scenarios,))
    if (shortage := uncertain.shortage) is not None:
        hiring = uncertain.problem.hiring
        if hiring is None:
            return ["a shortage needs the problem's hiring"]
        pools = len(hiring.pools)
        expected["shortage.price_eur"] = (shortage.price_eur.shape, hiring.limit_people.shape)
        expected["shortage.market"] = (shortage.market.shape, (pools, scenarios))
        expected["shortage.need"] = (shortage.need.shape, (pools, scenarios))
    return [
        f"{name} has shape {found}, not {shape}"
        for name, (found, shape) in expected.items()
        if found != shape
    ]


def _values(uncertain: UncertainProblem) -> list[str]:
    return [*_shares(uncertain), *_costs(uncertain)]


def _shares(uncertain: UncertainProblem) -> list[str]:
    wrong = []
    if not math.isclose(float(uncertain.probability.sum()), 1.0, abs_tol=_SUM_TOLERANCE):
        wrong.append(f"probabilities sum to {uncertain.probability.sum():.6g}, not to 1")
    if np.any(uncertain.probability < 0):
        wrong.append("some probability is negative")
    if not 0.0 <= uncertain.risk_weight <= 1.0:
        wrong.append(f"risk_weight is {uncertain.risk_weight:g}, not within 0 and 1")
    if not 0.0 < uncertain.tail <= 1.0:
        wrong.append(f"tail is {uncertain.tail:g}, not above 0 and up to 1")
    return wrong


def _costs(uncertain: UncertainProblem) -> list[str]:
    wrong = []
    unknown = {line.split("/")[0] for line in uncertain.prices} - set(SHARED_LINES)
    if unknown:
        wrong.append(f"no shared lines are called {', '.join(sorted(unknown))}")
    allowed, cost = uncertain.problem.choices.allowed, uncertain.cost_eur
    if len(allowed) == len(cost) and not np.isfinite(cost[allowed]).all():
        wrong.append("the cost of some allowed option is not finite")
    shortage = uncertain.shortage
    if shortage is not None:
        names = ("price_eur", "market", "need")
        negative = [name for name in names if np.any(~(getattr(shortage, name) >= 0))]
        wrong += [f"shortage.{name} is negative somewhere" for name in negative]
    return wrong
