"""Public problems written as problems of ours: the same arrays, the same modelling path."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from jiwar.planning import Shortage, UncertainProblem, formulate, solve
from jiwar.planning.entries import Entries
from jiwar.planning.highs import minimise
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
    Sites,
    Workforce,
)

NOBODY = np.zeros(0, dtype=np.int64)


def choices(packages: int, ways: int, cost: np.ndarray) -> Choices:
    """Every package has the same number of ways; ``cost`` has the shape (packages, ways)."""
    names = tuple(f"p{package}@{way}" for package in range(packages) for way in range(ways))
    return Choices(
        packages=tuple(f"p{package}" for package in range(packages)),
        names=names,
        package=np.repeat(np.arange(packages), ways),
        allowed=np.ones(packages * ways, dtype=bool),
        cost_eur=cost.ravel().astype(float),
    )


def one_period_sites(
    packages: int, people: np.ndarray, capacity: np.ndarray, opening: np.ndarray | None
) -> Sites:
    """Sites of a problem with one period; ``people`` has the shape (packages, sites)."""
    places = len(capacity)
    return Sites(
        names=tuple(f"s{place}" for place in range(places)),
        site=np.tile(np.arange(places), packages),
        unit_from=np.full(packages * places, -1 if opening is None else 0),
        people=people.reshape(-1, 1).astype(float),
        opening_eur=np.zeros((places, 1)) if opening is None else opening.reshape(-1, 1).astype(float),
        running_eur=np.zeros((places, 1)),
        minimum_team_people=np.zeros(places),
        settling_periods=1,
        capacity_people=capacity.astype(float),
        max_sites=None,
    )


def decentralisation(data: dict[str, Any]) -> Problem:
    """Departments are packages, cities are sites, communication is talk."""
    departments, cities = data["departments"], data["cities"]
    pairs = [[departments.index(name) for name in talk["between"]] for talk in data["communication_volume"]]
    unit_cost = [[data["communication_unit_cost"][one][two] for two in cities] for one in cities]
    benefit = np.array([[data["benefit"][name][city] for city in cities] for name in departments])
    people = np.ones((len(departments), len(cities)))
    capacity = np.full(len(cities), float(data["max_departments_per_city"]))
    chosen = choices(len(departments), len(cities), -benefit)
    return Problem(
        name=data["name"],
        periods=("year",),
        discount=np.ones(1),
        choices=chosen,
        sites=one_period_sites(len(departments), people, capacity, None),
        communication=Communication(
            pairs=np.array(pairs),
            volume=np.array([[talk["volume"]] for talk in data["communication_volume"]]),
            locations=tuple(cities),
            location=np.tile(np.arange(len(cities)), len(departments))[:, None],
            cost_eur_per_unit=np.array(unit_cost, dtype=float)[:, :, None],
        ),
    )


def manpower(data: dict[str, Any], *, fewest_redundancies: bool) -> Problem:
    """No options at all: the workforce block alone, at least redundancies or at least cost."""
    skills, periods = data["skills"], [str(period) for period in data["periods"]]
    shape = (len(skills), len(periods))

    def table(by_skill: dict[str, float]) -> np.ndarray:
        return np.repeat(np.array([[float(by_skill[skill])] for skill in skills]), len(periods), axis=1)

    weight = 0.0 if fewest_redundancies else 1.0
    redundancy = np.ones(shape) if fewest_redundancies else table(data["redundancy_unit_cost"])
    short, over = data["short_time"], data["overmanning"]
    return Problem(
        name=data["name"],
        periods=tuple(periods),
        discount=np.ones(len(periods)),
        choices=Choices((), (), NOBODY, np.zeros(0, dtype=bool), np.zeros(0)),
        workforce=Workforce(
            skills=tuple(skills),
            initial_people=np.array([float(data["initial_workforce"][skill]) for skill in skills]),
            demand_people=np.array([[float(data["demand"][t][skill]) for t in periods] for skill in skills]),
            inflow=Entries.none(),
            attrition_new=np.array([data["attrition_first_year"][skill] for skill in skills]),
            attrition=np.array([data["attrition_later"][skill] for skill in skills]),
            recruit_limit=table(data["max_recruit_per_period"]),
            recruit_eur=np.zeros(shape),
            redundancy_limit=np.full(shape, math.inf),
            redundancy_eur=redundancy,
            surplus_limit=np.full(len(periods), float(over["max_total_per_period"])),
            surplus_eur=weight * table(over["unit_cost"]),
            short_time_limit=np.full(shape, float(short["max_per_skill_and_period"])),
            short_time_share=short["capacity_share"],
            short_time_eur=weight * table(short["unit_cost"]),
            moves=_moves(data, weight),
            posts=Posts((), NOBODY, np.zeros(0, dtype=bool), Entries.none(), np.zeros(0), np.zeros((0, 3))),
        ),
    )


def _moves(data: dict[str, Any], weight: float) -> Moves:
    skills, periods = data["skills"], len(data["periods"])
    rows: list[tuple[str, str, float, float, float, float]] = []
    for move in data["retraining"]:
        lost = data["attrition_later"][move["to"]]
        share = move.get("max_share_of_workforce", {}).get("share", math.inf)
        rows.append(
            (move["from"], move["to"], move["unit_cost"], lost, move.get("max_per_period", math.inf), share)
        )
    for source, target in data["downgrading"]["allowed_pairs"]:
        rows.append((source, target, 0.0, data["downgrading"]["leave_share"], math.inf, math.inf))
    return Moves(
        names=tuple(f"{row[0]} to {row[1]}" for row in rows),
        source=np.array([skills.index(row[0]) for row in rows]),
        target=np.array([skills.index(row[1]) for row in rows]),
        cost_eur=weight * np.array([[row[2]] * periods for row in rows]),
        lost_share=np.array([row[3] for row in rows]),
        limit_people=np.array([[row[4]] * periods for row in rows], dtype=float),
        limit_share=np.array([row[5] for row in rows]),
    )


def facility_location(text: str) -> Problem:
    """Customers are packages, each served from one site; facilities are own units with a capacity."""
    tokens = iter(text.split())
    sites, customers = int(next(tokens)), int(next(tokens))
    facility = np.array([[float(next(tokens)) for _ in range(2)] for _ in range(sites)])
    demand, cost = np.zeros(customers), np.zeros((customers, sites))
    for customer in range(customers):
        demand[customer] = float(next(tokens))
        cost[customer] = [float(next(tokens)) for _ in range(sites)]
    people = np.repeat(demand[:, None], sites, axis=1)
    placed = one_period_sites(customers, people, facility[:, 0], facility[:, 1])
    return Problem("facilities", ("once",), np.ones(1), choices(customers, sites, cost), sites=placed)


def generalised_assignment(text: str) -> Problem:
    """Jobs are packages, agents are sites that hold a limited amount of work."""
    tokens = [float(token) for token in text.split()]
    agents, jobs = int(tokens[0]), int(tokens[1])
    cost, weight, capacity = np.split(
        np.array(tokens[2 : 2 + 2 * agents * jobs + agents]), [agents * jobs, 2 * agents * jobs]
    )
    people = weight.reshape(agents, jobs).T
    placed = one_period_sites(jobs, people, capacity, None)
    return Problem(
        "jobs", ("once",), np.ones(1), choices(jobs, agents, cost.reshape(agents, jobs).T), sites=placed
    )


@pytest.fixture(scope="session")
def benchmark_problem(shared: Path) -> Callable[..., Problem]:
    """Read a public instance as a problem: its reader, its file, what else the reader wants."""

    def read(kind: str, file: str, **settings: bool) -> Problem:
        text = (shared / "benchmarks" / file).read_text(encoding="utf-8")
        readers: dict[str, Callable[[], Problem]] = {
            "decentralisation": lambda: decentralisation(json.loads(text)),
            "manpower": lambda: manpower(json.loads(text), **settings),
            "facility_location": lambda: facility_location(text),
            "generalised_assignment": lambda: generalised_assignment(text),
        }
        return readers[kind]()

    return read


@pytest.fixture(scope="session")
def tiny_problem() -> Callable[[int], Problem]:
    """Make a random problem of three packages with four ways each, every family of rules active."""
    return _tiny_problem


SITES, PERIODS, WAYS, PACKAGES = 2, 4, 4, 3
STAY, CAPTIVE_EARLY, CAPTIVE_LATE, PROVIDER = range(WAYS)


def _tiny_problem(seed: int) -> Problem:
    draw = np.random.default_rng(seed)
    options = PACKAGES * WAYS
    way = np.tile(np.arange(WAYS), PACKAGES)
    package = np.repeat(np.arange(PACKAGES), WAYS)
    size = draw.integers(3, 9, PACKAGES).astype(float)[package]
    start = np.select([way == CAPTIVE_EARLY, way == CAPTIVE_LATE, way == PROVIDER], [0, 2, 1], PERIODS)
    site = np.select([way == STAY, way == CAPTIVE_LATE], [-1, 1], 0)
    away = (np.arange(PERIODS) >= start[:, None]).astype(float)
    share = np.where(way == PROVIDER, 0.5, 1.0)[:, None]
    people = np.where(site[:, None] >= 0, size[:, None] * away * share, 0.0)
    at_home = size[:, None] - people
    table = choices(PACKAGES, WAYS, draw.uniform(50, 150, (PACKAGES, WAYS)) * size.reshape(PACKAGES, WAYS))
    return Problem(
        name=f"tiny {seed}",
        periods=tuple(f"t{period}" for period in range(PERIODS)),
        discount=np.power(0.98, np.arange(PERIODS, dtype=np.float64)),
        choices=dataclasses.replace(
            table, allowed=draw.uniform(size=options) < np.where(way == STAY, 1.1, 0.9)
        ),
        hiring=_tiny_hiring(draw, way, site, start, size),
        sites=Sites(
            names=("a", "b"),
            site=site,
            unit_from=np.select([way == CAPTIVE_EARLY, way == CAPTIVE_LATE], [0, 2], -1),
            people=people,
            opening_eur=np.repeat(draw.uniform(20, 100, (SITES, 1)), PERIODS, axis=1),
            running_eur=draw.uniform(1, 10, (SITES, PERIODS)),
            minimum_team_people=draw.integers(0, 8, SITES).astype(float),
            settling_periods=1,
            capacity_people=draw.integers(8, 30, SITES).astype(float),
            max_sites=int(draw.integers(1, 3)),
        ),
        communication=Communication(
            pairs=np.array([[0, 1], [1, 2]]),
            volume=draw.uniform(0, 3, (2, PERIODS)),
            locations=("home", "a", "b", "half a"),
            location=np.where(away > 0, np.select([way == PROVIDER], [3], site + 1)[:, None], 0).astype(int),
            cost_eur_per_unit=draw.uniform(0, 20, (4, 4, PERIODS)),
        ),
        core_team=CoreTeam(("engineer",), draw.uniform(0, 8, 1), Entries.of(at_home[:, None, :])),
        workforce=_tiny_workforce(draw, way, start, size),
        budget=Budget(
            float(draw.uniform(50, 900)), draw.uniform(-30, 60, (options, PERIODS)) * (way != STAY)[:, None]
        ),
        concentration=Concentration(float(draw.uniform(0.3, 1.0)), people, people + at_home),
        precedence=Precedence(
            np.array([[1, 0]]),
            np.where(way == STAY, NEVER, start),
            np.where(way == STAY, NEVER, start + 1),
        ),
    )


def _tiny_hiring(
    draw: np.random.Generator, way: np.ndarray, site: np.ndarray, start: np.ndarray, size: np.ndarray
) -> Hiring:
    """Staying hires two people at home in each period (half of a package: one), moving hires its team."""
    hires = np.zeros((len(way), 1 + SITES, PERIODS))
    for option in range(len(way)):
        if way[option] == STAY:
            hires[option, 0, :] = 2.0
        else:
            hires[option, 1 + site[option], start[option]] = size[option]
        if way[option] == PROVIDER:
            hires[option, 0, :] = 1.0
    limit = np.concatenate([draw.uniform(2, 9, (1, PERIODS)), draw.uniform(8, 20, (SITES, PERIODS))])
    return Hiring(("home", "a", "b"), limit, Entries.of(hires), np.array([0, -1, -1]))


def _tiny_workforce(
    draw: np.random.Generator, way: np.ndarray, start: np.ndarray, size: np.ndarray
) -> Workforce:
    """Moving frees people in the period after the start; those who stay hire and thus offer posts."""
    freed, offers = np.zeros((len(way), 1, PERIODS)), np.zeros((len(way), 2, PERIODS))
    for option in range(len(way)):
        if way[option] == STAY:
            offers[option, 0, :] = 2.0
        elif way[option] == PROVIDER:  # the half that stays hires as well
            offers[option, 0, :] = 1.0
        if way[option] != STAY and start[option] + 1 < PERIODS:
            freed[option, 0, start[option] + 1] = 0.6 * size[option]
    shape, none = (1, PERIODS), np.zeros((1, PERIODS))
    saving = draw.uniform(1, 10, (2, PERIODS))
    posts = Posts(
        ("plan", "open"),
        np.zeros(2, dtype=int),
        np.array([True, False]),
        Entries.of(offers),
        np.array([0.0, 2.0]),
        saving,
    )
    return Workforce(
        skills=("engineer",),
        initial_people=np.zeros(1),
        demand_people=none,
        inflow=Entries.of(freed),
        attrition_new=np.zeros(1),
        attrition=np.array([0.05]),
        recruit_limit=none,
        recruit_eur=none,
        redundancy_limit=np.full(shape, float(draw.choice([0.0, 1.0, np.inf]))),
        redundancy_eur=draw.uniform(8, 25, shape),
        surplus_limit=np.full(PERIODS, np.inf),
        surplus_eur=draw.uniform(5, 15, shape),
        short_time_limit=none,
        short_time_share=0.0,
        short_time_eur=none,
        moves=Moves(
            (), NOBODY, NOBODY, np.zeros((0, PERIODS)), np.zeros(0), np.zeros((0, PERIODS)), np.zeros(0)
        ),
        posts=posts,
    )


@pytest.fixture(scope="session")
def tiny_uncertain() -> Callable[[int, float], UncertainProblem]:
    """Make a random tiny problem of six scenarios, given a seed and the weight of the worst of them."""
    return _tiny_uncertain


def _tiny_uncertain(seed: int, risk_weight: float) -> UncertainProblem:
    """Give a tiny problem six scenarios in which costs, labour markets and shared prices move."""
    problem, draw = _tiny_problem(seed), np.random.default_rng(1000 + seed)
    assert problem.hiring is not None
    places, scenarios = problem.hiring.limit_people.shape, 6
    probability = draw.dirichlet(np.full(scenarios, 5.0))
    return UncertainProblem(
        problem,
        probability,
        problem.choices.cost_eur[:, None] * draw.lognormal(0.0, 0.3, (len(problem.choices.names), scenarios)),
        Shortage(
            draw.uniform(5, 60, places),
            draw.lognormal(-0.2, 0.4, (places[0], scenarios)),
            draw.lognormal(0.0, 0.2, (places[0], scenarios)),
        ),
        {
            "coordination": draw.uniform(0.5, 2.0, scenarios),
            "site_opening": draw.uniform(0.5, 1.5, scenarios),
            "site_running/b": draw.uniform(0.5, 1.5, scenarios),
            "surplus_people": draw.uniform(0.8, 1.2, scenarios),
        },
        risk_weight,
        0.3,
    )


@pytest.fixture(scope="session")
def medium_problem() -> Callable[[int], Problem]:
    """Make twelve packages at six sites with capacities and openings: more than one guess away from proof."""

    def make(seed: int) -> Problem:
        draw = np.random.default_rng(seed)
        size = draw.integers(2, 9, 12).astype(float)
        cost = draw.uniform(20, 60, (12, 6)) * size[:, None] / 5
        people = np.repeat(size[:, None], 6, axis=1)
        placed = one_period_sites(12, people, draw.uniform(15, 30, 6), draw.uniform(30, 90, 6))
        return Problem("medium", ("once",), np.ones(1), choices(12, 6, cost), sites=placed)

    return make


@pytest.fixture(scope="session")
def possible_problem() -> Problem:
    """The first of the tiny problems that has a plan, with a unit and people without work in its optimum."""
    for seed in range(60):
        problem = _tiny_problem(seed)
        outcome = minimise(formulate(problem), gap=0.0, seconds=10.0)
        if outcome.values is not None:
            plan = solve(problem, gap=0.0)
            if plan.openings and plan.workforce is not None and plan.workforce.stock.any():
                return problem
    pytest.fail("no seed gives a plan with a unit and people without work")


@pytest.fixture(scope="session")
def hard_problem() -> Callable[[], Problem]:
    """Make an assignment problem on which cheap agents are slow: minutes to prove, an instant to find a plan."""

    def make() -> Problem:
        draw = np.random.default_rng(5)
        jobs, agents = 80, 8
        weight = draw.integers(1, 101, (jobs, agents)).astype(float)
        cost = 111.0 - weight + draw.integers(-10, 11, (jobs, agents))
        capacity = 0.8 * weight.sum(axis=0) / agents
        placed = one_period_sites(jobs, weight, capacity, None)
        return Problem("hard", ("once",), np.ones(1), choices(jobs, agents, cost), sites=placed)

    return make
