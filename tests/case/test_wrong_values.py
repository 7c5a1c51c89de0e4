"""Files, forms and single values that are wrong, each at its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jiwar.case import CaseError, read_case
from jiwar.diagnostics import as_text

if TYPE_CHECKING:
    from tests.case.conftest import Desk

One = Callable[..., tuple[str, str]]


def test_small_case_is_right(desk: Desk) -> None:
    desk.write()
    case = desk.read()
    assert [package.id for package in case.work_packages] == ["tests", "rig"]


@pytest.mark.code("C001")
def test_missing_folder_and_folder_without_case(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(CaseError, match="C001"):
            read_case(path)
    (tmp_path / "my.yml").write_text("a: 1")
    with pytest.raises(CaseError) as caught:
        read_case(tmp_path)
    assert "my.yml" in caught.value.diagnostics[0].remedy


@pytest.mark.code("C002")
@pytest.mark.parametrize("content", ["name: Prüfung".encode("latin-1"), "name: x".encode("utf-16"), b"\xff"])
def test_other_encodings(desk: Desk, content: bytes) -> None:
    (desk.folder / "case.yaml").write_bytes(content)
    (problem,) = desk.wrong()
    assert problem.code == "C002"


def test_bad_byte_is_pointed_at(desk: Desk) -> None:
    desk.write()
    (desk.folder / "team.csv").write_bytes(b"work_package\ntests\nPr\xfcfung\n")
    (problem,) = desk.wrong()
    assert (problem.code, problem.place and str(problem.place).rpartition("team.csv")[2]) == ("C002", ":3:3")


def test_huge_file_is_not_read(desk: Desk) -> None:
    (desk.folder / "case.yaml").write_bytes(b"#" * 8_000_001)
    assert [problem.code for problem in desk.wrong()] == ["C002"]


@pytest.mark.code("C003")
@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name: a\n\tquestion: b\n", 2, "tab"),
        ("name: [a, b\nquestion: c\n", 2, "YAML"),
        ("name: a: b\n", 1, "YAML"),
        ("name: 'a\n", 2, "YAML"),
        ("name: a\x07b\n", 1, "character number 7"),
        ("x: 1\n y: 2\n", 2, "YAML"),
    ],
)
def test_broken_grammar(desk: Desk, text: str, line: int, words: str) -> None:
    (desk.folder / "case.yaml").write_text(text, encoding="utf-8")
    (problem,) = desk.wrong()
    assert problem.code == "C003"
    assert words in problem.message
    assert problem.place is not None
    assert problem.place.line == line


@pytest.mark.code("C004")
@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~\n", "\ufeff"])
def test_empty_file(desk: Desk, text: str) -> None:
    (desk.folder / "case.yaml").write_text(text, encoding="utf-8")
    assert [problem.code for problem in desk.wrong()] == ["C004"]


@pytest.mark.code("C005")
def test_duplicate_key_and_column(one: One) -> None:
    assert one(("    branch: ESO\n", "    branch: ESO\n    branch: ITO\n")) == ("C005", "branch")
    header = "work_package,role,seniority,from,people,employed,people\n"
    row = "tests,test_engineer,senior,2027-01,4,3,5\nrig,technician,mid,2027-01,1,1,1\n"
    assert one(team=header + row) == ("C005", "people")


@pytest.mark.code("C006")
def test_unknown_key_and_column(one: One, desk: Desk) -> None:
    assert one(("discount_rate:", "question_: a\ndiscount_rate:")) == ("C006", "question_")
    team = "work_package,role,seniority,from,people,employed,remark\n"
    team += "tests,test_engineer,senior,2027-01,4,3,a\nrig,technician,mid,2027-01,1,1,b\n"
    assert one(team=team) == ("C006", "remark")
    (problem,) = desk.problems(("limits:\n", "limits:\n  buget: 1 MEUR\n"))
    assert "`budget`" in problem.remedy


@pytest.mark.code("C007")
def test_missing_key_and_column(one: One) -> None:
    assert one(("discount_rate: 8 %/year\n", ""))[0] == "C007"
    assert one(("    branch: ESO\n", "")) == ("C007", "tests")
    team = "work_package,role,seniority,from,people\ntests,test_engineer,senior,2027-01,4\n"
    assert one(team=team + "rig,technician,mid,2027-01,1\n")[0] == "C007"


@pytest.mark.code("C008")
@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("name: Small\n", "name: 2027\n", "2027"),
        ("name: Small\n", "name: [a]\n", "["),
        ("employees_in_germany: 50", "employees_in_germany: 50.5", "50.5"),
        ("horizon: {start: 2027-01, years: 5}", "horizon: five years", "five years"),
        ("sites: [stuttgart, casablanca, rabat]", "sites: stuttgart", "stuttgart"),
        ("team: team.csv", "team: {file: team.csv}", "{"),
        ("core_team: {technician: 1 people}", "core_team: [technician]", "["),
        ("data_flows:\n  logs:", "data_flows:\n  - logs:", "-"),
    ],
)
def test_wrong_type(desk: Desk, old: str, new: str, marked: str) -> None:
    problems = desk.problems(
        (old, new), *([("    name: Logs", "      name: Logs")] if "- logs" in new else [])
    )
    first = next(problem for problem in problems if problem.code == "C008")
    assert first.place is not None
    assert first.place.source_line is not None
    assert first.place.source_line[first.place.column - 1 :].startswith(marked)


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", "42\n"])
def test_top_that_is_no_block(desk: Desk, text: str) -> None:
    (desk.folder / "case.yaml").write_text(text)
    assert [problem.code for problem in desk.wrong()] == ["C008"]


@pytest.mark.code("C009")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Small\n", "name:\n"),
        ("name: Small\n", 'name: " "\n'),
        ("sites: [stuttgart, casablanca, rabat]", "sites: []"),
        ("limits:\n  core_team: {technician: 1 people}\n", "limits:\n"),
        ("core_team: {technician: 1 people}", "core_team: {}"),
    ],
)
def test_empty_value(desk: Desk, old: str, new: str) -> None:
    assert "C009" in {problem.code for problem in desk.problems((old, new))}


def test_empty_cell(one: One) -> None:
    team = "work_package,role,seniority,from,people,employed\ntests,test_engineer,senior,2027-01,4,\n"
    team += "rig,technician,mid,2027-01,1,1\n"
    assert one(("core_team: {technician: 1 people}", "max_sites: 1"), team=team)[0] == "C009"


@pytest.mark.code("C010")
@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("8 %/year", "0.08", "0.08"),
        ("8 %/year", "8 %", "8 %"),
        ("150 kEUR/year", "150 kEUR", "150 kEUR"),
        ("150 kEUR/year", "150 MAD/year", "150 MAD/year"),
        ("150 kEUR/year", "150,5 kEUR/year", "150,5 kEUR/year"),
        ("150 kEUR/year", "much", "much"),
        ("every: 6 months", "every: 6", "6"),
        ("technician: 1 people", "technician: 1 jobs", "1 jobs"),
        ("technician: 1 people", "technician: true", "true"),
    ],
)
def test_wrong_unit(one: One, old: str, new: str, marked: str) -> None:
    assert one((old, new)) == ("C010", marked)


@pytest.mark.parametrize(
    ("fact", "value"), [("time_to_fill/DE", "9 EUR/day"), ("provider_rate/MA/senior", "3400 MAD/day")]
)
def test_unit_of_an_assumption_is_the_one_of_the_fact(one: One, fact: str, value: str) -> None:
    lines = f"assumptions:\n  - {{fact: {fact}, value: {value}, reason: a}}\n"
    assert one(("limits:\n", f"{lines}limits:\n")) == ("C010", value)


@pytest.mark.code("C011")
@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("technician: 1 people", "technician: -1 people", "-1 people"),
        ("150 kEUR/year", "-150 kEUR/year", "-150 kEUR/year"),
        ("150 kEUR/year", "1e400 kEUR/year", "1e400 kEUR/year"),
        ("8 %/year", "80 %/year", "80 %/year"),
        ("every: 6 months", "every: 1.5 months", "1.5 months"),
        ("every: 6 months", "every: 0 months", "0 months"),
        ("employees_in_germany: 50", "employees_in_germany: -3", "-3"),
        ("employees_in_germany: 50", "employees_in_germany: .inf", ".inf"),
        ("employees_in_germany: 50", f"employees_in_germany: {'9' * 200}", "9" * 200),
        ("    knowledge: medium", "    shares: [0.5, 0]\n    knowledge: medium", "0"),
        ("    knowledge: medium", "    shares: [1.2]\n    knowledge: medium", "1.2"),
        ("    knowledge: medium", "    shares: [120 %]\n    knowledge: medium", "120 %"),
    ],
)
def test_number_out_of_range(one: One, old: str, new: str, marked: str) -> None:
    assert one((old, new)) == ("C011", marked)


def test_negative_cells(one: One) -> None:
    team = "work_package,role,seniority,from,people,employed\n"
    team += "tests,test_engineer,senior,2027-01,4,-3\nrig,technician,mid,2027-01,1,1\n"
    assert one(("  core_team: {technician: 1 people}", "  max_sites: 1"), team=team) == ("C011", "-3")
    assert one(interactions="a,b,hours_per_week\ntests,rig,-1\n") == ("C011", "-1")


@pytest.mark.code("C012")
@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("branch: ESO", "branch: ES0", "ES0"),
        ("branch: ESO", "branch: NO", "NO"),
        ("categories: [vin]", "categories: [vin, vins]", "vins"),
        ("movable: true", "movable: maybe", "maybe"),
        ("engagements: [captive, provider]", "engagements: [captive, providers]", "providers"),
        ("systematic: true", "systematic: unknown", "unknown"),
    ],
)
def test_word_outside_the_closed_list(one: One, old: str, new: str, marked: str) -> None:
    assert one((old, new)) == ("C012", marked)


@pytest.mark.code("C013")
@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("as_of: 2026-11-22", "as_of: 22.11.2026", "22.11.2026"),
        ("as_of: 2026-11-22", "as_of: 2026-02-30", "2026-02-30"),
        ("as_of: 2026-11-22", "as_of: 2026", "2026"),
        ("first: 2027-04", "first: 2027-13", "2027-13"),
        ("first: 2027-04", "first: 2027-4", "2027-4"),
        ("first: 2027-04", "first: 0027-04", "0027-04"),
    ],
)
def test_date_that_is_none(one: One, old: str, new: str, marked: str) -> None:
    assert one((old, new)) == ("C013", marked)


@pytest.mark.code("C027")
@pytest.mark.parametrize(
    "row", ["tests,rig", "tests,rig,8,9", 'tests,"rig,8', 'tests,"r"ig,8', 'te"sts,rig,8']
)
def test_broken_row(desk: Desk, row: str) -> None:
    (problem,) = desk.problems(interactions=f"a,b,hours_per_week\ntests,rig,8\n{row}\n")
    assert problem.code == "C027"
    assert problem.place is not None
    assert problem.place.line == 3


@pytest.mark.parametrize("table", ["", "\n\n", "a,b,hours_per_week\n", "# a remark\n"])
def test_table_without_rows(desk: Desk, table: str) -> None:
    assert [problem.code for problem in desk.problems(interactions=table)] == ["C027"]


@pytest.mark.code("C033")
@pytest.mark.parametrize("name", ["Logs", "my logs", "a--b", "9-lives", "a_b"])
def test_name_not_well_formed(one: One, name: str) -> None:
    assert one(("  logs:", f"  {name}:")) == ("C033", name)


def test_language_not_well_formed(one: One) -> None:
    keys = "    languages: {english: B2}\n    knowledge: medium"
    assert one(("    knowledge: medium", keys)) == ("C033", "english")


@pytest.mark.code("C034")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Small\n", "name: !!str Small\n"),
        ("limits:", "---\nlimits:"),
        ("name: Small\n", "name: Small\n? [a, b]\n: c\n"),
    ],
)
def test_yaml_features_not_used(desk: Desk, old: str, new: str) -> None:
    assert "C034" in {problem.code for problem in desk.problems((old, new))}


def test_alias_is_refused_at_its_place(desk: Desk) -> None:
    changes = (("name: Small\n", "name: &title Small\n"), ("name: Tests", "name: *title"))
    problem = next(problem for problem in desk.problems(*changes) if problem.code == "C034")
    assert problem.place is not None
    assert problem.place.width == len("*title")


@pytest.mark.parametrize("text", ["[" * 3000, "a: " + "{b: " * 3000, "- " * 3000 + "x", "x: &x [*x, *x]\n"])
def test_deep_nesting_ends_in_an_error(desk: Desk, text: str) -> None:
    (desk.folder / "case.yaml").write_text(text)
    assert {problem.code for problem in desk.wrong()} & {"C003", "C034"}


@pytest.mark.code("C035")
@pytest.mark.parametrize(
    "name", ["teams.csv", "../team.csv", "/team.csv", "team.xlsx", "C:\\team.csv", "sub\\..\\t.csv"]
)
def test_table_not_found(one: One, name: str) -> None:
    assert one(("team: team.csv", f"team: {name}")) == ("C035", name)


def test_table_beside_the_folder_is_not_read(desk: Desk) -> None:
    folder = desk.folder / "inner"
    folder.mkdir()
    (desk.folder / "team.csv").write_text("work_package\ntests\n")
    (problem,) = type(desk)(folder).problems(("team: team.csv", "team: ../team.csv"))
    assert (problem.code, "outside" in problem.message) == ("C035", True)


def test_text_of_a_problem_shows_line_caret_and_remedy(desk: Desk) -> None:
    (problem,) = desk.problems(("value_of_work: 150 kEUR/year", "value_of_work: 150 kUSD/year"))
    file = desk.folder / "case.yaml"
    assert as_text([problem]) == (
        f"{file}:7:16: error C010: `value_of_work`: `kUSD/year` is not used here\n"
        "  7 | value_of_work: 150 kUSD/year\n"
        "    |                ^^^^^^^^^^^^^\n"
        "  = remedy: use `EUR/year`, `kEUR/year`, for instance `150 kEUR/year`"
    )
