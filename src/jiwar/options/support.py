"""What the State would be asked about a case: the figures of its project at one Moroccan site."""

from __future__ import annotations

import numpy as np

from jiwar.case import CapitalProject, Case, WorkPackage
from jiwar.facts import Facts, FactValues, Site
from jiwar.law.support import Switches, switches
from jiwar.options.assumptions import overrides
from jiwar.options.rates import Rates
from jiwar.options.workforce import posts_of

SUPPORTED_COUNTRY = "MA"
"""Where projects are supported by the schemes that are coded."""

SECTOR = "outsourcing"
"""The sector that work done for a company abroad belongs to."""


def site_figures(case: Case, facts: Facts, site: Site) -> dict[str, object]:
    """Return the figures of the project that does everything movable at one site, with an own unit.

    Jobs are the most people that the movable packages need there at any time, whole people only; pay is their
    mean at the first possible start, the share of leavers that of the country. Whether the site lies in a park,
    the investment and everything that the case does not say stays unanswered.
    """
    rates = Rates(FactValues(facts, overrides(case, facts)), case.horizon)
    start = case.horizon.index(case.starts[0])
    people, pay = np.zeros(case.horizon.months), 0.0
    per_eur, weight = float(rates.values(f"fx/{site.currency}")[0]), 0.0
    for package in _movable(case, site):
        for posts in posts_of(case.team_of(package.id), case.horizon):
            needed = posts.needed(case.horizon.months)
            people += needed
            most = float(needed[start:].max())
            gross = rates.person(site, posts.role, posts.seniority).pay.eur_per_month[0, start]
            pay, weight = pay + most * float(gross) * 12.0 * per_eur, weight + most
    figures: dict[str, object] = {
        "stable_jobs": float(np.floor(people[start:].max() + 1e-9)),
        "province": site.province,
        "sector": SECTOR,
        "branch": main_branch(case, site),
        "leaving_per_year": float(rates.values(f"attrition/{site.country}")[0]),
    }
    if weight:
        figures["gross_pay_mad_per_year"] = pay / weight
    return figures


def _movable(case: Case, site: Site) -> tuple[WorkPackage, ...]:
    return tuple(
        package
        for package in case.work_packages
        if package.movable and site.id in (package.sites or case.sites)
    )


def capital_figures(case: Case, site: Site, project: CapitalProject, jobs: int) -> dict[str, object]:
    """Return the figures of a capital project with a number of jobs; what is not answered stays unanswered."""
    offshoring = case.support.offshoring
    park = "none" if offshoring is None else offshoring.sites.get(site.id, "none")
    years = None if project.company_age_months is None else project.company_age_months / 12.0
    said: dict[str, object] = {
        "female_wage_share": project.women,
        "company_age_years": years,
        "own_funds_share": project.own_funds,
        **{name: getattr(project, name) for name in _SAME_FIGURE},
    }
    answered = {name: float(value) for name, value in said.items() if value is not None}  # type: ignore[arg-type]  # numbers, yes and no
    return {
        "stable_jobs": float(jobs),
        "province": site.province,
        "park": park,
        "sector": SECTOR,
        "branch": main_branch(case, site),
        **answered,
    }


_SAME_FIGURE = (
    "investment_mad",
    "private_land_mad",
    "public_land_mad",
    "public_enterprise",
    "future_trade",
    "sustainable",
    "turnover_mad",
    "largest_holder_share",
    "largest_holder_turnover_mad",
    "public_holder",
    "activity_listed",
    "activity_priority",
)
"""Figures that case and law know under the same name."""


def offshoring_figures(case: Case, site: Site) -> dict[str, object]:
    """Return what the case says of the offshoring circular at a site; what it does not say stays a question."""
    said = case.support.offshoring
    if said is None:
        return {}
    answers: dict[str, object] = {"park": said.sites.get(site.id, "none")}
    if said.moroccan_share is not None:
        answers["moroccan_share"] = said.moroccan_share
    return answers


def readings_of(case: Case) -> Switches:
    """Return how the case reads contradictions between sources; those it does not name keep their default."""
    return switches(**case.support.readings)


def project_at(case: Case, site: str) -> CapitalProject | None:
    """Return the capital project of the case at a site, None when there is none."""
    return next((one for one in case.support.capital if one.site == site), None)


def case_figures(case: Case, facts: Facts, site: Site) -> dict[str, object]:
    """Return the figures of everything movable at one site, with all that the case's `support` block answers."""
    figures = {**site_figures(case, facts, site), **offshoring_figures(case, site)}
    project = project_at(case, site.id)
    if project is None:
        return figures
    return {**figures, **capital_figures(case, site, project, int(float(str(figures["stable_jobs"]))))}


def main_branch(case: Case, site: Site) -> str:
    """Return the branch of most people of the packages that may move to a site."""
    people: dict[str, float] = {}
    for package in _movable(case, site):
        for posts in posts_of(case.team_of(package.id), case.horizon):
            most = float(posts.needed(case.horizon.months).max())
            people[package.branch] = people.get(package.branch, 0.0) + most
    return max(people, key=lambda name: people[name], default="none")
