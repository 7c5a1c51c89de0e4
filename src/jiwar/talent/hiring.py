"""Whether a number of people can be hired in a city by a date: at market pay, for more, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from jiwar.diagnostics import Diagnostic, Severity
from jiwar.facts import SENIORITIES, Facts, FactValues, Site
from jiwar.money import FloatArray
from jiwar.periods import Month
from jiwar.talent.draws import drawn_values
from jiwar.talent.numbers import Numbers
from jiwar.talent.pace import QUARTERS_PER_YEAR, agency_share, premium_for, quarterly_limit
from jiwar.talent.pool import check_seniority, city_pool, pool, seniority_share
from jiwar.talent.problems import TalentError

A_FIFTH = 0.2
"""Share of a city's pool beyond which a plan is told that it asks for too much."""

_MONTHS_PER_YEAR = 12.0


class Reach(StrEnum):
    """Whether a plan to hire is within reach, mildest first."""

    AT_MARKET_PAY = "at market pay"
    ABOVE_MARKET_PAY = "above market pay"
    TOO_FAST = "too fast"
    BEYOND_THE_POOL = "beyond the pool"


@dataclass(frozen=True, slots=True)
class HiringNeed:
    """Who is wanted: people of one role by seniority, at work at the end of a time."""

    site: Site
    role: str
    people: Mapping[str, float]
    first: Month
    by: Month

    def __post_init__(self) -> None:
        for seniority in self.people:
            check_seniority(seniority)
        if not self.people or min(self.people.values()) < 0 or sum(self.people.values()) <= 0:
            message = f"{dict(self.people)} people are nobody"
            raise TalentError.one(
                code="T007", message=message, remedy="ask for some people, none of them fewer than 0"
            )
        if self.by <= self.first:
            message = f"{self.by} is not after {self.first}"
            raise TalentError.one(code="T007", message=message, remedy="give a month after the start")

    @property
    def years(self) -> float:
        """Years from the start of the first month to the end of the last."""
        return (self.by - self.first + 1) / _MONTHS_PER_YEAR

    @property
    def total(self) -> float:
        """People wanted, all seniorities."""
        return sum(self.people.values())


@dataclass(frozen=True, slots=True, eq=False)
class SeniorityHiring:
    """One seniority of a need; arrays have shape (S,).

    ``hires`` counts leavers who are replaced; ``pace`` is hires a year over those one employer wins at market
    pay; ``premium`` is pay above market as a fraction; costs are those above hiring at the market's pace.
    """

    seniority: str
    people: float
    pool: FloatArray
    hires: FloatArray
    market_pace_people_per_year: FloatArray
    pace: FloatArray
    premium: FloatArray
    agency_share: FloatArray
    premium_per_year: FloatArray
    agency_fees: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class HiringAnswer:
    """What hiring a number of people in a city by a date comes to; arrays have shape (S,).

    ``premium_per_year`` and ``agency_fees`` are in the currency of pay at the site: pay above market for the
    people hired, once all are there, and agency fees of the whole build-up; both are not-a-number when the
    plan is refused, because no price would make it credible. ``credible_people`` is how many could be
    there by the date at the highest credible pay and without passing a fifth of the pool.
    """

    need: HiringNeed
    reach: Reach
    currency: str
    pool: FloatArray
    hires: FloatArray
    share_of_pool: FloatArray
    by_seniority: tuple[SeniorityHiring, ...]
    premium_per_year: FloatArray
    agency_fees: FloatArray
    credible_people: FloatArray
    months_at_market_pay: FloatArray
    notes: tuple[Diagnostic, ...]
    keys: frozenset[str]

    @property
    def refused(self) -> bool:
        """Whether no price is offered because the plan is not credible."""
        return self.reach in (Reach.TOO_FAST, Reach.BEYOND_THE_POOL)


def usual_mix(values: Facts | FactValues, site: Site, role: str, people: float) -> dict[str, float]:
    """Return people by seniority in the mix of the country, for a need that names only a number."""
    numbers = Numbers(values)
    shares = {
        level: float(seniority_share(numbers, site.country, role, level).mean()) for level in SENIORITIES
    }
    total = sum(shares.values())
    return {level: people * share / total for level, share in shares.items()}


def hiring(values: Facts | FactValues, need: HiringNeed) -> HiringAnswer:
    """Return whether a need can be met, for what, and what could be had instead.

    Posts are filled only after the country's mean time to fill, so the time for hiring is the time given less
    that; people who leave during the build-up are replaced (attrition on half the team). A need that takes
    more than a fifth of the city's pool of the role, or more pay above market than is credible, is refused:
    judged on middle values, while the arrays show the range.

    Raises
    ------
    TalentError
        T001, T002, or T007 when the need is nobody or ends before it begins.
    """
    numbers = Numbers(values)
    levels = tuple(
        _seniority(numbers, need, level, count) for level, count in need.people.items() if count > 0
    )
    everybody = city_pool(numbers, need.site, need.role)
    hires = _sum(level.hires for level in levels)
    share = hires / everybody
    reach = _reach(numbers, levels, share)
    priced = np.nan if reach in (Reach.TOO_FAST, Reach.BEYOND_THE_POOL) else 1.0
    return HiringAnswer(
        need,
        reach,
        numbers.fact(_pay_key(need, levels[0].seniority)).currency or "EUR",
        everybody,
        hires,
        share,
        levels,
        priced * _sum(level.premium_per_year for level in levels),
        priced * _sum(level.agency_fees for level in levels),
        _credible(numbers, need, levels, everybody),
        _months_at_market_pay(numbers, need, levels),
        tuple(_notes(numbers, need, reach, levels, share)),
        frozenset(numbers.used),
    )


def hiring_range(facts: Facts, need: HiringNeed, size: int, rng: np.random.Generator) -> HiringAnswer:
    """Return the same answer over drawn values of every number it rests on, shape (size,)."""
    keys = hiring(facts, need).keys
    return hiring(drawn_values(facts, keys, size, rng), need)


def _seniority(numbers: Numbers, need: HiringNeed, level: str, people: float) -> SeniorityHiring:
    hires = people * (1.0 + numbers(f"attrition/{need.site.country}") * need.years / 2.0)
    market = QUARTERS_PER_YEAR * quarterly_limit(numbers, need.site, need.role, level)
    pace = hires / _years_to_hire(numbers, need) / market
    premium, agency = premium_for(numbers, pace), agency_share(numbers, pace)
    pay = numbers(_pay_key(need, level))
    extra_agency = agency - numbers("talent/agency_share/market")
    fees = hires * extra_agency * numbers(f"recruiting_fee/{need.site.country}") * pay * (1.0 + premium)
    everybody = pool(numbers, need.site, need.role, level)
    return SeniorityHiring(
        level, people, everybody, hires, market, pace, premium, agency, people * premium * pay, fees
    )


def _years_to_hire(numbers: Numbers, need: HiringNeed) -> FloatArray:
    """Return the years in which people can start: those given, less the time to fill; at least a month."""
    fill = numbers(f"time_to_fill/{need.site.country}") / _MONTHS_PER_YEAR
    years: FloatArray = np.maximum(need.years - fill, 1.0 / _MONTHS_PER_YEAR)
    return years


def _reach(numbers: Numbers, levels: tuple[SeniorityHiring, ...], share: FloatArray) -> Reach:
    if _middle(share) > A_FIFTH:
        return Reach.BEYOND_THE_POOL
    worst = max(_middle(level.premium) for level in levels)
    if worst > _middle(numbers("talent/most_premium")):
        return Reach.TOO_FAST
    return Reach.ABOVE_MARKET_PAY if worst > 0 else Reach.AT_MARKET_PAY


def _credible(
    numbers: Numbers, need: HiringNeed, levels: tuple[SeniorityHiring, ...], everybody: FloatArray
) -> FloatArray:
    """Return the people who could be there by the date, in the seniorities asked for."""
    most = numbers("talent/most_premium")
    years = _years_to_hire(numbers, need)
    faster = (1.0 + most) ** numbers("talent/supply_elasticity")
    ready = _sum(
        np.minimum(
            level.people, level.people * faster * level.market_pace_people_per_year * years / level.hires
        )
        for level in levels
    )
    per_person = _sum(level.hires for level in levels) / need.total
    people: FloatArray = np.minimum(ready, A_FIFTH * everybody / per_person)
    return people


def _months_at_market_pay(
    numbers: Numbers, need: HiringNeed, levels: tuple[SeniorityHiring, ...]
) -> FloatArray:
    """Return the months until the last seniority is complete without any pay above market.

    A team that loses people as fast as it can hire them never fills: infinite.
    """
    attrition = numbers(f"attrition/{need.site.country}")
    slowest = np.zeros(numbers.size)
    for level in levels:
        net = level.market_pace_people_per_year - attrition * level.people / 2.0
        with np.errstate(divide="ignore"):
            years = np.where(net > 0, level.people / np.maximum(net, 1e-12), np.inf)
        slowest = np.maximum(slowest, years)
    months: FloatArray = numbers(f"time_to_fill/{need.site.country}") + _MONTHS_PER_YEAR * slowest
    return months


def _notes(
    numbers: Numbers,
    need: HiringNeed,
    reach: Reach,
    levels: tuple[SeniorityHiring, ...],
    share: FloatArray,
) -> list[Diagnostic]:
    where, worst = (
        need.site.name,
        max(levels, key=lambda level: (round(_middle(level.pace), 6), level.people)),
    )
    pace, premium = _middle(worst.pace), _middle(worst.premium)
    wanted = f"{_count(worst.people)} {worst.seniority} people by {need.by}"
    notes = []
    if reach is Reach.BEYOND_THE_POOL:
        taken = f"{_middle(share):.0%} of all who do this work in {where}"
        message = f"{_count(need.total)} people by {need.by} take {taken}"
        notes.append(Diagnostic("T004", message, "take several cities, fewer people, or train over years"))
    if premium > _middle(numbers("talent/most_premium")):
        message = f"{wanted} are {pace:.1f} times what one employer can hire in {where} at market pay"
        notes.append(Diagnostic("T005", message, "start later, hire over a longer time, or in another city"))
    elif premium > 0:
        message = f"{wanted}: {pace:.1f} times the market's pace in {where} takes {premium:.0%} more pay"
        remedy = "the price is part of the answer; a longer time lowers it"
        notes.append(Diagnostic("T006", message, remedy, severity=Severity.NOTE))
    return notes


def _count(people: float) -> str:
    return f"{people:.0f}" if people >= 10 or people == round(people) else f"{people:.1f}"


def _pay_key(need: HiringNeed, level: str) -> str:
    return f"pay/{need.site.place}/{need.role}/{level}"


def _middle(values: FloatArray) -> float:
    return float(np.median(values))


def _sum(arrays: object) -> FloatArray:
    total: FloatArray = np.sum(list(arrays), axis=0)  # type: ignore[call-overload]  # any iterable of arrays
    return total
