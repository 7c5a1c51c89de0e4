"""From a case to its options: enumerated, assessed, priced, with everything that they share."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np

from jiwar.case import Case
from jiwar.facts import Facts, FactValues, load_facts
from jiwar.money import FloatArray, discount_factors
from jiwar.options.assessment import assess_options
from jiwar.options.assumptions import overrides
from jiwar.options.distances import Distance, distances
from jiwar.options.enumeration import enumerate_all
from jiwar.options.law_money import LawMoney
from jiwar.options.legal_costs import not_given
from jiwar.options.lines import LINES
from jiwar.options.option import HomeRole, Option, Options, Pool
from jiwar.options.pricing import PricedOption, Pricer
from jiwar.options.rates import Rates
from jiwar.options.sharing import home_roles, interaction_prices, pools, site_prices
from jiwar.provenance import Origin

Progress = Callable[[str, int, int], None]
"""Told the step in words, how many are done, and how many there are."""


def enumerate_options(case: Case, facts: Facts | None = None, *, progress: Progress | None = None) -> Options:
    """List, assess and price every option of a case on mid values.

    Parameters
    ----------
    case
        What is to be decided.
    facts
        The fact base; the shipped one, as of the case's day, when not given.
    progress
        Called now and then with the step, the number done and the number of all.

    Raises
    ------
    OptionsError
        When a number that pricing needs is missing, or no work package can be done at all.
    """
    facts = facts or load_facts(case.as_of)
    values = FactValues(facts, overrides(case, facts))
    rates = Rates(values, case.horizon)
    home = facts.sites[case.company.home]
    measured = distances(facts, values, home, case.sites, case.horizon)
    listed = enumerate_all(case)
    judged = _with_notes(case, facts, assess_options(case, facts, measured, listed))
    pricer, law_money = Pricer(case, facts, rates, measured), LawMoney(case, facts, rates)
    priced = []
    for option in judged:
        priced.append(law_money.add(option, pricer.price(option)))
        if progress is not None and option.index % 50 == 0:
            progress("pricing options", option.index, len(judged))
    gathered = _gather(case, facts, rates, measured, judged, priced)
    return dataclasses.replace(gathered, wage_support_eur=law_money.support.received_eur)


def _with_notes(case: Case, facts: Facts, judged: tuple[Option, ...]) -> tuple[Option, ...]:
    """Name on every option the legal costs that apply to it and that nobody has given."""
    return tuple(
        dataclasses.replace(option, not_priced=not_given(case, option, facts.sites[option.site].country))
        for option in judged
    )


def _gather(
    case: Case,
    facts: Facts,
    rates: Rates,
    measured: dict[str, Distance],
    judged: tuple[Option, ...],
    priced: list[PricedOption],
) -> Options:
    horizon = case.horizon
    discount = discount_factors(case.discount_rate_per_year, horizon.months)
    flows = np.stack([one.ledger.amounts_eur[0] for one in priced])
    roles = home_roles(case, facts, rates)
    drawn = pools(case, facts, rates)

    def trace(index: int, line: str) -> tuple[Origin, ...]:
        return priced[index].ledger.origins(line)

    return Options(
        case=case,
        facts=facts,
        horizon=horizon,
        items=judged,
        flows_eur=flows,
        npv_eur=flows.sum(axis=1) @ discount,
        people=_by_quarter(np.stack([one.people_away[0] for one in priced]), mean=True),
        home_people=_by_quarter(
            np.stack([_total(one.home_people, horizon.months) for one in priced]), mean=True
        ),
        home_held=_by_quarter(_by_role(priced, roles, "home_held", horizon.months), mean=True),
        hires=_by_quarter(_by_pool(priced, drawn, horizon.months)),
        released=_by_quarter(_by_role(priced, roles, "released", horizon.months)),
        home_posts=_by_quarter(_by_role(priced, roles, "home_posts", horizon.months)),
        output=np.stack([one.output[0] for one in priced]),
        demand=np.stack([one.demand[0] for one in priced]),
        pools=drawn,
        home_roles=roles,
        site_prices=site_prices(case, facts, rates),
        interaction_eur=interaction_prices(case, facts, rates, measured),
        shared_hours_per_day={site: distance.shared_hours_per_day for site, distance in measured.items()},
        discount=discount,
        trace=trace,
        lines=LINES,
    )


def _by_quarter(monthly: FloatArray, *, mean: bool = False) -> FloatArray:
    grouped = monthly.reshape(*monthly.shape[:-1], -1, 3)
    result: FloatArray = grouped.mean(axis=-1) if mean else grouped.sum(axis=-1)
    return result


def _total(by_role: dict[str, FloatArray], months: int) -> FloatArray:
    return np.asarray(sum((series[0] for series in by_role.values()), start=np.zeros(months)))


def _by_role(priced: list[PricedOption], roles: tuple[HomeRole, ...], name: str, months: int) -> FloatArray:
    zero = np.zeros((1, months))
    return np.array([[getattr(one, name).get(role.role, zero)[0] for role in roles] for one in priced])


def _by_pool(priced: list[PricedOption], drawn: tuple[Pool, ...], months: int) -> FloatArray:
    hires = np.zeros((len(priced), len(drawn), months))
    position = {(pool.site, pool.role, pool.seniority): index for index, pool in enumerate(drawn)}
    for index, one in enumerate(priced):
        for key, series in one.hires.items():
            hires[index, position[key]] = series[0]
    return hires
