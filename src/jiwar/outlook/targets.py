"""What was promised, tied to the definition that it was promised on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from jiwar.facts import Facts
from jiwar.outlook.paths import Paths


@dataclass(frozen=True, slots=True)
class Target:
    """One promise: what, when, how much, counted how, and from where it starts.

    ``definition`` is that of the baseline beside which the target was printed; for jobs it is empty. A target
    of exports is met or missed on either definition, and which one must be said.
    """

    key: str
    quantity: Literal["jobs", "exports"]
    year: int
    fact: str
    definition: Literal["new", "old", ""]
    baseline_fact: str
    baseline_year: int
    note: str


TARGETS: Final = (
    Target(
        "jobs_2026",
        "jobs",
        2026,
        "sector/target_jobs_DM2030_outsourcing/2026",
        "",
        "sector/jobs_sector/2023",
        2023,
        "A total, not an addition",
    ),
    Target(
        "jobs_2030",
        "jobs",
        2030,
        "sector/target_jobs_DM2030_outsourcing/2030",
        "",
        "sector/jobs_sector/2023",
        2023,
        "A total, not an addition: 141,000 in 2023 and 130,000 more by contract",
    ),
    Target(
        "exports_2026",
        "exports",
        2026,
        "sector/target_exports_DM2030/2026",
        "old",
        "sector/exports_offshoring_total_old/2023",
        2023,
        "Set beside 17.9 on the old series; the new series stood above it three years early",
    ),
    Target(
        "exports_2030",
        "exports",
        2030,
        "sector/target_exports_DM2030/2030",
        "old",
        "sector/exports_offshoring_total_old/2023",
        2023,
        "Set beside 17.9 on the old series, of which it is 2.23 times; of 27 on the new series it is 1.48 times",
    ),
    Target(
        "exports_2030_same_multiple",
        "exports",
        2030,
        "sector/target_if_same_multiplier_on_new_series/2030",
        "new",
        "sector/exports_digital_outsourcing_new/2023",
        2023,
        "Nobody's target: what the same multiple means on the new series",
    ),
)
"""The targets of Digital Morocco 2030 and of the contract programme, and one for comparison."""


def value_of(facts: Facts, target: Target) -> float:
    """Return the value of a target: people, or billion dirhams."""
    value = facts.get(target.fact).value
    return value if target.quantity == "jobs" else value / 1e9


def baseline_of(facts: Facts, target: Target) -> float:
    """Return the number beside which a target was printed, in the unit of its value."""
    value = facts.get(target.baseline_fact).value
    return value if target.quantity == "jobs" else value / 1e9


def targets(facts: Facts) -> tuple[tuple[Target, float], ...]:
    """Return all targets with their values."""
    return tuple((target, value_of(facts, target)) for target in TARGETS)


def reached(
    facts: Facts, paths: Paths, target: Target, definition: Literal["new", "old"] | None = None
) -> NDArray[np.bool_]:
    """Return on which paths a target is met in its year, shape (paths,).

    Exports are judged on the definition given, by default that of the target's own baseline.
    """
    year = paths.at(target.year)
    if target.quantity == "jobs":
        shown = paths.total_jobs[:, year]
    else:
        counted = definition or target.definition
        shown = (paths.exports_old if counted == "old" else paths.exports_new)[:, year]
    return np.asarray(shown >= value_of(facts, target))
