"""How long shared hours take: a year for 500 pairs of sites, a decade for every pair of the base."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import replace

from jiwar.facts import Site, load_facts
from jiwar.periods import Horizon, Month
from jiwar.worktime import Period, design_shift, shared_hours, shared_minutes, shared_year

_PAIRS = 500
_MOST_SECONDS = 1.0


def _timed(name: str, action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    seconds = time.perf_counter() - started
    print(f"{name:<58} {seconds:8.3f} s")
    return seconds


def main() -> None:
    """Print the times and check the one that is promised."""
    sites = load_facts().sites
    home, near = sites["stuttgart"], sites["casablanca"]
    pairs = [(home, _shifted(near, number)) for number in range(_PAIRS)]
    first = _timed("a year of shared minutes, 500 pairs, clocks read anew", lambda: _year(pairs, 2028))
    _timed("the same for the next year", lambda: _year(pairs, 2029))
    everyone = list(itertools.combinations(sites.values(), 2))
    decade = Horizon(Month(2026, 1), 120)
    _timed(
        f"ten years by month, all {len(everyone)} pairs of the base",
        lambda: [shared_hours(here, there, decade) for here, there in everyone],
    )
    _timed("one year on one page (with the moon's range)", lambda: shared_year(home, near, 2027))
    _timed("the best working day of a year", lambda: design_shift(near, home, Period.year(2027)))
    assert first < _MOST_SECONDS, f"{first:.2f} s for {_PAIRS} pairs"


def _year(pairs: list[tuple[Site, Site]], year: int) -> object:
    return shared_minutes(pairs, Period.year(year))


def _shifted(site: Site, minutes: int) -> Site:
    start, end = 360 + minutes, 870 + minutes
    return replace(
        site,
        id=f"{site.id}-{minutes}",
        day_start=f"{start // 60:02d}:{start % 60:02d}",
        day_end=f"{end // 60:02d}:{end % 60:02d}",
    )


if __name__ == "__main__":
    main()
