"""How wide the columns of a printed table are, and whether it needs smaller letters or a turned page."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from jiwar.report.blocks import Align, Column, Parts, Row, RowKind, Table
from jiwar.report.charts.letters import text_width

PORTRAIT_PT = 496.0
LANDSCAPE_PT = 740.0
"""Room between the margins of an A4 page, upright and turned."""

SIZES_PT = (8.5, 8.0, 7.5, 7.0)
"""Sizes of letters that are tried, from the largest."""

_GAP_PT = 11.0  # between columns, the inset of cells
_NARROWER = 0.93  # the printed letters over those that are measured
_LONG_WORD, _WORD = 22, 16  # longer words may be broken; in the larger letters only the longest
_ONE_LINE_PT = 110.0
_KEY_PIECE, _KEY_WIDER = 18, 1.2
_BOLD = 1.07
_TALL_PT = (300.0, 170.0)  # upright, turned
_LINE_HEIGHT = 1.3
_READABLE = ((250, 150.0), (120, 105.0), (60, 70.0))
"""Letters of the longest cell of a column, and the room in points that it needs at least."""
_CLOSER = 0.62  # of the room that sentences should have, before a page is turned
_MANY_COLUMNS = 6  # with more of them, sentences in close columns cannot be read
_CALLOUT_PT = 28.0  # the inset of a box around a table
_STACKED_PT = 330.0  # the room for a cell of a stacked table
_ROW_PT = 7.2  # above and below a row
_REMARK = 0.92  # the letters of a remark over those of its row
_TURNED_ROOM, _TURNED_PT = 1.6, 250.0  # a turned page holds fewer rows, and breaks the page before it

Widths = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """A table on paper: its columns in points, the size of its letters, and whether its page is turned.

    ``stacked`` tables have no room side by side even on a turned page: each row becomes a list of its cells.
    """

    columns_pt: tuple[float, ...]
    size_pt: float
    turned: bool
    stacked: bool = False


def fit(table: Table, *, may_turn: bool = True, sizes: tuple[float, ...] = SIZES_PT) -> Fit:
    """Find the largest letters with which a table fits an upright page, else a turned one where one may turn."""
    tries = [(PORTRAIT_PT, False, 1.0), (PORTRAIT_PT, False, _CLOSER), (LANDSCAPE_PT, True, 1.0)]
    if not may_turn:
        tries = [(PORTRAIT_PT - _CALLOUT_PT, False, 1.0), (PORTRAIT_PT - _CALLOUT_PT, False, _CLOSER)]
    elif table.wide:
        tries = tries[2:]
    elif len(table.columns) > _MANY_COLUMNS:
        tries = [tries[0], tries[2]]
    for room, turned, ease in tries:
        for size, whole in [*((size, _LONG_WORD) for size in sizes[:2]), *((size, _WORD) for size in sizes)]:
            least, best, most = _needs(table, size, ease, whole)
            if sum(least) <= room:
                return Fit(_shared(least, best, most, room), size, turned)
    return Fit((), SIZES_PT[0], turned=False, stacked=True)


def height_pt(table: Table, found: Fit, below: tuple[Parts, ...] = ()) -> float:
    """Return about how much of upright pages a table takes; a turned page costs what it leaves empty as well."""
    if found.stacked:
        cells = [plain(cell) for row in table.rows for cell in row.cells[1:]]
        return (
            sum(_lines(one, _STACKED_PT, found.size_pt) for one in cells) * found.size_pt * _LINE_HEIGHT * 1.3
        )
    room = sum(found.columns_pt)
    remarks = below or ((),) * len(table.rows)
    height = 0.0
    for row, remark in zip(table.rows, remarks, strict=True):
        lines = 1
        if row.kind is not RowKind.GROUP:
            beside = zip(row.cells, found.columns_pt, strict=True)
            lines = max(_lines(plain(cell), width - _GAP_PT, found.size_pt) for cell, width in beside)
        height += lines * found.size_pt * _LINE_HEIGHT + _ROW_PT
        if remark:
            height += _lines(plain(remark), room, _REMARK * found.size_pt) * found.size_pt * _LINE_HEIGHT
    height *= math.pow(
        SIZES_PT[0] / found.size_pt, 1.5
    )  # smaller letters are dearer than the paper that they save
    return height * _TURNED_ROOM + _TURNED_PT if found.turned else height


def _lines(words: str, width: float, size: float) -> int:
    """Return about how many lines words take; where they break, some room is left."""
    return max(math.ceil(_line(words, size) * 1.06 / max(width, 1.0)), 1)


def is_tall(row: Row, found: Fit, remark: Parts = ()) -> bool:
    """Say whether a row with its remark takes so much of a page that it may break over two."""
    lines = max(
        _line(plain(cell), found.size_pt) / max(width - _GAP_PT, 1.0)
        for cell, width in zip(row.cells, found.columns_pt, strict=True)
    )
    lines += _line(plain(remark), found.size_pt) * _REMARK / sum(found.columns_pt)
    return lines * found.size_pt * _LINE_HEIGHT > _TALL_PT[found.turned]


def plain(parts: Parts) -> str:
    """Return the words of a run without their form."""
    return "".join(part.text for part in parts)


def must_break(words: str, width_pt: float, size: float, *, bold: bool = False) -> bool:
    """Say whether a word is longer than its column, so that it has to be divided."""
    return _word(words, size, letters=len(words)) * (_BOLD if bold else 1.0) > width_pt - _GAP_PT


def _needs(table: Table, size: float, ease: float, whole: int) -> tuple[Widths, Widths, Widths]:
    """Return for every column the least width without broken words, one without many breaks and one without any."""
    rows = [row for row in table.rows if row.kind is not RowKind.GROUP]
    least, best, most = [], [], []
    for index, column in enumerate(table.columns):
        cells = [plain(row.cells[index]) for row in rows]
        head = [column.title, column.unit]
        lined = column.align is Align.NUMBER
        smallest = [
            *(_word(text, size, letters=whole) * _BOLD for text in head),
            *(_line(text, size) if lined else _word(text, size, letters=whole) for text in cells),
            _prose(cells) * ease,
        ]
        least.append(max(smallest) + _GAP_PT)
        lines = [_line(text, size) for text in cells]
        best.append(max(_usual(lines), _head_line(column, size), least[-1] - _GAP_PT) + _GAP_PT)
        most.append(max(max(lines, default=0.0), best[-1] - _GAP_PT) + _GAP_PT)
    return tuple(least), tuple(best), tuple(most)


def _usual(lengths: list[float]) -> float:
    """Return how long the lines of a column are; a single long one weighs less than many."""
    if not lengths:
        return 0.0
    return max(math.sqrt(sum(one * one for one in lengths) / len(lengths)), min(max(lengths), _ONE_LINE_PT))


def _line(text: str, size: float) -> float:
    return text_width(text, size) * _NARROWER * 1.04


def _head_line(column: Column, size: float) -> float:
    """A title may take two lines, so half of it is enough."""
    return _line(column.title, size) * (0.55 if " " in column.title else 1.0)


def _word(text: str, size: float, letters: int) -> float:
    """Return the width of the longest piece that should not be broken."""
    if "/" in text and " " not in text:  # a key, set in wide letters behind the number of its row
        return max(_line(piece[:_KEY_PIECE], size) for piece in text.split("/")) * _KEY_WIDER
    pieces = re.split(r"[ /_\-\u200b]+", text)
    return max((_line(piece[:letters], size) for piece in pieces), default=0.0)


def _prose(cells: list[str]) -> float:
    """Whole sentences need a column in which they can be read."""
    longest = max(map(len, cells), default=0)
    return next((room for letters, room in _READABLE if longest > letters), 0.0)


def _shared(least: Widths, best: Widths, most: Widths, room: float) -> Widths:
    """Give every column its least, then what it would like, then its whole lines, then its part of what is left."""
    widths = least
    for wanted in (best, most):
        wishes = [wish - has for wish, has in zip(wanted, widths, strict=True)]
        spare = room - sum(widths)
        # Long columns get more, but less than in proportion: their lines may break.
        granted = wishes if sum(wishes) <= spare else _granted(wishes, [wish**0.75 for wish in wishes], spare)
        widths = tuple(has + more for has, more in zip(widths, granted, strict=True))
    left = room / sum(widths)
    return tuple(round(one * left, 2) for one in widths)


def _granted(wishes: list[float], weights: list[float], spare: float) -> list[float]:
    """Share what is spare by weight, never more than wished."""
    given = [0.0] * len(wishes)
    open_ = [index for index, wish in enumerate(wishes) if wish > 0]
    while open_ and spare > 1e-6:
        whole = sum(weights[index] for index in open_)
        full = [index for index in open_ if wishes[index] - given[index] <= spare * weights[index] / whole]
        if not full:
            for index in open_:
                given[index] += spare * weights[index] / whole
            break
        for index in full:
            spare -= wishes[index] - given[index]
            given[index] = wishes[index]
        open_ = [index for index in open_ if index not in full]
    return given
