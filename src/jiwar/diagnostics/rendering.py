"""Diagnostics as text with a caret under the place, and as JSON objects."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable

from jiwar.diagnostics.diagnostic import Diagnostic, Place


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the diagnostics as readable text, one block each, in the order given."""
    return "\n\n".join(_block(diagnostic) for diagnostic in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the same diagnostics as a JSON array of objects."""
    return json.dumps([dataclasses.asdict(item) for item in diagnostics], ensure_ascii=False, indent=2)


def _block(diagnostic: Diagnostic) -> str:
    head = f"{diagnostic.severity.value} {diagnostic.code}: {diagnostic.message}"
    if diagnostic.place is not None:
        head = f"{diagnostic.place}: {head}"
    lines = [head, *_caret(diagnostic.place), f"  = remedy: {diagnostic.remedy}"]
    return "\n".join(lines)


def _caret(place: Place | None) -> list[str]:
    if place is None or place.source_line is None or not place.line:
        return []
    number = str(place.line)
    source = place.source_line.rstrip("\n").replace("\t", " ")
    lines = [f"  {number} | {source}"]
    if place.column:
        room = max(1, min(place.width, len(source) - place.column + 1))
        lines.append(f"  {' ' * len(number)} | {' ' * (place.column - 1)}{'^' * room}")
    return lines
