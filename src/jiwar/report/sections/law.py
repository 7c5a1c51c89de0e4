"""Law for the plan: the verdict of every gate on every chosen option, with the duties that follow."""

from __future__ import annotations

from jiwar.report.blocks import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Column,
    Heading,
    Narrow,
    Note,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.context import LawOfChoice, ReportContext
from jiwar.report.inputs_of_law import input_name
from jiwar.report.sections.data_flows import register
from jiwar.report.sections.duties import calendar, duties_of_gate
from jiwar.report.texts import NOTHING, Texts, join, words
from jiwar.report.words import engagement, gate, verdict


def law(context: ReportContext, texts: Texts) -> Section:
    """Show what each field of law says about what the plan moves."""
    blocks: list[Block] = []
    if not context.law:
        blocks.append(Paragraph(words(texts("Nothing moves, so law is asked nothing about this plan."))))
    for field in dict.fromkeys(one.gate for choice in context.law for one in choice.gates):
        blocks.extend(_of_gate(field, context, texts))
    if context.further is not None and context.further.data_flows:
        blocks.append(Heading(texts("Register of data flows")))
        blocks.append(register(context.further.data_flows, texts))
    blocks.extend(calendar(context, texts))
    limits = texts(
        "This supports the work of a lawyer and of the data-protection officer; it replaces neither."
    )
    blocks.append(Note(words(limits)))
    return Section("law", texts("Law for the plan"), tuple(blocks))


Finding = tuple[str, str, str, tuple[str, ...], tuple[str, ...]]
"""Site, form of engagement, verdict, why, and under which articles."""


def _of_gate(field: str, context: ReportContext, texts: Texts) -> list[Block]:
    """One part per field of law: what it says of each move, what it still asks, and the duties that follow."""
    found = context.law
    columns = (
        Column(texts("For")),
        Column(texts("Verdict")),
        Column(texts("Why")),
        Column(texts("Under"), below=True),
    )
    name = gate(texts, field)
    caption = texts("{field}: what is moved, and the verdict on it.", field=name)
    blocks: list[Block] = [
        Heading(name),
        Table(caption, columns, _verdicts(field, found, texts), Narrow.STACK),
    ]
    asked = _asked(field, found, texts)
    if asked:
        blocks.append(Callout(CalloutKind.WARNING, texts("Still to be answered"), (BulletList(asked),)))
    duties = duties_of_gate(field, context, texts)
    return blocks if duties is None else [*blocks, duties]


def _verdicts(field: str, found: tuple[LawOfChoice, ...], texts: Texts) -> tuple[Row, ...]:
    """One row per site, form and finding; work packages with the same finding share it."""
    told: dict[Finding, list[str]] = {}
    for choice in found:
        for one in choice.gates:
            if one.gate == field:
                key = (choice.site, choice.engagement, one.verdict, one.sentences, one.citations)
                told.setdefault(key, []).append(choice.package)
    rows = []
    for (site, form, said, sentences, citations), names in told.items():
        place = texts("{site}, {engagement}", site=site, engagement=engagement(texts, form))
        rows.append(
            Row(
                (
                    words(texts("{sites}: {how}", sites=place, how=texts.listed(tuple(names)))),
                    words(verdict(texts, said)),
                    join(*sentences) or words(NOTHING),
                    words("; ".join(citations) or NOTHING),
                )
            )
        )
    return tuple(rows)


def _asked(field: str, found: tuple[LawOfChoice, ...], texts: Texts) -> tuple[Parts, ...]:
    """Questions for a person, and inputs without which a verdict cannot be better."""
    gates = [one for choice in found for one in choice.gates if one.gate == field]
    questions = dict.fromkeys(question for one in gates for question in one.questions)
    missing = dict.fromkeys(input_name(texts, item) for one in gates for item in one.missing)
    asked: list[Parts] = [words(question) for question in questions]
    if missing:
        names = texts.listed(tuple(missing))
        asked.append(words(texts("The case does not say: {inputs}.", inputs=names)))
    return tuple(asked)
