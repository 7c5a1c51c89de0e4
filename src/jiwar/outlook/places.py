"""Seats by tier of cities: what is built, and which jobs sit where. Arrays have the paths last."""

from __future__ import annotations

from typing import Final

import numpy as np

from jiwar.money import FloatArray
from jiwar.outlook.parameters import Values
from jiwar.outlook.scenario import LEVERS_FROM, Scenario

SHARES_YEAR: Final = 2020
"""The year of which the shares of the tiers speak."""


def wished_shares(values: Values, year: int) -> FloatArray:
    """Return where the jobs would sit if seats were everywhere, shape (tiers, paths); they sum to one."""
    second, third = values["tier_share"]
    moved = np.clip(second + values["tier_drift"] * (year - SHARES_YEAR), 0.0, 1.0 - third)
    return np.stack([1.0 - moved - third, moved, third])


def built(values: Values, scenario: Scenario, year: int, wished: FloatArray, seats: FloatArray) -> FloatArray:
    """Return the seats of the next year: the market builds part of what is missing, the State what it decides.

    ``wished`` are the jobs that clients want by the tier where they would sit, shape (tiers, paths).
    """
    missing = np.maximum(wished * (1.0 + values["seats_spare"]) - seats, 0.0)
    market = values["seats_building"] * missing
    total = market.sum(axis=0)
    held = np.minimum(total, values["seats_most"]) / np.maximum(total, 1.0)
    fresh = seats + market * held
    if year >= LEVERS_FROM:
        fresh = fresh + np.array([[scenario.seats_axis], [scenario.seats_second], [scenario.seats_third]])
    return np.asarray(fresh)


def placed(jobs: FloatArray, shares: FloatArray, seats: FloatArray) -> FloatArray:
    """Return jobs by tier: as wished where there are seats, the rest where seats are free.

    ``jobs`` has the shape (paths,) and is at most the sum of the seats.
    """
    first = np.minimum(jobs * shares, seats)
    free = seats - first
    open_seats = np.maximum(free.sum(axis=0), 1e-9)
    rest = jobs - first.sum(axis=0)
    return np.asarray(first + free * (rest / open_seats))
