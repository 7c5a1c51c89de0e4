"""A finished paper: its document tree in one language, and the files it can be written to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jiwar.diagnostics import JiwarError
from jiwar.report.blocks import Document
from jiwar.report.docx import to_docx
from jiwar.report.html import to_html
from jiwar.report.texts import Texts
from jiwar.report.typst_form import to_pdf
from jiwar.report.writing import replace_file


@dataclass(frozen=True)
class Paper:
    """A paper that can be read as HTML, and written as a page, for print, for a word processor and in other forms."""

    document: Document
    texts: Texts

    @cached_property
    def html(self) -> str:
        """The paper as one page for a browser."""
        return to_html(self.document, self.texts)

    @cached_property
    def pdf(self) -> bytes:
        """The paper for print."""
        return to_pdf(self.document, self.texts)

    @property
    def formats(self) -> Mapping[str, Callable[[], bytes]]:
        """What writes each format, by the ending of a file; kinds of papers add their own."""
        return {
            ".html": self._page,
            ".htm": self._page,
            ".pdf": lambda: self.pdf,
            ".docx": lambda: to_docx(self.document, self.texts),
        }

    def _page(self) -> bytes:
        return self.html.encode()

    def content(self, suffix: str) -> bytes:
        """Return the paper in the format of an ending such as ``.pdf``.

        Raises
        ------
        JiwarError
            R001 for an unknown ending.
        """
        formats = self.formats
        if suffix.lower() not in formats:
            known = ", ".join(f"`{one}`" for one in formats)
            named = f"the ending `{suffix}`" if suffix else "a name without an ending"
            raise JiwarError.of("R001", f"no format of this paper has {named}", f"use one of: {known}")
        return formats[suffix.lower()]()

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
