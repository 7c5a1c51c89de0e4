"""Nothing of the research is lost silently: every row is taken, merged or refused, with a reason."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from jiwar.facts import Facts

Report = list[dict[str, str]]


@pytest.fixture(scope="module")
def report(data: Path) -> Report:
    """The shipped report of the import."""
    with (data / "import_report.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_every_row_of_every_table_stands_in_the_report_once(shared: Path, report: Report) -> None:
    reported = Counter((line["table"], int(line["line"])) for line in report)
    expected: Counter[tuple[str, int]] = Counter()
    tables = sorted((shared / "facts").glob("*.csv"))
    assert len(tables) == 21
    for path in tables:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = csv.DictReader(handle)
            for _ in rows:
                expected[path.name, rows.line_num] += 1
    assert reported == expected


def test_what_is_taken_or_merged_is_in_the_base(facts: Facts, report: Report) -> None:
    for line in report:
        if line["decision"] in {"taken", "merged"}:
            kind, _, name = line["key"].partition(" ")
            assert line["key"] in facts or (kind == "series" and facts.series(name).index)


def test_what_is_merged_or_refused_has_a_reason(facts: Facts, report: Report) -> None:
    for line in report:
        assert line["decision"] in {"taken", "merged", "refused"}
        if line["decision"] != "taken":
            assert len(line["reason"]) > 10
        if line["decision"] == "refused" and line["key"]:
            assert line["key"] in facts


def test_each_taken_row_gives_a_fact_of_its_own(report: Report) -> None:
    keys = Counter(line["key"] for line in report if line["decision"] == "taken" and "/" in line["key"])
    assert max(keys.values()) == 1


def test_numbers_are_taken_over_as_they_are(shared: Path, facts: Facts, report: Report) -> None:
    rows: dict[str, dict[str, str]] = {}
    for path in (shared / "facts").glob("labour_*.csv"):
        with path.open(encoding="utf-8", newline="") as handle:
            rows |= {row["key"]: row for row in csv.DictReader(handle) if "mid" in row}
    changed = {"attr.de"}  # three measures in one row: the chosen one is kept, the others beside it
    compared = 0
    for line in report:
        row = rows.get(line["row"])
        if line["decision"] == "taken" and row is not None and row["mid"] and line["row"] not in changed:
            fact = facts.get(line["key"])
            assert (fact.low, fact.mid, fact.high) == tuple(
                float(row[name]) for name in ("low", "mid", "high")
            )
            compared += 1
    assert compared > 500


@pytest.mark.parametrize(
    ("row", "fact"),
    [
        ("nf.ma.test_validation_engineer_automotive", "pay/MA-casablanca/test_engineer/mid"),
        ("nf.ma.cybersecurity_engineer", "pay/MA-casablanca/cybersecurity_engineer/mid"),
        ("nf.attr.PL", "attrition/PL"),
        ("nf.rate.RO", "provider_rate/RO/senior"),
        ("nf.tth.MA", "time_to_fill/MA"),
        ("nf.rent.Oujda", "office_rent/MA-oujda"),
    ],
)
def test_gaps_name_the_prior_that_stands_in(facts: Facts, report: Report, row: str, fact: str) -> None:
    (line,) = [line for line in report if line["row"] == row]
    assert (line["decision"], line["key"]) == ("refused", fact)
    prior = facts.get(fact)
    assert prior.grade == "prior"
    assert prior.high / prior.low > 1.2
    assert prior.note


@pytest.mark.parametrize(
    ("key", "grade"),
    [
        ("onc/de/nominal", "press"),
        ("onc/eg", "press"),
        ("onc/rs", "press"),
        ("attr/in", "press"),
        ("prod/herbsleb", "press"),
        ("prod/tz/sync", "press"),
        ("onc/ma/nominal", "official"),
        ("notice/ma/cadre/1-5_years", "statute"),
        ("sector/wage_subsidy_effect_jobs/2017", "prior"),
    ],
)
def test_rows_graded_too_kindly_are_regraded(facts: Facts, key: str, grade: str) -> None:
    assert facts.get(key).grade == grade


def test_rejected_claims_are_named_and_stay_out(facts: Facts, report: Report) -> None:
    rejected = {
        line["row"]: line for line in report if line["row"].startswith(("prod.rejected", "idx.warning"))
    }
    assert len(rejected) == 3
    assert {line["decision"] for line in rejected.values()} == {"refused"}
    assert not [key for key in facts.by_key if "rejected" in key]
