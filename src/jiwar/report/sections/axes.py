"""The marks of years on the time axes of charts."""

from __future__ import annotations

from jiwar.periods import Horizon


def year_marks(horizon: Horizon, *, months: bool = False) -> tuple[tuple[int, str], ...]:
    """Return, for every year of the horizon, the index of its first quarter (or month) and its name."""
    marks: list[tuple[int, str]] = []
    for index, month in enumerate(horizon):
        if index == 0 or month.month == 1:
            marks.append((index if months else index // 3, str(month.year)))
    return tuple(marks)
