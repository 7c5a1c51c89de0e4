"""Draws of the numbers that a question about people rests on, for honest ranges."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from jiwar.facts import Facts, FactValues, draw
from jiwar.talent.tables import with_talent


def drawn_values(facts: Facts, keys: Iterable[str], size: int, rng: np.random.Generator) -> FactValues:
    """Return values over scenarios with the given facts drawn independently, the others at their middle.

    Each fact has the distribution of its kind of range. Keys without a spread stay at their middle.
    """
    base = with_talent(facts)
    spread = sorted(key for key in set(keys) if base.get(key).low < base.get(key).high)
    if not spread:
        return FactValues(base)
    return FactValues(base, draws=draw(base, spread, rng.random((len(spread), size))))
