"""The company's own numbers, which overrule the fact base, with their reasons."""

from __future__ import annotations

from jiwar.report.blocks import Align, Block, Code, Column, Narrow, Number, Paragraph, Row, Section, Table
from jiwar.report.context import ReportContext
from jiwar.report.ground import Assumption
from jiwar.report.quantities import quantity_text
from jiwar.report.texts import NOTHING, Texts, words


def assumptions(context: ReportContext, texts: Texts) -> Section:
    """List what the company knows better than the fact base, before any source."""
    title = texts("Assumptions of the company")
    if not context.assumptions:
        empty = texts("The company has overruled no number of the fact base.")
        return Section("assumptions", title, (Paragraph(words(empty)),))
    opening = texts.plural_parts(
        "The company has overruled {count} number of the fact base. Whoever doubts the result should start "
        "here.",
        "The company has overruled {count} numbers of the fact base. Whoever doubts the result should "
        "start here.",
        len(context.assumptions),
        count=texts.form.number(len(context.assumptions)),
    )
    columns = (
        Column(texts("Number")),
        Column(texts("Value of the company"), Align.NUMBER),
        Column(texts("Range"), Align.NUMBER),
        Column(texts("Instead of"), Align.NUMBER),
        Column(texts("Reason given")),
    )
    rows = tuple(_row(one, texts) for one in context.assumptions)
    table = Table(texts("Numbers of the company's own."), columns, rows, Narrow.STACK)
    blocks: tuple[Block, ...] = (Paragraph(opening), table)
    return Section("assumptions", title, blocks)


def _row(one: Assumption, texts: Texts) -> Row:
    shown = Number(quantity_text(texts, one.mid, one.unit), (one.origin,), one.mid)
    spread = f"{quantity_text(texts, one.low, '')}–{quantity_text(texts, one.high, '')}".replace("\u00a0", "")
    replaced = NOTHING
    if one.replaces is not None:
        replaced = quantity_text(texts, one.replaces.mid, one.replaces.unit)
    return Row(((Code(one.fact),), (shown,), words(spread), words(replaced), words(one.reason)))
