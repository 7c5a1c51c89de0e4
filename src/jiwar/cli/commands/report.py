"""`jiwar report`: write the board paper of a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from jiwar.cli.paper import write_paper
from jiwar.cli.run_folder import load_run


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
        Language of the paper: en, de or fr.
    open_
        Open the paper in a browser when there is one.
    """
    loaded = load_run(run)
    target = out if out is not None else run / "report.html"
    write_paper(loaded.plan, target, language=language, open_it=open_)
    return 0
