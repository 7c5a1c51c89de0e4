"""The finished paper: its document tree and its files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jiwar.diagnostics import Diagnostic, JiwarError
from jiwar.report.blocks import Document
from jiwar.report.context import ReportContext
from jiwar.report.document import compose, named
from jiwar.report.docx import to_docx
from jiwar.report.html import to_html
from jiwar.report.json_form import to_json
from jiwar.report.texts import Texts, texts_for
from jiwar.report.typst_form import to_pdf
from jiwar.report.wishes import Wishes
from jiwar.report.workbook import to_xlsx
from jiwar.report.writing import replace_file


@dataclass(frozen=True)
class Report:
    """A paper that can be read as HTML, and written to a file as a page, for print, as a workbook or JSON."""

    document: Document
    context: ReportContext
    texts: Texts

    @cached_property
    def html(self) -> str:
        """The paper as one page for a browser."""
        return to_html(self.document, self.texts)

    @cached_property
    def pdf(self) -> bytes:
        """The paper for print."""
        return to_pdf(self.document, self.texts)

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
        replace_file(target, self.content(target.suffix))
        return target


def report_of(
    context: ReportContext,
    *,
    language: str = "en",
    wishes: Wishes | None = None,
    other: ReportContext | None = None,
) -> Report:
    """Tell a run in one language, as its reader wishes; beside another run when one is given.

    Raises
    ------
    JiwarError
        R002 for a language without texts, R004 when a number has no ground.
    """
    texts = texts_for(language)
    document = compose(context, texts, wishes, other)
    if wishes is not None:
        context = named(context, texts, wishes)
    return Report(document, context, texts)


_WRITERS: dict[str, Callable[[Report], bytes]] = {
    ".html": lambda report: report.html.encode(),
    ".htm": lambda report: report.html.encode(),
    ".pdf": lambda report: report.pdf,
    ".docx": lambda report: to_docx(report.document, report.texts),
    ".xlsx": lambda report: to_xlsx(report.document, report.context, report.texts),
    ".json": lambda report: to_json(report.document, report.context).encode(),
}
