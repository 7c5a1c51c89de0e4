"""What a gate costs, seen from the day on which it would open: the duties that a supposed law makes needless."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jiwar.case import Case
from jiwar.law.what_if import WhatIf
from jiwar.options.judging import Judged
from jiwar.options.legal_costs import DutyCost, duty_costs_of

Amounts = tuple[float, float, float]
"""Low, middle and high, in EUR."""


@dataclass(frozen=True, slots=True)
class GateCost:
    """What falls away for one country and form: months, money that the case gives, costs that nobody gave."""

    country: str
    form: str
    months_before: float
    months_after: float
    once: Amounts | None
    yearly: Amounts | None
    not_given: tuple[str, ...]


def gate_costs(case: Case, told: Iterable[tuple[Judged, WhatIf]]) -> tuple[GateCost, ...]:
    """Sum up supposed changes by country and form; a duty that several flows share is paid once.

    A cost that the case does not give is named and never counted as zero.
    """
    groups: dict[tuple[str, str], list[tuple[Judged, WhatIf]]] = {}
    for one, change in told:
        for form in one.engagements:
            groups.setdefault((one.country, form), []).append((one, change))
    found = (_of_group(case, country, form, group) for (country, form), group in groups.items())
    return tuple(cost for cost in found if cost is not None)


def _of_group(case: Case, country: str, form: str, group: list[tuple[Judged, WhatIf]]) -> GateCost | None:
    kept = _costs(case, form, group, after=True)
    saved = {key: cost for key, cost in _costs(case, form, group, after=False).items() if key not in kept}
    if not saved and not any(change.falls_away for _, change in group):
        return None
    given = [one.cost for one in saved.values() if one.cost is not None]
    return GateCost(
        country,
        form,
        max(change.before.lead_months for _, change in group),
        max(change.after.lead_months for _, change in group),
        _sum([(cost.low_eur, cost.mid_eur, cost.high_eur) for cost in given if not cost.yearly]),
        _sum([(cost.low_eur, cost.mid_eur, cost.high_eur) for cost in given if cost.yearly]),
        tuple(sorted({one.duty.cost_key or "" for one in saved.values() if one.cost is None})),
    )


def _costs(
    case: Case, form: str, group: list[tuple[Judged, WhatIf]], *, after: bool
) -> dict[tuple[str, str], DutyCost]:
    country, site = group[0][0].country, group[0][0].site
    named = [(one.data_flow, change.after if after else change.before) for one, change in group]
    costs = duty_costs_of(named, case, country=country, site=site, engagement=form)
    return {(cost.duty.name, cost.of): cost for cost in costs}


def _sum(amounts: list[Amounts]) -> Amounts | None:
    if not amounts:
        return None
    low, mid, high = (sum(column) for column in zip(*amounts, strict=True))
    return low, mid, high
