"""Named scenarios as data: what the plan saves when one thing turns out quite differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from jiwar.money import FloatArray
from jiwar.risk.ranges import Ranges
from jiwar.risk.ways import Saving


class ShockKind(StrEnum):
    """How a scenario changes a number."""

    VALUE = "value"  # takes this value, in computed units
    FACTOR = "factor"  # mid value times this
    HIGH = "high"  # the high end that its source gives


@dataclass(frozen=True, slots=True)
class Shock:
    """The change of all keys that begin with ``prefix``."""

    prefix: str
    kind: ShockKind
    amount: float = 1.0


@dataclass(frozen=True, slots=True)
class NamedScenario:
    """A future with a name; everything that it does not mention stays at its mid value."""

    id: str
    name: str
    shocks: tuple[Shock, ...]


@dataclass(frozen=True, slots=True)
class ScenarioSaving:
    """What the plan saves in a named scenario; ``touches`` lists the changed keys that its price rests on."""

    id: str
    name: str
    saving_eur: float
    touches: tuple[str, ...]


NAMED: tuple[NamedScenario, ...] = (
    NamedScenario(
        "moroccan_wages",
        "Moroccan wages grow by 9 % a year",
        (Shock("wage_growth/MA", ShockKind.VALUE, 0.09),),
    ),
    NamedScenario(
        "effort_doubled",
        "Work at a distance takes twice the expected effort",
        (Shock("effort_multiplier/", ShockKind.FACTOR, 2.0),),
    ),
    NamedScenario(
        "german_shortage_ends",
        "Posts in Germany are filled in half the time",
        (Shock("time_to_fill/DE", ShockKind.FACTOR, 0.5),),
    ),
    NamedScenario(
        "moroccan_attrition",
        "Attrition in Morocco is at its high end",
        (Shock("attrition/MA", ShockKind.HIGH),),
    ),
    NamedScenario(
        "dirham_falls", "The dirham loses a third of its value", (Shock("fx/MAD", ShockKind.FACTOR, 1.5),)
    ),
    NamedScenario(
        "dirham_rises", "The dirham gains a tenth in value", (Shock("fx/MAD", ShockKind.FACTOR, 1.0 / 1.1),)
    ),
)
"""The scenarios that every evaluation shows; their numbers are round, not forecasts."""


def in_named_scenarios(
    ranges: Ranges, saving: Saving, named: tuple[NamedScenario, ...] = NAMED
) -> tuple[ScenarioSaving, ...]:
    """Price the plan in every named scenario, all else on mid values."""
    touched = [_changes(ranges, scenario) for scenario in named]
    values: dict[str, FloatArray] = {key: np.full(len(named), ranges.mid(key)) for key in ranges.keys}
    for column, changes in enumerate(touched):
        for key, value in changes.items():
            values[key][column] = value
    found = saving(values)
    return tuple(
        ScenarioSaving(scenario.id, scenario.name, float(amount), tuple(changes))
        for scenario, amount, changes in zip(named, found, touched, strict=True)
    )


def _changes(ranges: Ranges, scenario: NamedScenario) -> Mapping[str, float]:
    changes = {}
    for shock in scenario.shocks:
        for key in ranges.keys:
            fact = ranges.fact(key)
            if fact is None or not key.startswith(shock.prefix):
                continue
            changes[key] = {
                ShockKind.VALUE: shock.amount,
                ShockKind.FACTOR: shock.amount * fact.value,
                ShockKind.HIGH: fact.high_value,
            }[shock.kind]
    return changes
