"""The sites where people can work, and the roles they work in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """A city or park where people can work: clock, calendar, currency, coordinates.

    ``province`` is the Moroccan province or prefecture that decides territorial premiums and empty elsewhere;
    ``region_group`` says home, near or far as seen from Germany; ``land`` is the German Land or None.
    """

    id: str
    name: str
    country: str
    place: str
    province: str
    park: str
    zone: str
    currency: str
    latitude: float
    longitude: float
    holiday_country: str
    holiday_subdivision: str | None
    week: str
    day_start: str
    day_end: str
    region_group: str
    airport: str
    land: str | None
    languages: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of engineer, with its family, its name in each language and its ISCO-08 unit group."""

    id: str
    family: str
    name_en: str
    name_de: str
    name_fr: str
    isco08: str
    note: str = ""

    @property
    def names(self) -> dict[str, str]:
        """The name by language."""
        return {"en": self.name_en, "de": self.name_de, "fr": self.name_fr}


SENIORITIES = ("junior", "mid", "senior", "lead")
"""Years of experience, roughly: under 3, 3 to 5, 6 to 11, 12 and more (the bands of the pay surveys)."""

REGION_GROUPS = ("home", "near", "far")
"""How far a site is from Germany in working terms: at home, some hours away, far."""
