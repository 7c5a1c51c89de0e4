"""Checks a result against its program without the methods that made it: the first stage, its cost, its bound."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.staged.extensive import recourse_model
from jiwar.staged.highs import solve_once
from jiwar.staged.program import FloatArray, TwoStageProgram
from jiwar.staged.proofs import Auditor
from jiwar.staged.result import Certificate, Leaf, Result, Split
from jiwar.staged.tree import Region

_FEASIBLE = 1e-6


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found; ``bound`` is the bound as recomputed from the leaves that were looked at.

    ``bound_holds`` is None when nothing could be recomputed (the bound of a plain HiGHS run).
    """

    objective: float
    objective_holds: bool
    bound: float
    bound_holds: bool | None
    leaves: int
    leaves_checked: int
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing contradicts the result."""
        return not self.problems


def check(
    program: TwoStageProgram,
    result: Result,
    *,
    tolerance: float = 1e-6,
    most_leaves: int | None = None,
    seed: int = 0,
) -> Check:
    """Re-evaluate the first stage scenario by scenario with its integers, and re-verify the certificate.

    Parameters
    ----------
    tolerance
        Relative difference that is taken as equal.
    most_leaves
        Look at so many leaves of the certificate, drawn with ``seed``; None looks at all.
    """
    problems: list[str] = []
    objective = expected_cost(program, result.x) if result.x.size else np.inf
    same = objective == result.objective or abs(objective - result.objective) <= tolerance * max(
        1.0, abs(objective)
    )
    if not same:
        problems.append(f"the first stage costs {objective:.9g}, not {result.objective:.9g}")
    problems += _cover_problems(program, result.certificate)
    auditor = Auditor.of(program, result.certificate)
    leaves = _drawn(result.certificate.leaves, most_leaves, seed)
    bounds = []
    for leaf in leaves:
        if leaf.proof.kind == "solver":
            continue
        found = auditor.bound(_region(auditor.root(), leaf), leaf.proof)
        claimed = leaf.proof.bound
        if not (found >= claimed or found >= claimed - tolerance * max(1.0, abs(claimed))):
            problems.append(f"a leaf claims {claimed:.9g}, its {leaf.proof.kind} proof gives {found:.9g}")
        bounds.append(found)
    least = min(bounds, default=-np.inf)
    claim = min(result.bound, result.certificate.bound)
    if result.bound > result.certificate.bound + tolerance * max(1.0, abs(claim)):
        problems.append(
            f"the result claims {result.bound:.9g}, its leaves only {result.certificate.bound:.9g}"
        )
    holds = None if not bounds else least >= claim - tolerance * max(1.0, abs(claim))
    return Check(objective, same, least, holds, len(result.certificate.leaves), len(bounds), tuple(problems))


def expected_cost(program: TwoStageProgram, x: FloatArray) -> float:
    """Return first-stage cost plus exact expected recourse of a first stage, inf when it is not feasible."""
    if not is_feasible(program, x):
        return np.inf
    total = program.first_stage_cost(x)
    for index, weight in enumerate(program.probability):
        model = recourse_model(program.scenario(index), x)
        if model.cost.size or model.row_lower.size:
            total += float(weight) * solve_once(model, mip_rel_gap=0.0, mip_abs_gap=1e-9).objective
    return total


def is_feasible(program: TwoStageProgram, x: FloatArray) -> bool:
    """Return whether a first stage keeps its own limits, rows and integers."""
    first = program.first
    work = first.matrix @ x
    scale = np.maximum(1.0, np.abs(work))
    inside = np.all(x >= first.lower[0] - _FEASIBLE) and np.all(x <= first.upper[0] + _FEASIBLE)
    rows = np.all(work >= first.row_lower[0] - _FEASIBLE * scale) and np.all(
        work <= first.row_upper[0] + _FEASIBLE * scale
    )
    return bool(inside and rows and np.all(np.abs(x - np.round(x))[first.integer] <= _FEASIBLE))


def _drawn(leaves: tuple[Leaf, ...], most: int | None, seed: int) -> list[Leaf]:
    if most is None or most >= len(leaves):
        return list(leaves)
    chosen = np.random.default_rng(seed).choice(len(leaves), size=most, replace=False)
    return [leaves[int(index)] for index in np.sort(chosen)]


def _region(root: Region, leaf: Leaf) -> Region:
    region = root
    for split, low in leaf.path:
        region = region.side(split, low=low)
    return region


def _cover_problems(program: TwoStageProgram, certificate: Certificate) -> list[str]:
    """Return what is missing for the leaves to cover the first stage: each split needs both its sides."""
    problems: list[str] = []
    pending = [[leaf.path for leaf in certificate.leaves]]
    depth = 0
    while pending:
        following = []
        for paths in pending:
            if any(len(path) == depth for path in paths):
                if len(paths) > 1:
                    problems.append("a leaf of the certificate has leaves below it")
                continue
            splits = {path[depth][0] for path in paths}
            sides = [[path for path in paths if path[depth][1] is side] for side in (True, False)]
            if len(splits) != 1 or not all(sides):
                problems.append("a split of the certificate lacks one of its sides")
            elif not _is_complete(program, next(iter(splits))):
                problems.append("a split of the certificate leaves a gap between its sides")
            following += [side for side in sides if side]
        pending, depth = following, depth + 1
    return problems


def _is_complete(program: TwoStageProgram, split: Split) -> bool:
    if not split.tender and program.first.integer[split.index]:
        return split.high <= split.low + 1.0 and split.low == np.floor(split.low)
    return split.high <= split.low
