"""Sums of a plan and of staying, by line and month, each with everything that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from jiwar.provenance import Origin, OriginKind, RunRecord
from jiwar.report.amount import Amount, merged
from jiwar.units import Dimension

if TYPE_CHECKING:
    from jiwar.facts import Fact, Grade
    from jiwar.money import FloatArray
    from jiwar.options import Option, Options
    from jiwar.planning import Plan

_STAYING = (Origin(OriginKind.METHOD, "staying"),)
_SHARED = (Origin(OriginKind.METHOD, "plan"),)


@dataclass(frozen=True)
class PlanFigures:
    """A plan beside its options; everything the report adds up goes through here."""

    options: Options
    plan: Plan
    _shared: dict[str, FloatArray] = field(init=False, repr=False)
    _overrides: dict[str, Fact] = field(init=False, repr=False)
    staying: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        from jiwar.options.assumptions import overrides

        object.__setattr__(self, "_shared", self.plan.shared_by_month())
        object.__setattr__(self, "_overrides", overrides(self.options.case, self.options.facts))
        object.__setattr__(self, "staying", self.options.staying())

    @property
    def record(self) -> RunRecord:
        """The record of the run; made anew when the plan carries none."""
        from jiwar.planning.of_case.from_options import record_of

        return self.plan.record or record_of(self.options, {})

    @property
    def cash_keys(self) -> tuple[str, ...]:
        """Keys of the lines that are paid."""
        return tuple(line.key for line in self.options.lines if line.cash)

    @property
    def value_keys(self) -> tuple[str, ...]:
        """Keys of the lines that are missed rather than paid."""
        return tuple(line.key for line in self.options.lines if not line.cash)

    def staying_of(self, option: Option) -> int:
        """Return the option with which the work package of another stays in the cheapest way."""
        same = (
            index for index in self.staying if self.options.items[index].work_package == option.work_package
        )
        return next(same)

    def by_month(self, chosen: Sequence[int], keys: Iterable[str], *, shared: bool = False) -> FloatArray:
        """Add up lines of some options, shape (M,) in EUR; ``shared`` adds what the plan's options share."""
        positions = {line.key: index for index, line in enumerate(self.options.lines)}
        wanted = [key for key in keys if key in positions]
        rows = self.options.flows_eur[np.ix_(list(chosen), [positions[key] for key in wanted])]
        added: FloatArray = rows.sum(axis=(0, 1))
        for key in wanted if shared else ():
            if key in self._shared:
                added = added + self._shared[key]
        return added

    def present(self, chosen: Sequence[int], keys: Iterable[str], *, shared: bool = False) -> Amount:
        """Return the present value of lines of some options, with what it rests on."""
        wanted = tuple(keys)
        value = float(self.by_month(chosen, wanted, shared=shared) @ self.options.discount)
        grounds = [self.origins(index, key) for index in chosen for key in wanted]
        if shared:
            grounds.extend(self._shared_origins(key) for key in wanted)
        return Amount(value, merged(*grounds) or _STAYING)

    def origins(self, option: int, line: str) -> tuple[Origin, ...]:
        """Return what a line of an option rests on; empty when the option has no such cost."""
        return self.options.trace(option, line)

    def origins_of_people(self, option: int) -> tuple[Origin, ...]:
        """Return what the size of a team rests on: what its pay or fees rest on."""
        lines = ("pay", "provider_fees", "eor_fees", "learning_ramp_up")
        return merged(*(self.origins(option, line) for line in lines))

    def _shared_origins(self, line: str) -> tuple[Origin, ...]:
        if not np.any(self._shared.get(line, 0.0)):
            return ()
        if line in {"site_opening", "site_running"}:
            opened = [opening.site for opening in self.plan.openings]
            return merged(*(self.options.site_prices[site].origins for site in opened)) or _SHARED
        pay = (self.origins(index, "pay") for index in self.plan.chosen)
        return merged(_SHARED, *pay) if line in {"surplus_people", "redundancy", "recruiting"} else _SHARED

    def extra_alone_eur(self, option: Option) -> float:
        """Return what one option would cost more than staying, its own unit included."""
        npv = self.options.npv_eur
        return float(npv[option.index] - npv[self.staying_of(option)]) + self._own_unit(option).value

    def extra_alone(self, option: Option) -> Amount:
        """Return the same with everything that it rests on."""
        keys = (*self.cash_keys, *self.value_keys)
        mine, staying = self.present((option.index,), keys), self.present((self.staying_of(option),), keys)
        return mine - staying + self._own_unit(option)

    def _own_unit(self, option: Option) -> Amount:
        if not option.engagement.own_unit or option.start is None:
            return Amount(0.0, ())
        price, discount = self.options.site_prices[option.site], self.options.discount
        first = max(self.options.horizon.index(option.start), 0)
        running = float(price.running_eur_per_month[first:] @ discount[first:])
        opening = price.opening_eur * float(discount[min(first, len(discount) - 1)])
        return Amount(opening + running, price.origins)

    def cash_amounts(self) -> Iterator[Amount]:
        """Yield the present value of every paid line of every chosen option, then the shared ones."""
        for index in self.plan.chosen:
            for key in self.cash_keys:
                yield self.present((index,), (key,))
        for key in self.cash_keys:
            shared = self._shared.get(key)
            if shared is not None:
                yield Amount(float(shared @ self.options.discount), self._shared_origins(key))

    def fact(self, key: str) -> Fact:
        """Return the fact behind a key, the case's own going first."""
        return self._overrides.get(key) or self.options.facts.get(key)

    def price_grades(self, origins: tuple[Origin, ...]) -> dict[Grade, float]:
        """Return the grades of the prices in a ground, with their parts of it; they add up to one."""
        from jiwar.facts import Grade

        facts = [self.fact(one.key) for one in origins if one.kind is OriginKind.FACT]
        prices = [fact.grade for fact in facts if fact.currency and fact.dimension is not Dimension.EXCHANGE]
        grades = prices or [fact.grade for fact in facts]
        if not grades:
            ruled = any(one.kind is OriginKind.RULE for one in origins)
            return {Grade.STATUTE if ruled else Grade.PRIOR: 1.0}
        return {grade: grades.count(grade) / len(grades) for grade in set(grades)}

    def rests_on_prior(self, origins: tuple[Origin, ...]) -> bool:
        """Say whether an estimate of our own is among the facts of a ground."""
        from jiwar.facts import Grade

        return any(one.kind is OriginKind.FACT and self.fact(one.key).grade is Grade.PRIOR for one in origins)
