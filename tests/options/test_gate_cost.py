"""What a gate costs: months and money that a supposed law would save, and what nobody has given."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import jiwar
from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.law.what_if import what_if
from jiwar.options.gate_cost import GateCost, gate_costs
from jiwar.options.judging import judge_at

SWITCH = {"adequacy:MA": dt.date(2028, 1, 1)}
ASSUMED = """
  - {fact: legal_cost/tia, value: 12 kEUR, low: 8 kEUR, high: 20 kEUR, reason: "offer of counsel"}
  - {fact: legal_cost/moroccan_representative, value: 3 kEUR/year, reason: "offer of counsel"}
"""


def costs(case: Case, facts: Facts, form: str = "captive") -> tuple[GateCost, ...]:
    told = [
        (one, what_if(one.assessment.flow, SWITCH["adequacy:MA"], SWITCH))
        for one in judge_at(case, facts, "casablanca", form)
    ]
    return gate_costs(case, told)


@pytest.fixture(scope="module")
def priced(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The demo case with costs of its own for two duties."""
    folder = tmp_path_factory.mktemp("case")
    for file in Path(jiwar.example("brake-validation")).iterdir():
        (folder / file.name).write_text(file.read_text("utf-8"), "utf-8")
    text = (folder / "case.yaml").read_text("utf-8")
    (folder / "case.yaml").write_text(text.rstrip() + ASSUMED, "utf-8")
    return jiwar.read_case(folder)


def test_a_cost_that_nobody_gave_is_named_and_is_no_zero(case: Case, facts: Facts) -> None:
    (cost,) = costs(case, facts)
    assert (cost.country, cost.form) == ("MA", "captive")
    assert cost.once is None
    assert cost.yearly is None
    assert cost.not_given == ("legal_cost/scc", "legal_cost/tia")


def test_a_given_cost_counts_once_for_what_it_is_about(priced: Case, facts: Facts) -> None:
    """One assessment is missing (the drive logs); the others are done and cost nothing any more."""
    (cost,) = costs(priced, facts)
    assert cost.once == (8_000.0, 12_000.0, 20_000.0)
    assert cost.not_given == ("legal_cost/scc",)


def test_what_stays_is_not_saved(priced: Case, facts: Facts) -> None:
    """The representative is a duty of Moroccan law, which an adequacy decision of the Union leaves untouched."""
    (cost,) = costs(priced, facts)
    assert cost.yearly is None
    assert cost.months_before == cost.months_after


def test_both_times_of_a_hand_over_are_one_form(priced: Case, facts: Facts) -> None:
    (cost,) = costs(priced, facts, "build_operate_transfer")
    assert cost.form == "build_operate_transfer"
    assert cost.once == (8_000.0, 12_000.0, 20_000.0)


def test_nothing_is_told_where_nothing_changes(case: Case, facts: Facts) -> None:
    told = [
        (one, what_if(one.assessment.flow, SWITCH["adequacy:MA"], SWITCH))
        for one in judge_at(case, facts, "krakow", "captive")
    ]
    assert told
    assert gate_costs(case, told) == ()
