"""How other countries grew from the size that Morocco has now: published jobs, aligned where they pass it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from jiwar.facts import Facts

PEERS = {
    "PL": "sector/pl_jobs/",
    "RO": "sector/ro_IT_jobs/",
    "EG": "sector/eg_outsourcing_jobs/",
    "PH": "sector/ph_jobs/",
    "IN": "sector/in_jobs/",
}
"""Countries with published numbers of jobs, and the table that holds them; what they count differs."""

HOME = "sector/jobs_sector/2024"
"""The size from which Morocco goes on: stable jobs at the end of 2024."""


@dataclass(frozen=True, slots=True)
class Peer:
    """The path of one country from the size of Morocco: jobs by years since it passed that size.

    ``growth`` is the yearly growth from the first to the last of its published numbers that lie nearest to six years
    from there; ``never`` says that its first number was already far above, so that only the growth compares.
    """

    country: str
    start_year: float
    points: tuple[tuple[float, float], ...]
    growth: float
    span: tuple[float, float]
    above: bool
    facts: tuple[str, ...]


def peers(facts: Facts) -> tuple[Peer, ...]:
    """Return the path of every country that publishes jobs."""
    size = facts.get(HOME).mid
    return tuple(_peer(country, prefix, size, facts) for country, prefix in PEERS.items())


def _peer(country: str, prefix: str, size: float, facts: Facts) -> Peer:
    keys = facts.keys(prefix)
    known = sorted((_year(facts.get(key).period), facts.get(key).mid) for key in keys)
    above = known[0][1] > 1.5 * size
    start = known[0][0] if above else _passing(known, size)
    points = tuple((year - start, jobs) for year, jobs in known if year >= start)
    if not above and (not points or points[0][0] > 0):
        points = ((0.0, size), *points)
    if len(points) == 1:  # it has not passed the size yet: its growth up to there is what compares
        points = tuple((year - start, jobs) for year, jobs in known)
    first, last = points[0], min(points[1:], key=lambda point: abs(point[0] - points[0][0] - 6.0))
    growth = (last[1] / first[1]) ** (1.0 / (last[0] - first[0])) - 1.0
    return Peer(country, start, points, growth, (start + first[0], start + last[0]), above, keys)


def _year(period: str) -> float:
    """Return a year, or the year and part of it for a quarter."""
    year, _, quarter = period.partition("-Q")
    return float(year) + (0.0 if not quarter else (int(quarter) - 1) / 4)


def _passing(known: list[tuple[float, float]], size: float) -> float:
    """Return when a path passes a size, read between two numbers at constant growth; else its last year."""
    for (before, small), (after, large) in pairwise(known):
        if small <= size < large:
            return before + (after - before) * math.log(size / small) / math.log(large / small)
    return known[0][0] if known[0][1] > size else known[-1][0]
