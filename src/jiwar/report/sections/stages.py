"""The staged plan: pilot, gates with what is measured, stop values, what waiting is worth, who answers for it."""

from __future__ import annotations

from jiwar.report.amount import Amount
from jiwar.report.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Narrow,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.context import ReportContext
from jiwar.report.further import Stage, Waiting
from jiwar.report.quantities import money, month_text
from jiwar.report.sections.cells import people_cell, thousand_cell
from jiwar.report.sections.pilots import in_scenarios, knowing, later_decision, pilots
from jiwar.report.texts import NOTHING, Texts, words
from jiwar.report.words import engagement


def stages(context: ReportContext, texts: Texts) -> Section | None:
    """Show in which steps to go, when to look, and when to stop."""
    further = context.further
    if further is None:
        return None
    title = texts("Stages, gates and stop values")
    blocks: list[Block] = []
    if further.stages:
        blocks.extend((Paragraph(_pilot(further.stages, texts)), _table(further.stages, texts)))
        blocks.extend(pilots(further.pilots, texts))
    else:
        blocks.append(Paragraph(words(texts("Nothing moves, so there is no stage to pass."))))
    if further.in_scenarios is not None:
        blocks.append(in_scenarios(further.in_scenarios, texts))
    blocks.append(Heading(texts("What waiting is worth")))
    if further.later_decision is not None:
        blocks.append(later_decision(further.later_decision, texts))
    if further.knowing is not None:
        blocks.append(knowing(further.knowing, texts))
    blocks.extend(_waiting(further.waiting, texts))
    blocks.append(Heading(texts("Plan against actual")))
    blocks.append(_measures(context, texts))
    return Section("stages", title, tuple(blocks))


def _pilot(found: tuple[Stage, ...], texts: Texts) -> Parts:
    first = found[0]
    return texts.parts(
        "Begin with {package} in {site} as a pilot. Decide at each gate on what was measured: stop or change "
        "course when a productive year of the package costs more than its stop value, at which nothing is saved.",
        package=first.package,
        site=first.site,
    )


def _table(found: tuple[Stage, ...], texts: Texts) -> Table:
    unit = texts("thousand EUR")
    columns = (
        Column(texts("Stage")),
        Column(texts("Work package")),
        Column(texts("Where and how")),
        Column(texts("People"), Align.NUMBER),
        Column(texts("Start")),
        Column(texts("First gate")),
        Column(texts("Second gate, team complete")),
        Column(texts("Productive year as planned"), Align.NUMBER, unit),
        Column(texts("Stop above"), Align.NUMBER, unit),
    )
    rows = tuple(
        Row(
            (
                words(str(number)),
                words(one.package),
                words(
                    texts("{site}, {engagement}", site=one.site, engagement=engagement(texts, one.engagement))
                ),
                people_cell(texts, one.people),
                words(month_text(texts, one.start)),
                words(month_text(texts, one.gate)),
                words(NOTHING if one.second_gate is None else month_text(texts, one.second_gate)),
                thousand_cell(texts, one.planned_eur, signed=False),
                thousand_cell(texts, one.stop_eur, signed=False),
            )
        )
        for number, one in enumerate(found, start=1)
    )
    caption = texts(
        "Stages in the order of their start. A productive year counts all cash of the package, the part that "
        "stays included, over what it delivers."
    )
    return Table(caption, columns, rows, Narrow.STACK)


def _waiting(found: tuple[Waiting, ...], texts: Texts) -> list[Block]:
    if not found:
        said = texts("The case allows no later start for what moves, so waiting was not priced.")
        return [Paragraph(words(said))]
    extra = sum(one.extra_eur.value for one in found)
    amount = Amount(extra, found[0].extra_eur.origins)
    sentence = (
        texts.parts(
            "Starting everything at the next date instead would cost {amount}: wait only for information that is "
            "worth more.",
            amount=money(texts, amount),
        )
        if extra > 0
        else texts.parts(
            "Starting everything at the next date instead would save {amount}.", amount=money(texts, amount)
        )
    )
    columns = (
        Column(texts("Work package")),
        Column(texts("Start in the plan")),
        Column(texts("Next start")),
        Column(texts("Cost of waiting"), Align.NUMBER, texts("thousand EUR")),
    )
    rows = tuple(
        Row(
            (
                words(one.package),
                words(month_text(texts, one.start)),
                words(month_text(texts, one.later)),
                thousand_cell(texts, one.extra_eur),
            )
        )
        for one in found
    )
    caption = texts(
        "The same move at the next start that the case allows, alone; a minus means that waiting pays."
    )
    return [Paragraph(sentence), Table(caption, columns, rows)]


def _measures(context: ReportContext, texts: Texts) -> Table:
    columns = (
        Column(texts("Measure every quarter")),
        Column(texts("Against")),
        Column(texts("Who answers for it")),
    )
    listed = (
        (
            texts("people at each site and posts open"),
            texts("People by site and quarter"),
            texts("human resources"),
        ),
        (texts("cash paid, by line"), texts("the workbook, sheet of cash flow"), texts("controlling")),
        (
            texts("delivery and rework of each package"),
            texts("Working together"),
            texts("head of engineering"),
        ),
        (
            texts("duties done, before each start"),
            texts("Law for the plan"),
            texts("data-protection officer"),
        ),
        (
            texts("cost of a productive year against the stop value"),
            texts("the table above"),
            texts("management, which decides at each gate"),
        ),
    )
    del context
    rows = tuple(Row((words(what), words(against), words(who))) for what, against, who in listed)
    return Table(
        texts("How plan and actual are compared, and who is accountable."), columns, rows, Narrow.STACK
    )
