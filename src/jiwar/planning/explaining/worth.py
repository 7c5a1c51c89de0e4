"""What sites, limits, fields of law and people in a labour market are worth: the best plan in another world.

Each world differs from the case in one thing: a site may not be used, a family of limits does not hold, a field of
law (or languages, or hours) blocks nothing, a labour market gives one person more in each quarter. The best plan of
each is searched for on mid values; its cost less that of the case's best plan is what the thing is worth, or costs.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jiwar.options import Options
from jiwar.planning.conflict import PlanError
from jiwar.planning.explaining.explanation import LIMIT_FAMILIES, leave_out, without_site
from jiwar.planning.of_case.from_options import problem_of
from jiwar.planning.plan import Plan
from jiwar.planning.problem import Problem
from jiwar.planning.solving import solve

MOST_POOLS = 5
"""Labour markets that are tried with one person more: those that keep most options out."""


class World(StrEnum):
    """In what a world differs from the case."""

    WITHOUT_SITE = "without_site"
    WITHOUT_LIMIT = "without_limit"
    WITHOUT_FIELD = "without_field"  # of law, or languages, or shared hours
    MORE_PEOPLE = "more_people"


@dataclass(frozen=True, slots=True)
class Worth:
    """What one thing is worth: the cost of the best plan in a world less that of the case's best plan, in EUR.

    Above zero, the thing is worth so much to the plan; below zero, it costs so much. ``least_eur`` and ``most_eur``
    are what both gaps leave possible. All are None when there is no plan, or none was found in time.
    """

    world: World
    about: str  # site, family of limits, field, or pool
    change_eur: float | None
    least_eur: float | None
    most_eur: float | None
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worths:
    """The best plan on mid values, and what each thing is worth to it."""

    best: Plan
    found: tuple[Worth, ...]


def worth_of_everything(
    options: Options,
    *,
    gap: float = 0.005,
    seconds: float = 20.0,
    told: Callable[[str, int, int], None] | None = None,
) -> Worths:
    """Search for the best plan, then for the best one in each other world.

    Parameters
    ----------
    options
        All options of the case, assessed and priced.
    gap, seconds
        For each search, as in `choose`.
    told
        Called with what is tried, the number of searches done and of all.

    Raises
    ------
    PlanError
        When the case itself has no plan.
    """
    problem = problem_of(options)
    best = solve(problem, gap=gap, seconds=seconds)
    worlds = tuple(_worlds(options, problem, best))
    found = []
    for number, (world, about, changed) in enumerate(worlds, start=1):
        if told is not None:
            told(about, number, len(worlds) + 1)
        found.append(_compared(best, world, about, changed, gap, seconds))
    return Worths(best, tuple(found))


def worths_to_json(found: tuple[Worth, ...]) -> str:
    """Return what things are worth as JSON text."""
    return json.dumps([dataclasses.asdict(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def worths_from_json(text: str) -> tuple[Worth, ...]:
    """Return what was written as JSON; raises KeyError, TypeError or ValueError when it is no such text."""
    return tuple(
        Worth(**{**one, "world": World(one["world"]), "chosen": tuple(one["chosen"])})
        for one in json.loads(text)
    )


def _worlds(options: Options, problem: Problem, best: Plan) -> Iterator[tuple[World, str, Problem]]:
    """Give the worlds that can differ from the case's best plan."""
    home = options.case.company.home
    used = dict.fromkeys(options.items[index].site for index in best.chosen)
    for site in used:
        if site != home:
            yield World.WITHOUT_SITE, site, without_site(problem, site)
    tight = dict.fromkeys(one.family for one in best.limits if one.binding or one.holds_back)
    for family in tight:
        if family in LIMIT_FAMILIES:
            yield World.WITHOUT_LIMIT, family, leave_out(problem, family)
    for field in _blocking_alone(options):
        yield World.WITHOUT_FIELD, field, _without_field(options, problem, field)
    hiring = [one for one in best.limits if one.family == "hiring" and (one.binding or one.holds_back)]
    for one in sorted(hiring, key=lambda one: (-len(one.holds_back), one.scope))[:MOST_POOLS]:
        yield World.MORE_PEOPLE, one.scope, _with_one_more(problem, one.scope)


def _blocking_alone(options: Options) -> tuple[str, ...]:
    """Return the fields that by themselves block some option, in the order in which options name them."""
    alone = ({reason.field for reason in option.blocked} for option in options.blocked)
    return tuple(dict.fromkeys(next(iter(fields)) for fields in alone if len(fields) == 1))


def _without_field(options: Options, problem: Problem, field: str) -> Problem:
    freed = [
        option.index
        for option in options.blocked
        if {reason.field for reason in option.blocked} == {field}
        and option.index < len(problem.choices.allowed)
    ]
    allowed = problem.choices.allowed.copy()
    allowed[freed] = True
    return dataclasses.replace(problem, choices=dataclasses.replace(problem.choices, allowed=allowed))


def _with_one_more(problem: Problem, pool: str) -> Problem:
    hiring = problem.hiring
    if hiring is None:
        return problem
    limit = hiring.limit_people.copy()
    limit[hiring.pools.index(pool)] += 1.0
    return dataclasses.replace(problem, hiring=dataclasses.replace(hiring, limit_people=limit))


def _compared(best: Plan, world: World, about: str, changed: Problem, gap: float, seconds: float) -> Worth:
    try:
        found = solve(changed, gap=gap, seconds=seconds)
    except PlanError:
        return Worth(world, about, None, None, None)
    change = found.objective_eur - best.objective_eur
    least, most = found.bound_eur - best.objective_eur, found.objective_eur - best.bound_eur
    if world is World.WITHOUT_SITE:  # a world with less in it cannot be cheaper, one with more not dearer
        change, least = max(change, 0.0), max(least, 0.0)
    else:
        change, most = min(change, 0.0), min(most, 0.0)
    return Worth(world, about, change, least, most, found.names)
