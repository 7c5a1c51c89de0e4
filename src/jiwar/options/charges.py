"""Every line of cost as people times an amount per person: each formula stands here once.

Who the people are is said by name: a series of a team (`learning.SERIES`), or one of the people at home on moved
work (`winding_down.WindDown`). Pricing multiplies month by month (`book`); present values of many options
contract the same rates with the same people (`present_values`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from jiwar.facts import Site
from jiwar.money import FloatArray
from jiwar.options.distances import Distance
from jiwar.options.engagement import Engagement
from jiwar.options.ledger import Ledger
from jiwar.options.rates import PersonCost, Rate, Rates, Skill, fact
from jiwar.provenance import Origin

BUILD_MONTHS = 24
"""Months that a provider runs a build-operate-transfer team before it becomes an own unit."""


@dataclass(frozen=True, slots=True)
class Charge:
    """A line of cost: who it is paid for, how much per person and month, shape (S, M) or (S, 1)."""

    line: str
    people: str
    rate: Rate
    grown: bool = True  # rests on how the team grows as well


def book(
    charges: Iterable[Charge],
    people: Callable[[str], FloatArray],
    ledger: Ledger,
    grown: tuple[Origin, ...] = (),
) -> None:
    """Write charges for some people to a ledger, with what they rest on."""
    for charge in charges:
        origins = (*charge.rate.origins, *grown) if charge.grown else charge.rate.origins
        ledger.add(charge.line, people(charge.people) * charge.rate.eur_per_month, origins)


def forms_of(engagement: Engagement) -> tuple[Engagement, ...]:
    """Return the forms whose charges make up those of an engagement: an employer of record is paid on top of wages."""
    if engagement is Engagement.EMPLOYER_OF_RECORD:
        return (Engagement.CAPTIVE, engagement)
    return (engagement,)


@dataclass(frozen=True)
class Charges:
    """The charges of one case; remembers them by whom they are paid for."""

    rates: Rates
    home: Site
    sites: Mapping[str, Site]
    distances: Mapping[str, Distance]
    _memory: dict[tuple[object, ...], tuple[Charge, ...]] = field(default_factory=dict, repr=False)

    def _once(self, key: tuple[object, ...], make: Callable[[], tuple[Charge, ...]]) -> tuple[Charge, ...]:
        if key not in self._memory:
            self._memory[key] = make()
        return self._memory[key]

    def at_home(self, skill: Skill) -> tuple[Charge, ...]:
        """Return what employees at home cost who stay on their work; the people are a team's."""
        return self._once(("home", skill), lambda: self._employed(self.home, skill, None))

    def contractors(self, skill: Skill) -> tuple[Charge, ...]:
        """Return what contractors at home cost; the people are a team's."""
        fee = self.rates.billed(self.home.country, skill[1])
        return self._once(
            ("contractors", skill),
            lambda: (*_provided("contractor_fees", fee, None), self._seats(self.home, "heads")),
        )

    def winding_down(self, skill: Skill) -> tuple[Charge, ...]:
        """Return what people at home on moved work cost; the people are series of `winding_down.WindDown`."""
        return self._once(("winding_down", skill), lambda: self._winding_down(skill))

    def replacing(self, skill: Skill) -> tuple[Charge, ...]:
        """Return what it costs to replace leavers at home before work moves; the people are those who join."""

        def make() -> tuple[Charge, ...]:
            rate = self._recruiting(self.rates.person(self.home, *skill), self.home)
            return (Charge("recruiting", "replaced", rate, grown=False),)

        return self._once(("replacing", skill), make)

    def away(self, site: str, skill: Skill, engagement: Engagement, start: int) -> tuple[Charge, ...]:
        """Return what a team at a site costs in some form of employment; the people are the team's."""
        return tuple(
            charge for form in forms_of(engagement) for charge in self.added(site, skill, form, start)
        )

    def added(self, site: str, skill: Skill, form: Engagement, start: int) -> tuple[Charge, ...]:
        """Return what a form of employment adds to those that it rests on, see `forms_of`.

        ``start`` matters to teams that are handed over.
        """
        handed_over = form is Engagement.BUILD_OPERATE_TRANSFER
        return self._once(
            ("away", site, skill, form, start if handed_over else None),
            lambda: self._added(self.sites[site], skill, form, start),
        )

    def by_provider(self, engagement: Engagement, start: int) -> np.ndarray:
        """Return the months in which a provider employs the team, shape (M,)."""
        months = np.arange(self.rates.shape[1])
        if engagement is Engagement.PROVIDER:
            return np.ones(len(months), dtype=bool)
        if engagement is Engagement.BUILD_OPERATE_TRANSFER:
            return np.asarray(months < start + BUILD_MONTHS)
        return np.zeros(len(months), dtype=bool)

    def _added(self, site: Site, skill: Skill, form: Engagement, start: int) -> tuple[Charge, ...]:
        if form is Engagement.EMPLOYER_OF_RECORD:
            return (Charge("eor_fees", "heads", self.rates.flat(f"eor_fee/{site.country}"), grown=False),)
        distance = self.distances[site.id]
        by_provider = self.by_provider(form, start)
        found: list[Charge] = []
        if not by_provider.all():
            found += _within(self._employed(site, skill, distance.effort), ~by_provider)
        if by_provider.any():
            fee = self.rates.billed(site.country, skill[1])
            if form is Engagement.BUILD_OPERATE_TRANSFER:
                found += self._transfer_fee(self.rates.fee(site.country, skill[1]), start)
                premium = 1.0 + self.rates.values("bot_premium")[:, None]
                fee = Rate(fee.eur_per_month * premium, (*fee.origins, *fact("bot_premium")))
            found += _within(_provided("provider_fees", fee, distance.effort), by_provider)
        return (*found, self._travel(site, distance), self._steering(distance, skill))

    def _employed(self, site: Site, skill: Skill, effort: FloatArray | None) -> tuple[Charge, ...]:
        person = self.rates.person(site, *skill)
        return (
            Charge("pay", "output", _mature(person.pay, effort)),
            Charge("charges", "output", _mature(person.charges, effort)),
            *_hidden(person.total, effort),
            Charge("recruiting", "joining", self._recruiting(person, site), grown=False),
            self._seats(site, "heads"),
        )

    def _winding_down(self, skill: Skill) -> tuple[Charge, ...]:
        person = self.rates.person(self.home, *skill)
        total = person.total
        teaching = Rate(total.eur_per_month, (*total.origins, *fact("teaching_share")))
        return (
            Charge("pay", "productive", person.pay),
            Charge("charges", "productive", person.charges),
            Charge("learning_turnover", "gap", total),
            Charge("knowledge_transfer", "teaching", teaching),
            self._seats(self.home, "staying"),
        )

    def _steering(self, distance: Distance, skill: Skill) -> Charge:
        """Return coordination at home: whoever works with a distant team spends as much extra effort as it does."""
        total = self.rates.person(self.home, *skill).total
        extra = (1.0 - 1.0 / distance.effort)[:, None] * total.eur_per_month
        rate = Rate(extra, (*total.origins, *distance.origins))
        return Charge("coordination", "output", rate, grown=False)

    def _transfer_fee(self, fee: Rate, start: int) -> list[Charge]:
        """Return the price of taking over a team: a share of a year's fees, paid once."""
        handover = start + BUILD_MONTHS
        if handover >= self.rates.shape[1]:
            return []
        once = np.zeros_like(fee.eur_per_month)
        once[:, handover] = self.rates.values("bot_transfer_fee") * 12.0 * fee.eur_per_month[:, handover]
        rate = Rate(once, (*fact("bot_transfer_fee"), *fee.origins))
        return [Charge("transfer_fee", "heads", rate, grown=False)]

    def _recruiting(self, person: PersonCost, site: Site) -> Rate:
        fee = self.rates.flat(f"recruiting_fee/{site.country}")
        return Rate(fee.eur_per_month * 12.0 * person.pay.eur_per_month, (*fee.origins, *person.pay.origins))

    def _seats(self, site: Site, people: str) -> Charge:
        return Charge("seats", people, self.rates.flat(f"seat/{site.place}", 1.0 / 12.0), grown=False)

    def _travel(self, site: Site, distance: Distance) -> Charge:
        trips = self.rates.flat(f"trips_per_year/{distance.group}", 1.0 / 10.0 / 12.0)
        trip = self.rates.flat(f"travel_trip/{site.country}")
        cost = Rate(trips.eur_per_month * trip.eur_per_month, (*trips.origins, *trip.origins))
        return Charge("travel", "heads", cost, grown=False)


def _provided(line: str, fee: Rate, effort: FloatArray | None) -> tuple[Charge, ...]:
    return (Charge(line, "output", _mature(fee, effort)), *_hidden(fee, effort))


def _hidden(cost: Rate, effort: FloatArray | None) -> tuple[Charge, ...]:
    """Return paid time that delivers nothing: first learning, learning of replacements, effort of distance."""
    learning = (
        Charge("learning_ramp_up", "ramp_up_gap", cost),
        Charge("learning_turnover", "turnover_gap", cost),
    )
    if effort is None:
        return learning
    extra = (1.0 - 1.0 / effort)[:, None] * cost.eur_per_month
    return (*learning, Charge("coordination", "output", Rate(extra, cost.origins)))


def _mature(rate: Rate, effort: FloatArray | None) -> Rate:
    """Return a rate for work as it would be done at home: extra effort of distance is a line of its own."""
    return rate if effort is None else Rate(rate.eur_per_month / effort[:, None], rate.origins)


def _within(charges: tuple[Charge, ...], months: np.ndarray) -> tuple[Charge, ...]:
    """Return charges that are paid in some months only."""
    if months.all():
        return charges
    return tuple(
        replace(charge, rate=Rate(charge.rate.eur_per_month * months, charge.rate.origins))
        for charge in charges
    )
