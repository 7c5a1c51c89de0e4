"""Support by number of jobs in the paper: the steps are those of the law, the plan stands where its jobs are."""

from __future__ import annotations

import dataclasses

import pytest

import jiwar
from jiwar.case import Support
from jiwar.planning import insist_on, problem_of, solve
from jiwar.planning.of_case.steps_of_case import grant_steps
from jiwar.planning.of_case.support import jobs_at
from jiwar.report.blocks import numbers_in
from jiwar.report.charts import IncentiveSteps
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.sections.job_steps import steps_figure
from jiwar.report.support_of_plan import job_steps_of
from jiwar.report.texts import texts_for

TIMES = 8.0
GRANT: dict[str, object] = {
    "site": "casablanca",
    "counted_on": True,
    "investment": "55 MMAD",
    "convention": "2027-04",
    "jobs_by": "2029-10",
    "women": "35 %",
    "public_enterprise": "no",
}


@pytest.fixture(scope="module")
def figures() -> PlanFigures:
    """A plan of the demo, many times as large, that moves test automation to an own unit with a grant in sight."""
    case = jiwar.read_case(jiwar.example("brake-validation"))
    package = case.work_package("test-automation").model_copy(update={"shares": (1.0,), "after": ()})
    team = tuple(
        line.model_copy(update={"people": TIMES * line.people, "employed": 0.0, "role": "software_engineer"})
        for line in case.team
        if line.work_package == package.id
    )
    update = {
        "sites": (case.company.home, "casablanca"),
        "engagements": ("captive",),
        "work_packages": (package,),
        "team": team,
        "interactions": (),
        "data_flows": (),
        "limits": case.limits.model_copy(
            update={"budget_eur": None, "max_share_abroad": None, "core_team_people": {}}
        ),
        "support": Support.model_validate({"capital": [GRANT]}),
    }
    options = jiwar.enumerate_options(case.model_copy(update=update))
    own = next(one for one in options.items if one.engagement.own_unit and one.feasible)
    plan = solve(insist_on(problem_of(options), own.index), gap=0.05)
    return PlanFigures(options, dataclasses.replace(plan, options=options))


def test_steps_and_jobs_are_those_of_the_law_and_the_plan(figures: PlanFigures) -> None:
    (found,) = job_steps_of(figures, texts_for("en"))
    steps = grant_steps(figures.options)
    assert [one.jobs.value for one in found.steps] == sorted(float(one.step.stable_jobs) for one in steps)
    assert {one.amount_eur.value for one in found.steps} == {one.amount_eur for one in steps}
    assert found.plan_jobs.value == pytest.approx(jobs_at(figures.plan, "casablanca")[steps[0].counted])


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_chart_jumps_where_the_table_says(figures: PlanFigures, language: str) -> None:
    texts = texts_for(language)
    (found,) = job_steps_of(figures, texts)
    figure = steps_figure(found, texts)
    assert isinstance(figure.chart, IncentiveSteps)
    (curve,) = figure.chart.curves
    for one in found.steps:
        assert curve.at(one.jobs.value - 0.5) < curve.at(one.jobs.value)
        assert curve.at(one.jobs.value) == pytest.approx(one.amount_eur.value)
    shown = [number.value for number in numbers_in(figure.table)]
    assert [one.jobs.value for one in found.steps] == shown[: 2 * len(found.steps) : 2]
    assert figure.chart.svg(760) != figure.chart.svg(344)


def test_without_a_project_there_is_no_chart() -> None:
    case = jiwar.read_case(jiwar.example("brake-validation"))
    few = case.model_copy(update={"sites": (case.company.home, "casablanca"), "engagements": ("captive",)})
    options = jiwar.enumerate_options(few)
    plan = dataclasses.replace(solve(problem_of(options), gap=0.1), options=options)
    assert job_steps_of(PlanFigures(options, plan), texts_for("de")) == ()
