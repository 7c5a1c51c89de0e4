"""Best-first branch and bound over regions of the first stage; the relaxation is handed in."""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from jiwar.staged.program import FloatArray
from jiwar.staged.result import Certificate, Leaf, Progress, Proof, Split, Status, relative_gap

_Path = tuple[tuple[Split, bool], ...]

BATCH = 4
"""Nodes opened together; fixed, so that the search is the same for any number of workers."""


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A part of the first stage: limits on its columns and on its tenders (entries of T x)."""

    lower: FloatArray
    upper: FloatArray
    tender_lower: FloatArray
    tender_upper: FloatArray

    def side(self, split: Split, *, low: bool) -> Region:
        """Return one side of a split."""
        lower, upper = self.lower.copy(), self.upper.copy()
        tender_lower, tender_upper = self.tender_lower.copy(), self.tender_upper.copy()
        floor, ceiling = (tender_lower, tender_upper) if split.tender else (lower, upper)
        if low:
            ceiling[split.index] = min(ceiling[split.index], split.low)
        else:
            floor[split.index] = max(floor[split.index], split.high)
        return Region(lower, upper, tender_lower, tender_upper)


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """The answer of a relaxation on one region: a proof, where to split next, and first stages found.

    With a ``task`` the relaxation wants to be asked again about the same region, with this answer at hand, once
    no other region has a lower bound.
    """

    proof: Proof
    split: Split | None = None
    found: tuple[tuple[float, FloatArray], ...] = ()
    task: object = None


class Relaxation(Protocol):
    """Bounds the optimum over regions and proposes how to split them."""

    method: str

    def root(self) -> Region:
        """Return the whole first stage."""

    def relax(
        self, regions: Sequence[Region], earlier: Sequence[Relaxed | None], best: float
    ) -> list[Relaxed]:
        """Bound each region; ``best`` is the value below which a region is of interest.

        ``earlier``: the answer on the region that a region was split from, or on itself if it had a task.
        """

    def certificate(self, leaves: tuple[Leaf, ...]) -> Certificate:
        """Return the leaves with all else that their proofs refer to."""


@dataclass(slots=True)
class Watch:
    """The time limit, the progress callback and the history of one run."""

    seconds: float
    progress: Callable[[Progress], None] | None = None
    clock: Callable[[], float] = time.monotonic
    history: list[Progress] = field(default_factory=list)
    began: float = 0.0

    def __post_init__(self) -> None:
        self.began = self.clock()

    def elapsed(self) -> float:
        """Seconds since the run began."""
        return self.clock() - self.began

    def left(self) -> float:
        """Seconds left."""
        return max(0.0, self.seconds - self.elapsed())

    def report(self, objective: float, bound: float, nodes: int) -> None:
        """Note a moment when objective or bound moved, and tell the callback."""
        last = self.history[-1] if self.history else None
        if last is not None and last.objective == objective and last.bound == bound:
            return
        moment = Progress(self.elapsed(), objective, bound, relative_gap(objective, bound), nodes)
        self.history.append(moment)
        if self.progress is not None:
            self.progress(moment)


@dataclass(frozen=True, slots=True, eq=False)
class _Node:
    path: _Path
    region: Region
    relaxed: Relaxed


@dataclass(slots=True)
class Search:
    """The state of one branch and bound: open nodes by bound, closed leaves, best first stage.

    Nodes being worked on stay in ``_busy`` until their children are in, so that the leaves cover the whole first
    stage at whatever moment the search is stopped.
    """

    relaxation: Relaxation
    watch: Watch
    gap: float
    best: tuple[float, FloatArray] = field(default_factory=lambda: (np.inf, np.zeros(0)))
    status: Status = Status.UNKNOWN
    _open: list[tuple[float, int, _Node]] = field(default_factory=list)
    _busy: list[_Node] = field(default_factory=list)
    _closed: list[Leaf] = field(default_factory=list)
    _count: int = 0

    def run(self) -> None:
        """Search until the gap is proven, the time is up or someone stops it; always leaves a valid bound."""
        try:
            root = self.relaxation.root()
            self._take([_Node((), root, self._relax([root], [None])[0])])
            while not self._done() and self.watch.left() > 0:
                self._step()
        except KeyboardInterrupt:
            self.status = Status.INTERRUPTED
            return
        if np.isfinite(self.best[0]):
            proven = relative_gap(self.best[0], self.bound()) <= self.gap + 1e-12
            self.status = Status.OPTIMAL if proven else Status.FEASIBLE
        elif not self._open and self.bound() == np.inf:
            self.status = Status.INFEASIBLE

    def leaves(self) -> tuple[Leaf, ...]:
        """Return leaves that cover the first stage at this moment; one without a proof before the first bound."""
        busy = [Leaf(node.path, node.relaxed.proof) for node in self._busy]
        others = [*self._closed, *(Leaf(node.path, node.relaxed.proof) for _, _, node in self._open)]
        apart = [leaf for leaf in others if not any(_is_below(leaf.path, top.path) for top in busy)]
        return (*busy, *apart) or (Leaf((), Proof("none", -np.inf)),)

    def certificate(self) -> Certificate:
        """Return the certificate of this moment."""
        return self.relaxation.certificate(self.leaves())

    def bound(self) -> float:
        """The proven lower bound, never above the best objective."""
        return min([self.best[0], *(leaf.proof.bound for leaf in self.leaves())])

    def _cutoff(self) -> float:
        objective = self.best[0]
        return objective - self.gap * max(abs(objective), 1e-9) if np.isfinite(objective) else np.inf

    def _done(self) -> bool:
        return not self._open or self._open[0][0] >= self._cutoff()

    def _step(self) -> None:
        """Ask about the regions with the lowest bounds and put the answers in their place."""
        entries = heapq.nsmallest(BATCH, self._open)
        self._busy = [node for _, _, node in entries]
        for _ in entries:
            heapq.heappop(self._open)
        asked = [following for node in self._busy for following in _following(node)]
        answers = self._relax([region for _, _, region in asked], [node.relaxed for node, _, _ in asked])
        self._take(
            [
                _Node(path, region, _stronger(answer, node.relaxed.proof))
                for (node, path, region), answer in zip(asked, answers, strict=True)
            ]
        )

    def _relax(self, regions: list[Region], earlier: Sequence[Relaxed | None]) -> list[Relaxed]:
        return self.relaxation.relax(regions, earlier, self._cutoff())

    def _take(self, nodes: list[_Node]) -> None:
        for node in nodes:
            for value, x in node.relaxed.found:
                if value < self.best[0] - 1e-12 * max(1.0, abs(value)):
                    self.best = (value, x)
        for node in nodes:
            self._push(node)
        self._busy = []
        bounds = [self.best[0], *(leaf.proof.bound for leaf in self._closed)]
        bounds += [self._open[0][0]] if self._open else []
        self.watch.report(self.best[0], min(bounds), len(self._open))

    def _push(self, node: _Node) -> None:
        bound = node.relaxed.proof.bound
        finished = node.relaxed.split is None and node.relaxed.task is None
        if finished or bound >= self._cutoff():
            self._closed.append(Leaf(node.path, node.relaxed.proof))
        else:
            self._count += 1
            heapq.heappush(self._open, (bound, self._count, node))


def _is_below(path: _Path, top: _Path) -> bool:
    return path[: len(top)] == top


def _stronger(relaxed: Relaxed, parent: Proof) -> Relaxed:
    if relaxed.proof.bound >= parent.bound:
        return relaxed
    return Relaxed(parent, relaxed.split, relaxed.found, relaxed.task)


def _following(node: _Node) -> list[tuple[_Node, _Path, Region]]:
    """Return what to ask next for a node: both sides of its split, or the node itself for its task."""
    split = node.relaxed.split
    if split is None:
        return [(node, node.path, node.region)]
    return [(node, (*node.path, (split, low)), node.region.side(split, low=low)) for low in (True, False)]
