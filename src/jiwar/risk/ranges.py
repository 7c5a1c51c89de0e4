"""From probabilities to values: the range of every uncertain number, exchange rates and value of work included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.case import Case
from jiwar.facts import Fact, Facts, draw, exchange_paths
from jiwar.money import FloatArray
from jiwar.options.assumptions import overrides
from jiwar.risk.correlation import VALUE_OF_WORK, driver_of

VALUE_OF_WORK_RANGE = (0.75, 1.0, 1.25)
"""Factor on the value of work of the case, which gives no range; a triangle that is our prior."""

_PATHS = 4096
_PATHS_SEED = 20_260


@dataclass(frozen=True)
class Ranges:
    """The uncertain numbers of a plan, with the distribution of each."""

    case: Case
    facts: Facts
    keys: tuple[str, ...]
    own: Mapping[str, Fact]
    levels: Mapping[str, FloatArray]  # exchange rates: sorted means over the horizon

    def fact(self, key: str) -> Fact | None:
        """Return the fact behind a key, None for the value of work."""
        return None if key == VALUE_OF_WORK else self.own.get(key) or self.facts.get(key)

    def mid(self, key: str) -> float:
        """Return the value with which plans are made."""
        fact = self.fact(key)
        return VALUE_OF_WORK_RANGE[1] if fact is None else fact.value

    @property
    def drivers(self) -> dict[str, tuple[str, ...]]:
        """The keys of every driver, in order of the keys."""
        found: dict[str, tuple[str, ...]] = {}
        for key in self.keys:
            driver = driver_of(key, self.fact(key))
            found[driver] = (*found.get(driver, ()), key)
        return found

    def values(self, uniforms: FloatArray) -> dict[str, FloatArray]:
        """Turn probabilities, shape (K, S) in the order of the keys, into values by key, shape (S,) each."""
        ordinary = [
            row for row, key in enumerate(self.keys) if key != VALUE_OF_WORK and key not in self.levels
        ]
        drawn = draw(self.facts, [self.keys[row] for row in ordinary], uniforms[ordinary], self.own)
        for row, key in enumerate(self.keys):
            if key in self.levels:
                drawn[key] = np.quantile(self.levels[key], uniforms[row])
            elif key == VALUE_OF_WORK:
                drawn[key] = _triangle(uniforms[row])
        return {key: drawn[key] for key in self.keys}


def ranges_of(case: Case, facts: Facts, keys: tuple[str, ...]) -> Ranges:
    """Return the ranges of some keys; a number of the case's own goes before the base."""
    own = overrides(case, facts)
    rows = facts.series("fx_monthly").columns
    currencies = [
        key.removeprefix("fx/")
        for key in keys
        if key.startswith("fx/") and key not in own and key.removeprefix("fx/") in rows
    ]
    paths: dict[str, FloatArray] = {}
    if currencies:
        generator = np.random.default_rng(_PATHS_SEED)
        paths = exchange_paths(facts, currencies, case.horizon, _PATHS, generator)
    levels = {f"fx/{currency}": np.sort(path.mean(axis=1)) for currency, path in paths.items()}
    return Ranges(case, facts, keys, own, levels)


def _triangle(u: FloatArray) -> FloatArray:
    """Return quantiles of the symmetric triangle on the range of the value of work."""
    low, _, high = VALUE_OF_WORK_RANGE
    half = np.sqrt(np.minimum(u, 1.0 - u) / 2.0)
    values: FloatArray = low + (high - low) * np.where(u < 0.5, half, 1.0 - half)
    return values
