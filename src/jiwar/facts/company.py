"""A company's own numbers: read from a file, checked whole, kept apart from the shipped base."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

from jiwar.diagnostics import Diagnostic, Place, nearest_names
from jiwar.facts.base import Facts
from jiwar.facts.codes import FactsError, facts_error
from jiwar.facts.fact import Fact
from jiwar.facts.grade import Grade, RangeKind
from jiwar.facts.reading import FACT_COLUMNS, Reading, doubled, read_facts, read_rows
from jiwar.units import UNITS

COMPANY_TABLE = "company"
COMPANY_SOURCE = "company"
REQUIRED_COLUMNS = ("key", "value", "unit", "reason")
OPTIONAL_COLUMNS = ("low", "high", "period")
_SHELF_LIFE = dt.timedelta(days=365)


def import_facts(path: str | Path, facts: Facts, on: dt.date | None = None) -> dict[str, Fact]:
    """Read a company's own numbers and return them by key, ready to overrule the base in ``FactValues``.

    Two forms are read: short tables with the columns ``key, value, unit, reason`` and, if wanted, ``low,
    high, period``; and tables with all columns of the shipped base, as ``export`` writes them.

    Parameters
    ----------
    path
        A file of comma-separated values in UTF-8.
    facts
        The base; every key must be in it, because nothing would read another one.
    on
        The day of the numbers when they give no period; the base's day by default.

    Raises
    ------
    FactsError
        With every problem of the file and its line; the base is not changed in any case.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"`{file}` cannot be read: {error}"
        raise facts_error(message, "give a text file of comma-separated values in UTF-8", "F020") from error
    header = [name.strip() for name in next(csv.reader(io.StringIO(text)), [])]
    whole = "mid" in header and "recorded" in header
    day = on or facts.as_of
    reading = (
        read_facts(text, COMPANY_TABLE, file.name)
        if whole
        else _read_short(text, header, file.name, facts, day)
    )
    _check(reading, facts)
    if reading.problems:
        raise FactsError(_with_lines(reading.problems, text))
    return {fact.key: fact for fact in reading.facts}


def _read_short(text: str, header: list[str], file: str, facts: Facts, day: dt.date) -> Reading:
    """Read the short form; what it does not say is taken over from the fact that it replaces."""
    optional = tuple(name for name in OPTIONAL_COLUMNS if name in header)
    columns = (*REQUIRED_COLUMNS, *optional)
    reading = Reading(file)
    lines: list[int] = []
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(FACT_COLUMNS)
    for line, cells in read_rows(reading, text, columns):
        row = dict(zip(columns, (cell.strip() for cell in cells), strict=True))
        for name in REQUIRED_COLUMNS:
            if not row[name]:
                reading.problem("F003", line, f"`{name}` is empty", "every number needs a unit and a reason")
        base = facts.by_key.get(row["key"])
        low, high = row.get("low") or row["value"], row.get("high") or row["value"]
        alike = _same_number(low, high)
        writer.writerow(
            (
                row["key"],
                base.place if base else "",
                low,
                row["value"],
                high,
                row["unit"],
                RangeKind.POINT if alike else RangeKind.PUBLISHED,
                row.get("period") or f"{day:%Y-%m}",
                COMPANY_SOURCE,
                base.grade if base else Grade.PRIOR,
                (day + _SHELF_LIFE).isoformat(),
                base.index if base else "",
                "",
                day.isoformat(),
                row["reason"],
            )
        )
        lines.append(line)
    return _renumbered(read_facts(table.getvalue(), COMPANY_TABLE, file), lines, reading.problems)


def _same_number(one: str, other: str) -> bool:
    try:
        return float(one) == float(other)
    except ValueError:
        return one == other


def _renumbered(inner: Reading, lines: list[int], before: list[Diagnostic]) -> Reading:
    """Put the lines of the company's file in the place of those of the table made from it."""

    def real(line: int) -> int:
        return lines[line - 2] if 2 <= line < len(lines) + 2 else line

    reported = {(item.place.line, item.code) for item in before if item.place}
    problems = list(before)
    for item in inner.problems:
        line = real(item.place.line) if item.place else 0
        if (line, item.code) not in reported:
            problems.append(Diagnostic(item.code, item.message, item.remedy, Place(inner.file, line)))
    return Reading(inner.file, inner.facts, [real(line) for line in inner.lines], problems)


def _check(reading: Reading, facts: Facts) -> None:
    for fact, line in doubled(reading):
        reading.problem("F011", line, f"`{fact.key}` is given twice", "keep one line for each key")
    for fact, line in zip(reading.facts, reading.lines, strict=True):
        base = facts.by_key.get(fact.key)
        if base is None:
            remedy = nearest_names(fact.key, facts.by_key)
            reading.problem("F001", line, f"the base has no fact `{fact.key}`", remedy)
        elif not _measures_the_same(fact, base):
            same = ", ".join(
                unit.symbol
                for unit in UNITS.values()
                if (unit.dimension, unit.currency) == (base.dimension, base.currency)
            )
            message = f"`{fact.key}` is measured in {base.unit}, not in {fact.unit}"
            reading.problem("F017", line, message, f"use one of {same}")


def _measures_the_same(fact: Fact, base: Fact) -> bool:
    """Whether a number can stand in for another; pay may be written in any currency."""
    any_currency = fact.key.startswith("pay/")
    return fact.dimension == base.dimension and (any_currency or fact.currency == base.currency)


def _with_lines(problems: list[Diagnostic], text: str) -> list[Diagnostic]:
    """Show the line of the file under each problem, and sort by line."""
    source = text.splitlines()
    shown = []
    for item in problems:
        place = item.place
        if place is not None and 0 < place.line <= len(source):
            place = Place(place.file, place.line, place.column, source[place.line - 1], place.width)
        shown.append(Diagnostic(item.code, item.message, item.remedy, place, item.severity))
    return sorted(shown, key=lambda item: item.place.line if item.place else 0)
