"""Premiums of the State on the pay of new jobs, as quantities of prices of the month in which a job began.

The premiums are linear in the pay of that month. So they are computed once more with one scenario per price and
month, in which that price is one EUR in that month and everything else is nothing. Relief of income tax is not
linear in pay; it stays as the engine computed it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from jiwar.options.rates import PersonCost, Rate, Rates
from jiwar.report.figures_of_plan import PlanFigures

if TYPE_CHECKING:
    from jiwar.facts import FactValues, Site
    from jiwar.money import FloatArray

Person = tuple[str, str, str]
"""Site, role and seniority."""

_NOTHING = 1e-9


class _OneMonth(Rates):
    """Rates in which each scenario has one price in one month, and nothing else."""

    def __init__(self, values: FactValues, figures: PlanFigures, people: tuple[Person, ...]) -> None:
        super().__init__(values, figures.options.horizon)
        months = figures.options.horizon.months
        self._units: dict[Person, FloatArray] = {}
        for number, person in enumerate(people):
            unit = np.zeros(self.shape)
            first = 1 + number * months
            unit[first : first + months] = np.eye(months)
            self._units[person] = unit

    def person(self, site: Site, role: str, seniority: str) -> PersonCost:
        nothing = np.zeros(self.shape)
        return PersonCost(Rate(self._units.get((site.id, role, seniority), nothing)), Rate(nothing))


def premiums(
    figures: PlanFigures, people: tuple[Person, ...], away: Mapping[int, FloatArray]
) -> Iterator[tuple[Person, int, FloatArray]]:
    """Give person, months between pay and premium, and the quantity by month, as a negative cost of the plan.

    Parameters
    ----------
    people
        All people whose pay has a price.
    away
        People away from home by option, shape (1, M).
    """
    from jiwar.facts import FactValues
    from jiwar.options.assumptions import overrides
    from jiwar.options.wage_support import WageSupport

    options = figures.options
    case, facts, months = options.case, options.facts, options.horizon.months
    home = f"wage_growth/{facts.sites[case.company.home].country}"
    own = overrides(case, facts)
    middle = FactValues(facts, own).fact(home).value
    values = FactValues(facts, own, {home: np.full(1 + len(people) * months, middle)})
    support = WageSupport(case, facts, _OneMonth(values, figures, people))
    total = np.zeros(support.rates.shape)
    for index in figures.plan.chosen:
        for amount, _ in support.amounts_eur(options.items[index], away[index]):
            total = total + amount
    for number, person in enumerate(people):
        first = 1 + number * months
        found = total[first : first + months] - total[0]
        for lag in range(months):
            taken = np.diagonal(found, offset=lag)
            if np.abs(taken).max() > _NOTHING:
                yield person, lag, np.concatenate([np.zeros(lag), taken])
