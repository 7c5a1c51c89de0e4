"""What an own unit itself pays for an option: the same pricing, with everything at home costing nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from jiwar.facts import FactValues
from jiwar.money import FloatArray
from jiwar.options.assumptions import overrides
from jiwar.options.distances import distances
from jiwar.options.engagement import Engagement
from jiwar.options.lines import LINE_INDEX
from jiwar.options.option import Option, Options
from jiwar.options.pricing import BUILD_MONTHS, Pricer
from jiwar.options.rates import Rates
from jiwar.options.workforce import posts_of

UNIT_GROUPS: Mapping[str, tuple[str, ...]] = {
    "people": ("pay", "charges", "learning_ramp_up", "learning_turnover", "coordination"),
    "seats": ("seats",),
    "recruiting": ("recruiting",),
}
"""What a unit pays for its work, and the lines of the chart that make it up.

Pay and charges of everybody on its payroll, also while they learn or coordinate. Trips, fees of a provider before
a hand-over and the price of taking over its team are paid by the company at home.
"""


def unit_costs_eur(options: Options, chosen: Iterable[int]) -> dict[int, dict[str, FloatArray]]:
    """Return what the own unit pays for each chosen option that has one: option → group → (M,) in EUR, mid values.

    Pricing is linear in what people and seats at home cost, so pricing with nothing of it leaves exactly what
    arises at the site. A build-operate-transfer counts from the hand-over on.
    """
    own = [index for index in chosen if options.items[index].engagement.own_unit]
    if not own:
        return {}
    case, facts = options.case, options.facts
    home = facts.sites[case.company.home]
    nothing = np.zeros(1)
    free = {f"seat/{home.place}": nothing} | {
        f"pay/{home.place}/{line.role}/{line.seniority}": nothing for line in case.team
    }
    values = FactValues(facts, overrides(case, facts), free)
    sites = dict.fromkeys((case.company.home, *(options.items[index].site for index in own)))
    measured = distances(facts, values, home, sites, case.horizon)
    pricer = Pricer(case, facts, Rates(values, case.horizon), measured)
    found = {}
    for index in own:
        flows = pricer.price(options.items[index]).ledger.amounts_eur[0] * _running(
            options, options.items[index]
        )
        found[index] = {
            group: np.asarray(flows[[LINE_INDEX[line] for line in lines]].sum(axis=0))
            for group, lines in UNIT_GROUPS.items()
        }
    return found


def moved_pay_eur(options: Options, index: int) -> FloatArray:
    """Return the gross pay at home of the posts that an option moves away, by month, shape (M,), mid values."""
    option, case = options.items[index], options.case
    paid = np.zeros(options.horizon.months)
    if option.start is None:
        return paid
    rates = Rates(FactValues(options.facts, overrides(case, options.facts)), case.horizon)
    home = options.facts.sites[case.company.home]
    first = max(options.horizon.index(option.start), 0)
    for posts in posts_of(case.team_of(option.work_package), case.horizon):
        pay = rates.person(home, posts.role, posts.seniority).pay.eur_per_month[0]
        paid[first:] += (posts.needed(len(paid), option.share) * pay)[first:]
    return paid


def _running(options: Options, option: Option) -> FloatArray:
    """Return one in the months in which the own unit carries the option, shape (M,)."""
    if option.start is None:
        return np.zeros(options.horizon.months)
    first = options.horizon.index(option.start)
    if option.engagement is Engagement.BUILD_OPERATE_TRANSFER:
        first += BUILD_MONTHS
    running: FloatArray = (np.arange(options.horizon.months) >= first).astype(np.float64)
    return running
