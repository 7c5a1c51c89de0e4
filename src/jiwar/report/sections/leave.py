"""Leaving or bringing the work back: what it costs, and who owns code, people and data then."""

from __future__ import annotations

from jiwar.report.amount import total
from jiwar.report.blocks import (
    Align,
    Block,
    BulletList,
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
from jiwar.report.context import ReportContext
from jiwar.report.further import BringBack
from jiwar.report.quantities import money, people
from jiwar.report.sections.cells import people_cell, thousand_cell
from jiwar.report.texts import Texts, words


def leave(context: ReportContext, texts: Texts) -> Section | None:
    """Show what an exit costs, package by package."""
    further = context.further
    if further is None:
        return None
    title = texts("How to leave")
    if not further.bring_back:
        said = texts("Nothing moves, so there is nothing to leave or to bring back.")
        return Section("leave", title, (Paragraph(words(said)),))
    found = further.bring_back
    cost = total(tuple(one.total_eur for one in found))
    opening = texts.parts(
        "Bringing everything home at full size, {people} people, would cost {cost} before delivery lost "
        "meanwhile: severance where the company employs, recruiting at home, teaching in the other direction.",
        people=people(texts, total(tuple(one.people for one in found))),
        cost=money(texts, cost),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(opening),
        _table(found, texts),
        Heading(texts("Settle before signing")),
        BulletList(_settle(context, texts)),
    )
    return Section("leave", title, blocks)


def _table(found: tuple[BringBack, ...], texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Work package")),
        Column(texts("From")),
        Column(texts("People"), Align.NUMBER),
        Column(texts("Severance"), Align.NUMBER, unit),
        Column(texts("Recruiting at home"), Align.NUMBER, unit),
        Column(texts("Teaching back"), Align.NUMBER, unit),
        Column(texts("Together"), Align.NUMBER, unit),
    )
    rows = [
        Row(
            (
                words(one.package),
                words(one.site),
                people_cell(texts, one.people),
                thousand_cell(texts, one.severance_eur, signed=False),
                thousand_cell(texts, one.recruiting_eur, signed=False),
                thousand_cell(texts, one.teaching_eur, signed=False),
                thousand_cell(texts, one.total_eur, signed=False),
            )
        )
        for one in found
    ]
    sums = (
        total(tuple(one.severance_eur for one in found)),
        total(tuple(one.recruiting_eur for one in found)),
        total(tuple(one.teaching_eur for one in found)),
        total(tuple(one.total_eur for one in found)),
    )
    rows.append(
        Row(
            (
                words(texts("Together")),
                words(""),
                people_cell(texts, total(tuple(one.people for one in found))),
                *(thousand_cell(texts, one, signed=False) for one in sums),
            ),
            RowKind.TOTAL,
        )
    )
    caption = texts("Exit cost at the prices of the last month of the horizon, not discounted.")
    return Table(caption, columns, tuple(rows), Narrow.STACK)


def _settle(context: ReportContext, texts: Texts) -> tuple[Parts, ...]:
    forms = {package.choice.engagement for package in context.packages if not package.choice.stays}
    found = [
        texts(
            "Who owns code, models, tools and results from the day they are made, and in which escrow they lie."
        ),
        texts(
            "What happens to personal data at the end: return or deletion, with proof (Art. 28(3)(g) GDPR)."
        ),
    ]
    if "provider" in forms or "build_operate_transfer" in forms:
        found.append(
            texts(
                "Notice periods, help with the handing back, and whether people of the provider may be hired."
            )
        )
    if "captive" in forms or "build_operate_transfer" in forms:
        found.append(
            texts("Lease, notice periods of the people, and which state support would have to be paid back.")
        )
    if "employer_of_record" in forms:
        found.append(texts("Which company takes over the contracts of employment, and from when."))
    return tuple(words(one) for one in found)
