"""The shipped example cases: where they lie, and how a new case is made from one."""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

from jiwar.case.error import CaseError
from jiwar.diagnostics import Diagnostic, Place, nearest_names

_CASE_FILE = "case.yaml"


def example_names() -> tuple[str, ...]:
    """Return the names of the shipped examples, sorted."""
    return tuple(sorted(folder.name for folder in _shelf().iterdir() if (folder / _CASE_FILE).is_file()))


def example_folder(name: str) -> Path:
    """Return the folder of a shipped example.

    Raises
    ------
    CaseError
        When there is none of the name (C038).
    """
    names = example_names()
    if name not in names:
        message = f"`{name}` is not a shipped example"
        raise CaseError([Diagnostic("C038", message, nearest_names(name, names))])
    return _shelf() / name


def new_case(target: Path, example: str) -> Path:
    """Copy an example into a folder that does not exist or is empty, whole or not at all; return the folder.

    Raises
    ------
    CaseError
        When the example is unknown (C038), or the target is in use or cannot be written (C037).
    """
    source = example_folder(example)
    target = Path(target).absolute()
    place = Place(str(target))
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        message = f"`{target}` exists and is not a folder"
        raise CaseError([Diagnostic("C037", message, "name a folder that does not exist yet", place)])
    if target.is_dir() and any(target.iterdir()):
        message = f"the folder `{target}` is not empty"
        remedy = "name another folder; nothing is ever overwritten"
        raise CaseError([Diagnostic("C037", message, remedy, place)])
    try:
        _copy_whole(source, target)
    except OSError as error:
        message = f"the folder `{target}` cannot be written: {error.strerror or error}"
        raise CaseError([Diagnostic("C037", message, "name a folder that you may write", place)]) from error
    return target


def _shelf() -> Path:
    return Path(str(files("jiwar"))) / "examples"


def _copy_whole(source: Path, target: Path) -> None:
    """Copy beside the target first and then rename, so that a half-written case is never seen."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as workshop:
        copy = Path(workshop) / "case"
        shutil.copytree(
            source, copy, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns("__pycache__")
        )
        if not target.exists():
            copy.replace(target)
            return
        moved: list[Path] = []
        try:
            moved.extend(item.replace(target / item.name) for item in sorted(copy.iterdir()))
        except OSError:
            for item in moved:
                item.unlink()
            raise
