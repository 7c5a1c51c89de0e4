"""Reads two-stage instances in SMPS form: a core file, a time file and a file of discrete scenarios."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from jiwar.diagnostics import Diagnostic, Place, nearest_names
from jiwar.staged.codes import StagedError
from jiwar.staged.mps import Core, Line, failure, limits_at, lines_of, number_in, read_core, stage_of
from jiwar.staged.program import FloatArray, Stage, TwoStageProgram, two_stage

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True)
class _Cut:
    """Names of columns and rows on both sides of the border between the stages."""

    first_columns: list[str]
    second_columns: list[str]
    first_rows: list[str]
    second_rows: list[str]


@dataclass(frozen=True, slots=True)
class _Realisation:
    """One scenario: its probability and the core values it replaces, all ancestors included."""

    name: str
    probability: float
    values: dict[tuple[str, str], float]


def read_smps(path: str | Path) -> TwoStageProgram:
    """Read ``path`` with the endings ``.cor``, ``.tim`` and ``.sto``; the name is that of the file.

    Raises
    ------
    StagedError
        S004 malformed line, S005 unknown name, S006 unsupported section.
    """
    base = Path(path)
    base = base.with_suffix("") if base.suffix in {".cor", ".tim", ".sto"} else base
    files = [base.with_name(base.name + ending) for ending in (".cor", ".tim", ".sto")]
    return read_smps_files(files[0], files[1], files[2], name=base.name)


def read_smps_files(core: Path, time: Path, stochastic: Path, *, name: str) -> TwoStageProgram:
    """Read an instance from three files; one core and time file can serve several scenario files."""
    problem = read_core(core)
    cut = _read_time(time, problem)
    realisations = _read_scenarios(stochastic, problem)
    problems = _staircase_problems(problem, cut, realisations, stochastic)
    if problems:
        raise StagedError(problems)
    return _assemble(name, problem, cut, realisations)


def _read_time(path: Path, core: Core) -> _Cut:
    starts: list[tuple[str, str]] = []
    for line in lines_of(path):
        if line.head:
            continue
        if len(line.words) != 3:
            raise failure(path, line, "S004", "a period needs column, row and name", "write three words")
        column, row = line.words[:2]
        if column not in core.columns:
            raise failure(
                path, line, "S005", f"unknown column `{column}`", nearest_names(column, core.columns)
            )
        if row not in core.senses and row != core.objective:
            raise failure(path, line, "S005", f"unknown row `{row}`", nearest_names(row, core.senses))
        starts.append((column, row))
        if len(starts) > 2:
            raise failure(path, line, "S006", "more than two periods", "only two-stage instances are read")
    if len(starts) != 2:
        message = f"{path.name} names {len(starts)} periods"
        raise StagedError([Diagnostic("S006", message, "only two-stage instances are read")])
    column, row = starts[1]
    columns, rows = list(core.columns), list(core.senses)
    x_end = columns.index(column)
    row_end = rows.index(row) if row != core.objective else 0
    return _Cut(columns[:x_end], columns[x_end:], rows[:row_end], rows[row_end:])


def _read_scenarios(path: Path, core: Core) -> list[_Realisation]:
    found: dict[str, _Realisation] = {}
    current: _Realisation | None = None
    problems: list[Diagnostic] = []
    for line in lines_of(path):
        try:
            if line.head:
                _check_header(path, line)
            elif line.words[0] == "SC":
                current = _begin_scenario(path, line, found)
                found[current.name] = current
            elif current is None:
                raise failure(
                    path, line, "S004", "a value before the first scenario", "write `SC name ROOT …`"
                )
            else:
                _take_replacement(core, path, line, current)
        except StagedError as problem:
            problems += problem.diagnostics
    if problems:
        raise StagedError(problems)
    return list(found.values())


def _check_header(path: Path, line: Line) -> None:
    word = line.words[0].upper()
    if word not in {"STOCH", "SCENARIOS", "ENDATA"}:
        raise failure(path, line, "S006", f"section `{word}` is not read", "write SCENARIOS DISCRETE")
    if word == "SCENARIOS" and len(line.words) > 1 and line.words[1].upper() != "DISCRETE":
        raise failure(path, line, "S006", "only discrete scenarios are read", "write DISCRETE")


def _begin_scenario(path: Path, line: Line, found: dict[str, _Realisation]) -> _Realisation:
    if len(line.words) < 4:
        raise failure(path, line, "S004", "a scenario needs name, parent and probability", "write `SC …`")
    parent = line.words[2].strip("'\"")
    if parent.upper() != "ROOT" and parent not in found:
        raise failure(path, line, "S005", f"unknown parent `{parent}`", nearest_names(parent, found))
    inherited = dict(found[parent].values) if parent in found else {}
    return _Realisation(line.words[1], number_in(path, line, line.words[3]), inherited)


def _take_replacement(core: Core, path: Path, line: Line, current: _Realisation) -> None:
    if len(line.words) not in {3, 5}:
        raise failure(path, line, "S004", "a replacement needs column, row, value", "write three words")
    # A first word that is no column is the name of the RHS set, whatever the core calls it.
    column = line.words[0] if line.words[0] in core.columns else ""
    for row, value in zip(line.words[1::2], line.words[2::2], strict=True):
        if row not in core.senses and row != core.objective:
            raise failure(path, line, "S005", f"unknown row `{row}`", nearest_names(row, core.senses))
        current.values[column, row] = number_in(path, line, value)


def _assemble(name: str, core: Core, cut: _Cut, realisations: list[_Realisation]) -> TwoStageProgram:
    for item in realisations:  # an entry that is zero in the core still belongs to the pattern
        for column, row in item.values:
            if column and row != core.objective:
                core.entries.setdefault((column, row), 0.0)
    first = stage_of(core, cut.first_columns, cut.first_rows)
    shared = stage_of(core, cut.second_columns, cut.second_rows)
    link = stage_of(core, cut.first_columns, cut.second_rows).matrix
    varied = _varied(core, cut, shared, link, realisations)
    second = Stage(
        cost=varied["cost"],
        lower=shared.lower,
        upper=shared.upper,
        integer=shared.integer,
        matrix=shared.matrix,
        data=varied["data"],
        row_lower=varied["row_lower"],
        row_upper=varied["row_upper"],
    )
    return two_stage(
        name,
        first,
        second,
        link,
        [item.probability for item in realisations],
        technology_data=varied["link"],
        constant=-core.rhs.get(core.objective, 0.0),
        column_names=cut.first_columns,
    )


def _varied(
    core: Core, cut: _Cut, shared: Stage, link: csr_array, realisations: list[_Realisation]
) -> dict[str, FloatArray]:
    """Return the arrays of the second stage with each scenario's replacements, one row a scenario."""
    depth = len(realisations)
    arrays = {
        "cost": np.repeat(shared.cost, depth, axis=0),
        "row_lower": np.repeat(shared.row_lower, depth, axis=0),
        "row_upper": np.repeat(shared.row_upper, depth, axis=0),
        "data": np.repeat(shared.data, depth, axis=0),
        "link": np.repeat(np.atleast_2d(link.data), depth, axis=0),
    }
    x_at = {label: index for index, label in enumerate(cut.first_columns)}
    y_at = {label: index for index, label in enumerate(cut.second_columns)}
    row_at = {label: index for index, label in enumerate(cut.second_rows)}
    w_at, t_at = _positions(shared.matrix), _positions(link)
    for s, item in enumerate(realisations):
        for (column, row), value in item.values.items():
            if row == core.objective:
                arrays["cost"][s, y_at[column]] = value
            elif not column:
                sides = limits_at(core, row, value)
                arrays["row_lower"][s, row_at[row]], arrays["row_upper"][s, row_at[row]] = sides
            elif column in y_at:
                arrays["data"][s, w_at[row_at[row], y_at[column]]] = value
            else:
                arrays["link"][s, t_at[row_at[row], x_at[column]]] = value
    return arrays


def _positions(matrix: csr_array) -> dict[tuple[int, int], int]:
    """Return where each (row, column) of a sparse matrix is stored."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    pairs = zip(rows.tolist(), matrix.indices.tolist(), strict=True)
    return {pair: index for index, pair in enumerate(pairs)}


def _staircase_problems(
    core: Core, cut: _Cut, realisations: list[_Realisation], source: Path
) -> list[Diagnostic]:
    y_names, early = set(cut.second_columns), set(cut.first_rows)
    remedy = "check the order of columns and rows against the time file"
    problems = [
        Diagnostic("S006", f"row `{row}` of stage 1 holds column `{column}` of stage 2", remedy)
        for column, row in core.entries
        if row in early and column in y_names
    ]
    place = Place(str(source))
    for item in realisations:
        for column, row in item.values:
            if row in early or (row == core.objective and column not in y_names):
                message = f"scenario `{item.name}` changes `{column or 'RHS'}` in `{row}` of stage 1"
                problems.append(Diagnostic("S006", message, "only the second stage may be random", place))
    return problems
