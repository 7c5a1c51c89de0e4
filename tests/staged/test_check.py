"""The checker accepts honest results and finds what is wrong with tampered ones."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from staged_programs import random_program  # type: ignore[import-not-found]  # conftest.py loads it

from jiwar.staged import Certificate, Leaf, Proof, Result, TwoStageProgram, check, expected_cost, solve

Solved = tuple[TwoStageProgram, Result]
CASES = {
    "cells": ("mixed", True),
    "bundles": ("all", True),
    "dual": ("all", True),
    "lshaped": ("mixed", False),
}


@pytest.fixture(params=sorted(CASES))
def solved(request: pytest.FixtureRequest) -> Solved:
    """A program and its result by each method that writes a certificate."""
    first, whole = CASES[request.param]
    program = random_program(17, integer_first=first, integer_recourse=whole)
    return program, solve(program, gap=1e-6, method=request.param, seconds=20)


def test_an_honest_result_passes(solved: Solved) -> None:
    program, result = solved
    report = check(program, result)
    assert report.ok
    assert report.bound_holds
    assert report.objective == pytest.approx(result.objective, rel=1e-7)
    assert report.leaves_checked == report.leaves == len(result.certificate.leaves)
    assert report.bound >= result.bound - 1e-6 * abs(result.bound)


def test_a_wrong_objective_is_found(solved: Solved) -> None:
    program, result = solved
    report = check(program, replace(result, objective=result.objective * 0.999))
    assert not report.objective_holds
    assert not report.ok


def test_a_bound_above_its_leaves_is_found(solved: Solved) -> None:
    program, result = solved
    assert not check(program, replace(result, bound=result.certificate.bound + 0.01)).ok


def test_a_leaf_that_claims_too_much_is_found(solved: Solved) -> None:
    program, result = solved
    finite = next(leaf for leaf in result.certificate.leaves if np.isfinite(leaf.proof.bound))
    higher = replace(finite, proof=replace(finite.proof, bound=finite.proof.bound + 50.0))
    leaves = tuple(higher if leaf is finite else leaf for leaf in result.certificate.leaves)
    report = check(program, replace(result, certificate=replace(result.certificate, leaves=leaves)))
    assert any("claims" in problem for problem in report.problems)


def test_a_missing_leaf_is_found() -> None:
    program = random_program(17, integer_first="all")
    result = solve(program, gap=1e-6, method="bundles")
    assert len(result.certificate.leaves) > 1
    fewer = replace(result.certificate, leaves=result.certificate.leaves[1:])
    report = check(program, replace(result, certificate=fewer))
    assert any("lacks one of its sides" in problem for problem in report.problems)


def test_a_gap_between_the_sides_of_a_split_is_found() -> None:
    program = random_program(17, integer_first="all")
    result = solve(program, gap=1e-6, method="bundles")
    moved = tuple(
        Leaf(tuple((replace(split, high=split.high + 1.0), low) for split, low in leaf.path), leaf.proof)
        for leaf in result.certificate.leaves
    )
    report = check(program, replace(result, certificate=replace(result.certificate, leaves=moved)))
    assert any("gap between its sides" in problem for problem in report.problems)


def test_multipliers_that_do_not_cancel_prove_nothing() -> None:
    program = random_program(17, integer_first="all")
    prices = np.full((program.scenarios, 3), 5.0)
    proof = Proof("multipliers", 0.0, {"prices": prices})
    honest = solve(program, gap=1e-6, method="dual")
    report = check(program, replace(honest, certificate=Certificate("dual", (Leaf((), proof),)), bound=0.0))
    assert any("multipliers" in problem for problem in report.problems)


def test_a_first_stage_that_breaks_its_own_rules_costs_infinity() -> None:
    program = random_program(17, integer_first="all")
    assert expected_cost(program, np.array([0.5, 0.0, 0.0])) == np.inf  # not an integer
    assert expected_cost(program, np.array([3.0, 0.0, 0.0])) == np.inf  # above its limit
    assert np.isfinite(expected_cost(program, np.zeros(3)))


def test_the_bound_of_one_plain_run_is_not_called_verified() -> None:
    program = random_program(17)
    report = check(program, solve(program, gap=1e-6, method="whole"))
    assert report.ok
    assert report.bound_holds is None
