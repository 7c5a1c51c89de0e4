"""Inverting a rising function for many values at once, by halving the interval."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from jiwar.money import FloatArray

_HALVINGS = 100


def smallest_reaching(
    function: Callable[[FloatArray], FloatArray], wanted: FloatArray, low: float, high: float
) -> FloatArray:
    """Return, element by element, the smallest argument between two limits whose value reaches ``wanted``.

    The function must rise; where even ``high`` does not reach the value, ``high`` is returned.
    """
    lower = np.full_like(wanted, low)
    upper = np.full_like(wanted, high)
    lower = np.where(function(lower) >= wanted, lower - 1.0, lower)  # so that low itself can be the answer
    for _ in range(_HALVINGS):
        middle = np.maximum((lower + upper) / 2.0, low)
        reached = function(middle) >= wanted
        upper = np.where(reached, middle, upper)
        lower = np.where(reached, lower, middle)
    return upper
