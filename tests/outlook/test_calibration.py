"""The fit: what it sees, that it repeats itself, that the shipped one is what a fresh one would be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from jiwar.facts import Facts
from jiwar.outlook import Posterior, Scenario, observations, outlook, posterior, simulate
from jiwar.outlook.calibration import LAST_OBSERVED, SEED, fit, input_hash
from jiwar.outlook.observations import CHANNELS
from jiwar.outlook.parameters import KEYS, SIZE
from jiwar.outlook.sampling import Sample
from jiwar.outlook.shipping import row_names, shipped, write
from jiwar.outlook.shocks import PER_YEAR


def test_no_observation_of_a_later_year_is_seen(facts: Facts) -> None:
    assert {item.year for item in observations(facts, 2017)} <= set(range(2009, 2018))
    assert len(observations(facts, 2017)) < len(observations(facts, LAST_OBSERVED))


def test_each_channel_is_observed_and_each_observation_has_facts(facts: Facts) -> None:
    seen = observations(facts, LAST_OBSERVED)
    assert {item.channel for item in seen} == set(CHANNELS)
    for item in seen:
        assert item.error > 0.0
        assert all(key in facts for key in item.keys)


def test_the_two_definitions_are_two_channels(facts: Facts) -> None:
    seen = {(item.channel, item.year): item.value for item in observations(facts, LAST_OBSERVED)}
    assert seen["exports_old", 2023] == pytest.approx(17.9e9)
    assert seen["exports_new", 2023] == pytest.approx(26.17e9)
    assert ("exports_old", 2024) not in seen
    assert ("exports_new", 2022) not in seen


def test_the_contradiction_of_2021_is_one_wide_observation(facts: Facts) -> None:
    (item,) = [item for item in observations(facts, 2021) if (item.channel, item.year) == ("jobs", 2021)]
    assert 100_000 < item.value < 130_000
    assert item.value * np.exp(-item.error) < 100_000 * 1.02
    assert item.value * np.exp(item.error) > 130_000


def test_the_fit_agrees_with_the_record(fitted: Posterior) -> None:
    history = fitted.history
    inside = 0
    for item in fitted.observed:
        low, high = np.quantile(np.log(CHANNELS[item.channel](history, history.at(item.year))), [0.05, 0.95])
        inside += low - 2 * item.error <= np.log(item.value) <= high + 2 * item.error
    assert inside >= 0.95 * len(fitted.observed)
    assert 1.38 < np.median(history.bridge[:, history.at(2023)]) < 1.54


def test_what_the_record_cannot_tell_stays_as_it_was(fitted: Posterior) -> None:
    rows = {key: (before, after) for key, before, after in fitted.update_of()}
    for key in (
        "outlook/french_law",
        "sector/adequacy_effect_prior_for_Morocco/2030",
        "outlook/gross_of_net",
    ):
        before, after = rows[key]
        assert np.allclose(after, before, rtol=0.25)
    before, after = rows["outlook/initial_value/CRM"]
    assert after[2] - after[0] < before[2] - before[0]


@pytest.fixture(scope="module")
def first(facts: Facts) -> Sample:
    return fit(facts, 2013, members=200, seed=3, moves=4)


def test_a_fit_repeats_itself(facts: Facts, first: Sample) -> None:
    again = fit(facts, 2013, members=200, seed=3, moves=4)
    assert np.array_equal(first.particles, again.particles)


def test_paths_repeat_themselves_and_scenarios_share_their_chance(fitted: Posterior) -> None:
    first, again = simulate(fitted, paths=50), simulate(fitted, paths=50)
    assert np.array_equal(first.jobs, again.jobs)
    assert np.array_equal(
        simulate(fitted, Scenario(adequacy_year=2035), paths=50).jobs[:, :26], first.jobs[:, :26]
    )
    assert np.array_equal(simulate(fitted, paths=50, until=2030).jobs, first.jobs[:, :22])
    assert not np.array_equal(simulate(fitted, paths=50, seed=8).jobs, first.jobs)


def test_more_paths_than_members_repeat_members_with_other_chance(fitted: Posterior) -> None:
    many = simulate(fitted, paths=2 * fitted.members)
    assert len(np.unique(many.jobs[:, :17].sum(axis=(1, 2)))) == fitted.members
    assert len(np.unique(many.exports_new[:, -1])) == 2 * fitted.members


def test_one_call_gives_paths_and_their_record(fitted: Posterior) -> None:
    result = outlook("MA", 2030, scenario=Scenario(premium=2.0), paths=20)
    assert result.paths.years[-1] == 2030
    assert result.posterior.input_hash == fitted.input_hash
    assert result.record["levers"] == {"premium": 2.0}


def test_a_fit_is_written_and_read_back(first: Sample, tmp_path: Path) -> None:
    write(tmp_path / "fit.csv", first, "abc")
    back = shipped("abc", 200, tmp_path / "fit.csv")
    assert back is not None
    kept = [
        row for row, name in enumerate(row_names(SIZE + 4 * PER_YEAR)) if not name.startswith("shortage ")
    ]
    assert np.allclose(back.particles[kept], first.particles[kept], atol=0.0051)
    assert shipped("other", 200, tmp_path / "fit.csv") is None
    assert shipped("abc", 201, tmp_path / "fit.csv") is None
    assert shipped("abc", 200, tmp_path / "none.csv") is None


def test_the_shipped_fit_rests_on_the_shipped_facts(facts: Facts) -> None:
    inputs = input_hash(facts, observations(facts, LAST_OBSERVED))
    stored = shipped(inputs, 1000)
    assert stored is not None, "facts or model changed: run `python -m tools.build_outlook`"
    assert stored.settled.max() < 1.05
    assert KEYS[0] == row_names(SIZE)[0]


@pytest.mark.slow
def test_a_fresh_fit_from_another_seed_tells_the_same(facts: Facts, fitted: Posterior) -> None:
    """The shipped fit against a shorter one that starts elsewhere: medians and bands of what matters agree."""
    fresh = posterior(facts, members=400, seed=SEED + 1)
    ours, theirs = simulate(fitted, paths=2000), simulate(fresh, paths=2000)
    for name in ("total_jobs", "exports_new", "exports_old"):
        for year in (2023, 2030):
            one, two = (
                np.quantile(getattr(paths, name)[:, paths.at(year)], [0.1, 0.5, 0.9])
                for paths in (ours, theirs)
            )
            assert np.allclose(one, two, rtol=0.1), (name, year)
