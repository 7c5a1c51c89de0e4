"""Scenarios as planning wants them: every option priced in every draw, exits settled, labour markets and prices.

What is short in a labour market is covered by contractors of the country, for as long as filling a post takes
there: a rule of ours; its numbers are facts. What options cost, and leaving them, is in `settling`.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor

import numpy as np

from jiwar.facts import FactValues
from jiwar.money import FloatArray
from jiwar.options import GATE_MONTHS, Options
from jiwar.options.assumptions import overrides
from jiwar.options.pricing import Pricer
from jiwar.options.rates import Rates
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.of_case.steps_of_case import steps_of
from jiwar.planning.uncertain import PricedScenarios, Shortage
from jiwar.risk.codes import check_sizes
from jiwar.risk.correlation import VALUE_OF_WORK
from jiwar.risk.draws import scenarios_of
from jiwar.risk.law_and_state import grants_paid, keys_of_law
from jiwar.risk.ranges import ranges_of
from jiwar.risk.repricing import Progress, keys_asked, pricer_of
from jiwar.risk.settling import Ways, settle_all
from jiwar.risk.shared import home_level, price_ratio
from jiwar.talent import hiring_limit


def price_futures(
    options: Options,
    *,
    scenarios: int = 200,
    seed: int = 11,
    gates: tuple[int, ...] = GATE_MONTHS,
    progress: Progress | None = None,
    executor: Executor | None = None,
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
        Called with the step, the number of parts done and of all.
    executor
        Prices parts of options and scenarios side by side; threads when none is given. Processes are faster
        where there are many of both.

    Raises
    ------
    RiskError
        K002 for a number of scenarios that cannot be used.
    """
    check_sizes(scenarios)
    ways = Ways.of(options, gates)
    asked = (
        *keys_asked(ways.case, ways.facts, ways.items),
        *_market_keys(options),
        *keys_of_law(options, ways.items, _grants(options)),
    )
    keys = sorted(set(asked))
    values = dict(scenarios_of(ranges_of(ways.case, ways.facts, tuple(keys)), scenarios, seed).values)
    settled = settle_all(ways, len(options), values, progress, executor)
    drawn = dict(values)
    del values[VALUE_OF_WORK]
    pricer = pricer_of(ways.case, ways.facts, ways.items, values)
    return PricedScenarios(
        probability=np.full(scenarios, 1.0 / scenarios),
        cost_eur=settled.cost_eur,
        shortage=_shortage(options, pricer, settled.hired),
        prices=_prices(options, pricer) | {"support": grants_paid(options, drawn, scenarios)},
        gates=tuple(str(options.horizon.month(gate)) for gate in ways.gates),
        leaves_at=settled.leaves_at,
        grows_at=settled.grows_at,
        drawn=drawn,
        seed=seed,
    )


def _grants(options: Options) -> FloatArray | None:
    steps = steps_of(options)
    return None if steps is None else steps.amount_eur


def _market_keys(options: Options) -> set[str]:
    """Return the numbers that what labour markets give rests on."""
    values = FactValues(options.facts, overrides(options.case, options.facts))
    for pool in options.pools:
        hiring_limit(values, options.facts.sites[pool.site], pool.role, pool.seniority)
    return {key for key in values.used if key in options.facts and options.facts.get(key).is_number}


def _shortage(options: Options, pricer: Pricer, hired_by_pool: Mapping[str, FloatArray]) -> Shortage:
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
        hired = hired_by_pool.get(pool.id)
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
