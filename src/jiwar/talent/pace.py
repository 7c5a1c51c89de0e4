"""How fast one employer can hire in a city: at market pay, and faster for more pay and more agency fees."""

from __future__ import annotations

import numpy as np

from jiwar.facts import Facts, FactValues, Site
from jiwar.money import FloatArray
from jiwar.talent.numbers import Numbers
from jiwar.talent.pool import check_seniority, occupation, pool, ready_graduates

QUARTERS_PER_YEAR = 4.0


def hiring_limit(
    values: Facts | FactValues, site: Site, role: str, seniority: str, *, premium: float = 0.0
) -> FloatArray:
    """Return the people of a role and seniority that one employer can hire in a quarter.

    A share of the city's pool and, among juniors, of its ready graduates; pay above market wins more::

        people per quarter = (pool × hiring share + [junior] ready graduates × employer share / 4)
                             × (1 + premium) ^ supply elasticity

    never more than the whole pool.

    Parameters
    ----------
    values
        A base of facts (middle values) or values over scenarios.
    site, role, seniority
        Where and whom.
    premium
        Pay above market as a fraction, for instance 0.1.

    Returns
    -------
    Array of shape (S,), people per quarter.

    Raises
    ------
    TalentError
        T001 when nothing is known of the place, T002 for an unknown role or seniority.
    """
    return quarterly_limit(Numbers(values), site, role, seniority, premium)


def time_to_fill(values: Facts | FactValues, site: Site, role: str, seniority: str) -> FloatArray:
    """Return the months from opening a post to a person at work, for one post, shape (S,).

    The country's mean time (`time_to_fill` of the base) times a factor of the seniority, which is a prior.
    """
    occupation(role)
    check_seniority(seniority)
    numbers = Numbers(values)
    months: FloatArray = numbers(f"time_to_fill/{site.country}") * numbers(f"talent/{seniority}_time_factor")
    return months


def quarterly_limit(
    numbers: Numbers, site: Site, role: str, seniority: str, premium: float | FloatArray = 0.0
) -> FloatArray:
    """Return what `hiring_limit` returns, for numbers already at hand."""
    everybody = pool(numbers, site, role, seniority)
    people = everybody * numbers("hiring_share")
    if seniority == "junior":
        won = numbers("talent/employer_share") / QUARTERS_PER_YEAR
        people = people + ready_graduates(numbers, site, role) * won
    faster = (1.0 + premium) ** numbers("talent/supply_elasticity")
    limit: FloatArray = np.minimum(people * faster, everybody)
    return limit


def premium_for(numbers: Numbers, times_market_pace: FloatArray) -> FloatArray:
    """Return the pay above market, as a fraction, that hiring so many times faster costs.

    The inverse of the curve in `hiring_limit`: ``premium = pace ^ (1 / supply elasticity) - 1``, nothing at
    or below the pace of the market. Shapes broadcast, scenarios last.
    """
    elasticity = numbers("talent/supply_elasticity")
    premium: FloatArray = np.maximum(times_market_pace, 1.0) ** (1.0 / elasticity) - 1.0
    return premium


def agency_share(numbers: Numbers, times_market_pace: FloatArray) -> FloatArray:
    """Return the share of hires that come through an agency, rising until twice the pace of the market."""
    slow, fast = numbers("talent/agency_share/market"), numbers("talent/agency_share/fast")
    rise = np.clip(times_market_pace - 1.0, 0.0, 1.0)
    share: FloatArray = slow + (fast - slow) * rise
    return share
