"""How far the sighting of the moon can move the number of working days of a year."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from jiwar.worktime.calendar import Period
from jiwar.worktime.practice import USUAL, Practice
from jiwar.worktime.public_holidays import PublicHoliday, holidays_known, public_holidays
from jiwar.worktime.shift import parse_week
from jiwar.worktime.site import WorkSite

_SHIFTS = (-1, 0, 1)


@dataclass(frozen=True, slots=True)
class DayRange:
    """Working days of a year: fewest, as calculated, and most that sightings of the moon allow."""

    low: int
    mid: int
    high: int


def working_day_range(site: WorkSite, year: int, practice: Practice = USUAL) -> DayRange:
    """Return the working days of a year with each lunar feast a day earlier, as calculated, or a day later.

    Days of one feast move together, feasts independently; every combination is counted.
    """
    listed = [
        holiday
        for near in (year - 1, year, year + 1)
        if near == year or holidays_known(site.holiday_country, site.holiday_subdivision, near)
        for holiday in public_holidays(
            site.holiday_country, site.holiday_subdivision, near, practice.holiday_list
        )
    ]
    fixed = frozenset(holiday.day for holiday in listed if not holiday.lunar)
    feasts = [feast for feast in lunar_feasts(listed) if any(abs(_from(day, year)) <= 1 for day in feast)]
    counts = [
        _open_days(site, year, fixed | _moved(feasts, shifts))
        for shifts in itertools.product(_SHIFTS, repeat=len(feasts))
    ]
    as_calculated = _open_days(site, year, fixed | _moved(feasts, [0] * len(feasts)))
    return DayRange(min(counts), as_calculated, max(counts))


def lunar_feasts(listed: Iterable[PublicHoliday]) -> tuple[tuple[dt.date, ...], ...]:
    """Return the days of each lunar feast: consecutive lunar days are one feast."""
    days = sorted({holiday.day for holiday in listed if holiday.lunar})
    feasts: list[list[dt.date]] = []
    for day in days:
        if feasts and day - feasts[-1][-1] == dt.timedelta(days=1):
            feasts[-1].append(day)
        else:
            feasts.append([day])
    return tuple(tuple(feast) for feast in feasts)


def _moved(feasts: Iterable[tuple[dt.date, ...]], shifts: Iterable[int]) -> frozenset[dt.date]:
    return frozenset(
        day + dt.timedelta(days=shift) for feast, shift in zip(feasts, shifts, strict=True) for day in feast
    )


def _open_days(site: WorkSite, year: int, closed: frozenset[dt.date]) -> int:
    working = parse_week(site.week)
    period = Period.year(year)
    weekdays = sum(working[period.day(index).weekday()] for index in range(period.days))
    return weekdays - sum(day.year == year and working[day.weekday()] for day in closed)


def _from(day: dt.date, year: int) -> int:
    """Return 0 for a day of the year, else the days it lies outside."""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return min((day - first).days, 0) + max((day - last).days, 0)
