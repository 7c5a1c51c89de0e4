"""Reads the MPS text of one problem into named parts, and turns chosen parts into arrays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from jiwar.diagnostics import Diagnostic, Place, nearest_names
from jiwar.staged.codes import StagedError
from jiwar.staged.program import Stage, TwoStageProgram, one_stage, stage

_CORE_SECTIONS = {"NAME", "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS", "ENDATA"}
_VALUELESS_BOUNDS = {"FR", "MI", "PL", "BV"}
_BOUND_KINDS = _VALUELESS_BOUNDS | {"UP", "LO", "FX", "UI", "LI"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, split at white space; ``head`` tells a section header from data."""

    number: int
    text: str
    words: tuple[str, ...]
    head: bool


@dataclass(slots=True)
class Core:
    """The core problem while it is read: names in file order, entries by (column, row)."""

    objective: str = ""
    senses: dict[str, str] = field(default_factory=dict)
    columns: dict[str, bool] = field(default_factory=dict)
    entries: dict[tuple[str, str], float] = field(default_factory=dict)
    rhs: dict[str, float] = field(default_factory=dict)
    ranges: dict[str, float] = field(default_factory=dict)
    lower: dict[str, float] = field(default_factory=dict)
    upper: dict[str, float] = field(default_factory=dict)
    free_rows: set[str] = field(default_factory=set)


def read_mps(path: str | Path) -> TwoStageProgram:
    """Read a plain MPS file as a program of one stage, named after the file."""
    file = Path(path)
    core = read_core(file)
    first = stage_of(core, list(core.columns), list(core.senses))
    return one_stage(file.stem, first, constant=-core.rhs.get(core.objective, 0.0))


def lines_of(path: Path) -> Iterator[Line]:
    """Yield the lines of a file without comments and empty ones."""
    # Latin-1 maps every byte, so a file in UTF-8 or in Latin-1 is read without loss: names are ASCII.
    for number, text in enumerate(path.read_text(encoding="latin-1").splitlines(), start=1):
        if not text.strip() or text.startswith("*"):
            continue
        yield Line(
            number, text, tuple(text.split()), head=not text[0].isspace() and not text.startswith("SC ")
        )


def failure(path: Path, line: Line, code: str, message: str, remedy: str) -> StagedError:
    """Return the error for one line of a file."""
    place = Place(str(path), line.number, 1, line.text)
    return StagedError([Diagnostic(code, message, remedy, place)])


def number_in(path: Path, line: Line, word: str) -> float:
    """Return a word as a number; S004 if it is none."""
    try:
        return float(word)
    except ValueError:
        raise failure(path, line, "S004", f"`{word}` is not a number", "write name, name, number") from None


def read_core(path: Path) -> Core:
    """Read an MPS file; S004, S005 or S006 for a line that cannot be used."""
    core = Core()
    section = ""
    integer = False
    problems: list[Diagnostic] = []
    for line in lines_of(path):
        if line.head:
            section = _section(path, line)
        elif section == "COLUMNS" and len(line.words) >= 3 and line.words[1].strip("'") == "MARKER":
            integer = line.words[2].strip("'") == "INTORG"
        else:
            try:
                _take(core, path, line, section, integer=integer)
            except StagedError as problem:
                problems += problem.diagnostics
    if problems:
        raise StagedError(problems)
    return core


def _section(path: Path, line: Line) -> str:
    section = line.words[0].upper()
    if section not in _CORE_SECTIONS:
        remedy = "write the core as a minimisation" if section == "OBJSENSE" else "write a plain MPS core"
        raise failure(path, line, "S006", f"section `{section}` is not read", remedy)
    return section


def _take(core: Core, path: Path, line: Line, section: str, *, integer: bool) -> None:
    if section == "ROWS":
        _take_row(core, path, line)
    elif section == "COLUMNS":
        _take_column(core, path, line, integer=integer)
    elif section in {"RHS", "RANGES"}:
        _take_side(core, path, line, core.rhs if section == "RHS" else core.ranges)
    elif section == "BOUNDS":
        _take_bound(core, path, line)
    else:
        raise failure(path, line, "S004", "data outside a section", "begin with NAME, ROWS, COLUMNS")


def _take_row(core: Core, path: Path, line: Line) -> None:
    if len(line.words) != 2 or line.words[0].upper() not in {"N", "L", "G", "E"}:
        raise failure(path, line, "S004", "a row needs a sense and a name", "write `L row`")
    sense, name = line.words[0].upper(), line.words[1]
    if sense == "N":
        if core.objective:
            core.free_rows.add(name)
        else:
            core.objective = name
    else:
        core.senses[name] = sense


def _take_column(core: Core, path: Path, line: Line, *, integer: bool) -> None:
    column = line.words[0]
    core.columns[column] = integer or core.columns.get(column, False)
    for row, value in _pairs(core, path, line):
        if row not in core.free_rows:
            core.entries[column, row] = number_in(path, line, value)


def _take_side(core: Core, path: Path, line: Line, values: dict[str, float]) -> None:
    for row, value in _pairs(core, path, line):
        values[row] = number_in(path, line, value)


def _pairs(core: Core, path: Path, line: Line) -> Iterator[tuple[str, str]]:
    # The set name of RHS lines may be left out: then the number of words is even.
    words = line.words[1:] if len(line.words) % 2 else line.words
    if len(line.words) % 2 == 0 and words[0] in core.columns:
        raise failure(path, line, "S004", "a value without a row, or a row without a value", "write pairs")
    for row, value in zip(words[::2], words[1::2], strict=True):
        if row not in core.senses and row != core.objective and row not in core.free_rows:
            raise failure(path, line, "S005", f"unknown row `{row}`", nearest_names(row, core.senses))
        yield row, value


def _take_bound(core: Core, path: Path, line: Line) -> None:
    kind = line.words[0].upper()
    if kind not in _BOUND_KINDS:
        raise failure(path, line, "S004", f"unknown bound `{kind}`", "use UP LO FX FR MI PL BV UI LI")
    known = [word for word in line.words[1:3] if word in core.columns]
    if not known:
        wrong = line.words[2] if len(line.words) > 2 else line.words[-1]
        raise failure(path, line, "S005", f"unknown column `{wrong}`", nearest_names(wrong, core.columns))
    column = known[-1]
    rest = line.words[line.words.index(column, 1) + 1 :]
    if kind not in _VALUELESS_BOUNDS and not rest:
        raise failure(path, line, "S004", f"bound `{kind}` without a value", "write `UP set column value`")
    value = number_in(path, line, rest[0]) if rest else 0.0
    _set_bound(core, kind, column, value)


def _set_bound(core: Core, kind: str, column: str, value: float) -> None:
    if kind in {"BV", "UI", "LI"}:
        core.columns[column] = True
    if kind in {"UP", "UI"}:
        core.upper[column] = value
        if value < 0 and column not in core.lower:
            core.lower[column] = -np.inf  # the usual reading of a negative upper bound alone
    elif kind in {"LO", "LI"}:
        core.lower[column] = value
    elif kind == "FX":
        core.lower[column] = core.upper[column] = value
    elif kind == "BV":
        core.lower[column], core.upper[column] = 0.0, 1.0
    elif kind in {"FR", "MI"}:
        core.lower[column] = -np.inf


def stage_of(core: Core, columns: list[str], rows: list[str]) -> Stage:
    """Return some columns and rows of a core, in the order given, as arrays."""
    from scipy.sparse import csr_array

    column_at = {name: index for index, name in enumerate(columns)}
    row_at = {name: index for index, name in enumerate(rows)}
    inside = [
        (row_at[r], column_at[c], v) for (c, r), v in core.entries.items() if r in row_at and c in column_at
    ]
    i, j, v = (np.array(part) for part in zip(*inside, strict=True)) if inside else ([], [], [])
    low, high = zip(*(_limits(core, row) for row in rows), strict=True) if rows else ((), ())
    return stage(
        cost=[core.entries.get((name, core.objective), 0.0) for name in columns],
        lower=[core.lower.get(name, 0.0) for name in columns],
        upper=[core.upper.get(name, np.inf) for name in columns],
        integer=[core.columns[name] for name in columns],
        matrix=csr_array((v, (i, j)), shape=(len(rows), len(columns))),
        row_lower=np.array(low, dtype=float).reshape(1, -1),
        row_upper=np.array(high, dtype=float).reshape(1, -1),
    )


def _limits(core: Core, row: str) -> tuple[float, float]:
    return limits_at(core, row, core.rhs.get(row, 0.0))


def limits_at(core: Core, row: str, side: float) -> tuple[float, float]:
    """Return the limits of a row when its right-hand side is ``side``, by its sense and range."""
    sense, width = core.senses[row], core.ranges.get(row)
    if sense == "E":
        low = side + min(0.0, width or 0.0)
        return low, side + max(0.0, width or 0.0)
    if sense == "L":
        return (-np.inf if width is None else side - abs(width)), side
    return side, (np.inf if width is None else side + abs(width))
