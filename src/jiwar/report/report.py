"""The finished paper: its document tree and its files."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jiwar.diagnostics import Diagnostic, JiwarError
from jiwar.report.blocks import Document
from jiwar.report.context import ReportContext
from jiwar.report.document import compose
from jiwar.report.html import to_html
from jiwar.report.json_form import to_json
from jiwar.report.texts import Texts, texts_for
from jiwar.report.workbook import to_xlsx


@dataclass(frozen=True, slots=True)
class Report:
    """A paper that can be read as HTML, and written to a file as a page, a workbook or JSON."""

    document: Document
    html: str
    context: ReportContext
    texts: Texts

    def content(self, suffix: str) -> bytes:
        """Return the paper in the format of an ending such as ``.xlsx``.

        Raises
        ------
        JiwarError
            R001 for an unknown ending.
        """
        writer = _WRITERS.get(suffix.lower())
        if writer is None:
            known = ", ".join(f"`{one}`" for one in _WRITERS)
            named = f"the ending `{suffix}`" if suffix else "a name without an ending"
            problem = Diagnostic("R001", f"no format of the report has {named}", f"use one of: {known}")
            raise JiwarError([problem])
        return writer(self)

    def write(self, path: str | Path) -> Path:
        """Write the paper; the ending of the name decides the format. It appears whole or not at all.

        Raises
        ------
        JiwarError
            R001 for an unknown ending, R003 when the place cannot be written to.
        """
        target = Path(path)
        _replace(target, self.content(target.suffix))
        return target


def report_of(context: ReportContext, *, language: str = "en") -> Report:
    """Tell a run in one language.

    Raises
    ------
    JiwarError
        R002 for a language without texts, R004 when a number has no ground.
    """
    texts = texts_for(language)
    document = compose(context, texts)
    return Report(document, to_html(document, texts), context, texts)


_WRITERS: dict[str, Callable[[Report], bytes]] = {
    ".html": lambda report: report.html.encode(),
    ".htm": lambda report: report.html.encode(),
    ".xlsx": lambda report: to_xlsx(report.document, report.context, report.texts),
    ".json": lambda report: to_json(report.document, report.context).encode(),
}


def _replace(target: Path, content: bytes) -> None:
    """Write beside the target, then put it in place in one step."""
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
