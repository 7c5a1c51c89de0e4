"""The chance of every target, by the definition that it is measured on."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from jiwar.outlook.answers.fans import quantity

if TYPE_CHECKING:
    from jiwar.outlook import Paths, Target


@dataclass(frozen=True, slots=True)
class Chance:
    """Share of paths on which a target is met on a definition, with its standard error and the middle outcome."""

    target: Target
    value: float
    definition: str
    chance: float
    error: float
    middle: float

    @property
    def own(self) -> bool:
        """Whether this is the definition that the target was set on."""
        return self.definition == self.target.definition


def chances(paths: Paths, targets: tuple[tuple[Target, float], ...]) -> tuple[Chance, ...]:
    """Return the chance of every target within the years; those of exports that somebody set, on both definitions."""
    return tuple(
        _chance(paths, target, value, definition)
        for target, value in targets
        if target.year in paths.years
        for definition in _definitions(target)
    )


def _definitions(target: Target) -> tuple[str, ...]:
    """The old targets are quoted today without saying on which statistics; the one for comparison has its own."""
    if target.quantity == "jobs":
        return ("",)
    return ("old", "new") if target.definition == "old" else (target.definition,)


def both(paths: Paths, jobs: float, exports: float, year: int) -> float:
    """Return the chance that jobs and exports (new definition) reach two numbers in the same year."""
    at = paths.at(year)
    met = (quantity(paths, "jobs")[:, at] >= jobs) & (quantity(paths, "exports_new")[:, at] >= exports)
    return float(np.mean(met))


def _chance(paths: Paths, target: Target, value: float, definition: str) -> Chance:
    name = "jobs" if target.quantity == "jobs" else f"exports_{definition}"
    values = quantity(paths, name)[:, paths.at(target.year)]
    met = float(np.mean(values >= value))
    error = math.sqrt(met * (1.0 - met) / len(values))
    return Chance(target, value, definition, met, error, float(np.median(values)))
