"""What the numbers rest on: shares of cost by grade, then every fact, source, rule and line of the case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount
from jiwar.report.anchors import origin_anchor, source_anchor
from jiwar.report.blocks import (
    Align,
    Block,
    Code,
    Column,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Inline,
    Link,
    Narrow,
    Paragraph,
    Parts,
    Row,
    RowKind,
    Section,
    Strong,
    Table,
    Text,
)
from jiwar.report.charts import GradeBar, GradeBars
from jiwar.report.context import ReportContext
from jiwar.report.ground import FactEntry, Ground, SourceEntry, Statement
from jiwar.report.methods import METHODS
from jiwar.report.quantities import quantity_text, share
from jiwar.report.terms import table_name
from jiwar.report.texts import NOTHING, Texts, join, words
from jiwar.report.words import GRADES_IN_ORDER, grade, grade_meaning, range_kind

_ANY_TIME = "any"
"""The period of facts that belong to no year."""

_APART = re.compile(r"; (?![^()]*\))")
"""Where one remark ends and the next begins, never inside brackets."""


def sources(context: ReportContext, texts: Texts) -> Section:
    """Show how far to trust the numbers, and where each of them stands."""
    blocks: list[Block] = [_shares(context, texts)] if context.grade_shares else []
    blocks.extend(listed(context.ground, texts))
    if not blocks:
        blocks.append(Paragraph(words(texts("This run used no fact."))))
    return Section("sources", texts("Sources and how far to trust them"), tuple(blocks), appendix=True)


def listed(ground: Ground, texts: Texts) -> list[Block]:
    """List every fact, document, rule, line of the case and calculation that numbers rest on."""
    blocks: list[Block] = []
    if ground.facts:
        blocks.extend((Heading(texts("Facts")), _facts(ground, texts)))
    if ground.sources:
        numbers = _numbered(ground)
        held = _held(ground, texts)
        entries = tuple(
            _source(ground.sources[key], number, held[key], texts) for key, number in numbers.items()
        )
        blocks.extend((Heading(texts("Documents")), DefinitionList(entries)))
    if ground.rules:
        blocks.extend((Heading(texts("Rules of law")), _statements(OriginKind.RULE, ground.rules)))
    if ground.case_lines:
        blocks.extend((Heading(texts("Lines of the case")), _statements(OriginKind.CASE, ground.case_lines)))
    calculated = {key: entry for key, entry in ground.methods.items() if key not in METHODS}
    if calculated:
        blocks.extend(
            (Heading(texts("Calculated for this case")), _statements(OriginKind.METHOD, calculated))
        )
    return blocks


def _shares(context: ReportContext, texts: Texts) -> Figure:
    found = dict(context.grade_shares)
    nothing = next(iter(found.values()))
    shares = {key: found.get(key, Amount(0.0, nothing.origins)) for key in GRADES_IN_ORDER}
    bars = tuple(
        GradeBar(
            rank,
            grade(texts, key),
            grade_meaning(texts, key),
            shares[key].value,
            texts.form.share(shares[key].value),
        )
        for rank, key in enumerate(GRADES_IN_ORDER)
    )
    rows = tuple(
        Row((words(grade(texts, key)), words(grade_meaning(texts, key)), (share(texts, shares[key]),)))
        for key in GRADES_IN_ORDER
    )
    columns = (
        Column(texts("Grade")),
        Column(texts("Meaning")),
        Column(texts("Share of cost"), Align.NUMBER),
    )
    table = Table(texts("Share of the plan's cost by the grade of the prices behind it."), columns, rows)
    spoken = texts.listed(tuple(f"{bar.name} {bar.written}" for bar in bars if bar.share > 0))
    alt = texts("Share of the plan's cost by grade of source: {shares}.", shares=spoken)
    note = texts.parts(
        "Prices only. {estimated} of the cost also depends on our own estimates, such as how fast teams "
        "fill, learn and lose people.",
        estimated=share(texts, context.estimated_share),
    )
    title = texts("Which sources the prices of the plan come from")
    return Figure("grades", title, GradeBars(bars), alt, table, note)


def _facts(ground: Ground, texts: Texts) -> Table:
    columns = (
        Column(texts("Fact")),
        Column(texts("Value"), Align.NUMBER),
        Column(texts("Range"), Align.NUMBER),
        Column(texts("As of")),
        Column(texts("Grade")),
        Column(texts("Document")),
        Column(texts("What the range is, and remarks"), below=True),
    )
    numbers = _numbered(ground)
    rows: list[Row] = []
    table = ""
    for key, entry in sorted(ground.facts.items()):
        head = key.split("/", 1)[0]
        if head != table:
            rows.append(Row((words(table_name(texts, head)),), RowKind.GROUP))
            table = head
        rows.append(_fact(entry, numbers, texts))
    caption = texts("Every fact that a number of this paper rests on, in the unit of its source.")
    return Table(caption, columns, tuple(rows), Narrow.STACK)


def _fact(entry: FactEntry, numbers: Mapping[str, str], texts: Texts) -> Row:
    spread = "–".join(quantity_text(texts, value, "") for value in (entry.low, entry.high))
    remarks = _pieces(filter(None, (range_kind(texts, entry.range_kind), *_APART.split(entry.note))))
    return Row(
        (
            (Code(entry.key),),
            words(quantity_text(texts, entry.mid, entry.unit)),
            words(NOTHING if entry.low == entry.high else spread),
            words(NOTHING if entry.period == _ANY_TIME else entry.period),
            words(grade(texts, entry.grade)),
            _source_links(entry.sources, numbers),
            remarks,
        ),
        anchor=origin_anchor(Origin(OriginKind.FACT, entry.key)),
    )


def _pieces(remarks: Iterable[str]) -> Parts:
    """Return remarks as one run, each a part of its own, since paper gathers those that many facts share."""
    told = [Text(remark.rstrip(".")) for remark in remarks]
    return tuple(part for one in told for part in (Text("; "), one))[1:] or words(NOTHING)


def _numbered(ground: Ground) -> dict[str, str]:
    """Number the documents in the order in which they are listed."""
    return {source: str(number) for number, source in enumerate(sorted(ground.sources), start=1)}


def _source_links(ids: tuple[str, ...], numbers: Mapping[str, str]) -> Parts:
    linked: list[Inline] = []
    for one in ids:
        if linked:
            linked.append(Text(", "))
        linked.append(Link(numbers[one], f"#{source_anchor(one)}") if one in numbers else Code(one))
    return tuple(linked) or words(NOTHING)


def _held(ground: Ground, texts: Texts) -> dict[str, str]:
    """Tell for every document which facts rest on it, by their kind and number."""
    found: dict[str, Counter[str]] = {key: Counter() for key in ground.sources}
    for key, entry in ground.facts.items():
        for source in entry.sources:
            if source in found:
                found[source][key.split("/", 1)[0]] += 1
    return {
        source: ", ".join(f"{table_name(texts, head)} ({count})" for head, count in sorted(heads.items()))
        for source, heads in found.items()
    }


def _source(entry: SourceEntry, number: str, held: str, texts: Texts) -> Definition:
    title: Inline = Link(entry.title, entry.url) if entry.url else Strong(entry.title)
    details = [part for part in (entry.publisher, entry.note) if part]
    if entry.retrieved:
        details.append(texts("read on {day}", day=entry.retrieved))
    if held:
        details.append(texts("for: {facts}", facts=held))
    meaning = (title, Text(f". {'; '.join(details)}.")) if details else (title,)
    return Definition(words(number), meaning, source_anchor(entry.id))


def _statements(kind: OriginKind, entries: Mapping[str, Statement]) -> DefinitionList:
    return DefinitionList(
        tuple(
            Definition((Code(key),), _statement(entry), origin_anchor(Origin(kind, key)))
            for key, entry in sorted(entries.items())
        )
    )


def _statement(entry: Statement) -> Parts:
    if not entry.citation:
        return words(entry.sentence)
    cited: Inline = Link(entry.citation, entry.url) if entry.url else Text(entry.citation)
    return join(entry.sentence, (Text("("), cited, Text(").")))
