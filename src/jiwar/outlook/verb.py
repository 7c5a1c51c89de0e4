"""One call from a scenario to paths: ``outlook("MA", until=2035)``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jiwar.facts import Facts, load_facts
from jiwar.outlook.calibration import LAST_OBSERVED, PATHS, Posterior, posterior, simulate
from jiwar.outlook.codes import outlook_error
from jiwar.outlook.paths import Paths
from jiwar.outlook.scenario import AS_IT_STANDS, Scenario
from jiwar.outlook.words import LAST_YEAR

COUNTRY = "MA"


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """The sector of a country under one scenario, with all that is needed to run it again."""

    country: str
    until: int
    scenario: Scenario
    seed: int
    posterior: Posterior
    paths: Paths

    @property
    def record(self) -> Mapping[str, object]:
        """What the result rests on: the same record gives the same result."""
        return {
            "country": self.country,
            "until": self.until,
            "scenario": self.scenario.name,
            "levers": dict(self.scenario.changed),
            "paths": self.paths.jobs.shape[0],
            "seed": self.seed,
            "members": self.posterior.members,
            "fitted_until": self.posterior.until,
            "inputs": self.posterior.input_hash,
            "facts": self.posterior.facts.hash,
        }


def outlook(
    country: str = COUNTRY,
    until: int = LAST_YEAR,
    *,
    scenario: Scenario | None = None,
    paths: int = PATHS,
    seed: int = 7,
    facts: Facts | None = None,
) -> Outlook:
    """Return the outlook of a country's sector.

    Parameters
    ----------
    country
        ``MA``, the only country with a model.
    until
        Last year, 2026 to 2035.
    scenario
        What policy and the world do differently; by default nothing.
    paths
        How many possible futures.
    seed
        Seed of all chance; the same seed compares scenarios path by path.
    facts
        The base; the shipped one by default.

    Raises
    ------
    OutlookError
        M005 for another country or year, M007 for no paths.
    """
    if country != COUNTRY:
        message = f"there is no model of the sector of `{country}`"
        raise outlook_error("M005", message, f"ask for `{COUNTRY}`")
    if not LAST_OBSERVED < until <= LAST_YEAR:
        message = f"the outlook cannot end in {until}"
        raise outlook_error("M005", message, f"ask for a year from {LAST_OBSERVED + 1} to {LAST_YEAR}")
    fitted = posterior(facts or load_facts())
    chosen = scenario or AS_IT_STANDS
    return Outlook(
        country, until, chosen, seed, fitted, simulate(fitted, chosen, until=until, paths=paths, seed=seed)
    )
