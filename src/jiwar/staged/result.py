"""What a run hands back: the first stage, its proven gap, how it got there, and a certificate."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from jiwar.staged.program import FloatArray


class Status(StrEnum):
    """How a run ended; every status but ``infeasible`` comes with a valid bound."""

    OPTIMAL = "optimal"  # the gap asked for is proven
    FEASIBLE = "feasible"  # time is up, a first stage is at hand
    INTERRUPTED = "interrupted"  # stopped by hand
    INFEASIBLE = "infeasible"
    UNBOUNDED = "unbounded"  # or HiGHS cannot tell it from infeasible; only the method `whole` says so
    UNKNOWN = "unknown"  # time is up before a first stage was found


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of a run: elapsed seconds, best objective, proven bound, relative gap, open nodes."""

    seconds: float
    objective: float
    bound: float
    gap: float
    nodes: int


@dataclass(frozen=True, slots=True)
class Split:
    """A cut of a region in two: ``value <= low`` on one side, ``value >= high`` on the other.

    ``tender`` false: value is column ``index`` of the first stage; true: it is entry ``index`` of T x.
    """

    tender: bool
    index: int
    low: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """Why the optimum over a region is at least ``bound``.

    ``kind`` names the argument, ``arrays`` holds its numbers:

    ``cells``       ``rise`` and ``fall`` (scenarios, tenders): prices of the limits of each table
    ``cuts``        program of the first stage, the mean scenario and the first ``count`` cuts
    ``rounded``     scenario relaxations at the one point of the region, rounded up to integers
    ``point``       exact scenario values at the one point of the region
    ``multipliers`` ``prices`` (scenarios, columns): Lagrangian multipliers with probability-mean zero
    ``empty``       the region holds no feasible point (shown by the same relaxation)
    ``solver``      the bound of one HiGHS run on the extensive form; can only be run again
    """

    kind: str
    bound: float
    arrays: dict[str, FloatArray] = field(default_factory=dict)
    count: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Dual prices (scenarios, rows of the second stage) that give a valid inequality on the first stage.

    Optimality cut: per group of scenarios, expected recourse >= what weak duality gives for the prices.
    Feasibility cut (``feasibility`` true): the same with zero cost must not be positive.
    """

    prices: FloatArray
    feasibility: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """An end of the search tree: the splits that lead to it (``True`` = low side) and its proof."""

    path: tuple[tuple[Split, bool], ...]
    proof: Proof


@dataclass(frozen=True, slots=True, eq=False)
class Certificate:
    """Leaves that together cover the first stage; the bound of the run is their least bound.

    ``groups`` (scenarios,): scenarios with the same number share one variable for their recourse in the cuts.
    """

    method: str
    leaves: tuple[Leaf, ...]
    cuts: tuple[Cut, ...] = ()
    groups: tuple[int, ...] = ()

    @property
    def bound(self) -> float:
        """The least bound of all leaves."""
        return min((leaf.proof.bound for leaf in self.leaves), default=-np.inf)


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """A first stage with objective, proven bound and relative gap; ``x`` is empty when none was found."""

    status: Status
    x: FloatArray
    objective: float
    bound: float
    gap: float
    seconds: float
    method: str
    history: tuple[Progress, ...]
    certificate: Certificate
    notes: tuple[str, ...] = ()


def relative_gap(objective: float, bound: float) -> float:
    """Return the distance of objective and bound as a share of the objective (0 when they meet)."""
    if not np.isfinite(objective) or not np.isfinite(bound):
        return 0.0 if objective == bound else np.inf
    return max(0.0, objective - bound) / max(abs(objective), 1e-9)
