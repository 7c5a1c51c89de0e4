"""`jiwar jobs` shows the front of cost and jobs at home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jiwar.cli.run_folder import load_run
from jiwar.planning.explaining.jobs_kept import jobs_at_home

if TYPE_CHECKING:
    from tests.cli.conftest import Jiwar


@pytest.mark.slow
def test_the_front_goes_from_the_cheapest_plan_to_staying(jiwar_command: Jiwar, demo_run: Path) -> None:
    code, out, _ = jiwar_command("jobs", demo_run, "--gap", "0.05", "--seconds", "10")
    assert code == 0
    rows = [line.split() for line in out.splitlines() if "million EUR" in line]
    held = [float(row[0]) for row in rows]
    assert held == sorted(held)
    assert rows[0][7] == "–"
    options = load_run(demo_run).options
    staying = float(jobs_at_home(options)[list(options.staying())].sum())
    assert held[-1] == pytest.approx(staying, rel=0.05)
