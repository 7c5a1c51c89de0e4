"""The public names are pinned, imports point down only, and the vocabularies of the packages agree."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import jiwar
from jiwar.case import Answers
from jiwar.case.vocabulary import DATA_CATEGORIES, DATA_ROLES, ENGAGEMENTS, STAYS
from jiwar.law import Data, Flow, Roles
from jiwar.options import LINES, MOVING, STAYING

PUBLIC = [
    "choose",
    "compare",
    "enumerate_options",
    "evaluate",
    "example",
    "load_facts",
    "outlook",
    "read_case",
    "render",
]


def test_public_names_are_these() -> None:
    assert sorted(jiwar.__all__) == PUBLIC
    assert all(callable(getattr(jiwar, name)) for name in PUBLIC)
    with pytest.raises(AttributeError):
        _ = jiwar.nothing_of_this_name


def test_every_name_in_all_exists() -> None:
    for module in pkgutil.walk_packages(jiwar.__path__, "jiwar."):
        if module.name == "jiwar.__main__":
            continue
        loaded = importlib.import_module(module.name)
        for name in getattr(loaded, "__all__", ()):
            assert hasattr(loaded, name), f"{module.name}.{name}"


def test_import_is_light() -> None:
    script = "import sys, jiwar; sys.exit(bool({'numpy', 'pydantic', 'polars'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_imports_point_down_only(repository: Path) -> None:
    found = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout


def test_case_law_and_kernel_mean_the_same_words() -> None:
    assert set(DATA_CATEGORIES) == {kind.value for kind in Data}
    assert set(DATA_ROLES) <= {roles.value for roles in Roles}
    assert tuple(form.value for form in MOVING) == ENGAGEMENTS
    assert tuple(form.value.removeprefix("stay_") for form in STAYING) == STAYS


def test_every_answer_of_a_case_is_a_question_of_the_law() -> None:
    """`passed_on: no` is the case's way to say that there are no `onward_countries`."""
    asked = {field.name for field in dataclasses.fields(Flow)}
    assert set(Answers.model_fields) - {"passed_on"} <= asked
    assert "onward_countries" in asked


def test_lines_are_named_once() -> None:
    keys = [line.key for line in LINES]
    assert len(keys) == len(set(keys))
