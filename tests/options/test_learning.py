"""Laws of growing, learning and losing teams."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.options.learning import (
    PRODUCTIVE_SHARE_AT_LENGTH,
    TeamParameters,
    fill_rate,
    follow_post,
    market_fill,
    monthly_rate,
    shifted,
)

MONTHS = 120


def _parameters(
    attrition: float = 0.2, fill: float = 3.0, start: float = 0.55, learning: float = 24.0
) -> TeamParameters:
    return TeamParameters(
        attrition_per_month=monthly_rate(np.array([attrition])),
        fill_per_month=fill_rate(np.array([fill])),
        start_productivity=np.array([start]),
        learning_months=np.array([learning]),
        teaching_months=np.array([4.0]),
    )


teams = st.builds(
    _parameters,
    attrition=st.floats(0.0, 0.6),
    fill=st.floats(0.3, 12.0),
    start=st.floats(0.1, 0.94),
    learning=st.floats(1.0, 48.0),
)


@given(teams, st.booleans())
def test_people_are_conserved(team: TeamParameters, filled: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    profile = follow_post(team, MONTHS, filled=filled)
    joined = np.cumsum(profile.first_hires + profile.replacements, axis=1)
    left = np.cumsum(profile.leavers, axis=1)
    assert np.allclose(profile.heads, (1.0 if filled else 0.0) + joined - left)


@given(teams, st.booleans())
def test_output_never_exceeds_heads_nor_heads_the_post(team: TeamParameters, filled: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    profile = follow_post(team, MONTHS, filled=filled)
    assert np.all(profile.output <= profile.heads + 1e-12)
    assert np.all(profile.heads <= 1.0 + 1e-12)
    assert np.all(profile.output >= -1e-12)


@given(teams)
def test_both_beginnings_end_in_the_same_steady_state(team: TeamParameters) -> None:
    for filled in (False, True):
        profile = follow_post(team, 1200, filled=filled)
        assert profile.output[0, -1] == pytest.approx(team.steady_output[0], rel=1e-3)


def test_more_leaving_means_less_output_and_more_learning() -> None:
    low, high = (follow_post(_parameters(attrition=rate), MONTHS, filled=False) for rate in (0.05, 0.30))
    assert high.output[0, -1] < low.output[0, -1]
    assert high.turnover_gap[0, -1] > 3.0 * low.turnover_gap[0, -1]


def test_a_newcomer_reaches_the_stated_share_at_the_stated_time() -> None:
    team = _parameters(attrition=0.0, fill=1e-6, learning=24.0)
    profile = follow_post(team, 30, filled=False)
    assert profile.output[0, 0] == pytest.approx(0.55)
    assert profile.output[0, 24] == pytest.approx(PRODUCTIVE_SHARE_AT_LENGTH)


def test_mean_time_to_fill_is_the_stated_one() -> None:
    team = _parameters(attrition=0.0, fill=7.7)
    hires = follow_post(team, 400, filled=False).first_hires[0]
    mean = float(np.sum(hires * np.arange(1, 401)) / np.sum(hires))
    assert mean == pytest.approx(7.7, abs=0.6)  # months are counted at their end


def test_yearly_leaving_compounds() -> None:
    assert (1.0 - monthly_rate(np.array([0.2]))[0]) ** 12 == pytest.approx(0.8)


@given(st.integers(-24, 70), st.floats(0.0, 50.0))
def test_a_shifted_team_is_the_same_team_later(start: int, people: float) -> None:
    profile = follow_post(_parameters(), MONTHS, filled=False)
    team = shifted(profile, start, 60, people)
    for month in range(60):
        then = month - start
        expected = people * profile.heads[0, then] if then >= 0 else 0.0
        assert team.heads[0, month] == pytest.approx(expected)


@given(st.floats(0.5, 60.0), st.floats(0.2, 40.0))
def test_a_first_team_never_asks_more_of_the_market_than_it_gives(
    people: float, given_by_market: float
) -> None:
    slow = market_fill(people, np.array([given_by_market]))
    team = dataclasses.replace(_parameters(), first_fill_per_month=slow)
    joining = shifted(follow_post(team, 48, filled=False), 0, 48, people)
    per_quarter = (joining.first_hires + joining.replacements)[0].reshape(-1, 3).sum(axis=1)
    if people * 0.001 < given_by_market:
        assert joining.first_hires[0].reshape(-1, 3).sum(axis=1).max() <= given_by_market * 1.001 + 0.06
    assert per_quarter.min() >= 0.0


def test_scenarios_do_not_touch_each_other() -> None:
    both = TeamParameters(
        attrition_per_month=monthly_rate(np.array([0.1, 0.3])),
        fill_per_month=fill_rate(np.array([2.0, 6.0])),
        start_productivity=np.array([0.5, 0.6]),
        learning_months=np.array([12.0, 36.0]),
        teaching_months=np.array([3.0, 6.0]),
    )
    together = follow_post(both, 48, filled=False)
    alone = follow_post(_parameters(0.3, 6.0, 0.6, 36.0), 48, filled=False)
    assert np.allclose(together.output[1], alone.output[0])
