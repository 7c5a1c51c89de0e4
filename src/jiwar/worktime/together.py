"""When several sites work at the same time: common hours, and the windows in which all can meet."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from jiwar.worktime.calendar import Period, WorkCalendar, work_calendar
from jiwar.worktime.clock import MINUTES_PER_DAY, minutes_of_day
from jiwar.worktime.practice import USUAL, Practice
from jiwar.worktime.site import WorkSite, WorktimeError

Interval = tuple[int, int]
"""Begin and end in UTC minutes since 1970."""


@dataclass(frozen=True, slots=True)
class MeetingWindow:
    """A window, the same on every day it is counted for, in which all sites are at work.

    ``clock_times`` gives for each site the clock times of begin and end. ``days`` counts the days between
    first and last on which the window is open to all: weekends and holidays of any site are not among them.
    """

    first: dt.date
    last: dt.date
    days: int
    minutes: int
    clock_times: Mapping[str, tuple[str, str]]


def common_intervals(
    sites: Sequence[WorkSite], period: Period, practice: Practice = USUAL
) -> tuple[Interval, ...]:
    """Return the stretches of time in which all sites are at work, in order.

    Raises
    ------
    WorktimeError
        W009 for fewer than two different sites.
    """
    if len({site.id for site in sites}) < 2:
        message = f"{len(sites)} site(s) given, at least two different ones are needed"
        raise WorktimeError.one(code="W009", message=message, remedy="name two or more sites")
    common = _intervals(work_calendar(sites[0], period, practice))
    for site in sites[1:]:
        common = _intersection(common, _intervals(work_calendar(site, period, practice)))
    return tuple(common)


def common_hours(sites: Sequence[WorkSite], period: Period, practice: Practice = USUAL) -> float:
    """Return the hours of a period in which all sites are at work (W009 for fewer than two)."""
    return sum(end - begin for begin, end in common_intervals(sites, period, practice)) / 60.0


def meeting_windows(
    sites: Sequence[WorkSite], period: Period, practice: Practice = USUAL, *, minutes: int = 30
) -> tuple[MeetingWindow, ...]:
    """Return the windows of at least some minutes in which all sites can meet, by runs of equal days.

    Days in a row with the same clock times at every site make one window, so a year gives a handful: one
    for each stretch between changes of a clock.
    """
    common = (item for item in common_intervals(sites, period, practice) if item[1] - item[0] >= minutes)
    shown = [(interval, _clock_times(sites, practice, interval)) for interval in common]
    found = []
    for times, run in itertools.groupby(shown, key=lambda item: item[1]):
        intervals = [interval for interval, _ in run]
        found.append(
            MeetingWindow(
                _day(intervals[0][0]),
                _day(intervals[-1][0]),
                len(intervals),
                intervals[0][1] - intervals[0][0],
                dict(zip((site.id for site in sites), times, strict=True)),
            )
        )
    return tuple(found)


def _intervals(calendar: WorkCalendar) -> list[Interval]:
    begins, ends = calendar.begins[calendar.open], calendar.ends[calendar.open]
    return list(zip(begins.tolist(), ends.tolist(), strict=True))


def _intersection(some: list[Interval], others: list[Interval]) -> list[Interval]:
    found, left, right = [], 0, 0
    while left < len(some) and right < len(others):
        begin = max(some[left][0], others[right][0])
        end = min(some[left][1], others[right][1])
        if begin < end:
            found.append((begin, end))
        if some[left][1] <= others[right][1]:
            left += 1
        else:
            right += 1
    return found


def _clock_times(
    sites: Sequence[WorkSite], practice: Practice, interval: Interval
) -> tuple[tuple[str, str], ...]:
    moments = np.array(interval, dtype=np.int64)
    times = []
    for site in sites:
        wall = moments + practice.scenario.clock(site.zone).offset_at(moments)
        begin, end = (f"{minute // 60:02d}:{minute % 60:02d}" for minute in (wall % MINUTES_PER_DAY).tolist())
        times.append((begin, end))
    return tuple(times)


def _day(utc_minutes: int) -> dt.date:
    first = dt.date(1970, 1, 1)
    return first + dt.timedelta(days=(utc_minutes - minutes_of_day(first)) // MINUTES_PER_DAY)
