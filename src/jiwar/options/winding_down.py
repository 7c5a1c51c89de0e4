"""People at home on moved work until the new team can: leavers are not replaced, some teach, the rest is freed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import DTypeLike

from jiwar.money import FloatArray
from jiwar.options.learning import TeamParameters, TeamProfile


@dataclass(frozen=True, slots=True)
class Lasting:
    """What is left of a group that nobody joins, after each month; shape (S, M), the first column after one month."""

    people: FloatArray
    gap: FloatArray  # of its newcomers in productivity


SERIES_AT_HOME = ("at_work", "teaching", "staying", "gap", "productive")
"""The series of people at home on moved work, in the order of the first axis."""


@dataclass(frozen=True, slots=True)
class WindDown:
    """People at home on moved work over some months: one array (5, S, M), lying in memory as profiles do."""

    series: FloatArray
    at_first: FloatArray  # (S, 1) people there in the first month were nobody freed

    @staticmethod
    def room(scenarios: int, months: int, precision: DTypeLike) -> FloatArray:
        """Return memory for the series."""
        return np.empty((len(SERIES_AT_HOME), months, scenarios), dtype=precision).transpose(0, 2, 1)

    @property
    def at_work(self) -> FloatArray:
        """Those who do not teach."""
        return np.asarray(self.series[0])

    @property
    def teaching(self) -> FloatArray:
        """Teaching that the new team wants, by own people or by others."""
        return np.asarray(self.series[1])

    @property
    def staying(self) -> FloatArray:
        """Everybody who is there."""
        return np.asarray(self.series[2])

    @property
    def gap(self) -> FloatArray:
        """What those at work do not deliver yet, since they learn."""
        return np.asarray(self.series[3])

    @property
    def productive(self) -> FloatArray:
        """Those at work, without the gap."""
        return np.asarray(self.series[4])


def lasting(parameters: TeamParameters, months: int) -> Lasting:
    """Return how a group melts away: (1 - attrition)^k of its people, (1 - attrition)^k kept^k of its gap."""
    staying = 1.0 - parameters.attrition_per_month[:, None]
    steps = np.arange(1, months + 1, dtype=staying.dtype)
    gap = (staying * parameters.gap_kept_per_month[:, None]) ** steps
    return Lasting(np.asfortranarray(staying**steps), np.asfortranarray(gap))  # as profiles lie in memory


def wind_down(
    kept: TeamProfile, short: FloatArray, teaching: FloatArray, left: Lasting, start: int
) -> WindDown:
    """Return who is at home, month by month.

    Until the start everything stays as it is. From then on::

        wanted[m]  = least over s <= m of short[s] + teaching[s]
        staying[m] = min(available[m], least over s <= m of wanted[s])

    Parameters
    ----------
    kept
        The team on the moved share were nothing moved, nobody hired for vacancies.
    short
        Work that the new team does not deliver yet, in people, shape (S, M).
    teaching
        People who teach, shape (S, M).
    left
        How people and gaps melt away.
    start
        First month of the new team.
    """
    begin = min(max(start, 0), kept.heads.shape[1])
    least = (short + teaching)[:, :begin].min(axis=1, initial=np.inf)
    wanted = wanted_at_home(short[:, begin:], teaching[:, begin:], least)
    after = from_start(last_before(kept, start), left, wanted, teaching[:, begin:])
    if begin == 0:
        return after
    before = staying_on(kept, teaching, begin)
    return WindDown(np.concatenate([before.series, after.series], axis=2), before.at_first)


def staying_on(kept: TeamProfile, teaching: FloatArray, until: int) -> WindDown:
    """Return who is at home before the new team starts, shape (S, until)."""
    wound = WindDown(WindDown.room(len(teaching), until, kept.heads.dtype), kept.heads[:, :1])
    wound.staying[:], wound.teaching[:] = kept.heads[:, :until], teaching[:, :until]
    wound.gap[:] = kept.turnover_gap[:, :until]
    _share_out(wound)
    return wound


def last_before(kept: TeamProfile, start: int) -> tuple[FloatArray, FloatArray]:
    """Return people and their gap in the last month before a start, shape (S, 1) each."""
    last = max(start - 1, 0)
    return kept.heads[:, last, None], kept.turnover_gap[:, last, None]


def from_start(
    last: tuple[FloatArray, FloatArray],
    left: Lasting,
    wanted: FloatArray,
    teaching: FloatArray,
    room: FloatArray | None = None,
) -> WindDown:
    """Return who is at home from the start on: as many as are wanted, if so many are left of the last ones there.

    ``room`` is memory to be used again, with the teaching in it.
    """
    scenarios, months = wanted.shape
    (people, gap), kept = last, left.people[:, :months]
    series = WindDown.room(scenarios, months, wanted.dtype) if room is None else room[:, :, :months]
    wound = WindDown(series, people * kept[:, :1])
    if room is None:
        wound.teaching[:] = teaching
    np.multiply(people, kept, out=wound.staying)
    np.minimum(wound.staying, wanted, out=wound.staying)
    np.multiply(gap, left.gap[:, :months], out=wound.gap)
    _share_out(wound)
    return wound


def _share_out(wound: WindDown) -> None:
    """Say who of those staying is at work and what they deliver; the gap is at most all of it."""
    np.minimum(wound.teaching, wound.staying, out=wound.at_work)
    np.subtract(wound.staying, wound.at_work, out=wound.at_work)
    np.minimum(wound.gap, wound.at_work, out=wound.gap)
    np.subtract(wound.at_work, wound.gap, out=wound.productive)


def wanted_at_home(short: FloatArray, teaching: FloatArray, least_before: FloatArray | float) -> FloatArray:
    """Return how many are wanted at home from the start on; `least_before` is the least wanted before it."""
    wanted: FloatArray = short + teaching
    wanted[:, 0] = np.minimum(wanted[:, 0], least_before)
    return _running_least(wanted)


def missing(needed: FloatArray, delivered: FloatArray, room: FloatArray | None = None) -> FloatArray:
    """Return what is needed and not delivered; ``room`` is memory for the answer."""
    lacking = np.subtract(needed, delivered, out=room)
    return np.maximum(lacking, 0.0, out=lacking)


def freed(wound: WindDown, attrition_per_month: FloatArray, start: int) -> FloatArray:
    """People freed per month: the fall in those needed beyond those who leave by themselves."""
    previous = np.concatenate([wound.at_first, wound.staying[:, :-1]], axis=1)
    expected = previous * (1.0 - attrition_per_month[:, None])
    fall: FloatArray = np.maximum(np.minimum(expected, previous) - wound.staying, 0.0)
    fall[:, : max(start, 0)] = 0.0
    return fall


def _running_least(series: FloatArray) -> FloatArray:
    """Return the least up to each month; with many scenarios, month by month is the faster way."""
    scenarios, months = series.shape
    if scenarios < months:
        least: FloatArray = np.minimum.accumulate(series, axis=1)
        return least
    by_month = list(series.T)
    for before, month in pairwise(by_month):
        np.minimum(before, month, out=month)
    return series
