"""What the options of a plan share, in every draw: own units, talk, people without work."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from jiwar.money import FloatArray
from jiwar.options import Option, Options
from jiwar.options.rates import Rates
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning import Plan


def shared_cost(plan: Plan, options: Options, rates: Rates, mid: Rates) -> FloatArray:
    """Return the shared cost of a plan by draw and month, shape (S, M), in EUR.

    Quantities stay as planned; prices move: opening and running units with their facts, talk with the overhead
    and the cost of an hour at home, people without work and redundancies with pay at home, and what is saved
    on recruiting with pay and fee. Every part is the plan's own amount plus the change of its price, so that
    mid values give the plan's amount.
    """
    by_line = plan.shared_by_month()
    planned = np.sum(list(by_line.values()), axis=0) if by_line else np.zeros(rates.shape[1])
    cost: FloatArray = np.repeat(planned[None, :], rates.shape[0], axis=0)
    home = options.facts.sites[options.case.company.home].country
    level = home_level(options, rates, mid)
    cost += _units(plan, options, rates, mid)
    fee, severance = (price_ratio(rates, mid, f"{name}/{home}") for name in ("recruiting_fee", "severance"))
    moved = {"recruiting": fee * level, "surplus_people": level, "redundancy": severance * level}
    for line, ratio in moved.items():
        if line in by_line and by_line[line].any():
            cost += by_line[line] * (ratio - 1.0)
    for group, amount in _talk(plan, options).items():
        cost += amount * (price_ratio(rates, mid, f"interaction_overhead/{group}") * level - 1.0)
    return cost


def price_ratio(rates: Rates, mid: Rates, key: str) -> FloatArray:
    """Return a fact over its mid value, shape (S, 1)."""
    middle = float(mid.values(key)[0])
    drawn = rates.values(key)[:, None]
    return drawn / middle if middle else np.ones_like(drawn)


def home_level(options: Options, rates: Rates, mid: Rates) -> FloatArray:
    """Return what the case's people cost at home over what they cost on mid values, shape (S, M)."""
    home = options.facts.sites[options.case.company.home]

    def cost(used: Rates) -> FloatArray:
        total = np.zeros(used.shape)
        for line in options.case.team:
            total += line.people * used.person(home, line.role, line.seniority).total.eur_per_month
        return total

    level: FloatArray = cost(rates) / cost(mid)
    return level


def _units(plan: Plan, options: Options, rates: Rates, mid: Rates) -> FloatArray:
    change = np.zeros(rates.shape)
    for site, row in zip(plan.sites, plan.units, strict=True):
        if not row.any():
            continue
        country = options.facts.sites[site].country
        opened = np.repeat(np.diff(row, prepend=0.0), MONTHS_PER_QUARTER) / MONTHS_PER_QUARTER
        opening = f"site_opening/{country}"
        change += opened * (rates.values(opening) - mid.values(opening))[:, None]
        running = f"site_running/{country}"
        extra = rates.values.aged(running, rates.horizon) - mid.values.aged(running, rates.horizon)
        change += np.repeat(row, MONTHS_PER_QUARTER) * extra / 12.0
    return change


def _talk(plan: Plan, options: Options) -> dict[str, FloatArray]:
    """Return planned cost of talk between sites by how far they are from each other, shape (M,) each."""
    chosen = {options.items[index].work_package: options.items[index] for index in plan.chosen}
    found: dict[str, FloatArray] = {}
    for talk in options.case.interactions:
        for here, one in _places(options, chosen[talk.a]):
            for there, other in _places(options, chosen[talk.b]):
                if here == there:
                    continue
                price = talk.hours_per_week * options.interaction_eur[here, there]
                cost = np.repeat(one * other * price, MONTHS_PER_QUARTER)
                group = _group(options, here, there)
                found[group] = found.get(group, np.zeros(cost.size)) + cost / MONTHS_PER_QUARTER
    return found


def _places(options: Options, option: Option) -> Iterator[tuple[str, FloatArray]]:
    """Give the sites at which an option's people are, each with their share by quarter."""
    months = np.zeros(options.horizon.months)
    if option.start is not None:
        months[max(options.horizon.index(option.start), 0) :] = option.share
    away = options.quarters(months) / MONTHS_PER_QUARTER
    yield options.case.company.home, 1.0 - away
    if away.any():
        yield option.site, away


def _group(options: Options, here: str, there: str) -> str:
    home = options.case.company.home
    further = here if there == home else there
    return "far" if options.facts.sites[further].region_group == "far" else "near"
