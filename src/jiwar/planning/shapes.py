"""Every array of a problem has the shape that its axes demand; nothing is aligned in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from jiwar.planning.entries import Entries

if TYPE_CHECKING:
    from jiwar.planning.problem import Problem


def check_shapes(problem: Problem) -> None:
    """Compare every array with its axes and raise one ValueError that lists all differences."""
    wrong = [*_shape_problems(problem), *_entry_problems(problem), *_order_problems(problem)]
    if wrong:
        message = f"problem {problem.name}: " + "; ".join(wrong)
        raise ValueError(message)


def _expected(problem: Problem) -> list[tuple[str, Any, dict[str, tuple[int, ...]]]]:
    """List every block with the shape of each of its arrays."""
    options, periods = len(problem.choices.names), len(problem.periods)
    each, over = (options,), (options, periods)
    found: list[tuple[str, Any, dict[str, tuple[int, ...]]]] = [
        ("problem", problem, {"discount": (periods,)}),
        ("choices", problem.choices, {"package": each, "allowed": each, "cost_eur": each}),
    ]
    if (hiring := problem.hiring) is not None:
        pools = len(hiring.pools)
        found.append(("hiring", hiring, {"limit_people": (pools, periods), "skill": (pools,)}))
    if (sites := problem.sites) is not None:
        one, table = (len(sites.names),), (len(sites.names), periods)
        shapes = {"site": each, "unit_from": each, "people": over, "opening_eur": table, "running_eur": table}
        found.append(("sites", sites, shapes | {"minimum_team_people": one, "capacity_people": one}))
    if (talk := problem.communication) is not None:
        pairs, places = len(talk.pairs), len(talk.locations)
        shapes = {"pairs": (pairs, 2), "volume": (pairs, periods), "location": over}
        found.append(("communication", talk, shapes | {"cost_eur_per_unit": (places, places, periods)}))
    if (core := problem.core_team) is not None:
        found.append(("core_team", core, {"least_people": (len(core.roles),)}))
    if (order := problem.precedence) is not None:
        found.append(("precedence", order, {"pairs": (len(order.pairs), 2), "start": each, "moved": each}))
    if (steps := problem.steps) is not None:
        names = ("project", "site", "least_people", "counted", "paid", "amount_eur")
        found.append(("steps", steps, dict.fromkeys(names, (len(steps.names),))))
    if (duties := problem.duties) is not None:
        each_duty: tuple[int, ...] = (len(duties.names),)
        found.append(("duties", duties, {"once_eur": each_duty, "per_period_eur": each_duty}))
    return found + _expected_of_limits(problem) + _expected_of_workforce(problem)


def _expected_of_limits(problem: Problem) -> list[tuple[str, Any, dict[str, tuple[int, ...]]]]:
    over = (len(problem.choices.names), len(problem.periods))
    found: list[tuple[str, Any, dict[str, tuple[int, ...]]]] = [
        (f"ratio {ratio.family}", ratio, {"part": over, "whole": over}) for ratio in problem.ratios
    ]
    if (budget := problem.budget) is not None:
        found.append(("budget", budget, {"extra_cash_eur": over}))
    if (cash := problem.quarter_cash) is not None:
        found.append(("quarter_cash", cash, {"extra_cash_eur": over}))
    if (share := problem.concentration) is not None:
        found.append(("concentration", share, {"abroad_people": over, "all_people": over}))
    return found


def _expected_of_workforce(problem: Problem) -> list[tuple[str, Any, dict[str, tuple[int, ...]]]]:
    force, periods = problem.workforce, len(problem.periods)
    if force is None:
        return []
    one: tuple[int, ...] = (len(force.skills),)
    table: tuple[int, ...] = (len(force.skills), periods)
    tables = ("demand_people", "recruit_limit", "recruit_eur", "redundancy_limit", "redundancy_eur")
    shapes = dict.fromkeys((*tables, "surplus_eur", "short_time_limit", "short_time_eur"), table)
    shapes |= {"initial_people": one, "attrition": one, "attrition_new": one, "surplus_limit": (periods,)}
    move: tuple[int, ...] = (len(force.moves.names),)
    post: tuple[int, ...] = (len(force.posts.names),)
    of_moves = dict.fromkeys(("source", "target", "lost_share", "limit_share"), move)
    of_posts = dict.fromkeys(("skill", "offered", "standing_people"), post) | {"saving_eur": (*post, periods)}
    return [
        ("workforce", force, shapes),
        ("moves", force.moves, of_moves | {"cost_eur": (*move, periods), "limit_people": (*move, periods)}),
        ("posts", force.posts, of_posts),
    ]


def _shape_problems(problem: Problem) -> list[str]:
    wrong = []
    for name, block, shapes in _expected(problem):
        for field, shape in shapes.items():
            found = np.shape(getattr(block, field))
            if found != shape:
                wrong.append(f"{name}.{field} has shape {found}, not {shape}")
    return wrong


def _entry_problems(problem: Problem) -> list[str]:
    """Find entries that point outside, or twice at the same place."""
    listed: list[tuple[str, Entries, int]] = []
    if problem.hiring is not None:
        listed.append(("hiring.hires", problem.hiring.hires, len(problem.hiring.pools)))
    if problem.core_team is not None:
        listed.append(("core_team.at_home", problem.core_team.at_home, len(problem.core_team.roles)))
    if (force := problem.workforce) is not None:
        listed.append(("workforce.inflow", force.inflow, len(force.skills)))
        listed.append(("posts.offers", force.posts.offers, len(force.posts.names)))
    if problem.duties is not None:
        listed.append(("duties.needs", problem.duties.needs, len(problem.duties.names)))
    wrong = []
    for name, entries, keys in listed:
        sizes = (len(problem.choices.names), keys, len(problem.periods))
        places = (entries.option, entries.key, entries.period)
        if any(np.any((at < 0) | (at >= size)) for at, size in zip(places, sizes, strict=True)):
            wrong.append(f"{name} points outside its axes")
        elif not np.diff(np.sort(np.ravel_multi_index(places, sizes))).all():
            wrong.append(f"{name} lists a place twice")
    return wrong


def _order_problems(problem: Problem) -> list[str]:
    """Find options of packages that do not exist, and sites of options that do not exist."""
    wrong = []
    package = problem.choices.package
    if np.any((package < 0) | (package >= len(problem.choices.packages))):
        wrong.append("choices.package points outside the packages")
    if (sites := problem.sites) is not None:
        if np.any((sites.site < -1) | (sites.site >= len(sites.names))):
            wrong.append("sites.site points outside the sites")
        if np.any((sites.unit_from >= 0) & (sites.site < 0)):
            wrong.append("an option needs a unit but is at no site")
    if (steps := problem.steps) is not None:
        places = 0 if sites is None else len(sites.names)
        ends = (places, len(problem.periods), len(problem.periods))
        for name, end in zip(("site", "counted", "paid"), ends, strict=True):
            if np.any((getattr(steps, name) < 0) | (getattr(steps, name) >= end)):
                wrong.append(f"steps.{name} points outside its axis")
    return wrong
