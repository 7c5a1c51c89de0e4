"""The own units of a plan as one Moroccan company: what they pay by year, what support comes, what taxes take.

Taxes are judged after the plan and never enter its objective. A cost-plus profit is a share of what the units
cost, so tax follows the cost that planning lowers already; the status is one choice for the whole company, made
once, and its conditions are questions that nobody answers for a plan. Every status is therefore shown beside the
one that is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from jiwar.facts import FactValues
from jiwar.law.places import EEA
from jiwar.law.tax import (
    AllowanceByYear,
    CompanyStatus,
    ResearchAnswers,
    Statement,
    TaxAnswers,
    UnitFigures,
    allowance_by_year,
    statement,
)
from jiwar.money import FloatArray
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.plan import Plan

if TYPE_CHECKING:
    from jiwar.options import Options

MARGIN = "cost_plus_margin"
"""The fact that holds the margin: a prior that a case may replace by an assumption of its own."""


def statement_of_plan(
    plan: Plan,
    *,
    status: CompanyStatus | None = None,
    margin: float | None = None,
    answers: TaxAnswers | None = None,
) -> Statement | None:
    """Return the tax statement of a plan's own units in Morocco, None when it has none.

    All units are taken as one company with the calendar year as its fiscal year; amounts are those on mid values.

    Parameters
    ----------
    status
        What the company will be; None: what the case says, else nobody has answered.
    margin
        What is added to costs; None: the case's assumption, else the prior of the fact base.
    answers
        What has been answered about single taxes.

    Raises
    ------
    ValueError
        When the plan does not hold the options that it was chosen from.
    """
    from jiwar.options.support import readings_of

    figures = unit_figures(plan, status=status, margin=margin, answers=answers)
    if figures is None or plan.options is None:
        return None
    return statement(figures, readings_of(plan.options.case))


def unit_figures(
    plan: Plan,
    *,
    status: CompanyStatus | None = None,
    margin: float | None = None,
    answers: TaxAnswers | None = None,
) -> UnitFigures | None:
    """Return what the tax law is asked about the own units of a plan in Morocco, None when it has none."""
    from jiwar.options.assumptions import overrides

    options = _options(plan)
    values = FactValues(options.facts, overrides(options.case, options.facts))
    mad_per_eur = float(values("fx/MAD")[0])
    costs = _costs_eur(options, plan)
    total = sum(costs.values(), start=np.zeros(options.horizon.months))
    if not total.any():
        return None
    years = np.array([month.year for month in options.horizon])
    moved = _moved_pay_eur(options, plan)
    first = int(years[int((total > 0).argmax())])
    home_first = min(first, int(years[int((moved > 0).argmax())])) if moved.any() else first

    def by_year(monthly: FloatArray, start: int = first) -> FloatArray:
        return np.array([monthly[years == year].sum() for year in range(start, int(years[-1]) + 1)])

    shared = plan.shared_by_month()
    redundancy = shared.get("redundancy", np.zeros(options.horizon.months))
    return UnitFigures(
        first_year=first,
        costs_mad={name: mad_per_eur * by_year(amount) for name, amount in costs.items()},
        support_mad={name: mad_per_eur * by_year(cash) for name, cash in _support_eur(options, plan).items()},
        mad_per_eur=mad_per_eur,
        margin=float(values(MARGIN)[0]) if margin is None else margin,
        moved_pay_eur=by_year(moved, home_first),
        redundancy_eur=by_year(redundancy, home_first),
        home_first_year=home_first,
        status=status or _status_of(options),
        answers=answers or TaxAnswers(),
    )


def allowance_of_plan(plan: Plan, answers: ResearchAnswers | None = None) -> AllowanceByYear | None:
    """Return the German research allowance that the moves of a plan lose, whoever does the work away.

    None when nothing leaves the EEA. Years are those from the first move to the end of the horizon.
    """
    options = _options(plan)
    years = np.array([month.year for month in options.horizon])
    moved = _moved_pay_eur(options, plan)
    if not moved.any():
        return None
    first = int(years[int((moved > 0).argmax())])
    kept = range(first, int(years[-1]) + 1)
    pay = np.array([moved[years == year].sum() for year in kept])
    return allowance_by_year(kept, pay, answers or ResearchAnswers())


def unit_sites(plan: Plan) -> tuple[str, ...]:
    """Return the Moroccan sites at which a plan has an own unit."""
    from jiwar.options.support import SUPPORTED_COUNTRY

    options = _options(plan)
    return tuple(
        name
        for name, open_in in zip(plan.sites, plan.units, strict=True)
        if open_in.any() and options.facts.sites[name].country == SUPPORTED_COUNTRY
    )


def _costs_eur(options: Options, plan: Plan) -> dict[str, FloatArray]:
    """Return what the units pay, by what it is paid for and by month."""
    from jiwar.options.unit_costs import UNIT_GROUPS, unit_costs_eur

    sites = unit_sites(plan)
    lines = (*UNIT_GROUPS, "opening", "running")
    found: dict[str, FloatArray] = {name: np.zeros(options.horizon.months) for name in lines}
    here = [index for index in plan.chosen if options.items[index].site in sites]
    for groups in unit_costs_eur(options, here).values():
        for name, amount in groups.items():
            found[name] = found[name] + amount
    for site in sites:
        price, open_in = options.site_prices[site], plan.units[plan.sites.index(site)]
        running = np.repeat(open_in, MONTHS_PER_QUARTER) * price.running_eur_per_month
        found["running"] = found["running"] + running
        found["opening"][MONTHS_PER_QUARTER * int(open_in.argmax())] += price.opening_eur
    return found


def _support_eur(options: Options, plan: Plan) -> dict[str, FloatArray]:
    """Return the cash of every scheme that the plan counts, by month; schemes without any are left out."""
    months = options.horizon.months
    found: dict[str, FloatArray] = {}
    for index in plan.chosen:
        for part, cash in options.wage_support_eur.get(index, {}).items():
            name = f"ma.offshoring.{part}"
            found[name] = found.get(name, np.zeros(months)) + cash
    for claim in plan.claims:
        name, first = claim.name.partition(" at ")[0], MONTHS_PER_QUARTER * plan.periods.index(claim.paid)
        cash = np.zeros(months)
        cash[first : first + MONTHS_PER_QUARTER] = claim.amount_eur / MONTHS_PER_QUARTER
        found[name] = found.get(name, np.zeros(months)) + cash
    return {name: cash for name, cash in found.items() if cash.any()}


def _moved_pay_eur(options: Options, plan: Plan) -> FloatArray:
    """Return the pay at home of all posts that the plan moves out of the EEA, whoever does the work there."""
    from jiwar.options.unit_costs import moved_pay_eur

    return _added(
        options,
        [
            moved_pay_eur(options, index)
            for index in plan.chosen
            if options.facts.sites[options.items[index].site].country not in EEA
        ],
    )


def _added(options: Options, amounts: Sequence[FloatArray]) -> FloatArray:
    return np.asarray(sum(amounts, start=np.zeros(options.horizon.months)), dtype=np.float64)


def _status_of(options: Options) -> CompanyStatus | None:
    said = options.case.support.status
    return None if said is None else CompanyStatus(said)


def _options(plan: Plan) -> Options:
    if plan.options is None:
        message = "the plan does not hold the options that it was chosen from"
        raise ValueError(message)
    return plan.options
