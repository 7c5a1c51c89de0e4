"""The labour market of a city for one role and seniority, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from jiwar.facts import Facts, FactValues, Grade, Site
from jiwar.money import FloatArray
from jiwar.talent.draws import drawn_values
from jiwar.talent.numbers import Numbers
from jiwar.talent.pace import QUARTERS_PER_YEAR, quarterly_limit, time_to_fill
from jiwar.talent.pool import emigration_key, graduates, movers, pool, ready_graduates

_LANGUAGES = ("de", "en", "fr")


@dataclass(frozen=True, slots=True, eq=False)
class CityProfile:
    """What is known, or guessed, of a city's people of a role and seniority; arrays have shape (S,).

    ``graduates_per_year`` and ``ready_graduates_per_year`` are of the role, whatever the seniority asked for;
    ``rival_hires_per_year`` are the candidates (people who change employers and, for juniors, ready
    graduates) that other employers win when one employer hires all it can at market pay. ``languages`` are the
    shares of engineers at B2 or above, where known; ``worst_grade`` is that of the least trusted
    number.
    """

    site: str
    role: str
    seniority: str
    people: FloatArray
    graduates_per_year: FloatArray
    ready_graduates_per_year: FloatArray
    movers_per_year: FloatArray
    emigrants_per_year: FloatArray
    rival_hires_per_year: FloatArray
    hiring_limit_per_quarter: FloatArray
    time_to_fill_months: FloatArray
    languages: Mapping[str, FloatArray]
    worst_grade: Grade
    keys: frozenset[str]


def city_profile(values: Facts | FactValues, site: Site, role: str, seniority: str) -> CityProfile:
    """Return a city's labour market for a role and seniority (T001, T002 as in `hiring_limit`)."""
    values = values if isinstance(values, FactValues) else FactValues(values)
    numbers = Numbers(values)
    people = pool(numbers, site, role, seniority)
    ready = ready_graduates(numbers, site, role)
    moving = movers(numbers, site, role, seniority)
    limit = quarterly_limit(numbers, site, role, seniority)
    candidates = moving + (ready if seniority == "junior" else 0.0)
    spoken = {language: f"talent/language_share/{site.country}/{language}/B2" for language in _LANGUAGES}
    languages = {language: numbers(key) for language, key in spoken.items() if key in numbers}
    emigrants = people * numbers(emigration_key(numbers, site.country))
    months = time_to_fill(values, site, role, seniority)
    keys = frozenset(numbers.used)
    return CityProfile(
        site.id,
        role,
        seniority,
        people,
        graduates(numbers, site, role),
        ready,
        moving,
        emigrants,
        np.maximum(candidates - QUARTERS_PER_YEAR * limit, 0.0),
        limit,
        months,
        languages,
        Grade.worst(*(numbers.fact(key).grade for key in keys)),
        keys,
    )


def city_profile_range(
    facts: Facts, site: Site, role: str, seniority: str, size: int, rng: np.random.Generator
) -> CityProfile:
    """Return the same page over drawn values of every number it rests on, shape (size,)."""
    keys = city_profile(facts, site, role, seniority).keys
    return city_profile(drawn_values(facts, keys, size, rng), site, role, seniority)
