"""Changes of a clock that may come: Morocco returns to UTC+1, the European Union ends summer time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from jiwar.worktime.clock import FIRST_YEAR, LAST_YEAR, Clock, minutes_of_day, read_clock
from jiwar.worktime.ramadan import ramadans

EU_ZONES = (
    "Asia/Nicosia",
    "Atlantic/Azores",
    "Atlantic/Canary",
    "Atlantic/Madeira",
    "Europe/Amsterdam",
    "Europe/Athens",
    "Europe/Berlin",
    "Europe/Bratislava",
    "Europe/Brussels",
    "Europe/Bucharest",
    "Europe/Budapest",
    "Europe/Busingen",
    "Europe/Copenhagen",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Europe/Lisbon",
    "Europe/Ljubljana",
    "Europe/Luxembourg",
    "Europe/Madrid",
    "Europe/Malta",
    "Europe/Paris",
    "Europe/Prague",
    "Europe/Riga",
    "Europe/Rome",
    "Europe/Sofia",
    "Europe/Stockholm",
    "Europe/Tallinn",
    "Europe/Vienna",
    "Europe/Vilnius",
    "Europe/Warsaw",
    "Europe/Zagreb",
)
"""Zones of the member states; neighbours such as Serbia decide for themselves and are not moved."""

_MOROCCAN_ZONES = ("Africa/Casablanca", "Africa/El_Aaiun")


@dataclass(frozen=True, slots=True)
class ClockStretch:
    """One zone at one offset from a day on, until another (None: for ever); changes are at 02:00 UTC."""

    zone: str
    first: dt.date
    last: dt.date | None
    offset_minutes: int


@dataclass(frozen=True, slots=True)
class ClockScenario:
    """A named set of changes to the clocks as enacted."""

    name: str
    stretches: tuple[ClockStretch, ...] = ()

    def clock(self, zone: str) -> Clock:
        """Return the clock of a zone under this scenario."""
        clock = read_clock(zone)
        for stretch in self.stretches:
            if stretch.zone == zone:
                last = None if stretch.last is None else _at_two(stretch.last)
                clock = clock.with_stretch(_at_two(stretch.first), last, stretch.offset_minutes)
        return clock


AS_ENACTED = ClockScenario("as enacted")


def morocco_returns_to_utc_plus_1(first: dt.date, *, back_in_ramadan: bool = True) -> ClockScenario:
    """Return the scenario that Morocco is at UTC+1 again from a day on.

    Parameters
    ----------
    first
        First day at UTC+1.
    back_in_ramadan
        Whether the clock goes back to UTC+0 around Ramadan, as from 2018 to 2026 (decree 2.18.855):
        from the last Sunday before Ramadan to the first Sunday that leaves a day after it.
    """
    stretches = [ClockStretch(zone, first, None, 60) for zone in _MOROCCAN_ZONES]
    if back_in_ramadan:
        for begin, end in ramadan_clock(first.year, LAST_YEAR):
            if end > first:
                stretches += [ClockStretch(zone, max(begin, first), end, 0) for zone in _MOROCCAN_ZONES]
    return ClockScenario(f"UTC+1 returns in Morocco on {first}", tuple(stretches))


def eu_ends_summer_time(
    first: dt.date,
    keep: Literal["winter", "summer"] = "winter",
    differing: Mapping[str, Literal["winter", "summer"]] | None = None,
) -> ClockScenario:
    """Return the scenario that member states stop changing clocks from a day on.

    Parameters
    ----------
    first
        First day on the lasting clock.
    keep
        Which clock the states keep: ``winter`` (standard) or ``summer`` time.
    differing
        Zones that choose otherwise, for instance ``{"Europe/Lisbon": "summer"}``.
    """
    differing = differing or {}
    stretches = []
    for zone in EU_ZONES:
        chosen = differing.get(zone, keep)
        offsets = read_clock(zone).offsets[-4:]
        offset = int(np.min(offsets) if chosen == "winter" else np.max(offsets))
        stretches.append(ClockStretch(zone, first, None, offset))
    return ClockScenario(f"the EU ends summer time on {first} ({keep} clock)", tuple(stretches))


def ramadan_clock(first_year: int, last_year: int) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return the days on which Morocco's clock went back and forth around Ramadan under the rule of 2018."""
    days = []
    for begin, end in ramadans(max(first_year, FIRST_YEAR), last_year):
        last_sunday_before = begin - dt.timedelta(days=(begin.isoweekday() - 1) % 7 + 1)
        two_days_later = end + dt.timedelta(days=2)
        first_sunday_after = two_days_later + dt.timedelta(days=-two_days_later.isoweekday() % 7)
        days.append((last_sunday_before, first_sunday_after))
    return tuple(days)


def _at_two(day: dt.date) -> int:
    return minutes_of_day(day) + 120
