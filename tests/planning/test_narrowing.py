"""Leaving options out of the search loses neither the best plan nor the truth of the bound."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jiwar.planning import Problem, Progress, formulate
from jiwar.planning.highs import Ending, Outcome, minimise
from jiwar.planning.searching.narrowing import search

Tiny = Callable[[int], Problem]


def _search(problem: Problem, gap: float, progress: Callable[[Progress], None] | None = None) -> Outcome:
    assert problem.sites is not None
    places = problem.sites.site
    program = formulate(problem)
    return search(program, problem.choices.package, places, gap=gap, seconds=60.0, progress=progress)


@pytest.mark.parametrize("gap", [0.0, 0.01, 0.1])
@pytest.mark.parametrize("seed", range(8))
def test_bound_and_plan_enclose_the_optimum(medium_problem: Tiny, seed: int, gap: float) -> None:
    problem = medium_problem(seed)
    optimum = minimise(formulate(problem), gap=0.0, seconds=60.0).objective_eur
    found = _search(problem, gap)
    assert found.ending is Ending.OPTIMAL
    assert found.bound_eur <= optimum + 1e-6
    assert found.objective_eur >= optimum - 1e-6
    assert found.objective_eur <= found.bound_eur + gap * abs(found.objective_eur) + 1e-4


@pytest.mark.parametrize("seed", range(30))
def test_tiny_problems_end_as_without_narrowing(tiny_problem: Tiny, seed: int) -> None:
    problem = tiny_problem(seed)
    plain, found = minimise(formulate(problem), gap=0.0, seconds=60.0), _search(problem, 0.0)
    assert found.ending is plain.ending
    if plain.values is not None:
        assert found.objective_eur == pytest.approx(plain.objective_eur, rel=1e-7)


def test_what_is_told_on_the_way_only_improves(medium_problem: Tiny) -> None:
    told: list[Progress] = []
    found = _search(medium_problem(3), 0.0, told.append)
    costs = [state.objective_eur for state in told if state.objective_eur is not None]
    assert costs == sorted(costs, reverse=True)
    assert [state.seconds for state in told] == sorted(state.seconds for state in told)
    assert all(state.bound_eur <= found.objective_eur + 1e-6 for state in told)
