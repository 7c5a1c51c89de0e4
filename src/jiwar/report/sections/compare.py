"""Two plans side by side: where they differ in choice, cost, people, law and risk."""

from __future__ import annotations

from jiwar.report.amount import Amount, total
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Narrow,
    Paragraph,
    Parts,
    Row,
    RowKind,
    Section,
    Table,
)
from jiwar.report.context import PackagePlan, ReportContext
from jiwar.report.quantities import money, month_text
from jiwar.report.sections.cells import nothing, people_cell, share_cell, thousand_cell
from jiwar.report.texts import NOTHING, Texts, words
from jiwar.report.words import engagement, verdict


def compare(context: ReportContext, other: ReportContext, texts: Texts) -> Section:
    """Show this plan beside another one; the other plan's numbers rest on its own run."""
    gap = Amount(context.saving_eur.value - other.saving_eur.value, context.saving_eur.origins)
    saved, more = money(texts, gap), texts("more") if gap.value >= 0 else texts("less")
    opening = (
        texts.parts("This plan saves {gap} {more} against staying than the other one.", gap=saved, more=more)
        if other.title == context.title
        else texts.parts(
            "This plan saves {gap} {more} against staying than the other one, “{title}”.",
            gap=saved,
            more=more,
            title=other.title,
        )
    )
    blocks: tuple[Block, ...] = (
        Paragraph(opening),
        _choices(context, other, texts),
        Heading(texts("Cost by line")),
        _lines(context, other, texts),
        Heading(texts("People and risk")),
        _figures(context, other, texts),
    )
    return Section("compare", texts("Compared with another plan"), blocks)


def _choices(context: ReportContext, other: ReportContext, texts: Texts) -> Table:
    theirs = {package.id: package for package in other.packages}
    columns = (
        Column(texts("Work package")),
        Column(texts("This plan")),
        Column(texts("The other plan")),
        Column(texts("Law, this plan")),
        Column(texts("Law, the other plan")),
    )
    ids = dict.fromkeys((*(package.id for package in context.packages), *theirs))
    ours = {package.id: package for package in context.packages}
    rows = []
    for key in ids:
        mine, his = ours.get(key), theirs.get(key)
        named = mine if mine is not None else his
        if named is None:  # pragma: no cover - every id comes from one of both
            continue
        rows.append(
            Row(
                (
                    words(named.name),
                    _choice(mine, context, texts),
                    _choice(his, other, texts),
                    _verdict(mine, texts),
                    _verdict(his, texts),
                )
            )
        )
    return Table(texts("What each plan does with each work package."), columns, tuple(rows), Narrow.STACK)


def _choice(package: PackagePlan | None, context: ReportContext, texts: Texts) -> Parts:
    if package is None:
        return nothing()
    choice = package.choice
    if choice.stays:
        return words(
            texts(
                "{site}, {engagement}",
                site=context.home.name,
                engagement=engagement(texts, choice.engagement),
            )
        )
    site = context.site_name(choice.site)
    if choice.share < 1:
        site = texts("{share} {site}", share=texts.form.share(choice.share), site=site)
    where = texts("{site}, {engagement}", site=site, engagement=engagement(texts, choice.engagement))
    if choice.start is None:
        return words(where)
    return words(f"{where}, {month_text(texts, choice.start)}")


def _verdict(package: PackagePlan | None, texts: Texts) -> Parts:
    if package is None or package.choice.stays or not package.choice.verdict:
        return words(NOTHING)
    return words(verdict(texts, package.choice.verdict))


def _lines(context: ReportContext, other: ReportContext, texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Line")),
        Column(texts("This plan"), Align.NUMBER, unit),
        Column(texts("The other plan"), Align.NUMBER, unit),
        Column(texts("Difference"), Align.NUMBER, unit),
    )
    theirs = {line.key: line.plan_eur for line in other.lines}
    rows = []
    for line in context.lines:
        his = theirs.get(line.key, Amount(0.0, line.plan_eur.origins))
        if line.plan_eur.value or his.value:
            rows.append(Row((words(line.name), *_three(texts, line.plan_eur, his))))
    mine = total(tuple(line.plan_eur for line in context.lines))
    his = total(tuple(line.plan_eur for line in other.lines))
    rows.append(Row((words(texts("Cash and value together")), *_three(texts, mine, his)), RowKind.TOTAL))
    return Table(texts("Cost of both plans by line, present value."), columns, tuple(rows))


def _three(texts: Texts, mine: Amount, his: Amount) -> tuple[Parts, ...]:
    return (
        thousand_cell(texts, mine, signed=False),
        thousand_cell(texts, his, signed=False),
        thousand_cell(texts, mine - his),
    )


def _figures(context: ReportContext, other: ReportContext, texts: Texts) -> Table:
    columns = (
        Column(texts("Figure")),
        Column(texts("This plan"), Align.NUMBER),
        Column(texts("The other plan"), Align.NUMBER),
    )
    rows = [
        Row(
            (
                words(texts("People at home at the end")),
                *(
                    people_cell(texts, Amount(one.home.people[-1], one.home.origins))
                    for one in (context, other)
                ),
            )
        )
    ]
    names = dict.fromkeys(site.name for one in (context, other) for site in one.sites[1:])
    rows.extend(
        Row(
            (
                words(texts("People in {site} at the end", site=name)),
                *(_people(texts, one, name) for one in (context, other)),
            )
        )
        for name in names
    )
    sides = (context.uncertainty, other.uncertainty)
    for title, cells in (
        (
            texts("{name}, {unit}", name=texts("Saving, P10"), unit=texts("thousand EUR")),
            tuple(nothing() if one is None else thousand_cell(texts, one.saving_p10_eur) for one in sides),
        ),
        (
            texts("{name}, {unit}", name=texts("Saving, P50"), unit=texts("thousand EUR")),
            tuple(nothing() if one is None else thousand_cell(texts, one.saving_p50_eur) for one in sides),
        ),
        (
            texts("Chance of loss"),
            tuple(nothing() if one is None else share_cell(texts, one.chance_of_loss, 1) for one in sides),
        ),
    ):
        rows.append(Row((words(title), *cells)))
    return Table(
        texts("People at the end of the horizon, and how certain each saving is."), columns, tuple(rows)
    )


def _people(texts: Texts, context: ReportContext, name: str) -> Parts:
    found = next((site for site in context.sites if site.name == name), None)
    return nothing() if found is None else people_cell(texts, Amount(found.people[-1], found.origins))
