"""What scenarios make of the staged options of a plan: how often each grows, stays or is left, and what shows it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from jiwar.planning.plan import Growing, Plan, Sign, Stage

if TYPE_CHECKING:
    from jiwar.options import Growth, Options
    from jiwar.planning.problem import BoolArray
    from jiwar.planning.uncertain import PricedScenarios

SIGNS = 3
"""How many numbers are named that show at a gate whether to grow."""

FEWEST_SCENARIOS = 10
"""Scenarios that must lie on either side before anything is said of the difference."""

LEAST_APART = 0.5
"""Standard deviations between both groups below which a number is no sign."""


def stages_of(options: Options, scenarios: PricedScenarios, chosen: tuple[int, ...]) -> tuple[Stage, ...]:
    """Describe every staged option of a plan, in the order of its packages."""
    growths = {growth.option: growth for growth in options.growths}
    return tuple(_stage(options, scenarios, growths[index]) for index in chosen if index in growths)


def with_stages_told(options: Options, scenarios: PricedScenarios, plan: Plan) -> Plan:
    """Return a plan under uncertainty that describes its staged options."""
    if plan.uncertainty is None or scenarios.grows_at is None:
        return plan
    told = stages_of(options, scenarios, plan.chosen)
    return dataclasses.replace(plan, uncertainty=dataclasses.replace(plan.uncertainty, stages=told))


def _stage(options: Options, scenarios: PricedScenarios, growth: Growth) -> Stage:
    option, probability = options.items[growth.option], scenarios.probability
    assert scenarios.grows_at is not None  # noqa: S101 - staged options were priced
    assert scenarios.leaves_at is not None  # noqa: S101 - staged options were priced
    grows_at, leaves_at = scenarios.grows_at[growth.option], scenarios.leaves_at[growth.option]
    grows = tuple(
        Growing(gate, str(options.items[full].start), float(probability @ (grows_at == place)))
        for place, (gate, full) in enumerate(zip(scenarios.gates, growth.full, strict=True))
        if full >= 0
    )
    leaves = float(probability @ (leaves_at >= 0))
    return Stage(
        name=option.id,
        work_package=option.work_package,
        site=option.site,
        begins=str(option.start),
        share=option.share,
        grows_to=option.grows_to,
        grows=grows,
        stays=max(1.0 - leaves - sum(one.probability for one in grows), 0.0),
        leaves=leaves,
        signs=tuple(_signs(options, scenarios, grows_at >= 0)),
    )


def _signs(options: Options, scenarios: PricedScenarios, grows: BoolArray) -> Iterator[Sign]:
    """Give the numbers whose means lie furthest apart between scenarios that grow and the others."""
    if min(grows.sum(), (~grows).sum()) < FEWEST_SCENARIOS:
        return
    found = []
    for key, drawn in scenarios.drawn.items():
        within = np.sqrt(
            (drawn[grows].var() * grows.sum() + drawn[~grows].var() * (~grows).sum()) / grows.size
        )
        one, other = float(drawn[grows].mean()), float(drawn[~grows].mean())
        if within > 0:
            unit, factor = _unit(options, key)
            found.append(Sign(key, unit, one * factor, other * factor, abs(one - other) / float(within)))
    found.sort(key=lambda sign: (-sign.apart, sign.key))
    yield from (sign for sign in found[:SIGNS] if sign.apart >= LEAST_APART)


def _unit(options: Options, key: str) -> tuple[str, float]:
    """Return the unit in which a number is told, and what turns the number as it is drawn into it."""
    if key not in options.facts:
        return "", 1.0
    fact = options.facts.get(key)
    return fact.unit, fact.mid / fact.value if fact.value else 1.0
