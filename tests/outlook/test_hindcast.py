"""Scores and rivals of the hindcast, and one forecast from the past."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy import stats

from jiwar.facts import Facts
from jiwar.outlook import Observation
from jiwar.outlook.hindcast import METHODS, drift, hindcast, trend
from jiwar.outlook.scoring import covered, crps


def test_the_score_is_that_of_the_normal_distribution() -> None:
    draws = np.random.default_rng(0).standard_normal(40_000)
    for seen in (0.0, 1.3):
        exact = seen * (2 * stats.norm.cdf(seen) - 1) + 2 * stats.norm.pdf(seen) - 1 / np.sqrt(np.pi)
        assert crps(draws, seen) == pytest.approx(exact, abs=0.01)
    assert crps(np.full(10, 2.0), 3.5) == pytest.approx(1.5)


def test_a_band_covers_what_lies_in_its_middle() -> None:
    draws = np.linspace(0.0, 1.0, 1001)
    assert covered(draws, 0.11)
    assert not covered(draws, 0.09)
    assert not covered(draws, 0.91)


def _line(*values: float) -> list[Observation]:
    return [Observation("jobs", 2010 + place, value, 0.1, ()) for place, value in enumerate(values)]


def test_rivals_carry_steady_growth_on() -> None:
    rng = np.random.default_rng(1)
    steady = _line(*(100.0 * 1.1**year for year in range(6)))
    for rival in (drift, trend):
        assert np.exp(np.median(rival(steady, 2018, 4000, rng))) == pytest.approx(100.0 * 1.1**8, rel=0.001)


def test_rivals_are_less_sure_further_ahead() -> None:
    rng = np.random.default_rng(2)
    shaky = _line(100, 130, 120, 160, 150)
    for rival in (drift, trend):
        near, far = (np.diff(np.quantile(rival(shaky, year, 4000, rng), [0.1, 0.9])) for year in (2015, 2018))
        assert far > near > 0.0


@pytest.mark.slow
def test_one_origin_is_forecast_by_all_methods(facts: Facts) -> None:
    scores = hindcast(facts, (2013,), members=200)
    assert {score.method for score in scores} == set(METHODS)
    assert {score.year for score in scores if score.channel == "jobs"} == {2014, 2015, 2016, 2017}
    assert all(score.crps > 0.0 for score in scores)


def test_the_page_names_failures(repository: Path) -> None:
    page = (repository / "docs" / "outlook" / "hindcast.md").read_text(encoding="utf-8")
    assert "naive drift" in page
    assert "What this does not show" in page
    for channel in ("jobs", "exports, old definition"):
        assert f"- {channel}, all: the model" in page
