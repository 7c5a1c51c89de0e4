"""All papers in one folder, as HTML and DOCX: whole or not at all, and never over papers that somebody filled in."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from jiwar.diagnostics import JiwarError
from jiwar.law.papers import PAPERS, Dossier
from jiwar.report.docx import to_docx
from jiwar.report.html import to_html
from jiwar.report.papers.to_document import document_of
from jiwar.report.texts import texts_for


def write_papers(dossier: Dossier, folder: Path, *, day: dt.date, language: str = "en") -> tuple[Path, ...]:
    """Write every paper as HTML and DOCX and return the files.

    Raises
    ------
    JiwarError
        R002 for a language without texts, R003 when the place cannot be written to, R006 when the folder holds
        something already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"`{folder}` holds something already, and papers are never written over"
        raise JiwarError.of("R006", message, "name a new folder")
    contents = papers(dossier, day=day, language=language)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        for name, content in contents.items():
            (new / name).write_bytes(content)
        new.chmod(0o755)
        new.replace(folder)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        raise _unwritable(folder, error) from error
    return tuple(folder / name for name in contents)


def papers(dossier: Dossier, *, day: dt.date, language: str = "en") -> Mapping[str, bytes]:
    """Return every paper as HTML and DOCX, by the name of its file."""
    texts = texts_for(language)
    found: dict[str, bytes] = {}
    for write in PAPERS:
        paper = write(dossier, language)
        document = document_of(paper, day)
        found[f"{paper.file_name}.docx"] = to_docx(document, texts)
        found[f"{paper.file_name}.html"] = to_html(document, texts).encode()
    return found


def _unwritable(folder: Path, error: OSError) -> JiwarError:
    reason = error.strerror or type(error).__name__
    remedy = f"make sure that `{folder.parent}` is a folder that you may write to"
    return JiwarError.of("R003", f"the papers cannot be written to `{folder}`: {reason}", remedy)
