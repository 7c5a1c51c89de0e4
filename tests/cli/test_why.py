"""`jiwar why` says what each site, limit and field of law is worth to a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Jiwar


@pytest.mark.slow
def test_every_site_of_the_plan_and_every_field_that_blocks_is_told(
    jiwar_command: Jiwar, demo_run: Path
) -> None:
    code, out, _ = jiwar_command("why", demo_run, "--gap", "0.05", "--seconds", "10")
    assert code == 0
    assert "without Casablanca" in out
    assert "blocked by: Privacy (EU)" in " ".join(out.split())
    assert "Law cannot be left out" in out.replace("\n", " ")
