"""Searches integer first stages with the mean scenario as bound and exact integer recourse at the points.

A node's bound is the linear program of first stage, mean scenario and cuts. Where all linking columns are
fixed, the scenarios' relaxations follow (rounded up when optima must be integers), then their exact values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from jiwar.staged.extensive import first_stage_model
from jiwar.staged.highs import run, solve_once
from jiwar.staged.master import Master, mean_is_a_bound
from jiwar.staged.program import BoolArray, FloatArray, TwoStageProgram
from jiwar.staged.recourse import Recourse, Valuer
from jiwar.staged.result import Certificate, Cut, Leaf, Proof, Split
from jiwar.staged.tree import Region, Relaxed

_FRACTION = 1e-6


def linking_columns(program: TwoStageProgram) -> BoolArray:
    """Return which columns of the first stage enter the second."""
    linking = np.zeros(program.first.columns, dtype=bool)
    linking[program.technology.indices] = True
    return linking


def can_bundle(program: TwoStageProgram) -> bool:
    """Return whether the method fits: fixed costs and recourse, linking columns all integer and limited."""
    first, linking = program.first, linking_columns(program)
    limited = np.isfinite(first.lower[0]) & np.isfinite(first.upper[0])
    return mean_is_a_bound(program) and bool(np.all((first.integer & limited)[linking]))


@dataclass(frozen=True, slots=True, eq=False)
class _Pending:
    """A point whose exact values are still to come: least first-stage cost, relaxations, rounded bounds."""

    x: FloatArray
    first: float
    linear: Recourse
    floor: FloatArray


@dataclass(slots=True)
class BundleRelaxation:
    """The relaxation of :mod:`jiwar.staged.bundles` for one program."""

    program: TwoStageProgram
    valuer: Valuer
    method: str = "bundles"
    _linking: BoolArray = field(init=False)
    _master: Master = field(init=False)
    _late: float = field(init=False)
    _waiting: list[_Pending] = field(default_factory=list)
    _valued: dict[bytes, Recourse] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._linking = linking_columns(self.program)
        self._late = self.valuer.left() / 2  # past half time the first exact value is not put off any more
        self._master = Master(self.program, (0,) * self.program.scenarios, relaxed=True)

    def root(self) -> Region:
        """Return the whole first stage."""
        first = self.program.first
        return Region(first.lower[0], first.upper[0], np.zeros(0), np.zeros(0))

    def certificate(self, leaves: tuple[Leaf, ...]) -> Certificate:
        """Return the leaves with the cuts added so far."""
        return Certificate(self.method, leaves, tuple(self._master.cuts), self._master.groups)

    def relax(
        self, regions: Sequence[Region], earlier: Sequence[Relaxed | None], best: float
    ) -> list[Relaxed]:
        """Bound the regions in turn: each linear program starts from the last one's basis."""
        answers = []
        for region, above in zip(regions, earlier, strict=True):
            pending = above.task if above is not None else None
            if isinstance(pending, _Pending) and above is not None:
                answer = above if above.proof.bound >= best else self._exact(pending, above.proof)
            else:
                answer = self._relax(region, best)
            best = min([best, *(value for value, _ in answer.found)])
            answers.append(answer)
        if not np.isfinite(best) and self._waiting and self.valuer.left() < self._late:
            answers[-1] = self._hasty(answers[-1])
        return answers

    def _hasty(self, answer: Relaxed) -> Relaxed:
        """Value the most promising point at once: time is running out and no first stage is at hand yet."""
        pending = min(self._waiting, key=lambda item: item.first + self._mean(item.floor))
        self._waiting.remove(pending)
        return replace(answer, found=self._exact(pending, answer.proof).found)

    def _relax(self, region: Region, best: float) -> Relaxed:
        columns = self.program.first.columns
        every = np.arange(columns, dtype=np.int32)
        self._master.solver.changeColsBounds(columns, every, region.lower, region.upper)
        answer = run(self._master.solver)
        count = len(self._master.cuts)
        if answer.status == "infeasible":
            return Relaxed(Proof("empty", np.inf, count=count))
        proof = Proof("cuts", answer.bound, count=count)
        if not answer.found or answer.bound >= best:
            return Relaxed(proof)
        split = self._split(region, answer.point[:columns])
        if split is not None:
            return Relaxed(proof, split)
        return self._point(region, proof)

    def _split(self, region: Region, x: FloatArray) -> Split | None:
        """Split at the most fractional integer; at an integral point between it and a neighbour."""
        fraction = np.where(self.program.first.integer, np.abs(x - np.round(x)), 0.0)
        if fraction.max(initial=0.0) > _FRACTION:
            column = int(np.argmax(fraction))
            low = float(np.floor(x[column]))
            return Split(tender=False, index=column, low=low, high=low + 1.0)
        free = self._linking & (region.upper > region.lower + 0.5)
        if not free.any():
            return None
        column = int(np.argmax(free))
        at = float(np.round(x[column]))
        low = at if at < region.upper[column] - 0.5 else at - 1.0
        return Split(tender=False, index=column, low=low, high=low + 1.0)

    def _point(self, region: Region, proof: Proof) -> Relaxed:
        """Value the one tender that the region leaves; other columns of the first stage are chosen at best."""
        model = replace(first_stage_model(self.program), lower=region.lower, upper=region.upper)
        start = solve_once(model, mip_rel_gap=0.0, mip_abs_gap=0.0)
        if not start.found:
            return Relaxed(Proof("empty", np.inf, count=proof.count))
        x = np.where(self.program.first.integer, np.round(start.point), start.point)
        linear = self.valuer.linear(x)
        if bool(np.any(linear.bound == np.inf)):
            return Relaxed(Proof("empty", np.inf, count=proof.count))
        if np.isfinite(linear.value).all():
            self._master.add(Cut(linear.prices))
        floor = self.valuer.rounded(linear.bound)
        rounded = start.bound + self._mean(floor)
        proof = max(proof, Proof("rounded", rounded), key=lambda item: item.bound)
        pending = _Pending(x, start.bound, linear, floor)
        if not self.program.has_integer_recourse:
            return self._exact(pending, proof)
        self._waiting.append(pending)
        return Relaxed(proof, task=pending)  # exact values are dear: only when no other bound is lower

    def _exact(self, pending: _Pending, proof: Proof) -> Relaxed:
        key = pending.x.tobytes()
        if key not in self._valued:
            whole = self.program.has_integer_recourse
            self._valued[key] = self.valuer.exact(pending.x) if whole else pending.linear
        exact = self._valued[key]
        if bool(np.any(exact.bound == np.inf)):
            return Relaxed(Proof("empty", np.inf, count=proof.count))
        bound = pending.first + self._mean(np.maximum(exact.bound, pending.floor))
        proof = max(proof, Proof("point", bound), key=lambda item: item.bound)
        if not np.isfinite(exact.value).all():
            return Relaxed(proof)  # the time ran out on some scenario
        value = self.program.first_stage_cost(pending.x) + self._mean(exact.value)
        return Relaxed(proof, None, ((value, pending.x),))

    def _mean(self, values: FloatArray) -> float:
        return float(self.program.probability @ values)
