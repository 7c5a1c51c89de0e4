"""Parameters that change over the years: the version in force on a day, and whether it is carried forward."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol, TypeVar

from jiwar.law.payroll.error import refuse


class Dated(Protocol):
    """Anything with a first day and a last day for which it is known."""

    @property
    def start(self) -> dt.date:
        """The first day in force."""

    @property
    def known_until(self) -> dt.date:
        """The last day for which the parameters are known; later days carry them forward."""


D = TypeVar("D", bound=Dated)


def in_force(versions: Sequence[D], on: dt.date, what: str) -> D:
    """Return the newest version that has started; raises MoneyError L101 before the first."""
    started = [version for version in versions if version.start <= on]
    if not started:
        first = min(version.start for version in versions)
        refuse("L101", f"{what} is coded from {first} on, not for {on}", f"ask for a day from {first} on")
    return max(started, key=lambda version: version.start)


def assumed_from(version: Dated, on: dt.date) -> dt.date | None:
    """Return the first day that is carried forward when ``on`` lies beyond what is known, else None."""
    return version.known_until + dt.timedelta(days=1) if version.known_until < on else None
