"""The declared format of a case as a JSON schema for editors and as a reference page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from jiwar.case.kinds import YesNo
from jiwar.case.model import Case
from jiwar.case.shapes import Declared, Leaf, ListOf, MapOf, NamedRecords, Record, Shape, Table, fields_of

_INTRODUCTION = """\
# The format of a case

A case is a folder with a `case.yaml` and, beside it, CSV tables. This page and the schema
(`jiwar/case/case.schema.json`, for editors that complete and check YAML) are generated from the same
declarations that the reader checks against: `make docs`.

- The YAML is YAML 1.2: `NO` is text, dates are written `2026-11-22`, months `2027-01`. Aliases, tags and
  several documents in one file are not used. Every key stands once; an unknown key is an error.
- A quantity is a number, a space and a unit, with a decimal point and without separators: `2.5 MEUR`.
  A number without its unit is an error.
- A key with a default may be left out; a key without a value is an error.
- Names of your own (work packages, data flows) have lower-case letters, digits and single hyphens.
- Sites, roles and facts are named as in the fact base.
- A table has its columns' names in the first line; cells are separated by commas (or by semicolons
  throughout); lines that begin with `#` are passed over. Rows may also stand in the YAML as a list.

"in Python" is the attribute of the object that `jiwar.read_case` returns; its name says the unit.
"""


def case_schema() -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of a `case.yaml`."""
    schema: dict[str, Any] = _polished(Case.model_json_schema(by_alias=True, mode="validation"))
    for definition in schema["$defs"].values():
        definition["properties"].pop("id", None)
        definition["required"] = [name for name in definition.get("required", ()) if name != "id"]
    title = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Jiwar case"}
    return title | schema


def case_reference() -> str:
    """Return the reference page of the format, in Markdown."""
    sections = [_section("", Case)]
    sections += [_section(path, model) for path, model in _blocks("", Case)]
    return "\n".join([_INTRODUCTION, *sections])


def _polished(node: Any) -> Any:
    """Drop what pydantic adds and no editor needs: titles, and null where a key is just left out."""
    if isinstance(node, list):
        return [_polished(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {
        key: _polished(value)
        for key, value in node.items()
        if not (key == "title" and isinstance(value, str))
        and not (key == "default" and (value is None or isinstance(value, dict)))
    }
    choices = [item for item in kept.get("anyOf", ()) if item != {"type": "null"}]
    if "anyOf" in kept and len(choices) == 1:
        return {key: value for key, value in kept.items() if key != "anyOf"} | choices[0]
    return kept


def _blocks(path: str, model: type[Declared]) -> Iterator[tuple[str, type[Declared]]]:
    """Yield every block below a model with its path, in the order in which the keys are declared."""
    for key, (_, _, shape) in fields_of(model).items():
        below = f"{path}.{key}" if path else key
        inner: tuple[str, Record] | None = None
        match shape:
            case Record():
                inner = below, shape
            case ListOf(Record() as record):
                inner = f"{below}[]", record
            case NamedRecords(record):
                inner = f"{below}.<name>", record
        if inner is not None:
            yield inner[0], inner[1].model
            yield from _blocks(inner[0], inner[1].model)


def _section(path: str, model: type[Declared]) -> str:
    title = f"## `{path}`" if path else "## The top of the file"
    lines = [title, "", (model.__doc__ or "").strip().splitlines()[0], ""]
    lines += ["| key | written as | default | example | in Python | meaning |", "|---|---|---|---|---|---|"]
    lines += [_row(key, *declared) for key, declared in fields_of(model).items()]
    return "\n".join([*lines, ""])


def _row(key: str, name: str, field: FieldInfo, shape: Shape) -> str:
    default = "**needed**" if field.is_required() else _default(field, shape)
    example = f"`{_written(field.examples[0])}`" if field.examples else ""
    cells = (f"`{key}`", _words(shape), default, example, f"`{name}`", field.description or "")
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _default(field: FieldInfo, shape: Shape) -> str:
    value = field.get_default(call_default_factory=True)
    if isinstance(shape, Leaf) and shape.kind == YesNo(unknown=True):
        return "`unknown`"
    if value is None or isinstance(value, Declared) or value in ((), {}):
        return "none"
    return f"`{_written(list(value) if isinstance(value, tuple) else value)}`"


def _words(shape: Shape) -> str:
    match shape:
        case Leaf(kind):
            return kind.words
        case Record():
            return "block, see below"
        case ListOf(item, table):
            return _words_of_list(item, table)
        case MapOf(key, Leaf(kind)):
            return f"block: {key.words} → {kind.words}"
        case NamedRecords():
            return "block of names of your own, see below"
    raise TypeError(shape)  # pragma: no cover - the union is closed


def _words_of_list(item: Leaf | Record, table: Table | None) -> str:
    if table is not None:
        return f"name of a table, like `{table.example}`; columns below"
    return f"list; each {item.kind.words}" if isinstance(item, Leaf) else "list of blocks, see below"


def _written(value: Any) -> str:
    """Return a value as it is written in YAML, on one line."""
    match value:
        case bool() | int() | float():
            return json.dumps(value)
        case list():
            return f"[{', '.join(_written(item) for item in value)}]"
        case dict():
            return f"{{{', '.join(f'{key}: {_written(item)}' for key, item in value.items())}}}"
    return str(value)
