"""What the saving hangs on: one driver at a time, groups of drivers together, and what would undo it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.risk.correlation import group_of
from jiwar.risk.draws import sobol_points, sources_of
from jiwar.risk.ranges import Ranges
from jiwar.risk.ways import Saving, Way, mids, on_the_way, turning_shares, ways_of

TURNED = (0.1, 0.9)
"""Quantiles at which a driver is shown alone."""

PAIRED = 12
"""Drivers that are tried in pairs: those whose worse end takes most of the saving."""


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
    values = mids(ranges, len(moved))
    for column, (keys, end) in enumerate(moved):
        for key in keys:
            values[key][column] = end[key][0]
    found = saving(values).reshape(-1, 2)
    turns = [
        Turn(driver, group_of(driver), float(low), float(high))
        for driver, (low, high) in zip(drivers, found, strict=True)
    ]
    return tuple(sorted(turns, key=lambda turn: (-turn.swing_eur, turn.driver)))


@dataclass(frozen=True, slots=True)
class PairFlip:
    """The smallest change of two drivers at once that makes the saving zero.

    Both go the same ``share_of_range`` of their way from mid value to the worse end of their range; ``factors``
    are the means of new over mid value of each driver's numbers.
    """

    drivers: tuple[str, str]
    groups: tuple[str, str]
    share_of_range: float
    factors: tuple[float | None, float | None]
    values: Mapping[str, float]


def flips(ranges: Ranges, saving: Saving) -> tuple[Flip, ...]:
    """Find for every driver the smallest change that makes the saving zero, by bisection.

    All numbers of a driver go the same share of their way from mid value to the end of their range. Bisection
    finds one change of sign on that way; of the two directions the nearer one counts.
    """
    drivers = ranges.drivers
    middle = float(saving(mids(ranges, 1))[0])
    if middle == 0.0:
        return tuple(Flip(driver, group_of(driver)) for driver in drivers)
    listed = [(driver, way, sign) for driver, both in ways_of(ranges).items() for way, sign in _signed(both)]
    whole = saving(on_the_way(ranges, [way for _, way, _ in listed], np.ones(len(listed))))
    crossing = [one for one, at_end in zip(listed, whole, strict=True) if at_end * middle < 0.0]
    shares = turning_shares(ranges, saving, [way for _, way, _ in crossing], middle)
    best: dict[str, Flip] = {}
    for (driver, way, sign), share in zip(crossing, shares, strict=True):
        known = best.get(driver)
        if known is None or known.share_of_range is None or share < abs(known.share_of_range):
            at = float(share)
            found = (sign * at, way.factor(ranges, at), way.values(ranges, at))
            best[driver] = Flip(driver, group_of(driver), *found)
    return tuple(best.get(driver, Flip(driver, group_of(driver))) for driver in drivers)


def pair_flips(ranges: Ranges, saving: Saving) -> tuple[PairFlip, ...]:
    """Find for pairs of the weightiest drivers the smallest joint change that makes the saving zero.

    Each driver goes towards the end of its range that is worse for the sign of the saving. The nearest comes first.
    """
    middle = float(saving(mids(ranges, 1))[0])
    if middle == 0.0:
        return ()
    heavy = _worse_ways(ranges, saving, middle)
    pairs = [(a, b, heavy[a].with_other(heavy[b])) for a, b in itertools.combinations(heavy, 2)]
    if not pairs:
        return ()
    whole = saving(on_the_way(ranges, [way for *_, way in pairs], np.ones(len(pairs))))
    crossing = [pair for pair, at_end in zip(pairs, whole, strict=True) if at_end * middle < 0.0]
    shares = turning_shares(ranges, saving, [way for *_, way in crossing], middle)
    found = []
    for (a, b, way), share in zip(crossing, shares, strict=True):
        at = float(share)
        factors = (heavy[a].factor(ranges, at), heavy[b].factor(ranges, at))
        found.append(PairFlip((a, b), (group_of(a), group_of(b)), at, factors, way.values(ranges, at)))
    return tuple(sorted(found, key=lambda pair: (pair.share_of_range, pair.drivers)))


def _worse_ways(ranges: Ranges, saving: Saving, middle: float) -> dict[str, Way]:
    """Return the way of each driver that takes more of the saving, for the drivers that take most."""
    ways = ways_of(ranges)
    listed = [way for both in ways.values() for way in both]
    left = (saving(on_the_way(ranges, listed, np.ones(len(listed)))) * np.sign(middle)).reshape(-1, 2)
    worse = {
        driver: (float(ends.min()), both[int(ends.argmin())])
        for (driver, both), ends in zip(ways.items(), left, strict=True)
        if ends.min() < abs(middle)
    }
    heaviest = sorted(worse, key=lambda driver: (worse[driver][0], driver))[:PAIRED]
    return {driver: worse[driver][1] for driver in heaviest}


def _signed(both: tuple[Way, Way]) -> tuple[tuple[Way, float], tuple[Way, float]]:
    down, up = both
    return (down, -1.0), (up, 1.0)


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
