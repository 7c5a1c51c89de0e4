"""How many people of a role and seniority work in a city, and how many of them look for another employer."""

from __future__ import annotations

import numpy as np

from jiwar.diagnostics import nearest_names
from jiwar.facts import SENIORITIES, Site
from jiwar.money import FloatArray
from jiwar.talent.numbers import Numbers
from jiwar.talent.occupations import Occupation, occupations
from jiwar.talent.problems import TalentError

_FIELDS = {
    "software": "software",
    "embedded": "engineering",
    "test": "engineering",
    "mechanical": "engineering",
    "electrical": "engineering",
    "research": "engineering",
}
"""Families whose graduates are counted in a field of study; the others go by the number for any field."""

_SURVEYED = ("software", "embedded")
"""Families that the surveys of developers speak of."""


def city_pool(numbers: Numbers, site: Site, role: str) -> FloatArray:
    """Return the people of a role who work in a city and its surroundings, all seniorities, shape (S,).

    The city's people of the role's family (`talent_stock` of the base) times the role's share of the family.
    """
    stock = f"talent_stock/{site.place}/{occupation(role).family}"
    return numbers(stock) * numbers(f"talent/role_share/{role}")


def seniority_share(numbers: Numbers, country: str, role: str, seniority: str) -> FloatArray:
    """Return the share of a seniority among the people of a role, shape (S,).

    The base has shares from surveys of developers; for other families a wider share of talent's own goes
    first where there is one.
    """
    check_seniority(seniority)
    surveyed = f"seniority_share/{country}/{seniority}"
    if occupation(role).family in _SURVEYED:
        return numbers(surveyed)
    return numbers(numbers.first_known(f"talent/seniority_share/{country}/{seniority}", surveyed))


def pool(numbers: Numbers, site: Site, role: str, seniority: str) -> FloatArray:
    """Return the people of a role and seniority who work in a city, shape (S,)."""
    return city_pool(numbers, site, role) * seniority_share(numbers, site.country, role, seniority)


def graduates(numbers: Numbers, site: Site, role: str) -> FloatArray:
    """Return the graduates a year who enter a role in a city, ready for work or not, shape (S,).

    Graduates go by the people who already work in a city: schools stand elsewhere too, jobs decide.
    """
    field = _FIELDS.get(occupation(role).family, "any")
    own = f"talent/graduates_per_person/{site.country}/{field}"
    per_person = numbers(numbers.first_known(own, "talent/graduates_per_person/any"))
    return city_pool(numbers, site, role) * per_person


def ready_graduates(numbers: Numbers, site: Site, role: str) -> FloatArray:
    """Return the graduates a year whom an employer can hire without months of training, shape (S,)."""
    return graduates(numbers, site, role) * numbers("talent/graduate_ready_share")


def movers(numbers: Numbers, site: Site, role: str, seniority: str) -> FloatArray:
    """Return the people a year who change employers without leaving the country, shape (S,)."""
    leave = numbers(emigration_key(numbers, site.country))
    change = np.maximum(numbers(f"attrition/{site.country}") - leave, 0.0)
    people: FloatArray = pool(numbers, site, role, seniority) * change
    return people


def emigration_key(numbers: Numbers, country: str) -> str:
    """Return the key of the yearly emigration from a country."""
    return numbers.first_known(f"talent/emigration/{country}", "talent/emigration/any")


def check_seniority(seniority: str) -> None:
    """Raise T002 for an unknown seniority."""
    if seniority not in SENIORITIES:
        raise TalentError.one(
            code="T002",
            message=f"`{seniority}` is not a seniority",
            remedy=nearest_names(seniority, SENIORITIES),
        )


def occupation(role: str) -> Occupation:
    """Return the occupation behind a role (T002 when unknown)."""
    known = occupations()
    if role not in known:
        message = f"`{role}` is not a role"
        raise TalentError.one(code="T002", message=message, remedy=nearest_names(role, known))
    return known[role]
