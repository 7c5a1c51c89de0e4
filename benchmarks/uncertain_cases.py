"""Generated uncertain problems of any size: the structure of real cases, drawn from a seed.

Packages stay (hire, contractors, undone) or move to a site by one of four engagements at one of several starts. Wages
and currencies move by country, effort by site, demand for the package's own work alone. Units, minimum teams,
talk, hiring pools, people freed at home, a core team and an order between some packages couple the choices.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.planning.entries import Entries
from jiwar.planning.problem import (
    NEVER,
    Choices,
    Communication,
    Concentration,
    CoreTeam,
    Hiring,
    Moves,
    Posts,
    Precedence,
    Problem,
    Sites,
    Workforce,
)
from jiwar.planning.uncertain import Shortage, UncertainProblem

STAYS = 3
ENGAGEMENTS = 4  # captive, provider, employer of record, build-operate-transfer
ROLES = 3
FloatArray = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True)
class Size:
    """How large a generated problem is."""

    packages: int
    sites: int
    quarters: int
    scenarios: int
    starts: int = 6

    @property
    def options(self) -> int:
        """The number of options, O."""
        return self.packages * (STAYS + self.sites * ENGAGEMENTS * self.starts)


@dataclass(frozen=True)
class _Ways:
    """What every option is: arrays of shape (O,)."""

    package: np.ndarray
    stay: np.ndarray  # 0 hire, 1 contract, 2 undone, -1 moves
    site: np.ndarray  # -1 at home
    engagement: np.ndarray  # -1 stays
    start: np.ndarray  # quarters, Q for those who stay


def generate(size: Size, *, seed: int = 1, risk_weight: float = 0.3) -> UncertainProblem:
    """Return a generated problem; the same size and seed give the same one."""
    draw = np.random.default_rng(seed)
    ways = _ways(size)
    people = draw.uniform(3, 14, size.packages).round(1)
    vacant = draw.uniform(0.05, 0.4, size.packages)
    wage = draw.uniform(0.28, 0.62, size.sites)
    cost, scenarios = _costs(draw, size, ways, people, vacant, wage)
    problem = _problem(draw, size, ways, people, vacant, cost)
    return UncertainProblem(
        problem=problem,
        probability=np.full(size.scenarios, 1.0 / size.scenarios),
        cost_eur=scenarios,
        shortage=_shortage(draw, size, problem),
        prices={
            "coordination": draw.lognormal(-0.02, 0.2, size.scenarios),
            "site_opening": draw.lognormal(-0.02, 0.2, size.scenarios),
            "site_running": draw.lognormal(-0.005, 0.1, size.scenarios),
            "surplus_people": draw.lognormal(-0.001, 0.05, size.scenarios),
        },
        risk_weight=risk_weight,
        tail=0.1,
    )


def _ways(size: Size) -> _Ways:
    starts = np.linspace(1, max(2, size.quarters // 2), size.starts).astype(int)
    rows = [(stay, -1, -1, size.quarters) for stay in range(STAYS)]
    rows += [
        (-1, site, engagement, int(start))
        for site in range(size.sites)
        for engagement in range(ENGAGEMENTS)
        for start in starts
    ]
    one = np.array(rows)
    table = np.tile(one, (size.packages, 1))
    return _Ways(np.repeat(np.arange(size.packages), len(one)), *table.T)


def _costs(
    draw: np.random.Generator,
    size: Size,
    ways: _Ways,
    people: FloatArray,
    vacant: FloatArray,
    wage: FloatArray,
) -> tuple[FloatArray, np.ndarray]:
    """Return cost on mid values (O,) and by scenario (O, S): base, then wages by site, then own luck."""
    quarters = np.arange(size.quarters)
    discount = 0.98**quarters
    home = 22_000.0 * people  # a quarter of the package at home
    away = (quarters >= ways.start[:, None]).astype(float)
    ramp = np.clip((quarters - ways.start[:, None]) / 3.0, 0.0, 1.0) * away
    level = np.where(ways.site >= 0, wage[ways.site], 0.0)
    fit = draw.uniform(1.05, 1.5, (size.packages, size.sites))[ways.package, ways.site]
    markup = np.array([1.0, 1.28, 1.12, 1.15])[ways.engagement]
    at_home = home[ways.package, None] * (1.0 - away)
    moved = (home[ways.package] * level * fit * markup)[:, None] * away
    handover = home[ways.package, None] * 0.5 * (away - ramp)
    lost = np.select([ways.stay == 1, ways.stay == 2], [0.35, 0.9], 0.15) * vacant[ways.package]
    idle = home[ways.package, None] * lost[:, None] * (1.0 - away)
    home_part = (at_home + handover + idle) @ discount
    moved_part = moved @ discount
    own = draw.uniform(0.97, 1.03, len(ways.package))
    country = ways.site // 3
    shared = draw.normal(0.0, 0.08, (size.sites // 3 + 2, size.scenarios))
    by_site = draw.normal(0.0, 0.08, (size.sites, size.scenarios))
    effort = draw.normal(0.0, 0.12, (size.packages, size.scenarios))
    at_home_luck = draw.normal(0.0, 0.04, size.scenarios)
    scenarios = np.empty((len(ways.package), size.scenarios), dtype=np.float32)
    for start in range(0, len(scenarios), 2048):
        at = slice(start, start + 2048)
        away_luck = np.where(
            (ways.site[at] >= 0)[:, None],
            shared[country[at]] + by_site[ways.site[at]] + effort[ways.package[at]],
            0.0,
        )
        cost = home_part[at, None] * (1.0 + at_home_luck) + moved_part[at, None] * np.exp(away_luck)
        scenarios[at] = own[at, None] * cost
    return own * (home_part + moved_part), scenarios


def _problem(
    draw: np.random.Generator,
    size: Size,
    ways: _Ways,
    people: FloatArray,
    vacant: FloatArray,
    cost: FloatArray,
) -> Problem:
    quarters, options = size.quarters, len(ways.package)
    team = people[ways.package] * 1.2
    away = (np.arange(quarters) >= ways.start[:, None]).astype(float)
    at_site = team[:, None] * away
    at_home = (people * (1.0 - vacant))[ways.package, None] * (1.0 - away)
    unit = np.select([ways.engagement == 0, ways.engagement == 3], [ways.start, ways.start + 8], -1)
    unit = np.where(unit < quarters, unit, -1)
    role = np.arange(size.packages) % ROLES
    return Problem(
        name=f"generated, {size.packages} packages",
        periods=tuple(f"q{quarter}" for quarter in range(quarters)),
        discount=0.98 ** np.arange(quarters, dtype=np.float64),
        choices=Choices(
            packages=tuple(f"p{package}" for package in range(size.packages)),
            names=tuple(f"o{option}" for option in range(options)),
            package=ways.package,
            allowed=(draw.uniform(size=options) < 0.75) | (ways.stay >= 0),
            cost_eur=cost,
        ),
        hiring=_hiring(draw, size, ways, team, role),
        sites=Sites(
            names=tuple(f"s{site}" for site in range(size.sites)),
            site=ways.site,
            unit_from=unit,
            people=at_site,
            opening_eur=np.repeat(draw.uniform(100e3, 250e3, (size.sites, 1)), quarters, axis=1),
            running_eur=np.repeat(draw.uniform(25e3, 50e3, (size.sites, 1)), quarters, axis=1),
            minimum_team_people=np.full(size.sites, 12.0),
            settling_periods=4,
            capacity_people=np.full(size.sites, np.inf),
            max_sites=4,
        ),
        communication=_talk(draw, size, ways, away),
        core_team=_core_team(ways, role, at_home, people * (1.0 - vacant)),
        workforce=_workforce(size, ways, role, people, vacant),
        concentration=Concentration(0.7, at_site, at_site + people[ways.package, None] * (1.0 - away)),
        precedence=_order(draw, size, ways),
    )


def _hiring(draw: np.random.Generator, size: Size, ways: _Ways, team: FloatArray, role: np.ndarray) -> Hiring:
    """Teams are hired over three quarters; turnover is replaced; the market is tight for large moves."""
    pools = size.sites * ROLES
    option = np.flatnonzero(ways.site >= 0)
    key = ways.site[option] * ROLES + role[ways.package[option]]
    rows, keys, periods, amounts = [], [], [], []
    for late, part in enumerate((0.5, 0.3, 0.2)):
        period = ways.start[option] + late
        fits = period < size.quarters
        rows.append(option[fits])
        keys.append(key[fits])
        periods.append(period[fits])
        amounts.append(part * team[option[fits]])
    for quarter in range(size.quarters):
        running = ways.start[option] + 3 <= quarter
        rows.append(option[running])
        keys.append(key[running])
        periods.append(np.full(int(running.sum()), quarter))
        amounts.append(0.03 * team[option[running]])
    hires = Entries(*(np.concatenate(part) for part in (rows, keys, periods, amounts)))
    limit = np.repeat(draw.uniform(2.0, 9.0, (pools, 1)), size.quarters, axis=1)
    names = tuple(f"s{pool // ROLES}/r{pool % ROLES}" for pool in range(pools))
    return Hiring(names, limit, hires, np.full(pools, -1))


def _talk(draw: np.random.Generator, size: Size, ways: _Ways, away: FloatArray) -> Communication:
    pairs = [(package, (package + step) % size.packages) for package in range(size.packages) for step in (1,)]
    price = np.full((size.sites + 1, size.sites + 1), 900.0)
    np.fill_diagonal(price, 0.0)
    return Communication(
        pairs=np.array(pairs),
        volume=np.repeat(draw.uniform(2, 12, (len(pairs), 1)), size.quarters, axis=1),
        locations=("home", *(f"s{site}" for site in range(size.sites))),
        location=np.where(away > 0, ways.site[:, None] + 1, 0).astype(np.int64),
        cost_eur_per_unit=np.repeat(price[:, :, None], size.quarters, axis=2),
    )


def _core_team(ways: _Ways, role: np.ndarray, at_home: FloatArray, own: FloatArray) -> CoreTeam:
    option, period = np.nonzero(at_home)
    entries = Entries(option, role[ways.package[option]], period, at_home[option, period])
    least = np.array([0.2 * own[role == one].sum() for one in range(ROLES)])
    return CoreTeam(tuple(f"r{one}" for one in range(ROLES)), least, entries)


def _workforce(
    size: Size, ways: _Ways, role: np.ndarray, people: FloatArray, vacant: FloatArray
) -> Workforce:
    """Moving frees own people two quarters after the start; those who stay and hire offer posts."""
    shape, none = (ROLES, size.quarters), np.zeros((ROLES, size.quarters))
    moves = np.flatnonzero((ways.site >= 0) & (ways.start + 2 < size.quarters))
    freed = Entries(
        moves,
        role[ways.package[moves]],
        ways.start[moves] + 2,
        0.7 * (people * (1.0 - vacant))[ways.package[moves]],
    )
    hires = np.flatnonzero(ways.stay == 0)
    option, period = np.repeat(hires, size.quarters), np.tile(np.arange(size.quarters), len(hires))
    package = ways.package[option]
    offers = Entries(
        option, role[package], period, 0.02 * people[package] + 0.3 * vacant[package] * people[package] / 4
    )
    names = [f"post of a plan: r{one}" for one in range(ROLES)] + [
        f"open post: r{one}" for one in range(ROLES)
    ]
    nobody, nothing = np.zeros(0, dtype=np.int64), np.zeros(0)
    return Workforce(
        skills=tuple(f"r{one}" for one in range(ROLES)),
        initial_people=np.zeros(ROLES),
        demand_people=none,
        inflow=freed,
        attrition_new=np.zeros(ROLES),
        attrition=np.full(ROLES, 0.02),
        recruit_limit=none,
        recruit_eur=none,
        redundancy_limit=none,
        redundancy_eur=none,
        surplus_limit=np.full(size.quarters, np.inf),
        surplus_eur=np.full(shape, 20_000.0),
        short_time_limit=none,
        short_time_share=0.0,
        short_time_eur=none,
        moves=Moves(
            (), nobody, nobody, np.zeros((0, size.quarters)), nothing, np.zeros((0, size.quarters)), nothing
        ),
        posts=Posts(
            names=tuple(names),
            skill=np.tile(np.arange(ROLES), 2),
            offered=np.array([True] * ROLES + [False] * ROLES),
            offers=offers,
            standing_people=np.array([0.0] * ROLES + [0.1 * people.sum() / ROLES] * ROLES),
            saving_eur=np.full((2 * ROLES, size.quarters), 15_000.0),
        ),
    )


def _order(draw: np.random.Generator, size: Size, ways: _Ways) -> Precedence:
    late = draw.choice(np.arange(1, size.packages), max(1, size.packages // 10), replace=False)
    moved = ways.site >= 0
    return Precedence(
        np.array([(int(package), int(package) - 1) for package in late]),
        np.where(moved, ways.start, NEVER),
        np.where(moved, ways.start + 2, NEVER),
    )


def _shortage(draw: np.random.Generator, size: Size, problem: Problem) -> Shortage:
    pools = size.sites * ROLES
    return Shortage(
        price_eur=np.repeat((25_000.0 * problem.discount)[None], pools, axis=0),
        market=draw.lognormal(-0.05, 0.35, (pools, size.scenarios)),
        need=draw.lognormal(-0.005, 0.1, (pools, size.scenarios)),
    )
