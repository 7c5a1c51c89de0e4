"""State support of a plan: every scheme at every own unit, what the plan counts, and the cliff after 2030."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from jiwar.facts import Site
from jiwar.law.support import FundLine, fund, projects
from jiwar.money import FloatArray
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.of_case.steps_of_case import own_unit_people, quarter_of
from jiwar.planning.plan import Plan

if TYPE_CHECKING:
    from jiwar.options import Options
    from jiwar.options.wage_support import Cliff

_WAGES = "ma.offshoring."


@dataclass(frozen=True, slots=True)
class SiteSupport:
    """The answer of one scheme to the own unit of a plan at one site, and the cash that the plan counts."""

    site: str
    jobs: int
    line: FundLine
    counted: bool
    counted_eur: FloatArray  # (M,) positive, by month of payment


@dataclass(frozen=True, slots=True)
class YearOfSupport:
    """Support that a plan receives in one year, beside all its cash."""

    year: int
    support_eur: float
    cash_eur: float
    in_force: bool

    @property
    def cash_without_eur(self) -> float:
        """Cash paid in the year if nothing of the support came."""
        return self.cash_eur + self.support_eur


def support_of_plan(plan: Plan) -> tuple[SiteSupport, ...]:
    """Return every scheme's answer at every Moroccan site where the plan has an own unit.

    Jobs are the plan's own people: for a capital grant those in the quarter in which the case says that they are
    counted, else the most at any time. The amounts of a line are those of all jobs at once on its day; what the
    plan counts, month by month, stands in ``counted_eur``.

    Raises
    ------
    ValueError
        When the plan does not hold the options that it was chosen from.
    """
    options = _options(plan)
    return tuple(
        found
        for row, name in enumerate(plan.sites)
        if plan.units[row].any()
        for found in _of_site(options, plan, options.facts.sites[name])
    )


def support_by_year(plan: Plan) -> tuple[YearOfSupport, ...]:
    """Return the support that a plan counts year by year; after 2030 the offshoring circular has ended."""
    from jiwar.options.wage_support import in_force_in

    options = _options(plan)
    received = _support_by_month(options, plan)
    shared = sum(plan.shared_by_month().values(), start=np.zeros(options.horizon.months))
    cash = options.cash_eur[list(plan.chosen)].sum(axis=0) + shared
    years = np.array([month.year for month in options.horizon])
    return tuple(
        YearOfSupport(
            int(year),
            float(received[years == year].sum()),
            float(cash[years == year].sum()),
            in_force_in(int(year)),
        )
        for year in np.unique(years)
    )


def cliff_of_plan(plan: Plan) -> Cliff | None:
    """Return what a plan gets of the offshoring circular in its last year and in the year after, else None.

    Only the circular counts here: a grant that happens to be paid after 2030 does not hide that it ended.
    """
    from jiwar.options.wage_support import cliff_of

    options = _options(plan)
    received = np.zeros(options.horizon.months)
    for index in plan.chosen:
        for cash in options.wage_support_eur.get(index, {}).values():
            received = received + cash
    return cliff_of(options.horizon, received)


def jobs_at(plan: Plan, site: str) -> FloatArray:
    """Return the people of a plan in its own unit at a site by quarter, shape (Q,)."""
    options = _options(plan)
    chosen = [index for index in plan.chosen if options.items[index].site == site]
    people: FloatArray = own_unit_people(options)[chosen].sum(axis=0)
    return people


def _options(plan: Plan) -> Options:
    if plan.options is None:
        message = "the plan does not hold the options that it was chosen from"
        raise ValueError(message)
    return plan.options


def _support_by_month(options: Options, plan: Plan) -> FloatArray:
    from jiwar.options.lines import LINE_INDEX

    own = -options.flows_eur[list(plan.chosen), LINE_INDEX["support"]].sum(axis=0)
    shared = plan.shared_by_month().get("support", np.zeros(options.horizon.months))
    received: FloatArray = own - shared
    return received


def _of_site(options: Options, plan: Plan, site: Site) -> Iterator[SiteSupport]:
    from jiwar.options.support import (
        SUPPORTED_COUNTRY,
        capital_figures,
        offshoring_figures,
        project_at,
        readings_of,
        site_figures,
    )

    people = jobs_at(plan, site.id)
    most = _whole(people.max())
    if site.country != SUPPORTED_COUNTRY or most == 0:
        return
    own = project_at(options.case, site.id)
    figures = {
        "investment_mad": 0.0,
        **site_figures(options.case, options.facts, site),
        **offshoring_figures(options.case, site),
    }
    opened = options.horizon.month(MONTHS_PER_QUARTER * int((people > 0).argmax()))
    readings = readings_of(options.case)
    whole = projects(**{**figures, "stable_jobs": float(most)})
    wages = fund(whole, on=opened.first_day, switches=readings)
    jobs, capital = most, wages
    if own is not None:
        jobs = _whole(people[quarter_of(options, own)])
        asked = {**figures, **capital_figures(options.case, site, own, jobs)}
        day, by = own.convention.first_day, own.jobs_by.quarter
        capital = fund(projects(**asked), on=day, switches=readings, by=by)
    for one, other in zip(wages, capital, strict=True):
        of_wages = one.scheme.startswith(_WAGES)
        line = one if of_wages else other
        counted = _counted(options, plan, site.id, line.scheme)
        yield SiteSupport(site.id, most if of_wages else jobs, line, bool(counted.any()), counted)


def _counted(options: Options, plan: Plan, site: str, scheme: str) -> FloatArray:
    """Return the cash of a scheme at a site that the plan counts, by month."""
    counted = np.zeros(options.horizon.months)
    part = scheme.removeprefix(_WAGES)
    for index in plan.chosen:
        if options.items[index].site == site:
            counted = counted + options.wage_support_eur.get(index, {}).get(part, 0.0)
    for claim in plan.claims:
        if claim.site == site and claim.name.startswith(f"{scheme} at "):
            first = MONTHS_PER_QUARTER * plan.periods.index(claim.paid)
            counted[first : first + MONTHS_PER_QUARTER] += claim.amount_eur / MONTHS_PER_QUARTER
    return counted


def _whole(people: float) -> int:
    return math.floor(people + 1e-6)
