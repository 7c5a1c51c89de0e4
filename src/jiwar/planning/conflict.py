"""Why nothing fits: a smallest set of rules that contradict each other.

Families of rules are first tried alone, then in pairs and in threes, so that a small conflict is found as
such; if none is found, families are left out one after the other as long as the rest still contradicts.
Within the families found, single rules are left out in the same way. What remains is irreducible: without any
one of the rules there is a plan.
"""

from __future__ import annotations

import dataclasses
import itertools
import time
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from jiwar.diagnostics import Diagnostic, JiwarError
from jiwar.planning.entries import IntArray
from jiwar.planning.exclusion import impossible_columns, without_columns
from jiwar.planning.highs import Ending, minimise
from jiwar.planning.model import Program
from jiwar.planning.problem import BoolArray, Problem
from jiwar.planning.rules import Rule, rules_of

_FEW_FAMILIES = 3
"""Conflicts of up to this many families are looked for directly."""


class PlanError(JiwarError):
    """There is no plan: the diagnostics say why."""


@dataclass(frozen=True, slots=True)
class _Goal:
    """The question whether anything fits: the program without cost, its options and their packages."""

    program: Program
    columns: IntArray
    groups: IntArray


def conflict(problem: Problem, program: Program, seconds: float) -> tuple[Rule, ...]:
    """Return an irreducible set of rules that cannot hold together.

    When ``seconds`` run out the set is still in conflict, but may be larger than necessary. It is empty
    when the program has a solution after all, or none even without any rule.
    """
    free = dataclasses.replace(program, cost=np.zeros_like(program.cost))
    goal = _Goal(free, *program.options(problem.choices.package))
    end = time.monotonic() + seconds
    rules = rules_of(problem, program)
    if not _contradict(goal, rules, rules, end) or _contradict(goal, rules, (), end) is not False:
        return ()
    families = list(dict.fromkeys(rule.family for rule in rules))
    found = _few_families(goal, rules, families, end) or _reduced(goal, rules, families, end)
    return _without_needless(goal, rules, _of(rules, found), end)


def _of(rules: tuple[Rule, ...], families: Collection[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.family in families)


def _few_families(goal: _Goal, rules: tuple[Rule, ...], families: list[str], end: float) -> tuple[str, ...]:
    """Return the fewest families that contradict each other, up to three; empty when not found in time."""
    half_way = time.monotonic() + (end - time.monotonic()) / 2
    for size in range(1, _FEW_FAMILIES + 1):
        for contradict in (_plainly_contradict, _contradict):
            for few in itertools.combinations(families, size):
                if contradict(goal, rules, _of(rules, few), half_way):
                    return few
    return ()


def _reduced(goal: _Goal, rules: tuple[Rule, ...], families: list[str], end: float) -> tuple[str, ...]:
    """Leave families out one by one as long as the others still contradict each other."""
    kept = tuple(families)
    for family in families:
        fewer = tuple(other for other in kept if other != family)
        if _contradict(goal, rules, _of(rules, fewer), end):
            kept = fewer
    return kept


def _without_needless(
    goal: _Goal, rules: tuple[Rule, ...], kept: tuple[Rule, ...], end: float
) -> tuple[Rule, ...]:
    """Leave single rules out one by one as long as the others still contradict each other."""
    for rule in kept:
        fewer = tuple(other for other in kept if other is not rule)
        if _contradict(goal, rules, fewer, end):
            kept = fewer
    return kept


def _contradict(goal: _Goal, rules: tuple[Rule, ...], kept: Collection[Rule], end: float) -> bool | None:
    """Say whether nothing keeps the rules given, all others being left out; None when time ran out."""
    left = end - time.monotonic()
    if left <= 0:
        return None
    loose = _loosened(goal, rules, kept)
    impossible = impossible_columns(loose, goal.columns, goal.groups)
    if _leaves_none(goal, impossible):
        return True
    outcome = minimise(without_columns(loose, goal.columns[impossible]), gap=1.0, seconds=left)
    if outcome.ending is Ending.INFEASIBLE:
        return True
    return False if outcome.values is not None else None


def _plainly_contradict(
    goal: _Goal, rules: tuple[Rule, ...], kept: Collection[Rule], end: float
) -> bool | None:
    """Say whether the rules given leave some package no way at all; takes no search."""
    if time.monotonic() > end:
        return None
    return _leaves_none(goal, impossible_columns(_loosened(goal, rules, kept), goal.columns, goal.groups))


def _loosened(goal: _Goal, rules: tuple[Rule, ...], kept: Collection[Rule]) -> Program:
    low, high = goal.program.row_lower.copy(), goal.program.row_upper.copy()
    for rule in rules:
        if rule not in kept:
            low[rule.rows], high[rule.rows] = -np.inf, np.inf
    return dataclasses.replace(goal.program, row_lower=low, row_upper=high)


def _leaves_none(goal: _Goal, impossible: BoolArray) -> bool:
    return len(np.unique(goal.groups[~impossible])) < len(np.unique(goal.groups))


def conflict_error(problem: Problem, program: Program, seconds: float) -> PlanError:
    """Return the error that names the rules in conflict."""
    rules = conflict(problem, program, seconds)
    if not rules:
        message = "the limits cannot hold together, and no smaller set of them could be singled out in time"
        return PlanError([Diagnostic("P002", message, "loosen limits one by one, the tightest first")])
    listed = "; ".join(rule.words for rule in rules)
    if len(rules) == 1:
        return PlanError([Diagnostic("P002", f"no plan keeps this limit: {listed}", "loosen or drop it")])
    message = f"no plan keeps these {len(rules)} limits together: {listed}"
    return PlanError([Diagnostic("P002", message, "loosen or drop one of them")])
