"""Leaving a move again, or letting a pilot grow: for every option and scenario the cheapest course at a gate.

At a gate the scenario shows itself: from then on the cheapest way is taken, which is to go on, or to leave and have
the work done at home for the rest of the horizon. Nothing is known before the first gate, and what other packages do
plays no part. Units, the labour market and all limits stay as planned: leaving frees nothing for others.

``cost[o,s] = min( total[o,s], min_g until[o,g,s] + leaving[o,g,s] + home_after[o,g,s] )``

A staged option is a pilot that may also grow: ``cost[v,s] = min( cost[pilot,s], min_g grown[v,g,s] )``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jiwar.money import FloatArray


def settle_exits(
    total_eur: FloatArray, until_eur: FloatArray, leaving_eur: FloatArray, home_after_eur: FloatArray
) -> tuple[FloatArray, NDArray[np.int8]]:
    """Return the cost of each option in each scenario with the right to leave, and the gate taken.

    Parameters
    ----------
    total_eur
        Present value of staying the course, shape (O, S).
    until_eur
        Present value of what is paid before each gate, shape (O, G, S); inf where there is nothing to leave.
    leaving_eur
        What leaving costs at each gate, shape (O, G, S).
    home_after_eur
        Present value of the work at home from each gate on, shape (O, G, S).

    Returns
    -------
    cost, gate
        Shapes (O, S); the gate is -1 where the course is stayed.
    """
    if until_eur.shape[1] == 0:
        return total_eur, np.full(total_eur.shape, -1, dtype=np.int8)
    left = until_eur + leaving_eur + home_after_eur
    gate = left.argmin(axis=1)
    best = np.take_along_axis(left, gate[:, None], axis=1)[:, 0]
    leave = best < total_eur
    return np.where(leave, best, total_eur), np.where(leave, gate, -1).astype(np.int8)


def settle_growth(
    pilot_eur: FloatArray, grown_eur: FloatArray, leaves_at: NDArray[np.int8]
) -> tuple[FloatArray, NDArray[np.int8], NDArray[np.int8]]:
    """Return the cost of pilots that may grow at a gate, where each is left, and where each grows.

    Growing comes in the place of going on or leaving: a pilot that has grown is not left any more, which makes
    its cost an upper estimate.

    Parameters
    ----------
    pilot_eur
        Present value of each pilot with the right to leave, shape (V, S).
    grown_eur
        Present value of the pilot until each gate and the bigger move after it, shape (V, G, S); inf where it
        cannot grow.
    leaves_at
        The gate at which each pilot is left, -1 for never, shape (V, S).

    Returns
    -------
    cost, leaves_at, grows_at
        Shapes (V, S); the gates are -1 where a pilot is not left, and where it does not grow.
    """
    gate = grown_eur.argmin(axis=1)
    best = np.take_along_axis(grown_eur, gate[:, None], axis=1)[:, 0]
    grows = best < pilot_eur
    return (
        np.where(grows, best, pilot_eur),
        np.where(grows, -1, leaves_at).astype(np.int8),
        np.where(grows, gate, -1).astype(np.int8),
    )


def grown_cost(
    pilot_eur: FloatArray, full_after_eur: FloatArray, home_after_eur: FloatArray, part: float
) -> FloatArray:
    """Return what a pilot costs that grows at a gate.

    ``grown = pilot + part · (full after the gate - home after the gate)``: growing is a second move, of that part of
    the bigger one, in the place of the same part of the work at home; what the pilot has learnt is no help to it.
    """
    grown: FloatArray = pilot_eur + part * (full_after_eur - home_after_eur)
    return grown
