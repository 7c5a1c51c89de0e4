"""Sparse amounts by option, key and period: who needs how much of what, when."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jiwar.money import FloatArray

IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Entries:
    """Amounts that options bring along; four arrays of equal length, each place at most once."""

    option: IntArray
    key: IntArray
    period: IntArray
    amount: FloatArray

    @classmethod
    def of(cls, dense: FloatArray) -> Entries:
        """Keep what is not zero of an array with axes option, key, period."""
        option, key, period = np.nonzero(dense)
        return cls(option, key, period, dense[option, key, period])

    @classmethod
    def none(cls) -> Entries:
        """Return no entries at all."""
        empty = np.zeros(0, dtype=np.int64)
        return cls(empty, empty, empty, np.zeros(0))

    def __len__(self) -> int:
        return len(self.option)

    def only(self, options: NDArray[np.bool_]) -> Entries:
        """Keep the entries of the options marked true in a mask of shape (O,)."""
        keep = options[self.option]
        return Entries(self.option[keep], self.key[keep], self.period[keep], self.amount[keep])

    def total(self, weight: FloatArray, keys: int, periods: int) -> FloatArray:
        """Sum amounts times the weight of their option, shape (keys, periods)."""
        total = np.zeros((keys, periods))
        np.add.at(total, (self.key, self.period), self.amount * weight[self.option])
        return total

    def most(self, package: IntArray, packages: int, keys: int, periods: int) -> FloatArray:
        """Return the highest possible total when each package takes one option, shape (keys, periods)."""
        highest = np.zeros((packages, keys, periods))
        np.maximum.at(highest, (package[self.option], self.key, self.period), self.amount)
        total: FloatArray = highest.sum(axis=0)
        return total
