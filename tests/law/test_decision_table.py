"""The decision table, row by row: each gate says what the statutes say, and no rule is left without a row."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from jiwar.law import Flow, Gate, Verdict, assess, registry
from jiwar.law.questions import answered

_HERE = Path(__file__).parent


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - every scalar stays text


_TABLE = _read(_HERE / "decision_table.yaml")


@pytest.mark.parametrize("row", [pytest.param(row, id=row["says"]) for row in _TABLE["rows"]])
def test_a_gate_says_what_the_table_says(row: dict[str, Any]) -> None:
    flow = answered(Flow(), _TABLE["flow"] | row.get("answers", {}))
    found = assess(flow, dt.date.fromisoformat(row.get("on", _TABLE["on"]))).gates[Gate(row["gate"])]
    assert found.verdict is Verdict(row["verdict"]), found.reasons()
    assert row["rule"] in {hit.rule.name for hit in found.hits}
    duties = {duty.name for duty in found.duties}
    assert set(row.get("duties", ())) <= duties
    assert not set(row.get("without", ())) & duties


def test_every_rule_that_judges_stands_in_the_table_or_in_a_published_case() -> None:
    cases = (_read(path) for path in (_HERE / "cases").glob("*.yaml"))
    named = {name for case in cases for step in case["steps"] for name in step.get("rules", ())}
    named |= {row["rule"] for row in _TABLE["rows"]}
    judging = {rule.name for rule in registry().judging()}
    assert judging - named == set()
    assert named - judging == set()
