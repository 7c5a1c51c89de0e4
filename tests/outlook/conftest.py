"""Fixtures of the outlook's tests."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.facts import Facts, load_facts
from jiwar.outlook import Paths, Posterior, posterior, simulate
from jiwar.outlook.model import run
from jiwar.outlook.parameters import SIZE, values_of
from jiwar.outlook.shocks import PER_YEAR, shocks_of
from jiwar.outlook.shortage import recorded_shortage


@pytest.fixture(scope="session")
def facts() -> Facts:
    return load_facts()


@pytest.fixture(scope="session")
def fitted(facts: Facts) -> Posterior:
    return posterior(facts)


@pytest.fixture(scope="session")
def future(fitted: Posterior) -> Paths:
    return simulate(fitted, paths=500)


@pytest.fixture(scope="session")
def from_priors(facts: Facts) -> Paths:
    """Paths from the priors alone, which reach further than any record would let them."""
    rng = np.random.default_rng(3)
    values = values_of(facts, rng.standard_normal((SIZE, 300)))
    shocks = shocks_of(rng.standard_normal((26 * PER_YEAR, 300)))
    return run(values, shocks, recorded_shortage(facts, 2025))
