"""Training programmes in Morocco as scenarios of supply, with what is not known about them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from jiwar.diagnostics import Diagnostic
from jiwar.talent.problems import TalentError
from jiwar.talent.tables import read_text, talent_sources

_COLUMNS = (
    "id",
    "name_en",
    "name_de",
    "name_fr",
    "field",
    "now_people_per_year",
    "now_year",
    "announced_people_per_year",
    "announced_year",
    "source",
    "grade",
    "unknown",
)
_SLIP_YEARS = 3
_SLIP_SHARE = 0.5


class SupplyScenario(StrEnum):
    """How far announced training comes true.

    Two past plans of the sector reached 64 and 89 % of their jobs and 38 and 54 % of their turnover; targets
    for engineers of 2015 and 2020 were missed altogether. Half the growth, three years late, is our middle.
    """

    AS_TODAY = "as today"
    HALF_AND_LATE = "half and late"
    AS_ANNOUNCED = "as announced"


@dataclass(frozen=True, slots=True)
class Pipeline:
    """One programme: people a year now and as announced (None: no number found), and the unknowns."""

    id: str
    names: Mapping[str, str]
    field: str
    now_people_per_year: float | None
    now_year: int | None
    announced_people_per_year: float | None
    announced_year: int | None
    sources: tuple[str, ...]
    grade: str
    unknown: str

    def people_in(self, year: int, scenario: SupplyScenario) -> float | None:
        """Return the people trained in a year under a scenario; None when nothing is known of the programme.

        Growth runs in a straight line from the year of the last number to the year announced.
        """
        if self.now_people_per_year is None or self.now_year is None:
            return None
        if self.announced_people_per_year is None or self.announced_year is None:
            return self.now_people_per_year
        share, late = {
            SupplyScenario.AS_TODAY: (0.0, 0),
            SupplyScenario.HALF_AND_LATE: (_SLIP_SHARE, _SLIP_YEARS),
            SupplyScenario.AS_ANNOUNCED: (1.0, 0),
        }[scenario]
        done = (year - self.now_year) / (self.announced_year + late - self.now_year)
        growth = self.announced_people_per_year - self.now_people_per_year
        return self.now_people_per_year + share * growth * min(max(done, 0.0), 1.0)


@cache
def pipelines() -> tuple[Pipeline, ...]:
    """Return the programmes (T009 when the table is unreadable)."""
    return parse_pipelines(read_text("pipelines.csv"))


def parse_pipelines(text: str) -> tuple[Pipeline, ...]:
    """Read a table of programmes strictly; raises TalentError (T009) with every problem."""
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if tuple(rows.fieldnames or ()) != _COLUMNS:
        message = f"the columns of pipelines.csv are {rows.fieldnames}"
        raise TalentError.one(code="T009", message=message, remedy=f"use {', '.join(_COLUMNS)}")
    problems: list[Diagnostic] = []
    found = []
    for line, row in enumerate(rows, start=2):
        try:
            found.append(_pipeline(row))
        except ValueError as error:
            problems.append(Diagnostic("T009", f"pipelines.csv, line {line}: {error}", "mend the row"))
    if problems:
        raise TalentError(problems)
    return tuple(found)


def growth_factor(field: str, year: int, scenario: SupplyScenario) -> float:
    """Return the people trained in a field in a year against the last numbers; 1 without any numbers."""
    counted = [
        (after, pipeline.now_people_per_year or 0.0)
        for pipeline in pipelines()
        if pipeline.field == field and (after := pipeline.people_in(year, scenario)) is not None
    ]
    now = sum(pair[1] for pair in counted)
    return sum(pair[0] for pair in counted) / now if now else 1.0


def _pipeline(row: Mapping[str, str]) -> Pipeline:
    for name in ("id", "field", "source", "grade", "unknown"):
        if not row[name]:
            message = f"`{name}` is empty"
            raise ValueError(message)
    sources = tuple(row["source"].split())
    for source in sources:
        if source not in talent_sources():
            message = f"`{source}` is not a listed source"
            raise ValueError(message)
    return Pipeline(
        row["id"],
        {language: row[f"name_{language}"] for language in ("en", "de", "fr")},
        row["field"],
        _number(row["now_people_per_year"]),
        _year(row["now_year"]),
        _number(row["announced_people_per_year"]),
        _year(row["announced_year"]),
        sources,
        row["grade"],
        row["unknown"],
    )


def _number(text: str) -> float | None:
    return float(text) if text else None


def _year(text: str) -> int | None:
    return int(text) if text else None
