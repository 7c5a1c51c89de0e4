"""A written tree compared with what is declared: every value read, every problem noted with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from jiwar.case.draft import Draft
from jiwar.case.error import Wrong
from jiwar.case.kinds import Kind, Name
from jiwar.case.shapes import Declared, Leaf, ListOf, MapOf, NamedRecords, Record, Shape, fields_of
from jiwar.case.tree import Block, Entry, Items, Node, Scalar, describe
from jiwar.diagnostics import Diagnostic, Place, nearest_names


class _Nothing:
    """Stands for what could not be read."""


NOTHING: Final = _Nothing()


@dataclass(frozen=True, slots=True)
class Reference:
    """One use of a name that must exist somewhere."""

    of: str
    name: str
    place: Place


@dataclass(slots=True)
class Walk:
    """What is collected on the way through the tree.

    ``load_table`` reads a table by the name of its file, and returns None after noting why it cannot.
    """

    load_table: Callable[[Scalar], Items | None]
    problems: list[Diagnostic] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)

    def note(self, code: str, message: str, remedy: str, place: Place) -> None:
        """Add one problem."""
        self.problems.append(Diagnostic(code, message, remedy, place))


def walk_record(model: type[Declared], node: Node, path: str, place: Place, walk: Walk) -> Draft:
    """Read a block of declared keys; whatever cannot be read is noted and left out."""
    draft = Draft(model, path, place, walk.places)
    if not isinstance(node, Block):
        if not _is_empty(node, path, walk):
            walk.note(
                "C008",
                f"{_called(path)} must be a block of keys, not {describe(node)}",
                _keys(model),
                node.place,
            )
        return draft
    fields = fields_of(model)
    for key, entry in node.entries.items():
        if key not in fields:
            table = node.place.file.endswith(".csv")
            owner = "column of this table" if table else f"key of {_called(path)}"
            message = f"`{key}` is not a {owner}"
            _note_once(walk, Diagnostic("C006", message, nearest_names(key, fields), entry.key_place))
    for key, (name, declared, shape) in fields.items():
        entry_or_none = node.entries.get(key)
        if entry_or_none is None:
            if declared.is_required():
                _missing(key, shape, draft, walk)
            else:
                draft.values[name] = declared.get_default(call_default_factory=True)
            continue
        below = f"{path}.{key}" if path else key
        draft.places[name] = walk.places[below] = _best_place(entry_or_none)
        value = _walk_shape(shape, entry_or_none.node, below, draft.places[name], walk)
        if value is not NOTHING:
            draft.values[name] = value
    return draft


def _walk_shape(shape: Shape, node: Node, path: str, place: Place, walk: Walk) -> Any:
    match shape:
        case Leaf(kind):
            return _walk_leaf(kind, node, path, walk)
        case Record(model, None):
            return walk_record(model, node, path, place, walk)
        case Record(model, build) if build is not None:
            return _walk_composed(Record(model, build), node, path, place, walk)
        case ListOf(item):
            return _walk_list(shape, item, node, path, walk)
        case MapOf(key, leaf):
            return _walk_map(key, leaf.kind, node, path, walk)
        case NamedRecords(record):
            return _walk_named(record, node, path, walk)
    raise TypeError(shape)  # pragma: no cover - the union is closed


def _walk_leaf(kind: Kind, node: Node, path: str, walk: Walk) -> Any:
    if not isinstance(node, Scalar):
        walk.note(
            "C008",
            f"{_called(path)} must be one value, not {describe(node)}",
            f"write a {kind.words}",
            node.place,
        )
        return NOTHING
    if _is_empty(node, path, walk):
        return NOTHING
    try:
        value = kind.read(node.value)
    except Wrong as wrong:
        walk.note(wrong.code, f"{_called(path)}: {wrong.message}", wrong.remedy, node.place)
        return NOTHING
    if isinstance(kind, Name):
        walk.references.append(Reference(kind.of, str(value), node.place))
    return value


def _walk_composed(record: Record, node: Node, path: str, place: Place, walk: Walk) -> Any:
    """Read a value that is built from keys; it stays a draft, so that checks can point at each key."""
    draft = walk_record(record.model, node, path, place, walk)
    draft.convert = record.build
    return draft if draft.complete else NOTHING


def _walk_list(shape: ListOf, item: Leaf | Record, node: Node, path: str, walk: Walk) -> Any:
    if shape.table is not None and isinstance(node, Scalar) and isinstance(node.value, str):
        loaded = walk.load_table(node)
        if loaded is None:
            return NOTHING
        node = loaded
    if not isinstance(node, Items):
        if not _is_empty(node, path, walk):
            form = (
                f"the name of a table like `{shape.table.example}`" if shape.table else "a list like `[a, b]`"
            )
            walk.note(
                "C008", f"{_called(path)} must be {form}, not {describe(node)}", f"write {form}", node.place
            )
        return NOTHING
    if not node.items:
        walk.note(
            "C009", f"{_called(path)} has no items", "write at least one, or remove the key", node.place
        )
        return NOTHING
    values = []
    for index, child in enumerate(node.items):
        below = f"{path}[{index}]"
        walk.places[below] = child.place
        values.append(_walk_shape(item, child, below, child.place, walk))
    return NOTHING if any(value is NOTHING for value in values) else tuple(values)


def _walk_map(key_kind: Kind, kind: Kind, node: Node, path: str, walk: Walk) -> Any:
    if not isinstance(node, Block):
        if not _is_empty(node, path, walk):
            form = f"a block whose keys are each the {key_kind.words}"
            walk.note(
                "C008", f"{_called(path)} must be {form}, not {describe(node)}", f"write {form}", node.place
            )
        return NOTHING
    if not node.entries:
        _no_entries(node, path, walk)
        return NOTHING
    values: dict[str, Any] = {}
    for entry in node.entries.values():
        below = f"{path}.{entry.key}"
        walk.places[below] = entry.node.place
        key = _walk_leaf(key_kind, Scalar(entry.key, entry.key_place), path, walk)
        value = _walk_leaf(kind, entry.node, below, walk)
        if key is not NOTHING and value is not NOTHING:
            values[key] = value
    return values


def _walk_named(record: Record, node: Node, path: str, walk: Walk) -> Any:
    if not isinstance(node, Block):
        if not _is_empty(node, path, walk):
            walk.note(
                "C008", f"{_called(path)} must be a block of names, not {describe(node)}",
                "write `name-of-your-own:` and below it, indented, its keys", node.place,
            )  # fmt: skip
        return NOTHING
    if not node.entries:
        _no_entries(node, path, walk)
        return NOTHING
    drafts = []
    for entry in node.entries.values():
        below = f"{path}.{entry.key}"
        walk.places[below] = entry.key_place
        name = _walk_leaf(Name("own"), Scalar(entry.key or None, entry.key_place), path, walk)
        draft = walk_record(record.model, entry.node, below, entry.key_place, walk)
        draft.values["id"] = entry.key if name is NOTHING else name
        drafts.append(draft)
    return tuple(drafts)


def _is_empty(node: Node, path: str, walk: Walk) -> bool:
    if not (isinstance(node, Scalar) and node.value is None):
        return False
    walk.note("C009", f"{_called(path)} has no value", "write the value, or remove the key", node.place)
    return True


def _no_entries(node: Node, path: str, walk: Walk) -> None:
    walk.note("C009", f"{_called(path)} has no entries", "write at least one, or remove the key", node.place)


def _missing(key: str, shape: Shape, draft: Draft, walk: Walk) -> None:
    words = f": {shape.kind.words}" if isinstance(shape, Leaf) else ""
    table = draft.place.file.endswith(".csv")
    what, where = ("column", "the table") if table else ("key", _called(draft.path))
    place = Place(draft.place.file, 1, 1) if table else draft.place
    _note_once(walk, Diagnostic("C007", f"{where} lacks the {what} `{key}`", f"add `{key}`{words}", place))


def _note_once(walk: Walk, problem: Diagnostic) -> None:
    """Note a problem of a column once, not again for every row."""
    if problem not in walk.problems:
        walk.problems.append(problem)


def _best_place(entry: Entry) -> Place:
    return (
        entry.node.place
        if isinstance(entry.node, Scalar) and entry.node.value is not None
        else entry.key_place
    )


def _called(path: str) -> str:
    return f"`{path}`" if path else "the case"


def _keys(model: type[Declared]) -> str:
    return "write it as keys, indented: " + ", ".join(f"`{key}`" for key in fields_of(model))
