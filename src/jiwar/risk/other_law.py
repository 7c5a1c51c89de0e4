"""Named scenarios of States and authorities: late ones, ones that do not pay, and an adequacy decision."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator

from jiwar.law import Verdict, assess
from jiwar.options import Option, Options
from jiwar.options.legal_costs import DutyCost, duty_costs
from jiwar.periods import Month
from jiwar.planning import Plan
from jiwar.risk.repricing import Repricer
from jiwar.risk.saved import savings

MONTHS_LATE = 6
"""How much later than planned work may start that waits for an authority; a round number and no forecast."""

ADEQUACY_COUNTRY = "MA"
ADEQUACY_DAY = dt.date(2028, 1, 1)

Outcome = tuple[float, tuple[str, ...]]
"""What the plan saves, EUR, and what the change touches; none when it changes nothing."""


def authorities_late(options: Options, plan: Plan) -> Outcome:
    """Let every option that waits for an authority, or for a review by counsel, start half a year later.

    Its own unit opens as planned and waits; what would start beyond the horizon starts in its last month.
    """
    late = {
        index: _later(options, options.items[index]) for index in plan.chosen if _waits(options.items[index])
    }
    items = tuple(late.get(option.index, option) for option in options.items)
    changed = dataclasses.replace(options, items=items)
    saved = savings(options, *Repricer(changed, (plan, None)).flows({}))
    return float(saved[0]), tuple(options.items[index].id for index in late)


def support_unpaid(options: Options, plan: Plan) -> Outcome:
    """Let the State pay nothing of the support that the plan counts on."""
    lost = {
        options.items[index].id: float(sum(part @ options.discount for part in parts.values()))
        for index, parts in options.wage_support_eur.items()
        if index in plan.chosen
    }
    granted = plan.shared_by_month().get("support")
    if granted is not None:
        lost["support"] = -float(granted @ options.discount)
    touched = {name: amount for name, amount in lost.items() if amount}
    return _saving_on_mid_values(options, plan) - sum(touched.values()), tuple(touched)


def adequacy_decided(options: Options, plan: Plan) -> Outcome:
    """Let the EU find Morocco's data protection adequate from 2028 on: what that makes needless is not paid.

    Only costs that the case gives are counted: what is paid by the year from that day on, what is paid once
    where work starts after it.
    """
    before = dict(_duties(options, plan, None))
    kept = dict(_duties(options, plan, ADEQUACY_DAY))
    saved, touched = 0.0, []
    for key, (month, duty) in before.items():
        amount = 0.0 if key in kept else _no_longer_paid(options, duty, month)
        if amount:
            saved += amount
            touched.append(str(duty.duty.cost_key))
    return _saving_on_mid_values(options, plan) + saved, tuple(sorted(touched))


def _waits(option: Option) -> bool:
    answer = option.assessment
    return answer is not None and answer.overall >= Verdict.ALLOWED_AFTER_AUTHORISATION


def _later(options: Options, option: Option) -> Option:
    start = None if option.start is None else min(option.start + MONTHS_LATE, options.horizon.end)
    return dataclasses.replace(option, start=start)


def _saving_on_mid_values(options: Options, plan: Plan) -> float:
    return float(savings(options, *Repricer(options, (plan, None)).flows({}))[0])


Key = tuple[str, str]


def _duties(
    options: Options, plan: Plan, decided: dt.date | None
) -> Iterator[tuple[Key, tuple[Month, DutyCost]]]:
    """Yield the duties of the chosen options whose cost the case gives, with the first month of each."""
    found: dict[Key, tuple[Month, DutyCost]] = {}
    for option in (options.items[index] for index in plan.chosen):
        country = options.facts.sites[option.site].country
        if option.start is None:
            continue
        judged = option if decided is None or country != ADEQUACY_COUNTRY else _judged_again(option, decided)
        for one in duty_costs(options.case, judged, country):
            key = (one.duty.name, one.of)
            if one.cost is not None and (key not in found or option.start < found[key][0]):
                found[key] = (option.start, one)
    yield from found.items()


def _judged_again(option: Option, decided: dt.date) -> Option:
    """Return an option judged by the law of the first day on which it works under the decision."""
    switches = {f"adequacy:{ADEQUACY_COUNTRY}": decided}
    again = {
        part: tuple(
            (flow, assess(one.flow, max(one.on, decided), switches=switches))
            for flow, one in getattr(option, part)
        )
        for part in ("assessments", "later")
    }
    return dataclasses.replace(option, assessments=again["assessments"], later=again["later"])


def _no_longer_paid(options: Options, duty: DutyCost, begins: Month) -> float:
    """Return the present value of a duty's cost that falls on days after the decision, EUR."""
    cost, decided = duty.cost, Month.of(ADEQUACY_DAY)
    if cost is None:
        return 0.0
    first = max(options.horizon.index(max(begins, decided)), 0)
    if cost.yearly:
        return cost.mid_eur / 12.0 * float(options.discount[first:].sum())
    in_time = decided <= begins and begins in options.horizon
    return cost.mid_eur * float(options.discount[first]) if in_time else 0.0
