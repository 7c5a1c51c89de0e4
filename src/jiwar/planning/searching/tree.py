"""Branch and bound over the first stage: nodes in pairs, best bound first, cuts shared by all.

Two nodes are worked on at a time, each by a relaxation of its own in a thread of its own; what they found is
put together in a fixed order, so that the same problem gives the same tree on any machine unless time runs out.
"""

from __future__ import annotations

import dataclasses
import heapq
import itertools
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.model import Program
from jiwar.planning.searching.branching import Branch, Kinds, splits
from jiwar.planning.searching.cuts import Cut, violated
from jiwar.planning.searching.firststage import FirstStage
from jiwar.planning.searching.proofs import Part, Prices
from jiwar.planning.searching.relaxation import Relaxation

WORKERS = 2
"""Nodes worked on at a time."""

_ROUNDS = 4
"""Rounds of cuts at a node; what is still violated then is left to its children."""

_ROUNDS_WHEN_WHOLE = 60
"""The same where nothing is left to split."""

_LEAST_GAIN = 1e-5
"""A round that moves the bound by less than this share of it is the last one at a node."""


@dataclass(frozen=True)
class Node:
    """A part of all plans: the branches that lead to it, a bound that holds in it, and its place in the proof."""

    bound_eur: float
    branches: tuple[Branch, ...]
    part: Part


def bounds_within(program: Program, branches: tuple[Branch, ...]) -> tuple[FloatArray, FloatArray]:
    """Return the bounds of columns behind some branches."""
    lower, upper = program.lower.copy(), program.upper.copy()
    for branch in branches:
        upper[branch.zero] = 0.0
        lower[branch.one] = 1.0
    return lower, upper


@dataclass(frozen=True)
class Worked:
    """What work on a node gave: its own bound and why it holds, its children, values to round to a plan, new cuts."""

    node: Node
    bound_eur: float
    children: tuple[Node, ...]
    values: FloatArray | None
    whole: bool
    cuts: tuple[Cut, ...]
    finished: bool
    prices: Prices | None


@dataclass
class Tree:
    """The open nodes and the lowest bound of all that was closed."""

    stage: FirstStage
    program: Program
    kinds: Kinds
    open: list[tuple[float, int, Node]] = field(default_factory=list)
    closed_eur: float = np.inf  # least bound among the parts closed
    made: int = 0
    nodes: int = 0

    def push(self, node: Node, target_eur: float) -> None:
        """Keep a node for later, or close it when its bound has reached the target."""
        if node.bound_eur >= target_eur:
            self.closed_eur = min(self.closed_eur, node.bound_eur)
            return
        heapq.heappush(self.open, (node.bound_eur, self.made, node))
        self.made += 1

    @property
    def bound_eur(self) -> float:
        """A bound of all plans in the tree."""
        return min(self.closed_eur, self.open[0][0] if self.open else np.inf)

    def next_nodes(self, target_eur: float) -> list[Node]:
        """Take the nodes with the lowest bounds, closing those that have reached the target."""
        taken: list[Node] = []
        while self.open and len(taken) < WORKERS:
            _, _, node = heapq.heappop(self.open)
            if node.bound_eur >= target_eur:
                self.closed_eur = min(self.closed_eur, node.bound_eur)
            else:
                taken.append(node)
        return taken


def work_on(tree: Tree, relaxation: Relaxation, node: Node, target_eur: float, end: float) -> Worked:
    """Bound a node, cut, and split it so that the bound rises most."""
    lower, upper = bounds_within(tree.program, node.branches)
    cuts: list[Cut] = []
    bound = -np.inf
    for turn in itertools.count():
        answer = relaxation.solve(lower, upper, end)
        if not answer.finished:
            return Worked(node, node.bound_eur, (), None, False, tuple(cuts), False, None)
        prices = relaxation.prices(answer)
        if answer.values is None:
            return Worked(node, answer.bound_eur, (), None, False, tuple(cuts), True, prices)
        gain = answer.bound_eur - bound
        bound = answer.bound_eur
        if bound >= target_eur:
            return Worked(node, bound, (), None, False, tuple(cuts), True, prices)
        new = violated(tree.stage, answer.values, bound)
        if not new:
            break
        enough = turn >= _ROUNDS or gain < _LEAST_GAIN * (1.0 + abs(bound))
        if enough and (turn >= _ROUNDS_WHEN_WHOLE or splits(tree.stage, tree.kinds, answer.values)):
            break  # a whole plan is cut until its recourse is priced right: nothing else can raise its bound
        relaxation.add(new)
        cuts += new
    worked = Worked(
        dataclasses.replace(node, bound_eur=bound), bound, (), answer.values, False, tuple(cuts), True, prices
    )
    return _split(tree, relaxation, worked, target_eur, end)


def _split(tree: Tree, relaxation: Relaxation, worked: Worked, target_eur: float, end: float) -> Worked:
    """Try splits and take the one whose two bounds rise most together."""
    node, values = worked.node, worked.values
    assert values is not None  # noqa: S101 - the caller has looked
    candidates = splits(tree.stage, tree.kinds, values)
    if not candidates:
        return dataclasses.replace(worked, whole=True)
    best: tuple[float, tuple[Node, ...]] | None = None
    room = max(target_eur - node.bound_eur, 1e-9)
    for sides in candidates:
        children = []
        for branch in sides:
            branches = (*node.branches, branch)
            answer = relaxation.solve(*bounds_within(tree.program, branches), end)
            if not answer.finished:
                return dataclasses.replace(worked, finished=False)
            part = Part(branch.zero, branch.one, relaxation.prices(answer))
            children.append(Node(max(node.bound_eur, answer.bound_eur), branches, part))
        gains = [min((child.bound_eur - node.bound_eur) / room, 1.0) for child in children]
        score = max(gains[0], 1e-6) * max(gains[1], 1e-6)
        if best is None or score > best[0]:
            best = (score, tuple(children))
    assert best is not None  # noqa: S101 - there are candidates
    return dataclasses.replace(worked, children=best[1])


class Crew:
    """Two relaxations in two threads, fed with the same cuts."""

    def __init__(self, make: Callable[[], Relaxation]) -> None:
        self.relaxations = [make() for _ in range(WORKERS)]
        self._pool = ThreadPoolExecutor(max_workers=WORKERS)

    def work(self, tree: Tree, nodes: list[Node], target_eur: float, end: float) -> list[Worked]:
        """Work on up to two nodes at once and share the cuts found."""
        jobs: list[Future[Worked]] = [
            self._pool.submit(work_on, tree, relaxation, node, target_eur, end)
            for relaxation, node in zip(self.relaxations, nodes, strict=False)
        ]
        try:
            done = [_result(job) for job in jobs]
        except BaseException:
            self.stop()
            raise
        for place, worked in enumerate(done):
            for other, relaxation in enumerate(self.relaxations):
                if other != place:
                    relaxation.add(worked.cuts)
        return done

    def add(self, cuts: list[Cut], place: int | None = None) -> None:
        """Give cuts to all relaxations, but not to the one that found them."""
        for other, relaxation in enumerate(self.relaxations):
            if other != place:
                relaxation.add(cuts)

    def stop(self) -> None:
        """End all work."""
        for relaxation in self.relaxations:
            relaxation.stop()

    def close(self) -> None:
        """Let the threads go."""
        self.stop()
        self._pool.shutdown(wait=True)


def _result(job: Future[Worked]) -> Worked:
    """Wait in small steps, so that Ctrl-C is heard."""
    while True:
        try:
            return job.result(timeout=0.05)
        except TimeoutError:
            if job.done():
                return job.result()
