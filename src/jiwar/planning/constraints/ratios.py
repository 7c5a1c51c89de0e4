"""Shares that a part may have of a whole: people at one site or in one form of engagement, juniors per senior.

``Σ_o ( part[r,o,t] - most[r] · whole[r,o,t] ) · choose[o] <= 0`` for every ratio r and period t.
"""

from __future__ import annotations

import numpy as np

from jiwar.planning.model import Model
from jiwar.planning.problem import Problem


def add_ratios(model: Model, problem: Problem) -> None:
    """Add every ratio, those of one family in one block."""
    for family in dict.fromkeys(ratio.family for ratio in problem.ratios):
        same = [ratio for ratio in problem.ratios if ratio.family == family]
        scopes = [ratio.scope for ratio in same]
        rows = model.rows("ratios", family, scopes, problem.periods, upper=0.0, limit=True)
        excess = np.stack([ratio.part - ratio.most * ratio.whole for ratio in same])
        model.add(rows[:, None, :], model.find("choose")[None, :, None], excess)
