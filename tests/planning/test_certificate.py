"""A certificate proves the bound by arithmetic alone, never more than the truth, whenever the search ends."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import itertools
import math
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import jiwar
from jiwar.planning import (
    Certificate,
    Plan,
    PlanError,
    Problem,
    Progress,
    Status,
    UncertainProblem,
    certificate_from_bytes,
    certificate_to_bytes,
    check_bound,
    check_uncertain_plan,
    plan_from_json,
    plan_to_json,
    solve,
    solve_uncertain,
)
from jiwar.planning.checking.check_bound import check_certificate
from jiwar.planning.explaining.information import cost_of_choice
from jiwar.planning.formulation import formulate
from jiwar.planning.highs import minimise
from jiwar.planning.tails import worst_mean

Tiny = Callable[[int], Problem]
Uncertain = Callable[[int, float], UncertainProblem]
PLANNING = Path(jiwar.__file__).parent / "planning"
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"

CHECKER = (
    "checking.check_bound",
    "checking.check_cover",
    "checking.check_cuts",
    "checking.boxes",
    "checking.statement",
    "certificate",
)
MAY_USE = {*CHECKER, "constraints", "entries", "formulation", "model", "plan", "problem", "uncertain"}
"""What the checker may know of planning: the problem, the formulation of its rules, and the certificate."""


def truth(problem: Problem | UncertainProblem) -> float:
    """Return the least cost there is, inf without any plan: by HiGHS on the whole program, or by trying every plan."""
    if isinstance(problem, Problem):
        return minimise(formulate(problem), gap=0.0, seconds=60.0).objective_eur
    choices, risk = problem.problem.choices, problem.risk_weight
    ways = [
        np.flatnonzero((choices.package == package) & choices.allowed).tolist()
        for package in range(len(choices.packages))
    ]
    best = math.inf
    for picked in itertools.product(*ways):
        costs = cost_of_choice(problem, tuple(picked))
        if np.isfinite(costs).all():
            worst = worst_mean(costs, problem.probability, problem.tail)
            best = min(best, (1.0 - risk) * float(problem.probability @ costs) + risk * worst)
    return best


def planned(problem: Problem | UncertainProblem, gap: float) -> Plan:
    return solve(problem, gap=gap) if isinstance(problem, Problem) else solve_uncertain(problem, gap=gap)


def certificate_of(plan: Plan) -> Certificate:
    assert plan.certificate is not None
    return plan.certificate


def shaken(certificate: Certificate, draw: np.random.Generator, much: float) -> Certificate:
    """Change every price a little at random, and the sign of some."""
    values = certificate.prices.values
    values = values * draw.lognormal(0.0, much, len(values)) * draw.choice([1.0, 1.0, 1.0, -1.0], len(values))
    return dataclasses.replace(certificate, prices=dataclasses.replace(certificate.prices, values=values))


@pytest.mark.parametrize("risk_weight", [None, 0.0, 0.5])
@pytest.mark.parametrize("seed", range(6))
def test_no_certificate_proves_more_than_the_truth(
    tiny_problem: Tiny, tiny_uncertain: Uncertain, seed: int, risk_weight: float | None
) -> None:
    problem: Problem | UncertainProblem = tiny_problem(seed)
    if risk_weight is not None:
        problem = tiny_uncertain(seed, risk_weight)
    best = truth(problem)
    if math.isinf(best):
        with pytest.raises(PlanError):
            planned(problem, 0.0)
        return
    draw = np.random.default_rng(seed)
    for gap in (0.0, 0.05):
        plan = planned(problem, gap)
        found = check_bound(problem, plan)
        assert found.problems == ()
        assert plan.bound_eur - 1e-6 * best <= found.bound_eur <= best * (1.0 + 1e-6)
        for much in (1e-3, 0.1, 1.0):
            other = shaken(certificate_of(plan), draw, much)
            honest = check_certificate(problem, other, -np.inf, plan.objective_eur)
            assert honest.bound_eur <= best * (1.0 + 1e-6)


def test_every_kind_of_evidence_occurs(tiny_problem: Tiny, tiny_uncertain: Uncertain) -> None:
    kinds, split, empty, excluded = set[str](), 0, 0, 0
    for seed in range(8):
        for problem in (tiny_problem(seed), tiny_uncertain(seed, 0.5)):
            try:
                certificate = certificate_of(planned(problem, 0.0))
            except PlanError:
                continue
            kinds |= {reason.kind for reason in certificate.reasons}
            split += len(certificate.parent) > 1
            empty += int(certificate.ray[certificate.evidence[certificate.evidence >= 0]].sum())
            excluded += len(certificate.ruled_out)
    assert kinds == {"talk", "shortage", "worst", "budget"}
    assert min(split, empty, excluded) > 0


def test_a_certificate_comes_back_from_its_bytes(tiny_uncertain: Uncertain) -> None:
    problem = tiny_uncertain(4, 0.5)
    plan = solve_uncertain(problem, gap=0.0)
    content = certificate_to_bytes(certificate_of(plan))
    again = certificate_from_bytes(content)
    assert certificate_to_bytes(again) == content
    kept = dataclasses.replace(plan_from_json(plan_to_json(plan)), certificate=again)
    assert check_bound(problem, kept) == check_bound(problem, plan)


def test_where_the_solver_alone_stands_for_the_bound_the_root_is_proven(medium_problem: Tiny) -> None:
    words = 0
    for seed in range(4):
        problem = dataclasses.replace(medium_problem(seed), communication=None)
        plan = solve(problem, gap=0.0)
        found = check_bound(problem, plan)
        best = truth(problem)
        assert 0.5 * best < found.bound_eur <= best * (1.0 + 1e-6)
        words += "the certificate proves" in "".join(found.problems)
    assert words > 0


def test_the_same_problem_gives_the_same_certificate(tiny_uncertain: Uncertain) -> None:
    problem = tiny_uncertain(4, 0.5)
    one, two = (certificate_to_bytes(certificate_of(solve_uncertain(problem, gap=0.0))) for _ in range(2))
    assert one == two


@pytest.mark.parametrize("told", [1, 2, 4, 6, 8, 11])
def test_whenever_the_search_is_stopped_its_certificate_holds(told: int) -> None:
    if str(BENCHMARKS) not in sys.path:
        sys.path.append(str(BENCHMARKS))
    cases = importlib.import_module("uncertain_cases")
    problem = cases.generate(cases.Size(8, 4, 10, 30, 3), seed=6)
    seen: list[Progress] = []

    def watch(state: Progress) -> None:
        seen.append(state)
        if sum(one.objective_eur is not None for one in seen) == told:
            raise KeyboardInterrupt

    plan = solve_uncertain(problem, gap=0.0, progress=watch)
    assert plan.status is Status.INTERRUPTED
    assert check_uncertain_plan(problem, plan) == ()
    assert check_bound(problem, plan).problems == ()
    assert plan.gap > 0


def test_when_time_runs_out_the_certificate_holds(hard_problem: Callable[[], Problem]) -> None:
    problem = hard_problem()
    certain = UncertainProblem(problem, np.ones(1), problem.choices.cost_eur[:, None])
    plan = solve_uncertain(certain, gap=0.0, seconds=2.5)
    assert plan.status is Status.FEASIBLE
    assert plan.gap > 0
    assert check_bound(certain, plan).problems == ()


@pytest.mark.parametrize("module", CHECKER)
def test_the_checker_shares_nothing_with_the_search(module: str) -> None:
    tree = ast.parse(PLANNING.joinpath(*module.split(".")).with_suffix(".py").read_text("utf-8"))
    used = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    used |= {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert not any("highs" in name or "optimize" in name for name in used)
    of_planning = {name.removeprefix("jiwar.planning.") for name in used if name.startswith("jiwar.planning")}
    known = {name if name in CHECKER else name.split(".")[0] for name in of_planning}
    assert known <= MAY_USE
