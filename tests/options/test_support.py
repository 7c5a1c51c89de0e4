"""The project that a case is to the State, at one site."""

from __future__ import annotations

import numpy as np
import pytest

from jiwar.case import Case
from jiwar.facts import Facts, FactValues
from jiwar.options.assumptions import overrides
from jiwar.options.rates import Rates
from jiwar.options.support import site_figures


def test_a_project_counts_everything_movable(case: Case, facts: Facts) -> None:
    """Counted from the team table itself: the most people at any time from the first start on, whole people."""
    movable = {package.id for package in case.work_packages if package.movable}
    most = 0.0
    for month in (month for month in case.horizon if month >= case.starts[0]):
        latest: dict[tuple[str, str, str], tuple[object, float]] = {}
        for line in case.team:
            key = (line.work_package, line.role, line.seniority)
            if line.work_package in movable and line.start <= month:
                before = latest.get(key)
                if before is None or before[0] < line.start:  # type: ignore[operator]  # months are ordered
                    latest[key] = (line.start, line.people)
        most = max(most, sum(people for _, people in latest.values()))
    figures = site_figures(case, facts, facts.sites["fes"])
    assert figures["stable_jobs"] == np.floor(most)
    assert figures["province"] == "Fès"
    assert figures["branch"] == "ESO"


def test_pay_is_the_mean_of_the_team_at_the_first_start_in_dirhams(case: Case, facts: Facts) -> None:
    values = FactValues(facts, overrides(case, facts))
    rates, site = Rates(values, case.horizon), facts.sites["casablanca"]
    levels = {
        12.0 * float(rates.person(site, line.role, line.seniority).pay.eur_per_month[0, 3])
        for line in case.team
        if case.work_package(line.work_package).movable
    }
    rate = float(values("fx/MAD")[0])
    gross = site_figures(case, facts, site)["gross_pay_mad_per_year"]
    assert isinstance(gross, float)
    assert min(levels) * rate < gross < max(levels) * rate
    assert values.aged("pay/MA-casablanca/test_engineer/senior", case.horizon)[0, 3] == pytest.approx(
        12.0 * rate * rates.person(site, "test_engineer", "senior").pay.eur_per_month[0, 3]
    )


def test_what_a_case_does_not_say_is_not_answered(case: Case, facts: Facts) -> None:
    figures = site_figures(case, facts, facts.sites["rabat"])
    assert not set(figures) & {
        "park",
        "investment_mad",
        "moroccan_share",
        "female_wage_share",
        "public_enterprise",
    }
    assert figures["leaving_per_year"] == facts.get("attrition/MA").value


def test_a_package_kept_from_a_site_brings_no_jobs_there(case: Case, facts: Facts) -> None:
    first, *others = (package for package in case.work_packages if package.movable)
    kept = first.model_copy(update={"sites": ("rabat",)})
    stays = tuple(package for package in case.work_packages if not package.movable)
    changed = case.model_copy(update={"work_packages": (*stays, kept, *others)})
    here, there = (site_figures(changed, facts, facts.sites[site]) for site in ("rabat", "fes"))
    assert there["stable_jobs"] < here["stable_jobs"]  # type: ignore[operator]  # both are numbers
