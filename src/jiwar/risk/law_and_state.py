"""How law and State turn out: late authorities, support paid late, in part or for a shorter time, adequacy.

Each is a number of months or a share, drawn like any other; on their usual values nothing changes against the
price of an option. What they change is worked out on mid values of all other numbers:

- a month of delay costs an option that waits for an authority what starting a month later costs, taken from the
  price of the same move at its next start (or its last, when there is none);
- support comes as much later, in as much smaller a part, and until as much earlier as drawn; what would come after
  the horizon is lost;
- adequacy takes away the cost of duties that it makes needless, from its month on.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from jiwar.facts import Facts
from jiwar.law import Verdict, assess
from jiwar.law.support import LAST_MONTH
from jiwar.money import FloatArray
from jiwar.options import Option, Options
from jiwar.options.legal_costs import DutyCost, any_given, duty_costs
from jiwar.periods import MONTHS_PER_QUARTER, Horizon, Month
from jiwar.planning import Plan
from jiwar.planning.entries import IntArray
from jiwar.planning.of_case.steps_of_case import steps_of

AUTHORITY_DELAY = "authority_delay"
SUPPORT_DELAY, SUPPORT_PAID = "support_delay", "support_paid"
CIRCULAR_CUT = "circular_cut"
ADEQUACY_WAIT = "adequacy_wait"
ADEQUACY_COUNTRY = "MA"

MONTHS_LATE = 6
"""Delay for which late starts are priced; the cost of other delays is in proportion. A round number, no forecast."""

_AT_ONCE = 256

USUAL_VALUES = {
    AUTHORITY_DELAY: 0.0,
    SUPPORT_DELAY: 0.0,
    SUPPORT_PAID: 1.0,
    CIRCULAR_CUT: 0.0,
    ADEQUACY_WAIT: np.inf,
}
"""What prices rest on when nothing is drawn: nobody is late, all is paid, adequacy never comes."""


@dataclass(frozen=True)
class Turnout:
    """How law and State turn out in S draws, shape (S,) each."""

    delay_months: FloatArray  # of authorities
    support_late_months: FloatArray
    support_paid: FloatArray  # share
    circular_cut_months: FloatArray
    adequacy_month: FloatArray  # of the horizon, inf for never

    @staticmethod
    def of(values: Mapping[str, FloatArray], horizon: Horizon, today: Month, size: int) -> Turnout:
        """Read a turnout off drawn values; what is not drawn is as usual."""

        def drawn(key: str) -> FloatArray:
            return values.get(key, np.full(size, USUAL_VALUES[key]))

        return Turnout(
            delay_months=drawn(AUTHORITY_DELAY),
            support_late_months=drawn(SUPPORT_DELAY),
            support_paid=drawn(SUPPORT_PAID),
            circular_cut_months=drawn(CIRCULAR_CUT),
            adequacy_month=np.maximum(drawn(ADEQUACY_WAIT) - float(horizon.start - today), 0.0),
        )


@dataclass(frozen=True)
class FallingDuty:
    """A duty whose cost falls away with adequacy: paid once in a month, or in every month from it on."""

    name: str
    begins: int
    cost_eur: float  # once, or by month
    monthly: bool

    def saved_eur(self, adequacy_month: FloatArray, months: int) -> FloatArray:
        """Return what is no longer paid by draw and month, shape (S, M)."""
        month = np.arange(months)
        due = month >= self.begins if self.monthly else month == self.begins
        decided = adequacy_month[:, None] <= (month if self.monthly else self.begins)
        return np.where(due & decided, self.cost_eur, 0.0)


def waits(option: Option) -> bool:
    """Say whether an option may only start after an authority, or counsel, has answered."""
    answer = option.assessment
    return answer is not None and answer.overall >= Verdict.ALLOWED_AFTER_AUTHORISATION


def received(
    support_eur: FloatArray, turnout: Turnout, horizon: Horizon, *, of_the_circular: bool
) -> FloatArray:
    """Return support counted on by month, shape (M,), as it is received in every draw, shape (S, M), in EUR.

    What the circular pays is cut before its end, unless the case reads the sources so that payments go on after it.
    """
    months = horizon.months
    total = np.concatenate([[0.0], np.cumsum(support_eur)])
    end = max(min(horizon.index(LAST_MONTH) + 1, months), 0)
    until = np.full(turnout.support_paid.shape, float(months))
    if of_the_circular and not support_eur[end:].any():
        until = np.clip(end - turnout.circular_cut_months, 0.0, months)
    edges = np.arange(months + 1.0)[None, :] - turnout.support_late_months[:, None]
    earned = np.interp(np.minimum(edges, until[:, None]), np.arange(months + 1.0), total)
    return np.asarray(np.diff(earned, axis=1) * turnout.support_paid[:, None])


def falling_duties(options: Options, chosen: Iterable[Option], *, shared: bool) -> tuple[FallingDuty, ...]:
    """Return the duties of some options that adequacy makes needless and whose cost the case gives, each once.

    Without ``shared``, only those that no other work package shares.
    """
    found: dict[tuple[str, str], FallingDuty] = {}
    if not any_given(options.case):
        return ()
    for option in sorted(chosen, key=lambda one: (str(one.start), one.index)):
        country = options.facts.sites[option.site].country
        if option.start is None or country != ADEQUACY_COUNTRY:
            continue
        kept = {_key(one) for one in duty_costs(options.case, _under_adequacy(option), country)}
        begins = max(options.horizon.index(option.start), 0)
        for one in duty_costs(options.case, option, country):
            if one.cost is None or _key(one) in kept or (one.shared and not shared):
                continue
            monthly = one.cost.mid_eur / 12.0 if one.cost.yearly else one.cost.mid_eur
            found.setdefault(_key(one), FallingDuty(str(one.duty.cost_key), begins, monthly, one.cost.yearly))
    return tuple(found.values())


def _key(one: DutyCost) -> tuple[str, str]:
    return one.duty.name, one.of


def _under_adequacy(option: Option) -> Option:
    """Return an option judged as if the decision stood on its day."""
    again = {
        part: tuple(
            (flow, assess(one.flow, one.on, switches={f"adequacy:{ADEQUACY_COUNTRY}": one.on}))
            for flow, one in getattr(option, part)
        )
        for part in ("assessments", "later")
    }
    return dataclasses.replace(option, assessments=again["assessments"], later=again["later"])


def lateness_eur(options: Options) -> FloatArray:
    """Return what each month of delay costs each option on mid values, shape (O,); 0 for those that do not wait."""
    moves: dict[tuple[object, ...], list[Option]] = {}
    for option in options.items:
        if option.start is not None and not option.grows_to:
            key = (option.work_package, option.site, option.engagement, option.share)
            moves.setdefault(key, []).append(option)
    cost = np.zeros(len(options))
    for group in moves.values():
        group.sort(key=lambda one: str(one.start))
        for place, option in enumerate(group):
            if option.feasible and waits(option):
                other = group[place + 1] if place + 1 < len(group) else group[place - 1]
                cost[option.index] = _slope(options, option, other)
    return cost


def _slope(options: Options, option: Option, other: Option) -> float:
    """Return the change of price by month between two starts; with one start, the saving by month that is missed."""
    price = options.npv_eur
    if option.start is None or other.start is None or option is other:
        home = next(i for i in options.staying() if options.items[i].work_package == option.work_package)
        months = options.horizon.months - max(options.horizon.index(option.start or options.horizon.start), 0)
        return float(price[home] - price[option.index]) / max(months, 1)
    return float(price[other.index] - price[option.index]) / (other.start - option.start)


def keys_of_law(
    options: Options, chosen: Iterable[Option], support_eur: FloatArray | None = None
) -> tuple[str, ...]:
    """Return the drawn numbers of law and State that the price of some options hangs on.

    ``support_eur`` is what a plan gets beside the support of its options.
    """
    listed = tuple(chosen)
    by_circular = any(
        cash.any() for one in listed for cash in options.wage_support_eur.get(one.index, {}).values()
    )
    supported = by_circular or (support_eur is not None and bool(support_eur.any()))
    asked = {
        AUTHORITY_DELAY: any(waits(one) for one in listed),
        SUPPORT_DELAY: supported,
        SUPPORT_PAID: supported,
        CIRCULAR_CUT: by_circular,
        ADEQUACY_WAIT: bool(falling_duties(options, listed, shared=True)),
    }
    return tuple(key for key, needed in asked.items() if needed and known(options.facts, key))


def known(facts: Facts, key: str) -> bool:
    """Say whether a base of facts holds a number."""
    return key in facts and facts.get(key).is_number


def later(options: Options, option: Option, months: int = MONTHS_LATE) -> Option:
    """Return an option that starts later; what would start beyond the horizon starts in its last month."""
    start = None if option.start is None else min(option.start + months, options.horizon.end)
    return dataclasses.replace(option, start=start)


def grants_paid(options: Options, values: Mapping[str, FloatArray], size: int) -> FloatArray:
    """Return what grants that plans may claim are worth in every draw over their worth on time and in full, shape (S,).

    Where they are paid at several times, this is the mean over all steps, weighted with what they are worth.
    """
    steps = steps_of(options)
    if steps is None:
        return np.ones(size)
    horizon = options.horizon
    due = np.zeros(horizon.months)
    for amount, quarter in zip(steps.amount_eur, steps.paid, strict=True):
        due[quarter * MONTHS_PER_QUARTER : (quarter + 1) * MONTHS_PER_QUARTER] += amount / MONTHS_PER_QUARTER
    turnout = Turnout.of(values, horizon, Month.of(options.case.as_of), size)
    got = received(due, turnout, horizon, of_the_circular=False)
    return np.asarray((got @ options.discount) / (due @ options.discount))


def change_of_plan(options: Options, plan: Plan, values: Mapping[str, FloatArray], size: int) -> FloatArray:
    """Return what support and adequacy change in the cash of a plan, shape (S, M), costs positive, in EUR.

    Delays of authorities are not in it: they change when work moves.
    """
    horizon = options.horizon
    turnout = Turnout.of(values, horizon, Month.of(options.case.as_of), size)
    change = np.zeros((size, horizon.months))
    if values.keys() & {SUPPORT_DELAY, SUPPORT_PAID, CIRCULAR_CUT}:
        by_circular = _sum({str(i): _sum(options.wage_support_eur.get(i, {})) for i in plan.chosen})
        granted = -plan.shared_by_month().get("support", np.zeros(1))
        for cash, circular in ((by_circular, True), (granted, False)):
            if cash.any():
                change += cash - received(cash, turnout, horizon, of_the_circular=circular)
    if ADEQUACY_WAIT in values:
        for duty in falling_duties(options, [options.items[index] for index in plan.chosen], shared=True):
            change -= duty.saved_eur(turnout.adequacy_month, horizon.months)
    return change


@dataclass(frozen=True)
class LawPrices:
    """What law and State change in the price of every option, on mid values of all else; O options, M months."""

    horizon: Horizon
    today: Month
    discount: FloatArray  # (M,)
    late_eur: FloatArray  # (O,) for each month of delay
    start: IntArray  # (O,) month of the horizon, after all of them for ways to stay
    support_eur: Mapping[int, FloatArray]  # option → (M,)
    falling: Mapping[int, tuple[FallingDuty, ...]]  # option → duties of its own

    @staticmethod
    def of(options: Options) -> LawPrices:
        """Work out what each feasible option has to gain and to lose."""
        moves = [one for one in options.items if one.feasible and one.start is not None and not one.grows_to]
        support = {one.index: _sum(options.wage_support_eur.get(one.index, {})) for one in moves}
        falling = {one.index: falling_duties(options, [one], shared=False) for one in moves}
        start = np.full(len(options), options.horizon.months)
        for one in moves:
            start[one.index] = options.horizon.index(one.start or options.horizon.end)
        return LawPrices(
            horizon=options.horizon,
            today=Month.of(options.case.as_of),
            discount=options.discount,
            late_eur=lateness_eur(options),
            start=start,
            support_eur={index: cash for index, cash in support.items() if cash.any()},
            falling={index: duties for index, duties in falling.items() if duties},
        )

    def add(
        self,
        values: Mapping[str, FloatArray],
        gates: tuple[int, ...],
        priced: Sequence[int],
        total_eur: FloatArray,
        until_eur: FloatArray,
    ) -> None:
        """Add the changes to prices of options, shape (I, S), and to what is paid before each gate, (I, G, S).

        ``priced`` are the indices of these options.
        """
        size = total_eur.shape[1]
        turnout = Turnout.of(values, self.horizon, self.today, size)
        if AUTHORITY_DELAY in values:
            self._add_lateness(turnout.delay_months, gates, np.asarray(priced), total_eur, until_eur)
        rows = {option: row for row, option in enumerate(priced)}
        for option, change in self._changes(values, turnout, rows.keys()):
            worth = change * self.discount
            total_eur[rows[option]] += worth.sum(axis=1)
            for place, gate in enumerate(gates):
                until_eur[rows[option], place] += worth[:, :gate].sum(axis=1)

    def _add_lateness(
        self,
        delay: FloatArray,
        gates: tuple[int, ...],
        priced: IntArray,
        total_eur: FloatArray,
        until_eur: FloatArray,
    ) -> None:
        """Add the cost of delay, some options at a time so that arrays stay small; it is missed at the start."""
        for low in range(0, len(total_eur), _AT_ONCE):
            some = slice(low, low + _AT_ONCE)
            late, start = self.late_eur[priced[some]], self.start[priced[some]]
            if late.any():
                total_eur[some] += np.outer(late, delay)
                for place, gate in enumerate(gates):
                    begun = late * (start < gate)
                    until_eur[some, place] += np.outer(begun, delay)

    def _changes(
        self, values: Mapping[str, FloatArray], turnout: Turnout, priced: AbstractSet[int]
    ) -> Iterable[tuple[int, FloatArray]]:
        """Give options with the change of their cost by draw and month, shape (S, M)."""
        if SUPPORT_PAID in values:
            for index in sorted(priced & self.support_eur.keys()):
                cash = self.support_eur[index]
                yield index, cash - received(cash, turnout, self.horizon, of_the_circular=True)
        if ADEQUACY_WAIT in values:
            for index in sorted(priced & self.falling.keys()):
                for one in self.falling[index]:
                    yield index, -one.saved_eur(turnout.adequacy_month, self.horizon.months)


def _sum(parts: Mapping[str, FloatArray]) -> FloatArray:
    return np.asarray(sum(parts.values(), start=np.zeros(1)))
