"""Writing a file of a paper: it appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from jiwar.diagnostics import JiwarError


def replace_file(target: Path, content: bytes) -> None:
    """Write beside the target, then put it in place in one step.

    Raises
    ------
    JiwarError
        R003 when the place cannot be written to.
    """
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise _unwritable(target, error) from error


def _unwritable(target: Path, error: OSError) -> JiwarError:
    reason = error.strerror or type(error).__name__
    remedy = f"make sure that `{target.parent}` is a folder that you may write to"
    return JiwarError.of("R003", f"the report cannot be written to `{target}`: {reason}", remedy)
