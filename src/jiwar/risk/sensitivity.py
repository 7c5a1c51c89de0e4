"""What the saving hangs on: one driver at a time, groups of drivers together, and what would undo it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.risk.correlation import group_of
from jiwar.risk.draws import sobol_points, sources_of
from jiwar.risk.ranges import Ranges

Saving = Callable[[Mapping[str, FloatArray]], FloatArray]
"""Values by key, shape (S,) each → saving in EUR, shape (S,); a missing key has its mid value."""

ENDS = (0.001, 0.999)
"""Quantiles between which a driver is moved when looking for what undoes a plan."""

TURNED = (0.1, 0.9)
"""Quantiles at which a driver is shown alone."""

_HALVINGS = 24


@dataclass(frozen=True, slots=True)
class Turn:
    """The saving when one driver is at its P10 or P90 and everything else at its mid value."""

    driver: str
    group: str
    saving_at_p10_eur: float
    saving_at_p90_eur: float

    @property
    def swing_eur(self) -> float:
        """How far apart the two savings are."""
        return abs(self.saving_at_p90_eur - self.saving_at_p10_eur)


@dataclass(frozen=True, slots=True)
class Flip:
    """The smallest change of one driver alone that makes the saving zero.

    ``factor`` is the mean of new over mid value of the driver's numbers, ``share_of_range`` how far they went
    from their mid values to the end of their range, below zero downwards. Both are None, and ``values`` is
    empty, when the saving does not change its sign within the range.
    """

    driver: str
    group: str
    share_of_range: float | None = None
    factor: float | None = None
    values: Mapping[str, float] | None = None

    @property
    def flips(self) -> bool:
        """Whether the driver alone can undo the plan within its range."""
        return self.share_of_range is not None


@dataclass(frozen=True, slots=True)
class Influence:
    """The share of the variance of the saving that a group explains alone, and with all its interactions."""

    group: str
    first_order: float
    total: float


def tornado(ranges: Ranges, saving: Saving) -> tuple[Turn, ...]:
    """Turn every driver alone to its P10 and P90, the widest swing first."""
    drivers = ranges.drivers
    ends = [ranges.values(np.full((len(ranges.keys), 1), u)) for u in TURNED]
    moved = [(keys, end) for keys in drivers.values() for end in ends]
    values = _mids(ranges, len(moved))
    for column, (keys, end) in enumerate(moved):
        for key in keys:
            values[key][column] = end[key][0]
    found = saving(values).reshape(-1, 2)
    turns = [
        Turn(driver, group_of(driver), float(low), float(high))
        for driver, (low, high) in zip(drivers, found, strict=True)
    ]
    return tuple(sorted(turns, key=lambda turn: (-turn.swing_eur, turn.driver)))


def flips(ranges: Ranges, saving: Saving) -> tuple[Flip, ...]:
    """Find for every driver the smallest change that makes the saving zero, by bisection.

    All numbers of a driver go the same share of their way from mid value to the end of their range. Bisection
    finds one change of sign on that way; of the two directions the nearer one counts.
    """
    drivers = ranges.drivers
    middle = float(saving(_mids(ranges, 1))[0])
    if middle == 0.0:
        return tuple(Flip(driver, group_of(driver)) for driver in drivers)
    ends = [ranges.values(np.full((len(ranges.keys), 1), u)) for u in ENDS]
    ways = [(driver, keys, end, sign) for driver, keys in drivers.items() for end, sign in _ways(ends)]
    whole = saving(_on_the_way(ranges, [(keys, end) for _, keys, end, _ in ways], np.ones(len(ways))))
    crossing = [way for way, at_end in zip(ways, whole, strict=True) if at_end * middle < 0.0]
    shares = _bisect(ranges, saving, [(keys, end) for _, keys, end, _ in crossing], middle)
    best: dict[str, Flip] = {}
    for (driver, keys, end, sign), share in zip(crossing, shares, strict=True):
        known = best.get(driver)
        if known is None or known.share_of_range is None or share < abs(known.share_of_range):
            best[driver] = _flip(ranges, driver, keys, end, sign * float(share))
    return tuple(best.get(driver, Flip(driver, group_of(driver))) for driver in drivers)


def influences(ranges: Ranges, saving: Saving, *, points: int = 256, seed: int = 7) -> tuple[Influence, ...]:
    """Estimate first-order and total Sobol' indices of groups of drivers.

    Groups are independent of each other, so their shares are well defined; inside a group the stated
    correlations hold. Saltelli's design with ``points`` (a power of two) × (groups + 2) evaluations.
    """
    from scipy.stats import sobol_indices

    sources = sources_of(ranges)
    count = len(sources.groups)
    both = sobol_points(2 * count, points, seed)
    one, other = both[:count], both[count:]
    names = tuple(dict.fromkeys(sources.groups))
    designs = [one, other]
    for name in names:
        mixed = one.copy()
        rows = np.array([group == name for group in sources.groups])
        mixed[rows] = other[rows]
        designs.append(mixed)
    uniforms = sources.uniforms(np.concatenate(designs, axis=1))
    results = saving(ranges.values(uniforms)).reshape(len(designs), 1, points)
    if not np.ptp(results):
        return tuple(Influence(name, 0.0, 0.0) for name in names)
    centred = results - results[:2].mean()
    found = sobol_indices(func={"f_A": centred[0], "f_B": centred[1], "f_AB": centred[2:]}, n=points)
    first, total = np.ravel(found.first_order), np.ravel(found.total_order)
    shares = [Influence(name, float(a), float(b)) for name, a, b in zip(names, first, total, strict=True)]
    return tuple(sorted(shares, key=lambda share: (-share.total, share.group)))


def _mids(ranges: Ranges, size: int) -> dict[str, FloatArray]:
    return {key: np.full(size, ranges.mid(key)) for key in ranges.keys}


def _ways(ends: list[dict[str, FloatArray]]) -> list[tuple[dict[str, FloatArray], float]]:
    return [(ends[0], -1.0), (ends[1], 1.0)]


def _on_the_way(
    ranges: Ranges, ways: list[tuple[tuple[str, ...], dict[str, FloatArray]]], shares: FloatArray
) -> dict[str, FloatArray]:
    values = _mids(ranges, len(ways))
    for column, (keys, end) in enumerate(ways):
        for key in keys:
            values[key][column] += shares[column] * (end[key][0] - values[key][column])
    return values


def _bisect(
    ranges: Ranges,
    saving: Saving,
    ways: list[tuple[tuple[str, ...], dict[str, FloatArray]]],
    middle: float,
) -> FloatArray:
    near, far = np.zeros(len(ways)), np.ones(len(ways))
    for _ in range(_HALVINGS if ways else 0):
        half = 0.5 * (near + far)
        same = saving(_on_the_way(ranges, ways, half)) * middle > 0.0
        near, far = np.where(same, half, near), np.where(same, far, half)
    return far


def _flip(
    ranges: Ranges, driver: str, keys: tuple[str, ...], end: dict[str, FloatArray], signed: float
) -> Flip:
    values = {key: ranges.mid(key) + abs(signed) * (float(end[key][0]) - ranges.mid(key)) for key in keys}
    ratios = [values[key] / ranges.mid(key) for key in keys if ranges.mid(key)]
    return Flip(driver, group_of(driver), signed, float(np.mean(ratios)) if ratios else None, values)
