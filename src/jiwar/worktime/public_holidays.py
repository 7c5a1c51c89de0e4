"""Public holidays of a site: the list that binds a private employer, or the wider one of the package."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from jiwar.worktime.site import WorktimeError

_ESTIMATED = "estimated"


class HolidayList(StrEnum):
    """Which list of public holidays is read where two exist (today: in Morocco)."""

    LABOUR_CODE = "labour_code"
    """What a private employer owes: the default, because it binds and the sites are private firms."""

    PACKAGE = "package"
    """The list of the `holidays` package: for Morocco the public sector's, two days per Eid, 31 October."""


@dataclass(frozen=True, slots=True, order=True)
class PublicHoliday:
    """One day off; a lunar day still awaits the sighting of the moon and may fall a day earlier or later."""

    day: dt.date
    name: str
    lunar: bool = False


_MOROCCAN_FIXED = (
    # day, name, first year. Decree 2-04-426 of 29 December 2004, art. 1; 14 January by decree 2-23-1000 of
    # 2023. The decree names no 1 January, but the press of November 2023 counts it as paid for everybody
    # (le360.ma), so the list has 14 days, the upper end of the 13 to 14 found. 31 October is left out: that
    # the private sector owes it was not found.
    ((1, 1), "New Year's Day", 0),
    ((1, 11), "Proclamation of Independence Day", 0),
    ((1, 14), "Amazigh New Year", 2024),
    ((5, 1), "Labor Day", 0),
    ((7, 30), "Throne Day", 0),
    ((8, 14), "Oued Ed-Dahab Day", 0),
    ((8, 20), "Revolution Day", 0),
    ((8, 21), "Youth Day", 0),
    ((11, 6), "Green March", 0),
    ((11, 18), "Independence Day", 0),
)
_MOROCCAN_LUNAR = ("Eid al-Fitr", "Eid al-Adha", "Islamic New Year", "Prophet's Birthday")


@lru_cache(maxsize=512)
def public_holidays(
    country: str, subdivision: str | None, year: int, holiday_list: HolidayList = HolidayList.LABOUR_CODE
) -> tuple[PublicHoliday, ...]:
    """Return the public holidays of a country or its subdivision in a year, in order of days.

    Two holidays on one day are two entries. Only for Morocco do the two lists differ: the decree gives the
    private sector one day for each of four religious feasts, the package counts two.

    Raises
    ------
    WorktimeError
        W005 when no calendar is known, W010 when it does not reach the year.
    """
    listed = _from_package(country, subdivision, year)
    if country != "MA" or holiday_list is HolidayList.PACKAGE:
        return listed
    fixed = (
        PublicHoliday(dt.date(year, month, day), name)
        for (month, day), name, since in _MOROCCAN_FIXED
        if year >= since
    )
    return tuple(sorted([*fixed, *_first_days(listed)]))


def holidays_known(country: str, subdivision: str | None, year: int) -> bool:
    """Return whether the calendar of a country reaches a year (India's ends in 2035, for instance)."""
    return _listed(country, subdivision, year) is not None


def _from_package(country: str, subdivision: str | None, year: int) -> tuple[PublicHoliday, ...]:
    listed = _listed(country, subdivision, year)
    if listed is None:
        message = f"the public holidays of `{country}` in {year} are not all known"
        raise WorktimeError.one(code="W010", message=message, remedy="ask for an earlier year")
    return listed


@lru_cache(maxsize=512)
def _listed(country: str, subdivision: str | None, year: int) -> tuple[PublicHoliday, ...] | None:
    """Return what the package lists; None for a year it does not reach, which it says by a warning."""
    import holidays

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)
            found = holidays.country_holidays(
                country, subdiv=subdivision or None, years=year, language="en_US"
            )
    except UserWarning:
        return None
    except NotImplementedError as error:
        place = f"{country}-{subdivision}" if subdivision else country
        message = f"no public holidays are known for `{place}`"
        raise WorktimeError.one(
            code="W005", message=message, remedy="use ISO 3166 codes of the `holidays` package"
        ) from error
    return tuple(
        PublicHoliday(day, _plain(name), _ESTIMATED in name)
        for day, names in sorted(found.items())
        for name in names.split("; ")
    )


def _plain(name: str) -> str:
    return name.replace(f" ({_ESTIMATED})", "").replace(f", {_ESTIMATED})", ")")


def _first_days(listed: Iterable[PublicHoliday]) -> list[PublicHoliday]:
    """Keep of each religious feast its first day (a feast may come twice in a year, 2033 for instance)."""
    firsts: list[PublicHoliday] = []
    for feast in _MOROCCAN_LUNAR:
        days = [holiday for holiday in listed if holiday.name == feast]
        firsts += [day for day in days if not any(day.day - other.day == dt.timedelta(1) for other in days)]
    return firsts
