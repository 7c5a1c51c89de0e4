"""Scenario decomposition with prices: each scenario chooses its own first stage, multipliers pull them together.

Dual decomposition in a branch and bound (Carøe and Schultz 1999): for multipliers whose probability-weighted
sum is zero, the weighted minima of the scenario programs are a bound, integer recourse included.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from jiwar.staged.firststage import closest
from jiwar.staged.prices import PriceModel
from jiwar.staged.program import FloatArray, TwoStageProgram
from jiwar.staged.recourse import CHUNKS, Valuer
from jiwar.staged.result import Certificate, Leaf, Proof, Split
from jiwar.staged.scenarios import Answers, ask_scenarios, first_prices
from jiwar.staged.tree import Region, Relaxed

ROOT_ROUNDS = 30
NODE_ROUNDS = 6
_AGREED = 1e-6
_LITTLE = 0.02
"""Stop asking when better prices promise less than this share of what is still missing."""


@dataclass(slots=True)
class _Climb:
    """The search for good prices in one region: the best so far, the next to ask, the reach of a step."""

    prices: FloatArray
    asked: FloatArray
    unit: FloatArray
    best: float
    rounds: int
    bound: float = -np.inf
    promise: float = np.inf
    reach: float = 0.0
    split: Split | None = None
    found: list[tuple[float, FloatArray]] = field(default_factory=list)

    def take(self, value: float, split: Split | None) -> None:
        """Move to the asked prices when their bound is better; reach further or less far next time."""
        hoped = self.promise - self.bound
        if value > self.bound:
            if np.isfinite(hoped) and value - self.bound > 0.5 * hoped:
                self.reach *= 2.0
            self.bound, self.prices, self.split = value, self.asked, split
        else:
            self.reach *= 0.5


@dataclass(slots=True)
class DualRelaxation:
    """The relaxation of :mod:`jiwar.staged.dual` for one program."""

    program: TwoStageProgram
    valuer: Valuer
    method: str = "dual"
    _chunks: tuple[TwoStageProgram, ...] = field(init=False)
    _slices: tuple[slice, ...] = field(init=False)
    _valued: dict[bytes, float] = field(default_factory=dict)
    _model: PriceModel = field(init=False)

    def __post_init__(self) -> None:
        parts = np.array_split(np.arange(self.program.scenarios), min(CHUNKS, self.program.scenarios))
        self._chunks = tuple(self.program.only(part) for part in parts)
        self._model = PriceModel(self.program.probability, self.program.first.columns)
        self._slices = tuple(slice(int(part[0]), int(part[-1]) + 1) for part in parts)

    def root(self) -> Region:
        """Return the whole first stage."""
        first = self.program.first
        return Region(first.lower[0], first.upper[0], np.zeros(0), np.zeros(0))

    def certificate(self, leaves: tuple[Leaf, ...]) -> Certificate:
        """Return the leaves; their multipliers stand alone."""
        return Certificate(self.method, leaves)

    def relax(
        self, regions: Sequence[Region], earlier: Sequence[Relaxed | None], best: float
    ) -> list[Relaxed]:
        """Improve multipliers on each region in turn; scenarios are solved side by side."""
        answers = []
        for region, above in zip(regions, earlier, strict=True):
            answer = self._relax(region, above.proof if above is not None else None, best)
            best = min([best, *(value for value, _ in answer.found)])
            answers.append(answer)
        return answers

    def _relax(self, region: Region, parent: Proof | None, best: float) -> Relaxed:
        climb = self._start(region, parent, best)
        for _ in range(climb.rounds):
            answers = self._ask(region, climb.asked)
            if bool(np.any(answers.bound == np.inf)):
                return Relaxed(Proof("empty", np.inf, {"prices": climb.prices}), None, tuple(climb.found))
            value = float(self.program.probability @ answers.bound)
            complete = not np.isnan(answers.x).any()
            climb.take(value, self._split(region, answers) if complete else climb.split)
            if not complete:
                break  # the time ran out inside a scenario: its bound counts, its first stage is missing
            self._model.learn(answers)
            climb.found += self._candidates(answers)
            climb.best = min([climb.best, *(item for item, _ in climb.found)])
            if climb.bound >= climb.best or climb.split is None or self.valuer.left() <= 0:
                break
            if not self._look_ahead(region, climb, answers):
                break
        proof = Proof("multipliers", climb.bound, {"prices": climb.prices})
        return Relaxed(proof, climb.split, tuple(climb.found))

    def _start(self, region: Region, parent: Proof | None, best: float) -> _Climb:
        known = parent is not None and "prices" in parent.arrays
        prices = parent.arrays["prices"] if parent is not None and known else first_prices(self.program)
        width = region.upper - region.lower
        width = np.where(np.isfinite(width) & (width > 0), width, 1.0)
        return _Climb(prices, prices, 1.0 / width, best, NODE_ROUNDS if known else ROOT_ROUNDS)

    def _look_ahead(self, region: Region, climb: _Climb, answers: Answers) -> bool:
        """Choose the next prices to ask; false when no prices promise enough to go on."""
        if climb.reach == 0.0:
            climb.reach = 0.1 * max(1.0, abs(climb.bound), float(np.ptp(answers.cost)))
        climb.asked, climb.promise = self._model.next(region, climb.prices, climb.reach * climb.unit)
        gain = climb.promise - climb.bound
        missing = climb.best - climb.bound if np.isfinite(climb.best) else abs(climb.bound)
        return bool(np.isfinite(gain) and gain > _LITTLE * missing)

    def _ask(self, region: Region, prices: FloatArray) -> Answers:
        seconds, limits = self.valuer.left(), (region.lower, region.upper)
        tasks = [
            self.valuer.executor.submit(ask_scenarios, chunk, limits, prices[part], seconds, self.valuer.name)
            for chunk, part in zip(self._chunks, self._slices, strict=True)
        ]
        try:
            done = [task.result() for task in tasks]
        except BaseException:
            for task in tasks:
                task.cancel()
            raise
        return Answers(
            np.concatenate([item.bound for item in done]),
            np.concatenate([item.x for item in done]),
            np.concatenate([item.cost for item in done]),
        )

    def _split(self, region: Region, answers: Answers) -> Split | None:
        """Split the column on which the scenarios disagree most, at their mean."""
        weights = self.program.probability
        mean = weights @ answers.x
        width = np.where(np.isfinite(region.upper - region.lower), region.upper - region.lower, np.inf)
        spread = weights @ np.abs(answers.x - mean)
        scale = np.where(np.isfinite(width) & (width > 0), width, np.maximum(1.0, np.abs(mean)))
        score = np.where(
            np.ptp(answers.x, axis=0) > _AGREED * np.maximum(1.0, np.abs(mean)), spread / scale, 0.0
        )
        score = score * np.where(self.program.first.integer, 2.0, 1.0)
        if score.max(initial=0.0) <= 0.0:
            return None
        column = int(np.argmax(score))
        if self.program.first.integer[column]:
            low = float(np.floor(np.clip(mean[column], region.lower[column], region.upper[column] - 0.5)))
            return Split(tender=False, index=column, low=low, high=low + 1.0)
        return Split(tender=False, index=column, low=float(mean[column]), high=float(mean[column]))

    def _candidates(self, answers: Answers) -> list[tuple[float, FloatArray]]:
        """Value the mean of the scenarios' answers when its integers agree, and the answer nearest to it."""
        mean = self.program.probability @ answers.x
        integer = self.program.first.integer
        spread = np.maximum(np.ptp(answers.x, axis=0), _AGREED)
        nearest = answers.x[int(np.argmin((np.abs(answers.x - mean) / spread).sum(axis=1)))]
        tried = [nearest]
        if bool(np.all(np.abs(mean - np.round(mean))[integer] < _AGREED)):
            tried.append(np.where(integer, np.round(mean), mean))
        else:
            tried.append(closest(self.program, nearest, mean))
        found = []
        for x in tried:
            key = np.round(x, 9).tobytes()
            if x.size and key not in self._valued and self.valuer.left() > 0:
                recourse = self.valuer.exact(x)
                expected = self.program.first_stage_cost(x) + float(self.program.probability @ recourse.value)
                self._valued[key] = expected
                if np.isfinite(expected):
                    found.append((expected, x))
        return found
