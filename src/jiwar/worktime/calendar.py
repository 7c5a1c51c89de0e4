"""The working days of a site, and when each begins and ends in UTC."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jiwar.worktime.clock import MARGIN_DAYS, MINUTES_PER_DAY, IntArray, check_years, minutes_of_day
from jiwar.worktime.practice import USUAL, Practice
from jiwar.worktime.public_holidays import HolidayList, holidays_known, public_holidays
from jiwar.worktime.ramadan import ramadans
from jiwar.worktime.scenario import ClockScenario
from jiwar.worktime.shift import Shift, parse_week
from jiwar.worktime.site import WorkSite

BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from a first to a last one, both included; some at either end may be margin only."""

    first: dt.date
    last: dt.date
    margin_days: int = 0

    def __post_init__(self) -> None:
        check_years(self.first, self.last)

    @classmethod
    def year(cls, year: int) -> Period:
        """Return a calendar year."""
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31))

    def widened(self) -> Period:
        """Return the period with the few days around it whose work can reach into it."""
        margin = dt.timedelta(days=MARGIN_DAYS)
        return Period(self.first - margin, self.last + margin, MARGIN_DAYS)

    def in_margin(self, year: int) -> bool:
        """Return whether only the margin reaches into a year."""
        margin = dt.timedelta(days=self.margin_days)
        return not (self.first + margin).year <= year <= (self.last - margin).year

    @property
    def days(self) -> int:
        """Number of days."""
        return self.last.toordinal() - self.first.toordinal() + 1

    def day(self, index: int) -> dt.date:
        """Return the day at an index, 0 being the first."""
        return self.first + dt.timedelta(days=index)

    def index(self, day: dt.date) -> int:
        """Return the index of a day, which may lie outside."""
        return day.toordinal() - self.first.toordinal()

    def weekdays(self) -> IntArray:
        """Return the day of the week of each day, Monday being 0."""
        days: IntArray = (np.arange(self.days, dtype=np.int64) + self.first.weekday()) % 7
        return days

    def months(self) -> IntArray:
        """Return for each day the number of its month, the period's first month being 0."""
        dates = np.arange(np.datetime64(self.first), np.datetime64(self.last) + 1)
        numbers: IntArray = dates.astype("datetime64[M]").astype(np.int64)
        since_first: IntArray = numbers - numbers[0]
        return since_first


@dataclass(frozen=True, slots=True, eq=False)
class WorkCalendar:
    """The days of a period at one site: open or not, and the working day in UTC minutes since 1970.

    All arrays have shape (days,). Closed days have ``begins`` and ``ends`` too, as if they were open.
    """

    site: str
    open: BoolArray
    begins: IntArray
    ends: IntArray


def work_calendar(
    site: WorkSite, period: Period, practice: Practice = USUAL, *, holidays: bool = True
) -> WorkCalendar:
    """Return the working days of a site over a period.

    Parameters
    ----------
    site, period, practice
        Where, when, and how the calendar is read.
    holidays
        Whether public holidays close the site; without them only the working week counts.
    """
    hours_off = practice.ramadan_hours if site.country in practice.ramadan_countries else 0.0
    wanted = _Wanted(
        site.id,
        site.zone,
        site.week,
        site.holiday_country if holidays else None,
        site.holiday_subdivision,
        practice.shift(site),
        hours_off,
        practice.holiday_list,
        practice.scenario,
        period,
    )
    return _calendar(wanted)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that a calendar depends on; hashable, so that each is computed once."""

    site: str
    zone: str
    week: str
    holiday_country: str | None
    holiday_subdivision: str | None
    shift: Shift
    ramadan_hours_off: float
    holiday_list: HolidayList
    scenario: ClockScenario
    period: Period


@lru_cache(maxsize=512)
def _calendar(wanted: _Wanted) -> WorkCalendar:
    period, shift = wanted.period, wanted.shift
    is_open = np.array(parse_week(wanted.week))[period.weekdays()]
    is_open[_holiday_indices(wanted)] = False
    midnights = minutes_of_day(period.first) + MINUTES_PER_DAY * np.arange(period.days, dtype=np.int64)
    ends_wall = midnights + shift.end
    if wanted.ramadan_hours_off:
        fasting = _ramadan_days(period)
        ends_wall[fasting] = midnights[fasting] + shift.shortened(wanted.ramadan_hours_off).end
    clock = wanted.scenario.clock(wanted.zone)
    begins, ends = clock.utc_of_wall(midnights + shift.start), clock.utc_of_wall(ends_wall)
    for array in (is_open, begins, ends):
        array.setflags(write=False)  # calendars are shared between callers
    return WorkCalendar(wanted.site, is_open, begins, ends)


def _holiday_indices(wanted: _Wanted) -> list[int]:
    if wanted.holiday_country is None:
        return []
    period, country, subdivision = wanted.period, wanted.holiday_country, wanted.holiday_subdivision
    listed = (
        period.index(holiday.day)
        for year in range(period.first.year, period.last.year + 1)
        if holidays_known(country, subdivision, year) or not period.in_margin(year)
        for holiday in public_holidays(country, subdivision, year, wanted.holiday_list)
    )
    return [index for index in listed if 0 <= index < period.days]


def _ramadan_days(period: Period) -> BoolArray:
    fasting = np.zeros(period.days, dtype=np.bool_)
    for first, last in ramadans(period.first.year - 1, period.last.year):
        fasting[max(period.index(first), 0) : max(period.index(last) + 1, 0)] = True
    return fasting
