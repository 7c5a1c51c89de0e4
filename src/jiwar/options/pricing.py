"""Pricing of one option: people over time, then every line of cost, for all scenarios at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from jiwar.case import Case, WorkPackage
from jiwar.facts import Facts, Site
from jiwar.money import FloatArray
from jiwar.options.distances import Distance
from jiwar.options.engagement import Engagement
from jiwar.options.learning import TeamParameters, TeamProfile
from jiwar.options.ledger import Ledger
from jiwar.options.option import Option
from jiwar.options.priced import PricedOption, Remembered, add_to
from jiwar.options.rates import PersonCost, Rate, Rates, fact
from jiwar.options.winding_down import WindDown, freed, wind_down
from jiwar.options.workforce import Posts, away_team, held_posts, home_team, posts_of
from jiwar.provenance import Origin, OriginKind

__all__ = ["BUILD_MONTHS", "PricedOption", "Pricer"]

BUILD_MONTHS = 24
"""Months that a provider runs a build-operate-transfer team before it becomes an own unit."""


@dataclass(frozen=True, slots=True)
class _Away:
    """What a team away and its hand-over rest on, besides the posts."""

    site: str
    share: float
    start: int
    quick: bool


@dataclass(frozen=True)
class Pricer:
    """Prices the options of one case; pure but for the memory of rates."""

    case: Case
    facts: Facts
    rates: Rates
    distances: dict[str, Distance]
    sizing: Pricer | None = None  # sizes teams on what is known when they are planned; None: on these values

    _shared: Remembered = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Begin with nothing remembered."""
        object.__setattr__(self, "_shared", Remembered(self.rates.shape))

    @property
    def home(self) -> Site:
        """The site at home."""
        return self.facts.sites[self.case.company.home]

    def price(self, option: Option) -> PricedOption:
        """Price one option: all lines by month, people, hires and output.

        Options of one work package share what does not depend on the engagement: the part that stays, the team
        away, and those at home who hand over to it. It is computed once while they are priced one after another.
        """
        work_package = self.case.work_package(option.work_package)
        priced = PricedOption.nothing(self.rates.shape)
        for posts in self._once(work_package, "posts", lambda: self._posts(work_package)):
            if option.engagement.stays:
                part = self._stay(option.engagement, work_package, posts, 1.0)
                self._leave_undone(work_package, posts, part)
                priced.include(part)
            else:
                self._move(option, work_package, posts, priced)
        return priced

    def _once(self, work_package: WorkPackage, key: object, make: Callable[[], Any]) -> Any:
        return self._shared.part(work_package.id, key, make)

    def _posts(self, work_package: WorkPackage) -> tuple[Posts, ...]:
        return posts_of(self.case.team_of(work_package.id), self.case.horizon)

    def _leave_undone(self, work_package: WorkPackage, posts: Posts, part: PricedOption) -> None:
        """Add the demand for these posts, and the value of what the part does not deliver of it."""
        shape = self.rates.shape
        part.demand = np.broadcast_to(posts.needed(shape[1]), shape)
        undone = np.maximum(part.demand - part.output, 0.0)
        value = self.case.value_of_work(work_package.id) / 12.0
        origin = Origin(OriginKind.CASE, f"work_packages/{work_package.id}/value_of_work")
        part.ledger.add("undone_work", undone * value, (origin,))

    # ---- staying -------------------------------------------------------------------------------------

    def _stay(self, form: Engagement, work_package: WorkPackage, posts: Posts, share: float) -> PricedOption:
        home, shape = self.home, self.rates.shape
        priced = PricedOption.nothing(shape)
        ground = {"knowledge": work_package.knowledge, "group": "home"}
        skill = (posts.role, posts.seniority)
        wanted = _growth(_vacancies(posts, share))
        crew = self.rates.team(home, skill, wanted, **ground, quick=False)
        hire = form is Engagement.STAY_HIRE
        team = home_team(posts, share, crew, shape, hire=hire)
        origins = self.rates.team_origins(home, **ground, quick=False)
        person = self.rates.person(home, posts.role, posts.seniority)
        self._pay(team, person, np.ones(shape[0]), origins, priced.ledger)
        self._seats(team.heads, home, priced.ledger)
        self._recruiting(team, person, home, priced.ledger)
        if form is Engagement.STAY_CONTRACT:
            self._contractors(work_package, posts, share, priced)
        priced.output = priced.output + team.output
        add_to(priced.home_people, posts.role, team.heads)
        add_to(
            priced.home_held,
            posts.role,
            np.broadcast_to(held_posts(posts, share, shape[1], hire=hire), shape),
        )
        add_to(priced.hires, (home.id, posts.role, posts.seniority), team.first_hires + team.replacements)
        add_to(priced.home_posts, posts.role, team.first_hires + team.replacements)
        return priced

    def _contractors(
        self, work_package: WorkPackage, posts: Posts, share: float, priced: PricedOption
    ) -> None:
        home, shape = self.home, self.rates.shape
        ground = {"knowledge": work_package.knowledge, "group": "home"}
        vacant = Posts(posts.role, posts.seniority, _vacancies(posts, share), 0.0)
        skill = (posts.role, posts.seniority)
        crew = self.rates.team(home, skill, _growth(vacant.steps), **ground, quick=True)
        team = home_team(vacant, 1.0, crew, shape, hire=True)
        fee = self.rates.fee(home.country, posts.seniority)
        origins = (*fee.origins, *self.rates.team_origins(home, **ground, quick=True))
        self._fees("contractor_fees", team, fee.eur_per_month, np.ones(shape[0]), origins, priced.ledger)
        self._seats(team.heads, home, priced.ledger)
        priced.output = priced.output + team.output

    # ---- moving --------------------------------------------------------------------------------------

    def _move(self, option: Option, work_package: WorkPackage, posts: Posts, priced: PricedOption) -> None:
        if option.start is None:  # pragma: no cover - enumeration gives every move a start
            raise ValueError(option.id)
        start, quick = self.case.horizon.index(option.start), not option.engagement.employs
        away = _Away(option.site, option.share, start, quick)
        skill = (posts.role, posts.seniority)
        team = self._once(work_package, ("team", skill, away), lambda: self._team(work_package, posts, away))
        priced.include(
            self._once(
                work_package,
                ("part", skill, away),
                lambda: self._handed_over(work_package, posts, away, team),
            )
        )
        origins = self._away_origins(work_package, away)
        self._away_cost(option, posts, team, origins, start, priced.ledger)
        joining = team.first_hires + team.replacements
        by_provider = self._provider_months(option.engagement, start)
        if by_provider.any():
            reach = self.rates.values("provider_reach")[:, None]
            joining = np.where(by_provider, joining / reach, joining)  # draws less on the open market
        add_to(priced.hires, (option.site, posts.role, posts.seniority), joining)

    def _ground(self, work_package: WorkPackage, site: str) -> dict[str, str]:
        return {"knowledge": work_package.knowledge, "group": self.distances[site].group}

    def _away_origins(self, work_package: WorkPackage, away: _Away) -> tuple[Origin, ...]:
        ground = self._ground(work_package, away.site)
        return (
            *self.rates.team_origins(self.facts.sites[away.site], **ground, quick=away.quick),
            *self.distances[away.site].origins,
        )

    def _team(self, work_package: WorkPackage, posts: Posts, away: _Away) -> TeamProfile:
        site, known = self.facts.sites[away.site], self.sizing or self
        ground = self._ground(work_package, away.site)
        size = _size_factor(
            known.distances[site.id], known.rates.parameters(site, **ground, quick=away.quick)
        )
        people = size * away.share * _growth(posts.steps)
        crew = self.rates.team(site, (posts.role, posts.seniority), people, **ground, quick=away.quick)
        return away_team(posts, size, away.share, away.start, crew, self.rates.shape)

    def _handed_over(
        self, work_package: WorkPackage, posts: Posts, away: _Away, team: TeamProfile
    ) -> PricedOption:
        """Price everything of a move but the team away itself: the same in every form of employment."""
        part, distance = PricedOption.nothing(self.rates.shape), self.distances[away.site]
        if away.share < 1.0:
            rest = 1.0 - away.share
            key = ("rest", posts.role, posts.seniority, rest)
            part.include(
                self._once(
                    work_package, key, lambda: self._stay(Engagement.STAY_HIRE, work_package, posts, rest)
                )
            )
        output = team.output * (distance.capacity / distance.effort)[:, None]
        self._steering(posts, team, distance, part.ledger)
        home_output = self._wind_down(work_package, posts, away, team, output, part)
        needed = posts.needed(self.rates.shape[1], away.share)
        part.output = part.output + np.minimum(output + home_output, needed)
        part.people_away = team.heads
        self._leave_undone(work_package, posts, part)
        return part

    def _steering(self, posts: Posts, team: TeamProfile, distance: Distance, ledger: Ledger) -> None:
        """Price coordination at home: whoever works with a distant team spends as much extra effort as it does."""
        extra = team.output * (1.0 - 1.0 / distance.effort[:, None])
        person = self.rates.person(self.home, posts.role, posts.seniority).total
        ledger.add("coordination", extra * person.eur_per_month, (*person.origins, *distance.origins))

    def _away_cost(
        self,
        option: Option,
        posts: Posts,
        team: TeamProfile,
        origins: tuple[Origin, ...],
        start: int,
        ledger: Ledger,
    ) -> None:
        site, distance = self.facts.sites[option.site], self.distances[option.site]
        by_provider = self._provider_months(option.engagement, start)
        if not by_provider.all():
            employed = _within(team, ~by_provider)
            person = self.rates.person(site, posts.role, posts.seniority)
            self._pay(employed, person, distance.effort, origins, ledger)
            self._recruiting(employed, person, site, ledger)
            self._seats(employed.heads, site, ledger)
        if by_provider.any():
            provided = _within(team, by_provider)
            fee = self.rates.fee(site.country, posts.seniority)
            per_month, ground = fee.eur_per_month, fee.origins
            if option.engagement is Engagement.BUILD_OPERATE_TRANSFER:
                per_month = per_month * (1.0 + self.rates.values("bot_premium")[:, None])
                ground = (*ground, *fact("bot_premium"))
                self._transfer_fee(team, site, posts, start, ledger)
            self._fees("provider_fees", provided, per_month, distance.effort, (*ground, *origins), ledger)
        if option.engagement is Engagement.EMPLOYER_OF_RECORD:
            fee = self.rates.flat(f"eor_fee/{site.country}")
            ledger.add("eor_fees", team.heads * fee.eur_per_month, fee.origins)
        self._travel(team.heads, site, distance, ledger)

    def _provider_months(self, engagement: Engagement, start: int) -> np.ndarray:
        months = np.arange(self.rates.shape[1])
        if engagement is Engagement.PROVIDER:
            return np.ones(len(months), dtype=bool)
        if engagement is Engagement.BUILD_OPERATE_TRANSFER:
            return np.asarray(months < start + BUILD_MONTHS)
        return np.zeros(len(months), dtype=bool)

    def _transfer_fee(self, team: TeamProfile, site: Site, posts: Posts, start: int, ledger: Ledger) -> None:
        handover = start + BUILD_MONTHS
        if handover >= self.rates.shape[1]:
            return
        fee = self.rates.fee(site.country, posts.seniority)
        yearly = 12.0 * fee.eur_per_month[:, handover] * team.heads[:, handover]
        amount = np.zeros(self.rates.shape)
        amount[:, handover] = self.rates.values("bot_transfer_fee") * yearly
        ledger.add("transfer_fee", amount, (*fact("bot_transfer_fee"), *fee.origins))

    def _wind_down(
        self,
        work_package: WorkPackage,
        posts: Posts,
        away: _Away,
        team: TeamProfile,
        output_away: FloatArray,
        part: PricedOption,
    ) -> FloatArray:
        """Price the people at home who carry the moved share until the new team can; return their output."""
        home, shape, start = self.home, self.rates.shape, away.start
        skill, ground = (posts.role, posts.seniority), {"knowledge": work_package.knowledge, "group": "home"}
        crew = self.rates.team(home, skill, 0.0, **ground, quick=False)
        moved = Posts(*skill, _moved_steps(posts, away.share), _carried(posts, away.share))
        kept = self._once(
            work_package,
            ("kept", skill, away.share),
            lambda: home_team(moved, 1.0, crew, shape, hire=False),
        )
        teaching = self.rates.values("teaching_share")[:, None] * team.learners
        short = np.maximum(posts.needed(shape[1], away.share) - output_away, 0.0)
        left = self.rates.lasting(home, skill, **ground)
        wound = wind_down(kept, short, teaching, left, start)
        person = self.rates.person(home, posts.role, posts.seniority)
        self._home_pay(wound, teaching, person, part.ledger)
        self._seats(wound.staying, home, part.ledger)
        before = np.arange(shape[1]) < start
        replaced = kept.replacements * before
        self._recruit(replaced, person, home, part.ledger)
        add_to(part.hires, (home.id, posts.role, posts.seniority), replaced)
        add_to(part.home_people, posts.role, wound.staying)
        add_to(part.home_held, posts.role, np.where(before, moved.employed, wound.staying))
        add_to(part.released, posts.role, freed(wound, crew.parameters.attrition_per_month, start))
        return wound.productive

    def _home_pay(self, wound: WindDown, teaching: FloatArray, person: PersonCost, ledger: Ledger) -> None:
        working, gap = wound.productive, wound.gap
        ledger.add("pay", working * person.pay.eur_per_month, person.pay.origins)
        ledger.add("charges", working * person.charges.eur_per_month, person.charges.origins)
        total = person.total
        ledger.add("learning_turnover", gap * total.eur_per_month, total.origins)
        ledger.add(
            "knowledge_transfer", teaching * total.eur_per_month, (*total.origins, *fact("teaching_share"))
        )

    # ---- lines that several forms share ----------------------------------------------------------------

    @staticmethod
    def _pay(
        team: TeamProfile, person: PersonCost, effort: FloatArray, origins: tuple[Origin, ...], ledger: Ledger
    ) -> None:
        delivered = team.output / effort[:, None]
        ledger.add("pay", delivered * person.pay.eur_per_month, (*person.pay.origins, *origins))
        ledger.add("charges", delivered * person.charges.eur_per_month, (*person.charges.origins, *origins))
        _hidden(team, person.total, effort, origins, ledger)

    @staticmethod
    def _fees(
        line: str,
        team: TeamProfile,
        fee_eur_per_month: FloatArray,
        effort: FloatArray,
        origins: tuple[Origin, ...],
        ledger: Ledger,
    ) -> None:
        ledger.add(line, team.output / effort[:, None] * fee_eur_per_month, origins)
        _hidden(team, Rate(fee_eur_per_month), effort, origins, ledger)

    def _seats(self, heads: FloatArray, site: Site, ledger: Ledger) -> None:
        seat = self.rates.flat(f"seat/{site.place}", 1.0 / 12.0)
        ledger.add("seats", heads * seat.eur_per_month, seat.origins)

    def _recruiting(self, team: TeamProfile, person: PersonCost, site: Site, ledger: Ledger) -> None:
        self._recruit(team.first_hires + team.replacements, person, site, ledger)

    def _recruit(self, hires: FloatArray, person: PersonCost, site: Site, ledger: Ledger) -> None:
        fee = self.rates.flat(f"recruiting_fee/{site.country}")
        per_hire = fee.eur_per_month * 12.0 * person.pay.eur_per_month
        ledger.add("recruiting", hires * per_hire, (*fee.origins, *person.pay.origins))

    def _travel(self, heads: FloatArray, site: Site, distance: Distance, ledger: Ledger) -> None:
        trips = self.rates.flat(f"trips_per_year/{distance.group}", 1.0 / 10.0 / 12.0)
        trip = self.rates.flat(f"travel_trip/{site.country}")
        ledger.add(
            "travel", heads * trips.eur_per_month * trip.eur_per_month, (*trips.origins, *trip.origins)
        )


def _hidden(
    team: TeamProfile, cost: Rate, effort: FloatArray, origins: tuple[Origin, ...], ledger: Ledger
) -> None:
    ground = (*cost.origins, *origins)
    ledger.add("learning_ramp_up", team.ramp_up_gap * cost.eur_per_month, ground)
    ledger.add("learning_turnover", team.turnover_gap * cost.eur_per_month, ground)
    extra = 1.0 - 1.0 / effort[:, None]
    ledger.add("coordination", team.output * extra * cost.eur_per_month, ground)


def _size_factor(distance: Distance, parameters: TeamParameters) -> float:
    """People per post of delivered work, on mid values: a team is sized before the future is known."""
    factor = distance.effort / (distance.capacity * parameters.steady_output)
    return float(np.median(factor))


def _growth(steps: tuple[tuple[int, float], ...]) -> float:
    """Return the posts that have to be filled for the first time, later steps included."""
    return sum(max(people, 0.0) for _, people in steps)


def _vacancies(posts: Posts, share: float) -> tuple[tuple[int, float], ...]:
    here = min(posts.employed, share * posts.steps[0][1]) if posts.steps[0][0] <= 0 else 0.0
    first = (posts.steps[0][0], share * posts.steps[0][1] - here)
    return (first, *((index, share * people) for index, people in posts.steps[1:]))


def _carried(posts: Posts, share: float) -> float:
    """Own people on the moved share: those whom the rest that stays does not need."""
    staying = (1.0 - share) * posts.steps[0][1]
    return max(posts.employed - staying, 0.0)


def _moved_steps(posts: Posts, share: float) -> tuple[tuple[int, float], ...]:
    return tuple((index, share * people) for index, people in posts.steps)


def _within(team: TeamProfile, months: np.ndarray) -> TeamProfile:
    """Return the team in some months and nobody in the others."""
    return team if months.all() else TeamProfile(team.series * months)
