"""A plan of the demo case that moves work, found in seconds among few options."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

import jiwar
from jiwar.options import Engagement, Options
from jiwar.planning import Plan, forbid, problem_of, solve
from jiwar.risk.ranges import Ranges, ranges_of
from jiwar.risk.repricing import Repricer, keys_of

WAYS_PER_PACKAGE = 6


@pytest.fixture(scope="session")
def options() -> Options:
    """All options of the demo case."""
    return jiwar.enumerate_options(jiwar.read_case(jiwar.example("brake-validation")))


@pytest.fixture(scope="session")
def plan(options: Options) -> Plan:
    """The best plan among the ways to stay and the few cheapest moves of each package to a unit of its own."""
    few: set[int] = set()
    for package in options.case.work_packages:
        of_package = [option for option in options.of(package.id) if option.feasible]
        moves = [option.index for option in of_package if option.engagement is Engagement.CAPTIVE]
        few.update(sorted(moves, key=lambda index: options.npv_eur[index])[:WAYS_PER_PACKAGE])
        few.update(option.index for option in of_package if option.engagement.stays)
    others = np.array([option.index not in few for option in options.items])
    found = solve(forbid(problem_of(options), others), gap=0.01, seconds=30.0)
    assert any(not options.items[index].engagement.stays for index in found.chosen)
    return dataclasses.replace(found, options=options)


@pytest.fixture(scope="session")
def ranges(options: Options, plan: Plan) -> Ranges:
    """The ranges of everything that the plan and staying rest on."""
    return ranges_of(options.case, options.facts, keys_of(options, (plan, None)))


@pytest.fixture(scope="session")
def repricer(options: Options, plan: Plan) -> Repricer:
    """Prices the plan and staying."""
    return Repricer(options, (plan, None))
