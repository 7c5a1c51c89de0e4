"""A folder of results that appears whole or not at all, and is never overwritten silently."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jiwar.diagnostics import JiwarError


def refuse_place(folder: Path, *, kind: str, mark: str, replace: bool) -> None:
    """Raise a JiwarError when a new folder cannot stand at a place, before any work is done.

    Parameters
    ----------
    folder
        Where the new folder shall be.
    kind, mark
        What it is, such as "a run", and the file by which an older one is known.
    replace
        Whether it may take the place of an older one of its kind.

    Raises
    ------
    JiwarError
        U002 when something else is there, U008 when the place cannot be written to.
    """
    if folder.exists() and not replace:
        raise JiwarError.of("U002", f"`{folder}` exists already", "name another folder, or add `--replace`")
    if folder.exists() and not (folder / mark).is_file():
        message = f"`{folder}` exists and is not {kind}, so it is not replaced"
        raise JiwarError.of("U002", message, "name another folder, or remove it yourself")
    nearest = next(place for place in folder.absolute().parents if place.exists())
    if not nearest.is_dir():
        raise _unwritable(folder, f"`{nearest}` is a file")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise _unwritable(folder, f"you may not write to `{nearest}`")


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill; it is moved to its place in one step, an older one goes then.

    Raises
    ------
    JiwarError
        U008 when the place cannot be written to.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error.strerror or type(error).__name__) from error
    try:
        yield new
        new.chmod(0o755)
        _put_in_place(new, folder)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        raise _unwritable(folder, error.strerror or type(error).__name__) from error
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _put_in_place(new: Path, folder: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    folder.rename(old / folder.name)
    new.rename(folder)
    shutil.rmtree(old)


def _unwritable(folder: Path, reason: str) -> JiwarError:
    remedy = f"name a folder in a place that you may write to; `{folder.parent}` is none"
    return JiwarError.of("U008", f"`{folder}` cannot be written: {reason}", remedy)
