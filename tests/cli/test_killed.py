"""A run that is killed at any moment leaves either a valid folder or none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 25

WRITER = """
import os, random, signal, sys, time
from pathlib import Path
from jiwar.cli.run_folder import save_run
from jiwar.planning import plan_from_json
from jiwar.verbs import read_case

run, out, kills = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
case, plan = read_case(run / "case"), plan_from_json((run / "plan.json").read_text("utf-8"))
files = {file.name for file in (run / "case").iterdir()}
draw, whole = random.Random(3), 0
for _ in range(kills):
    child = os.fork()
    if child == 0:
        while True:
            save_run(out, case, plan, replace=True)
    time.sleep(draw.uniform(0.002, 0.06))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    if out.exists():
        assert plan_from_json((out / "plan.json").read_text("utf-8")).chosen == plan.chosen
        assert {file.name for file in (out / "case").iterdir()} == files
        whole += 1
print(whole)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked, so that many can be killed quickly")
def test_a_killed_run_leaves_a_valid_folder_or_none(demo_run: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(demo_run), str(tmp_path / "run"), str(KILLS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > KILLS / 4
