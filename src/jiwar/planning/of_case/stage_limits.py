"""What staged options ask of what plans share: limits hold whatever comes, people at home are counted in the mean.

A plan is made before anybody knows whether a pilot grows, so its limits must hold in every course: each staged
option asks, quarter by quarter, for the worst of its pilot and of growing at any gate (people hired away from home,
people abroad, core team, cumulated cash). That is more than any single course asks for. People whom growing sets
free at home are no limit but a cost, and count with the share of scenarios that grow. Minimum teams and grants count
the pilot alone, talk the course that most scenarios take.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from jiwar.money import FloatArray
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.entries import IntArray

if TYPE_CHECKING:
    from jiwar.options import Growth, Options
    from jiwar.planning.uncertain import PricedScenarios


@dataclasses.dataclass(frozen=True, slots=True)
class Course:
    """One way on of a staged option: it grows at a gate."""

    growth: Growth
    full: int  # the bigger move
    quarter: int  # in which the gate lies
    chance: float  # share of scenarios that take it


def courses(options: Options, scenarios: PricedScenarios | None) -> Iterator[Course]:
    """Give every way on of every staged option."""
    for growth in options.growths:
        for place, (gate, full) in enumerate(zip(options.growth_gates, growth.full, strict=True)):
            if full >= 0:
                chance = 0.0
                if scenarios is not None and scenarios.grows_at is not None:
                    chance = float(scenarios.probability @ (scenarios.grows_at[growth.option] == place))
                yield Course(growth, full, gate // MONTHS_PER_QUARTER, chance)


def worth_having(options: Options, scenarios: PricedScenarios | None) -> np.ndarray:
    """Mark options that are no staged ones, and staged ones that grow in some scenario."""
    worth = np.array([not option.grows_to for option in options.items])
    for course in courses(options, scenarios):
        worth[course.growth.option] |= course.chance > 0.0
    return worth


def at_worst(options: Options) -> Options:
    """Return the options with what limits look at as it is on the worst course of each staged option."""
    if not options.growths:
        return options
    hires, posts = options.hires.copy(), options.home_posts.copy()
    held, people, home_people = options.home_held.copy(), options.people.copy(), options.home_people.copy()
    away = np.array([pool.site != options.case.company.home for pool in options.pools], dtype=bool)
    for course in courses(options, None):
        growth, now, part = course.growth, course.growth.option, course.growth.part
        on = slice(course.quarter, None)
        pilot, full, home = growth.pilot, course.full, growth.home
        more = options.hires[pilot] + part * options.hires[full]
        hires[now, away, on] = np.maximum(hires[now, away, on], more[away, on])
        held_then = options.home_held[pilot] + part * (options.home_held[full] - options.home_held[home])
        held[now, :, on] = np.minimum(held[now, :, on], np.maximum(held_then, 0.0)[:, on])
        posts[now, :, on] = np.minimum(posts[now, :, on], options.home_posts[full][:, on])
        there = options.people[pilot] + part * options.people[full]
        people[now, on] = np.maximum(people[now, on], there[on])
        left = options.home_people[pilot] + part * (options.home_people[full] - options.home_people[home])
        home_people[now, on] = np.minimum(home_people[now, on], np.maximum(left, 0.0)[on])
    return dataclasses.replace(
        options,
        hires=hires,
        home_posts=posts,
        home_held=held,
        people=people,
        home_people=home_people,
    )


def freed_in_the_mean(options: Options, scenarios: PricedScenarios | None) -> FloatArray:
    """Return people freed at home, (O, R, Q): for staged options the mean over the courses that scenarios take."""
    released = options.released.copy()
    for course in courses(options, scenarios):
        more = course.growth.part * course.chance * options.released[course.full]
        released[course.growth.option, :, course.quarter :] += more[:, course.quarter :]
    return released


def dearest_cash(options: Options, extra_eur: FloatArray) -> FloatArray:
    """Return extra cash by quarter whose sum up to each quarter is the highest of all courses, (O, Q)."""
    found = extra_eur.copy()
    highest = np.cumsum(extra_eur, axis=1)
    for growth in options.growths:
        highest[growth.option] = highest[growth.pilot]
    for course in courses(options, None):
        growth = course.growth
        more = growth.part * (extra_eur[course.full] - extra_eur[growth.home])
        more[: course.quarter] = 0.0
        sums = np.cumsum(extra_eur[growth.pilot] + more)
        highest[growth.option] = np.maximum(highest[growth.option], sums)
    for growth in options.growths:
        found[growth.option] = np.diff(highest[growth.option], prepend=0.0)
    return found


def dearest_quarters(options: Options, extra_eur: FloatArray) -> FloatArray:
    """Return extra cash by quarter, of staged options that of the course which is dearest in it, (O, Q)."""
    found = extra_eur.copy()
    for course in courses(options, None):
        growth, on = course.growth, slice(course.quarter, None)
        grown = extra_eur[growth.pilot] + growth.part * (extra_eur[course.full] - extra_eur[growth.home])
        found[growth.option, on] = np.maximum(found[growth.option], grown)[on]
    return found


def likely_location(options: Options, location: IntArray, scenarios: PricedScenarios | None) -> IntArray:
    """Return where people are by quarter: for staged options on the course that most scenarios take."""
    found = location.copy()
    ways: dict[int, list[Course]] = {}
    for course in courses(options, scenarios):
        ways.setdefault(course.growth.option, []).append(course)
    for now, ways_on in ways.items():
        likely = max(ways_on, key=lambda course: course.chance)
        if likely.chance > 1.0 - sum(course.chance for course in ways_on):
            begin = options.items[likely.full].start
            assert begin is not None  # noqa: S101 - moves have a start
            first = options.horizon.index(begin) // MONTHS_PER_QUARTER
            found[now, first:] = location[likely.full, first:]
    return found
