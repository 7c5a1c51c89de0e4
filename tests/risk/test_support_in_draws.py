"""Support and legal duties are priced again in every draw like the rest of a plan."""

from __future__ import annotations

import numpy as np
import pytest

import jiwar
from jiwar.case import Assumption, Support
from jiwar.options import LINE_INDEX, Options
from jiwar.planning import Plan, choose
from jiwar.risk.repricing import Repricer
from jiwar.risk.saved import savings


@pytest.fixture(scope="module")
def supported() -> Plan:
    """A plan of the demo with wage support in Rabat and assumed costs of duties; only there and at home."""
    case = jiwar.read_case(jiwar.example("brake-validation"))
    wages = {
        "counted_on": True,
        "sites": {"rabat": "Technopolis"},
        "moroccan_share": "95 %",
        "pay_agreed_net": "yes",
    }
    costs = [
        Assumption.model_validate({"fact": f"legal_cost/{name}", "value": value, "reason": "offer"})
        for name, value in (("scc", "5 kEUR"), ("tia", "8 kEUR"), ("moroccan_representative", "6 kEUR/year"))
    ]
    changed = case.model_copy(
        update={
            "sites": ("stuttgart", "rabat"),
            "engagements": ("captive",),
            "support": Support.model_validate({"offshoring": wages}),
            "assumptions": (*case.assumptions, *costs),
        }
    )
    return choose(jiwar.enumerate_options(changed), gap=0.03)


def _options(plan: Plan) -> Options:
    assert plan.options is not None
    return plan.options


def test_mid_values_give_the_saving_of_a_plan_with_support(supported: Plan) -> None:
    options = _options(supported)
    received = -options.flows_eur[list(supported.chosen), LINE_INDEX["support"]]
    assert received.sum() > 0
    assert supported.shared_eur["legal_duties"].sum() > 0
    expected = float(options.npv_eur[list(options.staying())].sum()) - supported.objective_eur
    found = savings(options, *Repricer(options, (supported, None)).flows({}))
    np.testing.assert_allclose(found, expected, rtol=1e-9)


def test_support_moves_with_the_attrition_of_a_draw(supported: Plan) -> None:
    """Support is what the same draw costs more without it."""
    options = _options(supported)
    without = options.case.model_copy(update={"support": Support()})
    plain = jiwar.enumerate_options(without, options.facts)
    leaving = options.facts.get("attrition/MA").value
    drawn = {"attrition/MA": np.array([leaving, 1.5 * leaving])}
    with_support, none = (
        Repricer(made, (supported,)).flows(drawn)[0].cash_eur.sum(axis=1) for made in (options, plain)
    )
    support = none - with_support
    expected = -options.flows_eur[list(supported.chosen), LINE_INDEX["support"]].sum()
    assert support[0] == pytest.approx(expected)
    assert 0 < support[1] != pytest.approx(support[0], rel=1e-3)
