"""From the capital projects of a case to the steps that a plan may claim: jobs, amount, when counted and paid."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from jiwar.case import CapitalProject
from jiwar.facts import FactValues, Site
from jiwar.law.support import PAYMENT_MONTHS, Projects, Step, job_steps, projects
from jiwar.money import FloatArray
from jiwar.periods import MONTHS_PER_QUARTER
from jiwar.planning.of_case.whereabouts import whereabouts_of
from jiwar.planning.problem import Steps

if TYPE_CHECKING:
    from jiwar.options import Options


@dataclass(frozen=True, slots=True)
class GrantStep:
    """A step of a project of the case; ``paid`` may lie beyond the horizon, the plan then cannot count it."""

    project: CapitalProject
    step: Step
    counted: int  # quarter
    paid: int  # quarter
    amount_eur: float

    @property
    def name(self) -> str:
        """A readable name, unique within a plan: ``ma.charter at fes from 150 jobs``."""
        return f"{self.step.scheme} at {self.project.site} from {self.step.stable_jobs} jobs"


def grant_steps(options: Options) -> tuple[GrantStep, ...]:
    """Return every step of every project that the case counts on, within the people it could ever have."""
    from jiwar.options.support import readings_of

    found = []
    mad_per_eur, readings = _mad_per_eur(options), readings_of(options.case)
    for project in options.case.support.capital:
        if not project.counted_on:
            continue
        counted = quarter_of(options, project)
        nobody = project_with(options, project, 0)
        most = math.floor(_most_people(options, project.site, counted))
        day = project.convention.first_day
        for step in job_steps(nobody, on=day, most_jobs=most, switches=readings):
            waits = options.horizon.index(project.convention) + math.ceil(PAYMENT_MONTHS[step.scheme][1])
            paid = max(waits // MONTHS_PER_QUARTER, counted + 1)
            found.append(GrantStep(project, step, counted, paid, step.amount_mad / mad_per_eur))
    return tuple(found)


def steps_of(options: Options) -> Steps | None:
    """Return the steps that a plan may claim, those paid within the horizon; None when there are none."""
    listed = [one for one in grant_steps(options) if one.paid < options.horizon.quarters]
    if not listed:
        return None
    away = [site for site in options.case.sites if site != options.case.company.home]
    at = np.array([away.index(one.project.site) for one in listed], dtype=np.int64)
    return Steps(
        names=tuple(one.name for one in listed),
        project=at,
        site=at,
        least_people=np.array([float(one.step.stable_jobs) for one in listed]),
        counted=np.array([one.counted for one in listed], dtype=np.int64),
        paid=np.array([one.paid for one in listed], dtype=np.int64),
        amount_eur=np.array([one.amount_eur for one in listed]),
    )


def project_with(options: Options, project: CapitalProject, jobs: int) -> Projects:
    """Return a project of the case with a number of stable jobs, as the law is asked about it."""
    from jiwar.options.support import capital_figures

    return projects(**capital_figures(options.case, site_of(options, project), project, jobs))


def site_of(options: Options, project: CapitalProject) -> Site:
    """Return the site of a project."""
    return options.facts.sites[project.site]


def quarter_of(options: Options, project: CapitalProject) -> int:
    """Return the quarter in which the jobs of a project are counted."""
    return options.horizon.index(project.jobs_by) // MONTHS_PER_QUARTER


def own_unit_people(options: Options) -> FloatArray:
    """Return people in the own unit of each option by quarter, shape (O, Q): from a hand-over on, else none."""
    first = whereabouts_of(options).unit_from[:, None]
    inside = (first >= 0) & (np.arange(options.horizon.quarters) >= first)
    people: FloatArray = np.where(inside, options.people, 0.0)
    return people


def _most_people(options: Options, site: str, quarter: int) -> float:
    """Return the people that all packages together could have in the own unit of a site."""
    people, most = own_unit_people(options)[:, quarter], dict[str, float]()
    for option in options.items:
        if option.site == site and option.feasible:
            most[option.work_package] = max(most.get(option.work_package, 0.0), float(people[option.index]))
    return sum(most.values())


def _mad_per_eur(options: Options) -> float:
    from jiwar.options.assumptions import overrides

    return float(FactValues(options.facts, overrides(options.case, options.facts))("fx/MAD")[0])
