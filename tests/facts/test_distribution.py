"""A range becomes the distribution that it speaks of."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.facts import Fact, Facts, FactsError, Grade, RangeKind, common_factor, draw, quantile
from jiwar.facts.distribution import PERT_WEIGHT, POINT_SPREAD

MakeFact = Callable[..., Fact]
RANGED = (RangeKind.QUARTILES, RangeKind.INTERVAL, RangeKind.PUBLISHED, RangeKind.PRIOR)
MANY = (np.arange(20_000) + 0.5) / 20_000


def test_quartiles_are_passed_through_exactly(facts: Facts, make_fact: MakeFact) -> None:
    pay = make_fact(low=100.0, mid=150.0, high=300.0, unit="EUR/year", range_kind=RangeKind.QUARTILES)
    assert quantile(facts, pay, np.array([0.25, 0.5, 0.75])) == pytest.approx([100.0, 150.0, 300.0])
    upper = quantile(facts, pay, np.array([0.75, 0.9]))
    z = 1.2815515655446004 / 0.6744897501960817
    assert upper[1] == pytest.approx(150.0 * 2.0**z)


def test_quartiles_around_zero_use_a_normal(facts: Facts, make_fact: MakeFact) -> None:
    premium = make_fact(low=-10.0, mid=0.0, high=20.0, unit="percent", range_kind=RangeKind.QUARTILES)
    assert quantile(facts, premium, np.array([0.25, 0.5, 0.75])) == pytest.approx([-0.1, 0.0, 0.2])


def test_an_interval_is_that_of_95_percent_and_never_crosses_zero_upwards(
    facts: Facts, make_fact: MakeFact
) -> None:
    share = make_fact(low=1.0, mid=5.0, high=9.0, unit="percent", range_kind=RangeKind.INTERVAL)
    assert quantile(facts, share, np.array([0.025, 0.5, 0.975])) == pytest.approx([0.01, 0.05, 0.09])
    assert quantile(facts, share, np.array([1e-9]))[0] == 0.0
    negative = make_fact(low=-30.0, mid=-21.0, high=-12.0, unit="percent", range_kind=RangeKind.INTERVAL)
    assert quantile(facts, negative, np.array([0.5]))[0] == pytest.approx(-0.21)


@pytest.mark.parametrize("kind", [RangeKind.PUBLISHED, RangeKind.PRIOR])
def test_a_published_range_is_a_pert_with_its_known_mean(
    facts: Facts, make_fact: MakeFact, kind: RangeKind
) -> None:
    fact = make_fact(low=10.0, mid=12.0, high=20.0, unit="months", range_kind=kind)
    values = quantile(facts, fact, MANY)
    weight = PERT_WEIGHT[kind]
    assert values.mean() == pytest.approx((10.0 + weight * 12.0 + 20.0) / (weight + 2.0), rel=1e-4)
    assert values.min() >= 10.0
    assert values.max() <= 20.0


def test_a_prior_is_wider_than_a_published_range_of_the_same_numbers(
    facts: Facts, make_fact: MakeFact
) -> None:
    kinds = (RangeKind.PUBLISHED, RangeKind.PRIOR)
    published, prior = (quantile(facts, make_fact(range_kind=kind), MANY).std() for kind in kinds)
    assert prior > 1.1 * published


@pytest.mark.parametrize("grade", list(Grade))
def test_a_point_is_as_wide_as_its_grade(facts: Facts, make_fact: MakeFact, grade: Grade) -> None:
    point = make_fact(low=20.0, mid=20.0, high=20.0, range_kind=RangeKind.POINT, grade=grade)
    values = quantile(facts, point, MANY)
    assert np.median(values) == pytest.approx(0.20, rel=1e-3)
    assert np.log(values).std() == pytest.approx(POINT_SPREAD[grade], abs=1e-3)


def test_worse_grades_are_never_narrower() -> None:
    spreads = [POINT_SPREAD[grade] for grade in Grade]
    assert spreads == sorted(spreads)
    assert spreads[0] == 0.0


def test_a_companys_own_number_without_a_range_is_taken_as_it_stands(
    facts: Facts, make_fact: MakeFact
) -> None:
    own = make_fact(low=20.0, mid=20.0, high=20.0, range_kind=RangeKind.POINT, source="case")
    assert quantile(facts, own, np.array([0.01, 0.99])) == pytest.approx([0.20, 0.20])


def test_moroccan_wage_growth_is_one_scenario_or_the_other_and_never_between(facts: Facts) -> None:
    values = quantile(facts, facts.get("wage_growth/MA"), MANY)
    survey, agency = values[MANY < 0.5], values[MANY >= 0.5]
    assert survey.min() >= 0.01
    assert survey.max() <= 0.03
    assert agency.min() >= 0.05
    assert agency.max() <= 0.09
    assert not ((values > 0.03) & (values < 0.05)).any()
    assert facts.get("wage_growth/MA").mid == facts.get("wage_growth/MA/gtai").mid


@pytest.mark.code("F023")
def test_scenarios_without_weights_are_refused(facts: Facts, make_fact: MakeFact) -> None:
    lonely = make_fact(range_kind=RangeKind.SCENARIOS)
    with pytest.raises(FactsError, match="F023"):
        quantile(facts, lonely, np.array([0.5]))


@given(
    st.sampled_from(RANGED),
    st.lists(st.floats(0.01, 1e6), min_size=3, max_size=3),
    st.lists(st.floats(0.0, 1.0), min_size=2, max_size=20),
)
def test_values_rise_with_probability_and_keep_the_sign(
    facts: Facts, make_fact: MakeFact, kind: RangeKind, numbers: list[float], chances: list[float]
) -> None:
    low, mid, high = sorted(numbers)
    fact = make_fact(low=low, mid=mid, high=high, unit="EUR", range_kind=kind)
    values = quantile(facts, fact, np.array(sorted(chances)))
    assert np.isfinite(values).all()
    assert (np.diff(values) >= -1e-9 * high).all()
    assert (values >= 0.0).all()


@given(st.integers(0, 3), st.integers(1, 7))
def test_quantiles_keep_the_shape(facts: Facts, dimensions: int, size: int) -> None:
    u = np.full((size,) * dimensions, 0.3)
    assert quantile(facts, facts.get("attrition/MA"), u).shape == u.shape


def test_draws_are_what_single_quantiles_are_except_for_the_spread_of_people(facts: Facts) -> None:
    keys = (
        "attrition/MA",
        "attrition/PL",
        "learning_months/near",
        "synchronous_loss_per_hour",
        "wage_growth/MA",
    )
    uniforms = np.random.default_rng(3).random((len(keys), 50))
    values = draw(facts, keys, uniforms)
    for row, key in enumerate(keys):
        assert values[key] == pytest.approx(quantile(facts, facts.get(key), uniforms[row]))


def test_an_employers_level_of_pay_moves_less_than_single_posts(facts: Facts) -> None:
    key = "pay/MA-casablanca/software_engineer/mid"
    fact = facts.get(key)
    (level,) = draw(facts, [key], np.array([[0.25, 0.5, 0.75]])).values()
    share = facts.get("employer_spread_share").value
    assert level[1] == pytest.approx(fact.mid)
    assert level[0] == pytest.approx(fact.mid * (fact.low / fact.mid) ** share)
    assert level[2] == pytest.approx(fact.mid * (fact.high / fact.mid) ** share)


def test_draws_take_the_cases_own_numbers(facts: Facts, make_fact: MakeFact) -> None:
    own = make_fact(low=1.0, mid=1.0, high=1.0, range_kind=RangeKind.POINT, source="case")
    values = draw(facts, ["attrition/MA"], np.array([[0.1, 0.9]]), {"attrition/MA": own})
    assert values["attrition/MA"] == pytest.approx([0.01, 0.01])


@pytest.mark.code("F018")
@pytest.mark.parametrize(
    "uniforms", [np.zeros(3), np.zeros((2, 3)), np.full((1, 3), 1.5), np.full((1, 2), np.nan)]
)
def test_numbers_that_are_no_probabilities_are_refused(facts: Facts, uniforms: np.ndarray) -> None:
    with pytest.raises(FactsError, match="F018"):
        draw(facts, ["attrition/MA"], uniforms)


@pytest.mark.code("F004")
def test_words_have_no_distribution(facts: Facts) -> None:
    words = next(fact for fact in facts.by_key.values() if not fact.is_number)
    with pytest.raises(FactsError, match="F004"):
        quantile(facts, words, np.array([0.5]))


def test_every_number_of_the_base_has_finite_quantiles(facts: Facts) -> None:
    keys = [fact.key for fact in facts.by_key.values() if fact.is_number]
    uniforms = np.tile([0.001, 0.5, 0.999], (len(keys), 1))
    for key, values in draw(facts, keys, uniforms).items():
        assert np.isfinite(values).all(), key
        assert values[0] <= values[1] <= values[2], key


def test_pay_of_one_country_moves_as_one(facts: Facts) -> None:
    factors = {common_factor(facts.get(key)) for key in facts.keys("pay/MA-")}
    assert factors == {"pay/MA"}
    assert common_factor(facts.get("attrition/MA")) == "attrition/MA"
