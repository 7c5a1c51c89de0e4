"""The plan: who does what where, how and from when, as a table and over time."""

from __future__ import annotations

from jiwar.report.amount import Amount
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Narrow,
    Note,
    Number,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.charts import Timeline, TimelineLane, TimelineRow
from jiwar.report.context import Lane, PackagePlan, ReportContext
from jiwar.report.quantities import month_text, people, thousands
from jiwar.report.sections.axes import year_marks
from jiwar.report.sections.map import site_map
from jiwar.report.texts import NOTHING, Texts, words
from jiwar.report.words import engagement, verdict


def plan(context: ReportContext, texts: Texts) -> Section:
    """Show the choice for every work package, then the people by quarter."""
    blocks: list[Block] = []
    if context.question:
        blocks.append(
            Paragraph(texts.parts("The question was: “{question}”", question=context.question.strip()))
        )
    blocks.append(_table(context, texts))
    reasons = [package for package in context.packages if not package.movable and package.reason_to_stay]
    if reasons:
        listed = "; ".join(f"{package.name}: {package.reason_to_stay.strip()}" for package in reasons)
        blocks.append(
            Note(texts.parts("Kept at home by decision of the company. {reasons}", reasons=_stopped(listed)))
        )
    blocks.append(_timeline(context, texts))
    drawn = site_map(context, texts)
    if drawn is not None:
        blocks.append(drawn)
    return Section("plan", texts("The plan"), tuple(blocks))


def _table(context: ReportContext, texts: Texts) -> Table:
    columns = (
        Column(texts("Work package")),
        Column(texts("Where")),
        Column(texts("How")),
        Column(texts("From")),
        Column(texts("People away"), Align.NUMBER),
        Column(texts("Shared hours a day"), Align.NUMBER),
        Column(texts("Cash against staying"), Align.NUMBER, texts("thousand EUR")),
        Column(texts("Work undone against staying"), Align.NUMBER, texts("thousand EUR")),
        Column(texts("Law")),
    )
    rows = tuple(_row(context, texts, package) for package in context.packages)
    caption = texts(
        "What the plan does with each work package. Amounts are present values over the horizon for the "
        "package alone; a minus is a saving. Costs that packages share, such as opening a site, are in the "
        "next section."
    )
    return Table(caption, columns, rows, Narrow.STACK)


def _row(context: ReportContext, texts: Texts, package: PackagePlan) -> Row:
    choice = package.choice
    dash = words(NOTHING)
    where = context.home.name if choice.stays else context.site_name(choice.site)
    if not choice.stays and choice.share < 1:
        where = texts("{share} {site}", share=texts.form.share(choice.share), site=where)
    hours: Parts = dash
    if choice.shared_hours is not None and not choice.stays:
        shown = texts.form.number(choice.shared_hours.value, 1)
        hours = (Number(shown, choice.shared_hours.origins, choice.shared_hours.value),)
    return Row(
        (
            words(package.name),
            words(where),
            words(engagement(texts, choice.engagement)),
            dash if choice.start is None else words(month_text(texts, choice.start)),
            dash if choice.stays else (people(texts, choice.people_away),),
            hours,
            (thousands(texts, choice.extra_cash_eur, signed=True),),
            (thousands(texts, choice.extra_undone_eur, signed=True),),
            words(verdict(texts, choice.verdict)) if choice.verdict and not choice.stays else dash,
        )
    )


def _timeline(context: ReportContext, texts: Texts) -> Figure:
    rows = tuple(
        TimelineRow(package.name, tuple(_lane(context, lane) for lane in package.lanes))
        for package in context.packages
    )
    chart = Timeline(
        rows=rows,
        years=year_marks(context.horizon),
        quarters=context.horizon.quarters,
        delivering=texts("people at work"),
        building_up=texts("building up"),
        write=texts.form.number,
    )
    moves = [package for package in context.packages if not package.choice.stays]
    alt = texts.plural(
        "Timeline of {total} work packages by quarter: {count} moves away from {home}.",
        "Timeline of {total} work packages by quarter: {count} move away from {home}.",
        len(moves),
        total=texts.form.number(len(context.packages)),
        count=texts.form.number(len(moves)),
        home=context.home.name,
    )
    note = texts("Numbers are people, rounded, and stand where they change.")
    return Figure(
        "timeline",
        texts("Who works where, quarter by quarter"),
        chart,
        alt,
        _timeline_table(context, texts),
        words(note),
    )


def _lane(context: ReportContext, lane: Lane) -> TimelineLane:
    position = next(index for index, site in enumerate(context.sites) if site.id == lane.site)
    return TimelineLane(context.sites[position].name, position, lane.people, lane.building_up)


def _timeline_table(context: ReportContext, texts: Texts) -> Table:
    lanes = [(package, lane) for package in context.packages for lane in package.lanes]
    columns = (
        Column(texts("Quarter")),
        *(Column(f"{package.name}, {context.site_name(lane.site)}", Align.NUMBER) for package, lane in lanes),
    )
    rows = []
    for quarter in range(context.horizon.quarters):
        amounts = (Amount(lane.people[quarter], lane.origins) for _, lane in lanes)
        cells = tuple((people(texts, amount),) for amount in amounts)
        rows.append(Row((words(texts.form.quarter(context.horizon.quarter(quarter))), *cells)))
    return Table(texts("People by work package, site and quarter."), columns, tuple(rows))


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
