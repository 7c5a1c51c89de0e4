"""Wage support of one option: what the offshoring circular pays for its own people, in the month it is paid.

Only own units earn it (a captive; build-operate-transfer from the hand-over on), only where the case counts on
it, and only for what the case has answered: without the share of Moroccan recruits no training premium, without
pay agreed net of tax no income-tax relief (it is then the employees' gain). People taken over from a provider
are no new jobs. Nothing is paid after the end of the circular, unless the case reads the sources otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jiwar.case import Case, Offshoring
from jiwar.facts import Facts, Site
from jiwar.law.support import (
    LAST_MONTH,
    cap_at,
    circular_in_force,
    income_tax_relief,
    jobs_created,
    premiums,
)
from jiwar.money import FloatArray
from jiwar.options.engagement import Engagement
from jiwar.options.option import Option, Options
from jiwar.options.pricing import BUILD_MONTHS
from jiwar.options.rates import Rates, fact
from jiwar.options.support import readings_of
from jiwar.options.workforce import posts_of
from jiwar.periods import Horizon, Month
from jiwar.provenance import Origin, OriginKind

RULES = {
    "income_tax": "ma.offshoring.income-tax-cap@2025-07-01",
    "employment": "ma.offshoring.employment-premium@2025-07-01",
    "training": "ma.offshoring.training-premium@2025-07-01",
}
"""The rule behind each part of the support."""

_CASE = Origin(OriginKind.CASE, "support/offshoring")
_NOBODY = np.zeros((1, 1))

Skill = tuple[str, str]


class WageSupport:
    """Computes the wage support of the options of one case; remembers what one person of a skill brings."""

    def __init__(self, case: Case, facts: Facts, rates: Rates) -> None:
        self.case, self.facts, self.rates = case, facts, rates
        self.readings = readings_of(case)
        self.received_eur: dict[int, dict[str, FloatArray]] = {}
        """What has been added so far: option → part → (M,) in the first scenario."""
        self._person: dict[tuple[str, Skill], tuple[FloatArray, FloatArray]] = {}

    @property
    def claimed(self) -> Offshoring | None:
        """What the case says, None when the plan does not count on it."""
        said = self.case.support.offshoring
        return said if said is not None and said.counted_on else None

    def earns(self, option: Option) -> bool:
        """Whether the case counts on support for the people of an option."""
        said = self.claimed
        return said is not None and option.site in said.sites and option.engagement.own_unit

    def parts_eur(self, option: Option, people_away: FloatArray) -> dict[str, FloatArray]:
        """Return the cash of each part by month for people away, shape (S, M), in EUR; empty without a claim."""
        said = self.claimed
        if said is None or option.start is None or not self.earns(option):
            return {}
        site = self.facts.sites[option.site]
        people, taken_over = self._own_people(option, people_away)
        gross, relief = self._mean_person(option, site)
        first = self.case.horizon.start
        employment, training = premiums(
            jobs_created(people, taken_over),
            gross,
            start=first,
            leaving_per_year=self.rates.values(f"attrition/{site.country}")[:, None],
            moroccan_share=said.moroccan_share or 0.0,
            switches=self.readings,
        )
        kept = people * relief if said.pay_agreed_net else np.zeros(people.shape)
        per_eur = self.rates.values(f"fx/{site.currency}")[:, None]
        parts = {"income_tax": kept, "employment": employment, "training": training}
        return {name: amount / per_eur for name, amount in parts.items()}

    def amounts_eur(
        self, option: Option, people_away: FloatArray
    ) -> Iterator[tuple[FloatArray, tuple[Origin, ...]]]:
        """Give the support of an option as negative costs in the months it is paid, with what they rest on."""
        if not self.earns(option):
            return
        country = self.facts.sites[option.site].country
        currency = self.facts.sites[option.site].currency
        ground = (_CASE, *fact(f"attrition/{country}", f"fx/{currency}"))
        parts = self.parts_eur(option, people_away)
        self.received_eur[option.index] = {name: amount[0] for name, amount in parts.items()}
        for name, amount in parts.items():
            yield -amount, (*ground, Origin(OriginKind.RULE, RULES[name]))

    def _own_people(self, option: Option, people: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return people on the own payroll by month, and those who came with a hand-over."""
        if option.engagement is not Engagement.BUILD_OPERATE_TRANSFER or option.start is None:
            return people, _NOBODY
        months = people.shape[1]
        handed = max(self.case.horizon.index(option.start), 0) + BUILD_MONTHS
        if handed >= months:
            return np.zeros(people.shape), _NOBODY
        return people * (np.arange(months) >= handed), people[:, handed : handed + 1]

    def _mean_person(self, option: Option, site: Site) -> tuple[FloatArray, FloatArray]:
        """Return gross pay in a year and relief in a month of a mean person of the team, MAD, shape (S, M).

        Skills weigh as the work needs them at each time, since a team is sized by what it has to deliver.
        """
        shape = self.rates.shape
        total, gross, relief = np.zeros(shape[1]), np.zeros(shape), np.zeros(shape)
        for posts in posts_of(self.case.team_of(option.work_package), self.case.horizon):
            needed = posts.needed(shape[1])
            pay, kept = self._of_skill(site, (posts.role, posts.seniority))
            total, gross, relief = total + needed, gross + needed * pay, relief + needed * kept
        weight = np.where(total > 0, total, 1.0)
        return gross / weight, relief / weight

    def _of_skill(self, site: Site, skill: Skill) -> tuple[FloatArray, FloatArray]:
        """Return gross pay in a year and relief in a month of one person, MAD, shape (S, M)."""
        key = (site.id, skill)
        if key not in self._person:
            per_eur = self.rates.values(f"fx/{site.currency}")[:, None]
            gross = 12.0 * self.rates.person(site, *skill).pay.eur_per_month * per_eur
            first, cap = self.case.horizon.start, self._cap(site)
            relief = income_tax_relief(gross, start=first, cap=cap, switches=self.readings)
            self._person[key] = gross, relief
        return self._person[key]

    def _cap(self, site: Site) -> float | None:
        said = self.case.support.offshoring
        park = None if said is None else said.sites.get(site.id)
        return cap_at(site.province or "", None if park == "none" else park)[0]


@dataclass(frozen=True, slots=True)
class Cliff:
    """What leaning on the circular means: support in its last year, and in the year after it."""

    last_month: Month
    last_year_eur: float
    year_after_eur: float


def cliff_of(horizon: Horizon, support_eur: FloatArray) -> Cliff | None:
    """Return the cliff in support received by month, shape (M,); None when the horizon does not reach it."""
    end = horizon.index(LAST_MONTH) + 1
    if not 0 < end < horizon.months:
        return None
    before, after = support_eur[max(end - 12, 0) : end].sum(), support_eur[end : end + 12].sum()
    return Cliff(LAST_MONTH, float(before), float(after)) if before > 0 else None


def cliff_of_option(options: Options, option: int) -> Cliff | None:
    """Return the cliff of one option that leans on the circular, None for one that does not."""
    parts = options.wage_support_eur.get(option, {})
    return cliff_of(options.horizon, sum(parts.values(), start=np.zeros(options.horizon.months)))


def in_force_in(year: int) -> bool:
    """Return whether the offshoring circular is in force at the end of a year."""
    return circular_in_force(dt.date(year, 12, 31))
