"""A paper as parts with neutral blocks: headings, paragraphs, statements and tables, for any renderer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jiwar.law.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of plain text; ``remark`` sets it small."""

    text: str
    remark: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """What the rules say, set apart: the verdict and the sentences that lead to it, with their articles."""

    verdict: Verdict
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; an open cell waits for an answer and is to be marked as such."""

    text: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; every row has as many cells as there are columns."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            message = f"a row of `{self.caption}` has more or fewer cells than the table has columns"
            raise ValueError(message)


Block = Heading | Paragraph | Statement | Table


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a paper: most often one data flow."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper in one language; ``file_name`` is what a person reads in the folder, without an ending."""

    id: str
    file_name: str
    title: str
    subtitle: str
    language: str
    opening: str
    parts: tuple[Part, ...]

    @property
    def blocks(self) -> Iterator[Block]:
        """All blocks in reading order."""
        return (block for part in self.parts for block in part.blocks)

    @property
    def open_answers(self) -> int:
        """How many cells still wait for an answer."""
        return sum(
            cell.open
            for block in self.blocks
            if isinstance(block, Table)
            for row in block.rows
            for cell in row
        )
