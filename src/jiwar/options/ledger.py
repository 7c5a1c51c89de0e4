"""The ledger of one option: amounts by line and month, and beside each line what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from jiwar.money import FloatArray
from jiwar.options.lines import LINE_INDEX
from jiwar.provenance import Origin


class Ledger:
    """Collects the cost of one option while it is priced."""

    def __init__(self, scenarios: int, months: int) -> None:
        self.amounts_eur: FloatArray = np.zeros((scenarios, len(LINE_INDEX), months))
        self._origins: dict[str, set[Origin]] = {}

    def add(self, line: str, amount_eur: FloatArray, origins: Iterable[Origin] = ()) -> None:
        """Add a cost (S, M) to a line, with what it rests on."""
        if not np.any(amount_eur):
            return
        self.amounts_eur[:, LINE_INDEX[line], :] += amount_eur
        self._origins.setdefault(line, set()).update(origins)

    def origins(self, line: str) -> tuple[Origin, ...]:
        """Return what a line rests on, sorted."""
        return tuple(sorted(self._origins.get(line, ())))
