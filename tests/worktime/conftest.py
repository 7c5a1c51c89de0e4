"""Sites that the tests of shared hours use."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest


@dataclass(frozen=True)
class Place:
    """A site with just what shared hours ask for."""

    id: str
    name: str
    country: str
    zone: str
    holiday_country: str
    holiday_subdivision: str | None = None
    week: str = "Mon-Fri"
    day_start: str = "09:00"
    day_end: str = "17:30"

    def but(self, **fields: str) -> Place:
        """Return the same place with some fields changed."""
        return replace(self, **fields)


@dataclass(frozen=True)
class Places:
    """The places by name, and one for each country of the reference table."""

    stuttgart: Place
    casablanca: Place
    pune: Place
    cairo: Place
    istanbul: Place
    by_country: dict[str, Place]


@pytest.fixture(scope="session")
def places() -> Places:
    """The places of these tests."""
    rows = (
        ("DE", "Europe/Berlin", "BW"),
        ("MA", "Africa/Casablanca", None),
        ("TN", "Africa/Tunis", None),
        ("EG", "Africa/Cairo", None),
        ("PL", "Europe/Warsaw", None),
        ("RO", "Europe/Bucharest", None),
        ("PT", "Europe/Lisbon", None),
        ("ES", "Europe/Madrid", "CT"),
        ("IN", "Asia/Kolkata", "KA"),
        ("RS", "Europe/Belgrade", None),
        ("TR", "Europe/Istanbul", None),
    )
    by_country = {
        country: Place(country.lower(), country, country, zone, country, part) for country, zone, part in rows
    }
    return Places(
        replace(by_country["DE"], id="stuttgart", name="Stuttgart"),
        replace(by_country["MA"], id="casablanca", name="Casablanca"),
        replace(by_country["IN"], id="pune", name="Pune", holiday_subdivision="MH"),
        replace(by_country["EG"], id="cairo", name="Cairo", week="Sun-Thu"),
        replace(by_country["TR"], id="istanbul", name="Istanbul"),
        by_country,
    )
