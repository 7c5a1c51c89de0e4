"""The reference page of the commands, from their own help texts."""

from __future__ import annotations

from collections.abc import Iterator

import cyclopts
from rich.console import Console

from jiwar.cli.app import COMMANDS, build_app

_SUBCOMMANDS = {
    "facts": ("show", "search", "sources", "audit", "diff", "import", "export"),
    "law": ("list", "show", "coverage", "changes", "questions"),
}


def command_reference() -> str:
    """Return the page in Markdown: every command with the help that it prints."""
    app = build_app()
    parts = ["# Commands", "", "Written by `make docs` from the help of the program itself.", ""]
    for words in _all_words():
        parts += [f"## jiwar {' '.join(words)}".rstrip(), "", "```text", _help(app, words), "```", ""]
    return "\n".join(parts)


def _all_words() -> Iterator[tuple[str, ...]]:
    yield ()
    for name in COMMANDS:
        yield (name,)
        for inner in _SUBCOMMANDS.get(name, ()):
            yield name, inner


def _help(app: cyclopts.App, words: tuple[str, ...]) -> str:
    console = Console(width=100, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as captured:
        app.help_print(list(words), console=console)
    return "\n".join(line.rstrip() for line in captured.get().splitlines()).strip()
