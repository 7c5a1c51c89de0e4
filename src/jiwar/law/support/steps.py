"""The steps on which the State pays: thresholds of jobs and money, and what the next one would take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from jiwar.law.payroll.switches import Switches
from jiwar.law.support import charter, sme
from jiwar.law.support.award import Award
from jiwar.law.support.project import Projects

_MILLION = 1e6
Scheme = Callable[..., Award]


@dataclass(frozen=True, slots=True)
class Step:
    """A higher amount that a project would reach with more jobs or more investment."""

    scheme: str
    stable_jobs: int
    investment_mad: float
    more_jobs: int
    more_investment_mad: float
    amount_mad: float
    gain_mad: float


def job_steps(
    project: Projects, *, on: dt.date, most_jobs: int, switches: Switches | None = None
) -> tuple[Step, ...]:
    """Return every number of jobs at which the best capital scheme of one project pays more than below it.

    The two capital schemes exclude each other by size or are alternatives: the better one is taken at each
    number of jobs, so that planning gets one staircase. Amounts are the sure ones (``mid_mad``).

    Parameters
    ----------
    project
        One project (N = 1); its number of jobs is where counting starts.
    most_jobs
        The highest number of jobs of interest.
    """
    chosen = switches or Switches()
    here = int(project.stable_jobs[0])
    investment = float(project.investment_mad[0])
    found: list[Step] = []
    start = best = _best(project, here, investment, on, chosen)[1]
    for jobs in _job_edges(investment, here, most_jobs):
        scheme, amount = _best(project, jobs, investment, on, chosen)
        if amount > best + 0.5:
            found.append(Step(scheme, jobs, investment, jobs - here, 0.0, amount, amount - start))
            best = amount
    return tuple(found)


def next_steps(project: Projects, *, on: dt.date, switches: Switches | None = None) -> tuple[Step, ...]:
    """Return what would raise the capital premium soonest: by jobs alone, and by investment alone.

    The first is the smallest number of further stable jobs, the second the smallest further investment that
    gains anything; a project that has both at their best gets an empty answer.
    """
    chosen = switches or Switches()
    here, investment = int(project.stable_jobs[0]), float(project.investment_mad[0])
    by_jobs = job_steps(project, on=on, most_jobs=max(4 * here, 2_000), switches=chosen)[:1]
    start = _best(project, here, investment, on, chosen)[1]
    for edge in (sme.LEAST_INVESTMENT_MAD, charter.ROUTE_ONE_INVESTMENT_MAD):
        scheme, amount = _best(project, here, edge, on, chosen)
        if edge > investment and amount > start + 0.5:
            more = edge - investment
            return (*by_jobs, Step(scheme, here, edge, 0, more, amount, amount - start))
    return by_jobs


def _best(
    project: Projects, jobs: int, investment_mad: float, on: dt.date, switches: Switches
) -> tuple[str, float]:
    asked = replace(project, stable_jobs=np.array([float(jobs)]), investment_mad=np.array([investment_mad]))
    awards = [scheme(asked, on=on, switches=switches) for scheme in (charter.rate_charter, sme.rate_sme)]
    amounts = [(award.scheme, float(np.nan_to_num(award.mid_mad[0]))) for award in awards]
    return max(amounts, key=lambda item: item[1])


def _job_edges(investment_mad: float, here: int, most: int) -> list[int]:
    millions = investment_mad / _MILLION
    strict = [threshold for threshold, _ in (*charter.JOB_BANDS, *sme.JOB_BANDS)]
    reached = [sme.LEAST_RATIO, sme.LEAST_RATIO_TOURISM, sme.JOB_FLOOR[0]]
    edges = {charter.ROUTE_ONE_JOBS, charter.ROUTE_TWO_JOBS, charter.ROUTE_TWO_JOBS + 1}
    edges |= {int(np.floor(threshold * millions)) + 1 for threshold in strict}
    edges |= {int(np.ceil(threshold * millions)) for threshold in reached}
    edges |= {3, 6, 11}  # the other reading of the SME job premium counts jobs
    edges |= {2}
    return sorted(edge for edge in edges if here < edge <= most)
