"""A folder of results appears whole or not at all, in a place where it can stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from jiwar.cli.whole_folder import refuse_place, whole_folder
from jiwar.diagnostics import JiwarError


def code_of(folder: Path, *, replace: bool = False) -> str:
    with pytest.raises(JiwarError) as raised:
        refuse_place(folder, kind="a run", mark="plan.json", replace=replace)
    return raised.value.diagnostics[0].code


def test_a_new_place_far_down_is_fine(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "run"
    refuse_place(folder, kind="a run", mark="plan.json", replace=False)
    with whole_folder(folder) as new:
        (new / "plan.json").write_text("{}", "utf-8")
        assert not folder.exists()
    assert (folder / "plan.json").is_file()
    assert [path.name for path in folder.parent.iterdir()] == ["run"]


@pytest.mark.code("U002")
def test_only_an_older_one_of_its_kind_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    assert code_of(folder) == "U002"
    assert code_of(folder, replace=True) == "U002"
    (folder / "plan.json").write_text("old", "utf-8")
    refuse_place(folder, kind="a run", mark="plan.json", replace=True)
    with whole_folder(folder) as new:
        (new / "plan.json").write_text("new", "utf-8")
    assert (folder / "plan.json").read_text("utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


@pytest.mark.code("U008")
def test_a_place_below_a_file_is_refused_before_the_work_and_after(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine", "utf-8")
    folder = tmp_path / "note.txt" / "run"
    assert code_of(folder) == "U008"
    with pytest.raises(JiwarError) as raised, whole_folder(folder):
        pass
    assert raised.value.diagnostics[0].code == "U008"
    assert (tmp_path / "note.txt").read_text("utf-8") == "mine"


def test_a_fault_while_filling_leaves_the_older_one_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    with whole_folder(folder) as new:
        (new / "plan.json").write_text("old", "utf-8")
    with pytest.raises(ZeroDivisionError), whole_folder(folder) as new:
        (new / "plan.json").write_text(str(1 / 0), "utf-8")
    assert (folder / "plan.json").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["run"]
