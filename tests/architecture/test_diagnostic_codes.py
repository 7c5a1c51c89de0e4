"""Every diagnostic code is provoked by a test, has a page in the docs, and is used in the source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jiwar.diagnostics import all_codes, find_code


def _text_of(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.py")))


def test_every_code_has_a_test(repository: Path) -> None:
    marked = set(re.findall(r"""mark\.code\(\s*["']([A-Z]\d{3})["']""", _text_of(repository / "tests")))
    assert sorted(set(all_codes()) - marked) == []
    assert sorted(marked - set(all_codes())) == []


def test_every_code_has_a_page(repository: Path) -> None:
    pages = {path.stem for path in (repository / "docs" / "diagnostics").glob("*.md")} - {"index"}
    assert pages == set(all_codes())


def test_every_code_is_used(repository: Path) -> None:
    source = _text_of(repository / "src")
    unused = [name for name in all_codes() if f'"{name}"' not in source]
    assert unused == []


@pytest.mark.parametrize("name", ["Z999", "C", "", "42"])
def test_unknown_codes_are_not_found(name: str) -> None:
    assert find_code(name) is None


def test_codes_are_found_in_small_letters_too() -> None:
    name = next(iter(all_codes()))
    assert find_code(name.lower()) == all_codes()[name]
