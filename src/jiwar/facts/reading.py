"""Tables of comma-separated values turned into facts, with every problem and its line."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from jiwar.diagnostics import Diagnostic, Place, nearest_names
from jiwar.facts.fact import Fact
from jiwar.facts.grade import Grade, RangeKind
from jiwar.facts.period import parse_period
from jiwar.units import UNITS

FACT_COLUMNS = (
    "key",
    "place",
    "low",
    "mid",
    "high",
    "unit",
    "range",
    "period",
    "source",
    "grade",
    "check_by",
    "index",
    "based_on",
    "recorded",
    "note",
)
"""The columns of every table of facts, in their order."""

_MUST_BE_FILLED = ("key", "unit", "range", "period", "source", "grade", "check_by", "recorded")
_KEY = re.compile(r"[a-z_0-9]+(?:/[\w.+@\-]+)*")
_PLACE = re.compile(r"(?:[A-Z]{2}(?:-[a-z]+)?|EU27|EA20|world)?")
_GRADES = {grade.value: grade for grade in Grade}
_RANGES = {kind.value: kind for kind in RangeKind}
_NAN = (math.nan, math.nan, math.nan)


@dataclass(slots=True)
class Reading:
    """What came out of one table: facts with their lines, and the problems found on the way."""

    file: str
    facts: list[Fact] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def problem(self, code: str, line: int, message: str, remedy: str, column: int = 0) -> None:
        """Note a problem in a line."""
        self.problems.append(Diagnostic(code, message, remedy, Place(self.file, line, column)))


def read_facts(text: str, table: str, file: str) -> Reading:
    """Read a table of facts; problems are collected, lines with a problem give no fact.

    Parameters
    ----------
    text
        The content, with a header line naming the columns of ``FACT_COLUMNS`` in any order.
    table
        The name that the facts carry as their table.
    file
        The name shown in diagnostics.
    """
    reading = Reading(file)
    for line, cells in read_rows(reading, text, FACT_COLUMNS):
        fact = _fact(reading, line, table, cells)
        if fact is not None:
            reading.facts.append(fact)
            reading.lines.append(line)
    return reading


def read_rows(reading: Reading, text: str, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the line number and the cells, in the order of ``columns``, of every line that has them."""
    rows = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip() for name in next(rows, [])]
    if not _header_fits(reading, header, columns):
        return
    order = [header.index(name) for name in columns]
    same = order == list(range(len(order)))
    for cells in rows:
        if not cells:
            continue
        if len(cells) != len(order):
            message = f"the line has {len(cells)} cells instead of {len(order)}"
            reading.problem("F002", rows.line_num, message, "quote cells that contain a comma")
            continue
        yield rows.line_num, cells if same else [cells[index] for index in order]


def doubled(reading: Reading) -> Iterable[tuple[Fact, int]]:
    """Yield facts, with their line, whose key and day of recording stand on an earlier line too."""
    seen: set[tuple[str, dt.date]] = set()
    for fact, line in zip(reading.facts, reading.lines, strict=True):
        if (fact.key, fact.recorded) in seen:
            yield fact, line
        seen.add((fact.key, fact.recorded))


def _header_fits(reading: Reading, header: list[str], columns: Sequence[str]) -> bool:
    found = len(reading.problems)
    expected = ", ".join(columns)
    for name in columns:
        if name not in header:
            reading.problem("F002", 1, f"the column `{name}` is missing", f"the columns are: {expected}")
    for name in dict.fromkeys(header):
        if name not in columns:
            reading.problem("F002", 1, f"the column `{name}` is not known", nearest_names(name, columns))
        elif header.count(name) > 1:
            reading.problem("F002", 1, f"the column `{name}` stands twice", "keep one of the two")
    return len(reading.problems) == found


def _fact(reading: Reading, line: int, table: str, cells: list[str]) -> Fact | None:
    """Return the fact of one line, or None after noting every problem of the line."""
    row = dict(zip(FACT_COLUMNS, cells, strict=True))
    before = len(reading.problems)
    for name in _MUST_BE_FILLED:
        if not row[name]:
            reading.problem("F003", line, f"`{name}` is empty", f"fill it for `{row['key'] or '?'}`")
    low, mid, high = _numbers(reading, line, row)
    _check_words(reading, line, row)
    check_by, recorded = (_day(reading, line, name, row[name]) for name in ("check_by", "recorded"))
    if len(reading.problems) > before or check_by is None or recorded is None:
        return None
    return Fact(
        key=row["key"],
        table=table,
        place=row["place"],
        low=low,
        mid=mid,
        high=high,
        unit=row["unit"],
        range_kind=_RANGES[row["range"]],
        period=row["period"],
        source=row["source"],
        grade=_GRADES[row["grade"]],
        check_by=check_by,
        note=row["note"],
        index=row["index"],
        based_on=tuple(row["based_on"].split()),
        recorded=recorded,
    )


def _numbers(reading: Reading, line: int, row: dict[str, str]) -> tuple[float, float, float]:
    """Return low, mid and high; not-a-number for statements and after a problem."""
    key, cells = row["key"], (row["low"], row["mid"], row["high"])
    if row["unit"] == "text":
        if any(cells):
            message = f"`{key}` is text and carries a number"
            reading.problem("F004", line, message, "leave low, mid and high empty")
        return _NAN
    try:
        low, mid, high = float(cells[0]), float(cells[1]), float(cells[2])
    except ValueError:
        low = mid = high = math.nan
    if not (math.isfinite(low) and math.isfinite(mid) and math.isfinite(high)):
        shown = " / ".join(cell or "(empty)" for cell in cells)
        message = f"`{key}`: {shown} are not three numbers"
        reading.problem("F004", line, message, "write low, mid and high as numbers")
        return _NAN
    if not low <= mid <= high:
        message = f"`{key}`: {low:g} <= {mid:g} <= {high:g} does not hold"
        reading.problem("F006", line, message, "put the smallest number into low, the largest into high")
    return low, mid, high


def _check_words(reading: Reading, line: int, row: dict[str, str]) -> None:
    key, place, unit, kind, grade = (row[name] for name in ("key", "place", "unit", "range", "grade"))
    if key and not _KEY.fullmatch(key):
        remedy = "write a path of plain words, for instance attrition/MA"
        reading.problem("F016", line, f"`{key}` is not a key", remedy)
    if not _PLACE.fullmatch(place):
        remedy = "write a country (MA), a country and a site (MA-casablanca), or nothing"
        reading.problem("F016", line, f"`{place}` is not a place", remedy)
    if unit and unit not in UNITS:
        reading.problem("F005", line, f"`{unit}` is not a known unit", nearest_names(unit, UNITS))
    if kind and kind not in _RANGES:
        reading.problem("F010", line, f"`{kind}` is not a kind of range", nearest_names(kind, _RANGES))
    if grade and grade not in _GRADES:
        reading.problem("F009", line, f"`{grade}` is not a grade", nearest_names(grade, _GRADES))
    try:
        parse_period(row["period"])
    except ValueError as error:
        remedy = "write the year, month or span that the number speaks of"
        reading.problem("F014", line, str(error), remedy)


def _day(reading: Reading, line: int, name: str, text: str) -> dt.date | None:
    day = _parse_day(text)
    if day is None and text:
        reading.problem("F014", line, f"`{name}` is `{text}`, not a day", "write days as 2026-11-22")
    return day


@cache
def _parse_day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
