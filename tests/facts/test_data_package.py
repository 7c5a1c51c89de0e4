"""The data package is a Frictionless tabular data package: every rule of the profile that we use is checked.

The published profiles (tabular-data-package, tabular-data-resource, table schema) are checked here rule by
rule, because the reference validator drags some forty packages; where it is installed it is run as well.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NAME = re.compile(r"[a-z0-9._\-]+")
TYPES = {"string", "number", "date"}


@pytest.fixture(scope="module")
def description(data: Path) -> dict[str, Any]:
    """The package's description."""
    content: dict[str, Any] = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    return content


def rows_of(data: Path, resource: dict[str, Any]) -> list[list[str]]:
    """Return all lines of a resource, header first."""
    with (data / resource["path"]).open(encoding=resource["encoding"], newline="") as handle:
        return list(csv.reader(handle))


def test_the_package_names_itself_its_edition_and_its_licences(description: dict[str, Any]) -> None:
    assert description["profile"] == "tabular-data-package"
    assert NAME.fullmatch(description["name"])
    edition = dt.date.fromisoformat(description["version"])
    assert dt.datetime.fromisoformat(description["created"]).date() == edition
    assert description["title"]
    assert {licence["name"] for licence in description["licenses"]} == {"Apache-2.0", "ODbL-1.0"}
    assert all(licence["path"].startswith("https://") for licence in description["licenses"])


def test_every_resource_is_described_and_every_file_is_a_resource(
    data: Path, description: dict[str, Any]
) -> None:
    names = [resource["name"] for resource in description["resources"]]
    assert len(names) == len(set(names))
    for resource in description["resources"]:
        assert NAME.fullmatch(resource["name"])
        assert resource["profile"] == "tabular-data-resource"
        assert resource["format"] == "csv"
        assert resource["mediatype"] == "text/csv"
        assert resource["encoding"] == "utf-8"
        path = Path(resource["path"])
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert resource["licenses"]
        assert resource["title"]
        assert resource["role"] in {"facts", "catalogue", "series", "report"}
    listed = {resource["path"] for resource in description["resources"]}
    assert {path.relative_to(data).as_posix() for path in data.rglob("*.csv")} == listed


def test_bytes_and_hashes_are_those_of_the_files(data: Path, description: dict[str, Any]) -> None:
    for resource in description["resources"]:
        content = (data / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert b"\r" not in content
        assert content.endswith(b"\n")


def test_every_cell_has_the_type_that_its_field_says(data: Path, description: dict[str, Any]) -> None:
    for resource in description["resources"]:
        fields = resource["schema"]["fields"]
        header, *body = rows_of(data, resource)
        assert header == [field["name"] for field in fields]
        assert len(set(header)) == len(header)
        for row in body:
            assert len(row) == len(header), resource["name"]
            for field, cell in zip(fields, row, strict=True):
                check_cell(resource["name"], field, cell)


def check_cell(table: str, field: dict[str, Any], cell: str) -> None:
    """Check one cell against type, required and enum of its field."""
    assert field["type"] in TYPES
    limits = field.get("constraints", {})
    if cell == "":
        assert not limits.get("required"), (table, field["name"])
        return
    if field["type"] == "number":
        float(cell)
    elif field["type"] == "date":
        dt.date.fromisoformat(cell)
    if "enum" in limits:
        assert cell in limits["enum"], (table, cell)


def test_primary_keys_are_unique_in_each_table_and_over_all(data: Path, description: dict[str, Any]) -> None:
    seen: set[tuple[str, ...]] = set()
    for resource in description["resources"]:
        if resource["role"] != "facts":
            continue
        header, *body = rows_of(data, resource)
        columns = [header.index(name) for name in resource["schema"]["primaryKey"]]
        keys = [tuple(row[column] for column in columns) for row in body]
        assert len(keys) == len(set(keys))
        assert not seen & set(keys)
        seen |= set(keys)


def test_share_alike_tables_stand_in_a_folder_of_their_own_with_its_licence(
    data: Path, description: dict[str, Any]
) -> None:
    for resource in description["resources"]:
        own = resource["path"].startswith("odbl/")
        assert (resource["licenses"][0]["name"] == "ODbL-1.0") is own
    notice = (data / "odbl" / "LICENCE.txt").read_text(encoding="utf-8")
    assert "Open Database License" in notice
    assert "Stack Overflow Developer Survey 2024" in notice
    assert "GeeksBlaBla" in notice


@pytest.mark.slow
def test_the_reference_validator_agrees(data: Path) -> None:
    if importlib.util.find_spec("frictionless") is None:
        pytest.skip("the package frictionless is not installed; the rules above are checked without it")
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=data, capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["valid"] is True
