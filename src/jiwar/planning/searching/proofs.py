"""What the search writes down while it works, so that a checker can follow why its bound holds.

Prices of rows and cuts prove a bound of a part of all plans by weak duality, or, as a ray, that the part is empty.
A part either has prices of its own or is split into parts that cover it. What is written holds at any moment: a
part that is being worked on keeps the prices it came with until its own parts are there, all at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.certificate import Certificate, Reason, Sparse
from jiwar.planning.entries import IntArray
from jiwar.planning.exclusion import Exclusion
from jiwar.planning.model import Program
from jiwar.planning.searching.cuts import Cut


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices of rows of the first stage and of cuts, those that are not zero; a ray shows that nothing fits."""

    rows: IntArray
    row_prices: FloatArray
    cuts: tuple[Cut, ...]
    cut_prices: FloatArray
    ray: bool

    @classmethod
    def of_rows(cls, prices: FloatArray) -> Prices:
        """Return the prices of rows alone."""
        rows = np.flatnonzero(prices)
        return cls(rows, prices[rows], (), np.zeros(0), ray=False)


@dataclass(slots=True, eq=False)
class Part:
    """A part of all plans: columns that are zero and one in it, and either prices or its own parts."""

    zero: IntArray
    one: IntArray
    prices: Prices | None
    parts: tuple[Part, ...] = ()

    def settle(self, prices: Prices | None, parts: tuple[Part, ...]) -> None:
        """Take better prices, or the parts into which this one was split."""
        if parts:
            self.parts = parts
            self.prices = None
        elif prices is not None:
            self.prices = prices


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Options left out because their bound under some prices has reached the target, by columns."""

    prices: Prices
    columns: IntArray


@dataclass(slots=True)
class Proof:
    """Why the bound of a search holds: options that no plan can have, options left out, and parts of the rest."""

    impossible: tuple[Exclusion, ...] = ()
    root: Prices | None = None
    narrowing: Narrowing | None = None
    tree: Part | None = None

    @property
    def ruled_out(self) -> IntArray:
        """The columns of options that no plan can have."""
        return np.concatenate([np.zeros(0, dtype=np.int64), *(one.columns for one in self.impossible)])


def root_of(prices: Prices | None) -> Part:
    """Return the part that holds everything."""
    nothing = np.zeros(0, dtype=np.int64)
    return Part(nothing, nothing, prices)


def certificate_of(program: Program, proof: Proof) -> Certificate | None:
    """Return a proof as a certificate, None when nothing is proven yet; ``program`` is the first stage's."""
    if proof.root is None:
        return None
    narrowing, tree = proof.narrowing, proof.tree
    if tree is None or narrowing is None:
        narrowing, tree = None, root_of(proof.root)
    writer = _Writer(_numbers(program))
    rule_out = [(writer.row(one), one.columns) for one in proof.impossible]
    if narrowing is not None and len(narrowing.columns):
        rule_out.append((writer.write(narrowing.prices), narrowing.columns))
    parents, parts, evidence = [], [], []
    for parent, part in _walk(tree):
        parents.append(parent)
        parts.append(part)
        evidence.append(-1 if part.parts or part.prices is None else writer.write(part.prices))
    return Certificate(
        reasons=tuple(Reason(cut.kind, cut.reason) for cut in writer.cuts),
        prices=writer.vectors(),
        ray=np.array(writer.rays, dtype=bool),
        ruled_out=Sparse.of([columns for _, columns in rule_out]),
        ruled_out_by=np.array([by for by, _ in rule_out], dtype=np.int64),
        parent=np.array(parents, dtype=np.int64),
        zero=Sparse.of([part.zero for part in parts]),
        one=Sparse.of([part.one for part in parts]),
        evidence=np.array(evidence, dtype=np.int64),
    )


def _walk(tree: Part) -> Iterator[tuple[int, Part]]:
    """Give every part with the number of the part it belongs to, that one first."""
    waiting = [(-1, tree)]
    number = 0
    while waiting:
        parent, part = waiting.pop()
        yield parent, part
        waiting += [(number, one) for one in reversed(part.parts)]
        number += 1


class _Writer:
    """Gathers price vectors, each cut once."""

    def __init__(self, numbers: IntArray) -> None:
        self.numbers = numbers  # of rows, as certificates number them
        self.cuts: list[Cut] = []
        self.rays: list[bool] = []
        self._place: dict[int, int] = {}
        self._written: dict[int, int] = {}
        self._at: list[IntArray] = []
        self._prices: list[FloatArray] = []

    def row(self, one: Exclusion) -> int:
        """Write the ray of a single row that rules options out."""
        return self._append(self.numbers[[one.row]], np.array([-one.sign]), ray=True)

    def write(self, prices: Prices) -> int:
        """Write prices and return their number."""
        known = self._written.get(id(prices))
        if known is not None:
            return known
        at = np.array([self._number(cut) for cut in prices.cuts], dtype=np.int64)
        self._written[id(prices)] = self._append(
            np.concatenate([self.numbers[prices.rows], -1 - at]),
            np.concatenate([prices.row_prices, prices.cut_prices]),
            ray=prices.ray,
        )
        return self._written[id(prices)]

    def vectors(self) -> Sparse:
        """Return all price vectors."""
        return Sparse.of(self._at, self._prices)

    def _append(self, at: IntArray, prices: FloatArray, *, ray: bool) -> int:
        self._at.append(at)
        self._prices.append(prices)
        self.rays.append(ray)
        return len(self.rays) - 1

    def _number(self, cut: Cut) -> int:
        number = self._place.setdefault(id(cut), len(self.cuts))
        if number == len(self.cuts):
            self.cuts.append(cut)
        return number


def _numbers(program: Program) -> IntArray:
    """Return the number in certificates of every row of a first stage; see `Certificate`."""
    numbers = np.arange(len(program.row_lower))
    names = [block.name for block in program.row_blocks]
    if "own_shortage" not in names:
        return numbers
    begin = names.index("load")
    first = sum(int((block.index >= 0).sum()) for block in program.row_blocks[:begin])
    behind = {block.name: block.index for block in program.row_blocks[begin:]}
    for name in ("load", "own_shortage", "relief"):
        index = behind.get(name)
        if index is not None:
            there = index >= 0
            numbers[index[there]] = first + np.flatnonzero(there)
            first += index.size
    return numbers
