"""Minutes that two sites work at the same time, by day, and their means by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.periods import Horizon
from jiwar.worktime.calendar import BoolArray, Period, WorkCalendar, work_calendar
from jiwar.worktime.clock import MARGIN_DAYS
from jiwar.worktime.practice import USUAL, Practice
from jiwar.worktime.site import WorkSite

_MINUTES_PER_HOUR = 60.0


@dataclass(frozen=True, slots=True, eq=False)
class SharedMinutes:
    """Shared minutes of pairs of sites over the days of a period.

    Attributes
    ----------
    minutes
        Shape (pairs, days): minutes of the first site's working day at which the second works too,
        booked on the first site's date.
    joint
        Shape (pairs, days): whether both sites work on that date.
    """

    period: Period
    pairs: tuple[tuple[str, str], ...]
    minutes: FloatArray
    joint: BoolArray

    def joint_days(self) -> FloatArray:
        """Return the number of joint working days of each pair, shape (pairs,)."""
        days: FloatArray = self.joint.sum(axis=1).astype(np.float64)
        return days

    def hours_per_joint_day(self) -> FloatArray:
        """Return the mean shared clock hours per joint working day, shape (pairs,); 0 without such days."""
        return _hours_per_day(self.minutes.sum(axis=1), self.joint_days())

    def hours_per_week(self) -> FloatArray:
        """Return the mean shared clock hours per calendar week of seven days, shape (pairs,)."""
        hours: FloatArray = self.minutes.sum(axis=1) / _MINUTES_PER_HOUR / (self.period.days / 7.0)
        return hours

    def by_month(self) -> tuple[FloatArray, FloatArray]:
        """Return shared minutes and joint days by month, both of shape (pairs, months)."""
        months = self.period.months()
        edges = np.flatnonzero(np.diff(months, prepend=-1))
        return (
            np.add.reduceat(self.minutes, edges, axis=1),
            np.add.reduceat(self.joint.astype(np.float64), edges, axis=1),
        )

    def by_week(self) -> tuple[FloatArray, FloatArray]:
        """Return shared minutes and joint days by week from Monday on, both of shape (pairs, weeks)."""
        edges = np.flatnonzero(np.concatenate([[True], self.period.weekdays()[1:] == 0]))
        return (
            np.add.reduceat(self.minutes, edges, axis=1),
            np.add.reduceat(self.joint.astype(np.float64), edges, axis=1),
        )


def shared_minutes(
    pairs: Sequence[tuple[WorkSite, WorkSite]],
    period: Period,
    practice: Practice = USUAL,
    *,
    holidays: bool = True,
) -> SharedMinutes:
    """Return the minutes that each pair of sites shares on each day of a period.

    Exact to the minute, across midnight, changes of the clock and different working weeks.

    Parameters
    ----------
    pairs
        Pairs of sites; minutes are booked on the date of the first.
    period, practice
        When, and how calendars are read.
    holidays
        Whether public holidays close sites (without them only working weeks count).
    """
    minutes = np.zeros((len(pairs), period.days))
    joint = np.zeros((len(pairs), period.days), dtype=np.bool_)
    for row, (first, second) in enumerate(pairs):
        here = work_calendar(first, period, practice, holidays=holidays)
        there = work_calendar(second, period.widened(), practice, holidays=holidays)
        joint[row] = here.open & there.open[MARGIN_DAYS:-MARGIN_DAYS]
        minutes[row] = np.where(here.open, _shared(here, there), 0.0)
    names = tuple((first.id, second.id) for first, second in pairs)
    return SharedMinutes(period, names, minutes, joint)


def shared_hours(
    a: WorkSite, b: WorkSite, horizon: Horizon, practice: Practice = USUAL, *, holidays: bool = True
) -> FloatArray:
    """Return the mean shared clock hours per joint working day in each month.

    Clock hours include pauses: two sites on the same clock from 9:00 to 17:30 share 8.5 hours.

    Returns
    -------
    Array of shape (months,), hours; 0 in a month without joint working days.
    """
    shared = shared_minutes([(a, b)], _period(horizon), practice, holidays=holidays)
    minutes, days = shared.by_month()
    return _hours_per_day(minutes[0], days[0])


def shared_hours_per_own_day(
    a: WorkSite, b: WorkSite, horizon: Horizon, practice: Practice = USUAL
) -> FloatArray:
    """Return the mean shared clock hours per working day of the first site in each month, joint or not.

    Lower than `shared_hours` by the days on which only the first site works: holidays of the other, and a
    fifth of all days when the other works from Sunday to Thursday.

    Returns
    -------
    Array of shape (months,), hours.
    """
    shared = shared_minutes([(a, b)], _period(horizon), practice)
    return _hours_per_day(shared.by_month()[0][0], working_days(a, horizon, practice))


def joint_working_days(a: WorkSite, b: WorkSite, horizon: Horizon, practice: Practice = USUAL) -> FloatArray:
    """Return the days of each month on which both sites work, shape (months,)."""
    days: FloatArray = shared_minutes([(a, b)], _period(horizon), practice).by_month()[1][0]
    return days


def working_days(site: WorkSite, horizon: Horizon, practice: Practice = USUAL) -> FloatArray:
    """Return the working days of each month, net of public holidays, before leave; shape (months,)."""
    period = _period(horizon)
    is_open = work_calendar(site, period, practice).open
    edges = np.flatnonzero(np.diff(period.months(), prepend=-1))
    days: FloatArray = np.add.reduceat(is_open.astype(np.float64), edges)
    return days


def _period(horizon: Horizon) -> Period:
    return Period(horizon.start.first_day, horizon.end.last_day)


def _shared(here: WorkCalendar, there: WorkCalendar) -> FloatArray:
    """Return for each of our days the minutes that they work, by the minutes they have worked until then.

    The working days of a site follow one another without overlap, so the minutes worked until a moment are
    a broken line through the edges of its days; a day shares its rise over that day.
    """
    edges = np.stack([there.begins[there.open], there.ends[there.open]], axis=1).ravel()
    if edges.size == 0:
        return np.zeros(here.begins.size)
    worked = np.cumsum((there.ends - there.begins)[there.open])
    heights = np.stack([np.concatenate([[0], worked[:-1]]), worked], axis=1).ravel()
    rise: FloatArray = np.interp(here.ends, edges, heights) - np.interp(here.begins, edges, heights)
    return rise


def _hours_per_day(minutes: FloatArray, days: FloatArray) -> FloatArray:
    hours: FloatArray = np.divide(
        minutes / _MINUTES_PER_HOUR, days, out=np.zeros_like(minutes), where=days > 0
    )
    return hours
