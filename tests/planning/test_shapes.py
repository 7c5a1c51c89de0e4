"""Arrays that do not fit their axes are refused when a problem is made, all at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
import pytest

from jiwar.planning import Problem
from jiwar.planning.entries import Entries

Tiny = Callable[[int], Problem]


def test_every_array_of_a_wrong_shape_is_named(tiny_problem: Tiny) -> None:
    problem = tiny_problem(0)
    assert problem.sites is not None
    assert problem.workforce is not None
    sites = dataclasses.replace(problem.sites, people=problem.sites.people[:, :2])
    force = dataclasses.replace(problem.workforce, attrition=np.zeros(3))
    with pytest.raises(ValueError, match="tiny 0") as raised:
        dataclasses.replace(problem, sites=sites, workforce=force, discount=np.ones(5))
    for name in ("problem.discount", "sites.people", "workforce.attrition"):
        assert name in str(raised.value)


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (Entries(np.zeros(2, int), np.zeros(2, int), np.zeros(2, int), np.ones(2)), "lists a place twice"),
        (Entries(np.array([99]), np.array([0]), np.array([0]), np.ones(1)), "points outside"),
        (Entries(np.array([0]), np.array([0]), np.array([-1]), np.ones(1)), "points outside"),
    ],
)
def test_entries_outside_or_twice_are_refused(tiny_problem: Tiny, entries: Entries, message: str) -> None:
    problem = tiny_problem(0)
    assert problem.hiring is not None
    with pytest.raises(ValueError, match=f"hiring.hires {message}"):
        dataclasses.replace(problem, hiring=dataclasses.replace(problem.hiring, hires=entries))


def test_options_of_unknown_packages_and_sites_are_refused(tiny_problem: Tiny) -> None:
    problem = tiny_problem(0)
    assert problem.sites is not None
    choices = dataclasses.replace(problem.choices, package=problem.choices.package + 1)
    with pytest.raises(ValueError, match="outside the packages"):
        dataclasses.replace(problem, choices=choices)
    sites = dataclasses.replace(problem.sites, site=problem.sites.site + 1)
    with pytest.raises(ValueError, match="outside the sites"):
        dataclasses.replace(problem, sites=sites)
    nowhere = dataclasses.replace(problem.sites, site=np.full(12, -1))
    with pytest.raises(ValueError, match="needs a unit but is at no site"):
        dataclasses.replace(problem, sites=nowhere)
