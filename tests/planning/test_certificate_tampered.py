"""A certificate that was tampered with is refused, with a reason."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import numpy as np
import pytest

from jiwar.planning import (
    Certificate,
    Plan,
    PlanError,
    Problem,
    UncertainProblem,
    check_bound,
    solve_uncertain,
)
from jiwar.planning.certificate import Reason, Sparse

Tiny = Callable[[int], Problem]
Uncertain = Callable[[int, float], UncertainProblem]


def certificate_of(plan: Plan) -> Certificate:
    assert plan.certificate is not None
    return plan.certificate


@pytest.fixture(scope="module")
def proven(tiny_uncertain: Uncertain) -> tuple[UncertainProblem, Plan]:
    """An uncertain problem and its best plan, proven by splitting, with cuts of talk, shortage and worst tail."""
    for seed in range(100):
        problem = tiny_uncertain(seed, 0.5)
        try:
            plan = solve_uncertain(problem, gap=0.0)
        except PlanError:
            continue
        certificate = certificate_of(plan)
        kinds = {reason.kind for reason in certificate.reasons}
        if len(certificate.parent) >= 5 and kinds >= {"talk", "shortage", "worst"}:
            return problem, plan
    pytest.fail("no tiny problem needs a tree")


def refusal(proven: tuple[UncertainProblem, Plan], **changes: object) -> str:
    """Return why the plan is refused once its certificate is changed."""
    problem, plan = proven
    tampered = dataclasses.replace(certificate_of(plan), **changes)  # type: ignore[arg-type]  # a test tampers
    found = check_bound(problem, dataclasses.replace(plan, certificate=tampered))
    assert not found.holds
    assert found.bound_eur < plan.bound_eur
    return found.problems[0]


def lists(sparse: Sparse) -> list[np.ndarray]:
    return [sparse[number] for number in range(len(sparse))]


def test_the_untouched_certificate_holds(proven: tuple[UncertainProblem, Plan]) -> None:
    assert check_bound(*proven).problems == ()


def test_a_bound_that_claims_more_is_refused(proven: tuple[UncertainProblem, Plan]) -> None:
    problem, plan = proven
    greedy = dataclasses.replace(
        plan, objective_eur=plan.objective_eur * 1.01, bound_eur=plan.bound_eur * 1.01
    )
    found = check_bound(problem, greedy)
    assert "the certificate proves" in found.problems[0]
    assert found.bound_eur == pytest.approx(plan.bound_eur, rel=1e-6)


def test_prices_that_claim_more_prove_less(proven: tuple[UncertainProblem, Plan]) -> None:
    prices = certificate_of(proven[1]).prices
    raised = dataclasses.replace(prices, values=prices.values * 1.02)
    assert "the certificate proves" in refusal(proven, prices=raised)


def test_a_plan_cheaper_than_its_bound_is_seen(proven: tuple[UncertainProblem, Plan]) -> None:
    problem, plan = proven
    cheap = dataclasses.replace(plan, objective_eur=0.9 * plan.objective_eur, bound_eur=0.9 * plan.bound_eur)
    assert "and a plan costs" in check_bound(problem, cheap).problems[0]


def first_cut(certificate: Certificate, kind: str, change: Callable[[Reason], Reason]) -> tuple[Reason, ...]:
    """Change the first cut of a kind."""
    reasons = list(certificate.reasons)
    at = next(number for number, reason in enumerate(reasons) if reason.kind == kind)
    reasons[at] = change(reasons[at])
    return tuple(reasons)


@pytest.mark.parametrize(
    ("kind", "position", "words"),
    [
        ("talk", 1, "prices of two ways exceed the cost of their talk"),
        ("worst", 0, "its weights of scenarios are no worst tail"),
        ("talk", 0, "no pair"),
        ("shortage", 0, "no such pool or period"),
    ],
)
def test_a_cut_made_invalid_is_refused(
    proven: tuple[UncertainProblem, Plan], kind: str, position: int, words: str
) -> None:
    def spoil(reason: Reason) -> Reason:
        numbers = list(reason.numbers)
        numbers[position] = numbers[position] * 1.5 + 7.0
        return Reason(kind, tuple(numbers))

    assert words in refusal(proven, reasons=first_cut(certificate_of(proven[1]), kind, spoil))


def test_weights_that_leave_probabilities_behind_are_refused(proven: tuple[UncertainProblem, Plan]) -> None:
    def all_on_one(reason: Reason) -> Reason:
        weight = np.zeros_like(reason.numbers[0])
        weight[int(reason.numbers[0].argmax())] = 1.0
        return Reason("worst", (weight, *reason.numbers[1:]))

    spoilt = first_cut(certificate_of(proven[1]), "worst", all_on_one)
    assert "no worst tail" in refusal(proven, reasons=spoilt)


def test_a_cut_of_no_known_kind_is_refused(proven: tuple[UncertainProblem, Plan]) -> None:
    spoilt = first_cut(certificate_of(proven[1]), "talk", lambda reason: Reason("luck", reason.numbers))
    assert "no known kind" in refusal(proven, reasons=spoilt)


def without_part(certificate: Certificate, gone: int) -> dict[str, object]:
    keep = [number for number in range(len(certificate.parent)) if number != gone]
    number = np.cumsum([at != gone for at in range(len(certificate.parent))]) - 1
    parent = np.where(certificate.parent[keep] < 0, -1, number[certificate.parent[keep]])
    return {
        "parent": parent,
        "zero": Sparse.of([certificate.zero[at] for at in keep]),
        "one": Sparse.of([certificate.one[at] for at in keep]),
        "evidence": certificate.evidence[keep],
    }


def test_a_part_left_out_is_refused(proven: tuple[UncertainProblem, Plan]) -> None:
    certificate = certificate_of(proven[1])
    leaves = [number for number in range(1, len(certificate.parent)) if number not in certificate.parent]
    for leaf in leaves:
        assert "do not cover it" in refusal(proven, **without_part(certificate, leaf))


def test_a_part_that_closes_too_much_is_refused(proven: tuple[UncertainProblem, Plan]) -> None:
    problem, plan = proven
    certificate = certificate_of(plan)
    package = problem.problem.choices.package
    columns = np.cumsum(problem.problem.choices.allowed) - 1  # options come first, those allowed
    for number in range(1, len(certificate.parent)):
        zero = lists(certificate.zero)
        other = np.flatnonzero(problem.problem.choices.allowed & (package != package[0]))
        also = columns[other[~np.isin(columns[other], zero[number])]]
        zero[number] = np.concatenate([zero[number], also])
        assert "do not cover it" in refusal(proven, zero=Sparse.of(zero))


def test_both_sides_without_the_same_options_is_refused(proven: tuple[UncertainProblem, Plan]) -> None:
    certificate = certificate_of(proven[1])
    zero = lists(certificate.zero)
    one, two = np.flatnonzero(certificate.parent == 0)
    zero[one] = zero[two] = np.union1d(zero[one], zero[two])
    nothing = [np.zeros(0, dtype=np.int64) for _ in zero]
    assert "do not cover it" in refusal(proven, zero=Sparse.of(zero), one=Sparse.of(nothing))


def test_a_root_that_is_not_everything_is_refused(proven: tuple[UncertainProblem, Plan]) -> None:
    zero = lists(certificate_of(proven[1]).zero)
    zero[0] = np.array([0])
    assert "part 0 is not everything" in refusal(proven, zero=Sparse.of(zero))


def test_a_part_without_evidence_is_refused(proven: tuple[UncertainProblem, Plan]) -> None:
    certificate = certificate_of(proven[1])
    evidence = certificate.evidence.copy()
    evidence[-1] = -1
    assert "no evidence" in refusal(proven, evidence=evidence)


def test_a_part_said_to_be_empty_must_be_so(proven: tuple[UncertainProblem, Plan]) -> None:
    assert "empty" in refusal(
        proven,
        ray=np.ones_like(certificate_of(proven[1]).ray),
        ruled_out=Sparse.of([]),
        ruled_out_by=np.zeros(0, dtype=np.int64),
    )


def test_options_ruled_out_need_their_own_bound(proven: tuple[UncertainProblem, Plan]) -> None:
    problem, plan = proven
    certificate = certificate_of(plan)
    columns = np.cumsum(problem.problem.choices.allowed) - 1
    everything = np.array([columns[option] for option in plan.chosen])
    known = certificate.evidence[certificate.evidence >= 0]
    by_cost = int(known[~certificate.ray[known]][0])
    out = [*lists(certificate.ruled_out), everything]
    by = np.append(certificate.ruled_out_by, by_cost)
    assert "the certificate proves" in refusal(proven, ruled_out=Sparse.of(out), ruled_out_by=by)
    ray = certificate.ray.copy()
    ray[by_cost] = True
    words = refusal(proven, ruled_out=Sparse.of(out), ruled_out_by=by, ray=ray)
    assert "breaks no row by itself" in words or "empty" in words


@pytest.mark.parametrize(
    "change",
    [
        {"parent": np.array([-1, 5, 0])},
        {"evidence": np.array([10**6])},
        {"ray": np.zeros(0, dtype=bool)},
        {"zero": Sparse.of([])},
        {"ruled_out_by": np.array([0] * 99)},
        {"prices": Sparse.of([np.array([10**7])], [np.array([1.0])])},
    ],
    ids=lambda change: next(iter(change)),
)
def test_arrays_that_do_not_fit_are_refused(
    proven: tuple[UncertainProblem, Plan], change: dict[str, object]
) -> None:
    assert "do not fit together" in refusal(proven, **change)


def test_a_certificate_of_another_problem_is_refused(
    proven: tuple[UncertainProblem, Plan], tiny_problem: Tiny
) -> None:
    problem, plan = proven
    dearer = dataclasses.replace(problem, cost_eur=0.9 * problem.cost_eur)
    assert not check_bound(dearer, plan).holds
    assert not check_bound(tiny_problem(0), plan).holds


def test_a_plan_without_certificate_proves_nothing(proven: tuple[UncertainProblem, Plan]) -> None:
    problem, plan = proven
    found = check_bound(problem, dataclasses.replace(plan, certificate=None))
    assert not found.holds
    assert "no certificate" in found.problems[0]
