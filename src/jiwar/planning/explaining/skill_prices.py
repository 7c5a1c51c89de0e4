"""What one more person of a skill in a site's labour market would be worth to a plan."""

from __future__ import annotations

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.plan import Plan
from jiwar.planning.tails import worst_weights
from jiwar.planning.uncertain import UncertainProblem


def skill_prices(uncertain: UncertainProblem, plan: Plan) -> FloatArray:
    """Return what one more person per period in each pool takes off the objective, EUR, shape (K, T).

    The plan stays as it is: contractors are needed less often. Scenarios count as in the objective, the worst
    tail with its weight. Zero without shortages, and where the market suffices in every scenario.
    """
    shortage, hiring, found = uncertain.shortage, uncertain.problem.hiring, plan.uncertainty
    if shortage is None or hiring is None or found is None:
        pools = 0 if hiring is None else len(hiring.pools)
        return np.zeros((pools, len(uncertain.problem.periods)))
    worst = worst_weights(found.cost_by_scenario_eur, uncertain.probability, uncertain.tail)
    weight = (1.0 - uncertain.risk_weight) * uncertain.probability + uncertain.risk_weight * worst
    worth = np.zeros(found.load_people.shape)
    for pool, period in np.argwhere(found.load_people > 0):
        given = hiring.limit_people[pool, period] * shortage.market[pool]
        short = shortage.need[pool] * found.load_people[pool, period] > given
        worth[pool, period] = shortage.price_eur[pool, period] * float(
            (weight * short) @ shortage.market[pool]
        )
    return worth
