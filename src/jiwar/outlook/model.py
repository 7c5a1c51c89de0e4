"""The sector year by year: demand, people and seats meet, wages and value per job follow.

A step takes the state of one year and gives that of the next; nothing in it looks ahead. Arrays have the paths
last here, and first in ``Paths``, which is what others see.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from jiwar.money import FloatArray
from jiwar.outlook import demand, places, support, talent
from jiwar.outlook.parameters import Values
from jiwar.outlook.paths import Paths, Recorder
from jiwar.outlook.scenario import AS_IT_STANDS, LEVERS_FROM, Scenario
from jiwar.outlook.shocks import Shocks
from jiwar.outlook.shortage import shortage_paths
from jiwar.outlook.state import State
from jiwar.outlook.words import FIRST_YEAR, GROUPS

GROUPED = demand.GROUPED
_LEAST_LOST = 0.01
"""Share of the wanted jobs that must be missing before anything but demand is said to bind."""


def run(values: Values, shocks: Shocks, recorded: FloatArray, scenario: Scenario = AS_IT_STANDS) -> Paths:
    """Return the sector from 2009 on, one year more than there are shocks.

    Parameters
    ----------
    values
        Parameters, for all paths at once.
    shocks
        What happens by chance.
    recorded
        The German shortage index as far as it is on record.
    scenario
        Policy and world.
    """
    steps = shocks.demand.shape[0]
    german = shortage_paths(values, recorded, shocks.shortage)
    recorder = Recorder(steps + 1, shocks.demand.shape[1])
    state = first_state(values)
    record_first(recorder, values, state)
    for step in range(steps):
        state = _next(
            values, scenario, FIRST_YEAR + step + 1, state, german[step + 1], shocks, step, recorder
        )
    widened = values["perimeter_shock"] * shocks.perimeter
    return recorder.paths(values["bridge"], values["bridge_drift"], widened)


def first_state(values: Values) -> State:
    """Return the sector of 2009, in which clients have what they want."""
    calls, computing, engineering, research = values["initial_share"]
    scale = np.minimum(1.0, 0.98 / (computing + engineering + research))
    rest = (1.0 - calls) * scale
    backs = 1.0 - calls - rest * (computing + engineering + research)
    shares = np.stack([calls, backs, rest * computing, rest * engineering, rest * research])
    jobs = values["initial_jobs"] * shares
    pool = np.stack([jobs[:2].sum(axis=0), jobs[2:].sum(axis=0)]) * (1.0 + values["pool_slack"])
    seats = values["initial_jobs"] * places.wished_shares(values, FIRST_YEAR) * (1.0 + values["seats_spare"])
    return State(
        wanted=jobs[:, None, :] * demand.client_shares(values),
        jobs=jobs,
        change=np.zeros_like(jobs),
        value=values["initial_value"] / 1e3,
        wage=values["initial_wage"],
        experience=jobs * values["initial_experience"],
        pool=pool,
        seats=seats,
        additional=np.zeros_like(jobs),
        surge=np.zeros_like(values["initial_jobs"]),
    )


def by_group(branches: FloatArray) -> FloatArray:
    """Return sums over the branches of each group, shape (groups, paths)."""
    return np.stack([branches[:2].sum(axis=0), branches[2:].sum(axis=0)])


def _next(
    values: Values,
    scenario: Scenario,
    year: int,
    state: State,
    german: FloatArray,
    shocks: Shocks,
    step: int,
    recorder: Recorder,
) -> State:
    wanted_by_branch = state.wanted.sum(axis=1)
    scarcity = np.minimum(by_group(wanted_by_branch) / state.pool, 1.5) - values["normal_use"]
    lever = scenario.wage_growth if year >= LEVERS_FROM else 0.0
    answer = np.log1p(values["wage_trend"]) + values["wage_response"] * scarcity
    wage_growth = np.maximum(answer, 0.0) + lever
    flows = talent.flows(values, scenario, year, state.pool, scarcity)
    pool = state.pool + flows.net

    hires = values["turnover"] * state.jobs + np.maximum(state.change, 0.0)
    force = support.strength(values, scenario, year)
    extra = support.additional(values, force, hires)
    surge = values["demand_persistence"] * state.surge + values["demand_shock"] * shocks.demand[step]
    grown = demand.growth(
        values,
        scenario,
        year,
        demand.shortage_by_client(values, german, scenario, year),
        wage_growth,
        np.log1p(state.jobs / state.experience),
        surge + values["branch_shock"] * shocks.branch[step],
    )
    wanted = _wanted(values, scenario, year, state, np.exp(grown), extra)
    wished = wanted.sum(axis=(0, 1)) * places.wished_shares(values, year)
    seats = places.built(values, scenario, year, wished, state.seats)
    jobs, binds = _meet(values, wanted.sum(axis=1), state.jobs, pool, seats)
    value = _value(values, scenario, year, state, jobs, wage_growth, shocks.value[step])
    wage = state.wage * np.exp(wage_growth)
    paid = support.subsidised(values, force, hires)
    after = State(
        wanted, jobs, jobs - state.jobs, value, wage, state.experience + state.jobs, pool, seats, extra, surge
    )
    recorder.note(
        step + 1,
        after,
        binds,
        places.placed(jobs.sum(axis=0), places.wished_shares(values, year), seats),
        flows,
        paid.sum(axis=0),
        support.state_cost(values, paid, wage[GROUPED]),
    )
    return after


def _wanted(
    values: Values, scenario: Scenario, year: int, state: State, factor: FloatArray, extra: FloatArray
) -> FloatArray:
    """Return wanted jobs by branch and client: what was not served is partly lost, the rest grows."""
    total = state.wanted.sum(axis=1)
    share = state.wanted / total[:, None, :]
    base = state.jobs + (1.0 - values["lost_demand"]) * (total - state.jobs)
    work = demand.work_left(values, scenario, year) / demand.work_left(values, scenario, year - 1)
    barrier = demand.barriers(values, scenario, year) / demand.barriers(values, scenario, year - 1)
    kept = extra - (1.0 - values["support_lasting"]) * state.additional
    wanted = share * (base * work)[:, None, :] * factor * barrier + share * kept[:, None, :]
    return np.asarray(np.maximum(wanted, 1e-3))


def _meet(
    values: Values, wanted: FloatArray, before: FloatArray, pool: FloatArray, seats: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return jobs by branch, and what held them down most: as an index into ``BINDS``.

    Wanted jobs and people meet smoothly: few of either stay unmatched as long as the other abounds.
    """
    ramped = np.minimum(wanted, before * (1.0 + values["ramp"]))
    people = (1.0 - values["friction"]) * pool
    sought = by_group(ramped)
    sharp = values["matching"]
    hired = ramped * ((1.0 + (sought / people) ** sharp) ** (-1.0 / sharp))[GROUPED]
    total = hired.sum(axis=0)
    jobs = hired * np.minimum(1.0, seats.sum(axis=0) / total)
    lost = np.stack([ramped - hired, hired - jobs, wanted - ramped]).sum(axis=1)
    most = np.argmax(lost, axis=0) + 1
    binds = np.where(lost.sum(axis=0) < _LEAST_LOST * wanted.sum(axis=0), 0, most)
    return jobs, np.asarray(binds, dtype=np.float64)


def _value(
    values: Values,
    scenario: Scenario,
    year: int,
    state: State,
    jobs: FloatArray,
    wage_growth: FloatArray,
    shock: FloatArray,
) -> FloatArray:
    """Return exports per job: trend, wages passed on, size, automation, chance."""
    lever = scenario.value_growth if year >= LEVERS_FROM else 0.0
    grown = (
        np.log1p(values["value_trend"])
        + values["pass_through"] * wage_growth[GROUPED]
        + values["agglomeration"] * np.log(jobs / state.jobs)
        + values["value_shock"] * shock
        + lever
    )
    kept = demand.value_left(values, scenario, year) / demand.value_left(values, scenario, year - 1)
    work = demand.work_left(values, scenario, year) / demand.work_left(values, scenario, year - 1)
    return np.asarray(state.value * np.exp(grown) * kept / work)


def record_first(recorder: Recorder, values: Values, state: State) -> None:
    """Note the first year, in which nobody has come or gone."""
    nobody = np.zeros((len(GROUPS), state.wage.shape[1]))
    flows = talent.Flows(nobody, nobody, nobody, nobody, nobody, nobody)
    placed = places.placed(state.jobs.sum(axis=0), places.wished_shares(values, FIRST_YEAR), state.seats)
    nothing = np.zeros(state.wage.shape[1])
    recorder.note(0, replace(state), nothing, placed, flows, nothing, nothing)
