"""All answers of one outlook, computed together on the same draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jiwar.facts import Facts
from jiwar.outlook import BINDS, BRANCHES, Outlook, Paths, simulate, targets
from jiwar.outlook.answers.binding import binding
from jiwar.outlook.answers.chances import Chance, both, chances
from jiwar.outlook.answers.cost import JobCost, job_cost
from jiwar.outlook.answers.effects import Effect, effects
from jiwar.outlook.answers.fans import Fan, Mix, fans, mixes
from jiwar.outlook.answers.peers import Peer, peers
from jiwar.outlook.answers.people import cities, clients, hiring, pipeline
from jiwar.outlook.answers.sobol import SobolIndex, sobol
from jiwar.outlook.answers.take import Runs, Taken, Wish, what_would_it_take
from jiwar.outlook.answers.trade import Trade, trade
from jiwar.outlook.claims import Audit, audit_claims
from jiwar.outlook.labour import labour_market
from jiwar.outlook.labour.market import BASE_YEAR

AIMED = 2030
"""The year of the strategy's targets."""

SMALL_RUN = 200
"""Paths on which levers are compared; the same ones for all, so that differences are far less noisy than levels."""

SOBOL_POINTS, SOBOL_PATHS = 128, 64
"""Points of each Sobol' sample and paths at each point."""

Progress = Callable[[str, int, int], None]
"""Called with the step, how much of it is done, and how much there is to do."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the outlook says to a strategist."""

    year: int
    fans: Mapping[str, Fan]
    mixes: Mapping[str, Mix]
    chances: tuple[Chance, ...]
    both: float | None
    binds: Mix
    effects: tuple[Effect, ...]
    sobol: tuple[SobolIndex, ...]
    taken: tuple[Taken, ...]
    cost: JobCost
    trade: Trade
    pipeline: Mapping[str, Fan]
    cities: Mapping[str, Fan]
    clients: Mapping[str, Fan]
    hiring: Mapping[str, Fan]
    peers: tuple[Peer, ...]
    audits: tuple[Audit, ...]


def answer(
    outlook: Outlook,
    facts: Facts,
    *,
    wishes: tuple[Wish, ...] | None = None,
    progress: Progress | None = None,
) -> Answers:
    """Compute every answer; ``wishes`` are what to ask what it would take, by default jobs and exports of 2030."""
    tell = progress or _silent
    paths, scenario, seed = outlook.paths, outlook.scenario, outlook.seed
    year = min(AIMED, outlook.until)
    asked = usual_wishes(facts) if wishes is None else wishes
    tell("levers", 0, 1)
    moved = effects(outlook.posterior, scenario, ("jobs", "exports_new"), year, paths=SMALL_RUN, seed=seed)
    shares = sobol(
        outlook.posterior,
        scenario,
        ("jobs", "exports_new"),
        year,
        points=SOBOL_POINTS,
        paths=SOBOL_PATHS,
        seed=seed,
        progress=lambda done, all_of_it: tell("levers", done, all_of_it),
    )
    runs: Runs = {}
    taken = tuple(
        what_would_it_take(
            outlook.posterior,
            scenario,
            wish,
            paths=len(paths.jobs),
            seed=seed,
            runs=runs,
            progress=lambda done: tell("what it would take", done, 0),
        )
        for wish in asked
    )
    without = simulate(
        outlook.posterior, scenario.with_(premium=0.0), until=outlook.until, paths=len(paths.jobs), seed=seed
    )
    return Answers(
        year=year,
        fans=fans(paths),
        mixes=mixes(paths, BRANCHES),
        chances=chances(paths, targets(facts)),
        both=_both(paths, facts, year),
        binds=binding(paths, BINDS),
        effects=moved,
        sobol=shares,
        taken=taken,
        cost=job_cost(paths, without, 2026, year),
        trade=trade(paths, facts, year),
        pipeline=pipeline(paths),
        cities=cities(paths),
        clients=clients(paths),
        hiring=hiring(labour_market(outlook, facts, base_year=min(BASE_YEAR, outlook.until - 1))),
        peers=peers(facts),
        audits=audit_claims(facts),
    )


def _both(paths: Paths, facts: Facts, year: int) -> float | None:
    """Return the chance of meeting the targets of a year together; None for a year that has none."""
    values = {target.key: value for target, value in targets(facts)}
    if f"jobs_{year}" not in values:
        return None
    return both(paths, values[f"jobs_{year}"], values[f"exports_{year}"], year)


def aims(facts: Facts) -> tuple[float, float]:
    """Return the jobs and the billion MAD of exports that the strategy aims at in 2030."""
    values = {target.key: value for target, value in targets(facts)}
    return values[f"jobs_{AIMED}"], values[f"exports_{AIMED}"]


def usual_wishes(facts: Facts) -> tuple[Wish, ...]:
    """Return the targets of 2030 (exports as they are published today), even and with four chances in five."""
    jobs, exports = aims(facts)
    return tuple(
        Wish(name, value, AIMED, chance)
        for name, value in (("jobs", jobs), ("exports_new", exports))
        for chance in (0.5, 0.8)
    )


def _silent(step: str, done: int, all_of_it: int) -> None:
    del step, done, all_of_it
