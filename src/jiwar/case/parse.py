"""YAML text to a tree with places, on the C parser, with the meaning of YAML 1.2."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from jiwar.case.error import CaseError
from jiwar.case.scalars import resolve
from jiwar.case.tree import Block, Entry, Items, Node, Scalar
from jiwar.diagnostics import Diagnostic, Place

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser; the slower one of the same library where a platform has no binary of it."""

_DEEPEST = 24


def parse_yaml(text: str, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return the tree of the first document (None when there is none) and the problems found in it.

    Raises
    ------
    CaseError
        When the text breaks the grammar of YAML (C003).
    """
    builder = _Builder(text, file)
    try:
        node = builder.document()
    except yaml.MarkedYAMLError as error:
        raise CaseError([builder.grammar(error)]) from error
    except yaml.reader.ReaderError as error:
        raise CaseError([builder.character(error)]) from error
    return node, tuple(builder.problems)


class _Builder:
    """Turns the events of the parser into nodes, and collects what cases do not use."""

    def __init__(self, text: str, file: str) -> None:
        self.lines = text.splitlines()
        self.file = file
        self.problems: list[Diagnostic] = []
        self.text = text
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)

    def document(self) -> Node | None:
        """Return the only document."""
        self._next(yaml.StreamStartEvent)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        node = self._node(next(self.events), 0)
        self._next(yaml.DocumentEndEvent)
        event = next(self.events)
        if isinstance(event, yaml.DocumentStartEvent):
            self._refuse("a second document begins here (`---`)", self._place(event))
        return node

    def _next(self, kind: type[Any]) -> None:
        event = next(self.events)
        if not isinstance(event, kind):  # pragma: no cover - the parser's own grammar
            raise TypeError(event)

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event)
        if depth > _DEEPEST:
            message = "the nesting is too deep for a case"
            raise CaseError([Diagnostic("C034", message, "write the value out, without nesting", place)])
        if isinstance(event, yaml.AliasEvent):
            self._refuse(f"`*{event.anchor}` is an alias", place)
            return Scalar(None, place)
        if event.tag not in {None, "!"}:
            self._refuse(f"`{event.tag}` is a tag", place)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0]
            return Scalar(resolve(event.value) if plain else event.value, place)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self._node(event, depth + 1))
            return Items(tuple(items), place)
        return self._block(place, depth)

    def _block(self, place: Place, depth: int) -> Block:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key_place = self._place(event)
            is_text = isinstance(event, yaml.ScalarEvent)
            key = event.value if is_text else ""
            if not is_text:
                self._node(event, depth + 1)
                self._refuse("a key must be a text", key_place)
            node = self._node(next(self.events), depth + 1)
            if is_text and key in entries:
                first = entries[key].key_place.line
                message = f"`{key}` stands here a second time; the first is in line {first}"
                remedy = "keep one of the two, or give one another name"
                self.problems.append(Diagnostic("C005", message, remedy, key_place))
            elif is_text:
                entries[key] = Entry(key, key_place, node)
        return Block(entries, place)

    def _refuse(self, what: str, place: Place) -> None:
        remedy = "write the value out: each value of a case stands at one place"
        self.problems.append(Diagnostic("C034", f"{what}; cases do not use that", remedy, place))

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        source = self._source(start.line)
        if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent) and end.line == start.line:
            width = end.column - start.column
        else:
            width = len(source) - start.column if isinstance(event, yaml.ScalarEvent) else 1
        return Place(self.file, start.line + 1, start.column + 1, source, max(1, width))

    def _source(self, index: int) -> str:
        return self.lines[index] if index < len(self.lines) else ""

    def grammar(self, error: yaml.MarkedYAMLError) -> Diagnostic:
        """Return the diagnostic of an error of grammar."""
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        source = self._source(line)
        place = Place(self.file, line + 1, column + 1, source)
        where = f" {error.context}" if error.context else ""
        message = f"this is not valid YAML: {error.problem or 'it ends too early'}{where}"
        if "\t" in source[: column + 1]:
            return Diagnostic("C003", "a tab stands in the indentation", "indent with spaces only", place)
        return Diagnostic("C003", message, _grammar_remedy(source), place)

    def character(self, error: yaml.reader.ReaderError) -> Diagnostic:
        """Return the diagnostic of a character that YAML forbids."""
        index = next((at for at, sign in enumerate(self.text) if _forbidden(sign)), 0)
        line = self.text.count("\n", 0, index)
        column = index - (self.text.rfind("\n", 0, index) + 1)
        place = Place(self.file, line + 1, column + 1, self.text.split("\n")[line])
        message = f"the character number {ord(self.text[index])} is not allowed in YAML ({error.reason})"
        return Diagnostic("C003", message, "remove it; it may have come with copied text", place)


def _forbidden(sign: str) -> bool:
    number = ord(sign)
    if number < 0x20:
        return sign not in "\t\n\r"
    control = 0x7F <= number <= 0x9F and number != 0x85
    return control or 0xD800 <= number <= 0xDFFF or number in {0xFFFE, 0xFFFF}


def _grammar_remedy(source: str) -> str:
    if source.count(": ") > 1:
        return "put the text after the first `: ` in quotes, or begin a new line for the next key"
    return "check the indentation, closing brackets and quotes of this line and the one before"
