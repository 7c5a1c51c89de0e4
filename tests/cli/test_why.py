"""`jiwar why` says what each site, limit and field of law is worth to a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jiwar.cli.run_folder import load_run
from jiwar.planning.explaining.worth import World

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
    assert "Kept in" in out
    sites = [one.about for one in load_run(demo_run).worths if one.world is World.WITHOUT_SITE]
    assert "casablanca" in sites
    code, out, _ = jiwar_command("report", demo_run, "--draws", "0", "--out", demo_run / "told.json")
    assert code == 0
    paper = (demo_run / "told.json").read_text("utf-8")
    assert "without Casablanca" in paper
    (demo_run / "why.json").unlink()
