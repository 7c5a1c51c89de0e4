"""Tables are read whole: every problem of every line is found, with its line."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.facts import read_facts
from jiwar.facts.reading import FACT_COLUMNS

GOOD = {
    "key": "attrition/MA",
    "place": "MA",
    "low": "15",
    "mid": "20",
    "high": "25",
    "unit": "percent/year",
    "range": "published",
    "period": "2018",
    "source": "a-source",
    "grade": "press",
    "check_by": "2027-11-22",
    "index": "",
    "based_on": "",
    "recorded": "2026-11-22",
    "note": "twenty, unheard of",
}


def table(*rows: dict[str, str]) -> str:
    """Return a table of facts; what a row does not say is as in the good one."""
    text = io.StringIO()
    writer = csv.DictWriter(text, FACT_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({**GOOD, **row})
    return text.getvalue()


def codes(text: str) -> list[tuple[str, int]]:
    """Return code and line of every problem of a table."""
    problems = read_facts(text, "t", "t.csv").problems
    return [(item.code, item.place.line if item.place else 0) for item in problems]


def test_a_good_table_gives_its_facts_and_their_lines() -> None:
    reading = read_facts(table({}, {"key": "attrition/PL", "place": "PL"}), "planning", "t.csv")
    assert not reading.problems
    assert [fact.key for fact in reading.facts] == ["attrition/MA", "attrition/PL"]
    assert reading.lines == [2, 3]
    assert reading.facts[0].note == "twenty, unheard of"
    assert reading.facts[0].table == "planning"


def test_columns_may_stand_in_any_order() -> None:
    reversed_columns = list(reversed(FACT_COLUMNS))
    text = ",".join(reversed_columns) + "\n" + ",".join(f'"{GOOD[name]}"' for name in reversed_columns) + "\n"
    assert read_facts(text, "t", "t.csv").facts == read_facts(table({}), "t", "t.csv").facts


@pytest.mark.code("F002")
def test_missing_unknown_and_doubled_columns_are_all_named() -> None:
    header = [*FACT_COLUMNS[1:], "unitt", "note"]
    reading = read_facts(",".join(header) + "\n", "t", "t.csv")
    messages = [item.message for item in reading.problems]
    assert {item.code for item in reading.problems} == {"F002"}
    assert "the column `key` is missing" in messages
    assert "the column `unitt` is not known" in messages
    assert "the column `note` stands twice" in messages
    assert "`unit`" in next(item.remedy for item in reading.problems if "unitt" in item.message)


@pytest.mark.code("F002")
def test_a_line_with_a_cell_too_many_is_told() -> None:
    assert codes(table({}) + "x,y\n") == [("F002", 3)]


@pytest.mark.code("F003")
@pytest.mark.parametrize(
    "name", ["key", "unit", "range", "period", "source", "grade", "check_by", "recorded"]
)
def test_a_fact_needs_all_of_its_ground(name: str) -> None:
    assert ("F003", 2) in codes(table({name: ""}))


@pytest.mark.code("F004")
@pytest.mark.parametrize("number", ["", "many", "nan", "inf", "1,5", "1 000"])
def test_what_is_no_number_is_refused(number: str) -> None:
    assert codes(table({"mid": number})) == [("F004", 2)]


@pytest.mark.code("F004")
def test_a_statement_carries_no_number() -> None:
    assert codes(table({"unit": "text", "range": "point"})) == [("F004", 2)]
    silent = {"unit": "text", "range": "point", "low": "", "mid": "", "high": ""}
    assert codes(table(silent)) == []


@pytest.mark.code("F005")
def test_an_unknown_unit_gets_a_suggestion() -> None:
    (problem,) = read_facts(table({"unit": "percent/yaer"}), "t", "t.csv").problems
    assert problem.code == "F005"
    assert "percent/year" in problem.remedy


@pytest.mark.code("F006")
def test_low_mid_and_high_stand_in_order() -> None:
    assert codes(table({"low": "21"}, {"high": "19"}, {"low": "-1", "mid": "-2"})) == [
        ("F006", 2),
        ("F006", 3),
        ("F006", 4),
    ]


@pytest.mark.code("F009")
@pytest.mark.code("F010")
@pytest.mark.code("F014")
@pytest.mark.code("F016")
def test_words_come_from_closed_lists() -> None:
    bad = {
        "key": "Attrition of Morocco",
        "place": "Maroc",
        "grade": "good",
        "range": "wide",
        "period": "last year",
        "check_by": "soon",
    }
    found = codes(table(bad))
    assert sorted(found) == [(code, 2) for code in ("F009", "F010", "F014", "F014", "F016", "F016")]


def test_all_problems_of_all_lines_are_found_and_good_lines_are_kept() -> None:
    reading = read_facts(table({"mid": "x", "unit": "y"}, {}, {"grade": "z"}), "t", "t.csv")
    assert [(item.code, item.place.line) for item in reading.problems if item.place] == [
        ("F004", 2),
        ("F005", 2),
        ("F009", 4),
    ]
    assert reading.lines == [3]


@given(st.text(max_size=400))
def test_no_text_whatever_breaks_the_reader(text: str) -> None:
    read_facts(text, "t", "t.csv")


@given(st.lists(st.text(alphabet='abc,"\n;|0123456789./', max_size=8), min_size=15, max_size=15))
def test_no_line_whatever_breaks_the_reader(cells: list[str]) -> None:
    row = dict(zip(FACT_COLUMNS, cells, strict=True))
    reading = read_facts(table(row), "t", "t.csv")
    assert reading.problems or reading.facts
