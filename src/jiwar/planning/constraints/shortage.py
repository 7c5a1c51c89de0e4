"""People whom the labour market does not give are covered by contractors, scenario by scenario.

Instead of the limits of hiring, for every pool k and period t in which somebody could be short:

- ``load[k,t] >= Σ_o hires[o,k,t] · choose[o] - relief[k,t]``, relief as in `hiring`;
- ``short[k,t] >= Σ_o F[k,t](hires[o,k,t]) · choose[o] - steepest[k,t] · relief[k,t]``: each option pays at
  least for what it lacks on its own;
- ``short[k,t] >= F[k,t](load[k,t])``, where F is the expected cost of people short (see `shortages`); this
  convex rule is added tangent by tangent while the search goes on.

Cost: ``(1 - λ) · short[k,t]``.
"""

from __future__ import annotations

import numpy as np

from jiwar.planning.constraints.hiring import add_relief
from jiwar.planning.entries import Entries
from jiwar.planning.model import Model
from jiwar.planning.problem import BoolArray, Hiring, Problem
from jiwar.planning.shortages import Shortages


def add_shortage(model: Model, problem: Problem, hiring: Hiring, shortages: Shortages, weight: float) -> None:
    """Add people short at the places where it can happen; ``weight`` is what the mean counts for."""
    choices = problem.choices
    hires = hiring.hires.only(choices.allowed)
    most = hires.most(choices.package, len(choices.packages), len(hiring.pools), len(problem.periods))
    tight = possible_shortage(shortages, most)
    load = model.columns("load", hiring.pools, problem.periods, upper=most, where=tight)
    short = model.columns("short", hiring.pools, problem.periods, where=tight)
    model.price(short, weight)
    rows = model.rows("shortage", "load", hiring.pools, problem.periods, upper=0.0, where=tight)
    choose = model.find("choose")
    model.add(rows[hires.key, hires.period], choose[hires.option], hires.amount)
    model.add(rows, load, -1.0)
    if problem.workforce is not None:
        add_relief(model, problem, hiring, problem.workforce, rows)
    own = model.rows("shortage", "own_shortage", hiring.pools, problem.periods, upper=0.0, where=tight)
    lacking = short_alone(shortages, hires, tight)
    cost = shortages.expected_eur(lacking.key, lacking.period, lacking.amount)
    model.add(own[lacking.key, lacking.period], choose[lacking.option], cost)
    model.add(own, short, -1.0)
    if problem.workforce is not None:
        model.add(own, model.find("relief"), -shortages.steepest(shortages.probability))


def possible_shortage(shortages: Shortages, most: np.ndarray) -> BoolArray:
    """Mark the places (K, T) at which the most people that plans can ask for exceed some scenario's market."""
    pool, period = np.nonzero((most > 0) & (shortages.price_eur > 0))
    tight = np.zeros(most.shape, dtype=bool)
    short = shortages.by_scenario(pool, period, most[pool, period])
    tight[pool, period] = (short > 0).any(axis=1)
    return tight


def short_alone(shortages: Shortages, hires: Entries, tight: BoolArray) -> Entries:
    """Keep the hires for which the market does not suffice in some scenario even if nobody else hires."""
    keep = tight[hires.key, hires.period].copy()
    at = np.flatnonzero(keep)
    least = np.min(
        np.divide(
            shortages.market,
            shortages.need,
            out=np.full_like(shortages.market, np.inf),
            where=shortages.need > 0,
        ),
        axis=1,
    )
    keep[at] = hires.amount[at] > (least[:, None] * shortages.limit)[hires.key[at], hires.period[at]]
    return Entries(hires.option[keep], hires.key[keep], hires.period[keep], hires.amount[keep])
