"""A company's own numbers are checked whole, told with line numbers, and kept apart from the base."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from jiwar.diagnostics import as_text
from jiwar.facts import Facts, FactsError, FactValues, Grade, RangeKind, export, import_facts, quantile

Write = Callable[[str], Path]

GOOD = """key,value,unit,reason,low,high
attrition/MA,14,percent/year,our own site,12,16
provider_rate/MA/senior,340,EUR/day,offer of 12 October 2026,,
pay/MA-rabat/test_engineer/mid,18000,EUR/year,what we pay,,
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of a company's numbers."""

    def make(text: str) -> Path:
        path = tmp_path / "own.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return make


def problems(path: Path, facts: Facts) -> list[tuple[str, int]]:
    """Return code and line of every problem of a file."""
    with pytest.raises(FactsError) as caught:
        import_facts(path, facts)
    return [(item.code, item.place.line if item.place else 0) for item in caught.value.diagnostics]


def test_short_tables_take_over_what_they_do_not_say(write: Write, facts: Facts) -> None:
    own = import_facts(write(GOOD), facts)
    assert list(own) == ["attrition/MA", "provider_rate/MA/senior", "pay/MA-rabat/test_engineer/mid"]
    rate = own["provider_rate/MA/senior"]
    assert (rate.low, rate.mid, rate.high) == (340.0, 340.0, 340.0)
    assert rate.range_kind is RangeKind.POINT
    assert rate.index == "rate_growth/MA"
    assert rate.period == "2026-11"
    assert rate.source == "company"
    assert rate.table == "company"
    assert own["attrition/MA"].range_kind is RangeKind.PUBLISHED
    assert own["attrition/MA"].grade is Grade.PRESS
    assert own["attrition/MA"].check_by > facts.as_of


def test_the_base_is_not_changed_and_the_numbers_overrule_it(write: Write, facts: Facts) -> None:
    before = facts.get("attrition/MA")
    own = import_facts(write(GOOD), facts)
    assert facts.get("attrition/MA") is before
    assert "company" not in facts.tables
    values = FactValues(facts, own)
    assert values("attrition/MA") == pytest.approx([0.14])
    assert values.currency("pay/MA-rabat/test_engineer/mid") == "EUR"
    assert quantile(facts, own["provider_rate/MA/senior"], np.array([0.05])) == pytest.approx([340.0])


def test_a_day_can_be_given_for_numbers_without_a_period(write: Write, facts: Facts) -> None:
    own = import_facts(write(GOOD), facts, on=dt.date(2028, 3, 9))
    assert own["attrition/MA"].period == "2028-03"


def test_a_byte_order_mark_and_blanks_do_no_harm(tmp_path: Path, facts: Facts) -> None:
    path = tmp_path / "excel.csv"
    path.write_text(
        "\ufeffkey, value ,unit,reason\nattrition/MA , 14, percent/year ,ours\n", encoding="utf-8"
    )
    assert import_facts(path, facts)["attrition/MA"].mid == 14.0


@pytest.mark.code("F001")
@pytest.mark.code("F003")
@pytest.mark.code("F004")
@pytest.mark.code("F005")
@pytest.mark.code("F006")
@pytest.mark.code("F011")
@pytest.mark.code("F014")
@pytest.mark.code("F017")
def test_all_problems_are_told_at_once_with_their_lines(write: Write, facts: Facts) -> None:
    path = write(
        "key,value,unit,reason,low,high,period\n"
        "attrition/MA,14,percent/year,ours,12,16,2026\n"
        "atrition/PL,12,percent/year,ours,,,\n"
        "attrition/RO,twelve,percent/year,ours,,,\n"
        "attrition/PT,12,percents,ours,,,\n"
        "attrition/ES,12,percent/year,ours,13,16,\n"
        "attrition/MA,15,percent/year,ours too,,,\n"
        "attrition/TN,12,months,ours,,,\n"
        "provider_rate/MA/senior,3400,MAD/day,ours,,,\n"
        "attrition/EG,12,percent/year,,,,\n"
        "attrition/RS,12,percent/year,ours,,,last year\n"
    )
    assert problems(path, facts) == [
        ("F001", 3),
        ("F004", 4),
        ("F005", 5),
        ("F006", 6),
        ("F011", 7),
        ("F017", 8),
        ("F017", 9),
        ("F003", 10),
        ("F014", 11),
    ]


def test_a_problem_shows_its_line_and_teaches(write: Write, facts: Facts) -> None:
    path = write("key,value,unit,reason\natrition/MA,14,percent/year,ours\n")
    with pytest.raises(FactsError) as caught:
        import_facts(path, facts)
    text = as_text(caught.value.diagnostics)
    assert "own.csv:2: error F001" in text
    assert "atrition/MA,14" in text
    assert "did you mean `attrition/MA`" in text


@pytest.mark.code("F002")
def test_columns_are_checked_first(write: Write, facts: Facts) -> None:
    assert problems(write("key,value,unit\nattrition/MA,14,percent/year\n"), facts) == [("F002", 1)]
    assert ("F002", 1) in problems(write(""), facts)


@pytest.mark.code("F020")
def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path, facts: Facts) -> None:
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\xff\xfe")
    for name in ("nowhere.csv", "picture.csv"):
        with pytest.raises(FactsError, match="F020"):
            import_facts(tmp_path / name, facts)


def test_what_export_writes_import_reads(tmp_path: Path, facts: Facts) -> None:
    keys = [fact.key for fact in facts.by_key.values() if fact.is_number][::37]
    own = import_facts(export(facts, tmp_path / "some.csv", keys), facts)
    assert list(own) == keys
    for key, fact in own.items():
        shipped = facts.get(key)
        assert (fact.low, fact.mid, fact.high, fact.unit, fact.grade, fact.period, fact.based_on) == (
            shipped.low,
            shipped.mid,
            shipped.high,
            shipped.unit,
            shipped.grade,
            shipped.period,
            shipped.based_on,
        )
