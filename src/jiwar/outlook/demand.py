"""What foreign clients want: how their demand for jobs grows, and what law, machines and trade rules do to it.

All arrays have the paths last: (branches, clients, paths) unless said otherwise.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from jiwar.money import FloatArray
from jiwar.outlook.parameters import Values
from jiwar.outlook.scenario import LEVERS_FROM, Scenario
from jiwar.outlook.words import BRANCHES, CLIENTS, FIRST_YEAR, GROUP_OF

FRENCH_LAW_YEAR: Final = 2026
FRENCH_LAW_SHARE: Final = 143.0 / 365.0
"""Part of 2026 in which the French law against unsolicited calls holds: 11 August to 31 December."""

GROUPED: Final = list(GROUP_OF)


def client_shares(values: Values) -> FloatArray:
    """Return the clients' shares in the demand for each branch in the first year; they sum to one."""
    france = values["client_share_france"][GROUPED]
    germany = np.minimum(values["client_share_germany"][GROUPED], 1.0 - france)
    return np.stack([france, germany, 1.0 - france - germany], axis=1)


def shortage_by_client(values: Values, german: FloatArray, scenario: Scenario, year: int) -> FloatArray:
    """Return the shortage index of each client, shape (clients, paths)."""
    shift = scenario.german_shortage if year >= LEVERS_FROM else 0.0
    link = values["shortage_link"]
    return np.stack([link[0] * german, german + shift, link[1] * german])


def cyclical_weight(values: Values) -> FloatArray:
    """Return how demand answers the clients' shortage index, shape (branches, 1, paths).

    s β − (1 − s) κ: the part s that is bought because people are short rises with the index; the part that is
    bought to save falls with it, because a downturn makes clients save.
    """
    share = values["shortage_share"][GROUPED]
    weight = share * values["shortage_effect"] - (1.0 - share) * values["cost_effect"]
    return np.asarray(weight[:, None, :])


def logistic(values: Values, year: float) -> FloatArray:
    """Return the part of the automation that has happened by a year, shape (paths,)."""
    lag = values["automation_speed"] * (values["automation_middle"] - year)
    return np.asarray(1.0 / (1.0 + np.exp(lag)))


def work_left(values: Values, scenario: Scenario, year: int) -> FloatArray:
    """Return jobs per unit of demand after automation, shape (branches, paths); one without automation.

    A scenario changes what is automated from ``LEVERS_FROM`` on, not what had happened before.
    """
    done = logistic(values, year) - logistic(values, FIRST_YEAR)
    if year >= LEVERS_FROM:
        done = done + (scenario.automation - 1.0) * (
            logistic(values, year) - logistic(values, LEVERS_FROM - 1)
        )
    left = np.ones((len(BRANCHES), done.size))
    left[:2] = np.maximum(1.0 - values["automation"] * done, 0.05)
    return left


def value_left(values: Values, scenario: Scenario, year: int) -> FloatArray:
    """Return value per unit of demand after automation: of the automated part a share is kept."""
    return 1.0 - (1.0 - work_left(values, scenario, year)) * (1.0 - values["automation_value_kept"])


def barriers(values: Values, scenario: Scenario, year: int) -> FloatArray:
    """Return the level of demand under the French law and under adequacy, relative to neither."""
    level = np.ones((len(BRANCHES), len(CLIENTS), values["french_law"].size))
    if year >= FRENCH_LAW_YEAR:
        part = FRENCH_LAW_SHARE if year == FRENCH_LAW_YEAR else 1.0
        level[0, 0] -= np.minimum(part * scenario.french_law * values["french_law"], 0.95)
    if scenario.adequacy_year is not None:
        done = np.clip((year - scenario.adequacy_year + 1.0) / values["adequacy_years"], 0.0, 1.0)
        gain = values["adequacy_effect"] * done
        level *= 1.0 + gain * np.stack(
            [np.ones_like(gain), np.ones_like(gain), values["adequacy_reach_other"]]
        )
    return level


def growth(
    values: Values,
    scenario: Scenario,
    year: int,
    shortage: FloatArray,
    wage_growth: FloatArray,
    experience_growth: FloatArray,
    shocks: FloatArray,
) -> FloatArray:
    """Return the growth of demand into a year, as a difference of logarithms.

    Parameters
    ----------
    values, scenario, year
        Parameters, scenario and the year that is grown into.
    shortage
        Index by client, shape (clients, paths).
    wage_growth
        Growth of Moroccan wages by group, shape (groups, paths).
    experience_growth
        Growth of accumulated experience by branch, shape (branches, paths).
    shocks
        Shocks by branch, in logarithms, shape (branches, paths).
    """
    cost = values["price_elasticity"] * (
        wage_growth[GROUPED][:, None, :] - np.log1p(values["client_wages"])[None, :, :]
    )
    lever = scenario.demand_growth if year >= LEVERS_FROM else 0.0
    own = np.log1p(values["demand_trend"]) + values["learning"] * experience_growth + shocks + lever
    return np.asarray(own[:, None, :] + cyclical_weight(values) * shortage[None, :, :] - cost)
