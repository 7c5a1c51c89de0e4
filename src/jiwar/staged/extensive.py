"""The extensive form: all scenarios of a two-stage program written out as one model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jiwar.staged.highs import LinearModel
from jiwar.staged.program import FloatArray, Scenario, TwoStageProgram

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def extensive_form(program: TwoStageProgram) -> LinearModel:
    """Return the deterministic equivalent; columns: first stage, then the second stage scenario by scenario."""
    from scipy.sparse import block_array

    first = program.first
    parts = [program.scenario(index) for index in range(program.scenarios)]
    weights = program.probability
    grid: list[list[csr_array | None]] = [[first.matrix, *[None] * len(parts)]]
    for index, part in enumerate(parts):
        row: list[csr_array | None] = [part.technology, *[None] * len(parts)]
        row[index + 1] = part.recourse
        grid.append(row)
    matrix = first.matrix if program.is_one_stage else _stacked(grid, block_array)
    return LinearModel(
        cost=_joined([first.cost[0], *(w * part.cost for w, part in zip(weights, parts, strict=True))]),
        lower=_joined([first.lower[0], *(part.lower for part in parts)]),
        upper=_joined([first.upper[0], *(part.upper for part in parts)]),
        integer=np.concatenate([first.integer, *(part.integer for part in parts)]),
        matrix=matrix,
        row_lower=_joined([first.row_lower[0], *(part.row_lower for part in parts)]),
        row_upper=_joined([first.row_upper[0], *(part.row_upper for part in parts)]),
        offset=program.constant,
    )


def first_stage_model(program: TwoStageProgram) -> LinearModel:
    """Return the first stage alone, without its recourse."""
    first = program.first
    return LinearModel(
        first.cost[0],
        first.lower[0],
        first.upper[0],
        first.integer,
        first.matrix,
        first.row_lower[0],
        first.row_upper[0],
        program.constant,
    )


def joint_model(program: TwoStageProgram, part: Scenario) -> LinearModel:
    """Return first stage and one scenario together, the scenario at full weight."""
    from scipy.sparse import block_array, csr_array

    first = program.first
    corner = csr_array((first.rows, part.cost.size))
    return LinearModel(
        cost=_joined([first.cost[0], part.cost]),
        lower=_joined([first.lower[0], part.lower]),
        upper=_joined([first.upper[0], part.upper]),
        integer=np.concatenate([first.integer, part.integer]),
        matrix=csr_array(block_array([[first.matrix, corner], [part.technology, part.recourse]])),
        row_lower=_joined([first.row_lower[0], part.row_lower]),
        row_upper=_joined([first.row_upper[0], part.row_upper]),
        offset=program.constant,
    )


def recourse_model(part: Scenario, x: FloatArray) -> LinearModel:
    """Return the second stage of one scenario for a fixed first stage."""
    shift = part.technology @ x
    return LinearModel(
        part.cost,
        part.lower,
        part.upper,
        part.integer,
        part.recourse,
        part.row_lower - shift,
        part.row_upper - shift,
    )


def _joined(parts: list[FloatArray]) -> FloatArray:
    return np.concatenate(parts) if parts else np.zeros(0)


def _stacked(grid: list[list[csr_array | None]], block_array: object) -> csr_array:
    from scipy.sparse import csr_array

    return csr_array(block_array(grid, format="csr"))  # type: ignore[operator]  # scipy has no types
