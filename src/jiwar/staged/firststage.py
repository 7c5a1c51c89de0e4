"""Questions to the first stage alone: the range of its tenders in a region, and extra rows on it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from jiwar.staged.extensive import first_stage_model
from jiwar.staged.highs import LinearModel, load, run, solve_once
from jiwar.staged.program import FloatArray, TwoStageProgram
from jiwar.staged.tree import Region


def with_rows(model: LinearModel, rows: FloatArray, low: FloatArray, high: FloatArray) -> LinearModel:
    """Return a model with further dense rows over its first columns."""
    from scipy.sparse import csr_array, vstack

    wide = np.zeros((rows.shape[0], model.cost.size))
    wide[:, : rows.shape[1]] = rows
    return replace(
        model,
        matrix=csr_array(vstack([model.matrix, csr_array(wide)], format="csr")),
        row_lower=np.concatenate([model.row_lower, low]),
        row_upper=np.concatenate([model.row_upper, high]),
    )


def region_model(program: TwoStageProgram, rows: FloatArray, region: Region) -> LinearModel:
    """Return the first stage without integrality, limited to a region."""
    model = replace(first_stage_model(program).relaxed(), lower=region.lower, upper=region.upper)
    return with_rows(model, rows, region.tender_lower, region.tender_upper)


def tender_range(program: TwoStageProgram, rows: FloatArray, region: Region) -> Region | None:
    """Return the region with the limits of its tenders drawn as tight as its columns allow, None if empty."""
    columns = program.first.columns
    model = region_model(program, rows, region)
    solver = load(model)
    every = np.arange(columns, dtype=np.int32)
    low, high = region.tender_lower.copy(), region.tender_upper.copy()
    for index in range(rows.shape[0]):
        for sign in (1.0, -1.0):
            solver.changeColsCost(columns, every, sign * rows[index])
            solver.changeObjectiveOffset(0.0)
            answer = run(solver)
            if answer.status == "infeasible":
                return None
            if sign > 0:
                low[index] = max(low[index], answer.bound)
            else:
                high[index] = min(high[index], -answer.bound)
    return replace(region, tender_lower=low, tender_upper=np.maximum(high, low))


def closest(program: TwoStageProgram, fixed: FloatArray, wanted: FloatArray) -> FloatArray:
    """Return a feasible first stage with the integers of ``fixed`` and the rest near ``wanted``; empty if none."""
    from scipy.sparse import csr_array, eye_array, hstack, vstack

    first, size = program.first, program.first.columns
    one = eye_array(size, format="csr")
    distance = csr_array(vstack([hstack([one, one]), hstack([-one, one])], format="csr"))
    own = csr_array(hstack([first.matrix, csr_array((first.rows, size))], format="csr"))
    model = replace(
        first_stage_model(program),
        cost=np.concatenate([np.zeros(size), np.ones(size)]),
        lower=np.concatenate([np.where(first.integer, fixed, first.lower[0]), np.zeros(size)]),
        upper=np.concatenate([np.where(first.integer, fixed, first.upper[0]), np.full(size, np.inf)]),
        integer=np.zeros(2 * size, dtype=bool),
        matrix=csr_array(vstack([own, distance], format="csr")),
        row_lower=np.concatenate([first.row_lower[0], wanted, -wanted]),
        row_upper=np.concatenate([first.row_upper[0], np.full(2 * size, np.inf)]),
    )
    answer = solve_once(model)
    return answer.point[:size] if answer.found else np.zeros(0)


def has_finite_tenders(program: TwoStageProgram, rows: FloatArray) -> bool:
    """Return whether the first stage limits all its tenders."""
    first = program.first
    endless = np.full(rows.shape[0], np.inf)
    region = tender_range(program, rows, Region(first.lower[0], first.upper[0], -endless, endless))
    if region is None:
        return True
    return bool(np.isfinite(region.tender_lower).all() and np.isfinite(region.tender_upper).all())
