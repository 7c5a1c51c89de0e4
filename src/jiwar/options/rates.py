"""What one person costs per month: pay, charges, seat, fees, each with what it rests on."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from jiwar.facts import FactValues, Site
from jiwar.law.payroll import employer_charges, statute_currency
from jiwar.money import FloatArray
from jiwar.options.learning import (
    Team,
    TeamParameters,
    TeamProfile,
    fill_rate,
    follow_post,
    market_fill,
    monthly_rate,
)
from jiwar.options.winding_down import Lasting, lasting
from jiwar.periods import Horizon
from jiwar.provenance import Origin, OriginKind
from jiwar.talent import hiring_limit

Skill = tuple[str, str]  # role, seniority

FOLLOWED_TOGETHER = 4096
"""Posts times scenarios followed side by side: enough for fast arithmetic, few enough for the cache."""

BILLED_DAYS_PER_YEAR = 220.0
"""Days that a provider bills per person and year; the conversion that the rate sources themselves use."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A monthly amount per person, shape (S, M) in EUR, and what it rests on."""

    eur_per_month: FloatArray
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonCost:
    """Pay and statutory charges of one role and seniority at one site."""

    pay: Rate
    charges: Rate

    @property
    def total(self) -> Rate:
        """Pay and charges together."""
        both = self.pay.eur_per_month + self.charges.eur_per_month
        return Rate(both, (*self.pay.origins, *self.charges.origins))


def fact(*keys: str) -> tuple[Origin, ...]:
    """Return origins for fact keys."""
    return tuple(Origin(OriginKind.FACT, key) for key in keys)


@dataclass
class Rates:
    """Looks up and remembers the rates of one case; the only place where pricing touches facts."""

    values: FactValues
    horizon: Horizon
    _memory: dict[tuple[object, ...], object] = field(default_factory=dict, repr=False)
    _room: FloatArray | None = field(default=None, repr=False)  # memory for teams followed side by side

    @property
    def shape(self) -> tuple[int, int]:
        """Scenarios and months."""
        return self.values.size, self.horizon.months

    def flat(self, key: str, scale: float = 1.0) -> Rate:
        """Return a fact that does not change over the months, times a scale; shape (S, 1)."""
        memory = ("flat", key, scale)
        if memory not in self._memory:
            self._memory[memory] = Rate(scale * self.values(key)[:, None], fact(key))
        found = self._memory[memory]
        assert isinstance(found, Rate)  # noqa: S101 - the memory holds what was put there
        return found

    def person(self, site: Site, role: str, seniority: str) -> PersonCost:
        """Return pay and charges of one person, aged month by month by the country's wage growth."""
        key = ("person", site.id, role, seniority)
        if key not in self._memory:
            self._memory[key] = self._person(site, role, seniority)
        found = self._memory[key]
        assert isinstance(found, PersonCost)  # noqa: S101 - the memory holds what was put there
        return found

    def _person(self, site: Site, role: str, seniority: str) -> PersonCost:
        pay_key = f"pay/{site.place}/{role}/{seniority}"
        gross_per_year = np.asfortranarray(
            self.values.aged(pay_key, self.horizon)
        )  # as profiles lie in memory
        written_in = self.values.currency(pay_key)
        statute = statute_currency(site.country)
        to_statute = (self._per_eur(statute) / self._per_eur(written_in))[:, None]
        charges, rules = self._charges(site, gross_per_year * to_statute)
        growth = f"wage_growth/{site.country}"
        currencies = tuple(f"fx/{code}" for code in {written_in, statute} - {"EUR"})
        pay = gross_per_year / self._per_eur(written_in)[:, None] / 12.0
        charged = charges / self._per_eur(statute)[:, None] / 12.0
        ground = fact(pay_key, growth, *currencies)
        return PersonCost(
            Rate(pay, ground),
            Rate(charged, (*ground, *(Origin(OriginKind.RULE, rule) for rule in rules))),
        )

    def _charges(self, site: Site, gross: FloatArray) -> tuple[FloatArray, tuple[str, ...]]:
        charges = np.zeros_like(gross)
        rules: set[str] = set()
        years = np.array([month.year for month in self.horizon])
        for year in np.unique(years):
            inside = years == year
            on = dt.date(int(year), 7, 1)
            found = employer_charges(gross[:, inside], country=site.country, on=on, region=site.land)
            charges[:, inside] = found.total
            rules.update(found.rules)
        return charges, tuple(sorted(rules))

    def _per_eur(self, currency: str) -> FloatArray:
        if currency == "EUR":
            return np.ones(self.values.size, dtype=self.values.precision)
        return self.values(f"fx/{currency}")

    @property
    def demand(self) -> FloatArray:
        """The work needed over what was planned, in the middle of each month, shape (S, M)."""
        memory = ("demand",)
        if memory not in self._memory:
            growth = self.values("demand_growth")
            years = (np.arange(self.horizon.months, dtype=growth.dtype) + 0.5) / 12.0
            self._memory[memory] = np.asfortranarray(
                (1.0 + growth[:, None]) ** years
            )  # as profiles lie in memory
        found = self._memory[memory]
        assert isinstance(found, np.ndarray)  # noqa: S101 - the memory holds what was put there
        return found

    def billed(self, country: str, seniority: str) -> Rate:
        """Return the monthly fee of a planned person: providers and contractors are called off with the work."""
        fee, called = self.fee(country, seniority), np.minimum(self.demand, 1.0)
        return Rate(fee.eur_per_month * called, (*fee.origins, *fact("demand_growth")))

    def fee(self, country: str, seniority: str) -> Rate:
        """Return the monthly fee of a provider's or contractor's person, aged by the index of the rate."""
        memory = ("fee", country, seniority)
        if memory not in self._memory:
            key = f"provider_rate/{country}/{seniority}"
            per_day = np.asfortranarray(self.values.aged(key, self.horizon))
            index = self.values.fact(key).index
            ground = fact(key, index) if index else fact(key)
            rate = Rate(per_day * (BILLED_DAYS_PER_YEAR / 12.0), ground)
            self._memory[memory] = rate
        found = self._memory[memory]
        assert isinstance(found, Rate)  # noqa: S101 - the memory holds what was put there
        return found

    def team(
        self, site: Site, skill: Skill, people: float, *, knowledge: str, group: str, quick: bool
    ) -> Team:
        """Return what governs a team at a site, and one of its posts followed over the horizon.

        ``group`` says which learning curve applies (home, near, far); ``quick`` posts are filled from the
        bench of a provider or by contractors instead of by recruiting. A first team of more ``people`` than the
        labour market gives in a quarter is filled more slowly.
        """
        ground = (site, knowledge, group)
        pace = self._pace(ground, skill, people, quick=quick)
        key = ("team", *ground[1:], site.id, quick, None if pace is None else (skill, round(people, 3)))
        if key not in self._memory:
            self._memory[key] = self._team(ground, pace, quick=quick)
        found = self._memory[key]
        assert isinstance(found, Team)  # noqa: S101 - the memory holds what was put there
        return found

    def teams(
        self, site: Site, wanted: Iterable[tuple[Skill, float]], *, knowledge: str, group: str, quick: bool
    ) -> Iterator[Team]:
        """Give the same for several teams, by skill and people, followed side by side in the same memory.

        What is given holds until the next team is asked for.
        """
        ground = (site, knowledge, group)
        paces = [self._pace(ground, skill, people, quick=quick) for skill, people in wanted]
        paced = self._followed(ground, [pace for pace in paces if pace is not None], quick=quick)
        for pace in paces:
            yield self._team(ground, None, quick=quick) if pace is None else next(paced)

    def _team(self, ground: tuple[Site, str, str], pace: FloatArray | None, *, quick: bool) -> Team:
        parameters = self._parameters(*ground, quick=quick)
        filled = self._profile(*ground, quick=quick, filled=True)
        if pace is None:
            return Team(parameters, self._profile(*ground, quick=quick, filled=False), filled)
        paced = dataclasses.replace(parameters, first_fill_per_month=pace)
        return Team(paced, follow_post(paced, self.horizon.months, filled=False), filled)

    def _followed(
        self, ground: tuple[Site, str, str], paces: list[FloatArray], *, quick: bool
    ) -> Iterator[Team]:
        """Follow a vacant post for each pace at which first posts are filled."""
        size, months = self.shape
        at_once = max(FOLLOWED_TOGETHER // size, 1)
        parameters = self._parameters(*ground, quick=quick)
        filled = self._profile(*ground, quick=quick, filled=True)
        if self._room is None:
            self._room = TeamProfile.room(at_once * size, months, self.values.precision)
        for low in range(0, len(paces), at_once):
            some = paces[low : low + at_once]
            together = parameters.repeated(len(some), np.concatenate(some))
            room = self._room[:, : len(some) * size]
            profiles = follow_post(together, months, filled=False, room=room).parts(len(some))
            for pace, vacant in zip(some, profiles, strict=True):
                yield Team(dataclasses.replace(parameters, first_fill_per_month=pace), vacant, filled)

    def _pace(
        self, ground: tuple[Site, str, str], skill: Skill, people: float, *, quick: bool
    ) -> FloatArray | None:
        """Return how fast the labour market fills a first team, None where it never slows it down."""
        parameters = self._parameters(*ground, quick=quick)
        slowest = market_fill(round(people, 3), self.market(ground[0], skill, by_provider=quick))
        return slowest if (slowest < parameters.fill_per_month).any() else None

    def lasting(self, site: Site, *, knowledge: str, group: str) -> Lasting:
        """Return how a team that is recruited no more melts away, people and gaps."""
        key = ("lasting", site.id, knowledge, group)
        if key not in self._memory:
            self._memory[key] = lasting(
                self._parameters(site, knowledge, group, quick=False), self.horizon.months
            )
        found = self._memory[key]
        assert isinstance(found, Lasting)  # noqa: S101 - the memory holds what was put there
        return found

    def parameters(self, site: Site, *, knowledge: str, group: str, quick: bool) -> TeamParameters:
        """Return what governs a team whatever its size, for instance to size it."""
        return self._parameters(site, knowledge, group, quick=quick)

    def market(self, site: Site, skill: Skill, *, by_provider: bool) -> FloatArray:
        """Return the people of a role and seniority that can be had in a quarter, shape (S,)."""
        key = ("market", site.id, skill, by_provider)
        if key not in self._memory:
            limit = hiring_limit(self.values, site, *skill)
            if by_provider:
                limit = limit * self.values("provider_reach")
            self._memory[key] = limit.astype(self.values.precision)
        found = self._memory[key]
        assert isinstance(found, np.ndarray)  # noqa: S101 - the memory holds what was put there
        return found

    def _profile(self, site: Site, knowledge: str, group: str, *, quick: bool, filled: bool) -> TeamProfile:
        """Follow a post that the market for first teams does not touch."""
        key = ("profile", site.id, knowledge, group, quick, filled)
        if key not in self._memory:
            parameters = self._parameters(site, knowledge, group, quick=quick)
            self._memory[key] = follow_post(parameters, self.horizon.months, filled=filled)
        found = self._memory[key]
        assert isinstance(found, TeamProfile)  # noqa: S101 - the memory holds what was put there
        return found

    def _parameters(self, site: Site, knowledge: str, group: str, *, quick: bool) -> TeamParameters:
        key = ("parameters", site.id, knowledge, group, quick)
        if key not in self._memory:
            self._memory[key] = self._governing(site, knowledge, group, quick=quick)
        found = self._memory[key]
        assert isinstance(found, TeamParameters)  # noqa: S101 - the memory holds what was put there
        return found

    def _governing(self, site: Site, knowledge: str, group: str, *, quick: bool) -> TeamParameters:
        fill_key = "time_to_fill/provider" if quick else f"time_to_fill/{site.country}"
        depth = self.values(f"learning_depth/{knowledge}")
        return TeamParameters(
            attrition_per_month=monthly_rate(self.values(f"attrition/{site.country}")),
            fill_per_month=fill_rate(self.values(fill_key)),
            start_productivity=self.values(f"start_productivity/{group}"),
            learning_months=self.values(f"learning_months/{group}") * depth,
            teaching_months=self.values(f"knowledge_months/{knowledge}"),
        )

    @staticmethod
    def team_origins(site: Site, *, knowledge: str, group: str, quick: bool) -> tuple[Origin, ...]:
        """Return what a team's parameters rest on."""
        fill_key = "time_to_fill/provider" if quick else f"time_to_fill/{site.country}"
        return fact(
            f"attrition/{site.country}",
            fill_key,
            f"start_productivity/{group}",
            f"learning_months/{group}",
            f"learning_depth/{knowledge}",
        )
