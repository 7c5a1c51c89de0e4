"""Whether a team speaks the language its work needs, and what teaching it costs in time and money."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.diagnostics import nearest_names
from jiwar.facts import Facts, FactValues, Site
from jiwar.money import FloatArray
from jiwar.talent.numbers import Numbers
from jiwar.talent.problems import TalentError

LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")
_LANGUAGES = ("ar", "de", "en", "es", "fr")
_KNOWN_SHARES = ("B1", "B2", "C1")
_WEEKS_PER_MONTH = 52.0 / 12.0


@dataclass(frozen=True, slots=True)
class LanguageNeed:
    """A language at a level, as a work package asks for it, for a number of people."""

    language: str
    level: str
    people: float

    def __post_init__(self) -> None:
        if self.language not in _LANGUAGES:
            message = f"`{self.language}` is not a language with numbers"
            raise TalentError.one(
                code="T008", message=message, remedy=nearest_names(self.language, _LANGUAGES)
            )
        if self.level not in LEVELS:
            message = f"`{self.level}` is not a level"
            raise TalentError.one(code="T008", message=message, remedy=f"use one of {', '.join(LEVELS)}")
        if self.people <= 0:
            message = f"{self.people:g} people need no language"
            raise TalentError.one(code="T007", message=message, remedy="ask for some people")


@dataclass(frozen=True, slots=True)
class Teaching:
    """How a language is taught beside work: level at the start, hours a week, share in paid time."""

    start_level: str | None = None
    hours_per_week: float = 6.0
    paid_share: float = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class LanguageFit:
    """How a team hired at a site meets a language need; arrays have shape (S,).

    ``share`` is that of the site's engineers who speak well enough: hiring only them shrinks the pool to that
    share. Else ``people_to_teach`` start to learn so that enough reach the level; ``months`` is how long it
    takes, ``course_cost`` course and examination in ``currency``, ``paid_hours`` the working time it takes.
    """

    need: LanguageNeed
    share: FloatArray
    people_who_speak: FloatArray
    people_to_teach: FloatArray
    months: FloatArray
    course_cost: FloatArray
    paid_hours: FloatArray
    currency: str

    @property
    def fits(self) -> bool:
        """Whether, in the middle, people hired without regard to language speak it well enough anyway."""
        return bool(np.median(self.people_who_speak) >= self.need.people - 0.5)


def language_share(values: Facts | FactValues, site: Site, language: str, level: str) -> FloatArray:
    """Return the share of a site's engineers who speak a language at or above a level, shape (S,).

    Shares are known for B1, B2 and C1; below B1 that of B1 stands as a lower bound, for C2 that of C1 as an
    upper one. No number for a language in a country raises TalentError (T001).
    """
    need = LanguageNeed(language, level, 1.0)
    known = _KNOWN_SHARES[min(max(LEVELS.index(need.level) - 2, 0), 2)]
    return Numbers(values)(f"talent/language_share/{site.country}/{language}/{known}")


def language_fit(
    values: Facts | FactValues, site: Site, need: LanguageNeed, teaching: Teaching | None = None
) -> LanguageFit:
    """Return how a team hired at a site without regard to language meets a need, and what closes the gap.

    Raises
    ------
    TalentError
        T001 when no number is known for the language in the country, T008 for an unknown start level.
    """
    teaching = teaching or Teaching()
    numbers = Numbers(values)
    share = language_share(values, site, need.language, need.level)
    speak = need.people * share
    units = _units(numbers, need, teaching)
    learners = (need.people - speak) / numbers("talent/language_success")
    course = numbers.first_known(f"talent/language_course/{site.country}", "talent/language_course/any")
    exam = numbers.first_known(f"talent/language_exam/{site.country}", "talent/language_exam/any")
    return LanguageFit(
        need,
        share,
        speak,
        learners,
        units / (teaching.hours_per_week * _WEEKS_PER_MONTH),
        learners * (units * numbers(course) + numbers(exam)),
        learners * units * teaching.paid_share,
        numbers.fact(course).currency or "EUR",
    )


def _units(numbers: Numbers, need: LanguageNeed, teaching: Teaching) -> FloatArray:
    goal = "C1" if need.level == "C2" else need.level
    wanted = numbers(f"talent/language_hours/{need.language}/{goal}")
    if teaching.start_level is None:
        return wanted
    if teaching.start_level not in LEVELS:
        message = f"`{teaching.start_level}` is not a level"
        raise TalentError.one(code="T008", message=message, remedy=f"use one of {', '.join(LEVELS)}")
    start = "C1" if teaching.start_level == "C2" else teaching.start_level
    units: FloatArray = np.maximum(wanted - numbers(f"talent/language_hours/{need.language}/{start}"), 0.0)
    return units
