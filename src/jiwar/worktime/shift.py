"""A working day as two clock times, and a working week as two days."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jiwar.worktime.clock import MINUTES_PER_DAY
from jiwar.worktime.site import WorktimeError

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """A working day: minutes after local midnight; an end of 1440 or more lies on the next day.

    Pauses are inside: nine to half past five are 8.5 clock hours.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not (0 <= self.start < MINUTES_PER_DAY and self.start < self.end <= self.start + MINUTES_PER_DAY):
            message = f"a working day from minute {self.start} to minute {self.end} is not one"
            raise WorktimeError.one(
                code="W004", message=message, remedy="start within the day, last at most 24 hours"
            )

    @classmethod
    def parse(cls, start: str, end: str) -> Shift:
        """Read two clock times; an end not after the start lies on the next day (W004 when unreadable)."""
        first, last = _clock_time(start), _clock_time(end)
        return cls(first, last if last > first else last + MINUTES_PER_DAY)

    @property
    def hours(self) -> float:
        """Clock hours from start to end, pauses included."""
        return (self.end - self.start) / 60.0

    def moved(self, minutes: int) -> Shift:
        """Return the same length of day, some minutes later (or, when negative, earlier)."""
        return Shift(self.start + minutes, self.end + minutes)

    def shortened(self, hours: float) -> Shift:
        """Return the day with an earlier end, as many firms work in Ramadan."""
        return Shift(self.start, self.end - round(hours * 60))

    def __str__(self) -> str:
        return f"{_as_clock(self.start)}-{_as_clock(self.end)}"


def parse_week(week: str) -> tuple[bool, ...]:
    """Read ``Mon-Fri`` or ``Sun-Thu`` as seven flags, Monday first (W004 when unreadable)."""
    parts = week.replace("–", "-").split("-")
    if len(parts) != 2 or any(part not in _DAYS for part in parts):
        raise WorktimeError.one(
            code="W004", message=f"`{week}` is not a working week", remedy="write for instance `Mon-Fri`"
        )
    first, last = (_DAYS.index(part) for part in parts)
    length = (last - first) % 7 + 1
    working = {(first + step) % 7 for step in range(length)}
    return tuple(day in working for day in range(7))


def _clock_time(text: str) -> int:
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", text.strip())
    minutes = int(match[1]) * 60 + int(match[2]) if match else MINUTES_PER_DAY + 1
    if match is None or int(match[2]) > 59 or minutes > MINUTES_PER_DAY:
        raise WorktimeError.one(
            code="W004", message=f"`{text}` is not a time of day", remedy="write for instance `09:00`"
        )
    return minutes


def _as_clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
