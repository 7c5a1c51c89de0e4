"""What lies between home and each site: effort at a distance, hours shared, hours worked per year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from jiwar.facts import Facts, FactValues, Site
from jiwar.money import FloatArray
from jiwar.options.rates import fact
from jiwar.periods import Horizon
from jiwar.provenance import Origin, OriginKind
from jiwar.worktime import (
    USUAL,
    Practice,
    effort_factor,
    full_day_hours,
    leave_in_working_days,
    shared_hours,
    shared_hours_per_own_day,
    working_days,
)

COORDINATION_KEYS = ("synchronous_loss_per_hour", "coordination_elasticity")
"""What maps hours not shared to effort: the loss of synchronous talk per hour, and effort per loss."""

WORKED_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri")
"""Days of a working week in engineering; a site with another week works as many days."""

LEAVE_COUNTED_IN_WEEKS_OF = {"MA": 6}
"""Days of the week in which a country's law counts leave, where not five (Moroccan labour code, art. 231)."""


@dataclass(frozen=True, slots=True)
class Distance:
    """What lies between home and a site."""

    group: str
    effort: FloatArray  # (S,) effort per unit of work, 1 at home
    capacity: FloatArray  # (S,) yearly working hours of a person there, as a share of home
    shared_hours_per_day: float  # mean over the horizon
    origins: tuple[Origin, ...] = ()


def distances(
    facts: Facts,
    values: FactValues,
    home: Site,
    sites: Iterable[str],
    horizon: Horizon,
    practice: Practice = USUAL,
) -> dict[str, Distance]:
    """Measure the distance of every site from home; home itself is at no distance."""
    return {site: between(values, home, facts.sites[site], horizon, practice) for site in sites}


def between(
    values: FactValues, home: Site, site: Site, horizon: Horizon, practice: Practice = USUAL
) -> Distance:
    """Measure what lies between two sites over a horizon.

    Effort is the mature effort at a distance (a prior by region) times the effect of hours not shared:
    synchronous communication falls by a measured share per hour, and an elasticity (a prior) maps that to
    effort.
    """
    shared = float(np.mean(shared_hours(home, site, horizon, practice)))
    if site.id == home.id:
        ones = np.ones(values.size, dtype=values.precision)
        return Distance("home", ones, ones, shared)
    group = "far" if site.region_group == "far" else "near"
    met = float(
        np.mean(shared_hours_per_own_day(home, site, horizon, practice))
    )  # days off there count as hours not shared
    loss, elasticity = (values(key) for key in COORDINATION_KEYS)
    lost = effort_factor(met, full_day_hours(home, practice), loss, elasticity)
    effort = (values(f"effort_multiplier/{group}") * lost).astype(values.precision)
    origins = (
        *fact(f"effort_multiplier/{group}", *COORDINATION_KEYS),
        *fact(f"annual_leave/{site.country}", f"annual_leave/{home.country}"),
        Origin(OriginKind.METHOD, f"shared_hours/{home.id}/{site.id}"),
    )
    capacity = _hours_per_year(values, site, horizon) / _hours_per_year(values, home, horizon)
    return Distance(group, effort, capacity, shared, origins)


def _hours_per_year(values: FactValues, site: Site, horizon: Horizon) -> FloatArray:
    days = float(np.sum(working_days(site, horizon))) * 12.0 / horizon.months
    week = len(WORKED_WEEK)
    counted = LEAVE_COUNTED_IN_WEEKS_OF.get(site.country, week)
    leave = leave_in_working_days(1.0, counted_week=counted, worked_week=week)
    hours = values(f"daily_hours/{site.country}")
    worked: FloatArray = (days - leave * values(f"annual_leave/{site.country}")) * hours
    return worked
