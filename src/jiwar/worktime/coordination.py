"""What lost shared hours cost in effort: the evidence, and the prior that carries it to hours of work."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from jiwar.money import FloatArray
from jiwar.worktime.site import WorktimeError


def effort_factor(
    shared_hours: ArrayLike, full_day_hours: ArrayLike, loss_per_hour: ArrayLike, elasticity: ArrayLike
) -> FloatArray:
    """Return how many times more effort work takes because hours are not shared; 1 when all are.

    ::

        lost hours    = max(full day - shared, 0)
        communication = (1 - loss per hour) ^ lost hours
        effort factor = communication ^ (-elasticity)

    Parameters
    ----------
    shared_hours
        Mean shared clock hours per joint working day.
    full_day_hours
        Clock hours of a full working day, for instance 8.5.
    loss_per_hour
        Share of synchronous communication lost with each hour, as a fraction: 0.11 (Chauvin, Choudhury and
        Fang, Organization Science, doi 10.1287/orsc.2023.17558: 12,038 employees, changes of the clock).
    elasticity
        Per cent more effort for one per cent less synchronous communication. No source maps one to the
        other: a prior, 0 to 0.3 around 0.1.

    Returns
    -------
    Array of the broadcast shape, dimensionless, at least 1.

    Raises
    ------
    WorktimeError
        W006 when a loss is not in [0, 1), an elasticity negative, or hours negative.
    """
    shared, full = np.asarray(shared_hours, dtype=np.float64), np.asarray(full_day_hours, dtype=np.float64)
    loss, bend = np.asarray(loss_per_hour, dtype=np.float64), np.asarray(elasticity, dtype=np.float64)
    if np.any((loss < 0) | (loss >= 1)) or np.any(bend < 0) or np.any(shared < 0) or np.any(full < 0):
        raise WorktimeError.one(
            code="W006",
            message="a loss per hour outside 0 to 1, a negative elasticity or negative hours",
            remedy="write the loss as a fraction such as 0.11, the elasticity from 0 to 0.3",
        )
    lost_hours = np.maximum(full - shared, 0.0)
    factor: FloatArray = np.asarray((1.0 - loss) ** (-bend * lost_hours), dtype=np.float64)
    return factor
