"""From a paper of law to the document tree that all renderers know."""

from __future__ import annotations

import datetime as dt

from jiwar.law import Verdict
from jiwar.law import papers as law
from jiwar.report.blocks import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Column,
    Document,
    Heading,
    Narrow,
    Note,
    Paragraph,
    Parts,
    Row,
    Section,
    Strong,
    Table,
)
from jiwar.report.docx import OPEN_MARK
from jiwar.report.texts import words

_TONES = {
    Verdict.ALLOWED: CalloutKind.YES,
    Verdict.ALLOWED_WITH_MECHANISM: CalloutKind.YES,
    Verdict.ALLOWED_AFTER_AUTHORISATION: CalloutKind.NOT_YET,
    Verdict.MANUAL_REVIEW: CalloutKind.NOT_YET,
    Verdict.NOT_CODED: CalloutKind.NOT_YET,
    Verdict.BLOCKED: CalloutKind.NO,
}


def document_of(paper: law.Paper, day: dt.date) -> Document:
    """Return a paper as a document; ``day`` is the day of the case."""
    sections = tuple(
        Section(f"part-{number}", part.title, tuple(_block(block) for block in part.blocks))
        for number, part in enumerate(paper.parts, 1)
    )
    return Document(
        title=paper.title,
        subtitle=paper.subtitle,
        language=paper.language,
        facts_line=words(paper.opening),
        sections=sections,
        anchors={},
        labels={},
        day=day,
    )


def _block(block: law.Block) -> Block:
    match block:
        case law.Heading():
            return Heading(block.text)
        case law.Paragraph():
            return Note(words(block.text)) if block.remark else Paragraph(words(block.text))
        case law.Statement():
            lines = tuple(words(line) for line in block.lines)
            inner: Block = BulletList(lines) if len(lines) > 1 else Paragraph(lines[0])
            return Callout(_TONES[block.verdict], block.title, (inner,))
        case law.Table():
            columns = tuple(Column(title) for title in block.columns)
            rows = tuple(Row(tuple(_cell(cell) for cell in row)) for row in block.rows)
            return Table(block.caption, columns, rows, Narrow.STACK)


def _cell(cell: law.Cell) -> Parts:
    return (Strong(f"{OPEN_MARK} {cell.text}"),) if cell.open else words(cell.text)
