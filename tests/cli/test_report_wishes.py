"""`jiwar report`: judged on draws, for a reader, without names, as a draft, beside another run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Jiwar = Callable[..., tuple[int, str, str]]


@pytest.mark.slow
def test_wishes_reach_the_paper(jiwar_command: Jiwar, demo_run: Path, tmp_path: Path) -> None:
    target = tmp_path / "paper.json"
    code, out, _ = jiwar_command(
        *("report", demo_run, "--out", target, "--language", "de", "--for", "dpo", "--draws", "40"),
        *("--anonymise", "--draft", "--compare", demo_run),
    )
    assert code == 0
    assert str(target) in out.replace("\n", "")
    told = json.loads(target.read_text("utf-8"))
    assert [one["id"] for one in told["document"]["sections"]][:4] == ["open", "decision", "compare", "law"]
    assert told["run"]["uncertainty"]["judged"]["draws"] == 40
    assert told["run"]["uncertainty"]["judged"]["seed"] == 7
    assert "Remstal" not in target.read_text("utf-8")
    assert told["run"]["company"] == "Das Unternehmen"


@pytest.mark.slow
def test_without_draws_the_paper_is_quick_and_says_so(
    jiwar_command: Jiwar, demo_run: Path, tmp_path: Path
) -> None:
    target = tmp_path / "paper.json"
    code, _, _ = jiwar_command(
        "report", demo_run, "--out", target, "--draws", "0", "--company-name", "Acme AG"
    )
    assert code == 0
    told = json.loads(target.read_text("utf-8"))
    assert told["run"]["uncertainty"] is None
    assert told["run"]["company"] == "Acme AG"
    assert "made without draws" in target.read_text("utf-8")


def test_an_unknown_reader_is_refused_before_anything_is_computed(
    jiwar_command: Jiwar, tmp_path: Path
) -> None:
    code, _, err = jiwar_command("report", tmp_path, "--for", "king")
    assert code == 2
    assert "R007" in err


_HASHES = """
import hashlib, sys
from pathlib import Path
from jiwar.cli.paper import paper_of
from jiwar.cli.run_folder import load_run
from jiwar.report.wishes import Wishes
made = paper_of(load_run(Path(sys.argv[1])).plan, language="de", draws=40, wishes=Wishes("cfo"))
print(*(hashlib.sha256(made.content(ending)).hexdigest() for ending in (".html", ".pdf", ".json")))
"""


@pytest.mark.slow
def test_the_same_run_gives_the_same_bytes_in_two_processes(demo_run: Path) -> None:
    """The order of sets and dictionaries, the clock and the process leave no trace in page, PDF and JSON."""
    told = [
        subprocess.run(
            [sys.executable, "-c", _HASHES, demo_run],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        for seed in ("1", "2")
    ]
    assert len(told[0]) == 3
    assert told[0] == told[1]
