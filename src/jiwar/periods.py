"""Months, quarters and the horizon that a plan looks over."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import total_ordering

MONTHS_PER_YEAR = 12
MONTHS_PER_QUARTER = 3


@total_ordering
@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month; months are ordered and a number of months can be added to one."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= MONTHS_PER_YEAR:
            message = f"month must be 1 to 12, not {self.month}"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``2027-04``; raises ValueError otherwise."""
        match = re.fullmatch(r"(\d{4})-(\d{2})", text.strip())
        if match is None:
            message = f"`{text}` is not a month like 2027-04"
            raise ValueError(message)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: dt.date) -> Month:
        """Return the month that holds a day."""
        return cls(day.year, day.month)

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Month:
        """Return the month counted from January of year 0."""
        return cls(ordinal // MONTHS_PER_YEAR, ordinal % MONTHS_PER_YEAR + 1)

    @property
    def ordinal(self) -> int:
        """Months since January of year 0."""
        return self.year * MONTHS_PER_YEAR + self.month - 1

    @property
    def first_day(self) -> dt.date:
        """The first day of the month."""
        return dt.date(self.year, self.month, 1)

    @property
    def last_day(self) -> dt.date:
        """The last day of the month."""
        return (self + 1).first_day - dt.timedelta(days=1)

    @property
    def quarter(self) -> Quarter:
        """The quarter that holds the month."""
        return Quarter(self.year, (self.month - 1) // MONTHS_PER_QUARTER + 1)

    def __add__(self, months: int) -> Month:
        return Month.from_ordinal(self.ordinal + months)

    def __sub__(self, other: Month) -> int:
        return self.ordinal - other.ordinal

    def __lt__(self, other: Month) -> bool:
        return self.ordinal < other.ordinal

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@total_ordering
@dataclass(frozen=True, slots=True)
class Quarter:
    """One calendar quarter."""

    year: int
    quarter: int

    @property
    def first_month(self) -> Month:
        """The first of its three months."""
        return Month(self.year, (self.quarter - 1) * MONTHS_PER_QUARTER + 1)

    def __add__(self, quarters: int) -> Quarter:
        return (self.first_month + quarters * MONTHS_PER_QUARTER).quarter

    def __lt__(self, other: Quarter) -> bool:
        return (self.year, self.quarter) < (other.year, other.quarter)

    def __str__(self) -> str:
        return f"{self.year:04d}-Q{self.quarter}"


@dataclass(frozen=True, slots=True)
class Horizon:
    """The months that a plan looks over: a start at the beginning of a quarter, whole quarters."""

    start: Month
    months: int

    def __post_init__(self) -> None:
        if (
            (self.start.month - 1) % MONTHS_PER_QUARTER
            or self.months % MONTHS_PER_QUARTER
            or self.months <= 0
        ):
            message = "a horizon starts with a quarter and lasts whole quarters"
            raise ValueError(message)

    @property
    def end(self) -> Month:
        """The last month inside the horizon."""
        return self.start + (self.months - 1)

    @property
    def quarters(self) -> int:
        """The number of quarters."""
        return self.months // MONTHS_PER_QUARTER

    def month(self, index: int) -> Month:
        """Return the month at an index, 0 being the start."""
        return self.start + index

    def quarter(self, index: int) -> Quarter:
        """Return the quarter at an index, 0 being the first."""
        return self.start.quarter + index

    def index(self, month: Month) -> int:
        """Return the index of a month (it may lie outside: negative or beyond the end)."""
        return month - self.start

    def __contains__(self, month: Month) -> bool:
        return 0 <= self.index(month) < self.months

    def __iter__(self) -> Iterator[Month]:
        return (self.start + index for index in range(self.months))
