"""Whether a team that speaks the languages of its work can be found at a site at all.

People are hired without regard to language no faster than the labour market gives, so those who speak a language
are at most its share of all whom one employer can hire there until the horizon ends. Where that is fewer than the
team needs, the option is blocked. Each language is asked alone; pay and pace of a team that can be found are not
changed by its languages.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.case import Case
from jiwar.facts import Facts, FactValues
from jiwar.options.assumptions import overrides
from jiwar.options.engagement import Engagement
from jiwar.options.option import Option
from jiwar.options.pricing import BUILD_MONTHS
from jiwar.options.workforce import posts_of
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.talent import LanguageNeed, TalentError, hiring_limit, language_fit


@dataclass(frozen=True, slots=True)
class Speakers:
    """A language that a team needs, people needed and found; no number found where none is known."""

    language: str
    level: str
    needed: float
    share: float | None  # of the site's engineers
    found: float | None
    months_to_teach: float | None

    @property
    def enough(self) -> bool:
        """Whether the team can be found; what is not known is not enough."""
        return self.found is not None and self.found >= self.needed


class Speaking:
    """Answers for the options of one case, on mid values; remembers what a labour market gives."""

    def __init__(self, case: Case, facts: Facts) -> None:
        self.case, self.facts = case, facts
        self.values = FactValues(facts, overrides(case, facts))
        self._limits: dict[tuple[str, str, str], float] = {}

    def of(self, option: Option) -> tuple[Speakers, ...]:
        """Return each language that the work of an option asks for; none where no people are hired away."""
        languages = self.case.work_package(option.work_package).languages
        if option.start is None or not languages:
            return ()
        months = self.case.horizon.months - max(self.case.horizon.index(option.start), 0)
        team = posts_of(self.case.team_of(option.work_package), self.case.horizon)
        needs = np.sum([one.needed(self.case.horizon.months, option.share) for one in team], axis=0)
        needed = float(needs[-months:].max())
        a_quarter = sum(self._limit(option.site, one.role, one.seniority) for one in team)
        hired = a_quarter * self._own_months(option.engagement, months) / MONTHS_PER_QUARTER
        return tuple(
            self._speakers(option.site, language, level, needed, hired)
            for language, level in languages.items()
            if needed > 0
        )

    def _own_months(self, engagement: Engagement, months: int) -> float:
        """Return months of hiring, those of a provider counted as often as it reaches further than one employer."""
        by_provider = _months_by_provider(engagement, months)
        return months - by_provider + float(self.values("provider_reach")[0]) * by_provider

    def _speakers(self, site: str, language: str, level: str, needed: float, hired: float) -> Speakers:
        try:
            fit = language_fit(self.values, self.facts.sites[site], LanguageNeed(language, level, needed))
        except TalentError:
            return Speakers(language, level, needed, None, None, None)
        share, months = float(np.median(fit.share)), float(np.median(fit.months))
        return Speakers(language, level, needed, share, share * hired, months)

    def _limit(self, site: str, role: str, seniority: str) -> float:
        key = (site, role, seniority)
        if key not in self._limits:
            self._limits[key] = float(hiring_limit(self.values, self.facts.sites[site], role, seniority)[0])
        return self._limits[key]


def in_words(one: Speakers, site: str) -> tuple[str, str]:
    """Return why too few speak a language at a site, and the smallest change, in English."""
    from babel import Locale

    name = Locale("en").languages.get(one.language, one.language)
    if one.share is None or one.months_to_teach is None:
        sentence = f"Nobody publishes how many engineers in {site} speak {name}."
        return sentence, "leave the site out for this work, or do the work without the language"
    sentence = (
        f"About {one.share:.1%} of the engineers in {site} speak {name} ({one.level}); one employer does not find the "
        "team among them before the horizon ends."
    )
    return sentence, f"teach the team {name} beside work, about {one.months_to_teach:.0f} months"


def _months_by_provider(engagement: Engagement, months: int) -> int:
    if engagement is Engagement.PROVIDER:
        return months
    return min(BUILD_MONTHS, months) if engagement is Engagement.BUILD_OPERATE_TRANSFER else 0
