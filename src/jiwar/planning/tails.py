"""The mean of the worst scenarios, and the weights under which a mean is that worst mean."""

from __future__ import annotations

import numpy as np

from jiwar.money import FloatArray


def worst_weights(total: FloatArray, probability: FloatArray, tail: float) -> FloatArray:
    """Return the weights of the worst tail, shape (S,): ``0 <= weight <= probability / tail``, sum 1.

    Among all such weights these give the highest mean of the total, which is the conditional value at risk.
    """
    order = np.argsort(-total, kind="stable")
    most = probability[order] / tail
    before = np.concatenate([[0.0], np.cumsum(most)[:-1]])
    weights = np.zeros(len(total))
    weights[order] = np.clip(1.0 - before, 0.0, most)
    return weights


def worst_mean(total: FloatArray, probability: FloatArray, tail: float) -> float:
    """Return the conditional value at risk: the mean of the worst tail of scenarios."""
    return float(worst_weights(total, probability, tail) @ total)
