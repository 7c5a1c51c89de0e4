"""Written data as a tree in which every key and every value knows its place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jiwar.case.scalars import Plain
from jiwar.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value without parts."""

    value: Plain
    place: Place


@dataclass(frozen=True, slots=True)
class Items:
    """A list; for a table, its rows."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One key with what it holds."""

    key: str
    key_place: Place
    node: Node


@dataclass(frozen=True, slots=True)
class Block:
    """A block of keys; for a table, one row."""

    entries: Mapping[str, Entry]
    place: Place


Node = Scalar | Items | Block


def describe(node: Node) -> str:
    """Return in words what stands there, for messages."""
    match node:
        case Items():
            return "a list"
        case Block():
            return "a block of keys"
        case Scalar(value=None):
            return "nothing"
        case Scalar(value=bool()):
            return "true or false"
        case Scalar(value=int() | float()):
            return "a number"
        case Scalar():
            return "a text"
