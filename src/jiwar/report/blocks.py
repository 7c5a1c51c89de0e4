"""The document tree: what a report says, before any renderer decides how it looks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from jiwar.provenance import Origin


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the weight of a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A key, a hash or a file name, shown as it is written."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address: another part of the paper (``#id``) or a public document."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the reader sees it, with everything that it rests on and, for workbooks, its value."""

    text: str
    origins: tuple[Origin, ...]
    value: float | None = None

    def __post_init__(self) -> None:
        if not self.origins:
            message = f"the number `{self.text}` has no origin; a number without a source is not shown"
            raise ValueError(message)


Inline = Text | Strong | Code | Link | Number
Parts = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; ``level`` is 3 or 4, since 1 is the title and 2 the section."""

    text: str
    level: int = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``lead`` sets it larger, as the opening of a section."""

    parts: Parts
    lead: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list of short statements, numbered when their order matters."""

    items: tuple[Parts, ...]
    numbered: bool = False


class CalloutKind(StrEnum):
    """What a callout wants of the reader."""

    YES = "yes"
    PART = "part"
    NO = "no"
    NOT_YET = "not_yet"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Callout:
    """A statement set apart: the answer, a warning, a note."""

    kind: CalloutKind
    title: str
    blocks: tuple[Block, ...]


class Align(StrEnum):
    """How the cells of a column are set."""

    TEXT = "text"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its unit when all cells share one, and how it is set.

    The cells of a column ``below`` hold remarks: on paper they stand under the row, across its whole width.
    """

    title: str
    align: Align = Align.TEXT
    unit: str = ""
    below: bool = False


class RowKind(StrEnum):
    """The part that a row plays in its table."""

    BODY = "body"
    GROUP = "group"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; the first cell names the row. A group row has that cell only."""

    cells: tuple[Parts, ...]
    kind: RowKind = RowKind.BODY
    anchor: str = ""


class Narrow(StrEnum):
    """What a table does on a narrow screen."""

    SCROLL = "scroll"
    STACK = "stack"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with typed columns; its caption says what it shows and in which unit.

    A ``wide`` table is set on a page of its own kind where pages have a size; renderers find most of these
    themselves.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    narrow: Narrow = Narrow.SCROLL
    wide: bool = False

    def __post_init__(self) -> None:
        width = len(self.columns)
        for row in self.rows:
            if len(row.cells) != (1 if row.kind is RowKind.GROUP else width):
                message = (
                    f"a row of the table `{self.caption}` has {len(row.cells)} cells for {width} columns"
                )
                raise ValueError(message)


class Chart(Protocol):
    """A chart: data, a value like any other, that can draw itself as SVG at a given width."""

    def __hash__(self) -> int:
        """Return the same for equal charts, so that a drawing can be kept."""
        ...

    def svg(self, width: int) -> str:
        """Return a standalone SVG drawing of this width in pixels, in the colours of the light palette."""
        ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its title, its words for those who do not see it, and its numbers as a table."""

    id: str
    title: str
    chart: Chart
    alt: str
    table: Table
    note: Parts = ()
    table_open: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, what it means, and, where entries are linked to, its anchor."""

    term: Parts
    meaning: Parts
    anchor: str = ""


class DefinitionStyle(StrEnum):
    """How a list of definitions is set."""

    PLAIN = "plain"
    KEY_FIGURES = "key_figures"


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their meanings, or a few key figures with their names."""

    items: tuple[Definition, ...]
    style: DefinitionStyle = DefinitionStyle.PLAIN


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small type."""

    parts: Parts


Block = Heading | Paragraph | BulletList | Callout | Table | Figure | DefinitionList | Note


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the paper; ``appendix`` sections stand behind the decision."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    appendix: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The whole paper: who asked what, the sections, and where each ground of numbers is listed.

    ``anchors`` leads from the origins of a number to the entry that lists them; ``labels`` gives the short
    mark of that entry, for readers on paper. A ``draft`` says so on every page; ``logo`` holds the bytes of an
    SVG or PNG; ``day`` is the day that the paper speaks of, not the day on which it is printed.
    """

    title: str
    subtitle: str
    language: str
    facts_line: Parts
    sections: tuple[Section, ...]
    anchors: Mapping[tuple[Origin, ...], str]
    labels: Mapping[tuple[Origin, ...], str]
    company: str = ""
    day: dt.date | None = None
    draft: bool = False
    logo: bytes | None = None


def numbers_in(block: Block) -> Iterator[Number]:
    """Walk over all numbers of a block, in reading order."""
    match block:
        case Callout():
            for inner in block.blocks:
                yield from numbers_in(inner)
        case Figure():
            yield from _numbers(block.note)
            yield from numbers_in(block.table)
        case _:
            for parts in _runs(block):
                yield from _numbers(parts)


def _runs(block: Block) -> Iterator[Parts]:
    match block:
        case Paragraph() | Note():
            yield block.parts
        case BulletList():
            yield from block.items
        case Table():
            for row in block.rows:
                yield from row.cells
        case DefinitionList():
            for item in block.items:
                yield item.term
                yield item.meaning
        case _:
            return


def _numbers(parts: Parts) -> Iterator[Number]:
    return (part for part in parts if isinstance(part, Number))
