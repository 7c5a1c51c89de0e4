"""The house rules that can be measured: size of files and functions, first lines, words, root listing."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "manager", "service", "misc"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
ROOT = {
    ".ci", ".gitattributes", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
    "Makefile", "README.md", "benchmarks", "docs", "pyproject.toml", "requirements", "src", "tests", "tools",
}  # fmt: skip


def _sources(repository: Path) -> list[Path]:
    return sorted((repository / "src" / "jiwar").rglob("*.py"))


def test_every_file_says_its_idea_in_its_first_line(repository: Path) -> None:
    silent = [
        path for path in _sources(repository) if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_no_file_is_longer_than_one_idea(repository: Path) -> None:
    long = {
        str(path.relative_to(repository)): count
        for path in _sources(repository)
        if (count := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_no_function_is_longer_than_a_screen(repository: Path) -> None:
    long = [
        f"{path.relative_to(repository)}:{node.lineno} {node.name}"
        for path in _sources(repository)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_file_or_folder_has_a_name_that_says_nothing(repository: Path) -> None:
    parts = {
        part for path in _sources(repository) for part in path.relative_to(repository).with_suffix("").parts
    }
    assert parts & FORBIDDEN_NAMES == set()


def test_suppressions_carry_a_reason(repository: Path) -> None:
    bare = [
        f"{path.relative_to(repository)}:{number}"
        for folder in ("src", "tests", "tools", "benchmarks")
        for path in sorted((repository / folder).rglob("*.py"))
        if path.name != Path(__file__).name
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for mark in ("# noqa", "# type: ignore")
        if mark in line
        and not line.split(mark, 1)[1].partition("  #")[2]
        and " - " not in line.split(mark, 1)[1]
    ]
    assert bare == []


def test_root_holds_nothing_unexpected(repository: Path) -> None:
    git = subprocess.run(["git", "ls-files"], cwd=repository, capture_output=True, text=True, check=False)
    if git.returncode != 0:
        pytest.skip("not a git checkout")
    assert {line.split("/")[0] for line in git.stdout.splitlines()} <= ROOT
