"""All that can be said of the hours two sites share over a period, with its uncertainty."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from jiwar.worktime.calendar import Period, work_calendar
from jiwar.worktime.clock import data_release
from jiwar.worktime.hours import shared_minutes
from jiwar.worktime.lunar import DayRange, working_day_range
from jiwar.worktime.practice import USUAL, Practice
from jiwar.worktime.public_holidays import HolidayList
from jiwar.worktime.site import WorkSite


@dataclass(frozen=True, slots=True)
class SharedYear:
    """Two sites over one calendar year.

    ``hours_by_month`` are mean shared clock hours per joint working day, ``joint_days_by_month`` the days
    they are means of; ``working_days_here`` and ``there`` give the range that sightings of the moon allow;
    ``closed_only_here`` and ``there`` are working days of the other lost to a holiday of one side.
    """

    here: str
    there: str
    year: int
    hours_per_joint_day: float
    hours_per_week: float
    joint_days: int
    working_days_here: DayRange
    working_days_there: DayRange
    closed_only_here: tuple[dt.date, ...]
    closed_only_there: tuple[dt.date, ...]
    hours_by_month: tuple[float, ...]
    joint_days_by_month: tuple[int, ...]
    holiday_list: HolidayList
    scenario: str
    clock_data: str


def shared_year(here: WorkSite, there: WorkSite, year: int, practice: Practice = USUAL) -> SharedYear:
    """Return the shared hours of two sites over a year, everything on one page."""
    period = Period.year(year)
    shared = shared_minutes([(here, there)], period, practice)
    minutes, days = shared.by_month()
    ours, theirs = work_calendar(here, period, practice), work_calendar(there, period, practice)
    our_week = work_calendar(here, period, practice, holidays=False)
    their_week = work_calendar(there, period, practice, holidays=False)
    means = (minutes[0] / 60.0 / days[0].clip(min=1.0)).tolist()
    return SharedYear(
        here.id,
        there.id,
        year,
        float(shared.hours_per_joint_day()[0]),
        float(shared.hours_per_week()[0]),
        int(shared.joint_days()[0]),
        working_day_range(here, year, practice),
        working_day_range(there, year, practice),
        tuple(
            period.day(i) for i in range(period.days) if our_week.open[i] > ours.open[i] and theirs.open[i]
        ),
        tuple(
            period.day(i) for i in range(period.days) if their_week.open[i] > theirs.open[i] and ours.open[i]
        ),
        tuple(means),
        tuple(int(count) for count in days[0]),
        practice.holiday_list,
        practice.scenario.name,
        data_release(),
    )
