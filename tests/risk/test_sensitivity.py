"""Sobol' indices, tornado and flips on functions whose answer is known."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from jiwar.money import FloatArray
from jiwar.options import Options
from jiwar.risk.correlation import LABOUR_MARKET, OTHER
from jiwar.risk.draws import scenarios_of
from jiwar.risk.named import NAMED, NamedScenario, Shock, ShockKind, in_named_scenarios
from jiwar.risk.ranges import Ranges, ranges_of
from jiwar.risk.sensitivity import flips, influences, pair_flips, tornado
from jiwar.risk.ways import ENDS

WEIGHTS = {"wage_growth/MA": 3.0, "attrition/MA": -1.0, "learning_months/near": 0.002}


@pytest.fixture(scope="module")
def toy(options: Options) -> Ranges:
    """Three drivers of three groups."""
    return ranges_of(options.case, options.facts, tuple(sorted(WEIGHTS)))


def _linear(values: Mapping[str, FloatArray]) -> FloatArray:
    total: FloatArray = np.sum([weight * values[key] for key, weight in WEIGHTS.items()], axis=0)
    return total


def test_indices_of_a_sum_are_shares_of_variance(options: Options) -> None:
    groups = {"eor_fee/MA": "provider_rates", "recruiting_fee/MA": OTHER, "learning_months/near": "learning"}
    apart = ranges_of(options.case, options.facts, tuple(sorted(groups)))
    weights = {key: 1.0 / apart.mid(key) for key in groups}

    def summed(values: Mapping[str, FloatArray]) -> FloatArray:
        return np.asarray(sum(weight * values[key] for key, weight in weights.items()))

    drawn = scenarios_of(apart, 8192, 1).values
    variance = {key: float(np.var(weight * drawn[key])) for key, weight in weights.items()}
    found = {one.group: one for one in influences(apart, summed, points=2048)}
    assert sum(one.first_order for one in found.values()) == pytest.approx(1.0, abs=0.03)
    for key, group in groups.items():
        share = variance[key] / sum(variance.values())
        assert found[group].first_order == pytest.approx(share, abs=0.03)
        assert found[group].total == pytest.approx(share, abs=0.03)


def test_what_labour_markets_share_is_an_influence_of_its_own(toy: Ranges) -> None:
    found = {one.group: one for one in influences(toy, _linear, points=2048)}
    opposed = found[
        LABOUR_MARKET
    ].first_order  # wages up and attrition down in the sum: tightness cancels in part

    def together(values: Mapping[str, FloatArray]) -> FloatArray:
        return 3.0 * values["wage_growth/MA"] + values["attrition/MA"]

    joined = {one.group: one for one in influences(toy, together, points=2048)}[LABOUR_MARKET].first_order
    assert 0.0 < opposed < joined < 1.0


def test_a_product_shows_its_interaction(toy: Ranges) -> None:
    def product(values: Mapping[str, FloatArray]) -> FloatArray:
        centred = [values[key] - toy.mid(key) for key in ("wage_growth/MA", "attrition/MA")]
        return centred[0] * centred[1]

    found = {one.group: one for one in influences(toy, product, points=2048)}
    assert found["attrition"].total > found["attrition"].first_order + 0.3
    assert found["learning"].total == pytest.approx(0.0, abs=1e-9)


def test_a_constant_has_no_influences(toy: Ranges) -> None:
    found = influences(toy, lambda values: np.ones_like(values["attrition/MA"]), points=16)
    assert {(one.first_order, one.total) for one in found} == {(0.0, 0.0)}


def test_tornado_turns_one_driver_at_a_time(toy: Ranges) -> None:
    turns = tornado(toy, _linear)
    assert [turn.swing_eur for turn in turns] == sorted((turn.swing_eur for turn in turns), reverse=True)
    ends = [toy.values(np.full((3, 1), u)) for u in (0.1, 0.9)]
    for turn in turns:
        weight = WEIGHTS[turn.driver]
        swing = abs(weight * float(ends[1][turn.driver][0] - ends[0][turn.driver][0]))
        assert turn.swing_eur == pytest.approx(swing)


def test_a_flip_is_found_where_it_is(toy: Ranges) -> None:
    middle = toy.mid("attrition/MA")

    def saving(values: Mapping[str, FloatArray]) -> FloatArray:
        found: FloatArray = middle + 0.02 - values["attrition/MA"]
        return found

    found = {flip.driver: flip for flip in flips(toy, saving)}
    flip = found.pop("attrition/MA")
    assert flip.values is not None
    assert flip.values["attrition/MA"] == pytest.approx(middle + 0.02, rel=1e-6)
    assert flip.factor == pytest.approx((middle + 0.02) / middle, rel=1e-6)
    assert flip.share_of_range is not None
    assert 0.0 < flip.share_of_range < 1.0
    assert not any(other.flips for other in found.values())


def test_the_nearer_direction_counts(toy: Ranges) -> None:
    middle = toy.mid("attrition/MA")

    def saving(values: Mapping[str, FloatArray]) -> FloatArray:
        away = values["attrition/MA"] - middle
        found: FloatArray = np.minimum(0.03 - away, 0.01 + away)
        return found

    flip = next(flip for flip in flips(toy, saving) if flip.driver == "attrition/MA")
    assert flip.share_of_range is not None
    assert flip.share_of_range < 0.0
    assert flip.values is not None
    assert flip.values["attrition/MA"] == pytest.approx(middle - 0.01, rel=1e-6)


def test_nothing_flips_a_plan_that_is_staying(toy: Ranges) -> None:
    found = flips(toy, lambda values: np.zeros_like(values["attrition/MA"]))
    assert not any(flip.flips for flip in found)
    assert len(found) == len(WEIGHTS)


def test_named_scenarios_change_what_they_say(toy: Ranges) -> None:
    named = (
        NamedScenario("a", "A", (Shock("wage_growth/MA", ShockKind.VALUE, 0.09),)),
        NamedScenario("b", "B", (Shock("learning_months/", ShockKind.FACTOR, 2.0),)),
        NamedScenario("c", "C", (Shock("attrition/", ShockKind.HIGH),)),
        NamedScenario("d", "D", (Shock("fx/", ShockKind.FACTOR, 2.0),)),
    )
    base = float(_linear({key: np.array([toy.mid(key)]) for key in WEIGHTS})[0])
    found = in_named_scenarios(toy, _linear, named)
    expected = (
        3.0 * (0.09 - toy.mid("wage_growth/MA")),
        0.002 * toy.mid("learning_months/near"),
        -(toy.facts.get("attrition/MA").high_value - toy.mid("attrition/MA")),
        0.0,
    )
    assert [one.saving_eur - base for one in found] == pytest.approx(list(expected))
    assert found[3].touches == ()


def test_the_named_scenarios_speak_of_known_facts(options: Options) -> None:
    for scenario in NAMED:
        for shock in scenario.shocks:
            assert options.facts.keys(shock.prefix), shock.prefix


def test_two_drivers_together_flip_sooner_than_either_alone(toy: Ranges) -> None:
    """A sum of normalised ways: alone neither reaches two thirds of both ends, together they do at two thirds."""
    ends = toy.values(np.full((3, 1), ENDS[1]))
    span = {key: float(ends[key][0]) - toy.mid(key) for key in WEIGHTS}

    def saving(values: Mapping[str, FloatArray]) -> FloatArray:
        gone = [(values[key] - toy.mid(key)) / span[key] for key in ("attrition/MA", "wage_growth/MA")]
        found: FloatArray = 4.0 / 3.0 - gone[0] - gone[1]
        return found

    assert not any(flip.flips for flip in flips(toy, saving))
    (pair,) = pair_flips(toy, saving)
    assert set(pair.drivers) == {"attrition/MA", "wage_growth/MA"}
    assert pair.share_of_range == pytest.approx(2.0 / 3.0, rel=1e-6)
    for key in pair.drivers:
        assert pair.values[key] == pytest.approx(toy.mid(key) + 2.0 / 3.0 * span[key], rel=1e-6)


def test_pairs_of_a_loss_go_towards_a_saving(toy: Ranges) -> None:
    """For a plan that loses, the pair is the change that would make it pay."""

    def losing(values: Mapping[str, FloatArray]) -> FloatArray:
        found: FloatArray = _linear(values) - 1.05 * _linear(
            {key: np.array([toy.mid(key)]) for key in WEIGHTS}
        )
        return found

    for pair in pair_flips(toy, losing):
        values = {key: np.array([pair.values.get(key, toy.mid(key))]) for key in WEIGHTS}
        assert float(losing(values)[0]) == pytest.approx(0.0, abs=1e-6)
    assert pair_flips(toy, lambda values: np.zeros_like(values["attrition/MA"])) == ()
