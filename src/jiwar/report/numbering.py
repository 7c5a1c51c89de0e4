"""Which figure and which table is the third: one count for every renderer, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jiwar.report.blocks import Block, Callout, Document, Figure, Table


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of all figures and tables of a document; the table behind a figure bears the figure's."""

    figures: dict[int, int]
    tables: dict[int, int]

    def of(self, block: Figure | Table) -> int | None:
        """Return the number of a figure or a table; None for a table that belongs to a figure."""
        return (self.figures if isinstance(block, Figure) else self.tables).get(id(block))


def numbering(document: Document) -> Numbering:
    """Count figures and tables of a document, each from one."""
    found = [block for section in document.sections for block in _walk(section.blocks)]
    figures = [id(block) for block in found if isinstance(block, Figure)]
    tables = [id(block) for block in found if isinstance(block, Table)]
    return Numbering(
        {block: number for number, block in enumerate(figures, start=1)},
        {block: number for number, block in enumerate(tables, start=1)},
    )


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from _walk(block.blocks)
