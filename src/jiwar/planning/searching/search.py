"""The state of a search under uncertainty: the best plan, what is proven and why, everything that can be told."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from jiwar.planning.highs import Progress, relative_gap
from jiwar.planning.model import Program
from jiwar.planning.searching.completion import Complete
from jiwar.planning.searching.cuts import Cut
from jiwar.planning.searching.firststage import FirstStage
from jiwar.planning.searching.proofs import Proof

Watch = Callable[[Progress], None]


@dataclass
class Search:
    """The state of a search: the best plan, what is proven, and everything that can be told at any time."""

    stage: FirstStage
    program: Program
    gap: float
    end: float
    progress: Watch | None
    started: float = field(default_factory=time.monotonic)
    best: Complete | None = None
    bound_eur: float = -np.inf
    cuts: list[Cut] = field(default_factory=list)
    proof: Proof = field(default_factory=Proof)
    interrupted: bool = False

    @property
    def objective_eur(self) -> float:
        """Cost of the best plan, inf before the first."""
        return np.inf if self.best is None else self.best.objective_eur

    @property
    def target_eur(self) -> float:
        """The bound at which the gap asked for is proven."""
        cost = self.objective_eur
        return cost - self.gap * abs(cost) if np.isfinite(cost) else np.inf

    @property
    def over(self) -> bool:
        """Whether time has run out."""
        return time.monotonic() >= self.end

    def take(self, plan: Complete | None) -> None:
        """Keep a plan when it is the best so far."""
        if plan is not None and plan.objective_eur < self.objective_eur - 1e-9:
            self.best = plan
            self.tell()

    def prove(self, bound_eur: float) -> None:
        """Raise the bound."""
        self.bound_eur = max(self.bound_eur, min(bound_eur, self.objective_eur))
        self.tell()

    def tell(self) -> None:
        """Tell whoever watches."""
        if self.progress is None:
            return
        found = self.best.objective_eur if self.best is not None else None
        distance = np.inf if found is None else relative_gap(found, self.bound_eur)
        self.progress(Progress(time.monotonic() - self.started, found, self.bound_eur, float(distance)))
