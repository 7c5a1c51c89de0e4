"""The employment premium: whom it reaches, what it adds, what it costs. Arrays have the paths last."""

from __future__ import annotations

from typing import Final

import numpy as np

from jiwar.money import FloatArray
from jiwar.outlook.parameters import Values
from jiwar.outlook.scenario import LEVERS_FROM, Scenario

CIRCULAR_YEAR: Final = 2025
FIRST_YEAR_SHARE: Final = 0.5
"""The circular holds from 1 July 2025."""

MONTHS: Final = 12


def strength(values: Values, scenario: Scenario, year: int) -> FloatArray:
    """Return the support in force in a year as a share of the circular's, shape (paths,)."""
    past = values["past_support"]
    if year < CIRCULAR_YEAR:
        return past
    if year > scenario.circular_until:
        return np.zeros_like(past)
    full = np.full_like(past, scenario.premium if year >= LEVERS_FROM else 1.0)
    return FIRST_YEAR_SHARE * (past + full) if year == CIRCULAR_YEAR else full


def subsidised(values: Values, force: FloatArray, hires: FloatArray) -> FloatArray:
    """Return hires for whom support is paid, never more than there are, shape as ``hires``."""
    return np.asarray(np.minimum(values["take_up"] * force, 1.0) * hires)


def additional(values: Values, force: FloatArray, hires: FloatArray) -> FloatArray:
    """Return the hires that would not have happened under the support of the past; negative without support."""
    with_past = subsidised(values, values["past_support"], hires)
    return np.asarray(values["additionality"] * (subsidised(values, force, hires) - with_past))


def state_cost(values: Values, paid: FloatArray, wage: FloatArray) -> FloatArray:
    """Return what the premium and the training bonus of one cohort cost, in billion dirhams.

    ``paid`` are subsidised hires and ``wage`` net monthly pay by branch, shape (branches, paths).
    """
    rate = values["premium_rate"] + values["training_rate"]
    return np.asarray((paid * wage).sum(axis=0) * MONTHS * values["gross_of_net"] * rate / 1e9)
