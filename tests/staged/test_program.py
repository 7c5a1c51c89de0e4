"""Programs as arrays: shapes, numbers, normalisation, mean and parts, and the extensive form."""

from __future__ import annotations

import numpy as np
import pytest
from staged_programs import farmer, random_program  # type: ignore[import-not-found]  # conftest.py loads it

from jiwar.staged import StagedError, extensive_form, one_stage, solve, stage, two_stage


@pytest.mark.code("S001")
def test_all_wrong_shapes_are_reported_together() -> None:
    first = stage(cost=[1.0, 2.0], lower=[0.0, 0.0, 0.0])
    second = stage(cost=[[1.0], [2.0], [3.0]], matrix=[[1.0]])
    with pytest.raises(StagedError) as caught:
        two_stage("wrong", first, second, [[1.0]], [0.5, 0.5])
    messages = [item.message for item in caught.value.diagnostics]
    assert {item.code for item in caught.value.diagnostics} == {"S001"}
    assert len(messages) == 3  # limits of the first stage, scenarios of the costs, width of the technology


@pytest.mark.code("S002")
@pytest.mark.parametrize("weights", [[0.5, -0.5], [0.0, 0.0], [np.nan, 1.0]])
def test_impossible_probabilities_are_refused(weights: list[float]) -> None:
    with pytest.raises(StagedError) as caught:
        two_stage("wrong", stage(cost=[1.0]), stage(cost=[1.0], matrix=[[1.0]]), [[1.0]], weights)
    assert "S002" in {item.code for item in caught.value.diagnostics}


@pytest.mark.code("S003")
def test_crossed_limits_and_infinite_costs_are_refused() -> None:
    first = stage(cost=[np.inf], lower=2.0, upper=1.0)
    with pytest.raises(StagedError) as caught:
        one_stage("wrong", first)
    assert [item.code for item in caught.value.diagnostics] == ["S003", "S003"]


def test_what_all_scenarios_share_is_kept_once() -> None:
    second = stage(cost=[[1.0], [1.0]], matrix=[[1.0]], row_lower=[[1.0], [2.0]])
    program = two_stage("shared", stage(cost=[1.0]), second, [[1.0]], [1.0, 3.0])
    assert program.second.cost.shape == (1, 1)
    assert program.second.row_lower.shape == (2, 1)
    assert program.probability.tolist() == [0.25, 0.75]
    assert "sum to 4" in program.notes[0]


def test_the_mean_program_averages_with_probabilities() -> None:
    program = farmer()
    mean = program.mean_program()
    assert mean.scenario(0).technology.diagonal().tolist() == pytest.approx([2.5, 3.0, 20.0])
    assert mean.scenarios == 1


def test_only_keeps_some_scenarios_and_their_relative_weights() -> None:
    program = random_program(3)
    part = program.only([1, 3])
    assert part.probability.sum() == pytest.approx(1.0)
    assert part.probability[0] / part.probability[1] == pytest.approx(
        program.probability[1] / program.probability[3]
    )
    assert part.scenario(1).row_lower.tolist() == program.scenario(3).row_lower.tolist()


def test_the_extensive_form_has_one_copy_of_the_second_stage_per_scenario() -> None:
    program = random_program(1)
    model = extensive_form(program)
    assert model.cost.size == 3 + 4 * 5
    assert model.matrix.shape == (1 + 4 * 2, 23)
    assert model.cost[3:8].tolist() == pytest.approx(
        (program.probability[0] * program.second.cost[0]).tolist()
    )


def test_a_one_stage_program_uses_the_same_entry_point() -> None:
    first = stage(cost=[-3.0, -2.0], upper=4.0, integer=True, matrix=[[2.0, 1.0]], row_upper=7.0)
    result = solve(one_stage("knapsack", first, constant=1.5), gap=0.0)
    assert result.objective == pytest.approx(-6.0 - 6.0 + 1.5)  # two of the first, three of the second
    assert result.method == "whole"
