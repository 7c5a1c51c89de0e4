"""What options cost in drawn scenarios, in parts that are priced side by side, with the right to leave and to grow.

Leaving a move at a gate costs what the move cost in teaching and learning, once more the other way round, and the
severance of the people whom the company itself employs at the site; from then on the work is done at home, in the
way that is cheapest there on mid values. These are rules of ours; their numbers are facts.

Everything is computed in single precision: half the memory to move, and costs are kept as such anyway.
"""

from __future__ import annotations

import dataclasses
import itertools
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.money import FloatArray, discount_factors
from jiwar.options import GATE_MONTHS, Engagement, Growth, Option, Options
from jiwar.options.at_site import read_options
from jiwar.options.law_money import LawMoney
from jiwar.options.present_values import PresentValues
from jiwar.options.pricing import Pricer
from jiwar.options.reading import Figures, Reading
from jiwar.planning.exits import grown_cost, settle_exits, settle_growth
from jiwar.risk.correlation import VALUE_OF_WORK
from jiwar.risk.law_and_state import LawPrices
from jiwar.risk.repricing import Progress, pricer_of

SETTLED_AT_ONCE = 256
"""Options whose leaving is settled together, so that the arrays stay in the cache."""

SCENARIOS_AT_ONCE = 1000
"""Scenarios priced together: many enough that arithmetic counts, few enough that memory stays small."""

OPTIONS_AT_ONCE = 8000
"""Options priced together at most, about: all of a work package stay together. Fewer mean more work done twice."""


def _read_only(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(mapping)


def _unwrapped(
    mapping: MappingProxyType[object, object],
) -> tuple[Callable[..., object], tuple[dict[object, object]]]:
    return _read_only, (dict(mapping),)


ForkingPickler.register(MappingProxyType, _unwrapped)  # facts hold such mappings and go to other processes


@dataclass(frozen=True)
class Ways:
    """The options of a case that are priced, I of them, and where the work of each goes when it is left."""

    case: Case
    facts: Facts
    items: tuple[Option, ...]  # feasible ones, those of a work package one after another
    gates: tuple[int, ...]
    home: Mapping[str, int] | None = None  # work package → option at home after a gate; None: nothing is left
    growths: tuple[Growth, ...] = ()  # staged options, priced from others; V of them
    law: LawPrices | None = None  # what law and State change; None: nothing

    @staticmethod
    def of(options: Options, gates: tuple[int, ...] = GATE_MONTHS) -> Ways:
        """Return the feasible options of a case, left for the cheapest way at home on mid values."""
        gates = tuple(gate for gate in gates if gate < options.horizon.months)
        items = tuple(option for option in options.items if option.feasible and not option.grows_to)
        home = {options.items[index].work_package: index for index in options.staying()}
        if options.growths and gates != options.growth_gates:
            message = f"staged options grow at {options.growth_gates}, not at {gates}"
            raise ValueError(message)
        law = LawPrices.of(options)
        return Ways(options.case, options.facts, items, gates, home, options.growths, law)

    @cached_property
    def rows(self) -> dict[int, int]:
        """Where each option stands among those priced."""
        return {option.index: row for row, option in enumerate(self.items)}

    def row(self, option: int) -> int:
        """Return where an option that is priced stands."""
        return self.rows[option]

    def parts(self) -> tuple[Ways, ...]:
        """Take the options apart by work packages, into an even number of parts of about the same size."""
        number = 2 * -(-len(self.items) // (2 * OPTIONS_AT_ONCE))
        packages: list[list[Option]] = [[] for _ in range(number)]
        for _, group in itertools.groupby(self.items, key=lambda one: one.work_package):
            min(packages, key=len).extend(group)
        return tuple(self._part(tuple(items)) for items in packages if items)

    def _part(self, items: tuple[Option, ...]) -> Ways:
        indices = {option.index for option in items}
        growths = tuple(growth for growth in self.growths if growth.pilot in indices)
        return dataclasses.replace(self, items=items, growths=growths)


@dataclass(frozen=True)
class PricedWays:
    """What options cost in some scenarios; I options, G gates, S scenarios."""

    total_eur: FloatArray  # (I, S) present value of staying the course
    until_eur: FloatArray  # (I, G, S) the same of what is paid before each gate
    leaving_eur: FloatArray  # (I, G, S) what leaving costs at each gate; inf where there is nothing to leave
    hired: dict[str, FloatArray]  # pool → (S,), sum of the options' highest months


@dataclass(frozen=True)
class Settled:
    """Costs with the right to leave and to grow; N options, by index. What is not priced costs 0."""

    cost_eur: NDArray[np.float32]  # (N, S)
    leaves_at: NDArray[np.int8]  # (N, S), -1 for never
    grows_at: NDArray[np.int8]  # (N, S), -1 for never
    hired: dict[str, FloatArray]

    @staticmethod
    def nothing(options: int, scenarios: int) -> Settled:
        """Return the beginning, to be filled in."""
        never = np.full((2, options, scenarios), -1, dtype=np.int8)
        return Settled(np.zeros((options, scenarios), dtype=np.float32), never[0], never[1], {})

    def put(self, part: Settled, options: list[int], low: int) -> None:
        """Fill in some options in the scenarios from ``low`` on."""
        scenarios = slice(low, low + part.cost_eur.shape[1])
        for name in ("cost_eur", "leaves_at", "grows_at"):
            getattr(self, name)[options, scenarios] = getattr(part, name)
        for pool, people in part.hired.items():
            self.hired.setdefault(pool, np.zeros(self.cost_eur.shape[1]))[scenarios] += people


def settle_all(
    ways: Ways,
    size: int,
    values: Mapping[str, FloatArray],
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> Settled:
    """Price ``size`` options in all scenarios and settle leaving and growing; the parts are always the same.

    Parts go side by side: in threads when no executor is given.
    """
    scenarios = values[VALUE_OF_WORK].size
    lows, parts = range(0, scenarios, SCENARIOS_AT_ONCE), ways.parts()
    blocks = [_block(values, low) for low in lows]
    tasks = [(part, low) for low in range(len(lows)) for part in parts]
    settled = Settled.nothing(size, scenarios)
    threads = ThreadPoolExecutor(min(os.cpu_count() or 1, len(tasks)))
    with threads if executor is None else nullcontext(executor) as workers:
        found = workers.map(settle, (part for part, _ in tasks), (blocks[low] for _, low in tasks))
        for done, ((part, low), one) in enumerate(zip(tasks, found, strict=True), start=1):
            options = [*(item.index for item in part.items), *(growth.option for growth in part.growths)]
            settled.put(one, options, lows[low])
            if progress is not None:
                progress("pricing scenarios", done, len(tasks))
    return settled


def _block(values: Mapping[str, FloatArray], low: int) -> dict[str, FloatArray]:
    some = slice(low, low + SCENARIOS_AT_ONCE)
    return {key: drawn[some].astype(np.float32) for key, drawn in values.items()}


def settle(ways: Ways, values: Mapping[str, FloatArray]) -> Settled:
    """Price some options in some scenarios, and settle leaving and growing; staged options stand behind."""
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
    return Settled(cost.astype(np.float32), leaves, grows, priced.hired)


def price_ways(ways: Ways, values: Mapping[str, FloatArray]) -> PricedWays:
    """Price options in some scenarios at once; values by key, shape (S,) each, the value of work among them.

    Arithmetic has the precision of the values.
    """
    draws = dict(values)
    worth = draws.pop(VALUE_OF_WORK)
    discount = discount_factors(ways.case.discount_rate_per_year, ways.case.horizon.months)
    pricer = pricer_of(ways.case, ways.facts, ways.items, draws)
    law, reading = LawMoney(ways.case, ways.facts, pricer.rates), Reading(discount, ways.gates, worth)
    read = PresentValues(pricer, law, reading, ways.rows)
    read_options(read, ways.items)
    hired = {"/".join(key): people for key, people in read.hired.items()}
    leaving = np.full((len(ways.items), len(ways.gates), worth.size), np.inf, dtype=worth.dtype)
    for option, place in _left(ways):
        row = ways.row(option.index)
        leaving[row, place] = _leaving(
            option, pricer, read.of(option), place, float(discount[ways.gates[place]])
        )
    until = read.figures.until
    if ways.law is not None:
        ways.law.add(values, ways.gates, list(ways.rows), until[:, -1], until[:, :-1])
    return PricedWays(until[:, -1], until[:, :-1], leaving, hired)


def _left(ways: Ways) -> Iterator[tuple[Option, int]]:
    """Give the options and numbers of gates at which there is something to leave."""
    for option in ways.items:
        if option.start is not None:
            begun = ways.case.horizon.index(option.start)
            yield from ((option, place) for place, gate in enumerate(ways.gates) if begun < gate)


def _leaving(option: Option, pricer: Pricer, figures: Figures, place: int, discount: float) -> FloatArray:
    """Return what giving up a move at a gate costs, shape (S,)."""
    cost = figures.taught * discount
    if option.engagement is Engagement.CAPTIVE:
        country = pricer.facts.sites[option.site].country
        months = pricer.rates.values(f"severance/{country}")
        cost = cost + option.share * months * figures.pay[place] * discount
    return np.asarray(cost)


def _grow(
    ways: Ways, priced: PricedWays, cost: FloatArray, leaves: NDArray[np.int8]
) -> tuple[FloatArray, NDArray[np.int8], NDArray[np.int8]]:
    """Return the cost of staged options, where they are left and where they grow, shapes (V, S)."""
    pilots = [ways.row(growth.pilot) for growth in ways.growths]
    grown = np.full((len(pilots), len(ways.gates), cost.shape[1]), np.inf, dtype=cost.dtype)
    for row, growth in enumerate(ways.growths):
        home, pilot = ways.row(growth.home), priced.total_eur[pilots[row]]
        for place, full in enumerate(growth.full):
            if full >= 0:
                pair = [ways.row(full), home]
                after = priced.total_eur[pair] - priced.until_eur[pair, place]
                grown[row, place] = grown_cost(pilot, after[0], after[1], growth.part)
    return settle_growth(cost[pilots], grown, leaves[pilots])


def _settle_exits(ways: Ways, priced: PricedWays) -> tuple[FloatArray, NDArray[np.int8]]:
    """Return the cost with the right to leave, and the gate taken, some options at a time."""
    home = np.full(len(ways.items), -1)
    for row, option in enumerate(ways.items):
        if ways.home is not None and not option.engagement.stays:
            home[row] = ways.row(ways.home[option.work_package])
    cost, leaves = np.empty_like(priced.total_eur), np.empty(priced.total_eur.shape, dtype=np.int8)
    for low in range(0, len(home), SETTLED_AT_ONCE):
        some = slice(low, low + SETTLED_AT_ONCE)
        after = priced.total_eur[home[some], None] - priced.until_eur[home[some]]
        after[home[some] < 0] = np.inf
        cost[some], leaves[some] = settle_exits(
            priced.total_eur[some], priced.until_eur[some], priced.leaving_eur[some], after
        )
    return cost, leaves
