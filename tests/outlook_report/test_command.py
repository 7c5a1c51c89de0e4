"""`jiwar outlook`: what it shows, what it keeps, and what it refuses."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

import jiwar
from jiwar.case import example_folder
from jiwar.cli import main
from jiwar.cli.commands.outlook import parse_wish
from jiwar.diagnostics import JiwarError
from jiwar.outlook import Outlook
from jiwar.outlook.answers import Wish, answering

FEW = ("--paths", "40", "--until", "2031")


@pytest.fixture
def _coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "SOBOL_POINTS", 2)
    monkeypatch.setattr(answering, "SOBOL_PATHS", 5)
    monkeypatch.setattr(answering, "SMALL_RUN", 10)


def test_a_wish_is_read() -> None:
    assert parse_wish("jobs=270_000@2030:0.5", 2035) == Wish("jobs", 270_000.0, 2030, 0.5)
    assert parse_wish("exports_new=40.5@2028:80%", 2035) == Wish("exports_new", 40.5, 2028, 0.8)


@pytest.mark.parametrize(
    "text",
    [
        "jobs",
        "jobs=many@2030:0.5",
        "wages=1@2030:0.5",
        "jobs=1@2030:1.5",
        "jobs=1@2036:0.5",
        "jobs=1@2020:0.5",
    ],
)
def test_what_is_no_wish_is_refused(text: str) -> None:
    with pytest.raises(JiwarError) as raised:
        parse_wish(text, 2035)
    assert raised.value.diagnostics[0].code == "U005"


@pytest.mark.parametrize(
    ("language", "word"), [("en", "misleading"), ("de", "irreführend"), ("fr", "trompeur")]
)
def test_claims_are_shown_in_three_languages(
    language: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["outlook", "--claims", "--language", language]) == 0
    assert word in capsys.readouterr().out


def test_the_terminal_shows_chances_years_and_a_wish(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlook", *FEW, "--what-would-it-take", "exports_new=25@2030:0.5"]) == 0
    shown = capsys.readouterr().out
    assert "270,000 jobs" in shown
    assert "2031" in shown
    assert "Nothing more is needed" in shown


@pytest.mark.usefixtures("_coarse")
def test_the_folder_is_kept_whole_with_the_hash_of_each_file(tmp_path: Path) -> None:
    folder, paper = tmp_path / "kept", tmp_path / "paper.html"
    wish = ("--what-would-it-take", "exports_new=25@2030:0.5")
    assert (
        main(["outlook", *FEW, *wish, "--out", str(folder), "--report", str(paper), "--language", "de"]) == 0
    )
    record = json.loads((folder / "record.json").read_text("utf-8"))
    told = (folder / "outlook.json").read_bytes()
    assert record["files"] == {"outlook.json": hashlib.sha256(told).hexdigest()}
    assert record["seed"] == 7
    assert record["paths"] == 40
    assert {"facts", "inputs", "scenario", "jiwar"} <= set(record)
    assert json.loads(told)["run"]["year"] == 2030
    assert '<html lang="de">' in paper.read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "paper.html"]
    assert main(["outlook", *FEW, "--out", str(folder)]) == 2  # an older one is never overwritten silently


@pytest.mark.usefixtures("_coarse")
def test_json_is_one_object_and_a_scenario_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "more.yaml"
    file.write_text("title: Twice the premium\npremium: 2.0\n", "utf-8")
    wish = ("--what-would-it-take", "exports_new=25@2030:0.5")
    assert main(["outlook", *FEW, *wish, "--scenario", str(file), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "Twice the premium" in json.dumps(told["document"]["facts_line"])


def test_a_folder_that_is_no_outlook_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["outlook", *FEW, "--out", str(tmp_path), "--replace"]) == 2
    assert (tmp_path / "mine.txt").read_text("utf-8") == "mine"


def test_the_verb_works_although_a_package_bears_its_name() -> None:
    found = jiwar.outlook("MA", 2027, paths=5)
    assert isinstance(found, Outlook)
    assert found.paths.years[-1] == 2027


def test_the_labour_market_and_a_case_that_plans_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, copy = tmp_path / "market.csv", tmp_path / "copy"
    case = str(example_folder("brake-validation"))
    asked = ("--labour-market", str(table), "--case", case, "--into", str(copy), "--market", "tight")
    assert main(["outlook", "--paths", "60", *asked]) == 0
    shown = capsys.readouterr().out
    assert "attrition/MA" in shown
    assert f"jiwar plan {copy}" in shown.replace("\n", "")
    assert table.read_text("utf-8").startswith("year,city,family,quantity,unit,p10,p50,p90\n2026,casablanca,")
    assert main(["check", str(copy)]) == 0


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("--case", "somewhere"), "U005"),
        (("--report", "paper.odt"), "U005"),
        (("--labour-market", "market.xlsx"), "U005"),
        (("--report", "nowhere/paper.html"), "M009"),
        (("--seed", "-1"), "M007"),
        (("--paths", "1000000000"), "M007"),
        (("--until", "2050"), "M005"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_before_any_work(
    asked: tuple[str, ...],
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["outlook", *asked]) == 2
    assert f"error {code}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_impossible_wish_says_what_is_possible(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlook", *FEW, "--what-would-it-take", "jobs=900000@2030:0.5"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Out of reach" in shown
    assert "A chance of 50% goes with" in shown
    assert "2028 " in shown  # a year is a year, not 2,028 pieces
