"""Every uncertain number of the model: which fact or prior it is, and its values for many paths at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from jiwar.facts import Facts, quantile
from jiwar.money import FloatArray
from jiwar.outlook.words import BRANCHES, GROUPS

_GRID: Final = np.linspace(-6.0, 6.0, 1201)
"""Standard-normal abscissae at which the distribution of each fact is tabulated."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number, or one for each branch, group or client: its name, and the key of the fact behind each."""

    name: str
    keys: tuple[str, ...]


def _one(name: str, key: str = "") -> Parameter:
    return Parameter(name, (key or f"outlook/{name}",))


def _by(name: str, names: tuple[str, ...]) -> Parameter:
    return Parameter(name, tuple(f"outlook/{name}/{part}" for part in names))


PARAMETERS: Final = (
    _by("demand_trend", BRANCHES),
    _by("value_trend", BRANCHES),
    _one("initial_jobs"),
    _by("initial_share", ("CRM", "ITO", "ESO", "KPO")),
    _by("initial_value", BRANCHES),
    _one("bridge"),
    _one("bridge_drift"),
    Parameter("client_share_france", tuple(f"outlook/client_share/france/{group}" for group in GROUPS)),
    Parameter("client_share_germany", tuple(f"outlook/client_share/germany/{group}" for group in GROUPS)),
    Parameter(
        "client_wages", ("outlook/client_wages/france", "wage_growth/DE", "outlook/client_wages/other")
    ),
    _one("shortage_effect"),
    _one("cost_effect"),
    _by("shortage_share", GROUPS),
    _by("shortage_link", ("france", "other")),
    _one("shortage_persistence"),
    _one("shortage_shock"),
    _one("price_elasticity"),
    _one("initial_experience"),
    _one("learning"),
    _by("automation", ("CRM", "BPO")),
    _one("automation_middle"),
    _one("automation_speed"),
    _one("automation_value_kept"),
    _one("french_law"),
    _one("adequacy_effect", "sector/adequacy_effect_prior_for_Morocco/2030"),
    _one("adequacy_years"),
    _one("adequacy_reach_other"),
    _one("additionality", "sector/share_of_subsidised_jobs_additional/prior"),
    _one("premium_rate", "sector/incentive_PAE_employment_bonus/2025-2030"),
    _one("training_rate", "sector/incentive_PAF_training_bonus/2025-2030"),
    _one("take_up"),
    _one("past_support"),
    _one("gross_of_net"),
    _one("turnover"),
    _one("ramp", "sector/firm_ramp_Alten/2018-2023"),
    _one("support_lasting"),
    _one("lost_demand"),
    _by("pool_slack", GROUPS),
    _one("service_entrants"),
    _one("service_entrants_growth"),
    _one("digital_entrants_2009"),
    _one("digital_entrants_growth"),
    _one("intake_jump"),
    _one("completion"),
    _one("graduation_on_time"),
    _one("sector_share"),
    _one("reskilled"),
    _by("leaving", GROUPS),
    Parameter("emigration", ("outlook/emigration/service", "sector/emigration_hazard_developers/2024")),
    _one("return_rate"),
    _one("attraction"),
    _one("friction"),
    _one("matching"),
    _one("normal_use"),
    Parameter("wage_trend", ("wage_growth/MA", "wage_growth/MA")),
    _one("wage_response"),
    _by("initial_wage", GROUPS),
    _one("pass_through"),
    _one("agglomeration", "sector/agglomeration_elasticity_bias_corrected/meta"),
    _one("seats_spare"),
    _one("seats_building"),
    _one("seats_most"),
    _by("tier_share", ("second", "third")),
    _one("tier_drift"),
    _one("demand_shock"),
    _one("demand_persistence"),
    _one("perimeter_shock"),
    _one("branch_shock"),
    _one("value_shock"),
)
"""All parameters in the order in which a vector of standard-normal numbers holds them."""

KEYS: Final = tuple(key for parameter in PARAMETERS for key in parameter.keys)
"""The fact behind each entry of that vector."""

SIZE: Final = len(KEYS)

Values = Mapping[str, FloatArray]
"""Values by name: shape (paths,) for a plain number, (entries, paths) for one by branch, group or client."""


def values_of(facts: Facts, normal: FloatArray) -> Values:
    """Turn standard-normal numbers into parameters through the distributions of their facts.

    Parameters
    ----------
    facts
        The base.
    normal
        Shape (SIZE, paths).
    """
    tables = quantile_tables(facts)
    flat = np.empty(normal.shape)
    for row in range(SIZE):
        flat[row] = np.interp(normal[row], _GRID, tables[row])
    return _named(flat)


def middle_values(facts: Facts) -> Values:
    """Return every parameter at the middle value of its fact, for one path."""
    return _named(np.array([[facts.get(key).value] for key in KEYS]))


def _named(flat: FloatArray) -> Values:
    values: dict[str, FloatArray] = {}
    row = 0
    for parameter in PARAMETERS:
        count = len(parameter.keys)
        values[parameter.name] = flat[row] if count == 1 else flat[row : row + count]
        row += count
    return values


_TABULATED: Final[dict[tuple[tuple[float, float, float, str], ...], FloatArray]] = {}


def quantile_tables(facts: Facts) -> FloatArray:
    """Return the distribution of every parameter at ``_GRID``, shape (SIZE, points).

    Computed once for the same numbers, because it is asked for at every step of the calibration.
    """
    found = [facts.get(key) for key in KEYS]
    numbers = tuple((fact.low_value, fact.value, fact.high_value, str(fact.range_kind)) for fact in found)
    if numbers not in _TABULATED:
        from scipy.special import ndtr

        probability = ndtr(_GRID)
        _TABULATED[numbers] = np.array([quantile(facts, fact, probability) for fact in found])
    return _TABULATED[numbers]
