"""The time of a case: the horizon it looks over and the months in which work may start to move."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from jiwar.case.kinds import CalendarMonth, Whole
from jiwar.case.quantities import Amount
from jiwar.case.shapes import Declared
from jiwar.periods import MONTHS_PER_YEAR, Horizon, Month


class HorizonKeys(Declared):
    """The months that the plan looks over."""

    start: Annotated[Month, CalendarMonth(begins_quarter=True)] = Field(
        description="First month; plans are made in quarters, so it is the first of one.",
        examples=["2027-01"],
    )
    years: Annotated[int, Whole(1, 15)] = Field(
        description="Length. Learning takes two to three years, so less than five misleads.",
        examples=[5],
    )


class StartsKeys(Declared):
    """The months in which a work package may start to move."""

    first: Annotated[Month, CalendarMonth()] = Field(
        description="First possible start.", examples=["2027-04"]
    )
    last: Annotated[Month, CalendarMonth()] = Field(description="Last possible start.", examples=["2029-01"])
    every: Annotated[float, Amount(("months", "month"), "6 months", low=1.0, high=120.0, whole=True)] = Field(
        description="Distance between two possible starts.", examples=["6 months"]
    )


def build_horizon(keys: HorizonKeys) -> Horizon:
    """Return the horizon that the keys describe."""
    return Horizon(keys.start, keys.years * MONTHS_PER_YEAR)


def build_starts(keys: StartsKeys) -> tuple[Month, ...]:
    """Return the months from the first start to the last, in equal steps."""
    step = int(keys.every)
    return tuple(keys.first + after for after in range(0, keys.last - keys.first + 1, step))
