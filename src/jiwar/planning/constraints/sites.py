"""Own units open before they are used, grow to a team worth having, and are not too many.

With ``unit[s,t] ∈ {0, 1}``, one when site s has an own unit in period t:

- ``unit[s,t-1] <= unit[s,t]``: a unit stays open;
- ``Σ_{o of package p at s, needing the unit by t} choose[o] <= unit[s,t]``: nobody works in a unit that is
  not open;
- ``Σ_o people[o,t] · choose[o] >= minimum[s] · unit[s,t-settling]`` over options with the unit, and in the
  last period ``... >= minimum[s] · unit[s,last]``;
- ``Σ_o people[o,t] · choose[o] <= capacity[s]``, times ``unit[s,t]`` for options that need the unit;
- ``Σ_{o of p at s} choose[o] <= used[s]`` and ``Σ_s used[s] <= max_sites``.

Cost: ``opening[s,t] · (unit[s,t] - unit[s,t-1]) + running[s,t] · unit[s,t]``.
"""

from __future__ import annotations

import numpy as np

from jiwar.planning.entries import IntArray
from jiwar.planning.model import Model
from jiwar.planning.problem import BoolArray, Problem, Sites


def add_sites(model: Model, problem: Problem) -> None:
    """Add opening, minimum teams, capacities and the number of sites."""
    if problem.sites is None:
        return
    allowed = problem.choices.allowed
    in_unit = allowed & (problem.sites.unit_from >= 0)
    unit = _add_units(model, problem, problem.sites, in_unit)
    _add_minimum_teams(model, problem, problem.sites, in_unit, unit)
    _add_capacities(model, problem, problem.sites, in_unit, unit)
    if problem.sites.max_sites is not None:
        _add_number(model, problem, problem.sites, allowed & (problem.sites.site >= 0))


def _add_units(model: Model, problem: Problem, sites: Sites, in_unit: BoolArray) -> IntArray:
    periods = len(problem.periods)
    possible = np.zeros((len(sites.names), periods), dtype=bool)
    possible[np.unique(sites.site[in_unit])] = True
    unit = model.columns("unit", sites.names, problem.periods, upper=1.0, integer=True, where=possible)
    stays = model.rows(
        "sites", "stays_open", sites.names, problem.periods[1:], upper=0.0, where=possible[:, 1:]
    )
    model.add(stays, unit[:, :-1])
    model.add(stays, unit[:, 1:], -1.0)
    period = np.arange(periods)
    model.spend("site_opening", unit, period, sites.opening_eur)
    model.spend("site_opening", unit[:, :-1], period[1:], -sites.opening_eur[:, 1:])
    model.spend("site_running", unit, period, sites.running_eur)
    _add_use_of_units(model, problem, sites, in_unit, unit)
    return unit


def _add_use_of_units(
    model: Model, problem: Problem, sites: Sites, in_unit: BoolArray, unit: IntArray
) -> None:
    """Open the unit by each period in which some option of the package starts to need it."""
    option = np.flatnonzero(in_unit)
    packages, shape = problem.choices.packages, (len(problem.choices.packages), *unit.shape)
    starts = np.zeros(shape, dtype=bool)
    starts[problem.choices.package[option], sites.site[option], sites.unit_from[option]] = True
    open_first = model.rows(
        "sites", "open_first", packages, sites.names, problem.periods, upper=0.0, where=starts
    )
    for period in range(unit.shape[1]):
        by_now = option[sites.unit_from[option] <= period]
        rows = open_first[problem.choices.package[by_now], sites.site[by_now], period]
        model.add(rows, model.find("choose")[by_now])
    model.add(open_first, unit[None, :, :], -1.0)


def _add_minimum_teams(
    model: Model, problem: Problem, sites: Sites, in_unit: BoolArray, unit: IntArray
) -> None:
    periods = unit.shape[1]
    settled = np.arange(periods) >= sites.settling_periods
    wanted = (sites.minimum_team_people > 0)[:, None] & (unit >= 0)
    for name, when in (("minimum_team", settled), ("minimum_team_at_end", np.arange(periods) == periods - 1)):
        rows = model.rows(
            "sites", name, sites.names, problem.periods, lower=0.0, where=wanted & when, limit=True
        )
        _add_people(model, sites, in_unit, rows)
        ago = sites.settling_periods if name == "minimum_team" else 0
        before = np.maximum(np.arange(periods) - ago, 0)
        model.add(rows, unit[:, before], -sites.minimum_team_people[:, None])


def _add_capacities(model: Model, problem: Problem, sites: Sites, in_unit: BoolArray, unit: IntArray) -> None:
    """Limit the people in units by open units, and all people at a site where some need no unit."""
    without = problem.choices.allowed & (sites.site >= 0) & (sites.unit_from < 0)
    limited = np.isfinite(sites.capacity_people)[:, None] & np.ones(unit.shape, dtype=bool)
    outside = np.zeros(len(sites.names), dtype=bool)
    outside[sites.site[without]] = True
    finite = np.where(np.isfinite(sites.capacity_people), sites.capacity_people, 0.0)[:, None]
    inside_rows = model.rows(
        "sites",
        "capacity_in_unit",
        sites.names,
        problem.periods,
        upper=0.0,
        where=limited & (unit >= 0),
        limit=True,
    )
    _add_people(model, sites, in_unit, inside_rows)
    model.add(inside_rows, unit, -finite)
    all_rows = model.rows(
        "sites",
        "capacity",
        sites.names,
        problem.periods,
        upper=finite,
        where=limited & outside[:, None],
        limit=True,
    )
    _add_people(model, sites, in_unit | without, all_rows)


def _add_people(model: Model, sites: Sites, options: BoolArray, rows: IntArray) -> None:
    """Add the people of options at their sites to rows by site and period."""
    option = np.flatnonzero(options)
    amounts = people_at_work(sites)[option]
    model.add(rows[sites.site[option]], model.find("choose")[option][:, None], amounts)


def people_at_work(sites: Sites) -> np.ndarray:
    """Return people at the option's site, counted from when the unit is there for those who need one."""
    period = np.arange(sites.people.shape[1])
    counted: np.ndarray = np.where(period >= sites.unit_from[:, None], sites.people, 0.0)
    return counted


def _add_number(model: Model, problem: Problem, sites: Sites, away: BoolArray) -> None:
    option = np.flatnonzero(away)
    packages = problem.choices.packages
    pairs = np.zeros((len(packages), len(sites.names)), dtype=bool)
    pairs[problem.choices.package[option], sites.site[option]] = True
    used = model.columns("used", sites.names, upper=1.0, integer=True, where=np.asarray(pairs.any(axis=0)))
    counted = model.rows("sites", "counted", packages, sites.names, upper=0.0, where=pairs)
    model.add(counted[problem.choices.package[option], sites.site[option]], model.find("choose")[option])
    model.add(counted, used, -1.0)
    number = model.rows("sites", "number_of_sites", upper=float(sites.max_sites or 0), limit=True)
    model.add(number, used)
