"""The time that a fact speaks of: a year, a month, a quarter, a span, or no date at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jiwar.periods import Month

_FORM = re.compile(r"(?P<year>\d{4})(?:-(?:(?P<month>\d{2})|Q(?P<quarter>[1-4])|H(?P<half>[12])))?")
_UNDATED = ("undated", "any", "")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last month of what a fact speaks of."""

    first: Month
    last: Month

    @property
    def middle(self) -> Month:
        """The month in the middle; of an even number of months the earlier of the two."""
        return self.first + (self.last - self.first) // 2


@cache
def parse_period(text: str) -> Period | None:
    """Read ``2024``, ``2024-05``, ``2024-Q3``, ``2024-H1``, a span ``2023..2024`` or ``c.2023``.

    Returns None for ``undated`` and ``any``.

    Raises
    ------
    ValueError
        When the text has none of these forms, or a span runs backwards.
    """
    if text in _UNDATED:
        return None
    first, _, last = text.removeprefix("c.").partition("..")
    start = _part(first)
    end = _part(last) if last else start
    if end.last < start.first:
        message = f"`{text}` ends before it begins"
        raise ValueError(message)
    return Period(start.first, end.last)


def _part(text: str) -> Period:
    match = _FORM.fullmatch(text)
    if match is None:
        message = f"`{text}` is not a period like 2024, 2024-05, 2024-Q3, 2024-H1 or 2023..2024"
        raise ValueError(message)
    year = int(match["year"])
    if match["month"]:
        month = Month(year, int(match["month"]))
        return Period(month, month)
    if match["quarter"]:
        first = Month(year, 3 * int(match["quarter"]) - 2)
        return Period(first, first + 2)
    if match["half"]:
        first = Month(year, 6 * int(match["half"]) - 5)
        return Period(first, first + 5)
    return Period(Month(year, 1), Month(year, 12))
