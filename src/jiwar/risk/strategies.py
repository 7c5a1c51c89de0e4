"""Named strategies compared on the same draws: stay, the plan, all in, the near country, providers only."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jiwar.diagnostics import Diagnostic
from jiwar.options import Engagement, Option, Options
from jiwar.planning import Plan, PlanError, forbid, problem_of, solve
from jiwar.risk.codes import RiskError, check_sizes
from jiwar.risk.draws import scenarios_of
from jiwar.risk.evaluation import WORST_SHARE, cost_per_productive_year
from jiwar.risk.quantiles import Spread, spread_of, worst_mean
from jiwar.risk.ranges import ranges_of
from jiwar.risk.repricing import Repricer, keys_of
from jiwar.risk.saved import savings

Allows = Callable[[Option], bool]

NEAREST_COUNTRY = "PL"
"""The near country that German companies compare with first."""


@dataclass(frozen=True)
class StrategyScore:
    """What draws say of a strategy; ``hindered_by`` says why limits or options rule it out, then no numbers.

    ``chosen`` are the ids of its options.
    """

    id: str
    name: str
    chosen: tuple[str, ...] = ()
    hindered_by: str = ""
    saving: Spread | None = None
    chance_of_loss: float | None = None
    worst_tenth_saving_eur: float | None = None
    cost_per_productive_year: Spread | None = None
    chance_to_be_best: float | None = None


def compare_strategies(
    options: Options,
    plan: Plan,
    draws: int = 1000,
    seed: int = 7,
    *,
    gap: float = 0.01,
    seconds: float = 20.0,
) -> tuple[StrategyScore, ...]:
    """Compare named strategies on the same draws.

    Every strategy but staying and the plan is the best plan that it allows, within all limits of the case: so
    it bears what its options share. All in moves every package that can move; near country, providers and pilots
    may stay where moving costs more.
    """
    country = options.facts.sites
    pilots = _pilots(options)
    strategies: tuple[tuple[str, str, Allows, bool], ...] = (
        ("all_in", "Move all that can move", lambda _: True, True),
        (
            "near_country",
            "Nearest neighbour country only",
            lambda option: country[option.site].country == NEAREST_COUNTRY,
            False,
        ),
        (
            "providers",
            "Providers only",
            lambda option: option.engagement is Engagement.PROVIDER,
            False,
        ),
        (
            "pilots",
            "Pilots only: no package moves more than its smallest share",
            lambda option: option.index in pilots,
            False,
        ),
    )
    check_sizes(draws)
    plans: dict[str, Plan | None] = {"stay": None, "plan": plan}
    names = {"stay": "Stay", "plan": "The plan"}
    hindered = {}
    for key, name, allows, insist in strategies:
        names[key] = name
        try:
            plans[key] = _best(options, allows, insist=insist, gap=gap, seconds=seconds)
        except (PlanError, RiskError) as error:
            hindered[key] = "; ".join(found.message for found in error.diagnostics)
    return (
        *_scores(options, plans, names, draws, seed),
        *(StrategyScore(key, names[key], hindered_by=why) for key, why in hindered.items()),
    )


def _best(options: Options, allows: Allows, *, insist: bool, gap: float, seconds: float) -> Plan:
    """Return the best plan whose moves the strategy allows; insisting, no package stays that can move."""
    movable = {
        option.work_package
        for option in options.items
        if _moves(option) and option.feasible and allows(option)
    }
    if not movable:
        message = "no option of this kind is open to any work package"
        raise RiskError(
            [Diagnostic("K003", message, "add sites or engagements to the case, or read what blocks them")]
        )
    out = [
        not allows(option) if _moves(option) else insist and option.work_package in movable
        for option in options.items
    ]
    found = solve(forbid(problem_of(options), np.array(out)), gap=gap, seconds=seconds)
    return dataclasses.replace(found, options=options)


def _pilots(options: Options) -> frozenset[int]:
    """Return the options that move the smallest share of a package, less than the whole."""
    least = {package.id: min(package.shares) for package in options.case.work_packages}
    return frozenset(one.index for one in options.items if one.share == least[one.work_package] < 1.0)


def _moves(option: Option) -> bool:
    return not option.engagement.stays


def _scores(
    options: Options, plans: dict[str, Plan | None], names: dict[str, str], draws: int, seed: int
) -> list[StrategyScore]:
    judged = tuple(plans.values())
    ranges = ranges_of(options.case, options.facts, keys_of(options, judged))
    flows = Repricer(options, judged).flows(scenarios_of(ranges, draws, seed).values)
    staying = flows[0]
    saved = np.stack([savings(options, one, staying) for one in flows])
    best = np.argmax(saved, axis=0)
    scores = []
    for row, (key, plan) in enumerate(plans.items()):
        indices = options.staying() if plan is None else plan.chosen
        scores.append(
            StrategyScore(
                key,
                names[key],
                tuple(options.items[index].id for index in indices),
                "",
                spread_of(saved[row]),
                float(np.mean(saved[row] < 0.0)),
                worst_mean(saved[row], WORST_SHARE),
                spread_of(cost_per_productive_year(options, flows[row])),
                float(np.mean(best == row)),
            )
        )
    return scores
