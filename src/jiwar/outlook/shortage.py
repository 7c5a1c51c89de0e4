"""The shortage of IT people in Germany as a yearly index: on record while published, then a process."""

from __future__ import annotations

import numpy as np

from jiwar.facts import Facts, timeline
from jiwar.money import FloatArray
from jiwar.outlook.parameters import Values
from jiwar.outlook.words import FIRST_YEAR

SERIES = "de_IT_gap_bitkom"


def recorded_shortage(facts: Facts, until: int) -> FloatArray:
    """Return the index for the years from ``FIRST_YEAR`` as far as it is on record.

    The index is the logarithm of the gap over its mean in the years that count. Years between two points are
    interpolated; the years before the first point take the first.
    """
    dated = [(period.first.year, fact.value) for period, fact in timeline(facts, SERIES)]
    known = [(year, value) for year, value in dated if year <= until]
    years = np.array([year for year, _ in known], dtype=np.float64)
    logs = np.log([value for _, value in known])
    span = np.arange(FIRST_YEAR, years[-1] + 1.0)
    filled = np.interp(span, years, logs)
    return np.asarray(filled - filled.mean(), dtype=np.float64)


def shortage_paths(values: Values, recorded: FloatArray, shocks: FloatArray) -> FloatArray:
    """Return the German index, shape (years, paths): the record, then x' = ρ x + σ ε."""
    years, paths = shocks.shape[0] + 1, shocks.shape[1]
    index = np.empty((years, paths))
    kept = min(recorded.size, years)
    index[:kept] = recorded[:kept, None]
    for step in range(kept, years):
        index[step] = (
            values["shortage_persistence"] * index[step - 1] + values["shortage_shock"] * shocks[step - 1]
        )
    return index
