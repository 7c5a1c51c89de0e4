"""What the paper says of shared hours and of people to hire: plain values, no kernel behind them."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.periods import Month
from jiwar.report.amount import Amount, merged


@dataclass(frozen=True, slots=True)
class SharedMonth:
    """One month of two sites: minutes shared together, days on which both work."""

    month: Month
    minutes: Amount
    joint_days: Amount

    @property
    def hours_per_day(self) -> Amount:
        """Mean hours shared on a day on which both work."""
        days = max(self.joint_days.value, 1.0)
        return Amount(self.minutes.value / 60.0 / days, self.minutes.origins)


@dataclass(frozen=True, slots=True)
class SharedHours:
    """A site away from home over one calendar year, beside home.

    ``grid`` holds the hours shared on each day, rows Monday to Sunday, columns weeks; None outside the year.
    ``same_clock`` holds first and last year of stretches with the same share of weekdays on one clock.
    ``law`` names what the better day was checked against; empty when that law was not read.
    """

    id: str
    site: str
    home: str
    year: int
    full_day_hours: float
    grid: tuple[tuple[float | None, ...], ...]
    months: tuple[SharedMonth, ...]
    same_clock: tuple[tuple[int, int, Amount], ...]
    present_day: str
    best_day: str
    present_hours: Amount
    best_hours: Amount
    law: str

    @property
    def hours_per_day(self) -> Amount:
        """Mean hours shared on a day of the year on which both work."""
        days = max(sum(month.joint_days.value for month in self.months), 1.0)
        minutes = sum(month.minutes.value for month in self.months)
        return Amount(minutes / 60.0 / days, self.present_hours.origins)


@dataclass(frozen=True, slots=True)
class Pool:
    """People of one role and seniority in a city: hires by year, what one employer wins, how many there are."""

    site: str
    role: str
    seniority: str
    hires_by_year: tuple[Amount, ...]
    limit_per_year: Amount
    people: Amount

    @property
    def hires(self) -> float:
        """Hires over the horizon."""
        return sum(one.value for one in self.hires_by_year)

    @property
    def share(self) -> Amount:
        """Hires over the horizon, replacements of leavers included, as a share of the pool."""
        origins = merged(*(one.origins for one in self.hires_by_year), self.people.origins)
        return Amount(self.hires / max(self.people.value, 1e-9), origins)


@dataclass(frozen=True, slots=True)
class TalentDepth:
    """The pools that a plan hires from, the years they are shown for, and the share that is too much."""

    years: tuple[int, ...]
    pools: tuple[Pool, ...]
    too_much: float

    def crowded(self) -> tuple[tuple[str, str, Amount], ...]:
        """Return site, role and share wherever the plan hires more than is credible of all who do the work."""
        found = []
        for site, role in dict.fromkeys((pool.site, pool.role) for pool in self.pools):
            here = [pool for pool in self.pools if (pool.site, pool.role) == (site, role)]
            share = sum(pool.hires for pool in here) / max(sum(pool.people.value for pool in here), 1e-9)
            if share > self.too_much:
                origins = merged(*(pool.share.origins for pool in here))
                found.append((site, role, Amount(share, origins)))
        return tuple(found)
