"""Roles in the field's terms: ISCO-08 unit groups, ESCO names, and the titles that firms use."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from jiwar.diagnostics import Diagnostic
from jiwar.talent.problems import TalentError
from jiwar.talent.tables import read_text, talent_sources

_COLUMNS = (
    "role",
    "family",
    "isco08",
    "isco08_name",
    "esco_en",
    "esco_de",
    "esco_fr",
    "titles",
    "source",
    "grade",
    "note",
)


@dataclass(frozen=True, slots=True)
class Occupation:
    """A role of Jiwar among the occupations of the world.

    ``family`` is the family of roles whose people its numbers come from; ``titles`` are job titles in
    English, German and French that mean it.
    """

    role: str
    family: str
    isco08: str
    isco08_name: str
    esco: Mapping[str, str]
    titles: tuple[str, ...]
    source: str
    note: str


@cache
def occupations() -> Mapping[str, Occupation]:
    """Return the occupations by role (T009 when the table is unreadable)."""
    return parse_occupations(read_text("occupations.csv"))


def parse_occupations(text: str) -> Mapping[str, Occupation]:
    """Read a table of occupations strictly; raises TalentError (T009) with every problem."""
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if tuple(rows.fieldnames or ()) != _COLUMNS:
        message = f"the columns of occupations.csv are {rows.fieldnames}"
        raise TalentError.one(code="T009", message=message, remedy=f"use {', '.join(_COLUMNS)}")
    problems: list[Diagnostic] = []
    found: dict[str, Occupation] = {}
    for line, row in enumerate(rows, start=2):
        empty = [name for name in _COLUMNS if not row[name]]
        problems += [_problem(line, f"`{name}` is empty") for name in empty]
        if row["source"] not in talent_sources():
            problems.append(_problem(line, f"`{row['source']}` is not a listed source"))
        if row["role"] in found:
            problems.append(_problem(line, f"`{row['role']}` stands twice"))
        found[row["role"]] = _occupation(row)
    if problems:
        raise TalentError(problems)
    return MappingProxyType(found)


def _occupation(row: Mapping[str, str]) -> Occupation:
    esco = {language: row[f"esco_{language}"] for language in ("en", "de", "fr")}
    titles = tuple(title.strip() for title in row["titles"].split(";"))
    return Occupation(
        row["role"],
        row["family"],
        row["isco08"],
        row["isco08_name"],
        MappingProxyType(esco),
        titles,
        row["source"],
        row["note"],
    )


def _problem(line: int, message: str) -> Diagnostic:
    return Diagnostic("T009", f"occupations.csv, line {line}: {message}", "mend the row")
