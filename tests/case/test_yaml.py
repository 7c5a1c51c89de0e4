"""YAML is read by the core schema of version 1.2, and every value knows its place."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.case.parse import parse_yaml
from jiwar.case.scalars import resolve
from jiwar.case.tree import Block, Items, Scalar


@pytest.mark.parametrize(
    "text",
    ["NO", "no", "yes", "Yes", "on", "off", "y", "n", "1:30", "12:30:45", "2026-11-22", "2027-01", "1_000"],
)
def test_words_that_older_yaml_bent_stay_text(text: str) -> None:
    assert resolve(text) == text
    node, problems = parse_yaml(f"key: {text}\n", "f")
    assert isinstance(node, Block)
    value = node.entries["key"].node
    assert isinstance(value, Scalar)
    assert (value.value, problems) == (text, ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("null", None), ("NULL", None), ("true", True), ("FALSE", False), ("0", 0),
        ("-7", -7), ("+7", 7), ("010", 10), ("0o17", 15), ("0xfF", 255), ("1.5", 1.5), (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0), ("-.inf", -math.inf), ("9" * 5000, math.inf), ("1e999", math.inf), ("nUll", "nUll"),
        ("0o8", "0o8"), ("1.2.3", "1.2.3"), ("+", "+"), (".", "."),
    ],
)  # fmt: skip
def test_core_schema(text: str, value: object) -> None:
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


def test_not_a_number() -> None:
    value = resolve(".NaN")
    assert isinstance(value, float)
    assert math.isnan(value)


@given(st.integers(min_value=-(10**40), max_value=10**40))
def test_integers(number: int) -> None:
    assert resolve(str(number)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats(number: float) -> None:
    assert resolve(repr(number)) == number


@pytest.mark.parametrize("text", ["'5'", '"5"', "'true'", '"~"', "|\n  5", ">-\n  5"])
def test_quoted_words_are_text(text: str) -> None:
    node, _ = parse_yaml(f"key: {text}\n", "f")
    assert isinstance(node, Block)
    value = node.entries["key"].node
    assert isinstance(value, Scalar)
    assert isinstance(value.value, str)


words = st.text(st.characters(categories=("Ll", "Lu"), max_codepoint=0x2FFF), min_size=1, max_size=8)


@given(keys=st.lists(words, min_size=1, max_size=6, unique=True), indent=st.integers(1, 6))
def test_places_of_keys_and_values(keys: list[str], indent: int) -> None:
    margin = " " * indent
    lines = ["# äöü", "top:", *(f"{margin}'{key}': [a, \"{key}\"]  # {key}" for key in keys)]
    node, problems = parse_yaml("\n".join(lines), "file.yaml")
    assert problems == ()
    assert isinstance(node, Block)
    inner = node.entries["top"].node
    assert isinstance(inner, Block)
    for index, (key, entry) in enumerate(inner.entries.items()):
        assert isinstance(entry.node, Items)
        last = entry.node.items[1].place
        assert (key, entry.key_place.line, last.line) == (keys[index], index + 3, index + 3)
        for place, shown in ((entry.key_place, f"'{key}'"), (last, f'"{key}"')):
            assert place.source_line == lines[place.line - 1]
            assert place.source_line[place.column - 1 : place.column - 1 + place.width] == shown


def test_places_beyond_the_basic_plane_and_windows_line_ends() -> None:
    node, _ = parse_yaml("a: 😀\r\nb: ['😀', wrong]\r\n".replace("\r\n", "\n"), "f")
    assert isinstance(node, Block)
    items = node.entries["b"].node
    assert isinstance(items, Items)
    assert (items.items[1].place.line, items.items[1].place.column) == (2, 10)
