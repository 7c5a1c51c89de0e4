"""What a plan saves when a customer is lost: half of all work ends, at home and away, and people remain.

Packages are priced again with half the people from a month on. Teams away shrink at once and employees there get
severance; a provider's contract is taken to end with the work. At home, people without work stay on the payroll
until they leave by themselves when the case forbids redundancies, and get severance otherwise. Staying is
priced in the same way, so that what remains is the difference between being bound here and there.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict

import numpy as np

from jiwar.case import Case, TeamLine
from jiwar.facts import Site
from jiwar.money import FloatArray
from jiwar.options import Option, Options
from jiwar.options.rates import Rates
from jiwar.options.workforce import Posts, posts_of
from jiwar.periods import Month
from jiwar.planning import Plan
from jiwar.risk.repricing import Repricer, pricer_of
from jiwar.risk.saved import savings

SHARE_LEFT = 0.5
"""Of all work, from the month on; a round number and no forecast."""

MONTHS_AFTER_FIRST_START = 24


def saving_without_customer(options: Options, plan: Plan) -> tuple[float, tuple[str, ...]]:
    """Return what a plan saves when half of the work ends, and the facts that this touches."""
    case = options.case
    month = min(case.starts[0] + MONTHS_AFTER_FIRST_START, case.horizon.end)
    left = dataclasses.replace(options, case=less_work(case, SHARE_LEFT, month))
    saved = savings(left, *Repricer(left, (plan, None)).flows({}))
    at = case.horizon.index(month)
    chosen = [options.items[index] for index in plan.chosen]
    staying = [options.items[index] for index in options.staying()]
    rates = pricer_of(case, options.facts, (*chosen, *staying)).rates
    bound = _Bound(options, rates, at)
    extra = bound.cost(staying) - bound.cost(chosen)
    countries = {options.facts.sites[one.site].country for one in (*chosen, *staying)}
    touches = tuple(sorted(f"severance/{country}" for country in countries))
    return float(saved[0]) + extra, touches


def less_work(case: Case, share: float, start: Month) -> Case:
    """Return the case in which every package needs ``share`` of its people from a month on."""
    steps: dict[tuple[str, str, str], list[TeamLine]] = defaultdict(list)
    for line in case.team:
        steps[line.work_package, line.role, line.seniority].append(line)
    team: list[TeamLine] = []
    for lines in steps.values():
        ordered = sorted(lines, key=lambda line: line.start)
        team.extend(line for line in ordered if line.start < start)
        running = [line for line in ordered if line.start <= start]
        if running:
            team.append(_scaled(running[-1], share, start))
        team.extend(_scaled(line, share, line.start) for line in ordered if line.start > start)
    return case.model_copy(update={"team": tuple(team)})


def _scaled(line: TeamLine, share: float, start: Month) -> TeamLine:
    employed = line.employed if line.start == start else 0.0
    return line.model_copy(update={"people": share * line.people, "start": start, "employed": employed})


@dataclasses.dataclass(frozen=True)
class _Bound:
    """What people without work cost from a month on, by option, present value in EUR."""

    options: Options
    rates: Rates
    month: int

    def cost(self, chosen: list[Option]) -> float:
        """Add up the cost of people bound at home and away."""
        case = self.options.case
        total = 0.0
        for option in chosen:
            for posts in posts_of(case.team_of(option.work_package), case.horizon):
                lost = (1.0 - SHARE_LEFT) * float(posts.needed(case.horizon.months)[self.month])
                away = option.share if self._employs_away(option) else 0.0
                here = 1.0 if option.engagement.stays else 1.0 - option.share
                total += self._severance(self.options.facts.sites[option.site], posts, away * lost)
                total += self._at_home(posts, self._own_people(option, posts, here * lost))
        return total

    def _employs_away(self, option: Option) -> bool:
        started = option.start is not None and self.options.horizon.index(option.start) <= self.month
        return started and not option.engagement.stays and option.engagement.employs

    @staticmethod
    def _own_people(option: Option, posts: Posts, lost: float) -> float:
        """Return how many of the posts that end are held by employees; vacancies and contractors go first."""
        if option.engagement.value in {"stay_contract", "stay_undone"}:
            return max(0.0, min(lost, posts.employed - lost))
        return lost

    def _severance(self, site: Site, posts: Posts, people: float) -> float:
        months = float(self.rates.values(f"severance/{site.country}")[0])
        pay = self.rates.person(site, posts.role, posts.seniority).pay.eur_per_month[0, self.month]
        return people * months * float(pay) * float(self.options.discount[self.month])

    def _at_home(self, posts: Posts, people: float) -> float:
        home = self.options.facts.sites[self.options.case.company.home]
        if self.options.case.limits.redundancies != "forbidden":
            return self._severance(home, posts, people)
        after = np.arange(len(self.options.discount)) - self.month
        per_month = 1.0 - (1.0 - float(self.rates.values(f"attrition/{home.country}")[0])) ** (1.0 / 12.0)
        staying: FloatArray = np.where(after >= 0, (1.0 - per_month) ** np.maximum(after, 0), 0.0)
        cost = self.rates.person(home, posts.role, posts.seniority).total.eur_per_month[0]
        return people * float((staying * cost) @ self.options.discount)
