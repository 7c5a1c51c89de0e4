"""The shipped examples are whole and different, and a new case is a whole copy or none."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from jiwar.case import CaseError, KnownNames, example_folder, example_names, new_case, read_case
from jiwar.facts import load_facts
from jiwar.law.coverage import cost_units

NAMES = ("brake-validation", "grid-engineering", "vehicle-software")

SITES = {
    "brake-validation": {
        "stuttgart", "casablanca", "rabat", "tanger", "fes", "krakow", "cluj", "porto", "tunis", "bengaluru"
    }
}  # fmt: skip


def test_names() -> None:
    assert example_names() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_example_is_right_and_says_that_it_is_illustrative(name: str) -> None:
    case = read_case(example_folder(name))
    assert case.illustrative
    assert case.name.lower().replace(" ", "-") == name
    readme = (example_folder(name) / "README.md").read_text(encoding="utf-8")
    assert "illustrative" in readme
    assert case.company.name in readme
    assert 5 <= len(case.work_packages) <= 9
    assert any(not package.movable for package in case.work_packages)
    assert SITES.get(name, set()) <= set(case.sites)


@pytest.mark.parametrize("name", NAMES)
def test_the_fact_base_knows_every_name_of_the_examples(name: str) -> None:
    facts = load_facts()
    units = {key: facts.get(key).unit for key in facts.keys()}  # noqa: SIM118 - a method of its own, no mapping
    units |= cost_units()
    known = KnownNames(sites=tuple(facts.sites), roles=tuple(facts.roles), facts=units)
    assert read_case(example_folder(name), known=known).illustrative


@pytest.mark.parametrize(
    ("name", "needed", "employed"),
    [("brake-validation", 45, 34), ("grid-engineering", 58, 41), ("vehicle-software", 90, 76)],
)
def test_people_of_the_examples(name: str, needed: float, employed: float) -> None:
    case = read_case(example_folder(name))
    today = [line for line in case.team if line.start == case.horizon.start]
    assert sum(line.people for line in today) == needed
    assert sum(line.employed for line in case.team) == employed


def test_the_examples_differ_in_what_decides() -> None:
    brake, grid, vehicle = (read_case(example_folder(name)) for name in NAMES)
    assert any(flow.safeguards.tia == "missing" for flow in brake.data_flows)
    assert any(flow.safeguards.instrument == "unknown" for flow in vehicle.data_flows)
    people = {case.name: sum(line.people for line in case.team) for case in (brake, grid, vehicle)}
    budgets = {case.name: case.limits.budget_eur or 0.0 for case in (brake, grid, vehicle)}
    tightness = {name: budgets[name] / people[name] for name in people}
    assert min(tightness, key=lambda name: tightness[name]) == vehicle.name
    assert "undone" not in grid.stay
    assert any("C1" in package.languages.values() for package in grid.work_packages)


@pytest.mark.code("C038")
def test_unknown_example() -> None:
    with pytest.raises(CaseError) as caught:
        example_folder("brake-validaton")
    assert "`brake-validation`" in caught.value.diagnostics[0].remedy


@pytest.mark.parametrize("name", NAMES)
def test_new_case_is_the_same_case(tmp_path: Path, name: str) -> None:
    target = new_case(tmp_path / "deep" / "mycase", name)
    assert read_case(target).hash == read_case(example_folder(name)).hash
    assert {path.name for path in target.iterdir()} == {path.name for path in example_folder(name).iterdir()}
    assert [path.name for path in target.parent.iterdir()] == ["mycase"]


def test_new_case_in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "mycase"
    target.mkdir()
    monkeypatch.chdir(target)
    new_case(Path(), "brake-validation")
    assert Path.cwd() == target
    assert read_case(Path()).name == "Brake validation"


@pytest.mark.code("C037")
def test_new_case_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for target in (tmp_path, tmp_path / "file", tmp_path / "link", tmp_path / "file" / "below"):
        with pytest.raises(CaseError) as caught:
            new_case(target, "brake-validation")
        assert [problem.code for problem in caught.value.diagnostics] == ["C037"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link", "notes.txt"]


@pytest.mark.parametrize("exists", [False, True])
def test_new_case_that_fails_midway_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, exists: bool
) -> None:
    target = tmp_path / "mycase"
    if exists:
        target.mkdir()
    copies: list[object] = []

    def fail_at_the_third(source: str, *_args: object, **_kwargs: object) -> object:
        copies.append(source)
        if len(copies) == 3:
            raise OSError(28, os.strerror(28))
        return source

    monkeypatch.setattr(shutil, "copyfile", fail_at_the_third)
    with pytest.raises(CaseError, match="C037"):
        new_case(target, "brake-validation")
    assert [path.name for path in tmp_path.iterdir()] == (["mycase"] if exists else [])
    assert not exists or not list(target.iterdir())
