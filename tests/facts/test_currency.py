"""Exchange rates: the published volatilities come out of the series, and paths obey basket, band and jumps."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.facts import Facts, FactsError, exchange_paths, movement
from jiwar.periods import Horizon, Month

HORIZON = Horizon(Month(2027, 1), 60)


def test_every_volatility_of_the_base_follows_from_the_monthly_series(facts: Facts) -> None:
    keys = facts.keys("fx_volatility/")
    assert len(keys) == 27
    for key in keys:
        _, currency, span = key.split("/")
        since = Month.parse(span.split("_")[0])
        measured = movement(facts, currency, since + 1 if since == Month(2014, 2) else since)
        assert 100 * measured.volatility_per_year == pytest.approx(facts.get(key).mid, abs=0.01), key


def test_the_dirham_moves_about_three_percent_a_year_against_the_euro(facts: Facts) -> None:
    assert movement(facts, "MAD").volatility_per_year == pytest.approx(0.03, abs=0.005)
    assert movement(facts, "MAD").months == 153
    assert abs(movement(facts, "MAD").drift_per_year) < 0.005


def test_levels_are_those_of_the_last_month_of_the_series(facts: Facts) -> None:
    series = facts.series("fx_monthly")
    assert len(series.index) == 154
    assert series.index[0] == ("2014-02",)
    for currency in series.columns:
        assert facts.get(f"fx/{currency}").mid == pytest.approx(series.value(currency, "2026-11"), abs=1e-4)


def test_the_pound_and_the_lira_jump_and_the_dirham_does_not(facts: Facts) -> None:
    assert movement(facts, "EGP").jumps_per_year > 0.3
    assert movement(facts, "TRY").jumps_per_year > 0.3
    assert movement(facts, "EGP").calm_volatility_per_year < 0.5 * movement(facts, "EGP").volatility_per_year
    for currency in ("MAD", "PLN", "RON", "RSD", "USD", "INR"):
        assert movement(facts, currency).jumps_per_year == 0.0


def test_paths_begin_at_the_level_of_the_base_and_repeat_with_the_seed(facts: Facts) -> None:
    first, again = (
        exchange_paths(facts, ("MAD", "EGP"), HORIZON, 200, np.random.default_rng(7)) for _ in range(2)
    )
    assert first.keys() == {"MAD", "EGP"}
    for currency, path in first.items():
        assert path.shape == (200, 60)
        assert (path > 0.0).all()
        np.testing.assert_array_equal(path, again[currency])
    assert np.median(first["MAD"][:, 0]) == pytest.approx(10.98, rel=0.02)
    other = exchange_paths(facts, ("MAD",), HORIZON, 200, np.random.default_rng(8))
    assert not np.array_equal(first["MAD"], other["MAD"])


def test_months_before_the_bases_own_stand_at_its_level(facts: Facts) -> None:
    path = exchange_paths(facts, ("PLN",), Horizon(Month(2026, 10), 12), 5, np.random.default_rng(1))["PLN"]
    level = facts.get("fx/PLN").value
    assert path[:, :2] == pytest.approx(np.full((5, 2), level))
    assert not np.allclose(path[:, 2], level)


def test_the_dirham_follows_the_dollar_by_the_basket_and_stays_in_the_band(facts: Facts) -> None:
    paths = exchange_paths(facts, ("MAD", "USD"), HORIZON, 3000, np.random.default_rng(5))
    dollar = np.log(paths["USD"] / facts.get("fx/USD").value)
    dirham = np.log(paths["MAD"] / facts.get("fx/MAD").value)
    weight = 1.0 - facts.get("fx/mad/basket").value
    distance = dirham - weight * dollar
    assert np.abs(distance).max() <= np.log(1.05) + 1e-12
    slope = np.polyfit(dollar[:, -1], dirham[:, -1], 1)[0]
    assert slope == pytest.approx(
        0.4, abs=0.02
    )  # a dollar ten percent weaker makes the dirham four percent weaker
    monthly = np.diff(dirham, axis=1).std() * np.sqrt(12)
    assert monthly == pytest.approx(0.033, abs=0.004)


def test_jumping_currencies_have_fat_upper_tails(facts: Facts) -> None:
    paths = exchange_paths(facts, ("EGP", "PLN"), HORIZON, 4000, np.random.default_rng(9))
    for currency, wide in (("EGP", True), ("PLN", False)):
        changes = np.diff(np.log(paths[currency]), axis=1).ravel()
        beyond = (changes > 4.0 * changes.std()).mean()
        assert bool(beyond > 1e-3) is wide


@pytest.mark.code("F001")
def test_an_unknown_currency_is_refused(facts: Facts) -> None:
    with pytest.raises(FactsError, match="F001"):
        movement(facts, "XXX")


@pytest.mark.code("F019")
def test_a_horizon_in_the_past_is_refused(facts: Facts) -> None:
    with pytest.raises(FactsError, match="F019"):
        exchange_paths(facts, ("MAD",), Horizon(Month(2020, 1), 12), 5, np.random.default_rng(1))
