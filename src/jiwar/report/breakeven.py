"""When the extra cash of a plan has come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Recovery(StrEnum):
    """Whether and how extra cash comes back within the horizon."""

    NEVER_SPENT = "never_spent"
    RECOVERED = "recovered"
    NOT_RECOVERED = "not_recovered"


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The month (index) from which cumulated extra cash stays at or below zero, and its highest value."""

    recovery: Recovery
    month: int | None
    peak_eur: float
    peak_month: int


_HALF_A_EURO = 0.5


def break_even(cumulated_eur: Sequence[float]) -> BreakEven:
    """Find the break-even of cumulated extra cash; a positive value is money not yet back.

    Examples
    --------
    >>> break_even([2.0, 3.0, 1.0, -1.0]).month
    3
    """
    peak = max(cumulated_eur)
    peak_month = list(cumulated_eur).index(peak)
    out_of_pocket = [index for index, value in enumerate(cumulated_eur) if value > _HALF_A_EURO]
    if not out_of_pocket:
        return BreakEven(Recovery.NEVER_SPENT, None, max(peak, 0.0), peak_month)
    after = out_of_pocket[-1] + 1
    if after >= len(cumulated_eur):
        return BreakEven(Recovery.NOT_RECOVERED, None, peak, peak_month)
    return BreakEven(Recovery.RECOVERED, after, peak, peak_month)
