"""The demo case and its options, made once."""

from __future__ import annotations

import pytest

import jiwar
from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.options import Options


@pytest.fixture(scope="session")
def facts() -> Facts:
    """The shipped base."""
    return jiwar.load_facts()


@pytest.fixture(scope="session")
def case() -> Case:
    """The demo case."""
    return jiwar.read_case(jiwar.example("brake-validation"))


@pytest.fixture(scope="session")
def options(case: Case) -> Options:
    """All options of the demo case."""
    return jiwar.enumerate_options(case)
