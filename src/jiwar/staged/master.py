"""The program of the first stage with what is known of its recourse: the mean scenario and cuts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from jiwar.staged.duality import group_cuts, scenario_bound
from jiwar.staged.highs import LinearModel, load
from jiwar.staged.program import FloatArray, TwoStageProgram
from jiwar.staged.result import Cut


def mean_is_a_bound(program: TwoStageProgram) -> bool:
    """Return whether the mean scenario bounds the expected recourse from below (Jensen's inequality).

    The linear recourse is convex in right-hand sides, technology and limits, but not in costs and W.
    """
    return bool(program.second.cost.shape[0] == 1 and program.second.data.shape[0] == 1)


def master_model(program: TwoStageProgram, groups: tuple[int, ...]) -> LinearModel:
    """Return the model; columns: x, one recourse variable per group, then the mean scenario's columns if it helps.

    The recourse variables are free; without a mean scenario the model is unbounded until cuts are added.
    """
    from scipy.sparse import block_array, csr_array

    first = program.first
    count = max(groups, default=0) + 1
    ones = csr_array(np.ones((1, count)))
    if mean_is_a_bound(program):
        part = program.mean_program().scenario(0)
        grid = [
            [first.matrix, csr_array((first.rows, count)), csr_array((first.rows, part.cost.size))],
            [part.technology, csr_array((part.row_lower.size, count)), part.recourse],
            [csr_array((1, first.columns)), ones, csr_array(-part.cost[None, :])],
        ]
        matrix = csr_array(block_array(grid, format="csr"))
        lower, upper = part.lower, part.upper
        row_lower = np.concatenate([first.row_lower[0], part.row_lower, [0.0]])
        row_upper = np.concatenate([first.row_upper[0], part.row_upper, [np.inf]])
    else:
        matrix = csr_array(block_array([[first.matrix, csr_array((first.rows, count))]], format="csr"))
        lower = upper = np.zeros(0)
        row_lower, row_upper = first.row_lower[0], first.row_upper[0]
    endless = np.full(count, np.inf)
    return LinearModel(
        cost=np.concatenate([first.cost[0], np.ones(count), np.zeros(lower.size)]),
        lower=np.concatenate([first.lower[0], -endless, lower]),
        upper=np.concatenate([first.upper[0], endless, upper]),
        integer=np.concatenate([first.integer, np.zeros(count + lower.size, dtype=bool)]),
        matrix=matrix,
        row_lower=row_lower,
        row_upper=row_upper,
        offset=program.constant,
    )


@dataclass(slots=True)
class Master:
    """A loaded master to which cuts are added while it runs."""

    program: TwoStageProgram
    groups: tuple[int, ...]
    relaxed: bool
    solver: Any = field(init=False)
    cuts: list[Cut] = field(default_factory=list)

    def __post_init__(self) -> None:
        model = master_model(self.program, self.groups)
        self.solver = load(model.relaxed() if self.relaxed else model)

    def add(self, cut: Cut) -> None:
        """Add the rows of a cut."""
        add_cut(self.solver, self.program, self.groups, cut)
        self.cuts.append(cut)


def add_cut(solver: Any, program: TwoStageProgram, groups: tuple[int, ...], cut: Cut) -> None:
    """Add to a loaded master the rows that follow from a cut's prices by weak duality."""
    columns = program.first.columns
    if cut.feasibility:
        for index in np.flatnonzero(np.abs(cut.prices).any(axis=1)):
            part = program.scenario(int(index))
            alpha, beta = scenario_bound(part, cut.prices[index], feasibility=True)
            _add_row(solver, -np.inf, -alpha, np.arange(columns), beta)
        return
    alphas, betas = group_cuts(program, cut.prices, groups)
    for group, (alpha, beta) in enumerate(zip(alphas, betas, strict=True)):
        if np.isfinite(alpha):
            at = np.append(np.arange(columns), columns + group)
            _add_row(solver, alpha, np.inf, at, np.append(-beta, 1.0))


def _add_row(solver: Any, low: float, high: float, at: Any, values: FloatArray) -> None:
    some = values != 0
    solver.addRow(low, high, int(some.sum()), at[some].astype(np.int32), values[some])
