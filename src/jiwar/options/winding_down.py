"""People at home on moved work until the new team can: leavers are not replaced, some teach, the rest is freed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.options.learning import TeamParameters, TeamProfile


@dataclass(frozen=True, slots=True)
class Lasting:
    """What is left of a group that nobody joins, after each month; shape (S, M), the first column after one month."""

    people: FloatArray
    gap: FloatArray  # of its newcomers in productivity


@dataclass(frozen=True, slots=True)
class WindDown:
    """People at home on moved work; every array has shape (S, M)."""

    available: FloatArray  # were nobody freed
    staying: FloatArray
    own_teaching: FloatArray
    gap: FloatArray

    @property
    def productive(self) -> FloatArray:
        """Those who work: neither teaching nor learning."""
        working: FloatArray = self.staying - self.own_teaching - self.gap
        return working


def lasting(parameters: TeamParameters, months: int) -> Lasting:
    """Return how a group melts away: (1 - attrition)^k of its people, (1 - attrition)^k kept^k of its gap."""
    steps = np.arange(months) + 1.0
    staying = 1.0 - parameters.attrition_per_month[:, None]
    return Lasting(staying**steps, (staying * parameters.gap_kept_per_month[:, None]) ** steps)


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
    begin = max(start, 0)
    available = _melting(kept.heads, left.people, start)
    staying = available.copy()
    wanted = np.minimum.accumulate(short + teaching, axis=1)[:, begin:]
    np.minimum(available[:, begin:], wanted, out=staying[:, begin:])
    own_teaching = np.minimum(teaching, staying)
    gap = np.minimum(_melting(kept.turnover_gap, left.gap, start), staying - own_teaching)
    return WindDown(available, staying, own_teaching, gap)


def freed(wound: WindDown, attrition_per_month: FloatArray, start: int) -> FloatArray:
    """People freed per month: the fall in those needed beyond those who leave by themselves."""
    previous = np.concatenate([wound.available[:, :1], wound.staying[:, :-1]], axis=1)
    expected = previous * (1.0 - attrition_per_month[:, None])
    fall: FloatArray = np.maximum(np.minimum(expected, previous) - wound.staying, 0.0)
    fall[:, : max(start, 0)] = 0.0
    return fall


def _melting(series: FloatArray, left: FloatArray, start: int) -> FloatArray:
    months = series.shape[1]
    melted: FloatArray = series.copy()
    if 0 < start < months:
        melted[:, start:] = series[:, start - 1, None] * left[:, : months - start]
    elif start <= 0:
        melted[:] = series[:, :1] * left
    return melted
