"""The questions that a board asks, where the paper answers each, and which stay open."""

from __future__ import annotations

from jiwar.report.blocks import Column, Inline, Link, Narrow, Paragraph, Row, Section, Table, Text
from jiwar.report.context import ReportContext
from jiwar.report.texts import NOTHING, Texts, words
from jiwar.report.words import N_

QUESTIONS: tuple[tuple[int, str, tuple[str, ...]], ...] = (
    (1, N_("What problem do we solve, and what happens if we do nothing?"), ("plan", "cost")),
    (2, N_("Which work may move, and which never?"), ("plan",)),
    (3, N_("What does each work package cost today, complete?"), ("cost",)),
    (4, N_("Why not hire at home, use contractors, or another way?"), ("alternatives", "cost")),
    (5, N_("Why this site against the others, and when would the order turn?"), ("alternatives",)),
    (6, N_("Which form of engagement, and when do we change it?"), ("alternatives", "plan")),
    (7, N_("Who does what, where, from when?"), ("plan", "people")),
    (8, N_("What are the interfaces, and what does contact between sites cost?"), ("together",)),
    (9, N_("What does handing over knowledge take, and what does delivery suffer meanwhile?"), ("together",)),
    (10, N_("Which learning curve is assumed, on which evidence?"), ("together", "sources")),
    (11, N_("Which attrition is assumed, here and there, and what does each leaver cost?"), ("together",)),
    (12, N_("What is the complete cost, line by line, exit included?"), ("cost", "leave")),
    (13, N_("When is the money back, and how likely is a loss?"), ("cash", "uncertainty")),
    (14, N_("Which five assumptions drive the result, and which small change reverses it?"), ("reverse",)),
    (15, N_("How do wages and exchange rates develop?"), ("together",)),
    (16, N_("Which state support applies, under which conditions, and when does it arrive?"), ("support",)),
    (17, N_("What does the German tax side ask?"), ("support",)),
    (18, N_("Is each data flow lawful, by which mechanism?"), ("law",)),
    (19, N_("Does a drawing, software or know-how need an export licence?"), ("law",)),
    (20, N_("What do customers, certificates and insurers say?"), ("open",)),
    (21, N_("What happens to our people?"), ("people", "law")),
    (22, N_("What can go wrong, what are early signs, and who watches them?"), ("risks",)),
    (23, N_("What is the staged plan with its gates, and what is waiting worth?"), ("stages",)),
    (24, N_("How do we leave or bring it back, at what cost?"), ("leave",)),
    (
        25,
        N_("Who is accountable, and which source stands behind every number?"),
        ("stages", "sources", "record"),
    ),
)
"""The questions of a board with the sections that answer them, the first one most."""

_TITLES = {
    "plan": N_("The plan"),
    "cost": N_("Cost against staying"),
    "alternatives": N_("Other ways to do it"),
    "people": N_("People by site and quarter"),
    "together": N_("Working together"),
    "sources": N_("Sources and how far to trust them"),
    "leave": N_("How to leave"),
    "cash": N_("Cash and break-even"),
    "uncertainty": N_("How certain the result is"),
    "reverse": N_("What would reverse it"),
    "support": N_("State support and taxes"),
    "law": N_("Law for the plan"),
    "open": N_("Questions still open"),
    "risks": N_("Risks and early signs"),
    "stages": N_("Stages, gates and stop values"),
    "record": N_("Record of the run"),
}


def questions(context: ReportContext, texts: Texts) -> Section:
    """Lead from each of the twenty-five questions to the sections that answer it in this run."""
    missing = _missing(context)
    columns = (Column(texts("Question")), Column(texts("Answered in")))
    rows = []
    for _, question, targets in QUESTIONS:
        links: list[Inline] = []
        for target in targets:
            if target in missing:
                continue
            if links:
                links.append(Text(", "))
            links.append(Link(texts(_TITLES[target]), f"#{target}"))
        rows.append(Row((words(texts(question)), tuple(links) or words(NOTHING))))
    said = texts(
        "A board should ask {all} questions before it moves work. This is where the paper answers each; what "
        "only others can answer is named as a question in its place.",
        all=texts.form.number(len(QUESTIONS)),
    )
    table = Table(
        texts("Questions of a board, and where they are answered."), columns, tuple(rows), Narrow.STACK
    )
    return Section(
        "questions", texts("The board’s questions"), (Paragraph(words(said)), table), appendix=True
    )


def _missing(context: ReportContext) -> set[str]:
    """Name the sections that a run without their numbers does not have."""
    if context.further is not None:
        return set()
    return {"alternatives", "together", "support", "leave", "stages"}
