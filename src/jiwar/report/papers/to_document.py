"""From a paper of law to the document tree that all renderers know."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

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
    Inline,
    Link,
    Narrow,
    Note,
    Paragraph,
    Parts,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from jiwar.report.docx import OPEN_MARK
from jiwar.report.texts import words

_KEPT_TOGETHER = re.compile(r"(§|\b(?:Art\.|art\.|Abs\.|Buchst\.|Nr\.|no\.|n°|Rz\.)) (?=\S)")
"""What stands on one line with the number after it."""

_TONES = {
    Verdict.ALLOWED: CalloutKind.YES,
    Verdict.ALLOWED_WITH_MECHANISM: CalloutKind.YES,
    Verdict.ALLOWED_AFTER_AUTHORISATION: CalloutKind.NOT_YET,
    Verdict.MANUAL_REVIEW: CalloutKind.NOT_YET,
    Verdict.NOT_CODED: CalloutKind.NOT_YET,
    Verdict.BLOCKED: CalloutKind.NO,
}


_ADDRESS = re.compile(r"(https://[^\s;)]+)")


def document_of(paper: law.Paper, day: dt.date) -> Document:
    """Return a paper as a document; ``day`` is the day of the case."""
    sections = tuple(
        Section(
            f"part-{number}", _set(part.title, paper.language), tuple(_blocks(part.blocks, paper.language))
        )
        for number, part in enumerate(paper.parts, 1)
    )
    return Document(
        title=_set(paper.title, paper.language),
        subtitle=paper.subtitle,
        language=paper.language,
        facts_line=words(_set(paper.opening, paper.language)),
        sections=sections,
        anchors={},
        labels={},
        day=day,
    )


def _blocks(blocks: Iterable[law.Block], language: str) -> Iterator[Block]:
    for block in blocks:
        yield _block(block, language)


def _block(block: law.Block, language: str) -> Block:
    match block:
        case law.Heading():
            return Heading(_set(block.text, language))
        case law.Paragraph():
            text = words(_set(block.text, language))
            return Note(text) if block.remark else Paragraph(text)
        case law.Statement():
            lines = tuple(words(_set(line, language)) for line in block.lines)
            inner: Block = BulletList(lines) if len(lines) > 1 else Paragraph(lines[0])
            return Callout(_TONES[block.verdict], _set(block.title, language), (inner,))
        case law.Table():
            columns = tuple(Column(_set(title, language)) for title in block.columns)
            rows = tuple(Row(tuple(_cell(cell, language) for cell in row)) for row in block.rows)
            return Table(_set(block.caption, language), columns, rows, Narrow.STACK)


def _cell(cell: law.Cell, language: str) -> Parts:
    text = _set(cell.text, language)
    return (Strong(f"{OPEN_MARK} {text}"),) if cell.open else tuple(_linked(text))


def _linked(text: str) -> Iterator[Inline]:
    """A text whose public addresses are links, which may break where lines end."""
    for number, part in enumerate(_ADDRESS.split(text)):
        if part:
            yield Link(part, part) if number % 2 else Text(part)


def _set(text: str, language: str) -> str:
    """Return a text as a typesetter sets it: numbers beside their sign, French semicolons after a narrow space."""
    text = _KEPT_TOGETHER.sub("\\1\u00a0", text)
    return re.sub(r"(?<=[^\s\u202f\u00a0]);", "\u202f;", text) if language == "fr" else text
