"""Ways from the mid values of some drivers towards the ends of their ranges, and where a saving turns on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.risk.ranges import Ranges

Saving = Callable[[Mapping[str, FloatArray]], FloatArray]
"""Values by key, shape (S,) each → saving in EUR, shape (S,); a missing key has its mid value."""

ENDS = (0.001, 0.999)
"""Quantiles between which a driver is moved when looking for what undoes a plan."""

_HALVINGS = 24


@dataclass(frozen=True, slots=True)
class Way:
    """Some keys and the values at the end of their way."""

    keys: tuple[str, ...]
    end: Mapping[str, float]

    def values(self, ranges: Ranges, share: float) -> dict[str, float]:
        """Return the values after a share of the way from the mid values."""
        return {key: ranges.mid(key) + share * (self.end[key] - ranges.mid(key)) for key in self.keys}

    def factor(self, ranges: Ranges, share: float) -> float | None:
        """Return the mean of new over mid value, None when all mid values are zero."""
        new = self.values(ranges, share)
        ratios = [value / ranges.mid(key) for key, value in new.items() if ranges.mid(key)]
        return float(np.mean(ratios)) if ratios else None

    def with_other(self, other: Way) -> Way:
        """Return the way on which two drivers go the same share at once."""
        return Way((*self.keys, *other.keys), {**self.end, **other.end})


def ways_of(ranges: Ranges) -> dict[str, tuple[Way, Way]]:
    """Return for every driver its way downwards and its way upwards."""
    ends = [ranges.values(np.full((len(ranges.keys), 1), u)) for u in ENDS]
    found = {}
    for driver, keys in ranges.drivers.items():
        down, up = (Way(keys, {key: float(end[key][0]) for key in keys}) for end in ends)
        found[driver] = (down, up)
    return found


def mids(ranges: Ranges, size: int) -> dict[str, FloatArray]:
    """Return the mid value of every key, ``size`` times."""
    return {key: np.full(size, ranges.mid(key)) for key in ranges.keys}


def on_the_way(ranges: Ranges, ways: list[Way], shares: FloatArray) -> dict[str, FloatArray]:
    """Return values by key, shape (ways,): each way gone for its share, all other keys at their mid values."""
    values = mids(ranges, len(ways))
    for column, way in enumerate(ways):
        for key, value in way.values(ranges, float(shares[column])).items():
            values[key][column] = value
    return values


def turning_shares(ranges: Ranges, saving: Saving, ways: list[Way], middle: float) -> FloatArray:
    """Find by bisection the share of each way at which the saving changes its sign; it must do so at its end."""
    near, far = np.zeros(len(ways)), np.ones(len(ways))
    for _ in range(_HALVINGS if ways else 0):
        half = 0.5 * (near + far)
        same = saving(on_the_way(ranges, ways, half)) * middle > 0.0
        near, far = np.where(same, half, near), np.where(same, far, half)
    return far
