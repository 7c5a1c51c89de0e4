"""From the options of a case to the problem that planning solves."""

from __future__ import annotations

import importlib.metadata
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from jiwar.money import FloatArray
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.entries import Entries
from jiwar.planning.of_case.ratios_of_case import ratios_of
from jiwar.planning.of_case.stage_limits import (
    at_worst,
    dearest_cash,
    dearest_quarters,
    freed_in_the_mean,
    likely_location,
    worth_having,
)
from jiwar.planning.of_case.steps_of_case import steps_of
from jiwar.planning.of_case.whereabouts import Whereabouts, whereabouts_of
from jiwar.planning.problem import (
    NEVER,
    Budget,
    Choices,
    Communication,
    Concentration,
    CoreTeam,
    Hiring,
    Moves,
    Posts,
    Precedence,
    Problem,
    QuarterCash,
    SharedDuties,
    Sites,
    Workforce,
)
from jiwar.provenance import RunRecord

if TYPE_CHECKING:
    from jiwar.options import Options
    from jiwar.planning.uncertain import PricedScenarios

SETTLING_QUARTERS = 4
"""Quarters after its opening in which an own unit may still be smaller than the minimum team."""

MOVED_SHARE = 0.9
"""A package has moved when its team has this share of the people that it has a year after the start."""


def problem_of(options: Options, scenarios: PricedScenarios | None = None) -> Problem:
    """Return everything that a plan of the options must decide, by quarter.

    Staged options are open where scenarios say how often they grow.
    """
    case, worst = options.case, at_worst(options)
    limits = case.limits
    quarters = range(options.horizon.quarters)
    skills = _skills(options)
    return Problem(
        name=case.name,
        periods=tuple(str(options.horizon.quarter(index)) for index in quarters),
        discount=options.discount.reshape(-1, MONTHS_PER_QUARTER).mean(axis=1),
        choices=_choices(options, scenarios),
        hiring=_hiring(worst, skills),
        sites=_sites(options),
        communication=_communication(options, scenarios),
        core_team=_core_team(worst) if limits.core_team_people else None,
        workforce=_workforce(worst, skills, freed_in_the_mean(options, scenarios)) if skills else None,
        budget=None if limits.budget_eur is None else _budget(options, limits.budget_eur),
        quarter_cash=_quarter_cash(options),
        concentration=None
        if limits.max_share_abroad is None
        else _concentration(worst, limits.max_share_abroad),
        ratios=ratios_of(options, worst, _everybody(worst)),
        precedence=_precedence(options),
        steps=steps_of(options),
        duties=_duties(options),
    )


def record_of(options: Options, settings: dict[str, Any]) -> RunRecord:
    """Return what is needed to compute the plan of the options again."""
    from jiwar.law import law_hash

    case = options.case
    names = ("highspy", "numpy", "tzdata")
    libraries = {name: importlib.metadata.version(name) for name in names}
    try:
        version = importlib.metadata.version("jiwar")
    except importlib.metadata.PackageNotFoundError:  # run from a checkout that is not installed
        version = "not installed"
    return RunRecord(
        version, case.hash, options.facts.hash, law_hash(), str(case.as_of), None, settings, libraries
    )


def _package_names(options: Options) -> tuple[str, ...]:
    return tuple(dict.fromkeys(option.work_package for option in options.items))


def _packages(options: Options) -> np.ndarray:
    position = {name: index for index, name in enumerate(_package_names(options))}
    return np.array([position[option.work_package] for option in options.items], dtype=np.int64)


def _choices(options: Options, scenarios: PricedScenarios | None) -> Choices:
    return Choices(
        packages=_package_names(options),
        names=tuple(option.id for option in options.items),
        package=_packages(options),
        allowed=np.array([option.feasible for option in options.items], dtype=bool)
        & worth_having(options, scenarios),
        cost_eur=options.npv_eur,
    )


def _skills(options: Options) -> tuple[int, ...]:
    """Return the roles at home in which some option frees people."""
    return tuple(int(role) for role in np.flatnonzero(options.released.any(axis=(0, 2))))


def _hiring(options: Options, skills: tuple[int, ...]) -> Hiring:
    home = options.case.company.home
    roles = {options.home_roles[role].role: skill for skill, role in enumerate(skills)}
    skill = [roles.get(pool.role, -1) if pool.site == home else -1 for pool in options.pools]
    limit = np.array([pool.limit_people_per_quarter for pool in options.pools])
    return Hiring(
        pools=tuple(pool.id for pool in options.pools),
        limit_people=np.repeat(limit[:, None], options.horizon.quarters, axis=1),
        hires=Entries.of(options.hires),
        skill=np.array(skill, dtype=np.int64),
    )


def _sites(options: Options) -> Sites:
    limits, horizon = options.case.limits, options.horizon
    names = tuple(site for site in options.case.sites if site != options.case.company.home)
    position = {site: index for index, site in enumerate(names)}
    where = whereabouts_of(options)
    opening = np.array([options.site_prices[site].opening_eur for site in names])
    running = [options.site_prices[site].running_eur_per_month for site in names]
    by_quarter = np.array(running).reshape(len(names), horizon.quarters, MONTHS_PER_QUARTER).sum(axis=2)
    at = [position.get(option.site, -1) if not option.engagement.stays else -1 for option in options.items]
    return Sites(
        names=names,
        site=np.array(at, dtype=np.int64),
        unit_from=where.unit_from,
        people=options.people,
        opening_eur=np.repeat(opening[:, None], horizon.quarters, axis=1),
        running_eur=by_quarter,
        minimum_team_people=np.full(len(names), limits.minimum_team_people or 0.0),
        settling_periods=SETTLING_QUARTERS,
        capacity_people=np.full(len(names), math.inf),
        max_sites=limits.max_sites,
    )


def _communication(options: Options, scenarios: PricedScenarios | None) -> Communication | None:
    """Price talk between every two locations: product of the shares of people at either site."""
    talks = options.case.interactions
    if not talks:
        return None
    position = {name: index for index, name in enumerate(_package_names(options))}
    hours = np.array([talk.hours_per_week for talk in talks], dtype=np.float64)
    where = whereabouts_of(options)
    return Communication(
        pairs=np.array([(position[talk.a], position[talk.b]) for talk in talks], dtype=np.int64),
        volume=np.repeat(hours[:, None], options.horizon.quarters, axis=1),
        locations=where.names,
        location=likely_location(options, where.location, scenarios),
        cost_eur_per_unit=_price_of_talk(options, where),
    )


def _price_of_talk(options: Options, where: Whereabouts) -> FloatArray:
    sites = where.sites
    between = np.zeros((len(sites), len(sites), options.horizon.quarters))
    for one, here in enumerate(sites):
        for two, there in enumerate(sites):
            if one != two:
                between[one, two] = options.interaction_eur[here, there]
    price: FloatArray = np.einsum("ia,abq,jb->ijq", where.shares, between, where.shares)
    return price


def _core_team(options: Options) -> CoreTeam:
    least = options.case.limits.core_team_people
    roles = [index for index, role in enumerate(options.home_roles) if role.role in least]
    names = tuple(options.home_roles[index].role for index in roles)
    return CoreTeam(
        roles=names,
        least_people=np.array([least[name] for name in names]),
        at_home=Entries.of(options.home_held[:, roles, :]),
    )


def _workforce(options: Options, skills: tuple[int, ...], released: FloatArray) -> Workforce:
    """Let people freed at home take posts, leave by themselves, wait, or be made redundant if allowed."""
    quarters, roles = options.horizon.quarters, [options.home_roles[role] for role in skills]
    shape = (len(roles), quarters)
    cost = np.array([options.quarters(role.employer_cost_eur_per_month) for role in roles])
    severance = np.array([role.severance_eur_per_person for role in roles])
    forbidden = options.case.limits.redundancies == "forbidden"
    per_month = np.array([role.attrition_per_month for role in roles])
    return Workforce(
        skills=tuple(role.role for role in roles),
        initial_people=np.zeros(len(roles)),
        demand_people=np.zeros(shape),
        inflow=Entries.of(released[:, list(skills), :]),
        attrition_new=np.zeros(len(roles)),
        attrition=1.0 - (1.0 - per_month) ** MONTHS_PER_QUARTER,
        recruit_limit=np.zeros(shape),
        recruit_eur=np.zeros(shape),
        redundancy_limit=np.full(shape, 0.0 if forbidden else math.inf),
        redundancy_eur=np.repeat(severance[:, None], quarters, axis=1),
        surplus_limit=np.full(quarters, math.inf),
        surplus_eur=cost,
        short_time_limit=np.zeros(shape),
        short_time_share=0.0,
        short_time_eur=np.zeros(shape),
        moves=_no_moves(quarters),
        posts=_posts(options, skills),
    )


def _no_moves(quarters: int) -> Moves:
    """Return no retraining: a case does not say yet what it would take."""
    nobody, nothing = np.zeros(0, dtype=np.int64), np.zeros(0)
    return Moves((), nobody, nobody, np.zeros((0, quarters)), nothing, np.zeros((0, quarters)), nothing)


def _posts(options: Options, skills: tuple[int, ...]) -> Posts:
    """List the posts that freed people can take: those other options hire for, and open posts elsewhere."""
    roles = [options.home_roles[role] for role in skills]
    standing = [(skill, role) for skill, role in enumerate(roles) if role.open_posts_people > 0]
    saving = [role.recruiting_eur_per_hire for role in (*roles, *(role for _, role in standing))]
    people = [0.0] * len(roles) + [role.open_posts_people for _, role in standing]
    names = [f"post of a plan: {role.role}" for role in roles] + [
        f"open post: {role.role}" for _, role in standing
    ]
    return Posts(
        names=tuple(names),
        skill=np.array([*range(len(roles)), *(skill for skill, _ in standing)], dtype=np.int64),
        offered=np.array([True] * len(roles) + [False] * len(standing)),
        offers=Entries.of(options.home_posts[:, list(skills), :]),
        standing_people=np.array(people),
        saving_eur=np.repeat(np.array(saving)[:, None], options.horizon.quarters, axis=1),
    )


def _budget(options: Options, limit_eur: float) -> Budget:
    return Budget(limit_eur, dearest_cash(options, _extra_cash(options)))


def _quarter_cash(options: Options) -> QuarterCash | None:
    most = options.case.limits.quarter_cash_eur
    return None if most is None else QuarterCash(most, dearest_quarters(options, _extra_cash(options)))


def _extra_cash(options: Options) -> FloatArray:
    """Compare the cash of every option with the cheapest way to stay of its package, (O, Q)."""
    cash = options.cash_eur
    stay = np.zeros_like(cash)
    for package in np.unique(packages := _packages(options)):
        same = np.flatnonzero(packages == package)
        staying = [index for index in same if options.items[index].engagement.stays]
        usable = [index for index in staying if options.items[index].feasible] or staying
        if usable:
            stay[same] = cash[min(usable, key=lambda index: (options.npv_eur[index], index))]
    return options.quarters(cash - stay)


def _concentration(options: Options, max_share: float) -> Concentration:
    """Count people abroad against all people, at least those whom the work needs."""
    return Concentration(max_share, options.people, _everybody(options))


def _everybody(options: Options) -> FloatArray:
    needed = options.quarters(options.demand) / MONTHS_PER_QUARTER
    everybody: FloatArray = np.maximum(options.people + options.home_people, needed)
    return everybody


def _precedence(options: Options) -> Precedence | None:
    position = {name: index for index, name in enumerate(_package_names(options))}
    pairs = [
        (position[package.id], position[first])
        for package in options.case.work_packages
        for first in package.after
    ]
    if not pairs:
        return None
    start = np.full(len(options.items), NEVER)
    moved = np.full(len(options.items), NEVER)
    for option in options.items:
        if option.start is not None:
            start[option.index] = options.horizon.index(option.start)
            moved[option.index] = _moved(options.people[option.index], int(start[option.index]))
    return Precedence(np.array(pairs, dtype=np.int64), start, moved)


def _duties(options: Options) -> SharedDuties | None:
    """List the legal duties that several packages may share and whose cost the case gives."""
    from jiwar.options.legal_costs import shared_duties

    listed = shared_duties(options)
    if not listed:
        return None
    places = [
        (option, key, month // MONTHS_PER_QUARTER)
        for key, duty in enumerate(listed)
        for option, month in duty.needed_from.items()
    ]
    option, key, period = np.array(places, dtype=np.int64).T
    return SharedDuties(
        names=tuple(duty.name for duty in listed),
        once_eur=np.array([duty.once_eur for duty in listed]),
        per_period_eur=np.array([duty.per_month_eur for duty in listed]) * MONTHS_PER_QUARTER,
        needs=Entries(option, key, period, np.ones(len(places))),
    )


def _moved(people: FloatArray, start: int) -> int:
    """Return the first month after the quarter in which the new team is (nearly) complete."""
    first = min(max(start // MONTHS_PER_QUARTER, 0), len(people) - 1)
    year_later = min(first + 4, len(people) - 1)
    complete = people[first:] >= MOVED_SHARE * people[year_later]
    return (first + int(complete.argmax()) + 1) * MONTHS_PER_QUARTER
