"""The clock of a time zone as stretches of constant offset, read from the pinned data package only.

The operating system's zone files are never opened: on many machines they are older than Morocco's
change of September 2026, and Python prefers them. Nothing of the user's process is changed either.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module, resources
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from jiwar.diagnostics import nearest_names
from jiwar.worktime.site import WorktimeError

IntArray = NDArray[np.int64]

FIRST_YEAR = 2015
LAST_YEAR = 2060
MARGIN_DAYS = 3
"""Days beyond a period that a working day of another site can reach into."""
OLDEST_DATA = "2026c"
"""First release of the time-zone database with Morocco's permanent UTC+0."""

MINUTES_PER_DAY = 1440
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_SAMPLE_MINUTES = 7 * MINUTES_PER_DAY  # no zone has ever changed its clock twice within a week


@dataclass(frozen=True, slots=True, eq=False)
class Clock:
    """Stretches of constant offset: from ``begins[i]`` on, the wall clock is ``offsets[i]`` ahead of UTC.

    Both arrays count minutes, ``begins`` from 1970-01-01 00:00 UTC. The first stretch also holds before it.
    """

    zone: str
    begins: IntArray
    offsets: IntArray

    def utc_of_wall(self, wall_minutes: IntArray) -> IntArray:
        """Return the first moment (UTC minutes) at which the wall clock shows at least the given time.

        In the hour that a change to summer time skips, that is the moment of the change; in the hour
        that the change back repeats, it is the first of the two.
        """
        if self.offsets.size == 1:
            only: IntArray = wall_minutes - self.offsets[0]
            return only
        wall_at_end = self.begins[1:] + self.offsets[:-1]
        stretch = np.searchsorted(wall_at_end, wall_minutes, side="right")
        floor = np.where(stretch == 0, np.iinfo(np.int64).min, self.begins[stretch])
        moments: IntArray = np.maximum(wall_minutes - self.offsets[stretch], floor)
        return moments

    def offset_at(self, utc_minutes: IntArray) -> IntArray:
        """Return the minutes ahead of UTC at the given moments."""
        stretch = np.searchsorted(self.begins[1:], utc_minutes, side="right")
        offsets: IntArray = self.offsets[stretch]
        return offsets

    def with_stretch(self, first: int, last: int | None, offset: int) -> Clock:
        """Return the clock with one offset from a moment on, until another (None: for ever)."""
        inside = (self.begins > first) if last is None else (self.begins > first) & (self.begins < last)
        begins, offsets = [first], [offset]
        if last is not None:
            begins.append(last)
            offsets.append(int(self.offset_at(np.array([last], dtype=np.int64))[0]))
        kept = ~inside & (self.begins != first) & ((self.begins != last) if last is not None else True)
        all_begins = np.concatenate([self.begins[kept], np.array(begins, dtype=np.int64)])
        all_offsets = np.concatenate([self.offsets[kept], np.array(offsets, dtype=np.int64)])
        order = np.argsort(all_begins, kind="stable")
        return Clock(self.zone, all_begins[order], all_offsets[order])


@lru_cache(maxsize=128)
def zone_info(zone: str) -> ZoneInfo:
    """Return a zone read from the ``tzdata`` package, never from the operating system.

    Raises
    ------
    WorktimeError
        W001 when the zone is unknown, W003 when the package is older than Morocco's change of 2026.
    """
    _check_data_release(data_release())
    known = _known_zones()
    if zone not in known:
        raise WorktimeError.one(
            code="W001", message=f"`{zone}` is not a time zone", remedy=nearest_names(zone, known)
        )
    with resources.files("tzdata").joinpath("zoneinfo", *zone.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=zone)


@lru_cache(maxsize=128)
def read_clock(zone: str) -> Clock:
    """Return the clock of a zone for the years 2015 to 2060 (errors as in `zone_info`)."""
    info = zone_info(zone)
    first = minutes_of_day(dt.date(FIRST_YEAR - 1, 12, 1))
    last = minutes_of_day(dt.date(LAST_YEAR + 1, 2, 1))
    begins, offsets = [first], [_offset(info, first)]
    for sample in range(first + _SAMPLE_MINUTES, last, _SAMPLE_MINUTES):
        offset = _offset(info, sample)
        if offset != offsets[-1]:
            begins.append(_change_between(info, sample - _SAMPLE_MINUTES, sample))
            offsets.append(offset)
    return Clock(zone, np.array(begins, dtype=np.int64), np.array(offsets, dtype=np.int64))


def data_release() -> str:
    """Return the release of the time-zone database in use, such as ``2026f``."""
    return str(import_module("tzdata").IANA_VERSION)


def minutes_of_day(day: dt.date) -> int:
    """Return the minutes from 1970-01-01 00:00 to the start of a day, on one and the same clock."""
    return (day.toordinal() - _EPOCH.toordinal()) * MINUTES_PER_DAY


def check_years(first: dt.date, last: dt.date) -> None:
    """Raise W002 when a period leaves the years that clocks are known for (a few days of margin are)."""
    margin = dt.timedelta(days=MARGIN_DAYS)
    if (first + margin).year < FIRST_YEAR or (last - margin).year > LAST_YEAR or last < first:
        message = f"{first} to {last} is not a period within {FIRST_YEAR} to {LAST_YEAR}"
        raise WorktimeError.one(
            code="W002", message=message, remedy=f"ask for days from {FIRST_YEAR}-01-01 to {LAST_YEAR}-12-31"
        )


def _check_data_release(release: str) -> None:
    if release < OLDEST_DATA:
        message = f"the time-zone data is of release {release}; Morocco's clock needs {OLDEST_DATA} or later"
        raise WorktimeError.one(code="W003", message=message, remedy="install `tzdata>=2026.3`")


@lru_cache(maxsize=1)
def _known_zones() -> frozenset[str]:
    return frozenset(resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


def _offset(info: ZoneInfo, utc_minutes: int) -> int:
    moment = (_EPOCH + dt.timedelta(minutes=utc_minutes)).astimezone(info)
    offset = moment.utcoffset()
    assert offset is not None  # noqa: S101 - a ZoneInfo of a full date always has an offset
    return int(offset.total_seconds() // 60)


def _change_between(info: ZoneInfo, before: int, after: int) -> int:
    old = _offset(info, before)
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (middle, after) if _offset(info, middle) == old else (before, middle)
    return after
