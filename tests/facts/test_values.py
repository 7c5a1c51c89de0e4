"""What kernels compute with: arrays over scenarios, on the record, at the price level of any month."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiwar.facts import Fact, Facts, FactsError, FactValues, Grade
from jiwar.periods import Horizon, Month

MakeFact = Callable[..., Fact]
HORIZON = Horizon(Month(2027, 1), 36)


def test_without_draws_there_is_one_scenario_of_mid_values(facts: Facts) -> None:
    values = FactValues(facts)
    assert values.size == 1
    assert values("attrition/MA") == pytest.approx([0.20])
    assert values("fx/MAD") == pytest.approx([10.9818])


def test_it_remembers_what_was_asked_for(facts: Facts) -> None:
    values = FactValues(facts)
    values("attrition/MA")
    values.aged("pay/MA-fes/test_engineer/mid", HORIZON)
    assert values.used == {"attrition/MA", "pay/MA-fes/test_engineer/mid", "wage_growth/MA"}


def test_the_case_goes_before_the_base(facts: Facts, make_fact: MakeFact) -> None:
    own = make_fact(low=10.0, mid=11.0, high=12.0, source="case")
    values = FactValues(facts, {"attrition/MA": own})
    assert values("attrition/MA") == pytest.approx([0.11])
    assert values.fact("attrition/MA") is own
    assert values.grade("attrition/MA") is Grade.VENDOR
    assert values.assumed == {"attrition/MA"}
    assert values.grade("attrition/PL") is Grade.PRIOR


def test_draws_give_every_fact_the_same_scenarios(facts: Facts) -> None:
    values = FactValues(facts, draws={"attrition/MA": np.array([0.1, 0.2, 0.3])})
    assert values.size == 3
    assert values("attrition/MA").tolist() == [0.1, 0.2, 0.3]
    assert values("attrition/PL").tolist() == [0.12, 0.12, 0.12]


def test_values_of_the_base_cannot_be_written_to(facts: Facts) -> None:
    with pytest.raises(ValueError, match="read-only"):
        FactValues(facts)("attrition/MA")[0] = 1.0


@pytest.mark.code("F018")
@pytest.mark.parametrize(
    "draws",
    [
        {"attrition/MA": np.array([0.1, 0.2]), "attrition/PL": np.array([0.1])},
        {"attrition/MA": np.array([[0.1, 0.2]])},
        {"attrition/MA": np.array([0.1, np.nan])},
    ],
)
def test_draws_of_another_shape_are_refused(facts: Facts, draws: dict[str, np.ndarray]) -> None:
    with pytest.raises(FactsError, match="F018"):
        FactValues(facts, draws=draws)


@pytest.mark.code("F001")
def test_draws_and_assumptions_of_unknown_facts_are_refused(facts: Facts, make_fact: MakeFact) -> None:
    with pytest.raises(FactsError, match="F001"):
        FactValues(facts, draws={"attrition/XX": np.array([0.1])})
    with pytest.raises(FactsError, match="F001"):
        FactValues(facts, {"attrition/XX": make_fact(key="attrition/XX")})
    with pytest.raises(FactsError, match="F001"):
        FactValues(facts)("attrition/XX")


@pytest.mark.code("F004")
def test_a_statement_has_no_value(facts: Facts) -> None:
    words = next(fact for fact in facts.by_key.values() if not fact.is_number)
    with pytest.raises(FactsError, match="F004"):
        FactValues(facts)(words.key)


@pytest.mark.code("F017")
def test_only_money_has_a_currency(facts: Facts) -> None:
    values = FactValues(facts)
    assert values.currency("pay/MA-fes/test_engineer/mid") == "MAD"
    assert values.currency("provider_rate/MA/senior") == "EUR"
    with pytest.raises(FactsError, match="F017"):
        values.currency("attrition/MA")


def test_pay_grows_from_the_middle_of_its_survey_by_the_countrys_wages(facts: Facts) -> None:
    values = FactValues(facts)
    key = "pay/DE-stuttgart/test_engineer/senior"
    pay = values.aged(key, HORIZON)
    assert pay.shape == (1, 36)
    years = (Month(2027, 1) - Month(2024, 6)) / 12
    assert pay[0, 0] == pytest.approx(facts.get(key).mid * 1.032**years)
    assert pay[0, 12] / pay[0, 0] == pytest.approx(1.032)
    assert values.at(key, Month(2028, 1)) == pytest.approx(pay[:, 12])
    assert values.at(key, Month(2024, 6)) == pytest.approx([facts.get(key).mid])


def test_every_scenario_ages_with_its_own_growth(facts: Facts) -> None:
    draws = {
        "pay/MA-fes/test_engineer/mid": np.array([150_000.0, 200_000.0]),
        "wage_growth/MA": np.array([0.02, 0.07]),
    }
    pay = FactValues(facts, draws=draws).aged("pay/MA-fes/test_engineer/mid", HORIZON)
    assert pay.shape == (2, 36)
    assert pay[:, 24] / pay[:, 0] == pytest.approx([1.02**2, 1.07**2])


def test_a_fact_without_an_index_keeps_its_value(facts: Facts) -> None:
    values = FactValues(facts)
    assert np.ptp(values.aged("seat/MA-fes", HORIZON)) == 0.0
    assert values.at("learning_months/near", Month(2033, 1)) == values("learning_months/near")


@pytest.mark.code("F019")
def test_an_undated_fact_with_an_index_cannot_be_carried(facts: Facts, make_fact: MakeFact) -> None:
    undated = make_fact(
        key="pay/MA-fes/test_engineer/mid", unit="MAD/year", period="undated", index="wage_growth/MA"
    )
    values = FactValues(facts, {undated.key: undated})
    with pytest.raises(FactsError, match="F019"):
        values.aged(undated.key, HORIZON)


def test_an_assumption_ages_from_its_own_date(facts: Facts, make_fact: MakeFact) -> None:
    own = make_fact(
        key="provider_rate/MA/senior", low=320.0, mid=340.0, high=380.0, unit="EUR/day", period="2026-10",
        index="rate_growth/MA", source="case",
    )  # fmt: skip
    values = FactValues(facts, {own.key: own})
    assert values.at(own.key, Month(2026, 10)) == pytest.approx([340.0])
    assert values.at(own.key, Month(2028, 10)) == pytest.approx([340.0 * 1.035**2])


@given(st.floats(-0.05, 0.2), st.integers(-60, 120))
def test_ageing_forth_and_back_is_the_identity(facts: Facts, growth: float, months: int) -> None:
    key = "pay/PL-krakow/software_engineer/mid"
    values = FactValues(facts, draws={"wage_growth/PL": np.array([growth])})
    there = values.at(key, Month(2027, 1) + months)
    ratio = there / values.at(key, Month(2027, 1))
    assert ratio[0] == pytest.approx((1 + growth) ** (months / 12), rel=1e-9)
