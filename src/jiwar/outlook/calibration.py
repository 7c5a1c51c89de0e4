"""The model fitted to its history: a posterior over parameters and past shocks, and paths that start from it."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

import numpy as np

from jiwar.facts import Facts, load_facts
from jiwar.money import FloatArray
from jiwar.outlook.codes import outlook_error
from jiwar.outlook.model import run
from jiwar.outlook.observations import Observation, observations, residuals
from jiwar.outlook.parameters import KEYS, PARAMETERS, SIZE, Values, quantile_tables, values_of
from jiwar.outlook.paths import Paths
from jiwar.outlook.sampling import Sample, sample
from jiwar.outlook.scenario import AS_IT_STANDS, Scenario
from jiwar.outlook.shipping import shipped
from jiwar.outlook.shocks import PER_YEAR, shocks_of
from jiwar.outlook.shortage import recorded_shortage
from jiwar.outlook.words import FIRST_YEAR, LAST_YEAR

LAST_OBSERVED: Final = 2025
EARLIEST_FIT: Final = 2013
MEMBERS: Final = 1000
PATHS: Final = 2000
LEAST_MEMBERS: Final = 200
MOST_PATHS: Final = 200_000
"""Paths take about 8 kB each."""
MOVES: Final = 150
"""Steps of a fit made on the spot; the shipped one took more (``SHIPPED_MOVES``)."""
SHIPPED_MOVES: Final = 5000
MODEL_VERSION: Final = "2"
"""Changed whenever an equation of the model changes, so that a stored fit is not used with another model."""
SEED: Final = 7

_KEPT: Final = 8
_CACHE: Final[OrderedDict[tuple[str, int, int, int], Posterior]] = OrderedDict()


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """Parameters and past shocks that agree with the record, as equally likely members."""

    facts: Facts
    until: int
    """Last year whose observations were used."""
    members: int
    seed: int
    sample: Sample
    observed: tuple[Observation, ...]
    recorded: FloatArray
    """The German shortage index as far as it was on record."""
    input_hash: str
    """Hash of the facts, observations and settings that the posterior rests on."""

    @property
    def parameters(self) -> Values:
        """Parameters of all members by name."""
        return values_of(self.facts, self.sample.particles[:SIZE])

    @property
    def history(self) -> Paths:
        """The members' own years up to ``until``."""
        return _run(self.facts, self.sample.particles, self.recorded)

    def update_of(self) -> tuple[tuple[str, FloatArray, FloatArray], ...]:
        """Return, for each fact, its 10, 50 and 90 % points before and after the record was seen."""
        points = (0.1, 0.5, 0.9)
        before = np.quantile(np.random.default_rng(self.seed).standard_normal((SIZE, 20_000)), points, axis=1)
        prior = values_of(self.facts, before.T)
        after = self.parameters
        rows: list[tuple[str, FloatArray, FloatArray]] = []
        for parameter in PARAMETERS:
            old, new = np.atleast_2d(prior[parameter.name]), np.atleast_2d(after[parameter.name])
            rows += [(key, old[row], np.quantile(new[row], points)) for row, key in enumerate(parameter.keys)]
        return tuple(rows)


def posterior(
    facts: Facts | None = None, *, until: int = LAST_OBSERVED, members: int = MEMBERS, seed: int = SEED
) -> Posterior:
    """Fit the model to the record up to a year.

    The same inputs give the same members; the last few results are kept, since several answers rest on each.

    Parameters
    ----------
    facts
        The base; the shipped one by default.
    until
        Last year whose observations count.
    members
        How many members to return.
    seed
        Seed of all chance.

    Raises
    ------
    OutlookError
        M006 when the record up to that year is too short, M007 for too few members.
    """
    if not EARLIEST_FIT <= until <= LAST_OBSERVED:
        message = f"the record cannot be fitted up to {until}"
        raise outlook_error("M006", message, f"choose a year from {EARLIEST_FIT} to {LAST_OBSERVED}")
    if members < LEAST_MEMBERS:
        message = f"{members} members are too few to know the shape of the posterior"
        raise outlook_error("M007", message, f"ask for at least {LEAST_MEMBERS}")
    if seed < 0:
        raise outlook_error("M007", f"{seed} is no seed", "name a whole number that is not negative")
    base = facts or load_facts()
    seen = observations(base, until)
    name = (input_hash(base, seen), until, members, seed)
    if name not in _CACHE:
        recorded = recorded_shortage(base, until)
        drawn = shipped(name[0], members) if seed == SEED else None
        found = drawn or fit(base, until, members=members, seed=seed, moves=MOVES)
        _CACHE[name] = Posterior(base, until, members, seed, found, seen, recorded, name[0])
    _CACHE.move_to_end(name)
    while len(_CACHE) > _KEPT:
        _CACHE.popitem(last=False)
    return _CACHE[name]


def fit(facts: Facts, until: int, *, members: int, seed: int, moves: int) -> Sample:
    """Walk to the posterior; ``posterior`` does so for what is not shipped, with fewer moves than were shipped."""
    seen, recorded = observations(facts, until), recorded_shortage(facts, until)

    def residuals_of(normal: FloatArray) -> FloatArray:
        return residuals(_run(facts, normal, recorded), seen)

    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        return sample(
            residuals_of,
            SIZE + (until - FIRST_YEAR) * PER_YEAR,
            members=members,
            moves=moves,
            rng=np.random.default_rng([seed, until]),
        )


def simulate(
    fitted: Posterior,
    scenario: Scenario = AS_IT_STANDS,
    *,
    until: int = LAST_YEAR,
    paths: int = PATHS,
    seed: int = SEED,
) -> Paths:
    """Carry members of a posterior into the future under a scenario.

    The same seed gives the same members and the same shocks under every scenario, so that two scenarios can
    be compared path by path.

    Raises
    ------
    OutlookError
        M005 for a year beyond the model, M007 when no path is asked for.
    """
    if not fitted.until <= until <= LAST_YEAR:
        raise outlook_error(
            "M005", f"the model does not reach {until}", f"ask for a year from {fitted.until} to {LAST_YEAR}"
        )
    if not 1 <= paths <= MOST_PATHS:
        remedy = f"ask for 1 to {MOST_PATHS:,}"
        raise outlook_error("M007", f"{paths:,} paths cannot be counted or find no room", remedy)
    if seed < 0:
        raise outlook_error("M007", f"{seed} is no seed", "name a whole number that is not negative")
    rng = np.random.default_rng([seed, fitted.until, 1])
    rounds = -(-paths // fitted.members)
    chosen = np.concatenate([rng.permutation(fitted.members) for _ in range(rounds)])[:paths]
    future = rng.standard_normal((LAST_YEAR - fitted.until, PER_YEAR, paths))
    ahead = future[: until - fitted.until].reshape(-1, paths)
    normal = np.concatenate([fitted.sample.particles[:, chosen], ahead])
    return _run(fitted.facts, normal, fitted.recorded, scenario)


def _run(facts: Facts, normal: FloatArray, recorded: FloatArray, scenario: Scenario = AS_IT_STANDS) -> Paths:
    return run(values_of(facts, normal[:SIZE]), shocks_of(normal[SIZE:]), recorded, scenario)


def input_hash(facts: Facts, observed: tuple[Observation, ...]) -> str:
    """Return the hash of everything that a fit rests on: distributions, observations, the German record, model."""
    content = hashlib.sha256(quantile_tables(facts).tobytes())
    content.update(repr(KEYS).encode())
    content.update(repr(observed).encode())
    content.update(recorded_shortage(facts, LAST_OBSERVED).tobytes())
    content.update(MODEL_VERSION.encode())
    return content.hexdigest()[:16]
