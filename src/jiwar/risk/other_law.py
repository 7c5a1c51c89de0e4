"""Named scenarios of States and authorities: late ones, ones that do not pay, and an adequacy decision."""

from __future__ import annotations

import datetime as dt

import numpy as np

from jiwar.options import Options
from jiwar.periods import Month
from jiwar.planning import Plan
from jiwar.risk.law_and_state import (
    ADEQUACY_WAIT,
    AUTHORITY_DELAY,
    MONTHS_LATE,
    SUPPORT_PAID,
    falling_duties,
    waits,
)
from jiwar.risk.repricing import Repricer
from jiwar.risk.saved import savings

ADEQUACY_DAY = dt.date(2028, 1, 1)

Outcome = tuple[float, tuple[str, ...]]
"""What the plan saves, EUR, and what the change touches; none when it changes nothing."""


def authorities_late(options: Options, plan: Plan) -> Outcome:
    """Let every option that waits for an authority, or for a review by counsel, start half a year later.

    Its own unit opens as planned and waits; what would start beyond the horizon starts in its last month.
    """
    late = [options.items[index].id for index in plan.chosen if waits(options.items[index])]
    return _saving(options, plan, AUTHORITY_DELAY, float(MONTHS_LATE)), tuple(late)


def support_unpaid(options: Options, plan: Plan) -> Outcome:
    """Let the State pay nothing of the support that the plan counts on."""
    counted = [
        options.items[index].id
        for index in plan.chosen
        if any(cash.any() for cash in options.wage_support_eur.get(index, {}).values())
    ]
    granted = plan.shared_eur.get("support")
    if granted is not None and granted.any():
        counted.append("support")
    return _saving(options, plan, SUPPORT_PAID, 0.0), tuple(counted)


def adequacy_decided(options: Options, plan: Plan) -> Outcome:
    """Let the EU find Morocco's data protection adequate from 2028 on: what that makes needless is not paid.

    Only costs that the case gives are counted: what is paid by the year from that day on, what is paid once
    where work starts after it.
    """
    chosen = [options.items[index] for index in plan.chosen]
    wait = Month.of(ADEQUACY_DAY) - Month.of(options.case.as_of)
    decided, months = float(options.horizon.index(Month.of(ADEQUACY_DAY))), options.horizon.months
    falling = falling_duties(options, chosen, shared=True)
    touched = {one.name for one in falling if one.saved_eur(np.array([decided]), months).any()}
    return _saving(options, plan, ADEQUACY_WAIT, float(wait)), tuple(sorted(touched))


def _saving(options: Options, plan: Plan, key: str, value: float) -> float:
    """Return what a plan saves with one number changed and all others at their mid values."""
    flows = Repricer(options, (plan, None)).flows({key: np.array([value])})
    return float(savings(options, *flows)[0])
