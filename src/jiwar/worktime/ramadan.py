"""The days of Ramadan, from the Umm al-Qura calendar; the moon decides, so a day more or less is possible."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

_RAMADAN = 9


@lru_cache(maxsize=32)
def ramadans(first_year: int, last_year: int) -> tuple[tuple[dt.date, dt.date], ...]:
    """Return first and last day of each Ramadan that begins within the given years (2030 has two)."""
    from hijridate import Gregorian, Hijri

    first_hijri = Gregorian(first_year, 1, 1).to_hijri().year
    last_hijri = Gregorian(last_year, 12, 31).to_hijri().year
    found = []
    for year in range(first_hijri, last_hijri + 1):
        begin = Hijri(year, _RAMADAN, 1)
        first = dt.date(*begin.to_gregorian().datetuple())
        if first_year <= first.year <= last_year:
            found.append((first, first + dt.timedelta(days=begin.month_length() - 1)))
    return tuple(found)
