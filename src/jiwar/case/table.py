"""A CSV table as a list of rows in which every cell knows its place."""

from __future__ import annotations

import re

from jiwar.case.tree import Block, Entry, Items, Scalar
from jiwar.diagnostics import Diagnostic, Place


def parse_table(text: str, file: str) -> tuple[Items, tuple[Diagnostic, ...]]:
    """Return the rows of a table under its header, and the problems of its form.

    Cells are separated by commas, or by semicolons when the header is; blank lines and lines that begin
    with `#` say nothing. Every row is a block whose keys are the columns.
    """
    lines = [
        (number, line)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip(" ,;\t") and not line.startswith("#")
    ]
    if not lines:
        place = Place(file, 1, 1)
        remedy = "write the names of the columns in the first line"
        return Items((), place), (Diagnostic("C027", "the table is empty", remedy, place),)
    header_line = lines[0][1]
    separator = ";" if ";" in header_line and "," not in header_line else ","
    header, problem = _cells(file, *lines[0], separator)
    problems = [problem] if problem else []
    columns: dict[str, int] = {}
    for index, cell in enumerate(header):
        name = str(cell.value)
        if name in columns:
            message = f"the column `{name}` stands here a second time"
            problems.append(Diagnostic("C005", message, "keep one of the two columns", cell.place))
        columns.setdefault(name, index)
    rows = []
    for number, line in lines[1:]:
        cells, problem = _cells(file, number, line, separator)
        problem = problem or _ragged(cells, len(header), Place(file, number, 1, line, len(line)))
        if problem:
            problems.append(problem)
            continue
        entries = {
            name: Entry(name, header[index].place, cells[index]) for name, index in columns.items() if name
        }
        rows.append(Block(entries, Place(file, number, 1, line, len(line))))
    return Items(tuple(rows), header[0].place if header else Place(file, 1, 1)), tuple(problems)


def _ragged(cells: tuple[Scalar, ...], wanted: int, place: Place) -> Diagnostic | None:
    if len(cells) == wanted:
        return None
    message = f"the row has {len(cells)} cells, but the header has {wanted}"
    return Diagnostic("C027", message, "put text that holds a comma in quotation marks", place)


def _cells(file: str, number: int, line: str, separator: str) -> tuple[tuple[Scalar, ...], Diagnostic | None]:
    """Cut one line into cells; an empty cell holds None."""
    cells: list[Scalar] = []
    at = 0
    while True:
        match = _cell_pattern(separator).match(line, at)
        if match is None or (match.end() < len(line) and line[match.end()] != separator):
            place = Place(file, number, at + 1, line)
            message = "a quotation mark is opened or closed in the middle of a cell"
            remedy = 'put the whole cell in quotation marks and double those inside: "a ""b"" c"'
            return tuple(cells), Diagnostic("C027", message, remedy, place)
        quoted = match["quoted"]
        text = quoted.replace('""', '"') if quoted is not None else match["plain"].strip()
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        place = Place(file, number, start + 1, line, max(1, len(raw.strip())))
        cells.append(Scalar(text or None, place))
        if match.end() == len(line):
            return tuple(cells), None
        at = match.end() + 1


def _cell_pattern(separator: str) -> re.Pattern[str]:
    return re.compile(rf'\s*"(?P<quoted>(?:[^"]|"")*)"\s*(?={separator}|$)|(?P<plain>[^{separator}"]*)')
