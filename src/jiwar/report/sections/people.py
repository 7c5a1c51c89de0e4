"""People by site and quarter, and how many have to be found."""

from __future__ import annotations

from functools import partial

from jiwar.report.amount import Amount, merged, total
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Heading,
    Number,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.charts import Headcount, SiteSeries
from jiwar.report.context import ReportContext
from jiwar.report.further import PeopleAtHome
from jiwar.report.quantities import money, people_text
from jiwar.report.quantities import people as people_number
from jiwar.report.sections.axes import year_marks
from jiwar.report.texts import Texts, join, words

_NOBODY = 0.05


def people(context: ReportContext, texts: Texts) -> Section:
    """Show where people work and where people must be hired."""
    blocks: list[Block] = [Paragraph(_opening(context, texts)), _figure(context, texts)]
    if any(sum(site.hires) > _NOBODY for site in context.sites):
        blocks.append(_hiring(context, texts))
    further = context.further
    if further is not None and further.home is not None:
        blocks.append(Heading(texts("Our own people")))
        blocks.append(Paragraph(_own(further.home, texts)))
        blocks.append(_own_table(further.home, texts))
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
        write_people=partial(people_text, texts),
    )
    ends = texts.listed(tuple(f"{one.label} {people_text(texts, one.people[-1])}" for one in series))
    alt = texts("People by site and quarter; at the end of the horizon: {ends}.", ends=ends)
    title = texts("Who works at which site")
    return Figure("headcount", title, chart, alt, _table(context, texts))


def _own(home: PeopleAtHome, texts: Texts) -> Parts:
    """Say what happens to the people of today, and what law gives their council."""
    first = texts.parts(
        "Of {employed} own people, {freed} are freed over the horizon: {moved} change to other work packages, "
        "{filled} take open posts, {redundant} are made redundant.",
        employed=people_number(texts, home.employed),
        freed=people_number(texts, home.freed),
        moved=people_number(texts, home.moved),
        filled=people_number(texts, home.filled),
        redundant=people_number(texts, home.redundant),
    )
    rule = (
        texts("The case allows redundancies.")
        if home.redundancies_allowed
        else texts("The case forbids redundancies; what that costs is the first amount below.")
    )
    council = (
        texts.parts(
            "With {employees} employees in Germany the works council has rights before the decision; they stand "
            "under “Law for the plan”.",
            employees=people_number(texts, home.employees),
        )
        if home.works_council
        else words(texts("There is no works council; people are informed by the company itself."))
    )
    return join(first, rule, council)


def _own_table(home: PeopleAtHome, texts: Texts) -> Table:
    columns = (Column(texts("At home")), Column(texts("Over the horizon"), Align.NUMBER))
    rows = (
        Row((words(texts("People kept without work, present value")), (money(texts, home.surplus_eur),))),
        Row((words(texts("Redundancies, present value")), (money(texts, home.redundancy_eur),))),
        Row((words(texts("Posts at home at the end")), (people_number(texts, home.at_end),))),
    )
    return Table(texts("What the plan does for and costs with the people at home."), columns, rows)


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
