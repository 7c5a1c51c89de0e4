"""How a working calendar is read: which holidays, which hours in Ramadan, which clocks, which shifts."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.worktime.public_holidays import HolidayList
from jiwar.worktime.scenario import AS_ENACTED, ClockScenario
from jiwar.worktime.shift import Shift
from jiwar.worktime.site import WorkSite, WorktimeError

_MOST_RAMADAN_HOURS = 4.0


@dataclass(frozen=True, slots=True)
class Practice:
    """Everything about shared hours that is a choice and not a fact; hashable.

    Parameters
    ----------
    holiday_list
        Which list of public holidays is read where two exist.
    ramadan_hours
        Hours by which the working day ends earlier in Ramadan. The Moroccan labour code prescribes none,
        practice differs: 0 is the default, 1 and 2 are the cases to try.
    ramadan_countries
        Countries whose sites follow that practice.
    scenario
        The clocks: as enacted, or with a change that may come.
    shifts
        Working days other than the site's own, as pairs of site id and shift.
    """

    holiday_list: HolidayList = HolidayList.LABOUR_CODE
    ramadan_hours: float = 0.0
    ramadan_countries: frozenset[str] = frozenset({"EG", "MA", "TN"})
    scenario: ClockScenario = AS_ENACTED
    shifts: tuple[tuple[str, Shift], ...] = ()

    def __post_init__(self) -> None:
        if not 0.0 <= self.ramadan_hours <= _MOST_RAMADAN_HOURS:
            message = f"{self.ramadan_hours} hours fewer a day in Ramadan is not between 0 and 4"
            raise WorktimeError.one(code="W006", message=message, remedy="use 0, 1 or 2 hours")

    def shift(self, site: WorkSite) -> Shift:
        """Return the working day of a site: the one given for it, or its own."""
        return dict(self.shifts).get(site.id) or Shift.parse(site.day_start, site.day_end)

    def with_shift(self, site: WorkSite, shift: Shift) -> Practice:
        """Return the same practice with another working day at one site."""
        others = tuple(pair for pair in self.shifts if pair[0] != site.id)
        return Practice(
            self.holiday_list,
            self.ramadan_hours,
            self.ramadan_countries,
            self.scenario,
            (*others, (site.id, shift)),
        )


USUAL = Practice()
"""The labour code's holidays, no shorter days in Ramadan, clocks as enacted, the sites' own days."""


def full_day_hours(site: WorkSite, practice: Practice = USUAL) -> float:
    """Return the clock hours of a site's working day, pauses included: the most it can share."""
    return practice.shift(site).hours
