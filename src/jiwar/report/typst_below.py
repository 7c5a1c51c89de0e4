"""How a table is set on paper: which cells stand below their rows, which columns in a table of their own."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from jiwar.report.below import only, parted
from jiwar.report.blocks import Align, Inline, Link, Parts, RowKind, Table, Text
from jiwar.report.texts import NOTHING, Texts
from jiwar.report.typst_columns import SIZES_PT, Fit, fit, height_pt, plain

_SMALL_PT = 150.0  # a table of this height stays as it is
_SENTENCE = 40  # letters from which a cell may stand below its row
_MANY_ROWS = 40
_DEARER = (1.1, 1.2)
"""What one and two columns must save before they leave their place: a cell below its row is read less easily.

The last columns of sentences go first.
"""

_PARTS = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Setting:
    """A table as it is printed: the columns side by side, what stands below each row, and how wide all is.

    ``below`` is empty for a table without such remarks, and otherwise has an entry for every row.
    """

    table: Table
    below: tuple[Parts, ...]
    fit: Fit

    @property
    def height_pt(self) -> float:
        """About how much of upright pages the table takes."""
        return height_pt(self.table, self.fit, self.below)


def set_small(table: Table, texts: Texts) -> tuple[Setting, ...]:
    """Set a long list that is looked up and not read: in the smaller letters, as it is."""
    return (_setting(table, frozenset(), texts, may_turn=True, sizes=SIZES_PT[2:]),)


def set_table(table: Table, texts: Texts, *, may_turn: bool) -> tuple[Setting, ...]:
    """Choose how a table takes the least paper; one of numbers that is too wide becomes several, side after side."""
    named = frozenset(index for index, column in enumerate(table.columns) if column.below)
    usual = _setting(table, named, texts, may_turn=may_turn)
    if (usual.fit.turned or usual.fit.stacked) and may_turn and not table.wide:
        halves = _divided(table, texts)
        if halves:
            return halves
    upright = not (usual.fit.turned or usual.fit.stacked)
    if table.wide or (upright and (named or usual.height_pt < _SMALL_PT)):
        return (usual,)
    movable = [
        index
        for index, column in enumerate(table.columns)
        if index and index not in named and column.align is Align.TEXT and _longest(table, index) > _SENTENCE
    ]
    tries = [
        (_setting(table, named | set(movable[-count:]), texts, may_turn=may_turn), dearer)
        for count, dearer in enumerate(_DEARER, start=1)
        if count <= len(movable) and len(table.columns) - len(named) - count > 1
    ]
    best, _ = min([(usual, 1.0), *tries], key=lambda one: one[0].height_pt * one[1])
    return (best,)


def gathered(table: Table, title: str, count: int) -> tuple[Table, dict[str, int]]:
    """Take the remarks of a long table out of its rows, each piece once with a number that the rows then name.

    ``count`` remarks of other tables have a number already.
    A table that is short, or whose remarks are not its last column, stays as it is.
    """
    *others, last = table.columns
    long = sum(row.kind is not RowKind.GROUP for row in table.rows) >= _MANY_ROWS
    if not last.below or not long or any(column.below for column in others):
        return table, {}
    numbers: dict[str, int] = {}
    rows = []
    for row in table.rows:
        if row.kind is RowKind.GROUP:
            rows.append(row)
            continue
        pieces = [part.text for part in row.cells[-1] if part.text.strip("; ") not in {"", NOTHING}]
        links: list[Inline] = []
        for piece in dict.fromkeys(pieces):
            number = numbers.setdefault(piece, count + len(numbers) + 1)
            links += [Text(", "), Link(str(number), f"#{remark_place(number)}")]
        rows.append(dataclasses.replace(row, cells=(*row.cells[:-1], tuple(links[1:]) or (Text(NOTHING),))))
    columns = (*others, dataclasses.replace(last, title=title, below=False))
    return dataclasses.replace(table, columns=columns, rows=tuple(rows)), numbers


def remark_place(number: int) -> str:
    """Return the name of the place of a gathered remark."""
    return f"remark {number}"


def _setting(
    table: Table,
    below: frozenset[int],
    texts: Texts,
    *,
    may_turn: bool,
    sizes: tuple[float, ...] = SIZES_PT,
) -> Setting:
    beside, remarks = parted(table, below, texts)
    return Setting(beside, remarks, fit(beside, may_turn=may_turn, sizes=sizes))


def _divided(table: Table, texts: Texts) -> tuple[Setting, ...]:
    """Divide a table of numbers into upright ones that repeat its first column; nothing for other tables."""
    if any(column.align is not Align.NUMBER for column in table.columns[1:]):
        return ()
    rest = range(1, len(table.columns))
    for count in _PARTS:
        size = -(-len(rest) // count)
        parts = [[0, *rest[start : start + size]] for start in range(0, len(rest), size)]
        found = tuple(_setting(only(table, part), frozenset(), texts, may_turn=True) for part in parts)
        if not any(one.fit.turned or one.fit.stacked for one in found):
            return found
    return ()


def _longest(table: Table, index: int) -> int:
    return max(
        (len(plain(row.cells[index])) for row in table.rows if row.kind is not RowKind.GROUP), default=0
    )
