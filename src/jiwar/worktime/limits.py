"""What labour law lets a working day be, as far as it was read; unknown law stays unknown."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from jiwar.worktime.shift import Shift
from jiwar.worktime.site import WorktimeError

_COLUMNS = (
    "countries",
    "most_hours_per_day",
    "most_hours_per_week",
    "night_from",
    "night_to",
    "overtime_premium",
    "source",
    "url",
    "grade",
    "note",
)


@dataclass(frozen=True, slots=True)
class DayLimits:
    """Limits of a country's law: hours of work (without pauses), the night, the pay for overtime if known."""

    most_hours_per_day: float
    most_hours_per_week: float
    night: Shift
    overtime_premium: float | None
    source: str
    url: str
    grade: str
    note: str


@dataclass(frozen=True, slots=True)
class LimitCheck:
    """Whether a working day keeps the law: True, False, or None when the country's law was not read."""

    within: bool | None
    breaches: tuple[str, ...]
    night_hours_per_day: float
    limits: DayLimits | None


@cache
def day_limits() -> Mapping[str, DayLimits]:
    """Return the limits by country (W008 when the table is unreadable)."""
    text = files("jiwar.worktime").joinpath("data", "limits.csv").read_text(encoding="utf-8")
    return parse_limits(text)


def parse_limits(text: str) -> Mapping[str, DayLimits]:
    """Read a table of limits strictly; raises WorktimeError (W008)."""
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if tuple(rows.fieldnames or ()) != _COLUMNS:
        message = f"limits.csv has the columns {rows.fieldnames}"
        raise WorktimeError.one(code="W008", message=message, remedy=f"use {', '.join(_COLUMNS)}")
    found: dict[str, DayLimits] = {}
    for line, row in enumerate(rows, start=2):
        try:
            limits = _limits(row)
        except (ValueError, TypeError) as error:
            message = f"limits.csv, line {line}: {error}"
            raise WorktimeError.one(code="W008", message=message, remedy="mend the row") from error
        found |= dict.fromkeys(row["countries"].split(), limits)
    return MappingProxyType(found)


def check_limits(country: str, shift: Shift, *, days_per_week: int, pause_hours: float) -> LimitCheck:
    """Return whether a working day and its week keep the law of a country.

    Parameters
    ----------
    country
        ISO 3166 code.
    shift
        Start and end of the day, pauses included.
    days_per_week
        Days worked a week.
    pause_hours
        Unpaid pauses inside the day.
    """
    limits = day_limits().get(country)
    if limits is None:
        return LimitCheck(None, (), 0.0, None)
    worked = shift.hours - pause_hours
    breaches = []
    if worked > limits.most_hours_per_day:
        breaches.append(f"{worked:g} hours of work a day exceed {limits.most_hours_per_day:g}")
    if worked * days_per_week > limits.most_hours_per_week:
        breaches.append(f"{worked * days_per_week:g} hours a week exceed {limits.most_hours_per_week:g}")
    return LimitCheck(not breaches, tuple(breaches), _night_hours(shift, limits.night), limits)


def _limits(row: Mapping[str, str]) -> DayLimits:
    for name in ("source", "url", "grade"):
        if not row[name]:
            message = f"`{name}` is empty"
            raise ValueError(message)
    return DayLimits(
        float(row["most_hours_per_day"]),
        float(row["most_hours_per_week"]),
        Shift.parse(row["night_from"], row["night_to"]),
        float(row["overtime_premium"]) if row["overtime_premium"] else None,
        row["source"],
        row["url"],
        row["grade"],
        row["note"],
    )


def _night_hours(shift: Shift, night: Shift) -> float:
    minutes = 0
    for day in (-1, 0, 1):
        begin, end = night.start + day * 1440, night.end + day * 1440
        minutes += max(0, min(shift.end, end) - max(shift.start, begin))
    return minutes / 60.0
