"""Scenarios as planning wants them: every option priced in every draw, exits settled, labour markets and prices.

Leaving a move at a gate costs what the move cost in teaching and learning, once more the other way round, and the
severance of the people whom the company itself employs at the site; from then on the work is done at home, in the
way that is cheapest there on mid values. What is short in a labour market is covered by contractors of the country,
for as long as filling a post takes there. These are rules of ours; their numbers are facts.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from jiwar.case import Case
from jiwar.facts import Facts, FactValues
from jiwar.money import FloatArray, discount_factors
from jiwar.options import GATE_MONTHS, Engagement, Growth, Option, Options
from jiwar.options.assumptions import overrides
from jiwar.options.at_site import read_options
from jiwar.options.law_money import LawMoney
from jiwar.options.present_values import PresentValues
from jiwar.options.pricing import Pricer
from jiwar.options.rates import Rates
from jiwar.options.reading import Figures, Reading
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.exits import grown_cost, settle_exits, settle_growth
from jiwar.planning.uncertain import PricedScenarios, Shortage
from jiwar.risk.codes import check_sizes
from jiwar.risk.correlation import VALUE_OF_WORK
from jiwar.risk.draws import scenarios_of
from jiwar.risk.law_and_state import LawPrices, keys_of_law
from jiwar.risk.ranges import ranges_of
from jiwar.risk.repricing import Progress, keys_asked, pricer_of
from jiwar.risk.shared import home_level, price_ratio
from jiwar.talent import hiring_limit

SETTLED_AT_ONCE = 256
"""Options whose leaving is settled together, so that the arrays stay in the cache."""

AT_ONCE = 500
"""Scenarios priced together: many enough that arithmetic counts, few enough that memory stays small."""


def _read_only(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(mapping)


def _unwrapped(
    mapping: MappingProxyType[object, object],
) -> tuple[Callable[..., object], tuple[dict[object, object]]]:
    return _read_only, (dict(mapping),)


ForkingPickler.register(MappingProxyType, _unwrapped)  # facts hold such mappings and go to other processes


@dataclass(frozen=True)
class Ways:
    """The options of a case that are priced, and where the work of each goes when it is left.

    O options in all, V staged ones behind them.
    """

    case: Case
    facts: Facts
    items: tuple[Option, ...]  # feasible ones
    size: int  # O, without staged ones
    gates: tuple[int, ...]
    home: Mapping[str, int] | None = None  # work package → option at home after a gate; None: nothing is left
    growths: tuple[Growth, ...] = ()  # staged options, priced from others
    law: LawPrices | None = None  # what law and State change; None: nothing

    @staticmethod
    def of(options: Options, gates: tuple[int, ...] = GATE_MONTHS) -> Ways:
        """Return the feasible options of a case, left for the cheapest way at home on mid values."""
        gates = tuple(gate for gate in gates if gate < options.horizon.months)
        items = tuple(option for option in options.items if option.feasible and not option.grows_to)
        home = {options.items[index].work_package: index for index in options.staying()}
        size = len(options) - len(options.growths)
        if options.growths and gates != options.growth_gates:
            message = f"staged options grow at {options.growth_gates}, not at {gates}"
            raise ValueError(message)
        law = LawPrices.of(options)
        return Ways(options.case, options.facts, items, size, gates, home, options.growths, law)


@dataclass(frozen=True)
class PricedWays:
    """What options cost in some scenarios; O options, G gates, S scenarios. Options that are not priced cost 0."""

    total_eur: FloatArray  # (O, S) present value of staying the course
    until_eur: FloatArray  # (O, G, S) the same of what is paid before each gate
    leaving_eur: FloatArray  # (O, G, S) what leaving costs at each gate; inf where there is nothing to leave
    hired: dict[str, FloatArray]  # pool → (S,), sum of the options' highest months


@dataclass(frozen=True)
class _Settled:
    """The same with the right to leave, and with staged options behind the others."""

    cost_eur: NDArray[np.float32]  # (O + V, S)
    leaves_at: NDArray[np.int8]  # (O + V, S)
    grows_at: NDArray[np.int8]  # (O + V, S)
    hired: dict[str, FloatArray]


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
        Called with the step, the number of blocks of scenarios done and of all.
    executor
        Prices blocks of scenarios side by side; threads when none is given. Processes are faster where there
        are many scenarios.

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
        *keys_of_law(options, ways.items),
    )
    keys = sorted(set(asked))
    values = dict(scenarios_of(ranges_of(ways.case, ways.facts, tuple(keys)), scenarios, seed).values)
    settled = settle_in_blocks(ways, values, progress, executor)
    drawn = dict(values)
    del values[VALUE_OF_WORK]
    pricer = pricer_of(ways.case, ways.facts, ways.items, values)
    return PricedScenarios(
        probability=np.full(scenarios, 1.0 / scenarios),
        cost_eur=settled.cost_eur,
        shortage=_shortage(options, pricer, settled.hired),
        prices=_prices(options, pricer),
        gates=tuple(str(options.horizon.month(gate)) for gate in ways.gates),
        leaves_at=settled.leaves_at,
        grows_at=settled.grows_at,
        drawn=drawn,
        seed=seed,
    )


def _market_keys(options: Options) -> set[str]:
    """Return the numbers that what labour markets give rests on."""
    values = FactValues(options.facts, overrides(options.case, options.facts))
    for pool in options.pools:
        hiring_limit(values, options.facts.sites[pool.site], pool.role, pool.seniority)
    return {key for key in values.used if key in options.facts and options.facts.get(key).is_number}


def price_ways(ways: Ways, values: Mapping[str, FloatArray]) -> PricedWays:
    """Price options in some scenarios at once; values by key, shape (S,) each, the value of work among them."""
    draws = dict(values)
    worth = draws.pop(VALUE_OF_WORK)
    months = ways.case.horizon.months
    discount = discount_factors(ways.case.discount_rate_per_year, months)
    pricer = pricer_of(ways.case, ways.facts, ways.items, draws)
    law = LawMoney(ways.case, ways.facts, pricer.rates)
    reading = Reading(discount, ways.gates, worth)
    read = PresentValues(pricer, law, reading, reading.nothing(ways.size))
    read_options(read, ways.items)
    hired = {f"{site}/{role}/{level}": people for (site, role, level), people in read.hired.items()}
    leaving = np.full((ways.size, len(ways.gates), worth.size), np.inf)
    for option in ways.items:
        if option.start is not None:
            begun = ways.case.horizon.index(option.start)
            for place, gate in enumerate(ways.gates):
                if begun < gate:
                    figures = read.figures.of(option.index)
                    leaving[option.index, place] = _leaving(option, pricer, figures, place, discount[gate])
    until = read.figures.until
    if ways.law is not None:
        ways.law.add(values, ways.gates, until[:, -1], until[:, :-1])
    return PricedWays(until[:, -1], until[:, :-1], leaving, hired)


def _leaving(option: Option, pricer: Pricer, figures: Figures, place: int, discount: float) -> FloatArray:
    """Return what giving up a move at a gate costs, shape (S,)."""
    cost = figures.taught * discount
    if option.engagement is Engagement.CAPTIVE:
        country = pricer.facts.sites[option.site].country
        months = pricer.rates.values(f"severance/{country}")
        cost = cost + option.share * months * figures.pay[place] * discount
    return np.asarray(cost)


def settle_in_blocks(
    ways: Ways,
    values: Mapping[str, FloatArray],
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> _Settled:
    """Price options in blocks of scenarios, side by side, and settle leaving; the blocks are always the same."""
    size = values[VALUE_OF_WORK].size
    blocks = [
        {key: drawn[low : low + AT_ONCE] for key, drawn in values.items()} for low in range(0, size, AT_ONCE)
    ]
    parts: list[_Settled] = []
    threads = ThreadPoolExecutor(min(os.cpu_count() or 1, len(blocks)))
    with threads if executor is None else nullcontext(executor) as workers:
        for part in workers.map(partial(_settle, ways), blocks):
            parts.append(part)
            if progress is not None:
                progress("pricing scenarios", len(parts), len(blocks))
    return _Settled(
        np.concatenate([part.cost_eur for part in parts], axis=1),
        np.concatenate([part.leaves_at for part in parts], axis=1),
        np.concatenate([part.grows_at for part in parts], axis=1),
        {pool: np.concatenate([part.hired[pool] for part in parts]) for pool in parts[0].hired},
    )


def _settle(ways: Ways, values: Mapping[str, FloatArray]) -> _Settled:
    priced = price_ways(ways, values)
    cost, leaves = _settle_exits(ways, priced)
    grows = np.full(leaves.shape, -1, dtype=np.int8)
    if ways.growths:
        staged, left, grown = _grow(ways, priced, cost, leaves)
        cost, leaves, grows = (
            np.concatenate([cost, staged]),
            np.concatenate([leaves, left]),
            np.concatenate([grows, grown]),
        )
    return _Settled(cost.astype(np.float32), leaves, grows, priced.hired)


def _grow(
    ways: Ways, priced: PricedWays, cost: FloatArray, leaves: NDArray[np.int8]
) -> tuple[FloatArray, NDArray[np.int8], NDArray[np.int8]]:
    """Return the cost of staged options, where they are left and where they grow, shapes (V, S)."""
    pilots = [growth.pilot for growth in ways.growths]
    grown = np.full((len(pilots), len(ways.gates), cost.shape[1]), np.inf)
    for row, growth in enumerate(ways.growths):
        home, pilot = growth.home, priced.total_eur[growth.pilot]
        for place, full in enumerate(growth.full):
            if full >= 0:
                after = priced.total_eur[[full, home]] - priced.until_eur[[full, home], place]
                grown[row, place] = grown_cost(pilot, after[0], after[1], growth.part)
    return settle_growth(cost[pilots], grown, leaves[pilots])


def _settle_exits(ways: Ways, priced: PricedWays) -> tuple[FloatArray, NDArray[np.int8]]:
    """Return the cost with the right to leave, and the gate taken, some options at a time."""
    home = np.full(ways.size, -1)
    for option in ways.items:
        if ways.home is not None and not option.engagement.stays:
            home[option.index] = ways.home[option.work_package]
    cost, leaves = np.empty(priced.total_eur.shape), np.empty(priced.total_eur.shape, dtype=np.int8)
    for low in range(0, ways.size, SETTLED_AT_ONCE):
        some = slice(low, low + SETTLED_AT_ONCE)
        after = priced.total_eur[home[some], None] - priced.until_eur[home[some]]
        after[home[some] < 0] = np.inf
        cost[some], leaves[some] = settle_exits(
            priced.total_eur[some], priced.until_eur[some], priced.leaving_eur[some], after
        )
    return cost, leaves


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
