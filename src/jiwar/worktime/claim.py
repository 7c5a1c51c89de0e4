"""The claim "identical time zone", answered with numbers for each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from jiwar.languages import Formatter, Language
from jiwar.worktime.calendar import Period
from jiwar.worktime.clock import MINUTES_PER_DAY, minutes_of_day
from jiwar.worktime.hours import shared_minutes
from jiwar.worktime.practice import USUAL, Practice
from jiwar.worktime.shift import parse_week
from jiwar.worktime.site import WorkSite

_NOON = 720


@dataclass(frozen=True, slots=True)
class ClockYear:
    """How two clocks stood to each other on the days of the working week of one year.

    ``days_by_offset`` counts days by the minutes that the second clock is ahead of the first;
    ``shared_hours_per_day`` leaves public holidays out of account.
    """

    year: int
    weekdays: int
    days_by_offset: Mapping[int, int]
    shared_hours_per_day: float

    @property
    def same_clock_days(self) -> int:
        """Days on which both clocks show the same time."""
        return self.days_by_offset.get(0, 0)

    @property
    def same_clock_share(self) -> float:
        """Share of weekdays on which both clocks show the same time."""
        return self.same_clock_days / self.weekdays


def same_clock(
    here: WorkSite, there: WorkSite, years: Iterable[int], practice: Practice = USUAL
) -> tuple[ClockYear, ...]:
    """Return for each year on how many weekdays two sites were or will be on the same clock.

    Weekdays are the days that belong to the working week of both sites; clocks are compared at noon UTC.
    """
    return tuple(_clock_year(here, there, year, practice) for year in years)


def claim_sentence(here: WorkSite, there: WorkSite, years: Sequence[ClockYear], language: Language) -> str:
    """Return the answer to "identical time zone" in one sentence, with the share of weekdays of each year."""
    form = Formatter(language)
    listed = ", ".join(f"{form.share(year.same_clock_share)} ({year.year})" for year in years)
    sentences = {
        Language.ENGLISH: "{here} and {there} show the same time on this share of weekdays: {listed}.",
        Language.GERMAN: "{here} und {there} haben an so vielen Wochentagen dieselbe Uhrzeit: {listed}.",
        Language.FRENCH: "{here} et {there} ont la même heure sur cette part des jours ouvrés : {listed}.",
    }
    return sentences[language].format(here=here.name, there=there.name, listed=listed)


def _clock_year(here: WorkSite, there: WorkSite, year: int, practice: Practice) -> ClockYear:
    period = Period.year(year)
    both = np.array(parse_week(here.week)) & np.array(parse_week(there.week))
    noons = minutes_of_day(period.first) + _NOON + MINUTES_PER_DAY * np.arange(period.days, dtype=np.int64)
    noons = noons[both[period.weekdays()]]
    ahead = practice.scenario.clock(there.zone).offset_at(noons) - practice.scenario.clock(
        here.zone
    ).offset_at(noons)
    shared = shared_minutes([(here, there)], period, practice, holidays=False)
    counted = Counter(int(minutes) for minutes in ahead)
    return ClockYear(year, noons.size, dict(sorted(counted.items())), float(shared.hours_per_joint_day()[0]))
