"""How good a forecast was: continuous ranked probability score and coverage of a band."""

from __future__ import annotations

import numpy as np

from jiwar.money import FloatArray


def crps(draws: FloatArray, seen: float) -> float:
    """Return the continuous ranked probability score of draws: E|X - y| - E|X - X'| / 2, lower is better."""
    ordered = np.sort(draws)
    count = ordered.size
    ranks = 2.0 * np.arange(1, count + 1) - count - 1.0
    spread = float(np.sum(ranks * ordered)) * 2.0 / count**2
    return float(np.mean(np.abs(ordered - seen))) - 0.5 * spread


def covered(draws: FloatArray, seen: float, share: float = 0.8) -> bool:
    """Return whether the middle band that holds a share of the draws holds what was seen."""
    low, high = np.quantile(draws, [(1.0 - share) / 2.0, (1.0 + share) / 2.0])
    return bool(low <= seen <= high)
