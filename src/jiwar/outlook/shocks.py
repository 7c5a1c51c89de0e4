"""What happens by chance: yearly shocks to demand, branches, value, German shortage and what statistics count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from jiwar.money import FloatArray
from jiwar.outlook.words import BRANCHES

PER_YEAR: Final = 1 + len(BRANCHES) + 1 + 1 + 1
"""Standard-normal numbers that a year takes: all demand, each branch, value per job, German shortage, perimeter."""


@dataclass(frozen=True, slots=True)
class Shocks:
    """Standard-normal numbers by year; row 0 is the step from the first year to the second."""

    demand: FloatArray
    """Shape (steps, paths)."""
    branch: FloatArray
    """Shape (steps, branches, paths)."""
    value: FloatArray
    """Shape (steps, paths)."""
    shortage: FloatArray
    """Shape (steps, paths); without effect where the German shortage is on record."""
    perimeter: FloatArray
    """What the old statistics count, shape (steps, paths); without effect after their last year."""


def shocks_of(normal: FloatArray) -> Shocks:
    """Cut standard-normal numbers of shape (steps · PER_YEAR, paths) into shocks."""
    steps = normal.shape[0] // PER_YEAR
    cut = normal.reshape(steps, PER_YEAR, normal.shape[1])
    last = 1 + len(BRANCHES)
    return Shocks(cut[:, 0], cut[:, 1:last], cut[:, last], cut[:, last + 1], cut[:, last + 2])


def no_shocks(steps: int, paths: int = 1) -> Shocks:
    """Return years in which nothing happens by chance."""
    return shocks_of(np.zeros((steps * PER_YEAR, paths)))
