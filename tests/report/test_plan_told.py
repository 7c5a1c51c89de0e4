"""A real plan is told completely: sums agree with planning, and every number leads somewhere."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from jiwar.diagnostics import JiwarError
from jiwar.options import Options
from jiwar.planning import Plan
from jiwar.provenance import OriginKind
from jiwar.report import ReportContext, render
from jiwar.report.context_from_plan import context_of
from jiwar.report.ground_of_plan import origins_in
from jiwar.report.packages_of_plan import building_up

Told = tuple[Options, Plan, ReportContext]


@pytest.fixture(scope="module")
def told(shipped: Callable[[str], Any]) -> Told:
    """The shipped demo, planned and judged."""
    found = shipped("brake-validation")
    return found.options, found.plan, found.context("en")


def test_lines_add_up_to_the_cost_that_planning_found(told: Told) -> None:
    _, plan, context = told
    assert sum(line.plan_eur.value for line in context.lines) == pytest.approx(plan.objective_eur, rel=1e-9)


def test_staying_is_the_sum_of_the_cheapest_ways_to_stay(told: Told) -> None:
    options, _, context = told
    expected = float(options.npv_eur[list(options.staying())].sum())
    assert context.staying_eur.value == pytest.approx(expected, rel=1e-9)


def test_cash_by_month_and_cost_by_line_are_the_same_money(told: Told) -> None:
    _, _, context = told
    flow = context.cash
    for monthly, lines in (
        (flow.plan_cash_eur, [line.plan_eur.value for line in context.cash_lines]),
        (flow.staying_cash_eur, [line.staying_eur.value for line in context.cash_lines]),
        (flow.plan_undone_eur, [line.plan_eur.value for line in context.value_lines]),
    ):
        assert float(np.dot(monthly, flow.discount)) == pytest.approx(sum(lines), rel=1e-9)


def test_people_of_lanes_are_the_people_of_sites(told: Told) -> None:
    _, _, context = told
    for site in context.sites:
        lanes = [
            lane.people for package in context.packages for lane in package.lanes if lane.site == site.id
        ]
        assert np.sum(lanes, axis=0) == pytest.approx(np.array(site.people), abs=1e-6)


def test_shares_of_grades_make_the_whole(told: Told) -> None:
    _, _, context = told
    assert sum(share.value for _, share in context.grade_shares) == pytest.approx(1.0)
    assert 0.0 <= context.estimated_share.value <= 1.0 + 1e-9


def test_every_origin_has_an_entry(told: Told) -> None:
    options, plan, context = told
    unknown = [
        one
        for one in origins_in(context)
        if one.kind is OriginKind.RULE and one.key not in context.ground.rules
    ]
    assert unknown == []
    html = render(plan, options=options).html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert len(html) < 1_500_000


def test_lines_of_the_case_are_shown_with_their_place(told: Told) -> None:
    _, _, context = told
    rate = context.ground.case_lines["discount_rate"]
    assert re.fullmatch(r"case\.yaml:\d+(:\d+)?", rate.citation)
    assert "8%" in rate.sentence


def test_assumptions_show_what_they_replace(told: Told) -> None:
    options, _, context = told
    for shown, written in zip(context.assumptions, options.case.assumptions, strict=True):
        assert shown.mid == written.value.number
        assert shown.replaces is not None
        assert shown.replaces.mid == options.facts.get(written.fact).mid
        if written.fact in context.ground.facts:
            assert context.ground.facts[written.fact].mid == written.value.number


def test_when_everything_stays_the_nearest_move_is_named(told: Told) -> None:
    options, plan, _ = told
    stayed: dict[str, Any] = {
        "chosen": options.staying(),
        "shared_eur": {},
        "hires": np.zeros_like(plan.hires),
    }
    context = context_of(dataclasses.replace(plan, **stayed), options)
    assert context.saving_eur.value == pytest.approx(0.0, abs=1e-6)
    assert context.law == ()
    staying = {options.items[index].work_package: options.npv_eur[index] for index in options.staying()}
    extras = [
        float(options.npv_eur[option.index] - staying[option.work_package])
        for option in options.items
        if option.feasible and not option.engagement.stays
    ]
    assert (context.nearest_move is None) == (not extras)
    if context.nearest_move is not None:  # an own unit costs more than its option alone
        assert context.nearest_move.extra_eur.value >= min(extras) - 1e-6


@pytest.mark.code("R005")
def test_a_plan_without_its_options_cannot_be_told(told: Told) -> None:
    _, plan, _ = told
    with pytest.raises(JiwarError) as caught:
        render(dataclasses.replace(plan, options=None))
    assert caught.value.diagnostics[0].code == "R005"


def test_a_team_builds_up_until_it_has_nine_tenths_of_next_year() -> None:
    assert building_up((0.0, 1.0, 5.0, 9.5, 10.0, 10.0, 10.0, 10.0)) == (False, True, True, *(False,) * 5)
