"""How a team grows, learns, loses people and learns again.

One post is followed over time; a team is a sum of posts, because every step is linear. Vacant posts are
filled at a constant rate (the mean time to fill is given), people leave at a constant rate, and who is new
delivers less at first and approaches full productivity along an exponential learning curve. Evidence for
the curve and for the weight of turnover: Šmite and van Solingen, IEEE Software 2016.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import DTypeLike

from jiwar.money import FloatArray

PRODUCTIVE_SHARE_AT_LENGTH = 0.95
"""The length of a learning curve is the time until this share of full productivity is reached."""


@dataclass(frozen=True, slots=True)
class TeamParameters:
    """What governs the life of a team; every array has shape (S,), one value per scenario."""

    attrition_per_month: FloatArray
    fill_per_month: FloatArray
    start_productivity: FloatArray
    learning_months: FloatArray
    teaching_months: FloatArray
    first_fill_per_month: FloatArray | None = None  # slower for a first team larger than the market gives

    def repeated(self, times: int, first_fill_per_month: FloatArray) -> TeamParameters:
        """Return the parameters of several teams side by side that differ in how first posts are filled."""
        return TeamParameters(
            np.tile(self.attrition_per_month, times),
            np.tile(self.fill_per_month, times),
            np.tile(self.start_productivity, times),
            np.tile(self.learning_months, times),
            np.tile(self.teaching_months, times),
            first_fill_per_month,
        )

    @property
    def gap_kept_per_month(self) -> FloatArray:
        """The share of a newcomer's gap in productivity that is still there a month later."""
        remaining = (1.0 - PRODUCTIVE_SHARE_AT_LENGTH) / np.maximum(1.0 - self.start_productivity, 1e-9)
        kept: FloatArray = np.minimum(remaining, 1.0) ** (1.0 / self.learning_months)
        return kept

    @property
    def steady_output(self) -> FloatArray:
        """What one post delivers in the long run: less than one, for vacancies and for newcomers."""
        staying = 1.0 - self.attrition_per_month
        heads = 1.0 / (1.0 + self.attrition_per_month / self.fill_per_month)
        joining = self.attrition_per_month * heads
        gap = (1.0 - self.start_productivity) * joining / (1.0 - staying * self.gap_kept_per_month)
        steady: FloatArray = heads - gap
        return steady


SERIES = (
    "heads",
    "output",
    "joining",
    "ramp_up_gap",
    "turnover_gap",
    "learners",
    "replacements",
    "leavers",
)
"""The series of a profile, in the order of its first axis."""


@dataclass(frozen=True, slots=True)
class TeamProfile:
    """A team over the months, in people: one array (8, S, M), because all of it is linear in posts.

    Months lie apart in memory and scenarios side by side, so that arithmetic over scenarios is fast.
    """

    series: FloatArray

    @property
    def heads(self) -> FloatArray:
        """People in the team."""
        return np.asarray(self.series[0])

    @property
    def output(self) -> FloatArray:
        """Productive full-time equivalents: heads without both gaps."""
        return np.asarray(self.series[1])

    @property
    def joining(self) -> FloatArray:
        """People who join, first hires and replacements."""
        return np.asarray(self.series[2])

    @property
    def ramp_up_gap(self) -> FloatArray:
        """What first hires do not deliver yet."""
        return np.asarray(self.series[3])

    @property
    def turnover_gap(self) -> FloatArray:
        """What those who replaced leavers do not deliver yet."""
        return np.asarray(self.series[4])

    @property
    def learners(self) -> FloatArray:
        """First hires who are still taught."""
        return np.asarray(self.series[5])

    @property
    def replacements(self) -> FloatArray:
        """People who join posts that others have left."""
        return np.asarray(self.series[6])

    @property
    def leavers(self) -> FloatArray:
        """People who leave."""
        return np.asarray(self.series[7])

    @property
    def first_hires(self) -> FloatArray:
        """People who join posts for the first time."""
        return np.asarray(self.joining - self.replacements)

    def parts(self, number: int) -> list[TeamProfile]:
        """Take teams that were followed side by side apart again."""
        return [TeamProfile(part) for part in np.split(self.series, number, axis=1)]

    @staticmethod
    def nobody(scenarios: int, months: int, precision: DTypeLike = np.float64) -> TeamProfile:
        """Return a team without people, to be filled in."""
        profile = TeamProfile(TeamProfile.room(scenarios, months, precision))
        profile.series[...] = 0.0
        return profile

    @staticmethod
    def room(scenarios: int, months: int, precision: DTypeLike) -> FloatArray:
        """Return memory for the series of a team."""
        return np.empty((len(SERIES), months, scenarios), dtype=precision).transpose(0, 2, 1)


@dataclass(frozen=True, slots=True)
class Team:
    """A team's parameters, and one of its posts followed from both beginnings."""

    parameters: TeamParameters
    vacant: TeamProfile
    filled: TeamProfile


def monthly_rate(rate_per_year: FloatArray) -> FloatArray:
    """Turn a yearly leaving rate into the monthly one that compounds to it."""
    monthly: FloatArray = 1.0 - (1.0 - np.clip(rate_per_year, 0.0, 0.99)) ** (1.0 / 12.0)
    return monthly


def fill_rate(time_to_fill_months: FloatArray) -> FloatArray:
    """Turn a mean time to fill a post into the share of vacant posts filled in a month."""
    monthly: FloatArray = 1.0 - np.exp(-1.0 / np.maximum(time_to_fill_months, 1e-3))
    return monthly


def market_fill(people: float, people_per_quarter: FloatArray) -> FloatArray:
    """Return the monthly rate at which a market that gives so many people a quarter fills a first team.

    In the first quarter, when most posts are open, no more are filled than the market gives; a tenth of it is
    left for those who have to be replaced meanwhile.
    """
    share = np.clip(0.9 * people_per_quarter / max(people, 1e-9), 1e-3, 0.999)
    monthly: FloatArray = 1.0 - (1.0 - share) ** (1.0 / 3.0)
    return monthly


def follow_post(
    parameters: TeamParameters, months: int, *, filled: bool, room: FloatArray | None = None
) -> TeamProfile:
    """Follow one post over time: vacant at first, or held by somebody fully productive.

    Parameters
    ----------
    parameters
        Arrays of shape (S,).
    months
        Length of the profile, M.
    filled
        Whether the post is held at the beginning.
    room
        Memory to write to, as `TeamProfile.room` gives it.

    Returns
    -------
    Arrays of shape (S, M). At the end of every month heads and vacancies make exactly one post.
    """
    size = parameters.attrition_per_month.shape[0]
    staying = 1.0 - parameters.attrition_per_month
    kept = parameters.gap_kept_per_month
    first_gap = 1.0 - parameters.start_productivity
    still_taught = np.maximum(1.0 - 1.0 / np.maximum(parameters.teaching_months, 1.0), 0.0)
    first_fill = parameters.fill_per_month
    if parameters.first_fill_per_month is not None:
        first_fill = np.minimum(first_fill, parameters.first_fill_per_month)
    if room is None:
        room = TeamProfile.room(size, months, kept.dtype)
    profile = TeamProfile(room)
    months_of = profile.series.transpose(2, 0, 1)
    gap_kept = staying * kept
    heads = np.full(size, 1.0 if filled else 0.0, dtype=room.dtype)
    vacant_first, (vacant_again, ramp_gap, turnover_gap, learners, first, change) = (
        1.0 - heads,
        np.zeros((6, size), dtype=room.dtype),
    )
    for month in months_of:
        heads_before, ramp_before, turnover_before, learners_before = heads, ramp_gap, turnover_gap, learners
        heads, output, joining, ramp_gap, turnover_gap, learners, again, leavers = month
        np.multiply(first_fill, vacant_first, out=first)
        np.multiply(parameters.fill_per_month, vacant_again, out=again)
        np.multiply(heads_before, parameters.attrition_per_month, out=leavers)
        np.add(first, again, out=joining)
        np.subtract(heads_before, leavers, out=heads)
        heads += joining
        vacant_first -= first
        vacant_again += np.subtract(leavers, again, out=change)
        np.multiply(ramp_before, gap_kept, out=ramp_gap)
        ramp_gap += np.multiply(first_gap, first, out=change)
        np.multiply(turnover_before, gap_kept, out=turnover_gap)
        turnover_gap += np.multiply(first_gap, again, out=change)
        np.multiply(learners_before, still_taught, out=learners)
        learners += first
        np.subtract(heads, ramp_gap, out=output)
        output -= turnover_gap
    return profile


def shifted(profile: TeamProfile, start: int, months: int, people: float) -> TeamProfile:
    """Return the profile of a team of `people` posts that begins at month `start` of the horizon.

    A start before the horizon (negative) shows the team in its later months; the profile must be long
    enough for that.
    """
    series = profile.series
    moved = TeamProfile.nobody(series.shape[1], months, series.dtype)
    begin, skipped = max(start, 0), max(-start, 0)
    if begin < months:
        np.multiply(series[..., skipped : skipped + months - begin], people, out=moved.series[..., begin:])
    return moved
