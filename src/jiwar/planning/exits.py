"""Leaving a move again: for every option and scenario the least of staying the course or giving up at a gate.

At a gate the scenario shows itself: from then on the cheapest way is taken, which is to go on, or to leave and have
the work done at home for the rest of the horizon. Nothing is known before the first gate, and what other packages do
plays no part. Units, the labour market and all limits stay as planned: leaving frees nothing for others.

``cost[o,s] = min( total[o,s], min_g until[o,g,s] + leaving[o,g,s] + home_after[o,g,s] )``
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


def settle_staged(
    pilot_until_eur: FloatArray, *ways_on_eur: FloatArray
) -> tuple[FloatArray, NDArray[np.int8]]:
    """Return the cost of a pilot that goes on in the cheapest way once the scenario shows itself at its gate.

    Parameters
    ----------
    pilot_until_eur
        Present value of the pilot up to its gate, shape (S,).
    *ways_on_eur
        Present value from the gate on of each way to go on (as it is, at full scale, back home), shape (S,).

    Returns
    -------
    cost, way
        Shapes (S,): the cost, and which way is taken.
    """
    ways = np.stack(ways_on_eur)
    return pilot_until_eur + ways.min(axis=0), ways.argmin(axis=0).astype(np.int8)
