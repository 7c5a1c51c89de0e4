"""The State pays on steps: a grant is claimed only when the plan's own people reach its number of jobs.

With ``claim[k] ∈ {0, 1}`` for each step k of a project at site s, counted in period t:

- ``least[k] · claim[k] <= Σ_{o at s with the own unit by t} people[o,t] · choose[o]``;
- ``Σ_{k of the project} claim[k] <= 1``: one step at most is paid.

Cost: ``-amount[k] · claim[k]`` in the period in which it is paid, long after the jobs are there.
"""

from __future__ import annotations

import numpy as np

from jiwar.planning.constraints.sites import people_at_work
from jiwar.planning.model import Model
from jiwar.planning.problem import Problem


def add_steps(model: Model, problem: Problem) -> None:
    """Add the claims of grants and the people that each needs."""
    steps, sites = problem.steps, problem.sites
    if steps is None or sites is None:
        return
    claim = model.columns("claim", steps.names, upper=1.0, integer=True)
    enough = model.rows("steps", "jobs", steps.names, upper=0.0)
    model.add(enough, claim, steps.least_people)
    in_unit = problem.choices.allowed & (sites.unit_from >= 0)
    people = people_at_work(sites)
    for step, (site, counted) in enumerate(zip(steps.site, steps.counted, strict=True)):
        option = np.flatnonzero(in_unit & (sites.site == site))
        model.add(enough[step], model.find("choose")[option], -people[option, counted])
    projects = tuple(str(project) for project in np.unique(steps.project))
    one = model.rows("steps", "one_step", projects, upper=1.0)
    model.add(one[np.searchsorted(np.unique(steps.project), steps.project)], claim)
    model.spend("support", claim, steps.paid, -steps.amount_eur)
