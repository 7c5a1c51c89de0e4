"""Pricing of one option: people over time, then every line of cost, for all scenarios at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import numpy as np

from jiwar.case import Case, WorkPackage
from jiwar.facts import Facts, Site
from jiwar.money import FloatArray
from jiwar.options.charges import BUILD_MONTHS, Charges, book
from jiwar.options.distances import Distance
from jiwar.options.engagement import Engagement
from jiwar.options.learning import TeamProfile
from jiwar.options.option import Option
from jiwar.options.priced import PricedOption, Remembered, add_to
from jiwar.options.rates import Rates, fact
from jiwar.options.winding_down import freed, missing, wind_down
from jiwar.options.workforce import Posts, away_pieces, away_team, held_posts, home_team, posts_of
from jiwar.provenance import Origin, OriginKind

__all__ = ["BUILD_MONTHS", "Away", "PricedOption", "Pricer"]


@dataclass(frozen=True, slots=True)
class Away:
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

    charges: Charges = field(init=False, repr=False, compare=False)
    _shared: Remembered = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Begin with nothing remembered."""
        charges = Charges(self.rates, self.home, self.facts.sites, self.distances)
        object.__setattr__(self, "charges", charges)
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
        for posts in self._once(work_package, "posts", lambda: self.posts_of(work_package)):
            if option.engagement.stays:
                part = self.stay(option.engagement, work_package, posts, 1.0)
                self._leave_undone(work_package, posts, part)
                priced.include(part)
            else:
                self._move(option, work_package, posts, priced)
        return priced

    def _once(self, work_package: WorkPackage, key: object, make: Callable[[], Any]) -> Any:
        return self._shared.part(work_package.id, key, make)

    def posts_of(self, work_package: WorkPackage) -> tuple[Posts, ...]:
        """Return the posts of a work package by role and seniority."""
        return posts_of(self.case.team_of(work_package.id), self.case.horizon)

    def _leave_undone(self, work_package: WorkPackage, posts: Posts, part: PricedOption) -> None:
        """Add the demand for these posts, and the value of what the part does not deliver of it."""
        shape = self.rates.shape
        part.demand = self.rates.demand * posts.needed(shape[1])
        origin = Origin(OriginKind.CASE, f"work_packages/{work_package.id}/value_of_work")
        undone = missing(part.demand, part.output) * self.value_per_month(work_package)
        part.ledger.add("undone_work", undone, (origin, *fact("demand_growth")))

    def value_per_month(self, work_package: WorkPackage) -> float:
        """Return what a month of one person's work is worth, EUR."""
        return self.case.value_of_work(work_package.id) / 12.0

    # ---- staying -------------------------------------------------------------------------------------

    def stay(self, form: Engagement, work_package: WorkPackage, posts: Posts, share: float) -> PricedOption:
        """Price a share of some posts at home, without the value of what is left undone."""
        home, shape, skill = self.home, self.rates.shape, (posts.role, posts.seniority)
        priced = PricedOption.nothing(shape)
        ground = {"knowledge": work_package.knowledge, "group": "home"}
        crew = self.rates.team(home, skill, _growth(_vacancies(posts, share)), **ground, quick=False)
        hire = form is Engagement.STAY_HIRE
        team = home_team(posts, share, crew, shape, hire=hire)
        origins = self.rates.team_origins(home, **ground, quick=False)
        book(self.charges.at_home(skill), partial(getattr, team), priced.ledger, origins)
        if form is Engagement.STAY_CONTRACT:
            self._contractors(work_package, posts, share, priced)
        priced.output = priced.output + team.output
        add_to(priced.home_people, posts.role, team.heads)
        add_to(
            priced.home_held,
            posts.role,
            np.broadcast_to(held_posts(posts, share, shape[1], hire=hire), shape),
        )
        add_to(priced.hires, (home.id, *skill), team.joining)
        add_to(priced.home_posts, posts.role, team.joining)
        return priced

    def _contractors(
        self, work_package: WorkPackage, posts: Posts, share: float, priced: PricedOption
    ) -> None:
        home, shape, skill = self.home, self.rates.shape, (posts.role, posts.seniority)
        ground = {"knowledge": work_package.knowledge, "group": "home"}
        vacant = Posts(*skill, _vacancies(posts, share), 0.0)
        crew = self.rates.team(home, skill, _growth(vacant.steps), **ground, quick=True)
        team = home_team(vacant, 1.0, crew, shape, hire=True)
        origins = self.rates.team_origins(home, **ground, quick=True)
        book(self.charges.contractors(skill), partial(getattr, team), priced.ledger, origins)
        priced.output = priced.output + team.output

    # ---- moving --------------------------------------------------------------------------------------

    def _move(self, option: Option, work_package: WorkPackage, posts: Posts, priced: PricedOption) -> None:
        away, skill = self.away(option), (posts.role, posts.seniority)
        team = self._once(work_package, ("team", skill, away), lambda: self._team(work_package, posts, away))
        priced.include(
            self._once(
                work_package,
                ("part", skill, away),
                lambda: self._handed_over(work_package, posts, away, team),
            )
        )
        charges = self.charges.away(option.site, skill, option.engagement, away.start)
        origins = self._away_origins(work_package, away)
        book(charges, partial(getattr, team), priced.ledger, origins)
        by_provider = self.charges.by_provider(option.engagement, away.start)
        joining = team.joining
        if by_provider.any():
            reach = self.rates.values("provider_reach")[:, None]
            joining = np.where(by_provider, joining / reach, joining)  # draws less on the open market
        add_to(priced.hires, (option.site, *skill), joining)

    def away(self, option: Option) -> Away:
        """Return what the team away of an option rests on."""
        if option.start is None:  # pragma: no cover - enumeration gives every move a start
            raise ValueError(option.id)
        start = self.case.horizon.index(option.start)
        return Away(option.site, option.share, start, not option.engagement.employs)

    def ground(self, work_package: WorkPackage, site: str) -> dict[str, str]:
        """Return what says which learning curve applies to a package at a site."""
        return {"knowledge": work_package.knowledge, "group": self.distances[site].group}

    def _away_origins(self, work_package: WorkPackage, away: Away) -> tuple[Origin, ...]:
        ground = self.ground(work_package, away.site)
        return (
            *self.rates.team_origins(self.facts.sites[away.site], **ground, quick=away.quick),
            *self.distances[away.site].origins,
        )

    def size_factor(self, work_package: WorkPackage, site: str, *, quick: bool) -> float:
        """Return people per post of delivered work, on mid values: a team is sized before the future is known."""
        known, ground = self.sizing or self, self.ground(work_package, site)
        parameters = known.rates.parameters(self.facts.sites[site], **ground, quick=quick)
        distance = known.distances[site]
        return float(np.median(distance.effort / (distance.capacity * parameters.steady_output)))

    def _team(self, work_package: WorkPackage, posts: Posts, away: Away) -> TeamProfile:
        size = self.size_factor(work_package, away.site, quick=away.quick)
        people = first_team(posts, size, away.share)
        site, ground = self.facts.sites[away.site], self.ground(work_package, away.site)
        crew = self.rates.team(site, (posts.role, posts.seniority), people, **ground, quick=away.quick)
        return away_team(away_pieces(posts, size, away.share, away.start, crew), self.rates.shape)

    def reach(self, site: str) -> FloatArray:
        """Return what a person at a site delivers of the work of one at home, by hours and effort, shape (S,)."""
        distance = self.distances[site]
        return np.asarray(distance.capacity / distance.effort)

    def rest(self, work_package: WorkPackage, posts: Posts, share: float) -> PricedOption:
        """Price what stays at home of posts of which a part moves."""
        found: PricedOption = self._once(
            work_package,
            ("rest", posts.role, posts.seniority, share),
            lambda: self.stay(Engagement.STAY_HIRE, work_package, posts, share),
        )
        return found

    def kept(self, work_package: WorkPackage, posts: Posts, share: float) -> TeamProfile:
        """Return who would be on the moved share at home were nothing moved, nobody hired for vacancies."""
        ground = {"knowledge": work_package.knowledge, "group": "home"}
        skill = (posts.role, posts.seniority)

        def make() -> TeamProfile:
            crew = self.rates.team(self.home, skill, 0.0, **ground, quick=False)
            return home_team(_moved(posts, share), 1.0, crew, self.rates.shape, hire=False)

        found: TeamProfile = self._once(work_package, ("kept", skill, share), make)
        return found

    def _handed_over(
        self, work_package: WorkPackage, posts: Posts, away: Away, team: TeamProfile
    ) -> PricedOption:
        """Price everything of a move but the team away itself: the same in every form of employment."""
        part = PricedOption.nothing(self.rates.shape)
        if away.share < 1.0:
            part.include(self.rest(work_package, posts, 1.0 - away.share))
        output = team.output * self.reach(away.site)[:, None]
        home_output = self._wind_down(work_package, posts, away, team, output, part)
        needed = posts.needed(self.rates.shape[1], away.share)
        part.output = part.output + np.minimum(output + home_output, needed)
        part.people_away = team.heads
        self._leave_undone(work_package, posts, part)
        return part

    def _wind_down(
        self,
        work_package: WorkPackage,
        posts: Posts,
        away: Away,
        team: TeamProfile,
        output_away: FloatArray,
        part: PricedOption,
    ) -> FloatArray:
        """Price the people at home who carry the moved share until the new team can; return their output."""
        home, shape, start = self.home, self.rates.shape, away.start
        skill, ground = (posts.role, posts.seniority), {"knowledge": work_package.knowledge, "group": "home"}
        kept = self.kept(work_package, posts, away.share)
        teaching = self.rates.values("teaching_share")[:, None] * team.learners
        short = missing(posts.needed(shape[1], away.share), output_away)
        wound = wind_down(kept, short, teaching, self.rates.lasting(home, **ground), start)
        before = np.arange(shape[1]) < start
        replaced = kept.replacements * before
        book(self.charges.winding_down(skill), partial(getattr, wound), part.ledger)
        book(self.charges.replacing(skill), lambda _: replaced, part.ledger)
        attrition = self.rates.parameters(home, **ground, quick=False).attrition_per_month
        employed = _moved(posts, away.share).employed
        add_to(part.hires, (home.id, *skill), replaced)
        add_to(part.home_people, posts.role, wound.staying)
        add_to(part.home_held, posts.role, np.where(before, employed, wound.staying))
        add_to(part.released, posts.role, freed(wound, attrition, start))
        return wound.productive


def first_team(posts: Posts, size_factor: float, share: float) -> float:
    """Return the people of a first team away, those of later steps included."""
    return size_factor * share * _growth(posts.steps)


def _growth(steps: tuple[tuple[int, float], ...]) -> float:
    """Return the posts that have to be filled for the first time, later steps included."""
    return sum(max(people, 0.0) for _, people in steps)


def _vacancies(posts: Posts, share: float) -> tuple[tuple[int, float], ...]:
    here = min(posts.employed, share * posts.steps[0][1]) if posts.steps[0][0] <= 0 else 0.0
    first = (posts.steps[0][0], share * posts.steps[0][1] - here)
    return (first, *((index, share * people) for index, people in posts.steps[1:]))


def _moved(posts: Posts, share: float) -> Posts:
    """Return the posts that move, held by own people whom the rest that stays does not need."""
    staying = (1.0 - share) * posts.steps[0][1]
    steps = tuple((index, share * people) for index, people in posts.steps)
    return Posts(posts.role, posts.seniority, steps, max(posts.employed - staying, 0.0))
