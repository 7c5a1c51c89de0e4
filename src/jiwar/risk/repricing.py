"""The plan and the staying options, priced again with other values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.case import Case
from jiwar.diagnostics import Diagnostic
from jiwar.facts import Facts, FactValues
from jiwar.money import FloatArray
from jiwar.options import LINES, Option, Options
from jiwar.options.assumptions import overrides
from jiwar.options.distances import distances
from jiwar.options.law_money import LawMoney
from jiwar.options.pricing import PricedOption, Pricer
from jiwar.options.rates import Rates
from jiwar.planning import Plan
from jiwar.risk.codes import RiskError
from jiwar.risk.correlation import VALUE_OF_WORK
from jiwar.risk.law_and_state import (
    AUTHORITY_DELAY,
    MONTHS_LATE,
    change_of_plan,
    keys_of_law,
    later,
    waits,
)
from jiwar.risk.shared import shared_cost
from jiwar.worktime import USUAL, Practice

Progress = Callable[[str, int, int], None]
"""Told the step in words, how many are done, and how many there are."""

AT_ONCE = 512
"""Draws priced together: more would not be faster, and would not fit a small memory."""


_PAID = tuple(line.key for line in LINES if line.cash)
_NOT_PAID = tuple(line.key for line in LINES if not line.cash)


@dataclass(frozen=True)
class Flows:
    """Cash, value of work left undone (EUR) and output (people), by draw and month, shape (S, M)."""

    cash_eur: FloatArray
    undone_eur: FloatArray
    output: FloatArray

    @property
    def cost_eur(self) -> FloatArray:
        """Cash and the value of work left undone."""
        return self.cash_eur + self.undone_eur

    def towards(self, other: Flows, part: FloatArray) -> Flows:
        """Return flows a part of the way to others; the part has shape (S, 1)."""
        return Flows(
            self.cash_eur + part * (other.cash_eur - self.cash_eur),
            self.undone_eur + part * (other.undone_eur - self.undone_eur),
            self.output + part * (other.output - self.output),
        )


@dataclass(frozen=True)
class Repricer:
    """Prices several plans on the same values; ``None`` among the plans is staying."""

    options: Options
    plans: tuple[Plan | None, ...]
    practice: Practice = USUAL  # clocks and calendars; teams are sized on the usual ones

    def flows(
        self, values: Mapping[str, FloatArray], *, progress: Progress | None = None
    ) -> tuple[Flows, ...]:
        """Price every plan; values have shape (S,) each, a missing key has its mid value."""
        size = next((array.size for array in values.values()), 1)
        parts = []
        for start in range(0, size, AT_ONCE):
            if progress is not None:
                progress("pricing draws", start, size)
            parts.append(self._part({key: array[start : start + AT_ONCE] for key, array in values.items()}))
        return tuple(_joined([part[plan] for part in parts]) for plan in range(len(self.plans)))

    def _part(self, values: Mapping[str, FloatArray]) -> list[Flows]:
        worth = values.get(VALUE_OF_WORK, np.ones(1))
        facts = {key: array for key, array in values.items() if key != VALUE_OF_WORK}
        if not facts:  # nothing but the value of work: some key has to carry the number of draws
            carrier = f"wage_growth/{self.options.facts.sites[self.options.case.company.home].country}"
            middle = overrides(self.options.case, self.options.facts).get(carrier)
            value = (middle or self.options.facts.get(carrier)).value
            facts = {carrier: np.full(worth.size, value)}
        wanted = [self.options.items[index] for index in self._indices()]
        pricer = pricer_of(self.options.case, self.options.facts, wanted, facts, self.practice)
        law = LawMoney(self.options.case, self.options.facts, pricer.rates)

        def priced_as(option: Option) -> Flows:
            return _flows(law.add(option, pricer.price(option)), worth)

        priced = {option.index: priced_as(option) for option in wanted}
        if AUTHORITY_DELAY in values:
            part = values[AUTHORITY_DELAY][:, None] / MONTHS_LATE
            for option in filter(waits, wanted):
                priced[option.index] = priced[option.index].towards(
                    priced_as(later(self.options, option)), part
                )
        return [self._total(plan, priced, pricer, values) for plan in self.plans]

    def _indices(self) -> tuple[int, ...]:
        chosen = (self._chosen(plan) for plan in self.plans)
        return tuple(dict.fromkeys(index for indices in chosen for index in indices))

    def _chosen(self, plan: Plan | None) -> tuple[int, ...]:
        return self.options.staying() if plan is None else plan.chosen

    def _total(
        self, plan: Plan | None, priced: dict[int, Flows], pricer: Pricer, values: Mapping[str, FloatArray]
    ) -> Flows:
        own = [priced[index] for index in self._chosen(plan)]
        cash = np.sum([flows.cash_eur for flows in own], axis=0)
        if plan is not None and pricer.sizing is not None:
            cash = cash + shared_cost(plan, self.options, pricer.rates, pricer.sizing.rates)
        if plan is not None:
            cash = cash + change_of_plan(self.options, plan, values, len(cash))
        undone = np.sum([flows.undone_eur for flows in own], axis=0)
        return Flows(cash, undone, np.sum([flows.output for flows in own], axis=0))


def pricer_of(
    case: Case,
    facts: Facts,
    options: Iterable[Option],
    draws: Mapping[str, FloatArray] | None = None,
    practice: Practice = USUAL,
) -> Pricer:
    """Return a pricer with drawn values whose teams are sized on mid values, before the draw is known."""
    own, home = overrides(case, facts), facts.sites[case.company.home]
    sites = tuple(dict.fromkeys((home.id, *(option.site for option in options))))

    def make(values: FactValues, sizing: Pricer | None, kept: Practice) -> Pricer:
        measured = distances(facts, values, home, sites, case.horizon, kept)
        return Pricer(case, facts, Rates(values, case.horizon), measured, sizing)

    return make(FactValues(facts, own, draws), make(FactValues(facts, own), None, USUAL), practice)


def keys_asked(case: Case, facts: Facts, chosen: Plan | Iterable[Option]) -> tuple[str, ...]:
    """Return the keys of the facts that pricing asks for, found by pricing once; value of work included."""
    if isinstance(chosen, Plan):
        return keys_of(options_of(chosen), (chosen, None))
    listed = tuple(chosen)
    pricer = pricer_of(case, facts, listed)
    for option in _telling(case, listed):
        pricer.price(option)
    return _keys(pricer, facts)


def _telling(case: Case, options: Iterable[Option]) -> Iterable[Option]:
    """Return enough options to ask for every key: of those alike in all but size, the first to start."""
    first: dict[tuple[object, ...], Option] = {}
    for option in sorted(options, key=lambda one: (str(one.start), one.index)):
        package = case.work_package(option.work_package)
        skills = frozenset((line.role, line.seniority) for line in case.team_of(package.id))
        kind = package.id if option.engagement.stays else (package.knowledge, skills, option.share < 1.0)
        first.setdefault((option.site, option.engagement, kind), option)
    return first.values()


def keys_of(options: Options, plans: tuple[Plan | None, ...]) -> tuple[str, ...]:
    """Return the keys that plans and what they share ask for; ``None`` is staying."""
    indices = [index for plan in plans for index in (options.staying() if plan is None else plan.chosen)]
    wanted = [options.items[index] for index in dict.fromkeys(indices)]
    pricer = pricer_of(options.case, options.facts, wanted)
    for option in wanted:
        pricer.price(option)
    of_law: set[str] = set()
    for plan in plans:
        if plan is not None and plan.shared_eur:
            shared_cost(plan, options, pricer.rates, pricer.rates)
        if plan is not None:
            moved = [options.items[index] for index in plan.chosen]
            of_law.update(keys_of_law(options, moved, plan.shared_eur.get("support")))
    return tuple(sorted({*_keys(pricer, options.facts), *of_law}))


def options_of(plan: Plan) -> Options:
    """Return the options that a plan was chosen from; raises RiskError (K001) when the plan has lost them."""
    if plan.options is None:
        message = "the plan does not hold the options that it was chosen from"
        remedy = "enumerate the options of its case and give them to the plan with `dataclasses.replace`"
        raise RiskError([Diagnostic("K001", message, remedy)])
    return plan.options


def _keys(pricer: Pricer, facts: Facts) -> tuple[str, ...]:
    numbers = [key for key in pricer.rates.values.used if key in facts and facts.get(key).is_number]
    return tuple(sorted((*numbers, VALUE_OF_WORK)))


def _flows(priced: PricedOption, worth: FloatArray) -> Flows:
    undone = priced.ledger.sum_eur(_NOT_PAID) * worth[:, None]
    return Flows(priced.ledger.sum_eur(_PAID), undone, priced.output)


def _joined(parts: list[Flows]) -> Flows:
    names = ("cash_eur", "undone_eur", "output")
    return Flows(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))
