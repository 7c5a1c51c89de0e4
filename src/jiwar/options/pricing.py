"""Pricing of one option: people over time, then every line of cost, for all scenarios at once."""

from __future__ import annotations

from dataclasses import dataclass
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
from jiwar.options.rates import PersonCost, Rate, Rates, fact
from jiwar.options.workforce import Posts, away_team, held_posts, home_team, posts_of
from jiwar.provenance import Origin, OriginKind

BUILD_MONTHS = 24
"""Months that a provider runs a build-operate-transfer team before it becomes an own unit."""

Key = tuple[str, str, str]  # site, role, seniority


@dataclass
class PricedOption:
    """What pricing says of one option; people and output have shape (S, M)."""

    ledger: Ledger
    output: FloatArray
    demand: FloatArray
    people_away: FloatArray
    hires: dict[Key, FloatArray]
    home_people: dict[str, FloatArray]
    home_held: dict[str, FloatArray]
    released: dict[str, FloatArray]
    home_posts: dict[str, FloatArray]


@dataclass(frozen=True)
class Pricer:
    """Prices the options of one case; pure but for the memory of rates."""

    case: Case
    facts: Facts
    rates: Rates
    distances: dict[str, Distance]
    sizing: Pricer | None = None  # sizes teams on what is known when they are planned; None: on these values

    @property
    def home(self) -> Site:
        """The site at home."""
        return self.facts.sites[self.case.company.home]

    def price(self, option: Option) -> PricedOption:
        """Price one option: all lines by month, people, hires and output."""
        shape = self.rates.shape
        priced = PricedOption(
            Ledger(*shape), np.zeros(shape), np.zeros(shape), np.zeros(shape), {}, {}, {}, {}, {}
        )
        work_package = self.case.work_package(option.work_package)
        for posts in posts_of(self.case.team_of(option.work_package), self.case.horizon):
            demand = np.broadcast_to(posts.needed(shape[1]), shape)
            before = priced.output.copy()
            self._price_posts(option, work_package, posts, priced)
            priced.demand += demand
            undone = np.maximum(demand - (priced.output - before), 0.0)
            value = self.case.value_of_work(work_package.id) / 12.0
            origin = Origin(OriginKind.CASE, f"work_packages/{work_package.id}/value_of_work")
            priced.ledger.add("undone_work", undone * value, (origin,))
        return priced

    def _price_posts(
        self, option: Option, work_package: WorkPackage, posts: Posts, priced: PricedOption
    ) -> None:
        if option.engagement.stays:
            self._stay(option.engagement, work_package, posts, 1.0, priced)
            return
        if option.share < 1.0:
            self._stay(Engagement.STAY_HIRE, work_package, posts, 1.0 - option.share, priced)
        self._move(option, work_package, posts, priced)

    # ---- staying -------------------------------------------------------------------------------------

    def _stay(
        self, form: Engagement, work_package: WorkPackage, posts: Posts, share: float, priced: PricedOption
    ) -> None:
        home, shape = self.home, self.rates.shape
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
        priced.output += team.output
        _add(priced.home_people, posts.role, team.heads)
        _add(
            priced.home_held,
            posts.role,
            np.broadcast_to(held_posts(posts, share, shape[1], hire=hire), shape),
        )
        _add(priced.hires, (home.id, posts.role, posts.seniority), team.first_hires + team.replacements)
        _add(priced.home_posts, posts.role, team.first_hires + team.replacements)

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
        priced.output += team.output

    # ---- moving --------------------------------------------------------------------------------------

    def _move(self, option: Option, work_package: WorkPackage, posts: Posts, priced: PricedOption) -> None:
        site, distance = self.facts.sites[option.site], self.distances[option.site]
        if option.start is None:  # pragma: no cover - enumeration gives every move a start
            raise ValueError(option.id)
        start = self.case.horizon.index(option.start)
        ground = {"knowledge": work_package.knowledge, "group": distance.group}
        quick, skill = not option.engagement.employs, (posts.role, posts.seniority)
        known = self.sizing or self
        size = _size_factor(known.distances[site.id], known.rates.parameters(site, **ground, quick=quick))
        crew = self.rates.team(site, skill, size * option.share * _growth(posts.steps), **ground, quick=quick)
        team = away_team(posts, size, option.share, start, crew, self.rates.shape)
        origins = (
            *self.rates.team_origins(site, **ground, quick=quick),
            *distance.origins,
        )
        output = team.output * (distance.capacity / distance.effort)[:, None]
        self._away_cost(option, posts, team, origins, start, priced.ledger)
        self._steering(posts, team, distance, priced.ledger)
        home_output = self._wind_down(option, work_package, posts, team, output, start, priced)
        needed = posts.needed(self.rates.shape[1], option.share)
        priced.output += np.minimum(output + home_output, needed)
        priced.people_away += team.heads
        joining = team.first_hires + team.replacements
        by_provider = self._provider_months(option.engagement, start)
        reach = self.rates.values("provider_reach")[:, None]
        drawn = np.where(by_provider, joining / reach, joining)  # a provider draws less on the open market
        _add(priced.hires, (site.id, posts.role, posts.seniority), drawn)

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
        employed, provided = _masked(team, ~by_provider), _masked(team, by_provider)
        if not by_provider.all():
            person = self.rates.person(site, posts.role, posts.seniority)
            self._pay(employed, person, distance.effort, origins, ledger)
            self._recruiting(employed, person, site, ledger)
            self._seats(employed.heads, site, ledger)
        if by_provider.any():
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
        option: Option,
        work_package: WorkPackage,
        posts: Posts,
        team: TeamProfile,
        output_away: FloatArray,
        start: int,
        priced: PricedOption,
    ) -> FloatArray:
        """Price the people at home who carry the moved share until the new team can; return their output.

        Until the start everything stays as it is. From then on people who leave are not replaced, some teach,
        and whoever is no longer needed is freed for other work: planning decides what they do.
        """
        home, shape = self.home, self.rates.shape
        ground = {"knowledge": work_package.knowledge, "group": "home"}
        crew = self.rates.team(home, (posts.role, posts.seniority), 0.0, **ground, quick=False)
        parameters = crew.parameters
        moved = Posts(
            posts.role, posts.seniority, _moved_steps(posts, option.share), _carried(posts, option.share)
        )
        kept = home_team(moved, 1.0, crew, shape, hire=False)
        available = _without_replacement(kept.heads, parameters.attrition_per_month, start)
        teaching = self.rates.values("teaching_share")[:, None] * team.learners
        short = np.maximum(posts.needed(shape[1], option.share) - output_away, 0.0)
        wanted = np.minimum.accumulate(short + teaching, axis=1)
        wanted[:, :start] = np.inf
        staying = np.minimum(available, np.minimum.accumulate(wanted, axis=1))
        person = self.rates.person(home, posts.role, posts.seniority)
        own_teaching = np.minimum(teaching, staying)
        forgetting = 1.0 - (1.0 - parameters.attrition_per_month) * parameters.gap_kept_per_month
        gap = np.minimum(_without_replacement(kept.turnover_gap, forgetting, start), staying - own_teaching)
        self._home_pay(staying, teaching, own_teaching, gap, person, priced.ledger)
        self._seats(staying, home, priced.ledger)
        replaced = kept.replacements * (np.arange(shape[1]) < start)
        self._recruit(replaced, person, home, priced.ledger)
        _add(priced.hires, (home.id, posts.role, posts.seniority), replaced)
        _add(priced.home_people, posts.role, staying)
        before = np.arange(shape[1]) < start
        _add(priced.home_held, posts.role, np.where(before, moved.employed, staying))
        _add(priced.released, posts.role, _freed(staying, available, parameters.attrition_per_month, start))
        productive: FloatArray = staying - own_teaching - gap
        return productive

    def _home_pay(
        self,
        staying: FloatArray,
        teaching: FloatArray,
        own_teaching: FloatArray,
        gap: FloatArray,
        person: PersonCost,
        ledger: Ledger,
    ) -> None:
        working = staying - own_teaching - gap
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


def _masked(team: TeamProfile, months: np.ndarray) -> TeamProfile:
    return TeamProfile(
        team.heads * months,
        team.ramp_up_gap * months,
        team.turnover_gap * months,
        team.first_hires * months,
        team.replacements * months,
        team.leavers * months,
        team.learners * months,
    )


def _without_replacement(heads: FloatArray, attrition_per_month: FloatArray, start: int) -> FloatArray:
    """People at home when leavers are no longer replaced from the start month on."""
    months = heads.shape[1]
    available: FloatArray = heads.copy()
    staying = 1.0 - attrition_per_month[:, None]
    if 0 < start < months:
        available[:, start:] = heads[:, start - 1, None] * staying ** (np.arange(months - start) + 1.0)
    elif start <= 0:
        available[:] = heads[:, :1] * staying ** (np.arange(months) + 1.0)
    return available


def _freed(
    staying: FloatArray, available: FloatArray, attrition_per_month: FloatArray, start: int
) -> FloatArray:
    """People freed per month: the fall in those needed beyond those who leave by themselves."""
    previous = np.concatenate([available[:, :1], staying[:, :-1]], axis=1)
    expected = previous * (1.0 - attrition_per_month[:, None])
    freed: FloatArray = np.maximum(np.minimum(expected, previous) - staying, 0.0)
    freed[:, : max(start, 0)] = 0.0
    return freed


def _add(store: dict[Key, FloatArray] | dict[str, FloatArray], key: Any, amount: FloatArray) -> None:
    store[key] = store[key] + amount if key in store else amount
