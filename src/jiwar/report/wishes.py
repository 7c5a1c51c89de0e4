"""What a reader wishes of a paper: for whom, as a draft, without names, under which name and logo."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jiwar.diagnostics import JiwarError

READERS: dict[str, tuple[str, ...]] = {
    "board": (
        *("decision", "reverse", "plan", "cost", "cash", "uncertainty", "alternatives", "risks", "against"),
        *("stages", "leave", "people", "law", "open"),
    ),
    "cfo": (
        *("decision", "cost", "cash", "uncertainty", "reverse", "support", "alternatives", "assumptions"),
        *("leave", "against", "stages", "risks", "open"),
    ),
    "dpo": ("decision", "law", "blocked", "open", "plan", "stages", "leave"),
    "works-council": (
        *("decision", "people", "plan", "alternatives", "cost", "against", "together", "law", "risks"),
        *("assumptions", "leave", "stages", "open"),
    ),
    "adviser": (
        *("decision", "plan", "support", "talent", "hours", "alternatives", "law", "blocked", "together"),
        *("uncertainty", "stages", "open"),
    ),
}
"""Readers with the sections that they see first, in their order; everything else stands behind, nothing is lost."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a paper shall be made; ``reader`` is a key of ``READERS`` or empty for the usual order.

    Raises
    ------
    JiwarError
        R007 for an unknown reader.
    """

    reader: str = ""
    draft: bool = False
    anonymous: bool = False
    company: str = ""
    logo: bytes | None = None

    def __post_init__(self) -> None:
        if self.reader and self.reader not in READERS:
            named = ", ".join(f"`{name}`" for name in READERS)
            message = f"nobody is known as the reader `{self.reader}`"
            raise JiwarError.of("R007", message, f"use one of: {named}")


def logo_of(file: Path) -> bytes:
    """Read the file of a logo.

    Raises
    ------
    JiwarError
        R008 when it cannot be read or is neither SVG nor PNG.
    """
    remedy = "give the file of an SVG or PNG picture"
    try:
        content = file.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise JiwarError.of("R008", f"the logo `{file}` cannot be read: {reason}", remedy) from error
    if not (content.startswith(b"\x89PNG\r\n") or b"<svg" in content[:2000]):
        raise JiwarError.of("R008", f"the logo `{file}` is neither SVG nor PNG", remedy)
    return content
