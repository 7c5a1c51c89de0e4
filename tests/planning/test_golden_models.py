"""The formulation of every family on a problem small enough to be read, compared with a file.

After a change that is meant, set the environment variable ``JIWAR_GOLDEN`` to ``write``, run this file, and
read the difference before keeping it.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from jiwar.planning import Problem, formulate
from jiwar.planning.constraints import FAMILIES
from jiwar.planning.entries import Entries
from jiwar.planning.model_text import as_readable
from jiwar.planning.problem import (
    NEVER,
    Budget,
    Choices,
    Communication,
    Concentration,
    CoreTeam,
    Hiring,
    Moves,
    Posts,
    Precedence,
    QuarterCash,
    Ratio,
    SharedDuties,
    Sites,
    Steps,
    Workforce,
)

GOLDEN = Path(__file__).parent / "golden"
NAMES = ("design@home", "design@casablanca", "test@home", "test@casablanca/q1", "test@casablanca/q2")
AWAY = np.array([[0, 0], [1, 1], [0, 0], [1, 1], [0, 1]], dtype=float)
PEOPLE = AWAY * np.array([[4], [4], [6], [6], [6]])
AT_HOME = np.array([[4], [4], [6], [6], [6]]) - PEOPLE


def _problem(**blocks: object) -> Problem:
    choices = Choices(
        ("design", "test"),
        NAMES,
        np.array([0, 0, 1, 1, 1]),
        np.ones(5, dtype=bool),
        np.array([90.0, 60, 80, 50, 55]),
    )
    return Problem("small", ("q1", "q2"), np.array([1.0, 0.5]), choices, **blocks)  # type: ignore[arg-type]  # blocks by name


def _hires() -> Entries:
    hires = np.zeros((5, 2, 2))
    hires[[0, 2], 0, 1] = [2, 3]
    hires[[1, 3, 4], 1, [0, 0, 1]] = [4, 6, 6]
    return Entries.of(hires)


def _sites() -> Sites:
    return Sites(
        names=("casablanca",),
        site=np.array([-1, 0, -1, 0, 0]),
        unit_from=np.array([-1, -1, -1, 0, 1]),
        people=PEOPLE,
        opening_eur=np.array([[100.0, 100.0]]),
        running_eur=np.array([[10.0, 10.0]]),
        minimum_team_people=np.array([5.0]),
        settling_periods=1,
        capacity_people=np.array([8.0]),
        max_sites=1,
    )


def _workforce() -> Workforce:
    freed, offers = np.zeros((5, 2, 2)), np.zeros((5, 2, 2))
    freed[[1, 3], 0, 1] = [3, 5]
    offers[[0, 2], 0, 1] = [2, 3]
    table = np.ones((2, 2))
    return Workforce(
        skills=("engineer", "technician"),
        initial_people=np.array([0.0, 2.0]),
        demand_people=np.array([[0.0, 0.0], [1.0, 1.0]]),
        inflow=Entries.of(freed),
        attrition_new=np.array([0.2, 0.2]),
        attrition=np.array([0.1, 0.1]),
        recruit_limit=7 * table,
        recruit_eur=3 * table,
        redundancy_limit=np.array([[0.0, 0.0], [np.inf, np.inf]]),
        redundancy_eur=30 * table,
        surplus_limit=np.array([9.0, np.inf]),
        surplus_eur=12 * table,
        short_time_limit=2 * table,
        short_time_share=0.5,
        short_time_eur=4 * table,
        moves=Moves(
            names=("technician to engineer",),
            source=np.array([1]),
            target=np.array([0]),
            cost_eur=np.full((1, 2), 5.0),
            lost_share=np.array([0.1]),
            limit_people=np.full((1, 2), 6.0),
            limit_share=np.array([0.25]),
        ),
        posts=Posts(
            names=("post of a plan: engineer", "open post: engineer"),
            skill=np.array([0, 0]),
            offered=np.array([True, False]),
            offers=Entries.of(offers),
            standing_people=np.array([0.0, 2.0]),
            saving_eur=np.full((2, 2), 8.0),
        ),
    )


def _freed_people_only() -> Workforce:
    """Leave out recruiting, retraining and the people there from before; the half move offers posts too."""
    force = _workforce()
    nobody, nothing = np.zeros(0, dtype=np.int64), np.zeros(0)
    offers = np.zeros((5, 2, 2))
    offers[[0, 2, 4], 0, 1] = [2, 3, 1]
    freed = np.zeros((5, 2, 2))
    freed[[1, 3, 4], 0, 1] = [3, 5, 2]
    return dataclasses.replace(
        force,
        initial_people=np.zeros(2),
        demand_people=np.zeros((2, 2)),
        recruit_limit=np.zeros((2, 2)),
        inflow=Entries.of(freed),
        moves=Moves((), nobody, nobody, np.zeros((0, 2)), nothing, np.zeros((0, 2)), nothing),
        posts=dataclasses.replace(force.posts, offers=Entries.of(offers)),
    )


def _communication() -> Communication:
    cost = np.zeros((2, 2, 2))
    cost[0, 1] = cost[1, 0] = 6.0
    return Communication(
        pairs=np.array([[0, 1]]),
        volume=np.array([[2.0, 2.0]]),
        locations=("home", "casablanca"),
        location=AWAY.astype(int),
        cost_eur_per_unit=cost,
    )


def _budget() -> Problem:
    extra = np.array([[0, 0], [20, -30], [0, 0], [25, -35], [0, 30]], dtype=float)
    return _problem(sites=_sites(), budget=Budget(70.0, extra))


def _quarter_cash() -> Problem:
    extra = np.array([[0, 0], [20, -30], [0, 0], [25, -35], [0, 30]], dtype=float)
    return _problem(sites=_sites(), quarter_cash=QuarterCash(40.0, extra))


def _steps() -> Steps:
    """Two steps of one project at the only site: at five and at nine people, counted and paid at the end."""
    return Steps(
        names=("grant from 5 jobs", "grant from 9 jobs"),
        project=np.array([0, 0]),
        site=np.array([0, 0]),
        least_people=np.array([5.0, 9.0]),
        counted=np.array([1, 1]),
        paid=np.array([1, 1]),
        amount_eur=np.array([20.0, 30.0]),
    )


def _duties() -> SharedDuties:
    """One assessment for both packages, and a representative for as long as anybody works abroad."""
    needs = np.zeros((5, 2, 2))
    needs[[1, 3], :, 0] = 1.0
    needs[4, :, 1] = 1.0
    return SharedDuties(
        ("assessment", "representative"), np.array([12.0, 0.0]), np.array([0.0, 3.0]), Entries.of(needs)
    )


EXAMPLES: dict[str, Callable[[], Problem]] = {
    "assignment": _problem,
    "hiring": lambda: _problem(
        workforce=_workforce(),
        hiring=Hiring(
            ("stuttgart/engineer", "casablanca/engineer"),
            np.array([[9.0, 4.0], [5.0, 9.0]]),
            _hires(),
            np.array([0, -1]),
        ),
    ),
    "sites": lambda: _problem(sites=_sites()),
    "communication": lambda: _problem(communication=_communication()),
    "core_team": lambda: _problem(
        core_team=CoreTeam(("engineer",), np.array([3.0]), Entries.of(AT_HOME[:, None, :]))
    ),
    "workforce": lambda: _problem(workforce=_workforce()),
    "redeployment": lambda: _problem(workforce=_freed_people_only()),
    "budget": _budget,
    "steps": lambda: _problem(sites=_sites(), steps=_steps()),
    "duties": lambda: _problem(duties=_duties()),
    "concentration": lambda: _problem(concentration=Concentration(0.6, PEOPLE, PEOPLE + AT_HOME)),
    "quarter_cash": _quarter_cash,
    "ratios": lambda: _problem(
        ratios=(Ratio("site_share", "casablanca", "half of all", "share", PEOPLE, PEOPLE + AT_HOME, 0.5),)
    ),
    "precedence": lambda: _problem(
        precedence=Precedence(
            np.array([[1, 0]]), np.array([NEVER, 0, NEVER, 0, 3]), np.array([NEVER, 3, NEVER, 3, 6])
        )
    ),
}


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_formulation_is_as_written_down(family: str) -> None:
    text = as_readable(formulate(EXAMPLES[family]()))
    path = GOLDEN / f"{family}.txt"
    if os.environ.get("JIWAR_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("family", sorted(set(FAMILIES) - {"assignment"}))
def test_a_family_without_its_block_adds_nothing(family: str) -> None:
    program = formulate(_problem())
    assert {block.family for block in program.row_blocks} == {"assignment"}
    assert family in {block.family for block in formulate(EXAMPLES[family]()).row_blocks}


def test_every_family_has_a_small_problem_and_a_file() -> None:
    assert set(EXAMPLES) == set(FAMILIES)
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(FAMILIES)
