"""What a person sees in the terminal: tables, progress, and where files went."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

_LONGEST_WORD = 16
"""Letters up to which a word in a table is not broken; ids and keys may be."""


def screen() -> Console:
    """Return the console for results (standard output); wide when it is not a terminal."""
    return Console(width=None if sys.stdout.isatty() else _columns(), highlight=False)


def messages() -> Console:
    """Return the console for progress and remarks (standard error)."""
    return Console(stderr=True, width=None if sys.stderr.isatty() else _columns(), highlight=False)


def _columns() -> int:
    return int(os.environ.get("COLUMNS", "140"))


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return the width of each column: as its longest cell, less where the room is short, words kept whole."""
    widths = [max((len(cell) for cell in cells), default=1) for cells in columns]
    words = [max((len(word) for cell in cells for word in cell.split()), default=1) for cells in columns]
    least = [min(longest, _LONGEST_WORD) for longest in words]
    room -= 2 + 2 * len(columns)  # the edge, and what keeps columns apart
    while sum(widths) > room:
        spare = [width - low for width, low in zip(widths, least, strict=True)]
        if max(spare, default=0) <= 0:
            break
        widths[spare.index(max(spare))] -= 1
    return widths


def table(
    title: str, columns: Sequence[tuple[str, bool]], rows: Sequence[Sequence[str]], note: str = ""
) -> Table:
    """Return a table; each column is a name and whether it holds numbers. Words of usual length stay whole."""
    shown = Table(
        title=title,
        title_justify="left",
        caption=note or None,
        caption_justify="left",
        box=SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        expand=False,
    )
    cells = [[name, *(row[at] for row in rows)] for at, (name, _) in enumerate(columns)]
    for (name, numeric), width in zip(columns, _widths(cells, screen().width), strict=True):
        shown.add_column(name, justify="right" if numeric else "left", overflow="fold", width=width)
    for row in rows:
        shown.add_row(*row)
    return shown


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show progress on standard error while the block runs; silent when that is no terminal."""
    console = messages()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[state]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield bar
