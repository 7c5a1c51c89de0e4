"""People by site and quarter, and how many have to be found."""

from __future__ import annotations

from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Number,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.charts import Headcount, SiteSeries
from jiwar.report.context import Amount, ReportContext, merged, total
from jiwar.report.quantities import people as people_number
from jiwar.report.quantities import people_text
from jiwar.report.sections.axes import year_marks
from jiwar.report.texts import Texts, join, words

_NOBODY = 0.05


def people(context: ReportContext, texts: Texts) -> Section:
    """Show where people work and where people must be hired."""
    blocks: list[Block] = [Paragraph(_opening(context, texts)), _figure(context, texts)]
    if any(sum(site.hires) > _NOBODY for site in context.sites):
        blocks.append(_hiring(context, texts))
    return Section("people", texts("People by site and quarter"), tuple(blocks))


def _opening(context: ReportContext, texts: Texts) -> Parts:
    sentences: list[Parts] = []
    for index, site in enumerate(context.sites):
        if index and not any(site.people):
            continue
        first, last = site.people[0], site.people[-1]
        sentences.append(
            texts.parts(
                "{site} goes from {first} to {last} people.",
                site=site.name,
                first=people_number(texts, Amount(first, site.origins)),
                last=people_number(texts, Amount(last, site.origins)),
            )
        )
    away = [site for site in context.sites[1:] if sum(site.hires) > _NOBODY]
    if away:
        hired = Amount(sum(sum(site.hires) for site in away), merged(*(site.origins for site in away)))
        sentences.append(
            texts.parts(
                "Away from home, {hired} people have to be found over the horizon, replacements of leavers "
                "included.",
                hired=Number(texts.form.number(hired.value), hired.origins, hired.value),
            )
        )
    return join(*sentences)


def _figure(context: ReportContext, texts: Texts) -> Figure:
    series = tuple(
        SiteSeries(site.name, index, site.people)
        for index, site in enumerate(context.sites)
        if index == 0 or any(site.people)
    )
    chart = Headcount(
        series=series,
        years=year_marks(context.horizon),
        axis_title=texts("People doing this work"),
        write=texts.form.number,
    )
    ends = texts.listed(tuple(f"{one.label} {people_text(texts, one.people[-1])}" for one in series))
    alt = texts("People by site and quarter; at the end of the horizon: {ends}.", ends=ends)
    title = texts("Who works at which site")
    return Figure("headcount", title, chart, alt, _table(context, texts))


def _table(context: ReportContext, texts: Texts) -> Table:
    """Quarters as rows: a paper has room for many rows, not for many columns."""
    shown = [site for site in context.sites if any(site.people) or any(site.hires)]
    columns = [Column(texts("Quarter")), *(Column(site.name, Align.NUMBER) for site in shown)]
    columns.append(Column(texts("Together"), Align.NUMBER))
    rows = []
    for quarter in range(context.horizon.quarters):
        here = tuple(Amount(site.people[quarter], site.origins) for site in shown)
        cells = tuple((people_number(texts, amount),) for amount in (*here, total(here)))
        rows.append(Row((words(texts.form.quarter(context.horizon.quarter(quarter))), *cells)))
    return Table(texts("People by site, mean of the quarter."), tuple(columns), tuple(rows))


def _hiring(context: ReportContext, texts: Texts) -> Table:
    years: dict[int, list[int]] = {}
    for quarter in range(context.horizon.quarters):
        years.setdefault(context.horizon.quarter(quarter).year, []).append(quarter)
    columns = [Column(texts("Site")), *(Column(str(year), Align.NUMBER) for year in years)]
    columns.append(Column(texts("Together"), Align.NUMBER))
    rows = []
    for site in context.sites:
        if sum(site.hires) <= _NOBODY:
            continue
        by_year = tuple(Amount(sum(site.hires[q] for q in span), site.origins) for span in years.values())
        cells = tuple((people_number(texts, amount),) for amount in (*by_year, total(by_year)))
        rows.append(Row((words(site.name), *cells)))
    caption = texts("People to be found by site and year, replacements of leavers included.")
    return Table(caption, tuple(columns), tuple(rows))
