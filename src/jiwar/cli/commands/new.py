"""`jiwar new`: start a case from a shipped example."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from jiwar.case import new_case
from jiwar.cli.screen import screen


def new(folder: Path, *, from_: Annotated[str, Parameter(name="--from")] = "brake-validation") -> int:
    """Start a case from a shipped example.

    Parameters
    ----------
    folder
        Folder of the new case; it must not exist, or be empty.
    from_
        The example: brake-validation, vehicle-software or grid-engineering.
    """
    new_case(folder, from_)
    screen().print(f"{folder}: a copy of the example {from_}. Edit case.yaml, then: jiwar check {folder}")
    return 0
