"""How wide the columns and how high the rows of a sheet must be, so that no word is cut in any programme."""

from __future__ import annotations

from collections.abc import Iterable

from jiwar.report.blocks import Align, Block, Callout, Figure, Parts, Section, Table

HIGHEST = 400.0
"""A row can be no higher than 409 points."""

_LINE = 13.2
_LETTERS = 1.12
"""Letters of running text that one unit of width holds; the unit is a digit."""

_LEAST = 10
_FIRST = 26
_WIDEST = 70
_LONGEST_WORD = 26
_SHEET = 176
"""Characters that an A4 page holds across in a size that can still be read."""


def plain(parts: Parts) -> str:
    """Return inline parts as plain words."""
    return "".join(part.text for part in parts)


def lines_of(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of so many characters."""
    room = max(int(width * _LETTERS), 1)
    count = 0
    for paragraph in text.split("\n"):
        used = 0
        count += 1
        for word in paragraph.split(" "):
            length = len(word)
            if used and used + 1 + length > room:
                count, used = count + 1, 0
            elif used:
                used += 1
            count += max(length - 1, 0) // room
            used += length % room if length > room else length
    return count


def height(cells: Iterable[tuple[str, float]]) -> float:
    """Return the height in points of a row with these texts in columns of these widths."""
    most = max((lines_of(text, width) for text, width in cells), default=1)
    return min(_LINE * most + 1.8, HIGHEST)


def heading(title: str, unit: str) -> str:
    """Return what stands over a column."""
    return f"{title} ({unit})" if unit else title


def widths(section: Section) -> tuple[float, ...]:
    """Return widths of columns that suit all tables of a section and an A4 page together.

    Every column starts as wide as its longest text; while they are too wide together, the column gives way whose
    texts then still take the fewest lines.
    """
    tables = [table for block in section.blocks for table in _tables(block)]
    columns = [(_LEAST, _FIRST)] + [(_LEAST, _LEAST)] * 5
    for table in tables:
        for index, (least, wanted) in enumerate(_wanted(table)):
            if index == len(columns):
                columns.append((least, wanted))
            known = columns[index]
            columns[index] = max(known[0], least), max(known[1], wanted)
    longest = [wanted for _, wanted in columns]
    found = [min(wanted, max(_WIDEST, least)) for least, wanted in columns]
    while sum(found) > _SHEET:
        can = [index for index, (least, _) in enumerate(columns) if found[index] > least]
        if not can:
            break
        found[min(can, key=lambda index: longest[index] / (found[index] - 1))] -= 1
    return tuple(float(width) for width in found)


def _tables(block: Block) -> Iterable[Table]:
    match block:
        case Table():
            yield block
        case Figure():
            yield block.table
        case Callout():
            for inner in block.blocks:
                yield from _tables(inner)
        case _:
            return


def _wanted(table: Table) -> tuple[tuple[int, int], ...]:
    """Return for each column the least width, which breaks no word, and the one that breaks no line."""
    rows = [[plain(parts) for parts in row.cells] for row in table.rows if len(row.cells) > 1]
    found = []
    for index, column in enumerate(table.columns):
        texts = [row[index] for row in rows]
        words = [word for text in (heading(column.title, column.unit), *texts) for word in text.split(" ")]
        longest = max((len(word) for word in words), default=0) + 2
        content = max((len(text) for text in texts), default=0) + 2
        least = max(min(longest, _LONGEST_WORD), _LEAST)
        found.append((least, least if column.align is Align.NUMBER else max(content, least)))
    return tuple(found)
