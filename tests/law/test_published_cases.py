"""Published decisions and worked examples, written as tables that a lawyer can read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from jiwar.law import Assessment, Flow, Gate, Verdict, assess
from jiwar.law.questions import answered

_CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def _steps() -> Iterator[Any]:
    for path in _CASES:
        case = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - every scalar stays text
        assert case["title"]
        assert case["because"]
        assert case["source"].startswith("https://")
        for number, step in enumerate(case["steps"], 1):
            yield pytest.param(case["flow"], step, id=f"{path.stem}-{number}")


def _assessed(flow: dict[str, str], step: dict[str, Any]) -> Assessment:
    switches = {name: dt.date.fromisoformat(day) for name, day in step.get("switches", {}).items()}
    asked = answered(Flow(), flow | step.get("answers", {}))
    return assess(asked, dt.date.fromisoformat(step["on"]), switches=switches)


@pytest.mark.parametrize(("flow", "step"), tuple(_steps()))
def test_published_case(flow: dict[str, str], step: dict[str, Any]) -> None:
    found = _assessed(flow, step)
    for gate, verdict in step["expect"].items():
        assert found.gates[Gate(gate)].verdict is Verdict(verdict), found.gates[Gate(gate)].reasons()
    if "overall" in step:
        assert found.overall is Verdict(step["overall"])
    hit = {hit.rule.name for result in found.gates.values() for hit in result.hits}
    assert set(step.get("rules", ())) <= hit
    assert not set(step.get("without", ())) & hit
    assert set(step.get("duties", ())) <= {duty.name for duty in found.duties}
    assert set(step.get("missing", ())) <= set(found.missing)
    if "lead_months" in step:
        assert found.lead_months == pytest.approx(float(step["lead_months"]))


PUBLISHED = (1, 2, 4, 6, 8, 9, 10, 12, 14, 16, 17, 19, 22, 23, 24, 26, 29)
"""Numbers of the published decisions that were collected; those that could not be confirmed are left out."""


def test_every_published_decision_is_a_case() -> None:
    found = [int(number) for path in _CASES for number in re.findall(r"c(\d\d)(?=-)", path.stem)]
    assert tuple(sorted(found)) == PUBLISHED
    assert any(path.stem.startswith("e01") for path in _CASES)  # the worked example
