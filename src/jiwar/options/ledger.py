"""The ledger of one option: amounts by line and month, and beside each line what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from jiwar.money import FloatArray
from jiwar.options.lines import LINE_INDEX
from jiwar.provenance import Origin


class Ledger:
    """Collects the cost of one option while it is priced.

    Amounts that were added are never changed afterwards, so that several ledgers may hold the same ones.
    """

    def __init__(self, scenarios: int, months: int) -> None:
        self._shape = scenarios, months
        self._lines: dict[str, FloatArray] = {}
        self._origins: dict[str, set[Origin]] = {}

    @property
    def amounts_eur(self) -> FloatArray:
        """All amounts, shape (S, L, M), in an array of their own."""
        scenarios, months = self._shape
        amounts = np.zeros((scenarios, len(LINE_INDEX), months))
        for line, amount in self._lines.items():
            amounts[:, LINE_INDEX[line], :] = amount
        return amounts

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that have amounts, in the order in which they were first written."""
        return tuple(self._lines)

    def amount_eur(self, line: str) -> FloatArray:
        """Return the amount of a line, shape (S, M), not to be changed."""
        return self._lines[line]

    @property
    def total_eur(self) -> FloatArray:
        """All lines together, shape (S, M), in an array of its own."""
        return self.sum_eur(self._lines)

    def sum_eur(self, lines: Iterable[str]) -> FloatArray:
        """Return some lines together, shape (S, M), in an array of its own, lying in memory as profiles do."""
        total = np.zeros(self._shape, order="F")
        for line in lines:
            if line in self._lines:
                total += self._lines[line]
        return total

    def add(self, line: str, amount_eur: FloatArray, origins: Iterable[Origin] = ()) -> None:
        """Add a cost (S, M) to a line, with what it rests on."""
        if not amount_eur.any():
            return
        there = self._lines.get(line)
        self._lines[line] = amount_eur if there is None else there + amount_eur
        self._origins.setdefault(line, set()).update(origins)

    def include(self, other: Ledger) -> None:
        """Add all lines of another ledger, with what they rest on."""
        for line, amount in other._lines.items():
            there = self._lines.get(line)
            self._lines[line] = amount if there is None else there + amount
            self._origins.setdefault(line, set()).update(other._origins[line])

    def origins(self, line: str) -> tuple[Origin, ...]:
        """Return what a line rests on, sorted."""
        return tuple(sorted(self._origins.get(line, ())))
