"""What policy and the world may do differently, as plain numbers: a scenario and its levers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Any, Final

from jiwar.diagnostics import nearest_names
from jiwar.outlook.codes import outlook_error

LEVERS_FROM: Final = 2027
"""First year in which a lever that has no date of its own works."""


@dataclass(frozen=True, slots=True)
class Lever:
    """One thing that can be set: its unit, its value when nothing is decided, and its limits.

    ``low`` and ``high`` are what the model accepts; ``reach`` is how far policy or the world could plausibly
    move it, for sensitivities and for the search of what a target would take.
    """

    name: str
    unit: str
    default: float | None
    low: float
    high: float
    reach: tuple[float, float]
    title: str
    whole: bool = False
    by_policy: bool = True


@dataclass(frozen=True, slots=True)
class Scenario:
    """Policy and world as they stand, unless a lever says otherwise."""

    name: str = "as_it_stands"
    title: str = "Policy as it stands"
    training_intake: float = 1.0
    reskilled: float = 0.0
    premium: float = 1.0
    circular_until: int = 2030
    seats_axis: float = 0.0
    seats_second: float = 0.0
    seats_third: float = 0.0
    adequacy_year: int | None = None
    value_growth: float = 0.0
    wage_growth: float = 0.0
    automation: float = 1.0
    french_law: float = 1.0
    demand_growth: float = 0.0
    german_shortage: float = 0.0
    emigration: float = 1.0
    returns: float = 1.0

    def __post_init__(self) -> None:
        for name, lever in LEVERS.items():
            value = getattr(self, name)
            if value is not None and not lever.low <= value <= lever.high:
                message = f"`{name}` is {value:g}, outside {lever.low:g} to {lever.high:g} ({lever.unit})"
                raise outlook_error("M004", message, "choose a value between these limits")

    def with_(self, **changes: Any) -> Scenario:
        """Return the scenario with some levers set.

        Raises
        ------
        OutlookError
            M002 for a lever that does not exist, M004 for a value outside its limits.
        """
        for name in changes:
            if name not in _FIELDS:
                raise outlook_error("M002", f"`{name}` is not a lever", nearest_names(name, LEVERS))
        return replace(self, **changes)

    @property
    def changed(self) -> Mapping[str, float | None]:
        """The levers that differ from policy as it stands."""
        values = {name: getattr(self, name) for name in LEVERS}
        return {name: value for name, value in values.items() if value != LEVERS[name].default}


_ALL = (
    Lever("training_intake", "ratio", 1.0, 0.0, 5.0, (1.0, 2.0), "Entrants to digital programmes, as a factor"),
    Lever("reskilled", "people/year", 0.0, 0.0, 60_000.0, (0.0, 15_000.0), "More people reskilled a year"),
    Lever("premium", "ratio", 1.0, 0.0, 5.0, (0.0, 2.0), "Employment premium, as a factor on the circular"),
    Lever(
        "circular_until", "year", 2030.0, 2026.0, 2035.0, (2030.0, 2035.0), "Last year of the circular", whole=True
    ),
    Lever("seats_axis", "people/year", 0.0, 0.0, 50_000.0, (0.0, 8_000.0), "Public seats a year, Casablanca-Rabat"),
    Lever("seats_second", "people/year", 0.0, 0.0, 50_000.0, (0.0, 6_000.0), "Public seats a year, second cities"),
    Lever("seats_third", "people/year", 0.0, 0.0, 50_000.0, (0.0, 3_000.0), "Public seats a year, other cities"),
    Lever(
        "adequacy_year",
        "year",
        None,
        2027.0,
        2035.0,
        (2028.0, 2035.0),
        "First full year of recognition by the EU",
        whole=True,
    ),
    Lever("value_growth", "ratio", 0.0, -0.1, 0.1, (0.0, 0.03), "More growth of exports per job a year"),
    Lever(
        "wage_growth", "ratio", 0.0, -0.1, 0.2, (-0.02, 0.03), "More growth of Moroccan wages a year", by_policy=False
    ),
    Lever("automation", "ratio", 1.0, 0.0, 4.0, (0.5, 2.0), "Automation of service work, as a factor", by_policy=False),
    Lever("french_law", "ratio", 1.0, 0.0, 4.0, (0.0, 2.0), "Effect of the French law on calls", by_policy=False),
    Lever("demand_growth", "ratio", 0.0, -0.2, 0.2, (-0.03, 0.03), "More growth of foreign demand", by_policy=False),
    Lever(
        "german_shortage", "ratio", 0.0, -1.5, 1.5, (-0.4, 0.4), "German shortage index, shifted", by_policy=False
    ),
    Lever("emigration", "ratio", 1.0, 0.0, 5.0, (0.5, 1.5), "Emigration, as a factor"),
    Lever("returns", "ratio", 1.0, 0.0, 10.0, (1.0, 3.0), "Return from abroad, as a factor"),
)  # fmt: skip

LEVERS: Final[Mapping[str, Lever]] = MappingProxyType({lever.name: lever for lever in _ALL})
"""All levers by name, in the order of the fields of ``Scenario``."""

_FIELDS: Final = frozenset(item.name for item in fields(Scenario))

AS_IT_STANDS: Final = Scenario()
