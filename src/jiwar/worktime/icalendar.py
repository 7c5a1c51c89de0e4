"""Public holidays and clock changes of sites as an iCalendar file (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np

from jiwar.provenance import content_hash
from jiwar.worktime.calendar import Period
from jiwar.worktime.clock import minutes_of_day
from jiwar.worktime.practice import USUAL, Practice
from jiwar.worktime.public_holidays import public_holidays
from jiwar.worktime.site import WorkSite

_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - counts minutes of UTC, written with a Z
_LINE_OCTETS = 75
_MOON = " (by the moon, a day earlier or later is possible)"


def calendar_text(
    sites: Sequence[WorkSite], period: Period, stamp: dt.datetime, practice: Practice = USUAL
) -> str:
    """Return one calendar of all public holidays and clock changes of some sites.

    A holiday is an all-day event that says which sites are closed and which work; a clock change is an event
    at its moment in UTC. The same sites, period and stamp give the same text, to the byte.

    Parameters
    ----------
    sites, period, practice
        Whose holidays and clocks, when, and which lists and scenario.
    stamp
        The moment written as the time of making (an aware datetime or one in UTC).
    """
    made = stamp.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ") if stamp.tzinfo else f"{stamp:%Y%m%dT%H%M%S}Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jiwar//Shared hours//EN", "CALSCALE:GREGORIAN"]
    for event in (*_holidays(sites, period, practice), *_changes(sites, period, practice)):
        lines += ["BEGIN:VEVENT", f"UID:{content_hash(event)}@jiwar", f"DTSTAMP:{made}", *event, "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _holidays(sites: Sequence[WorkSite], period: Period, practice: Practice) -> Iterator[list[str]]:
    closed: dict[dt.date, dict[str, str]] = {}
    for site in sites:
        for year in range(period.first.year, period.last.year + 1):
            for holiday in public_holidays(
                site.holiday_country, site.holiday_subdivision, year, practice.holiday_list
            ):
                if period.first <= holiday.day <= period.last:
                    name = holiday.name + (_MOON if holiday.lunar else "")
                    closed.setdefault(holiday.day, {})[site.name] = name
    names = [site.name for site in sites]
    for day, by_site in sorted(closed.items()):
        working = ", ".join(name for name in names if name not in by_site)
        listed = "; ".join(f"{site}: {name}" for site, name in by_site.items())
        text = f"{listed}. Working: {working}" if working else listed
        yield [
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + dt.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped('Closed: ' + ', '.join(by_site))}",
            f"DESCRIPTION:{_escaped(text)}",
            "TRANSP:TRANSPARENT",
        ]


def _changes(sites: Sequence[WorkSite], period: Period, practice: Practice) -> Iterator[list[str]]:
    first, last = minutes_of_day(period.first), minutes_of_day(period.last) + 1440
    by_moment: dict[int, list[str]] = {}
    for site in sites:
        clock = practice.scenario.clock(site.zone)
        for moment in clock.begins[(clock.begins >= first) & (clock.begins < last)].tolist():
            before, after = clock.offset_at(np.array([moment - 1, moment], dtype=np.int64)).tolist()
            if before != after:
                text = f"{site.name} from UTC{_signed(before)} to UTC{_signed(after)}"
                by_moment.setdefault(moment, []).append(text)
    for moment, texts in sorted(by_moment.items()):
        start = _EPOCH + dt.timedelta(minutes=moment)
        yield [
            f"DTSTART:{start:%Y%m%dT%H%M%S}Z",
            f"SUMMARY:{_escaped('Clock change: ' + ', '.join(texts))}",
            "TRANSP:TRANSPARENT",
        ]


def _signed(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")


def _escaped(text: str) -> str:
    for plain in ("\\", ";", ","):
        text = text.replace(plain, "\\" + plain)
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line into pieces of at most 75 octets, each further one starting with a space."""
    pieces, piece, room = [], "", _LINE_OCTETS
    for letter in line:
        if len((piece + letter).encode()) > room:
            pieces.append(piece)
            piece, room = "", _LINE_OCTETS - 1
        piece += letter
    return "\r\n ".join([*pieces, piece])
