"""A search can be watched, stopped and cut short, and always gives the best plan so far with its gap."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from jiwar.planning import PlanError, Problem, Progress, Status, check_plan, solve
from jiwar.planning.formulation import formulate
from jiwar.planning.highs import Ending, Outcome
from jiwar.planning.solving import no_plan

Hard = Callable[[], Problem]


def test_ctrl_c_gives_the_best_plan_so_far(hard_problem: Hard) -> None:
    problem = hard_problem()
    timer = threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    plan = solve(problem, gap=0.0, seconds=60.0)
    timer.join()
    assert plan.status is Status.INTERRUPTED
    assert plan.gap > 0
    assert plan.seconds < 30
    assert check_plan(problem, plan) == ()


def test_ctrl_c_in_the_last_moment_of_a_step_is_not_lost(
    hard_problem: Hard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step that ends by itself just after Ctrl-C ends the whole search, not only itself."""
    steps: list[float] = []

    def finish_then_hear(highs: Any, stop: threading.Event) -> None:
        highs.run()
        steps.append(highs.getInfo().objective_function_value)
        if len(steps) > 1:
            stop.set()

    monkeypatch.setattr("jiwar.planning.highs.wait_for", finish_then_hear)
    problem = hard_problem()
    plan = solve(problem, gap=0.0, seconds=60.0)
    assert plan.status is Status.INTERRUPTED
    assert len(steps) >= 2
    assert check_plan(problem, plan) == ()


def test_whoever_watches_may_stop_the_search(hard_problem: Hard) -> None:
    seen: list[Progress] = []

    def watch(progress: Progress) -> None:
        seen.append(progress)
        if progress.objective_eur is not None:
            raise KeyboardInterrupt

    problem = hard_problem()
    plan = solve(problem, gap=0.0, progress=watch)
    assert plan.status is Status.INTERRUPTED
    assert check_plan(problem, plan) == ()
    assert seen[-1].objective_eur is not None
    assert seen[-1].bound_eur <= plan.objective_eur


def test_a_fault_of_whoever_watches_is_not_swallowed(hard_problem: Hard) -> None:
    def watch(progress: Progress) -> None:
        raise ZeroDivisionError(progress)

    with pytest.raises(ZeroDivisionError):
        solve(hard_problem(), gap=0.0, progress=watch)


def test_when_time_runs_out_the_plan_is_feasible_with_a_gap(hard_problem: Hard) -> None:
    problem = hard_problem()
    plan = solve(problem, gap=0.0, seconds=1.0)
    assert plan.status is Status.FEASIBLE
    assert 0 < plan.gap < 0.2
    assert plan.bound_eur < plan.objective_eur
    assert check_plan(problem, plan) == ()


def test_a_wide_gap_ends_the_search_and_is_reported(hard_problem: Hard) -> None:
    problem = hard_problem()
    plan = solve(problem, gap=0.05, seconds=60.0)
    assert plan.status is Status.OPTIMAL
    assert plan.gap <= 0.05
    assert check_plan(problem, plan) == ()


@pytest.mark.code("P003")
def test_no_plan_in_time_is_an_error_that_says_so(hard_problem: Hard) -> None:
    with pytest.raises(PlanError) as raised:
        solve(hard_problem(), gap=0.0, seconds=0.0)
    assert [item.code for item in raised.value.diagnostics] == ["P003"]


def test_ctrl_c_before_the_first_plan_is_no_lack_of_time(possible_problem: Problem) -> None:
    stopped = Outcome(Ending.INTERRUPTED, None, np.inf, -np.inf, 1.0)
    with pytest.raises(KeyboardInterrupt):
        raise no_plan(possible_problem, formulate(possible_problem), stopped)


def test_the_same_problem_gives_the_same_plan(possible_problem: Problem) -> None:
    first, second = (solve(possible_problem) for _ in range(2))
    assert first.chosen == second.chosen
    assert first.objective_eur == second.objective_eur
    assert np.array_equal(first.units, second.units)
