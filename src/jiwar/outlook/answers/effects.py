"""What each lever of policy does: pulled alone, a little and to the end of its reach, on the same draws."""

from __future__ import annotations

import math
from dataclasses import dataclass

from jiwar.money import FloatArray
from jiwar.outlook import Posterior, Scenario, simulate
from jiwar.outlook.answers.fans import quantity
from jiwar.outlook.answers.reach import POLICY, scenario_of

A_TENTH = 0.1
"""The part of its reach by which a lever is pulled for the elasticity."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One lever: mean change of a quantity at the end of its reach, its standard error, and the elasticity.

    ``elasticity`` is the relative change of the quantity for each part of the reach, measured at a tenth of it: with
    0.05, pulling the lever through a tenth of its reach adds half a percent.
    """

    lever: str
    quantity: str
    year: int
    change: float
    error: float
    relative: float
    elasticity: float


def effects(
    posterior: Posterior, base: Scenario, quantities: tuple[str, ...], year: int, *, paths: int, seed: int
) -> tuple[Effect, ...]:
    """Return the effect of every lever of policy on some quantities of a year, the largest first."""

    def run(scenario: Scenario) -> dict[str, FloatArray]:
        found = simulate(posterior, scenario, until=year, paths=paths, seed=seed)
        return {name: quantity(found, name)[:, found.at(year)] for name in quantities}

    still = run(base)
    found: list[Effect] = []
    for lever in POLICY:
        far, little = run(scenario_of({lever: 1.0}, base)), run(scenario_of({lever: A_TENTH}, base))
        for name in quantities:
            change = far[name] - still[name]
            mean = float(still[name].mean())
            found.append(
                Effect(
                    lever=lever,
                    quantity=name,
                    year=year,
                    change=float(change.mean()),
                    error=float(change.std(ddof=1) / math.sqrt(len(change))),
                    relative=float(change.mean()) / mean,
                    elasticity=float((little[name] - still[name]).mean()) / mean / A_TENTH,
                )
            )
    return tuple(sorted(found, key=lambda effect: (quantities.index(effect.quantity), -abs(effect.relative))))
