"""What a case that was read offers to those who plan with it."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

import jiwar.case
from jiwar.case import example_folder, read_case
from jiwar.periods import Horizon, Month

if TYPE_CHECKING:
    from tests.case.conftest import Desk


def test_values_are_in_the_units_of_their_names() -> None:
    case = read_case(example_folder("brake-validation"))
    assert case.as_of == dt.date(2026, 11, 22)
    assert case.horizon == Horizon(Month(2027, 1), 60)
    assert case.starts == (Month(2027, 4), Month(2027, 10), Month(2028, 4), Month(2028, 10))
    assert case.discount_rate_per_year == pytest.approx(0.08)
    assert case.value_of_work_eur_per_year == 150_000.0
    assert case.value_of_work("documentation") == 95_000.0
    assert case.value_of_work("simulation") == 150_000.0
    assert case.limits.budget_eur == 2_500_000.0
    assert case.limits.max_share_abroad == pytest.approx(0.6)
    assert case.limits.core_team_people["test_engineer"] == 6.0
    assert case.work_package("requirements").shared_hours_per_day == 5.0
    assert case.work_package("requirements").sites is None
    assert case.assumptions[0].numbers == (320.0, 340.0, 380.0)
    assert case.assumptions[0].unit == "EUR/day"
    assert [flow.id for flow in case.flows_of("simulation")] == ["models"]
    assert sum(line.people for line in case.team_of("rig-operation")) == 12.0
    safeguards = case.flows_of("simulation")[0].safeguards
    assert (safeguards.processing_contract, safeguards.notice, safeguards.tia) == (False, None, "unknown")
    with pytest.raises(KeyError):
        case.work_package("nothing")


def test_places_lead_back_to_the_files() -> None:
    folder = example_folder("brake-validation")
    case = read_case(folder)
    lines = (folder / "case.yaml").read_text(encoding="utf-8").splitlines()
    budget = case.places["limits.budget"]
    assert lines[budget.line - 1].strip() == "budget: 2.5 MEUR"
    assert lines[case.places["work_packages.simulation"].line - 1] == "  simulation:"
    assert case.places["team[2].people"].file == str(folder / "team.csv")
    assert (case.places["team[2].people"].line, case.places["team[2].people"].column) == (4, 44)
    assert case.file == str(folder / "case.yaml")


def test_a_case_is_read_from_its_folder_or_its_file(desk: Desk) -> None:
    desk.write()
    assert read_case(str(desk.folder)).hash == read_case(desk.folder / "case.yaml").hash


def test_comments_quotes_marks_and_line_ends_do_not_change_the_hash(desk: Desk) -> None:
    desk.write()
    before = desk.read().hash
    desk.write(("name: Small\n", 'name: "Small"   # a remark\n'), ("150 kEUR/year", "150000 EUR/year"))
    file = desk.folder / "case.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    for table in ("team.csv", "interactions.csv"):
        file = desk.folder / table
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b",", b";").replace(b"\n", b"\r\n"))
    assert desk.read().hash == before
    desk.write(("name: Small\n", "name: Smaller\n"))
    assert desk.read().hash != before


def test_a_copy_with_another_value_has_another_hash() -> None:
    case = read_case(example_folder("brake-validation"))
    other = case.model_copy(update={"value_of_work_eur_per_year": 151_000.0})
    assert other.hash != case.hash
    with pytest.raises(ValidationError, match="frozen"):
        case.name = "other"


def test_rows_may_stand_in_the_yaml(desk: Desk) -> None:
    desk.write()
    before = desk.read().hash
    rows = "[{a: tests, b: rig, hours_per_week: 8}]"
    desk.write(("interactions: interactions.csv", f"interactions: {rows}"))
    assert desk.read().hash == before


def test_names_are_only_checked_against_what_is_known(desk: Desk) -> None:
    desk.write(("rabat]", "atlantis]"))
    assert "atlantis" in read_case(desk.folder).sites
    assert [problem.code for problem in desk.wrong()] == ["C017"]


def test_public_names_exist_and_nothing_else() -> None:
    for name in jiwar.case.__all__:
        assert getattr(jiwar.case, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = jiwar.case.nothing


LIGHT = """
import sys
import jiwar.case.codes
from jiwar.case import example_folder, example_names, new_case
example_folder(example_names()[0])
print({"numpy", "polars", "pydantic", "yaml"} & set(sys.modules) or "light")
"""

READING = """
import sys
from jiwar.case import example_folder, read_case
read_case(example_folder("brake-validation"))
print({"numpy", "polars", "scipy"} & set(sys.modules) or "light")
"""


@pytest.mark.parametrize("program", [LIGHT, READING], ids=["examples and codes", "reading"])
def test_what_is_loaded(repository: Path, program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=repository / "src"
    )
    assert done.stdout.strip() == "light"
