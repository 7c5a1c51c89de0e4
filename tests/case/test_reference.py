"""Schema and reference page come from the declarations and agree with the reader."""

from __future__ import annotations

from typing import Any

import jsonschema  # type: ignore[import-untyped]  # comes with Altair, without types
import pytest

from jiwar.case import case_reference, case_schema, example_folder, example_names
from jiwar.case.model import Case
from jiwar.case.parse import parse_yaml
from jiwar.case.shapes import Declared, ListOf, NamedRecords, Record, fields_of
from jiwar.case.tree import Block, Items, Node


def plain(node: Node | None) -> Any:
    """Return a tree as plain lists and dictionaries."""
    match node:
        case Block(entries):
            return {key: plain(entry.node) for key, entry in entries.items()}
        case Items(items):
            return [plain(item) for item in items]
    return None if node is None else node.value


def _data(name: str) -> Any:
    text = (example_folder(name) / "case.yaml").read_text(encoding="utf-8")
    return plain(parse_yaml(text, "case.yaml")[0])


def test_every_key_is_on_the_page_with_unit_default_and_meaning() -> None:
    page = case_reference()
    for model in _models(Case):
        for key, (name, field, _) in fields_of(model).items():
            assert f"| `{key}` |" in page
            assert f"| `{name}` |" in page
            assert field.description, (model, key)


def _models(model: type[Declared]) -> list[type[Declared]]:
    found = [model]
    for _, _, shape in fields_of(model).values():
        match shape:
            case Record(inner) | NamedRecords(Record(inner)) | ListOf(Record(inner)):
                found += _models(inner)
    return found


def test_schema_is_a_schema_and_takes_the_examples() -> None:
    schema = case_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for name in example_names():
        jsonschema.validate(_data(name), schema, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("discount_rate",), "8 %"),
        (("discount_rate",), 0.08),
        (("buget",), "2 MEUR"),
        (("company", "home"), 5),
        (("horizon", "start"), "2027-02"),
        (("starts", "first"), "2027-4"),
        (("team",), "team.xlsx"),
        (("work_packages", "simulation", "branch"), "ES0"),
        (("work_packages", "simulation", "shares"), [1.5]),
        (("work_packages", "simulation", "id"), "simulation"),
        (("limits", "budget"), None),
    ],
)
def test_schema_refuses_what_the_reader_refuses(path: tuple[str, ...], value: object) -> None:
    data = _data("brake-validation")
    block = data
    for key in path[:-1]:
        block = block[key]
    block[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, case_schema(), cls=jsonschema.Draft202012Validator)
