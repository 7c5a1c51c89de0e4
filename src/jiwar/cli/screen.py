"""What a person sees in the terminal: tables, progress, and where files went."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table


def screen() -> Console:
    """Return the console for results (standard output); wide when it is not a terminal."""
    return Console(width=None if sys.stdout.isatty() else _columns(), highlight=False)


def messages() -> Console:
    """Return the console for progress and remarks (standard error)."""
    return Console(stderr=True, width=None if sys.stderr.isatty() else _columns(), highlight=False)


def _columns() -> int:
    return int(os.environ.get("COLUMNS", "140"))


def table(
    title: str, columns: Sequence[tuple[str, bool]], rows: Sequence[Sequence[str]], note: str = ""
) -> Table:
    """Return a table; each column is a name and whether it holds numbers."""
    shown = Table(
        title=title, title_justify="left", caption=note or None, caption_justify="left", expand=False
    )
    for name, numeric in columns:
        shown.add_column(name, justify="right" if numeric else "left", overflow="fold")
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
