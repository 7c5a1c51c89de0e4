"""The folder of one outlook: its answers and a record of hashes; it appears whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from jiwar.diagnostics import JiwarError

_RECORD = "record.json"


def refuse_existing(folder: Path, *, replace: bool) -> None:
    """Raise a JiwarError when the folder exists already and may not be replaced."""
    if not folder.exists() or (replace and (folder / _RECORD).is_file()):
        return
    if replace:
        message = f"`{folder}` exists and is not an outlook, so it is not replaced"
        raise JiwarError.of("U002", message, "name another folder, or remove it yourself")
    raise JiwarError.of("U002", f"`{folder}` exists already", "name another folder, or add `--replace`")


def refuse_lost_work(file: Path | None, endings: tuple[str, ...]) -> None:
    """Raise a JiwarError for a file that could not be written after the work is done."""
    if file is None:
        return
    if file.suffix.lower() not in endings:
        known = ", ".join(f"`{ending}`" for ending in endings)
        message = f"this is not written to a file with the ending `{file.suffix}`"
        raise JiwarError.of("U005", message, f"use one of: {known}")
    if not file.parent.is_dir() or not os.access(file.parent, os.W_OK) or file.is_dir():
        message = f"`{file}` cannot be written"
        raise JiwarError.of(
            "M009", message, f"make sure that `{file.parent}` is a folder that you may write to"
        )


def save_outlook(
    folder: Path, record: Mapping[str, object], files: Mapping[str, bytes], *, replace: bool
) -> None:
    """Write the files beside their final place, with a record that holds the hash of each, and move them there."""
    refuse_existing(folder, replace=replace)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        for name, content in files.items():
            (new / name).write_bytes(content)
        hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
        whole = {"jiwar": version("jiwar"), **record, "files": hashes}
        (new / _RECORD).write_text(
            json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8"
        )
        new.chmod(0o755)
        if folder.exists():
            old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
            folder.rename(old / folder.name)
            new.rename(folder)
            shutil.rmtree(old)
        else:
            new.rename(folder)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _unwritable(folder: Path, error: OSError) -> JiwarError:
    reason = error.strerror or type(error).__name__
    remedy = f"name a folder in a place that you may write to; `{folder.parent}` is none"
    return JiwarError.of("M009", f"`{folder}` cannot be written: {reason}", remedy)
