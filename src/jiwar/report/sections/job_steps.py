"""Support by number of jobs: where grants begin and jump, and where the plan stands."""

from __future__ import annotations

from jiwar.report.amount import Amount
from jiwar.report.blocks import Align, Column, Figure, Row, Table
from jiwar.report.charts import IncentiveSteps, SupportCurve
from jiwar.report.further import JobSteps
from jiwar.report.sections.cells import people_cell, thousand_cell
from jiwar.report.texts import Texts, words

_BEYOND = 1.2
"""The chart goes on for a fifth beyond the last step or the plan's jobs."""


def steps_figure(found: JobSteps, texts: Texts) -> Figure:
    """Return the chart of one grant of one project, with its steps as a table."""
    title = texts("{scheme} in {site} by number of jobs", scheme=found.scheme, site=found.site)
    chart = IncentiveSteps(
        curves=(SupportCurve(found.scheme, _points(found)),),
        thresholds=tuple(
            (one.jobs.value, texts("{amount} thousand EUR", amount=_thousand(texts, one.amount_eur.value)))
            for one in found.steps
        ),
        plan=(found.plan_jobs.value, texts("the plan")),
        jobs_title=texts("Jobs"),
        axis_title=texts("thousand EUR"),
        write=lambda value: _thousand(texts, value),
        write_jobs=lambda value: texts.form.number(value, 0),
    )
    alt = texts(
        "A stepped line of support over jobs in {site}; the plan has {jobs} when they are counted.",
        site=found.site,
        jobs=texts.form.number(found.plan_jobs.value, 1),
    )
    name = f"steps-{found.site}-{found.scheme}".lower().replace(" ", "-")
    return Figure(name, title, chart, alt, _table(found, texts))


def _points(found: JobSteps) -> tuple[tuple[float, float], ...]:
    points, amount = [(0.0, 0.0)], 0.0
    for one in found.steps:
        points.extend(((one.jobs.value, amount), (one.jobs.value, one.amount_eur.value)))
        amount = one.amount_eur.value
    last = _BEYOND * max(found.plan_jobs.value, found.steps[-1].jobs.value)
    return (*points, (last, amount))


def _thousand(texts: Texts, value: float) -> str:
    return texts.form.number(value / 1e3, 0)


def _table(found: JobSteps, texts: Texts) -> Table:
    columns = (
        Column(texts("Step")),
        Column(texts("Jobs"), Align.NUMBER),
        Column(texts("Grant"), Align.NUMBER, texts("thousand EUR")),
    )
    rows = [_row(texts, texts("from"), one.jobs, one.amount_eur) for one in found.steps]
    rows.append(_row(texts, texts("the plan"), found.plan_jobs, None))
    caption = texts("Steps of {scheme} in {site}.", scheme=found.scheme, site=found.site)
    return Table(caption, columns, tuple(rows))


def _row(texts: Texts, name: str, jobs: Amount, amount: Amount | None) -> Row:
    return Row((words(name), people_cell(texts, jobs), thousand_cell(texts, amount, signed=False)))
