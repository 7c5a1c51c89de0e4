"""Quantiles of draws, each with the interval that order statistics give it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Quantile:
    """A quantile of the draws and its 95 % interval, in the unit of what was drawn."""

    probability: float
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean with its standard error, and the quantiles at 10, 50 and 90 %.

    Both errors are those of independent draws; quasi-random draws do better, so they are cautious.
    """

    mean: float
    standard_error: float
    p10: Quantile
    p50: Quantile
    p90: Quantile


def quantile_of(draws: FloatArray, probability: float) -> Quantile:
    """Return a quantile with the order statistics that enclose it in 95 of 100 samples.

    The number of draws below the true quantile is binomial; its 2.5 % and 97.5 % points are the ranks.
    """
    from scipy.stats import binom

    ordered = np.sort(draws)
    tail = (1.0 - CONFIDENCE) / 2.0
    ranks = binom.ppf((tail, 1.0 - tail), ordered.size, probability).astype(int)
    low, high = int(max(ranks[0] - 1, 0)), int(min(ranks[1], ordered.size - 1))
    value = float(np.quantile(ordered, probability))
    return Quantile(probability, value, float(ordered[low]), float(ordered[high]))


def spread_of(draws: FloatArray) -> Spread:
    """Return mean and quantiles of draws, shape (S,)."""
    error = float(np.std(draws, ddof=1) / np.sqrt(draws.size)) if draws.size > 1 else 0.0
    return Spread(float(draws.mean()), error, *(quantile_of(draws, p) for p in (0.1, 0.5, 0.9)))


def worst_mean(draws: FloatArray, share: float) -> float:
    """Return the mean of the lowest share of the draws: the conditional value at risk of a saving."""
    count = max(round(share * draws.size), 1)
    return float(np.sort(draws)[:count].mean())
