"""Law for the plan: the verdict of every gate on every chosen option, and the duties that follow."""

from __future__ import annotations

from dataclasses import replace

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
from jiwar.report.context import Duty, LawOfChoice, ReportContext
from jiwar.report.inputs_of_law import input_name
from jiwar.report.sections.data_flows import register
from jiwar.report.texts import NOTHING, Texts, join, words
from jiwar.report.words import duty_state, engagement, gate, verdict

_MONTHS_SHOWN = 0.05
_STATES = ("done", "unknown", "open")


def law(context: ReportContext, texts: Texts) -> Section:
    """Show what each field of law says about what the plan moves."""
    blocks: list[Block] = []
    if not context.law:
        blocks.append(Paragraph(words(texts("Nothing moves, so law is asked nothing about this plan."))))
    for field in dict.fromkeys(one.gate for choice in context.law for one in choice.gates):
        blocks.extend(_of_gate(field, context.law, texts))
    if context.further is not None and context.further.data_flows:
        blocks.append(Heading(texts("Register of data flows")))
        blocks.append(register(context.further.data_flows, texts))
    duties = _duties(context.law)
    if duties:
        blocks.extend((Heading(texts("Duties")), _duty_table(duties, context, texts)))
    limits = texts(
        "This supports the work of a lawyer and of the data-protection officer; it replaces neither."
    )
    blocks.append(Note(words(limits)))
    return Section("law", texts("Law for the plan"), tuple(blocks))


Finding = tuple[str, str, str, tuple[str, ...], tuple[str, ...]]
"""Site, form of engagement, verdict, why, and under which articles."""


def _of_gate(field: str, found: tuple[LawOfChoice, ...], texts: Texts) -> list[Block]:
    """One part per field of law: what it says of each move, and what it still asks."""
    columns = (
        Column(texts("For")),
        Column(texts("Verdict")),
        Column(texts("Why")),
        Column(texts("Under")),
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
    return blocks


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


def _duties(found: tuple[LawOfChoice, ...]) -> dict[Duty, list[str]]:
    """One row per duty, with all its articles and the worst of its states; what is done stands last."""
    told: dict[tuple[str, str, str], tuple[Duty, list[str]]] = {}
    for choice in found:
        for duty in (duty for one in choice.gates for duty in one.duties):
            key = (duty.text, duty.owner, duty.deadline)
            known, packages = told.get(key, (duty, []))
            if choice.package not in packages:
                packages.append(choice.package)
            told[key] = (_joined(known, duty), packages)
    ordered = sorted(told.values(), key=lambda item: item[0].state == "done")
    return dict(ordered)


def _joined(one: Duty, other: Duty) -> Duty:
    articles = dict.fromkeys((*one.article.split("; "), *other.article.split("; ")))
    state = max(one.state, other.state, key=_STATES.index)
    return replace(one, article="; ".join(filter(None, articles)), state=state)


def _duty_table(duties: dict[Duty, list[str]], context: ReportContext, texts: Texts) -> Table:
    columns = (
        Column(texts("What must be done")),
        Column(texts("By whom")),
        Column(texts("By when")),
        Column(texts("State")),
        Column(texts("Under")),
        Column(texts("For")),
    )
    everything = len({found.package for found in context.law})
    rows = tuple(
        Row(
            (
                words(duty.text),
                words(duty.owner),
                words(_by_when(duty, texts)),
                words(duty_state(texts, duty.state)),
                words(duty.article or NOTHING),
                words(
                    texts("all that moves") if len(packages) == everything else texts.listed(tuple(packages))
                ),
            )
        )
        for duty, packages in duties.items()
    )
    return Table(texts("Duties that follow from the plan."), columns, rows, Narrow.STACK)


def _by_when(duty: Duty, texts: Texts) -> str:
    if duty.lead_months is None:
        return texts("{deadline} (how long it takes is not published)", deadline=duty.deadline)
    if duty.lead_months < _MONTHS_SHOWN:
        return duty.deadline
    if duty.lead_months < 1:
        return texts("{deadline} (takes less than a month)", deadline=duty.deadline)
    number = texts.form.number(duty.lead_months, 0 if duty.lead_months == round(duty.lead_months) else 1)
    takes = texts.plural("{count} month", "{count} months", duty.lead_months, count=number)
    return texts("{deadline} (takes {time})", deadline=duty.deadline, time=takes)
