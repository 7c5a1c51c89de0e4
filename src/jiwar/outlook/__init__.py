"""The sector to 2035: its model, its uncertainty, and what is said about it."""

import sys
from types import ModuleType
from typing import Any

from jiwar.outlook.calibration import Posterior, posterior, simulate
from jiwar.outlook.codes import OutlookError
from jiwar.outlook.observations import Observation, observations
from jiwar.outlook.parameters import PARAMETERS, middle_values
from jiwar.outlook.paths import Paths
from jiwar.outlook.reading import parse_scenario, read_scenario
from jiwar.outlook.scenario import AS_IT_STANDS, LEVERS, Lever, Scenario
from jiwar.outlook.targets import TARGETS, Target, reached, targets
from jiwar.outlook.verb import Outlook, outlook
from jiwar.outlook.words import BINDS, BRANCHES, CLIENTS, DEFINITIONS, GROUPS, QUANTITIES, TIERS

__all__ = [
    "AS_IT_STANDS",
    "BINDS",
    "BRANCHES",
    "CLIENTS",
    "DEFINITIONS",
    "GROUPS",
    "LEVERS",
    "PARAMETERS",
    "QUANTITIES",
    "TARGETS",
    "TIERS",
    "Lever",
    "Observation",
    "Outlook",
    "OutlookError",
    "Paths",
    "Posterior",
    "Scenario",
    "Target",
    "middle_values",
    "observations",
    "outlook",
    "parse_scenario",
    "posterior",
    "reached",
    "read_scenario",
    "simulate",
    "targets",
]


class _Verb(ModuleType):
    """Lets ``jiwar.outlook("MA", until=2035)`` work although the package bears the same name."""

    def __call__(self, *arguments: Any, **named: Any) -> Outlook:
        """Return the outlook of a country, as the function of the same name in this package does."""
        return outlook(*arguments, **named)


sys.modules[__name__].__class__ = _Verb
