"""Writing the board paper, and opening it where there is a screen."""

from __future__ import annotations

import os
import sys
import webbrowser
from pathlib import Path

from jiwar.cli.screen import screen
from jiwar.planning import Plan
from jiwar.verbs import render


def write_paper(plan: Plan, target: Path, *, language: str = "en", open_it: bool = False) -> None:
    """Write the board paper of a plan, say where it is, and open it in a browser if that is wanted."""
    written = render(plan, language=language).write(target).resolve()
    screen().print(f"Board paper: {written}", soft_wrap=True)
    if open_it and _has_a_screen():
        webbrowser.open(written.as_uri())


def _has_a_screen() -> bool:
    """Say whether a browser would open in a window rather than take over the terminal."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
