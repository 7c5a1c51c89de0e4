"""Legal duties that several options share are paid once, from the first chosen option that needs them.

With ``met[d,t] ∈ [0, 1]``, one when duty d is met by period t:

- ``met[d,t-1] <= met[d,t]``: what is met stays met;
- ``Σ_{o of package p, needing d by t} choose[o] <= met[d,t]`` where some option of p starts to need it.

Cost: ``once[d] · (met[d,t] - met[d,t-1]) + per_period[d] · met[d,t]``. Choices are whole, so the cheapest
``met`` is whole by itself.
"""

from __future__ import annotations

import numpy as np

from jiwar.planning.model import Model
from jiwar.planning.problem import Problem


def add_duties(model: Model, problem: Problem) -> None:
    """Add what shared duties cost."""
    duties = problem.duties
    if duties is None:
        return
    packages, periods = problem.choices.packages, problem.periods
    needs = duties.needs.only(problem.choices.allowed)
    met = model.columns("met", duties.names, periods, upper=1.0)
    stays = model.rows("duties", "stays_met", duties.names, periods[1:], upper=0.0)
    model.add(stays, met[:, :-1])
    model.add(stays, met[:, 1:], -1.0)
    package = problem.choices.package[needs.option]
    starts = np.zeros((len(packages), len(duties.names), len(periods)), dtype=bool)
    starts[package, needs.key, needs.period] = True
    first = model.rows("duties", "met_first", packages, duties.names, periods, upper=0.0, where=starts)
    for period in range(len(periods)):
        now = needs.period <= period
        model.add(first[package[now], needs.key[now], period], model.find("choose")[needs.option[now]])
    model.add(first, met[None, :, :], -1.0)
    every = np.arange(len(periods))
    model.spend("legal_duties", met, every, (duties.once_eur + duties.per_period_eur)[:, None])
    model.spend("legal_duties", met[:, :-1], every[1:], -duties.once_eur[:, None])
