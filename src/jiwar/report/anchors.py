"""The anchors inside the paper to which numbers and links lead."""

from __future__ import annotations

from jiwar.provenance import Origin

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def origin_anchor(origin: Origin) -> str:
    """Return the anchor of what a number rests on; different origins have different anchors."""
    return f"{origin.kind.value}-{_safe(origin.key)}"


def source_anchor(source: str) -> str:
    """Return the anchor of a source by its id."""
    return f"source-{_safe(source)}"


def _safe(key: str) -> str:
    return "".join(_letter(letter) for letter in key)


def _letter(letter: str) -> str:
    if letter in _PLAIN:
        return letter
    return "." if letter == "/" else f".{ord(letter):x}."
