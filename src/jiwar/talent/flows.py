"""People as flows: a city's pool over the years, and the leavers and hires of a team."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jiwar.facts import Facts, FactValues, Site
from jiwar.money import FloatArray
from jiwar.talent.numbers import Numbers
from jiwar.talent.pipelines import SupplyScenario, growth_factor
from jiwar.talent.pool import city_pool, emigration_key, graduates, occupation
from jiwar.talent.problems import TalentError

_QUARTERS_PER_YEAR = 4.0
_TRAINED_FIELDS = {"software": "software", "technician": "technician"}


@dataclass(frozen=True, slots=True, eq=False)
class PoolFlows:
    """A city's people of a role at the start of each year and their flows in it.

    All arrays have shape (S, Y); ``people`` has one year more, the state after the last.
    """

    years: tuple[int, ...]
    people: FloatArray
    graduates: FloatArray
    emigrants: FloatArray
    retired: FloatArray


def pool_flows(
    values: Facts | FactValues,
    site: Site,
    role: str,
    years: tuple[int, ...],
    scenario: SupplyScenario = SupplyScenario.HALF_AND_LATE,
) -> PoolFlows:
    """Return how a city's pool of a role grows and shrinks over consecutive years.

    ::

        people(y + 1) = people(y) + graduates(y) - emigrants(y) - retired(y)

    Only graduates ready for work enter. In Morocco their number follows the training programmes of the role's
    field under the scenario; elsewhere, and for fields without numbers, it stays. People who change
    employers stay in the pool.
    """
    if not years or tuple(range(years[0], years[0] + len(years))) != years:
        message = f"{years} are not consecutive years"
        raise TalentError.one(code="T007", message=message, remedy="give years in a row")
    numbers = Numbers(values)
    field = _TRAINED_FIELDS.get(occupation(role).family, "engineering")
    entering = graduates(numbers, site, role) * numbers("talent/graduate_ready_share")
    leave = numbers(emigration_key(numbers, site.country))
    retire = numbers("talent/retirement/any")
    people = [city_pool(numbers, site, role)]
    flows: list[tuple[FloatArray, FloatArray, FloatArray]] = []
    for year in years:
        growth = growth_factor(field, year, scenario) if site.country == "MA" else 1.0
        now = people[-1]
        flows.append((entering * growth, now * leave, now * retire))
        people.append(now + flows[-1][0] - flows[-1][1] - flows[-1][2])
    arrays = [np.stack(parts, axis=1) for parts in zip(*flows, strict=True)]
    return PoolFlows(years, np.stack(people, axis=1), *arrays)


@dataclass(frozen=True, slots=True, eq=False)
class TeamFlows:
    """Leavers and hires of a team by quarter, shape (S, Q)."""

    leavers: FloatArray
    hires: FloatArray


def team_flows(values: Facts | FactValues, site: Site, people: FloatArray) -> TeamFlows:
    """Return who leaves and who must be hired so that a team has the given size at the end of each quarter.

    Leavers go by the country's yearly attrition, spread evenly; people leave from the size the quarter starts
    with. A team that shrinks faster than people leave needs no hires.

    Parameters
    ----------
    values, site
        Numbers and place.
    people
        Size of the team at the end of each quarter, shape (Q,).
    """
    sizes = np.asarray(people, dtype=np.float64)
    if np.any(sizes < 0):
        raise TalentError.one(
            code="T007", message="a team smaller than 0", remedy="write people of 0 or more"
        )
    stay = (1.0 - Numbers(values)(f"attrition/{site.country}")) ** (1.0 / _QUARTERS_PER_YEAR)
    before = np.concatenate([[0.0], sizes[:-1]])
    leavers = (1.0 - stay)[:, None] * before[None, :]
    hires = np.maximum(sizes[None, :] - before[None, :] + leavers, 0.0)
    return TeamFlows(leavers, hires)
