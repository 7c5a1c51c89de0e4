"""Travel from door to door: direct flights where a fact names one, else an honest guess."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass

from jiwar.facts import Facts, Grade, Site

_EARTH_RADIUS_KM = 6371.0
_TAXI_HOURS = 0.6
_CRUISE_KM_PER_HOUR = (
    780.0  # with 0.6 hours on the ground it meets the sourced block times to a third of an hour
)
_GROUND_HOURS = (3.0, 3.75, 4.5)
"""Ways to and from the airports and the wait there: low, middle, high; a prior."""
_CHANGE_HOURS = (1.5, 2.5, 4.5)
"""What changing planes adds: low, middle, high; a prior."""


@dataclass(frozen=True, slots=True)
class Journey:
    """One way from door to door: hours low, middle and high.

    ``direct`` is False when no fact names a direct flight, which is not proof that there is none.
    ``flights_per_week`` is None when unknown. ``facts`` are the keys it rests on; the grade is that of the
    worst of them, a prior without any. The ground part is a prior in any case.
    """

    direct: bool
    flights_per_week: float | None
    low_hours: float
    mid_hours: float
    high_hours: float
    facts: tuple[str, ...]
    grade: Grade

    @property
    def working_days_lost_per_trip(self) -> float:
        """Working days of eight hours spent on the way there and back."""
        return 2.0 * self.mid_hours / 8.0


def journey(facts: Facts, here: Site, there: Site) -> Journey:
    """Return the journey between two sites: by a direct flight of the facts, else with a change of planes.

    Flight time is the block time of the facts, else the distance at 780 km an hour plus 0.6 hours on the
    ground.
    """
    frequency = _known(facts, "freq", here.airport, there.airport, there.airport, here.airport)
    time = _known(facts, "time", here.airport, _plain(there.name), there.airport, _plain(here.name))
    keys = tuple(key for key in (frequency, time) if key is not None)
    block = facts.get(time).value if time else _TAXI_HOURS + distance_km(here, there) / _CRUISE_KM_PER_HOUR
    change = (0.0, 0.0, 0.0) if keys else _CHANGE_HOURS
    low, mid, high = (block + ground + more for ground, more in zip(_GROUND_HOURS, change, strict=True))
    per_week = facts.get(frequency).value if frequency else None
    grade = Grade.worst(*(facts.get(key).grade for key in keys)) if keys else Grade.PRIOR
    return Journey(bool(keys), per_week, low, mid, high, keys, grade)


def distance_km(here: Site, there: Site) -> float:
    """Return the great-circle distance between two sites."""
    north, other_north = math.radians(here.latitude), math.radians(there.latitude)
    east = math.radians(there.longitude - here.longitude)
    haversine = (
        math.sin((other_north - north) / 2) ** 2
        + math.cos(north) * math.cos(other_north) * math.sin(east / 2) ** 2
    )
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(haversine))


def _known(facts: Facts, kind: str, start: str, end: str, other_start: str, other_end: str) -> str | None:
    """Return the key of a flight in either direction, if there is one."""
    keys = (f"flight/{kind}/{start}-{end}", f"flight/{kind}/{other_start}-{other_end}")
    return next((key for key in keys if key in facts), None)


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
