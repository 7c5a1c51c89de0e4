"""Exchange rates: how much they moved, and paths of how they may move.

The dirham follows a basket of euro and dollar within a band; the Egyptian pound and the Turkish lira fall in
jumps between calm months; the other currencies walk. All rates are units of the currency per EUR.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from jiwar.facts.base import Facts
from jiwar.facts.codes import facts_error
from jiwar.money import FloatArray
from jiwar.periods import MONTHS_PER_YEAR, Horizon, Month

JUMPING = ("EGP", "TRY")
"""Currencies that fall in jumps: their volatility understates the tails and overstates calm months."""

JUMP_FROM = 0.08
"""A monthly loss of more than this (in logarithms) counts as a jump."""

BASKET, BAND = "fx/mad/basket", "fx/mad/band"
_DEVIATION_KEPT_PER_MONTH = 0.97
"""How much of the dirham's distance from its central rate is still there a month later."""


@dataclass(frozen=True, slots=True)
class Movement:
    """How a currency moved against the euro, from monthly logarithmic changes (+ is weaker)."""

    currency: str
    months: int
    volatility_per_year: float
    drift_per_year: float
    worst_month: float
    best_month: float
    jumps_per_year: float
    mean_jump: float
    calm_volatility_per_year: float
    calm_drift_per_year: float


def monthly_changes(facts: Facts, currency: str, since: Month | None = None) -> FloatArray:
    """Return the logarithmic changes of a currency from month to month, from a first month on."""
    series = facts.series("fx_monthly")
    if currency not in series.columns:
        message = f"there is no monthly series of `{currency}`"
        raise facts_error(message, f"known: {', '.join(series.columns)}", "F001")
    changes: FloatArray = np.diff(np.log(series.columns[currency]))
    months = np.array([Month.parse(row[0]).ordinal for row in series.index])[1:]
    return changes if since is None else changes[months >= since.ordinal]


def movement(facts: Facts, currency: str, since: Month | None = None) -> Movement:
    """Measure how a currency moved: volatility, drift, worst months, jumps and the calm between them."""
    changes = monthly_changes(facts, currency, since)
    jumps = changes > JUMP_FROM
    calm = changes[~jumps]
    year = MONTHS_PER_YEAR
    return Movement(
        currency=currency,
        months=changes.size,
        volatility_per_year=float(np.std(changes, ddof=1) * np.sqrt(year)),
        drift_per_year=float(np.exp(np.mean(changes) * year) - 1.0),
        worst_month=float(np.exp(changes.max()) - 1.0),
        best_month=float(np.exp(changes.min()) - 1.0),
        jumps_per_year=float(jumps.mean() * year),
        mean_jump=float(changes[jumps].mean()) if jumps.any() else 0.0,
        calm_volatility_per_year=float(np.std(calm, ddof=1) * np.sqrt(year)),
        calm_drift_per_year=float(np.mean(calm) * year),
    )


def exchange_paths(
    facts: Facts, currencies: Iterable[str], horizon: Horizon, scenarios: int, generator: np.random.Generator
) -> dict[str, FloatArray]:
    """Draw paths of exchange rates that start at the level of the base.

    Walks have no drift, because nobody can foretell one. The dirham's central rate moves with the dollar by
    the weight that the basket gives it, and the rate stays within the band around it.

    Parameters
    ----------
    facts
        The base: levels (``fx/MAD``), basket, band, monthly series.
    currencies
        Codes; the euro is not one of them.
    horizon
        M months; changes are counted from the base's own month.
    scenarios
        S, the number of paths.
    generator
        Source of randomness; the same generator state gives the same paths.

    Returns
    -------
    By currency, units per EUR, shape (S, M).
    """
    wanted = list(dict.fromkeys(currencies))
    start = Month.of(facts.edition)
    steps = horizon.end - start
    if steps <= 0:
        message = f"the horizon ends before the base's month {start}"
        raise facts_error(message, "take a horizon in the future of the base", "F019")
    names = [name for name in dict.fromkeys(("USD", *wanted)) if name != "MAD"]
    logs = {name: _walk(facts, name, (scenarios, steps), generator) for name in names}
    if "MAD" in wanted:
        logs["MAD"] = _dirham(facts, logs["USD"], generator)
    skipped = max(horizon.start - start - 1, 0)
    missing = max(start + 1 - horizon.start, 0)
    paths = {}
    for name in wanted:
        level = facts.get(f"fx/{name}").value
        moved = level * np.exp(logs[name][:, skipped:])
        paths[name] = np.hstack([np.full((scenarios, missing), level), moved])
    return paths


def _walk(facts: Facts, currency: str, shape: tuple[int, int], generator: np.random.Generator) -> FloatArray:
    """Return the logarithm of rate over starting rate, shape (S, steps)."""
    moved = movement(facts, currency)
    monthly = np.sqrt(1.0 / MONTHS_PER_YEAR)
    if currency not in JUMPING:
        noise = moved.volatility_per_year * monthly * generator.standard_normal(shape)
        return np.cumsum(noise, axis=1)
    calm = moved.calm_drift_per_year / MONTHS_PER_YEAR
    calm = calm + moved.calm_volatility_per_year * monthly * generator.standard_normal(shape)
    happens = generator.random(shape) < moved.jumps_per_year / MONTHS_PER_YEAR
    beyond = generator.exponential(max(moved.mean_jump - JUMP_FROM, 1e-9), shape)
    return np.cumsum(calm + happens * (JUMP_FROM + beyond), axis=1)


def _dirham(facts: Facts, dollar: FloatArray, generator: np.random.Generator) -> FloatArray:
    """Return the dirham's path: its central rate from the dollar, and a bounded distance from it."""
    dollar_weight = 1.0 - facts.get(BASKET).value
    band = np.log1p(facts.get(BAND).value)
    residual = (
        movement(facts, "MAD").volatility_per_year ** 2
        - (dollar_weight * movement(facts, "USD").volatility_per_year) ** 2
    )
    step = np.sqrt(max(residual, 0.01**2) / MONTHS_PER_YEAR)
    distance = np.zeros(dollar.shape[0])
    path = np.empty_like(dollar)
    for month in range(dollar.shape[1]):
        distance = _DEVIATION_KEPT_PER_MONTH * distance + step * generator.standard_normal(distance.size)
        distance = np.clip(distance, -band, band)
        path[:, month] = dollar_weight * dollar[:, month] + distance
    return path
