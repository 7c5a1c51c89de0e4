"""What legal duties cost: nobody publishes it, so a case may assume it; what is not given is named, never zero.

A duty is paid once for whatever it is about (its scope), however many work packages need it. A duty about a
data flow that a single work package uses is part of that option's price; all others are shared: planning pays
them once for all chosen options, from the first that needs them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from jiwar.case import Case
from jiwar.law import Assessment
from jiwar.law.finding import Duty, DutyState
from jiwar.money import FloatArray
from jiwar.options.engagement import Engagement
from jiwar.options.option import Option
from jiwar.options.pricing import BUILD_MONTHS
from jiwar.periods import Horizon
from jiwar.provenance import Origin, OriginKind

if TYPE_CHECKING:
    from jiwar.options.option import Options


class Scope(StrEnum):
    """What a duty is met for once."""

    DATA_FLOW = "data_flow"
    TRANSFER = "transfer"  # a data flow to a country
    IMPORTER = "importer"  # a country and a form of work
    SITE = "site"
    COUNTRY = "country"
    COMPANY = "company"


SCOPES = {
    "legal_cost/ad_hoc_clauses": Scope.COMPANY,
    "legal_cost/bcr": Scope.COMPANY,
    "legal_cost/cndp_authorisation": Scope.TRANSFER,
    "legal_cost/cndp_declaration": Scope.TRANSFER,
    "legal_cost/cndp_transfer": Scope.TRANSFER,
    "legal_cost/dpia": Scope.DATA_FLOW,
    "legal_cost/export_classification": Scope.DATA_FLOW,
    "legal_cost/export_licence": Scope.TRANSFER,
    "legal_cost/moroccan_representative": Scope.COUNTRY,
    "legal_cost/processing_contract": Scope.IMPORTER,
    "legal_cost/reconciliation": Scope.COMPANY,
    "legal_cost/scc": Scope.IMPORTER,
    "legal_cost/tia": Scope.TRANSFER,
    "legal_cost/tisax": Scope.SITE,
    "legal_cost/works_agreement": Scope.COMPANY,
}
"""How often each duty is paid; our reading of what the duty is about, stated in the documentation."""


@dataclass(frozen=True, slots=True)
class GivenCost:
    """What a case assumes that a duty costs, in EUR: once, or in every year that the work lasts."""

    key: str
    low_eur: float
    mid_eur: float
    high_eur: float
    yearly: bool
    reason: str


@dataclass(frozen=True, slots=True)
class DutyCost:
    """A duty that costs something, what it is met for once, and the cost; None when nobody has given it."""

    duty: Duty
    scope: Scope
    of: str
    shared: bool
    cost: GivenCost | None
    after_hand_over: bool = False  # asked only once a build-operate-transfer unit is one's own


@dataclass(frozen=True, slots=True)
class SharedDuty:
    """A duty that several options may need: its cost, and the month from which each option needs it."""

    name: str
    once_eur: float
    per_month_eur: float
    needed_from: dict[int, int]  # option → month


def given_cost(case: Case, key: str) -> GivenCost | None:
    """Return what the case assumes for a cost key, None when it says nothing."""
    for one in case.assumptions:
        if one.fact == key:
            low, mid, high = (number * one.value.unit.factor for number in one.numbers)
            return GivenCost(key, low, mid, high, one.unit.endswith("/year"), one.reason)
    return None


def duty_costs(case: Case, option: Option, country: str) -> tuple[DutyCost, ...]:
    """Return every duty of an option that costs something and is not done yet, each once.

    What the law asks only after a hand-over, when the unit is one's own, comes last.
    """
    at_start = duty_costs_of(
        option.assessments, case, country=country, site=option.site, engagement=option.engagement.value
    )
    own = Engagement.CAPTIVE.value
    later = duty_costs_of(option.later, case, country=country, site=option.site, engagement=own)
    known = {(one.duty.name, one.of) for one in at_start}
    new = (one for one in later if (one.duty.name, one.of) not in known)
    return (*at_start, *(dataclasses.replace(one, after_hand_over=True) for one in new))


def duty_costs_of(
    named: Iterable[tuple[str, Assessment]], case: Case, *, country: str, site: str, engagement: str
) -> tuple[DutyCost, ...]:
    """Return the same for assessed data flows, by name, that go to a site in some form of work."""
    found: dict[tuple[str, str], DutyCost] = {}
    for flow, assessment in named:
        for duty in assessment.duties:
            if duty.cost_key is None or duty.state is DutyState.DONE:
                continue
            scope = SCOPES[duty.cost_key]
            of = {
                Scope.DATA_FLOW: flow,
                Scope.TRANSFER: f"{flow} to {country}",
                Scope.IMPORTER: f"{engagement} in {country}",
                Scope.SITE: site,
                Scope.COUNTRY: country,
                Scope.COMPANY: case.company.name,
            }[scope]
            shared = not (scope in {Scope.DATA_FLOW, Scope.TRANSFER} and _users(case, flow) == 1)
            found[duty.name, of] = DutyCost(duty, scope, of, shared, given_cost(case, duty.cost_key))
    return tuple(found.values())


def not_given(case: Case, option: Option, country: str) -> tuple[str, ...]:
    """Return the cost keys that apply to an option and for which the case gives nothing, sorted."""
    return tuple(
        sorted({one.duty.cost_key or "" for one in duty_costs(case, option, country) if one.cost is None})
    )


def own_legal_cost(
    case: Case, option: Option, country: str, horizon: Horizon
) -> tuple[FloatArray, tuple[Origin, ...]]:
    """Return the cost by month, shape (M,), of the duties that no other work package shares."""
    months, origins = np.zeros(horizon.months), []
    if not any_given(case):
        return months, ()
    for one in duty_costs(case, option, country):
        start = _month_of(option, one, horizon)
        if one.cost is None or one.shared or start is None:
            continue
        months += _by_month(one.cost, start, horizon.months)
        origins.append(Origin(OriginKind.CASE, f"assumptions/{one.cost.key}"))
    return months, tuple(origins)


def shared_duties(options: Options) -> tuple[SharedDuty, ...]:
    """Return the shared duties whose cost the case gives, with the options that need each."""
    case, facts = options.case, options.facts
    needed: dict[tuple[str, str], dict[int, int]] = {}
    costs: dict[tuple[str, str], GivenCost] = {}
    if not any_given(case):
        return ()
    for option in options.items:
        if option.start is None or not option.feasible:
            continue
        for one in duty_costs(case, option, facts.sites[option.site].country):
            start = _month_of(option, one, options.horizon)
            if one.shared and one.cost is not None and start is not None:
                needed.setdefault((one.duty.name, one.of), {})[option.index] = start
                costs[one.duty.name, one.of] = one.cost
    return tuple(
        SharedDuty(
            f"{name}: {of}",
            0.0 if costs[name, of].yearly else costs[name, of].mid_eur,
            costs[name, of].mid_eur / 12.0 if costs[name, of].yearly else 0.0,
            by_option,
        )
        for (name, of), by_option in needed.items()
    )


def any_given(case: Case) -> bool:
    """Say whether the case gives the cost of any duty."""
    return any(one.fact in SCOPES for one in case.assumptions)


def _month_of(option: Option, one: DutyCost, horizon: Horizon) -> int | None:
    """Return the month in which a duty is met, None when it lies beyond the horizon."""
    if option.start is None:
        return None
    month = max(horizon.index(option.start), 0) + (BUILD_MONTHS if one.after_hand_over else 0)
    return month if month < horizon.months else None


def _by_month(cost: GivenCost, start: int, months: int) -> FloatArray:
    paid = np.zeros(months)
    if cost.yearly:
        paid[start:] = cost.mid_eur / 12.0
    else:
        paid[start] = cost.mid_eur
    return paid


def _users(case: Case, flow: str) -> int:
    """Count the movable work packages that use a data flow."""
    movable = {package.id for package in case.work_packages if package.movable}
    return sum(len(movable & set(one.work_packages)) for one in case.data_flows if one.id == flow)
