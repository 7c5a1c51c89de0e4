"""Generated cases of any size through the public case model: the same size and seed give the same case."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

import jiwar
from jiwar.case import Case

SITES = (
    "stuttgart",
    "casablanca",
    "rabat",
    "tanger",
    "fes",
    "krakow",
    "cluj",
    "porto",
    "tunis",
    "bengaluru",
    "marrakech",
    "kenitra",
    "pune",
)
"""The home site, then where work may go, in the order in which smaller cases use them."""

ENGAGEMENTS = ("captive", "provider", "employer_of_record", "build_operate_transfer")
ROLES = ("test_engineer", "software_engineer")
LEVELS = ("mid", "senior")
KNOWLEDGE = ("shallow", "medium", "deep")


@dataclass(frozen=True, slots=True)
class CaseSize:
    """How large a generated case is: two work packages or more; ``months_between_starts`` is 3 or 6."""

    packages: int = 60
    sites: tuple[str, ...] = SITES
    years: int = 5
    months_between_starts: int = 6


def large_case(size: CaseSize | None = None, *, seed: int = 1) -> Case:
    """Write a generated case to a folder that is deleted at once, and read it as any other case is read."""
    size = size or CaseSize()
    draw = np.random.default_rng(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        people = _write_team(folder / "team.csv", draw, size.packages)
        _write_talk(folder / "interactions.csv", draw, size.packages)
        with (folder / "case.yaml").open("w", encoding="utf-8") as file:
            yaml.safe_dump(_case(draw, size, people), file, sort_keys=False)
        return jiwar.read_case(folder)


def _name(package: int) -> str:
    return f"package-{package:02d}"


def _write_team(path: Path, draw: np.random.Generator, packages: int) -> float:
    """Write one to three lines a package, 2 to 30 people in all; a fifth of the posts is vacant."""
    rows: list[tuple[object, ...]] = []
    skills = [(role, level) for role in ROLES for level in LEVELS]
    for package in range(packages):
        whole, lines = int(draw.integers(2, 31)), int(draw.integers(1, 4))
        lines = min(lines, whole)
        parts = 1 + draw.multinomial(whole - lines, np.full(lines, 1.0 / lines))
        for skill, people in zip(draw.permutation(len(skills))[:lines], parts, strict=True):
            employed = int(draw.binomial(people, 0.8))
            rows.append((_name(package), *skills[skill], "2027-01", int(people), employed))
    _write(path, ("work_package", "role", "seniority", "from", "people", "employed"), rows)
    return float(sum(int(str(row[4])) for row in rows))


def _write_talk(path: Path, draw: np.random.Generator, packages: int) -> None:
    """Let every package talk with the next one and with some other."""
    pairs = {(package, package + 1) for package in range(packages - 1)}
    for package in range(packages):
        other = int(draw.integers(packages))
        if other != package:
            pairs.add((min(package, other), max(package, other)))
    rows = [(_name(one), _name(other), int(draw.integers(2, 20))) for one, other in sorted(pairs)]
    _write(path, ("a", "b", "hours_per_week"), rows)


def _write(path: Path, head: tuple[str, ...], rows: Sequence[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)


def _case(draw: np.random.Generator, size: CaseSize, people: float) -> dict[str, object]:
    names = [_name(package) for package in range(size.packages)]
    return {
        "jiwar_case": 1,
        "name": f"Generated, {size.packages} work packages",
        "illustrative": True,
        "question": "Which of this work could a team elsewhere do, where, from when, and what stays here?",
        "company": {
            "name": "Generated GmbH",
            "home": size.sites[0],
            "employees_in_germany": int(3 * people),
            "works_council": True,
        },
        "as_of": "2026-11-22",
        "horizon": {"start": "2027-01", "years": size.years},
        "discount_rate": "8 %/year",
        "value_of_work": "150 kEUR/year",
        "sites": list(size.sites),
        "engagements": list(ENGAGEMENTS),
        "stay": ["hire", "contract", "undone"],
        "starts": {
            "first": "2027-04",
            "last": "2029-04",
            "every": f"{size.months_between_starts} months",
        },
        "team": "team.csv",
        "interactions": "interactions.csv",
        "work_packages": {name: _package(draw) for name in names},
        "data_flows": _data_flows(names),
        "answers": {"passed_on": False, "customer_permits": True, "client_instructions": False},
        "limits": {
            "minimum_team": "8 people",
            "max_sites": 4,
            "redundancies": "forbidden",
            "max_share_abroad": "60 %",
        },
        "open_posts": {role: f"{round(0.03 * people)} people" for role in ROLES},
    }


def _package(draw: np.random.Generator) -> dict[str, object]:
    return {
        "name": "Generated work",
        "branch": "ESO",
        "movable": True,
        "knowledge": str(draw.choice(KNOWLEDGE)),
        "shares": [1.0],
        "shared_hours": f"{int(draw.integers(2, 5))} hours/day",
        "languages": {"en": "B2"},
        "value_of_work": f"{int(draw.integers(90, 180))} kEUR/year",
    }


def _data_flows(names: list[str]) -> dict[str, object]:
    """Give two packages of five source code with its authors' names, and the rest data about nobody."""
    personal = [name for number, name in enumerate(names) if number % 5 < 2]
    flows = {
        "models": (
            [name for name in names if name not in personal],
            ["anonymous"],
            {"instrument": "none", "processing_contract": False},
        ),
        "source-code": (
            personal,
            ["source_code", "employee"],
            {"instrument": "scc", "scc_module": 2, "tia": "passed", "tia_for": ["MA", "TN", "IN"]},
        ),
    }
    return {
        flow: {
            "name": flow.replace("-", " "),
            "work_packages": packages,
            "categories": categories,
            "roles": "controller_to_processor",
            "access": "remote_edit",
            "systematic": True,
            "safeguards": safeguards,
        }
        for flow, (packages, categories, safeguards) in flows.items()
        if packages
    }
