"""The working day at a site that restores most shared hours, within law and decency."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from jiwar.worktime.calendar import Period
from jiwar.worktime.clock import MINUTES_PER_DAY, minutes_of_day
from jiwar.worktime.hours import shared_minutes
from jiwar.worktime.limits import LimitCheck, check_limits
from jiwar.worktime.practice import USUAL, Practice
from jiwar.worktime.shift import Shift, parse_week
from jiwar.worktime.site import WorkSite, WorktimeError


@dataclass(frozen=True, slots=True)
class DayChoices:
    """What a site would accept: the span of the day, the step of the search, the pauses inside the day.

    Eight in the morning to seven in the evening is our own view of a decent span, not a rule of law.
    """

    earliest: str = "08:00"
    latest: str = "19:00"
    step_minutes: int = 15
    pause_hours: float = 0.5


@dataclass(frozen=True, slots=True)
class ShiftOption:
    """One working day and the mean hours it shares with the partner per joint working day."""

    shift: Shift
    shared_hours: float
    check: LimitCheck


@dataclass(frozen=True, slots=True)
class ShiftDesign:
    """The present working day, the best one, and all that were looked at (best first).

    ``overtime_hours_per_week`` and ``night_hours_per_day`` are what the law may want extra pay for: none when
    only the start moves. The check says whether the law was read at all.
    """

    site: str
    partner: str
    present: ShiftOption
    best: ShiftOption
    options: tuple[ShiftOption, ...]

    @property
    def gained_hours(self) -> float:
        """Shared hours per joint working day that the best day adds to the present one."""
        return self.best.shared_hours - self.present.shared_hours

    @property
    def night_hours_per_day(self) -> float:
        """Hours of the best day inside the legal night."""
        return self.best.check.night_hours_per_day


@dataclass(frozen=True, slots=True)
class SeasonShift:
    """The best working day for a stretch between two changes of a clock."""

    first: dt.date
    last: dt.date
    design: ShiftDesign


def design_shift(
    site: WorkSite,
    partner: WorkSite,
    period: Period,
    choices: DayChoices | None = None,
    practice: Practice = USUAL,
) -> ShiftDesign:
    """Return the working day at a site, as long as the present one, that shares most hours with a partner.

    Among days that share equally, the one nearest to the present day wins. Days that break the site's law
    are not taken; where the law was not read, only the start is moved and the check says so.

    Raises
    ------
    WorktimeError
        W007 when no such day fits between the earliest start and the latest end, or none keeps the law.
    """
    choices = choices or DayChoices()
    days_per_week = sum(parse_week(site.week))
    present = practice.shift(site)

    def option(shift: Shift) -> ShiftOption:
        moved = practice.with_shift(site, shift)
        hours = float(shared_minutes([(partner, site)], period, moved).hours_per_joint_day()[0])
        check = check_limits(
            site.country, shift, days_per_week=days_per_week, pause_hours=choices.pause_hours
        )
        return ShiftOption(shift, hours, check)

    looked_at = [option(shift) for shift in _shifts(present, choices)]
    lawful = [item for item in looked_at if item.check.within is not False]
    if not lawful:
        message = (
            f"no day of {present.hours:g} hours from {choices.earliest} to {choices.latest} keeps the law"
        )
        raise WorktimeError.one(code="W007", message=message, remedy="shorten the day or widen the span")
    ranked = sorted(
        lawful, key=lambda item: (-round(item.shared_hours, 6), abs(item.shift.start - present.start))
    )
    return ShiftDesign(site.id, partner.id, option(present), ranked[0], tuple(ranked))


def design_seasonal_shifts(
    site: WorkSite,
    partner: WorkSite,
    period: Period,
    choices: DayChoices | None = None,
    practice: Practice = USUAL,
) -> tuple[SeasonShift, ...]:
    """Return the best working day for each stretch in which the two clocks keep their distance.

    A day that starts an hour earlier in the partner's summer time can share more than any one day does.
    """
    midnights = minutes_of_day(period.first) + MINUTES_PER_DAY * np.arange(period.days, dtype=np.int64)
    noons = midnights + MINUTES_PER_DAY // 2
    clock = practice.scenario.clock
    distance = clock(site.zone).offset_at(noons) - clock(partner.zone).offset_at(noons)
    firsts = np.flatnonzero(np.diff(distance, prepend=distance[0] - 1))
    seasons = []
    for first, after in zip(firsts, [*firsts[1:], period.days], strict=True):
        stretch = Period(period.day(int(first)), period.day(int(after) - 1))
        design = design_shift(site, partner, stretch, choices, practice)
        seasons.append(SeasonShift(stretch.first, stretch.last, design))
    return tuple(seasons)


def _shifts(present: Shift, choices: DayChoices) -> list[Shift]:
    span = Shift.parse(choices.earliest, choices.latest)
    length = present.end - present.start
    starts = range(span.start, span.end - length + 1, choices.step_minutes)
    if not starts:
        message = (
            f"a day of {present.hours:g} hours does not fit between {choices.earliest} and {choices.latest}"
        )
        raise WorktimeError.one(code="W007", message=message, remedy="widen the span or shorten the day")
    return [Shift(start, start + length) for start in starts]
