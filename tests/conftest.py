"""Fixtures that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile(
    "jiwar", deadline=None
)  # a busy machine is no fault: speed is measured in benchmarks/
settings.load_profile("jiwar")

_REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of research material and public instances; absent in a stranger's clone."""
    folder = Path(os.environ.get("JIWAR_SHARED", _REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the research folder beside the repository is absent (set JIWAR_SHARED to use a copy)")
    return folder


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return _REPOSITORY
