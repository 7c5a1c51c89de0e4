"""Scenarios as planning wants them: every option priced in every draw, exits settled, labour markets and prices.

Leaving a move at a gate costs what the move cost in teaching and learning, once more the other way round, and the
severance of the people whom the company itself employs at the site; from then on the work is done at home, in the
way that is cheapest there on mid values. What is short in a labour market is covered by contractors of the country,
for as long as filling a post takes there. These are rules of ours; their numbers are facts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.facts import FactValues
from jiwar.money import FloatArray
from jiwar.options import LINE_INDEX, Engagement, Option, Options
from jiwar.options.assumptions import overrides
from jiwar.options.law_money import LawMoney
from jiwar.options.pricing import Pricer
from jiwar.options.rates import Rates
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.exits import settle_exits
from jiwar.planning.uncertain import PricedScenarios, Shortage
from jiwar.risk.codes import check_sizes
from jiwar.risk.correlation import VALUE_OF_WORK
from jiwar.risk.draws import scenarios_of
from jiwar.risk.ranges import ranges_of
from jiwar.risk.repricing import Progress, keys_asked, pricer_of
from jiwar.risk.shared import home_level, price_ratio
from jiwar.talent import hiring_limit

GATE_MONTHS = (12, 24)
"""Months of the horizon at whose begin a move may be given up: after one year and after two."""

_TAUGHT = ("knowledge_transfer", "learning_ramp_up")
"""Lines that bringing work back costs once more."""


@dataclass
class _Priced:
    """What is kept of each option and draw; O options, G gates, S draws."""

    total: FloatArray  # (O, S)
    until: FloatArray  # (O, G, S)
    leaving: FloatArray  # (O, G, S)
    hired: dict[str, FloatArray]  # pool → (S,), sum of the options' highest months


def price_futures(
    options: Options,
    *,
    scenarios: int = 200,
    seed: int = 11,
    gates: tuple[int, ...] = GATE_MONTHS,
    progress: Progress | None = None,
) -> PricedScenarios:
    """Draw scenarios and price every option in each of them.

    Parameters
    ----------
    options
        The options of a case.
    scenarios, seed
        Number of scenarios, S, and what makes them again.
    gates
        Months of the horizon at whose begin moves that have started may be given up.
    progress
        Called with the step, the number of options done and of all.

    Raises
    ------
    RiskError
        K002 for a number of scenarios that cannot be used.
    """
    check_sizes(scenarios)
    case, facts = options.case, options.facts
    feasible = [option for option in options.items if option.feasible]
    keys = sorted({*keys_asked(case, facts, feasible), *_market_keys(options)})
    values = dict(scenarios_of(ranges_of(case, facts, tuple(keys)), scenarios, seed).values)
    worth = values.pop(VALUE_OF_WORK)
    pricer = pricer_of(case, facts, feasible, values)
    gates = tuple(gate for gate in gates if gate < options.horizon.months)
    priced = _price(options, feasible, pricer, worth, gates, progress)
    cost, leaves = settle_exits(priced.total, priced.until, priced.leaving, _home_after(options, priced))
    return PricedScenarios(
        probability=np.full(scenarios, 1.0 / scenarios),
        cost_eur=cost.astype(np.float32),
        shortage=_shortage(options, pricer, priced),
        prices=_prices(options, pricer),
        gates=tuple(str(options.horizon.month(gate)) for gate in gates),
        leaves_at=leaves,
        seed=seed,
    )


def _market_keys(options: Options) -> set[str]:
    """Return the numbers that what labour markets give rests on."""
    values = FactValues(options.facts, overrides(options.case, options.facts))
    for pool in options.pools:
        hiring_limit(values, options.facts.sites[pool.site], pool.role, pool.seniority)
    return {key for key in values.used if key in options.facts and options.facts.get(key).is_number}


def _price(
    options: Options,
    feasible: list[Option],
    pricer: Pricer,
    worth: FloatArray,
    gates: tuple[int, ...],
    progress: Progress | None,
) -> _Priced:
    size, months = pricer.rates.shape
    priced = _Priced(
        np.zeros((len(options), size)),
        np.full((len(options), len(gates), size), np.inf),
        np.zeros((len(options), len(gates), size)),
        {},
    )
    undone = LINE_INDEX["undone_work"]
    law = LawMoney(options.case, options.facts, pricer.rates)
    for done, option in enumerate(feasible):
        found = law.add(option, pricer.price(option))
        amounts = found.ledger.amounts_eur
        amounts[:, undone] *= worth[:, None]
        present = amounts.sum(axis=1) * options.discount
        priced.total[option.index] = present.sum(axis=1)
        begun = months if option.start is None else options.horizon.index(option.start)
        for place, gate in enumerate(gates):
            if begun < gate or option.engagement.stays:
                priced.until[option.index, place] = present[:, :gate].sum(axis=1)
            if begun < gate:
                priced.leaving[option.index, place] = _leaving(options, option, pricer, amounts, gate)
        for (site, role, seniority), series in found.hires.items():
            name = f"{site}/{role}/{seniority}"
            priced.hired[name] = priced.hired.get(name, np.zeros(size)) + series.max(axis=1)
        if progress is not None and done % 50 == 0:
            progress("pricing scenarios", done, len(feasible))
    return priced


def _leaving(options: Options, option: Option, pricer: Pricer, amounts: FloatArray, gate: int) -> FloatArray:
    """Return what giving up a move at a gate costs, shape (S,)."""
    taught = amounts[:, [LINE_INDEX[line] for line in _TAUGHT]].sum(axis=(1, 2))
    cost = taught * options.discount[gate]
    if option.engagement is Engagement.CAPTIVE:
        country = options.facts.sites[option.site].country
        months = pricer.rates.values(f"severance/{country}")
        cost = cost + option.share * months * amounts[:, LINE_INDEX["pay"], gate] * options.discount[gate]
    return np.asarray(cost)


def _home_after(options: Options, priced: _Priced) -> FloatArray:
    """Return what the work costs at home from each gate on; inf where an option does not move."""
    after = np.full(priced.until.shape, np.inf)
    at_home = {options.items[index].work_package: index for index in options.staying()}
    for option in options.items:
        if not option.engagement.stays and option.feasible:
            stay = at_home[option.work_package]
            after[option.index] = priced.total[stay] - priced.until[stay]
    return after


def _shortage(options: Options, pricer: Pricer, priced: _Priced) -> Shortage:
    """Return labour markets by scenario, and what a contractor costs more for as long as filling a post takes."""
    facts, sizing = options.facts, pricer.sizing or pricer
    quarters, size = options.horizon.quarters, pricer.rates.shape[0]
    market = np.ones((len(options.pools), size))
    need = np.ones((len(options.pools), size))
    price = np.zeros((len(options.pools), quarters))
    discount = options.discount.reshape(-1, MONTHS_PER_QUARTER).mean(axis=1)
    for place, pool in enumerate(options.pools):
        site = facts.sites[pool.site]
        drawn = hiring_limit(pricer.rates.values, site, pool.role, pool.seniority)
        if pool.limit_people_per_quarter > 0:
            market[place] = drawn / pool.limit_people_per_quarter
        hired = priced.hired.get(pool.id)
        if hired is not None and hired.mean() > 0:
            need[place] = hired / hired.mean()
        price[place] = discount * _premium(pool.seniority, pool.role, site.id, sizing.rates, options)
    return Shortage(price, market, need)


def _premium(seniority: str, role: str, site: str, rates: Rates, options: Options) -> FloatArray:
    """Return a contractor's fee beyond an employee's cost, over the time to fill a post, by quarter of its begin."""
    place = options.facts.sites[site]
    fee = rates.fee(place.country, seniority).eur_per_month[0]
    own = rates.person(place, role, seniority).total.eur_per_month[0]
    months = float(rates.values(f"time_to_fill/{place.country}")[0])
    extra = np.broadcast_to(np.maximum(fee - own, 0.0), (options.horizon.months,))
    by_quarter: FloatArray = extra.reshape(-1, MONTHS_PER_QUARTER).mean(axis=1) * months
    return by_quarter


def _prices(options: Options, pricer: Pricer) -> dict[str, FloatArray]:
    """Return the prices of shared decisions over those on mid values."""
    sizing = pricer.sizing or pricer
    rates, mid = pricer.rates, sizing.rates
    home = options.facts.sites[options.case.company.home].country
    level = home_level(options, rates, mid).mean(axis=1)

    def ratio(key: str) -> FloatArray:
        return price_ratio(rates, mid, key)[:, 0]

    overhead = np.mean([ratio(f"interaction_overhead/{group}") for group in ("near", "far")], axis=0)
    prices: dict[str, FloatArray] = {
        "coordination": overhead * level,
        "recruiting": ratio(f"recruiting_fee/{home}") * level,
        "surplus_people": level,
        "redundancy": ratio(f"severance/{home}") * level,
    }
    for site in options.site_prices:
        country = options.facts.sites[site].country
        for line in ("site_opening", "site_running"):
            prices[f"{line}/{site}"] = ratio(f"{line}/{country}")
    return prices
