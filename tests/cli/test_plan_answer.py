"""The first sentence of `jiwar plan`: less, more, or about as dear as staying."""

from __future__ import annotations

import dataclasses

import pytest

import jiwar
from jiwar.cli.plan_tables import _answer
from jiwar.options import Options
from jiwar.planning import Plan


@pytest.fixture(scope="module")
def options() -> Options:
    """One package of the demo that may go to one site."""
    case = jiwar.read_case(jiwar.example("brake-validation"))
    few = tuple(one for one in case.work_packages if one.id == "documentation")
    sites = ("stuttgart", "cluj")
    limits = case.limits.model_copy(
        update={"redundancies": "allowed", "core_team_people": {}, "minimum_team_people": None}
    )
    changed = case.model_copy(
        update={"work_packages": few, "sites": sites, "interactions": (), "limits": limits}
    )
    return jiwar.enumerate_options(changed)


@pytest.fixture(scope="module")
def plan(options: Options) -> Plan:
    return jiwar.choose(options, gap=0.0)


@pytest.mark.parametrize(
    ("staying", "said"),
    [
        (1.2, "less than staying"),
        (1.0, "about as dear as staying"),
        (1.002, "kEUR less than staying"),
        (0.9, "more than staying"),
    ],
)
def test_the_first_sentence_says_what_the_numbers_say(
    options: Options, plan: Plan, staying: float, said: str
) -> None:
    sentence = _answer(options, plan, staying * plan.mid_cost_eur)
    assert sentence.startswith("Move 1 of 1 work packages (Cluj-Napoca)")
    assert said in sentence
    assert "-" not in sentence.replace("Cluj-Napoca", "")
    assert sentence.endswith("on mid values.")


def test_nothing_moved_is_said_plainly(options: Options, plan: Plan) -> None:
    stays = dataclasses.replace(plan, chosen=options.staying())
    assert _answer(options, stays, 1.0).startswith("Do not move this work")
