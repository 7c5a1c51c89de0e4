"""What pricing says of one option or of a part of it, and a memory of parts that options share."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from jiwar.money import FloatArray
from jiwar.options.ledger import Ledger

Key = tuple[str, str, str]  # site, role, seniority

REMEMBERED_NUMBERS = 32_000_000
"""Numbers kept in memory for the parts of one work package: 256 MB."""

NUMBERS_PER_CELL = 16
"""Arrays of scenarios × months that a part holds, about."""


@dataclass
class PricedOption:
    """What pricing says of one option; people and output have shape (S, M)."""

    ledger: Ledger
    output: FloatArray
    demand: FloatArray
    people_away: FloatArray
    hires: dict[Key, FloatArray] = field(default_factory=dict)
    home_people: dict[str, FloatArray] = field(default_factory=dict)
    home_held: dict[str, FloatArray] = field(default_factory=dict)
    released: dict[str, FloatArray] = field(default_factory=dict)
    home_posts: dict[str, FloatArray] = field(default_factory=dict)

    @staticmethod
    def nothing(shape: tuple[int, int]) -> PricedOption:
        """Return the beginning of a sum: no cost, nobody, no work; shape is (S, M)."""
        output, demand, away = (np.zeros(shape, order="F") for _ in range(3))
        return PricedOption(Ledger(*shape), output, demand, away)

    def include(self, part: PricedOption) -> None:
        """Add a part, which stays as it is."""
        self.ledger.include(part.ledger)
        self.output = self.output + part.output
        self.demand = self.demand + part.demand
        self.people_away = self.people_away + part.people_away
        for name in ("hires", "home_people", "home_held", "released", "home_posts"):
            mine = getattr(self, name)
            for key, amount in getattr(part, name).items():
                add_to(mine, key, amount)


def add_to(store: dict[Any, FloatArray], key: Hashable, amount: FloatArray) -> None:
    """Add an amount to what a store holds under a key, in an array of its own."""
    store[key] = store[key] + amount if key in store else amount


@dataclass
class Remembered:
    """Parts that options of one work package share; those of the package before are forgotten."""

    shape: tuple[int, int]
    _scope: Hashable = None
    _found: dict[Hashable, Any] = field(default_factory=dict)

    def part(self, scope: Hashable, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what was made for a key within the present scope, or make it."""
        if scope != self._scope:
            self._scope = scope
            self._found.clear()
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = make()
            most = max(REMEMBERED_NUMBERS // (NUMBERS_PER_CELL * self.shape[0] * self.shape[1]), 4)
            if len(self._found) > most:
                del self._found[next(iter(self._found))]
        return found
