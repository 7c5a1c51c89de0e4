"""What must hold for every case: order is irrelevant, every change counts, nothing is overlooked."""

from __future__ import annotations

import contextlib
import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from jiwar.case import Case, CaseError, example_folder, example_names, read_case
from jiwar.case.parse import parse_yaml
from jiwar.case.table import parse_table
from jiwar.case.tree import Block, Items, Node
from jiwar.diagnostics import Diagnostic

Path_ = tuple[str | int, ...]
many = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _plain(node: Node | None) -> Any:
    match node:
        case Block(entries):
            return {key: _plain(entry.node) for key, entry in entries.items()}
        case Items(items):
            return [_plain(item) for item in items]
    return None if node is None else node.value


def _data(name: str) -> Any:
    """Return an example as plain data, with the rows of its tables inline."""
    folder = example_folder(name)
    data = _plain(parse_yaml((folder / "case.yaml").read_text(encoding="utf-8"), "case.yaml")[0])
    for table in ("team", "interactions"):
        data[table] = _plain(parse_table((folder / data[table]).read_text(encoding="utf-8"), table)[0])
    return data


DATA = {name: _data(name) for name in example_names()}
STYLES = {"block": False, "flow": True, "mixed": None}
names = st.sampled_from(example_names())


def _read(data: Any, folder: Path, **style: Any) -> Case:
    style = {"allow_unicode": True, "sort_keys": False} | style
    text: str = yaml.safe_dump(data, None, **style)
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return read_case(folder)


def _shuffled(data: Any, chance: random.Random) -> Any:
    if isinstance(data, dict):
        keys = list(data)
        chance.shuffle(keys)
        return {key: _shuffled(data[key], chance) for key in keys}
    return [_shuffled(item, chance) for item in data] if isinstance(data, list) else data


def _leaves(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if pairs is None:
        yield path
    else:
        for key, value in pairs:
            yield from _leaves(value, (*path, key))


def _blocks(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    if isinstance(data, dict):
        yield path
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, dict | list):
            yield from _blocks(value, (*path, key))


def _at(data: Any, path: Path_) -> Any:
    for key in path:
        data = data[key]
    return data


@many
@given(
    names,
    st.randoms(use_true_random=False),
    st.sampled_from(["block", "flow", "mixed"]),
    st.integers(30, 200),
)
def test_order_and_formatting_are_irrelevant(
    tmp_path: Path, name: str, chance: random.Random, style: str, width: int
) -> None:
    data = _shuffled(DATA[name], chance)
    case = _read(data, tmp_path, default_flow_style=STYLES[style], width=width)
    assert case.hash == read_case(example_folder(name)).hash


@many
@given(st.data())
def test_every_changed_value_is_refused_or_changes_the_hash(tmp_path: Path, data: st.DataObject) -> None:
    name = data.draw(names)
    changed = copy.deepcopy(DATA[name])
    path = data.draw(st.sampled_from(list(_leaves(changed))))
    block, key, value = _at(changed, path[:-1]), path[-1], _at(changed, path)
    match value:
        case bool():
            block[key] = not value
        case int() | float():
            block[key] = value / 2 if key != "jiwar_case" else 7
        case str():
            digits = [index for index, sign in enumerate(value) if sign.isdigit()]
            new = data.draw(
                st.sampled_from(["x", "yes", "3 people", "9 %/year", "2027-10", "none", "krakow"])
            )
            block[key] = value[: digits[0]] + "7" + value[digits[0] + 1 :] if digits else new
    if block[key] == value:
        return
    with contextlib.suppress(CaseError):
        assert _read(changed, tmp_path).hash != read_case(example_folder(name)).hash


@many
@given(st.data())
def test_an_unknown_key_is_reported_at_its_line(tmp_path: Path, data: st.DataObject) -> None:
    changed = copy.deepcopy(DATA[data.draw(names)])
    named = ("work_packages", "data_flows", "open_posts", "core_team", "languages", "sites")
    blocks = [path for path in _blocks(changed) if not path or path[-1] not in named]
    block = _at(changed, data.draw(st.sampled_from(blocks)))
    block["unheard_of"] = data.draw(st.sampled_from(["a", 1, None, ["b"], {"c": "d"}]))
    with pytest.raises(CaseError) as caught:
        _read(changed, tmp_path, default_flow_style=False)
    (problem,) = (problem for problem in caught.value.diagnostics if problem.code == "C006")
    lines = (tmp_path / "case.yaml").read_text(encoding="utf-8").splitlines()
    (line,) = (number for number, text in enumerate(lines, start=1) if "unheard_of:" in text)
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (line, lines[line - 1].index("unheard_of") + 1)


@many
@given(st.data())
def test_a_missing_key_is_reported_or_has_its_declared_default(tmp_path: Path, data: st.DataObject) -> None:
    """The reader and pydantic, which uses the same declarations in its own way, agree on missing keys."""
    changed = copy.deepcopy(DATA[data.draw(names)])
    path = data.draw(st.sampled_from([path for path in _blocks(changed) if _at(changed, path)]))
    block = _at(changed, path)
    del block[data.draw(st.sampled_from(sorted(block)))]
    expected: Case | None = None
    with contextlib.suppress(ValidationError):
        expected = Case.model_validate(changed)
    try:
        found = _read(changed, tmp_path)
    except CaseError as error:
        shapes = {problem.code for problem in error.diagnostics} & {"C007", "C009"}
        assert bool(shapes) == (expected is None) or not block
    else:
        assert expected is not None
        assert found.model_dump() == expected.model_dump()


def test_the_reader_and_pydantic_read_the_same() -> None:
    for name in example_names():
        case = read_case(example_folder(name))
        assert case.model_dump() == Case.model_validate(DATA[name]).model_dump()


@many
@given(st.data())
def test_damaged_files_end_in_a_case_or_an_error_with_places(tmp_path: Path, data: st.DataObject) -> None:
    folder = example_folder(data.draw(names))
    for item in folder.iterdir():
        (tmp_path / item.name).write_bytes(item.read_bytes())
    victim = tmp_path / data.draw(st.sampled_from(["case.yaml", "team.csv", "interactions.csv"]))
    content = victim.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = start + data.draw(st.integers(0, 60))
    victim.write_bytes(content[:start] + data.draw(st.binary(max_size=6)) + content[end:])
    problems: tuple[Diagnostic, ...] = ()
    read = False
    try:
        read_case(tmp_path)
        read = True
    except CaseError as error:
        problems = error.diagnostics
    assert bool(problems) != read
    for problem in problems:
        assert problem.place is not None
        if problem.place.source_line is not None:
            text = Path(problem.place.file).read_bytes().decode("utf-8-sig", errors="replace")
            assert problem.place.source_line in text


@many
@given(st.text(max_size=200))
def test_any_text_ends_in_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8", newline="")
    with pytest.raises(CaseError):
        read_case(tmp_path)
