"""The German labour market: how long a post takes to fill, by scenario, and what leaving it open costs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from jiwar.facts import Facts, FactValues
from jiwar.money import FloatArray
from jiwar.periods import Month, Quarter
from jiwar.talent.numbers import Numbers
from jiwar.talent.pool import check_seniority, occupation
from jiwar.talent.problems import TalentError

LAST_MEASURED = Month(2025, 9)
"""End of the quarter of the last figures on vacancies and unemployed that were found (VDI/IW, Q3 2025)."""

_YEARS_OF_CHANGE = {"easing": 3.0, "steady": 0.0, "returning": 6.0}
_MONTHS_PER_YEAR = 12.0


class ShortageScenario(StrEnum):
    """Where the German shortage of engineers goes from the last measured quarter."""

    EASING = "easing"
    STEADY = "steady"
    RETURNING = "returning"


@dataclass(frozen=True, slots=True)
class ShortagePoint:
    """A measured point: open posts of engineers and IT people, or open posts per 100 unemployed."""

    quarter: Quarter
    measure: str
    value: float
    key: str


def shortage_history(facts: Facts) -> tuple[ShortagePoint, ...]:
    """Return what was measured of the German shortage, in order of time."""
    measures = {
        "de_open_positions_engineers_IT": "open posts",
        "de_vacancies_per_100_unemployed": "open posts per 100 unemployed",
    }
    points = []
    for series, measure in measures.items():
        for key in facts.keys(f"sector/{series}/"):
            year, _, quarter = key.rpartition("/")[2].partition("-Q")
            if year.isdigit() and quarter:
                points.append(
                    ShortagePoint(Quarter(int(year), int(quarter)), measure, facts.get(key).mid, key)
                )
    return tuple(sorted(points, key=lambda point: (point.measure, point.quarter)))


def tightness(
    values: Facts | FactValues, months: tuple[Month, ...], scenario: ShortageScenario | str
) -> FloatArray:
    """Return open posts per unemployed in each month against the last measured quarter, shape (S, M).

    It changes by the scenario's yearly rate for three years (easing) or six (returning), then stays.

    Raises
    ------
    TalentError
        T010 for an unknown scenario.
    """
    name = _scenario(scenario)
    numbers = Numbers(values)
    rate = numbers(f"talent/shortage_trend/{name}")
    passed = np.array([(month - LAST_MEASURED) / _MONTHS_PER_YEAR for month in months])
    years = np.clip(passed, 0.0, _YEARS_OF_CHANGE[name])
    levels: FloatArray = (1.0 + rate[:, None]) ** years[None, :]
    return levels


def time_to_fill_at_home(
    values: Facts | FactValues,
    role: str,
    seniority: str,
    months: tuple[Month, ...],
    scenario: ShortageScenario | str = ShortageScenario.STEADY,
) -> FloatArray:
    """Return the months to fill a post in Germany that is opened in each month, shape (S, M).

    ``time to fill of the base × factor of the family × factor of the seniority × tightness ^ elasticity``.
    """
    check_seniority(seniority)
    numbers = Numbers(values)
    family = numbers.first_known(
        f"talent/shortage_factor/{occupation(role).family}", "talent/shortage_factor/any"
    )
    now = numbers("time_to_fill/DE") * numbers(family) * numbers(f"talent/{seniority}_time_factor")
    bend = numbers("talent/shortage_elasticity")
    filled: FloatArray = now[:, None] * tightness(values, months, scenario) ** bend[:, None]
    return filled


def vacancy_cost(
    months_open: ArrayLike, value_of_work_per_year: ArrayLike, covered_share: ArrayLike = 0.0
) -> FloatArray:
    """Return what a post left open costs: the work undone, less the share that colleagues take over.

    Published figures (`talent/vacancy_cost_published`) count sales lost and are a check on the result, not
    an input.

    Parameters
    ----------
    months_open
        Months without anybody at work.
    value_of_work_per_year
        Contribution lost with a productive full-time year left undone, in any currency.
    covered_share
        Share of the work that others do meanwhile, 0 to 1.
    """
    covered = np.asarray(covered_share, dtype=np.float64)
    months = np.asarray(months_open, dtype=np.float64)
    if np.any((covered < 0) | (covered > 1)) or np.any(months < 0):
        raise TalentError.one(
            code="T007",
            message="a covered share outside 0 to 1, or months below 0",
            remedy="write the share as a fraction such as 0.3",
        )
    worth = np.asarray(value_of_work_per_year, dtype=np.float64)
    cost: FloatArray = np.asarray(months / _MONTHS_PER_YEAR * worth * (1.0 - covered), dtype=np.float64)
    return cost


def _scenario(scenario: ShortageScenario | str) -> str:
    try:
        return ShortageScenario(scenario).value
    except ValueError as error:
        known = ", ".join(f"`{item.value}`" for item in ShortageScenario)
        message = f"`{scenario}` is not a scenario of the shortage"
        raise TalentError.one(code="T010", message=message, remedy=f"use one of {known}") from error
