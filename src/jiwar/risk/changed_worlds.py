"""Named scenarios that change the world around a plan rather than a number: its clock, its customers, its States."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from jiwar.options import Options
from jiwar.options.distances import COORDINATION_KEYS
from jiwar.planning import Plan
from jiwar.risk.lost_customer import saving_without_customer
from jiwar.risk.named import ScenarioSaving
from jiwar.risk.other_law import Outcome, adequacy_decided, authorities_late, support_unpaid
from jiwar.risk.repricing import Repricer
from jiwar.risk.saved import savings
from jiwar.worktime import Practice, morocco_returns_to_utc_plus_1

_CLOCK_COUNTRY = "MA"


@dataclass(frozen=True, slots=True)
class ChangedWorld:
    """A world with a name, and what a plan saves in it with all numbers at their mid values."""

    id: str
    name: str
    outcome: Callable[[Options, Plan], Outcome]


def clock_returns(options: Options, plan: Plan) -> Outcome:
    """Let Morocco be at UTC+1 again from the first day of the horizon, at UTC around Ramadan as until 2026.

    Teams keep the size that was planned on the clock as enacted.
    """
    first = options.horizon.start.first_day
    practice = Practice(scenario=morocco_returns_to_utc_plus_1(max(first, dt.date(2027, 1, 1))))
    saved = savings(options, *Repricer(options, (plan, None), practice).flows({}))
    countries = {options.facts.sites[options.items[index].site].country for index in plan.chosen}
    return float(saved[0]), COORDINATION_KEYS if _CLOCK_COUNTRY in countries else ()


CHANGED_WORLDS: tuple[ChangedWorld, ...] = (
    ChangedWorld("clock_returns", "Morocco returns to UTC+1 from the beginning", clock_returns),
    ChangedWorld(
        "customer_lost",
        "A customer is lost: half of all work ends two years after the first start",
        saving_without_customer,
    ),
    ChangedWorld("authorities_late", "Authorities and counsel take half a year longer", authorities_late),
    ChangedWorld("support_unpaid", "The State pays nothing of the support counted on", support_unpaid),
    ChangedWorld(
        "adequacy_2028", "The EU finds Morocco's data protection adequate from 2028", adequacy_decided
    ),
)
"""The worlds that every evaluation shows."""


def in_changed_worlds(options: Options, plan: Plan) -> tuple[ScenarioSaving, ...]:
    """Price the plan in every changed world."""
    found = ((world, world.outcome(options, plan)) for world in CHANGED_WORLDS)
    return tuple(ScenarioSaving(one.id, one.name, saved, touches) for one, (saved, touches) in found)
