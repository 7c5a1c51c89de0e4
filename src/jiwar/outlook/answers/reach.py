"""How far policy could pull each of its levers, and what effort that is.

The effort of a mix is the sum over its levers of the part of their reach that is used: 1 is one lever pulled to the end
of its reach, or two pulled half way. Nobody publishes what each would cost; the measure is our own and treats the end
of every reach as equally hard. Recognition by the EU takes effect earlier at more effort.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jiwar.outlook.scenario import AS_IT_STANDS, LEVERS, Lever, Scenario

POLICY = tuple(name for name, lever in LEVERS.items() if lever.by_policy)
"""Levers that Moroccan policy holds, or can at least work towards; the others are the world's."""

_LESS_IS_MORE = frozenset({"adequacy_year", "emigration"})
"""Levers of which less is more effort: an earlier year, fewer who leave."""


@dataclass(frozen=True, slots=True)
class Pull:
    """One lever pulled by a part of its reach, and the value that this gives it."""

    lever: str
    part: float
    value: float
    unit: str


def end_of(lever: Lever) -> float:
    """Return the end of the reach of a lever, where effort is greatest."""
    return lever.reach[0 if lever.name in _LESS_IS_MORE else 1]


def value_at(lever: Lever, part: float) -> float:
    """Return the value of a lever at a part of its reach, counted from policy as it stands."""
    other = lever.reach[1 if lever.name in _LESS_IS_MORE else 0]
    start = other if lever.default is None else lever.default
    value = start + part * (end_of(lever) - start)
    return float(round(value)) if lever.whole else value


def scenario_of(parts: Mapping[str, float], base: Scenario = AS_IT_STANDS) -> Scenario:
    """Return a scenario in which some levers of policy are pulled by parts of their reach."""
    changes: dict[str, Any] = {}
    for pull in pulls(parts):
        changes[pull.lever] = int(pull.value) if LEVERS[pull.lever].whole else pull.value
    return base.with_(**changes)


def pulls(parts: Mapping[str, float]) -> tuple[Pull, ...]:
    """Return the levers that a mix pulls, the most pulled first."""
    found = (
        Pull(name, part, value_at(LEVERS[name], part), LEVERS[name].unit)
        for name, part in parts.items()
        if part > 0
    )
    return tuple(sorted(found, key=lambda pull: (-pull.part, pull.lever)))


def effort(parts: Mapping[str, float]) -> float:
    """Return the effort of a mix."""
    return sum(parts.values())
