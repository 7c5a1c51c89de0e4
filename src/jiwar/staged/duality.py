"""Weak duality of a scenario's linear relaxation: row prices give a lower bound that is linear in x."""

from __future__ import annotations

import numpy as np

from jiwar.staged.program import FloatArray, Scenario, TwoStageProgram

_SMALL = 1e-7
"""Prices and reduced costs below this (the solver's own tolerance) are taken as zero."""


def scenario_bound(
    part: Scenario, prices: FloatArray, *, feasibility: bool = False
) -> tuple[float, FloatArray]:
    """Return ``(alpha, beta)`` with ``recourse(x) >= alpha + beta.x`` for every x; alpha is -inf if nothing follows.

    For any y with ``row_lower <= T x + W y <= row_upper`` and prices p: ``q.y = (q - W'p).y + p.(W y)``; the first
    term is least at a limit of y, the second at the limit of each row that its price points to.
    """
    cost = np.zeros_like(part.cost) if feasibility else part.cost
    side = np.where(prices > 0, part.row_lower, part.row_upper)
    usable = np.isfinite(side) & (np.abs(prices) > 0)
    price = np.where(usable, prices, 0.0)
    reduced = cost - part.recourse.T @ price
    scale = _SMALL * max(1.0, float(np.abs(cost).max(initial=0.0)))
    end = np.where(reduced > 0, part.lower, part.upper)
    weak = ~np.isfinite(end)
    if bool(np.any(weak & (np.abs(reduced) > scale))):
        return -np.inf, np.zeros(part.technology.shape[1])
    constant = float(price[usable] @ side[usable]) + float(reduced[~weak] @ end[~weak])
    return constant, -(part.technology.T @ price)


def group_cuts(
    program: TwoStageProgram, prices: FloatArray, groups: tuple[int, ...]
) -> tuple[FloatArray, FloatArray]:
    """Return per group of scenarios the probability-weighted ``alpha`` (groups,) and ``beta`` (groups, columns)."""
    count = max(groups, default=0) + 1
    alpha, beta = np.zeros(count), np.zeros((count, program.first.columns))
    for index, (group, weight) in enumerate(zip(groups, program.probability, strict=True)):
        constant, slope = scenario_bound(program.scenario(index), prices[index])
        alpha[group] += weight * constant
        beta[group] += weight * slope
    return alpha, beta
