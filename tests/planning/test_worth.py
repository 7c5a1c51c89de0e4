"""What a site, a limit or a field of law is worth: against the best plan without it, found in another way."""

from __future__ import annotations

import dataclasses

import pytest

import jiwar
from jiwar.options import Options
from jiwar.planning.explaining.worth import (
    World,
    Worth,
    Worths,
    worth_of_everything,
    worths_from_json,
    worths_to_json,
)


@pytest.fixture(scope="module")
def options() -> Options:
    """Two packages of the demo that talk to nobody, three sites, so that every plan can be tried."""
    case = jiwar.read_case(jiwar.example("brake-validation"))
    few = tuple(one for one in case.work_packages if one.id in {"data-analysis", "documentation"})
    changed = case.model_copy(
        update={
            "sites": ("stuttgart", "casablanca", "cluj", "tunis"),
            "engagements": ("provider",),
            "work_packages": few,
            "interactions": (),
            "limits": case.limits.model_copy(
                update={"max_sites": 1, "redundancies": "allowed", "core_team_people": {}}
            ),
        }
    )
    return jiwar.enumerate_options(changed)


@pytest.fixture(scope="module")
def worths(options: Options) -> Worths:
    return worth_of_everything(options, gap=0.0)


def test_a_site_is_worth_what_the_best_plan_without_it_costs_more(options: Options, worths: Worths) -> None:
    best = worths.best.objective_eur
    sites = [one for one in worths.found if one.world is World.WITHOUT_SITE]
    assert sites
    for one in sites:
        others = tuple(site for site in options.case.sites if site != one.about)
        smaller = jiwar.enumerate_options(options.case.model_copy(update={"sites": others}))
        plan = jiwar.choose(smaller, gap=0.0)
        assert one.change_eur == pytest.approx(plan.objective_eur - best, abs=1.0)
        assert (one.change_eur or 0.0) > 0.0


def test_a_limit_costs_what_the_best_plan_of_a_case_without_it_saves(
    options: Options, worths: Worths
) -> None:
    limits = options.case.limits.model_copy(update={"max_sites": None})
    free = jiwar.enumerate_options(options.case.model_copy(update={"limits": limits}))
    saved = jiwar.choose(free, gap=0.0).objective_eur - worths.best.objective_eur
    told = [one for one in worths.found if one.about == "number_of_sites"]
    assert sum(one.change_eur or 0.0 for one in told) == pytest.approx(min(saved, 0.0), abs=1.0)


def test_a_field_frees_what_it_alone_blocks(options: Options, worths: Worths) -> None:
    fields = [one for one in worths.found if one.world is World.WITHOUT_FIELD]
    assert fields
    for one in fields:
        items = tuple(
            dataclasses.replace(option, blocked=())
            if option.blocked and {reason.field for reason in option.blocked} == {one.about}
            else option
            for option in options.items
        )
        freed = jiwar.choose(dataclasses.replace(options, items=items), gap=0.0)
        assert one.change_eur == pytest.approx(freed.objective_eur - worths.best.objective_eur, abs=1.0)
        assert (one.change_eur or 0.0) <= 0.0


def test_what_was_written_is_read_again(worths: Worths) -> None:
    nothing = Worth(World.WITHOUT_SITE, "casablanca", None, None, None)
    assert worths_from_json(worths_to_json((*worths.found, nothing))) == (*worths.found, nothing)


def test_ranges_hold_what_gaps_leave_open(options: Options, worths: Worths) -> None:
    rough = worth_of_everything(options, gap=0.05)
    exact = {(one.world, one.about): one.change_eur for one in worths.found}
    compared = 0
    for one in rough.found:
        true = exact.get((one.world, one.about))
        if true is None or one.least_eur is None or one.most_eur is None:
            continue
        assert one.least_eur - 1.0 <= true <= one.most_eur + 1.0
        compared += 1
    assert compared
