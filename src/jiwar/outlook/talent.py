"""People join and leave the pool of a group: entrants become graduates after three to five years.

Graduates, reskilled and returned people join; others leave for other work or another country. Arrays have the paths
last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from jiwar.money import FloatArray
from jiwar.outlook.parameters import Values
from jiwar.outlook.scenario import LEVERS_FROM, Scenario
from jiwar.outlook.words import FIRST_YEAR

INTAKE_JUMP_YEAR: Final = 2023
"""The school year 2023/24, in which entrants to public digital programmes doubled."""

SHORTEST_STUDY: Final = 3
LONGEST_STUDY: Final = 5


@dataclass(frozen=True, slots=True)
class Flows:
    """People a year who join and leave the pools, shape (groups, paths) each."""

    graduates: FloatArray
    reskilled: FloatArray
    returned: FloatArray
    attracted: FloatArray
    emigrated: FloatArray
    left: FloatArray

    @property
    def net(self) -> FloatArray:
        """All that join less all that leave."""
        joined = self.graduates + self.reskilled + self.returned + self.attracted
        return np.asarray(joined - self.emigrated - self.left)


def entrants(values: Values, scenario: Scenario, year: int) -> FloatArray:
    """Return the people who begin a digital programme in a year, shape (paths,)."""
    number = values["digital_entrants_2009"] * (1.0 + values["digital_entrants_growth"]) ** (
        year - FIRST_YEAR
    )
    if year >= INTAKE_JUMP_YEAR:
        number = number * (1.0 + values["intake_jump"])
    return number * scenario.training_intake if year >= LEVERS_FROM else number


def digital_graduates(values: Values, scenario: Scenario, year: int) -> FloatArray:
    """Return the people who finish a digital programme in a year, shape (paths,)."""
    in_time = values["graduation_on_time"]
    late = (1.0 - in_time) / (LONGEST_STUDY - SHORTEST_STUDY)
    total = in_time * entrants(values, scenario, year - SHORTEST_STUDY)
    for study in range(SHORTEST_STUDY + 1, LONGEST_STUDY + 1):
        total = total + late * entrants(values, scenario, year - study)
    return np.asarray(values["completion"] * total)


def flows(values: Values, scenario: Scenario, year: int, pool: FloatArray, scarcity: FloatArray) -> Flows:
    """Return who joins and leaves the pools on the way into a year.

    Parameters
    ----------
    values, scenario, year
        Parameters, scenario and the year that is grown into.
    pool
        People in the pools in the year before, shape (groups, paths).
    scarcity
        Use of the pools beyond the normal, shape (groups, paths).
    """
    later = year >= LEVERS_FROM
    emigrated = values["emigration"] * pool * (scenario.emigration if later else 1.0)
    returned = np.zeros_like(pool)
    returned[1] = values["return_rate"] * emigrated[1] * (scenario.returns if later else 1.0)
    service = values["service_entrants"] * (1.0 + values["service_entrants_growth"]) ** (year - FIRST_YEAR)
    graduates = np.stack([service, values["sector_share"] * digital_graduates(values, scenario, year)])
    reskilled = np.zeros_like(pool)
    if year >= INTAKE_JUMP_YEAR:
        reskilled[1] = values["reskilled"] + (scenario.reskilled if later else 0.0)
    attracted = values["attraction"] * np.maximum(scarcity, 0.0) * pool
    return Flows(graduates, reskilled, returned, attracted, emigrated, values["leaving"] * pool)
