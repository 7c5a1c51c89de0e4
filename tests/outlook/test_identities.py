"""What must hold on every path, whatever the parameters, the chance and the scenario."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiwar.facts import Facts
from jiwar.outlook import LEVERS, QUANTITIES, Paths, Scenario
from jiwar.outlook.demand import client_shares
from jiwar.outlook.model import run
from jiwar.outlook.parameters import KEYS, PARAMETERS, SIZE, values_of
from jiwar.outlook.shocks import PER_YEAR, shocks_of
from jiwar.outlook.shortage import recorded_shortage
from jiwar.units import UNITS


def _levers() -> st.SearchStrategy[dict[str, Any]]:
    parts: dict[str, st.SearchStrategy[Any]] = {}
    for name, lever in LEVERS.items():
        if lever.whole:
            years: st.SearchStrategy[Any] = st.integers(int(lever.low), int(lever.high))
            parts[name] = years | st.none() if lever.default is None else years
        else:
            parts[name] = st.floats(lever.low, lever.high)
    return st.fixed_dictionaries({}, optional=parts)


def check(paths: Paths) -> None:
    for name in ("jobs", "wanted", "value_per_job", "seats", "wage", "pool", "jobs_by_tier", "bridge"):
        array = getattr(paths, name)
        assert np.isfinite(array).all(), name
        assert (array >= 0.0).all(), name
    joined = paths.graduates + paths.reskilled + paths.returned + paths.attracted
    lost = paths.emigrated + paths.left
    assert np.allclose(np.diff(paths.pool, axis=1), (joined - lost)[:, 1:], rtol=1e-9, atol=1e-6)
    assert np.allclose(paths.exports, paths.jobs * paths.value_per_job * 1e3 / 1e9, rtol=1e-12)
    assert np.allclose(paths.exports_old * paths.bridge, paths.exports_new, rtol=1e-12)
    assert np.allclose(paths.mean_value * paths.total_jobs, paths.exports_new * 1e6, rtol=1e-12)
    assert np.allclose(paths.client_share.sum(axis=3), 1.0)
    assert np.allclose(paths.branch_share.sum(axis=2), 1.0)
    assert np.allclose(paths.jobs_by_tier.sum(axis=2), paths.total_jobs, rtol=1e-9)
    assert (paths.jobs_by_tier <= paths.seats * (1.0 + 1e-9) + 1e-6).all()
    assert (paths.jobs <= paths.wanted * (1.0 + 1e-12)).all()
    assert (paths.jobs[:, :, :2].sum(axis=2) <= paths.pool[:, :, 0]).all()
    assert (paths.jobs[:, :, 2:].sum(axis=2) <= paths.pool[:, :, 1]).all()
    assert (paths.subsidised <= paths.total_jobs).all()
    assert set(np.unique(paths.binds)) <= {0.0, 1.0, 2.0, 3.0}


def test_identities_hold_on_paths_from_priors(from_priors: Paths) -> None:
    check(from_priors)


def test_identities_hold_on_fitted_paths(future: Paths) -> None:
    check(future)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), width=st.floats(0.0, 2.5), levers=_levers())
def test_identities_hold_for_any_numbers(
    facts: Facts, seed: int, width: float, levers: dict[str, Any]
) -> None:
    rng = np.random.default_rng(seed)
    values = values_of(facts, width * rng.standard_normal((SIZE, 6)))
    shocks = shocks_of(width * rng.standard_normal((26 * PER_YEAR, 6)))
    check(run(values, shocks, recorded_shortage(facts, 2025), Scenario(**levers)))


@pytest.mark.parametrize("width", [0.0, 1.0, 4.0])
def test_clients_shares_are_shares(facts: Facts, width: float) -> None:
    shares = client_shares(values_of(facts, width * np.random.default_rng(0).standard_normal((SIZE, 50))))
    assert np.allclose(shares.sum(axis=1), 1.0)
    assert (shares >= 0.0).all()


def test_units_multiply_as_the_identity_says() -> None:
    jobs, value, exports = (UNITS[QUANTITIES[name]] for name in ("jobs", "value_per_job", "exports"))
    assert jobs.factor * value.factor / exports.factor == pytest.approx(1e-6)
    assert value.dimension == exports.dimension
    assert value.currency == exports.currency == "MAD"
    assert set(QUANTITIES.values()) <= set(UNITS)


def test_flows_have_the_unit_of_their_stock_by_year() -> None:
    flows = (
        "graduates",
        "reskilled",
        "returned",
        "attracted",
        "emigrated",
        "left",
        "subsidised",
        "additional",
    )
    assert {QUANTITIES[name] for name in flows} == {f"{QUANTITIES['pool']}/year"}


_IN_PEOPLE = ("initial_jobs", "service_entrants", "digital_entrants_2009", "reskilled", "seats_most")
_IN_MONEY = ("initial_value", "initial_wage")


@pytest.mark.parametrize(("people", "money"), [(1000.0, 1.0), (1.0, 0.09), (12.0, 11.0)])
def test_no_equation_adds_what_has_different_dimensions(facts: Facts, people: float, money: float) -> None:
    """Counted in other units of people and money, every quantity is the same one in those units."""
    rng = np.random.default_rng(5)
    values = values_of(facts, rng.standard_normal((SIZE, 20)))
    shocks = shocks_of(rng.standard_normal((26 * PER_YEAR, 20)))
    other = dict(values)
    other |= {name: people * values[name] for name in _IN_PEOPLE}
    other |= {name: money * values[name] for name in _IN_MONEY}
    recorded = recorded_shortage(facts, 2025)
    before, after = run(values, shocks, recorded), run(other, shocks, recorded)
    for name, unit in QUANTITIES.items():
        factor = (people if unit.startswith("people") else 1.0) * (money if "MAD" in unit else 1.0)
        factor *= people if name in {"exports", "state_cost"} else 1.0
        assert np.allclose(getattr(after, name), factor * getattr(before, name), rtol=1e-6), name
    assert np.array_equal(after.binds, before.binds)


def test_parameters_of_one_name_have_one_dimension(facts: Facts) -> None:
    for parameter in PARAMETERS:
        assert len({facts.get(key).dimension for key in parameter.keys}) == 1, parameter.name


def test_every_parameter_is_a_fact_and_every_prior_of_the_model_is_used(facts: Facts) -> None:
    assert set(KEYS) <= set(facts.by_key)
    own = {fact.key for fact in facts.table("outlook") if not fact.key.startswith("outlook/error/")}
    of_companies = {
        "outlook/attrition_response",
        "outlook/fill_response",
    }  # the labour market, see test_labour
    assert own - of_companies == {key for key in KEYS if key.startswith("outlook/")}
    assert of_companies <= own
