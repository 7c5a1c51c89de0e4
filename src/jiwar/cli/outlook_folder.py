"""The folder of one outlook: its answers and a record of hashes; it appears whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from jiwar.cli.whole_folder import refuse_place, whole_folder
from jiwar.diagnostics import JiwarError

_RECORD = "record.json"


def refuse_existing(folder: Path, *, replace: bool) -> None:
    """Raise a JiwarError when a new outlook cannot stand at this place: U002, U008."""
    refuse_place(folder, kind="an outlook", mark=_RECORD, replace=replace)


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
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    whole = {"jiwar": version("jiwar"), **record, "files": hashes}
    with whole_folder(folder) as new:
        for name, content in files.items():
            (new / name).write_bytes(content)
        (new / _RECORD).write_text(
            json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8"
        )
