"""`jiwar check`: read a case and report every problem."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from jiwar.cli.screen import screen
from jiwar.verbs import read_case


def check(case: Path, *, format: Literal["text", "json"] = "text") -> int:  # noqa: A002 - the option is called so
    """Read a case and report every problem with its place and remedy.

    Parameters
    ----------
    case
        Folder of the case.
    format
        Text with carets, or the same diagnostics as JSON.
    """
    read = read_case(case)
    if format == "json":
        screen().out(json.dumps([]))
        return 0
    people = sum(line.people for line in read.team if line.start <= read.horizon.start)
    screen().print(
        f"{case}: no problems. {read.name}: {len(read.work_packages)} work packages, {people:.0f} people needed, "
        f"{len(read.sites)} sites, {len(read.starts)} possible starts, {read.horizon.start} to {read.horizon.end}."
    )
    return 0
