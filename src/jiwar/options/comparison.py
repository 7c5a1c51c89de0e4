"""One question without a file: the same team at every site, its cost, its law and how fast it can be hired."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from jiwar.case import Answers, Case, Company, DataFlow, Limits, Safeguards, TeamLine, WorkPackage
from jiwar.diagnostics import Diagnostic, nearest_names
from jiwar.facts import Facts, load_facts
from jiwar.law import Assessment
from jiwar.options.build import enumerate_options
from jiwar.options.codes import OptionsError
from jiwar.options.engagement import MOVING, Engagement
from jiwar.options.option import Option, Options
from jiwar.periods import Horizon, Month
from jiwar.talent import HiringNeed, hiring, usual_mix

USUAL_MIX: Mapping[str, float] = {"junior": 0.2, "mid": 0.4, "senior": 0.3, "lead": 0.1}
"""Seniorities of a team when nobody says otherwise: our convention, shown with every result."""

_TEAM = "team"


@dataclass(frozen=True, slots=True)
class Place:
    """One site and form in a comparison; money in EUR, none of it discounted, none of it support."""

    site: str
    engagement: Engagement
    cost_eur_per_productive_year: float  # all cash over all delivered full-time years of the horizon
    last_year_cost_eur_per_productive_year: float
    against_home: float  # ratio of the first to hiring at home
    cheaper_from: Month | None  # first month from which a delivered hour stays cheaper than at home
    shared_hours_per_day: float
    months_to_hire: float  # for as many people at market pay in the mix usual there; 0 from a bench
    assessment: Assessment | None
    reasons: tuple[str, ...]
    option: int


@dataclass(frozen=True)
class Comparison:
    """The places compared, cheapest first, with staying and hiring at home among them."""

    role: str
    people: float
    home: str
    mix: Mapping[str, float]
    start: Month
    places: tuple[Place, ...]
    options: Options


def compare(
    role: str,
    people: float,
    home: str,
    *,
    as_of: dt.date,
    sites: Sequence[str] | None = None,
    engagements: Sequence[str] | None = None,
    mix: Mapping[str, float] = USUAL_MIX,
    knowledge: str = "medium",
    years: int = 5,
    facts: Facts | None = None,
) -> Comparison:
    """Compare hiring a new team at home with building the same team at every site.

    Raises
    ------
    OptionsError
        When the role, a site or a number is not possible, with the list of those that are.
    """
    facts = facts or load_facts(as_of)
    _insist(facts, role, people, (home, *(sites or ())), mix, years)
    case = _case(facts, role, people, home, sites, engagements, mix, knowledge, years, as_of)
    options = enumerate_options(case, facts)
    hired = next(option for option in options.items if option.engagement is Engagement.STAY_HIRE)
    moves = [option for option in options.items if not option.engagement.stays]
    places = [_place(options, option, hired) for option in (hired, *moves)]
    places.sort(key=lambda place: (place.cost_eur_per_productive_year, place.site, place.engagement))
    return Comparison(role, people, home, mix, case.starts[0], tuple(places), options)


def _place(options: Options, option: Option, hired: Option) -> Place:
    cash, output = options.cash_eur[option.index], options.output[option.index]
    opening = options.site_prices.get(option.site)
    if option.engagement.own_unit and opening is not None and option.start is not None:
        cash = cash.copy()
        first = options.horizon.index(option.start)
        cash[first] += opening.opening_eur
        cash[first:] += opening.running_eur_per_month[first:]
    home_cash, home_output = options.cash_eur[hired.index], options.output[hired.index]
    mean = _per_year(cash.sum(), output.sum())
    return Place(
        site=option.site,
        engagement=option.engagement,
        cost_eur_per_productive_year=mean,
        last_year_cost_eur_per_productive_year=_per_year(cash[-12:].sum(), output[-12:].sum()),
        against_home=mean / _per_year(home_cash.sum(), home_output.sum()),
        cheaper_from=_cheaper_from(options, cash, output, home_cash, home_output),
        shared_hours_per_day=options.shared_hours_per_day[option.site],
        months_to_hire=_months_to_hire(options, option),
        assessment=option.assessment,
        reasons=tuple(reason.sentence for reason in option.blocked),
        option=option.index,
    )


def _per_year(cash_eur: float, output_months: float) -> float:
    return float(12.0 * cash_eur / output_months) if output_months > 0 else float("inf")


def _cheaper_from(
    options: Options, cash: np.ndarray, output: np.ndarray, home_cash: np.ndarray, home_output: np.ndarray
) -> Month | None:
    """Find the month from which on every delivered hour costs less than at home."""
    dearer = cash * home_output >= home_cash * output
    late = int(np.max(np.flatnonzero(dearer), initial=-1)) + 1
    return options.horizon.month(late) if late < options.horizon.months else None


def _months_to_hire(options: Options, option: Option) -> float:
    """Months that one employer needs for as many people at market pay, in the mix of seniorities usual there."""
    if option.engagement is Engagement.PROVIDER:
        return 0.0
    start, role = options.case.starts[0], options.case.team[0].role
    site = options.facts.sites[option.site]
    people = usual_mix(options.facts, site, role, sum(line.people for line in options.case.team))
    need = HiringNeed(site, role, people, start, start + 12)
    return float(hiring(options.facts, need).months_at_market_pay[0])


def _insist(
    facts: Facts, role: str, people: float, sites: Sequence[str], mix: Mapping[str, float], years: int
) -> None:
    problems = []
    if role not in facts.roles:
        problems.append(Diagnostic("O001", f"`{role}` is not a role", nearest_names(role, facts.roles)))
    problems += [
        Diagnostic("O001", f"`{site}` is not a site", nearest_names(site, facts.sites))
        for site in sites
        if site not in facts.sites
    ]
    if not 0 < people <= 1000:
        problems.append(Diagnostic("O002", f"{people:g} people cannot be compared", "give 1 to 1000 people"))
    if abs(sum(mix.values()) - 1.0) > 1e-6 or any(share < 0 for share in mix.values()):
        problems.append(Diagnostic("O002", "the shares of the mix do not make 100 %", "give shares that do"))
    if not 1 <= years <= 9:
        problems.append(Diagnostic("O002", f"{years} years cannot be compared", "give 1 to 9 years"))
    if problems:
        raise OptionsError(problems)


def _case(
    facts: Facts,
    role: str,
    people: float,
    home: str,
    sites: Sequence[str] | None,
    engagements: Sequence[str] | None,
    mix: Mapping[str, float],
    knowledge: str,
    years: int,
    day: dt.date,
) -> Case:
    """Make the case of one new team that does not exist yet: nobody employed, everything to be hired."""
    first = Month.of(day).quarter.first_month + 3
    abroad = (name for name, site in facts.sites.items() if site.country != facts.sites[home].country)
    chosen = tuple(dict.fromkeys((home, *(sites or abroad))))
    team = tuple(
        TeamLine.model_construct(
            work_package=_TEAM, role=role, seniority=level, start=first, people=people * share, employed=0.0
        )
        for level, share in mix.items()
        if share > 0
    )
    return Case.model_construct(
        jiwar_case=1,
        name=f"{people:g} × {role}",
        illustrative=True,
        question=None,
        company=Company.model_construct(name="", home=home, employees_in_germany=500, works_council=True),
        as_of=day,
        horizon=Horizon(first, 12 * years),
        discount_rate_per_year=0.0,
        value_of_work_eur_per_year=0.0,
        sites=chosen,
        engagements=tuple(engagements or (form.value for form in MOVING)),
        stay=("hire",),
        starts=(first,),
        team=team,
        interactions=(),
        work_packages=(_work(facts.roles[role].name_en, knowledge),),
        data_flows=(_usual_flow(tuple({facts.sites[name].country for name in chosen})),),
        answers=Answers(),
        limits=Limits(),
        open_posts={},
        assumptions=(),
    )


def _work(name: str, knowledge: str) -> WorkPackage:
    return WorkPackage.model_construct(
        id=_TEAM,
        name=name,
        branch="ESO",
        movable=True,
        reason=None,
        knowledge=knowledge,
        shares=(1.0,),
        shared_hours_per_day=None,
        languages={},
        value_of_work_eur_per_year=None,
        engagements=None,
        sites=None,
        after=(),
    )


def _usual_flow(countries: tuple[str, ...]) -> DataFlow:
    """Source code with the names of its authors, everything arranged: shows which arrangement is needed."""
    arranged = Safeguards.model_construct(
        instrument="scc",
        scc_module=2,
        tia="passed",
        tia_for=countries,
        processing_contract=True,
        controller_authorisation=True,
        notice=True,
        record=True,
    )
    return DataFlow.model_construct(
        id="source-code",
        name="source code with the names of its authors",
        work_packages=(_TEAM,),
        categories=("source_code", "employee"),
        roles="controller_to_processor",
        access="remote_edit",
        systematic=True,
        safeguards=arranged,
        answers=Answers(),
    )
