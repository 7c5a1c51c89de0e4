"""Questions still open: what nobody has answered yet, whom to ask, and before what."""

from __future__ import annotations

from jiwar.report.blocks import Column, Narrow, Paragraph, Row, RowKind, Section, Table
from jiwar.report.context import ReportContext
from jiwar.report.inputs_of_law import cost_name, input_name
from jiwar.report.texts import Texts, words

_MOST = 40


def open_questions(context: ReportContext, texts: Texts) -> Section:
    """Gather the open questions of law, support, tax and of everybody outside the company."""
    groups = (
        (texts("Law"), _of_law(context, texts), texts("data-protection officer and legal department")),
        (texts("Support and taxes"), _of_money(context, texts), texts("tax adviser and the authority")),
        (
            texts("Customers, certificates and insurers"),
            _outside(context, texts),
            texts("sales and quality management"),
        ),
        (texts("Numbers"), _numbers(context, texts), texts("controlling")),
    )
    rows: list[Row] = []
    for name, questions, owner in groups:
        if questions:
            rows.append(Row((words(name),), RowKind.GROUP))
            rows.extend(Row((words(question), words(owner))) for question in questions[:_MOST])
    count = sum(row.kind is RowKind.BODY for row in rows)
    opening = texts.plural(
        "{count} question is open. The plan stands on what is known; an answer can change it.",
        "{count} questions are open. The plan stands on what is known; an answer can change it.",
        count,
        count=texts.form.number(count),
    )
    columns = (Column(texts("Question")), Column(texts("Whom to ask")))
    table = Table(texts("Open questions and who can answer them."), columns, tuple(rows), Narrow.STACK)
    return Section("open", texts("Questions still open"), (Paragraph(words(opening)), table))


def _of_law(context: ReportContext, texts: Texts) -> tuple[str, ...]:
    gates = [gate for law in context.law for gate in law.gates]
    asked = dict.fromkeys(question for gate in gates for question in gate.questions)
    missing = dict.fromkeys(input_name(texts, item) for gate in gates for item in gate.missing)
    said = (texts("What is true here: {input}?", input=name) for name in missing)
    return (*asked, *said)


def _of_money(context: ReportContext, texts: Texts) -> tuple[str, ...]:
    further = context.further
    if further is None:
        return ()
    asked = dict.fromkeys(question for one in further.support for question in one.questions)
    taxes = dict.fromkeys(one.question for one in further.tax)
    costs = (
        texts("What does this legal duty cost: {duty}?", duty=cost_name(texts, key))
        for key in further.not_priced
    )
    return (*asked, *taxes, *costs)


def _outside(context: ReportContext, texts: Texts) -> tuple[str, ...]:
    moved = tuple(package.name for package in context.packages if not package.choice.stays)
    if not moved:
        return (
            texts(
                "Do contracts with customers forbid work outside the present site, should work move later?"
            ),
        )
    names = texts.listed(moved)
    return (
        texts(
            "Do the contracts with customers allow {packages} to be done elsewhere, and who consents?",
            packages=names,
        ),
        texts(
            "Does the label for information security (TISAX or ISO/IEC 27001) cover the new site before the start?"
        ),
        texts("Do insurers cover work, liability and data at the new site?"),
    )


def _numbers(context: ReportContext, texts: Texts) -> tuple[str, ...]:
    if context.judged is None:
        return ()
    heavy = [one for one in context.judged.turned if one.swing_eur > 1.0][:3]
    return tuple(
        texts("Which offer or figure of your own can replace the estimate of “{name}”?", name=one.name)
        for one in heavy
    )
