"""A small case that is right, and ways to make it wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from jiwar.case import Case, CaseError, KnownNames, read_case
from jiwar.diagnostics import Diagnostic

YAML = """\
jiwar_case: 1
name: Small
company: {name: Small GmbH, home: stuttgart, employees_in_germany: 50, works_council: true}
as_of: 2026-11-22
horizon: {start: 2027-01, years: 5}
discount_rate: 8 %/year
value_of_work: 150 kEUR/year
sites: [stuttgart, casablanca, rabat]
engagements: [captive, provider]
starts: {first: 2027-04, last: 2028-04, every: 6 months}
team: team.csv
interactions: interactions.csv
work_packages:
  tests:
    name: Tests
    branch: ESO
    movable: true
    knowledge: medium
  rig:
    name: Rig
    branch: ESO
    movable: false
    reason: it stands here
    knowledge: deep
data_flows:
  logs:
    name: Logs
    work_packages: [tests]
    categories: [vin]
    roles: controller_to_processor
    access: copy
    systematic: true
limits:
  core_team: {technician: 1 people}
"""

TEAM = """\
work_package,role,seniority,from,people,employed
tests,test_engineer,senior,2027-01,4,3
rig,technician,mid,2027-01,2,1
"""

INTERACTIONS = "a,b,hours_per_week\ntests,rig,8\n"

KNOWN = KnownNames(
    sites=("stuttgart", "casablanca", "rabat", "krakow"),
    roles=("test_engineer", "technician"),
    facts={
        "time_to_fill/DE": "months",
        "provider_rate/MA/senior": "EUR/day",
        "demand_growth": "percent/year",
    },
)


@dataclass(frozen=True)
class Desk:
    """A folder in which the small case is written, changed and read."""

    folder: Path

    def write(self, *changes: tuple[str, str], team: str = TEAM, interactions: str = INTERACTIONS) -> None:
        """Write the case with texts of its YAML replaced; each must occur."""
        text = YAML
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        (self.folder / "case.yaml").write_text(text, encoding="utf-8")
        (self.folder / "team.csv").write_text(team, encoding="utf-8")
        (self.folder / "interactions.csv").write_text(interactions, encoding="utf-8")

    def read(self) -> Case:
        """Read what is written."""
        return read_case(self.folder, known=KNOWN)

    def problems(
        self, *changes: tuple[str, str], team: str = TEAM, interactions: str = INTERACTIONS
    ) -> tuple[Diagnostic, ...]:
        """Write a changed case and return everything wrong with it."""
        self.write(*changes, team=team, interactions=interactions)
        return self.wrong()

    def wrong(self) -> tuple[Diagnostic, ...]:
        """Return everything wrong with what is written."""
        with pytest.raises(CaseError) as caught:
            self.read()
        return caught.value.diagnostics


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty folder of its own."""
    return Desk(tmp_path)


@pytest.fixture
def one(desk: Desk) -> Callable[..., tuple[str, str]]:
    """Change the small case so that exactly one thing is wrong; return its code and what the caret marks."""

    def change(*changes: tuple[str, str], **tables: str) -> tuple[str, str]:
        (problem,) = desk.problems(*changes, **tables)
        assert problem.message
        assert problem.remedy
        place = problem.place
        assert place is not None
        source = place.source_line or ""
        return problem.code, source[place.column - 1 : place.column - 1 + place.width]

    return change
