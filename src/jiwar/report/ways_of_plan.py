"""Other ways to do the work, waiting, contact between packages and handing over, from a plan and its options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount, merged
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.further import HandOver, Interface, Stage, Waiting, Way

if TYPE_CHECKING:
    from jiwar.money import FloatArray
    from jiwar.options import Option

_WAYS = (Origin(OriginKind.METHOD, "ways"),)
_CONTACT = (Origin(OriginKind.METHOD, "contact"),)
_STAGES = (Origin(OriginKind.METHOD, "stages"),)
_GATE_MONTHS = 6
_HANDOVER = (Origin(OriginKind.METHOD, "hand-over"),)


def moved(figures: PlanFigures) -> tuple[Option, ...]:
    """Return the chosen options that move work."""
    items = (figures.options.items[index] for index in figures.plan.chosen)
    return tuple(option for option in items if not option.engagement.stays)


def ways_of(figures: PlanFigures) -> tuple[Way, ...]:
    """Return for every movable package, site and form the best open option, alone against staying."""
    options = figures.options
    found = []
    for work in options.case.work_packages:
        groups: dict[tuple[str, str], list[Option]] = {}
        for option in options.of(work.id):
            groups.setdefault((option.site, option.engagement.value), []).append(option)
        for (site, engagement), members in groups.items():
            extras = [figures.extra_alone_eur(one) for one in members if one.feasible]
            saving = Amount(-min(extras), _WAYS) if extras else None
            if work.movable or options.case.company.home == site:
                found.append(Way(work.name, options.facts.sites[site].name, engagement, saving))
    return tuple(found)


def waiting_of(figures: PlanFigures) -> tuple[Waiting, ...]:
    """Return what each move of the plan costs more at the next start that the case allows."""
    options = figures.options
    found = []
    for option in moved(figures):
        same = [
            one
            for one in options.of(option.work_package)
            if one.feasible
            and (one.site, one.engagement, one.share) == (option.site, option.engagement, option.share)
            and one.start is not None
            and option.start is not None
            and options.horizon.index(one.start) > options.horizon.index(option.start)
        ]
        if not same or option.start is None:
            continue
        later = min(same, key=lambda one: options.horizon.index(one.start) if one.start else 0)
        if later.start is None:  # pragma: no cover - moves have a start
            continue
        extra = figures.extra_alone_eur(later) - figures.extra_alone_eur(option)
        name = options.case.work_package(option.work_package).name
        found.append(Waiting(name, option.start, later.start, Amount(extra, _WAYS)))
    return tuple(found)


def stages_of(figures: PlanFigures) -> tuple[Stage, ...]:
    """Return the moves in the order of their start, the one that saves most for its people first among equals."""
    from jiwar.report.packages_of_plan import full_from

    options = figures.options
    shared = sum(float(one @ options.discount) for one in figures.plan.shared_by_month().values())
    everybody = sum(float(options.people[option.index][-1]) for option in moved(figures))
    ranked = []
    for option in moved(figures):
        if option.start is None:  # pragma: no cover - moves have a start
            continue
        people = float(options.people[option.index][-1])
        alone = float(options.npv_eur[figures.staying_of(option)] - options.npv_eur[option.index])
        saving = alone - shared * people / max(everybody, 1e-9)
        years = float(options.output[option.index] @ options.discount) / 12.0
        cash = figures.present((option.index,), figures.cash_keys)
        gate = min(options.horizon.index(option.start) + _GATE_MONTHS, options.horizon.months - 1)
        paid = cash.value + shared * people / max(everybody, 1e-9)
        planned = Amount(paid / max(years, 1e-9), merged(cash.origins, _STAGES))
        stop = Amount((paid + saving) / max(years, 1e-9), planned.origins)
        stage = Stage(
            options.case.work_package(option.work_package).name,
            options.facts.sites[option.site].name,
            option.engagement.value,
            Amount(people, figures.origins_of_people(option.index) or _STAGES),
            option.start,
            options.horizon.month(gate),
            full_from(figures, option),
            planned,
            stop,
        )
        ranked.append((options.horizon.index(option.start), -saving / max(people, 1.0), stage))
    return tuple(stage for *_, stage in sorted(ranked, key=lambda one: one[:2]))


def interfaces_of(figures: PlanFigures) -> tuple[Interface, ...]:
    """Return every weekly talk between packages with its cost under the plan, present value."""
    options = figures.options
    chosen = {options.items[index].work_package: options.items[index] for index in figures.plan.chosen}
    discount = options.discount.reshape(-1, MONTHS_PER_QUARTER).mean(axis=1)
    overhead = tuple(
        Origin(OriginKind.FACT, key) for key in _overheads(figures, [chosen[one] for one in chosen])
    )
    found = []
    for talk in options.case.interactions:
        one, other = chosen[talk.a], chosen[talk.b]
        cost = 0.0
        for here, part in _places(figures, one):
            for there, rest in _places(figures, other):
                if here != there:
                    price = options.interaction_eur[here, there] * talk.hours_per_week
                    cost += float((part * rest * price) @ discount)
        found.append(
            Interface(
                options.case.work_package(talk.a).name,
                options.case.work_package(talk.b).name,
                Amount(talk.hours_per_week, (Origin(OriginKind.CASE, "interactions"),)),
                options.facts.sites[one.site].name,
                options.facts.sites[other.site].name,
                Amount(cost, (*_CONTACT, *overhead)),
            )
        )
    return tuple(found)


def _overheads(figures: PlanFigures, chosen: list[Option]) -> tuple[str, ...]:
    sites = figures.options.facts.sites
    groups = {"far" if sites[one.site].region_group == "far" else "near" for one in chosen if one.start}
    return tuple(sorted(f"interaction_overhead/{group}" for group in groups))


def _places(figures: PlanFigures, option: Option) -> Iterator[tuple[str, FloatArray]]:
    """Give the sites at which an option's people are, each with their share by quarter."""
    options = figures.options
    months = np.zeros(options.horizon.months)
    if option.start is not None:
        months[max(options.horizon.index(option.start), 0) :] = option.share
    away = options.quarters(months) / MONTHS_PER_QUARTER
    yield options.case.company.home, 1.0 - away
    if away.any():
        yield option.site, away


def hand_over_of(figures: PlanFigures) -> tuple[HandOver, ...]:
    """Return what handing over takes for every package that moves."""
    from jiwar.report.packages_of_plan import full_from

    options = figures.options
    found = []
    for option in moved(figures):
        work = options.case.work_package(option.work_package)
        key = f"knowledge_months/{work.knowledge}"
        start = 0 if option.start is None else max(options.horizon.index(option.start), 0)
        demand = np.maximum(options.demand[option.index], 1e-9)
        delivery = (options.output[option.index] / demand)[start:]
        lowest = int(np.argmin(delivery))
        found.append(
            HandOver(
                work.name,
                Amount(figures.fact(key).value, (Origin(OriginKind.FACT, key),)),
                figures.present((option.index,), ("knowledge_transfer",)),
                figures.present((option.index,), ("learning_ramp_up",)),
                Amount(float(delivery[lowest]), _HANDOVER),
                options.horizon.month(start + lowest),
                full_from(figures, option),
            )
        )
    return tuple(found)
