"""Round values for the scale of an axis."""

from __future__ import annotations

import math

_NOTHING = 1e-9  # a range that is none, relative to its place


def ticks(low: float, high: float, most: int = 6) -> tuple[float, ...]:
    """Return at most about `most` round values that cover the range from low to high.

    Examples
    --------
    >>> ticks(-1.2, 3.1)
    (-2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0)
    """
    if high - low < _NOTHING * max(abs(low), 1.0):
        high = low + 1.0
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(index * step, 10) for index in range(first, last + 1))
