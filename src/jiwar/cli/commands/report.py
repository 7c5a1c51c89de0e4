"""`jiwar report`: write the board paper of a run."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from jiwar.cli.run_folder import load_run
from jiwar.cli.screen import screen
from jiwar.verbs import render


def report(
    run: Path,
    *,
    out: Path | None = None,
    language: str = "en",
    open_: Annotated[bool, Parameter(name="--open")] = False,
) -> int:
    """Write the board paper of a run.

    Parameters
    ----------
    run
        Folder of the run, as given to `jiwar plan` with `--out`.
    out
        File to write; its ending decides the format. Without it: report.html in the folder of the run.
    language
        Language of the paper.
    open_
        Open the paper in a browser when there is one.
    """
    loaded = load_run(run)
    target = out if out is not None else run / "report.html"
    written = render(loaded.plan, language=language).write(target).resolve()
    screen().print(f"Board paper: {written}", soft_wrap=True)
    if open_:
        webbrowser.open(written.as_uri())
    return 0
