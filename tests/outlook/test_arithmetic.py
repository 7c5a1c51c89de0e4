"""The arithmetic of the targets, from facts: what was promised, on which definition, and what it would need."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.facts import Facts
from jiwar.outlook import TARGETS, Paths, reached, targets
from jiwar.outlook.targets import baseline_of, value_of


def _value(facts: Facts, key: str) -> float:
    return facts.get(f"sector/{key}").value


def _target(key: str) -> int:
    return [target.key for target in TARGETS].index(key)


def test_exports_need_eight_percent_a_year(facts: Facts) -> None:
    start = _value(facts, "exports_digital_outsourcing_new/2025")
    end = value_of(facts, TARGETS[_target("exports_2030")]) * 1e9
    needed = (end / start) ** (1 / 5) - 1
    assert needed == pytest.approx(0.082, abs=0.0005)
    assert needed == pytest.approx(_value(facts, "required_growth_exports_40bn/2025-2030"), abs=0.0005)


def test_jobs_need_twice_the_pace_of_late(facts: Facts) -> None:
    now, before = _value(facts, "jobs_sector/2024"), _value(facts, "jobs_sector/2022")
    goal = value_of(facts, TARGETS[_target("jobs_2030")])
    assert (goal - now) / 6 == pytest.approx(20_250)
    assert (now - before) / 2 == pytest.approx(9_250)
    assert (goal / now) ** (1 / 6) - 1 == pytest.approx(0.105, abs=0.0005)


def test_the_target_of_jobs_is_a_total(facts: Facts) -> None:
    total = _value(facts, "jobs_sector/2023") + _value(
        facts, "target_jobs_additional_contract_2024_2030/2030"
    )
    assert total == pytest.approx(value_of(facts, TARGETS[_target("jobs_2030")]), rel=0.005)


def test_both_targets_lower_value_per_job_on_the_new_series_and_raise_it_on_the_old(facts: Facts) -> None:
    goal = _value(facts, "target_exports_DM2030/2030") / _value(facts, "target_jobs_DM2030_outsourcing/2030")
    new = _value(facts, "exports_digital_outsourcing_new/2024") / _value(facts, "jobs_sector/2024")
    old = _value(facts, "exports_offshoring_total_old/2023") / _value(facts, "jobs_sector/2023")
    assert goal == pytest.approx(148_148, rel=1e-4)
    assert goal / new - 1 == pytest.approx(-0.16, abs=0.005)
    assert goal / old - 1 == pytest.approx(0.17, abs=0.005)


def test_doubling_is_from_the_old_baseline(facts: Facts) -> None:
    target = TARGETS[_target("exports_2030")]
    assert target.definition == "old"
    assert baseline_of(facts, target) == pytest.approx(17.9)
    assert value_of(facts, target) / baseline_of(facts, target) == pytest.approx(2.235, abs=0.001)
    same = TARGETS[_target("exports_2030_same_multiple")]
    assert value_of(facts, same) / baseline_of(facts, same) == pytest.approx(2.235, abs=0.003)


def test_the_milestone_of_2026_was_met_by_the_change_of_series(facts: Facts) -> None:
    milestone = value_of(facts, TARGETS[_target("exports_2026")]) * 1e9
    assert _value(facts, "exports_offshoring_total_old/2023") < milestone
    assert _value(facts, "exports_digital_outsourcing_new/2023") > milestone


def test_a_target_is_judged_on_its_definition_unless_another_is_asked_for(
    facts: Facts, future: Paths
) -> None:
    target = TARGETS[_target("exports_2030")]
    year = future.at(2030)
    assert np.array_equal(reached(facts, future, target), future.exports_old[:, year] >= 40.0)
    assert np.array_equal(reached(facts, future, target, "new"), future.exports_new[:, year] >= 40.0)
    on_old, on_new = reached(facts, future, target).mean(), reached(facts, future, target, "new").mean()
    assert on_old < on_new
    jobs = TARGETS[_target("jobs_2030")]
    assert np.array_equal(reached(facts, future, jobs), future.total_jobs[:, year] >= 270_000)


def test_targets_come_with_their_values(facts: Facts) -> None:
    assert {target.key: value for target, value in targets(facts)}["jobs_2030"] == 270_000
