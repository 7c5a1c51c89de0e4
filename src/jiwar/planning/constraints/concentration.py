"""No more than a share of all people is abroad at any time.

``Σ_o ( abroad[o,t] - share · all[o,t] ) · choose[o] <= 0`` for every period t.
"""

from __future__ import annotations

from jiwar.planning.model import Model
from jiwar.planning.problem import Problem


def add_concentration(model: Model, problem: Problem) -> None:
    """Add the highest share of people abroad."""
    share = problem.concentration
    if share is None:
        return
    rows = model.rows("concentration", "concentration", problem.periods, upper=0.0, limit=True)
    excess = share.abroad_people - share.max_share * share.all_people
    model.add(rows, model.find("choose")[:, None], excess)
