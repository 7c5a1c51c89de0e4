"""A paper as a neutral list of blocks: headings, paragraphs and tables, for any renderer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the paper."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; an open cell waits for an answer and is to be marked as such."""

    text: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            message = "a row has more or fewer cells than the table has columns"
            raise ValueError(message)


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper in one language."""

    id: str
    title: str
    language: str
    blocks: tuple[Block, ...]

    @property
    def open_answers(self) -> int:
        """How many cells still wait for an answer."""
        tables = (block for block in self.blocks if isinstance(block, Table))
        return sum(cell.open for table in tables for row in table.rows for cell in row)
