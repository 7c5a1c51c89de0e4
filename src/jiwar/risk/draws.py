"""Joint quasi-random draws of everything uncertain that the price of a plan rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.money import FloatArray
from jiwar.options import Option
from jiwar.planning import Plan
from jiwar.risk.codes import check_sizes
from jiwar.risk.correlation import (
    CORRELATIONS,
    LABOUR_MARKET,
    TIGHTNESS,
    USUAL,
    country_of,
    group_of,
    quantity_of,
)
from jiwar.risk.ranges import Ranges, ranges_of
from jiwar.risk.repricing import keys_asked

NOT_DRAWN = (
    "new rules of law, other than adequacy and an early end of the offshoring circular",
    "the loss of a customer",
    "the tables of the labour market that are not facts of the base",
    "the currency of pay that the base gives in EUR",
)
"""What may turn out otherwise but stays as it is in every draw."""

_LEAST = 1e-12


@dataclass(frozen=True)
class Scenarios:
    """Values by key, shape (S,) each, with the seed that made them."""

    values: Mapping[str, FloatArray]
    seed: int
    not_drawn: tuple[str, ...] = NOT_DRAWN

    @property
    def size(self) -> int:
        """The number of draws, S."""
        return next(iter(self.values.values())).size


@dataclass(frozen=True)
class Sources:
    """Independent sources of luck, C columns: how each key loads on them, and the group each belongs to."""

    loading: FloatArray  # (K, C), rows of length one
    groups: tuple[str, ...]  # (C,)

    def uniforms(self, independent: FloatArray) -> FloatArray:
        """Turn independent probabilities, shape (C, S), into correlated ones, shape (K, S)."""
        from scipy.special import ndtr, ndtri

        normal = ndtri(np.clip(independent, _LEAST, 1.0 - _LEAST))
        mixed: FloatArray = ndtr(self.loading @ normal)
        return mixed


def draws_for(
    case: Case, facts: Facts, chosen: Plan | Iterable[Option], *, draws: int = 2000, seed: int = 7
) -> Scenarios:
    """Draw all uncertain numbers that the price of a plan, or of some options, asks for.

    Parameters
    ----------
    case, facts
        What the plan was made with.
    chosen
        A plan that still knows its options, or options.
    draws
        Number of draws, S.
    seed
        The same seed gives the same draws.
    """
    check_sizes(draws)
    keys = keys_asked(case, facts, chosen)
    ranges = ranges_of(case, facts, keys)
    return scenarios_of(ranges, draws, seed)


def scenarios_of(ranges: Ranges, draws: int, seed: int) -> Scenarios:
    """Draw some ranges together, with the stated correlations."""
    sources = sources_of(ranges)
    independent = sobol_points(len(sources.groups), draws, seed)
    return Scenarios(ranges.values(sources.uniforms(independent)), seed)


def sobol_points(columns: int, draws: int, seed: int) -> FloatArray:
    """Return scrambled Sobol' points, shape (columns, draws): the first of the next power of two."""
    from scipy.stats import qmc

    power = int(np.ceil(np.log2(max(draws, 2))))
    points: FloatArray = qmc.Sobol(columns, scramble=True, rng=np.random.default_rng(seed)).random_base2(
        power
    )
    return np.ascontiguousarray(points[:draws].T)


def sources_of(ranges: Ranges) -> Sources:
    """Return the sources of luck: one per quantity, per labour market, per quantity and country, per key.

    The luck of a key is ``√a·quantity + √h·labour market + √(w-a-h)·country + √(1-w)·own`` with the correlations
    ``a`` across and ``w`` within countries, and the tightness ``h`` of the country's labour market; sources come in
    this order, so that the best points go to the widest.
    """
    entries: list[tuple[int, tuple[int, str], float]] = []
    for row, key in enumerate(ranges.keys):
        for level, (name, share) in enumerate(_shares_of_luck(key, country_of(key, ranges.fact(key)))):
            if share > 0.0:
                entries.append((row, (level, name), float(np.sqrt(share))))
    columns = {column: position for position, column in enumerate(sorted({entry[1] for entry in entries}))}
    loading = np.zeros((len(ranges.keys), len(columns)))
    for row, column, weight in entries:
        loading[row, columns[column]] = weight
    return Sources(loading, tuple(group_of(name) for _, name in columns))


def _shares_of_luck(key: str, country: str) -> tuple[tuple[str, float], ...]:
    """Return the sources that a key draws on, from the widest to its own, with their shares of its variance."""
    quantity = quantity_of(key)
    stated = CORRELATIONS.get(quantity, USUAL)
    tightness = TIGHTNESS.get(quantity, 0.0) if country else 0.0
    return (
        (quantity, stated.across),
        (f"{LABOUR_MARKET}/{country}", tightness),
        (f"{quantity}/{country}", stated.within - stated.across - tightness),
        (key, 1.0 - stated.within),
    )
