"""Options that break a limit whatever the other packages do, found row by row.

Each row is asked for the least (or most) it can come to when every package takes the option that suits the row
best. An option that breaks the row even then is impossible: it can be left out before the search begins,
which makes the bound much stronger, because without whole numbers half of it would still fit.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np

from jiwar.money import FloatArray
from jiwar.planning.entries import IntArray
from jiwar.planning.model import Program
from jiwar.planning.problem import BoolArray

_ROUNDS = 5
"""Leaving options out can make others impossible; after a few rounds the rest is left to the search."""

_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Columns that one row rules out: ``sign · row`` exceeds its limit with them, whatever the others do."""

    row: int
    sign: float
    columns: IntArray


def impossible_columns(program: Program, columns: IntArray, groups: IntArray) -> BoolArray:
    """Return which of the columns, one of each group being chosen, cannot be chosen; shape as columns.

    When nothing fits at all, the answer may mark a whole group.
    """
    gone = np.zeros(len(program.cost), dtype=bool)
    for found in exclusions(program, columns, groups):
        gone[found.columns] = True
    return gone[columns]


def exclusions(program: Program, columns: IntArray, groups: IntArray) -> tuple[Exclusion, ...]:
    """Return the columns that cannot be chosen with the row that says so; later rows may rest on earlier ones."""
    if len(columns) == 0:
        return ()
    row = np.repeat(np.arange(len(program.row_lower)), np.diff(program.starts))
    group_of = np.full(len(program.cost), -1)
    group_of[columns] = groups
    gone = np.zeros(len(program.cost), dtype=bool)
    found: list[Exclusion] = []
    for _ in range(_ROUNDS):
        before = int(gone.sum())
        upper = np.where(gone, 0.0, program.upper)
        for sign, limit in ((1.0, program.row_upper), (-1.0, -program.row_lower)):
            by_row = _breaking(program, row, group_of, gone, (upper, sign, limit))
            by_row[gone] = -1
            rows = np.unique(by_row[by_row >= 0])
            found += [Exclusion(int(at), sign, np.flatnonzero(by_row == at)) for at in rows]
            gone |= by_row >= 0
        if gone.sum() == before:
            break
    return tuple(found)


def _breaking(
    program: Program,
    row: IntArray,
    group_of: IntArray,
    gone: BoolArray,
    side: tuple[FloatArray, float, FloatArray],
) -> IntArray:
    """Return the row, -1 for none, that each column breaks even if all other groups suit the row best, (N,).

    A row is broken where ``sign · row > limit``.
    """
    upper, sign, limit = side
    value, group = sign * program.values, group_of[program.columns]
    chosen = (group >= 0) & ~gone[program.columns]
    rest = _least_of_others(program, row, value, group < 0, upper)
    bounded = np.isfinite(rest) & np.isfinite(limit)
    chosen &= bounded[row]
    if not chosen.any():
        return np.full(len(gone), -1)
    count = int(group_of.max()) + 1
    place = row[chosen] * count + group[chosen]
    places, back = np.unique(place, return_inverse=True)
    least = np.full(len(places), np.inf)
    np.minimum.at(least, back, value[chosen])
    size = np.bincount(group_of[(group_of >= 0) & ~gone], minlength=count)
    full = np.bincount(back, minlength=len(places)) == size[places % count]
    least = np.where(full, least, np.minimum(least, 0.0))
    total: FloatArray = rest + np.bincount(places // count, weights=least, minlength=len(rest))
    tolerance = _TOLERANCE * (1.0 + np.abs(np.where(np.isfinite(limit), limit, 0.0)))
    hopeless = bounded & (total > limit + tolerance)
    if hopeless.any():
        return np.where(group_of >= 0, int(hopeless.argmax()), -1)  # nothing fits at all
    room = (limit + tolerance - total)[places // count] + least
    found: IntArray = np.full(len(gone), -1)
    breaks = value[chosen] > room[back]
    found[program.columns[chosen][breaks]] = row[chosen][breaks]
    for tight in np.flatnonzero(~full & (room < 0)):  # what adds nothing to such a row breaks it as well
        at, of_group = divmod(int(places[tight]), count)
        silent = group_of == of_group
        silent[program.columns[program.starts[at] : program.starts[at + 1]]] = False
        found[silent] = at
    return found


def _least_of_others(
    program: Program, row: IntArray, value: FloatArray, other: BoolArray, upper: FloatArray
) -> FloatArray:
    """Return the least that columns outside of all groups can add to each row, -inf when there is none."""
    at = program.columns[other]
    bound = np.where(value[other] > 0, program.lower[at], upper[at])
    finite = np.where(np.isfinite(bound), value[other] * np.where(np.isfinite(bound), bound, 0.0), -np.inf)
    least: FloatArray = np.zeros(len(program.row_lower))
    np.add.at(least, row[other], finite)
    return least


def without_columns(program: Program, columns: IntArray) -> Program:
    """Return the program in which some columns are zero."""
    upper = program.upper.copy()
    upper[columns] = 0.0
    return dataclasses.replace(program, upper=upper)
