"""The outlook's tables as a workbook: one sheet for each section, numbers as numbers."""

from __future__ import annotations

import datetime as dt
import io
import re

from jiwar.report.blocks import Document
from jiwar.report.texts import Texts
from jiwar.report.workbook.book import new_book
from jiwar.report.workbook.sections import section_sheet

_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def outlook_xlsx(document: Document, texts: Texts) -> bytes:
    """Return the document as a workbook; the same document gives the same bytes."""
    out = io.BytesIO()
    book = new_book(out, texts, title=document.title, company="", day=document.day or dt.date(1980, 1, 1))
    for section in document.sections:
        if section.id != "grounds":
            section_sheet(book, section, _FORBIDDEN.sub(" ", section.title)[:_LONGEST_NAME].strip())
    book.file.close()
    return out.getvalue()
