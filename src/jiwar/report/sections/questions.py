"""The questions that a board asks, where the paper answers each, and which stay open."""

from __future__ import annotations

from jiwar.report.blocks import (
    BulletList,
    Column,
    Heading,
    Link,
    Narrow,
    Paragraph,
    Parts,
    Row,
    Section,
    Table,
)
from jiwar.report.context import ReportContext
from jiwar.report.texts import Texts, words
from jiwar.report.words import N_

_ANSWERED: tuple[tuple[int, str, str], ...] = (
    (1, N_("What happens if we do nothing?"), "cost"),
    (2, N_("Which work may move, and which never?"), "plan"),
    (3, N_("What does the work cost today, complete?"), "cost"),
    (4, N_("Why not hire at home or use contractors?"), "cost"),
    (7, N_("Who does what, where, from when?"), "plan"),
    (9, N_("What does handing over knowledge cost?"), "cost"),
    (10, N_("Which learning curve is assumed, on which evidence?"), "sources"),
    (11, N_("Which attrition is assumed, here and there?"), "sources"),
    (12, N_("What is the complete cost, line by line?"), "cost"),
    (13, N_("When is the money back?"), "cash"),
    (15, N_("How do wages and exchange rates develop?"), "sources"),
    (18, N_("Is each data flow lawful, by which mechanism?"), "law"),
    (19, N_("Does a drawing, software or know-how need an export licence?"), "law"),
    (21, N_("What happens to our people?"), "people"),
    (25, N_("Which source stands behind every number?"), "sources"),
)

_OPEN: tuple[tuple[int, str], ...] = (
    (5, N_("How does the best plan look at each of the other sites, and when would the order change?")),
    (6, N_("When should the form of engagement change later?")),
    (8, N_("What do the interfaces between sites cost, one by one?")),
    (14, N_("Which five assumptions drive the result, and which small change reverses it?")),
    (16, N_("Which state support applies, under which conditions, and when does it arrive?")),
    (17, N_("What does the German tax side cost?")),
    (20, N_("What do customers, certificates and insurers say?")),
    (22, N_("What can go wrong, what are early signs, and who watches them?")),
    (23, N_("What is the staged plan with its gates, and what is waiting worth?")),
    (24, N_("How do we leave or bring it back, and at what cost?")),
)


def questions(context: ReportContext, texts: Texts) -> Section:
    """Show which of the twenty-five questions are answered here, and say plainly which are not."""
    del context  # the list is the same for every run, and says so
    columns = (Column(texts("Question")), Column(texts("Answered in")))
    titles = {
        "cost": texts("Cost against staying"),
        "plan": texts("The plan"),
        "cash": texts("Cash and break-even"),
        "people": texts("People by site and quarter"),
        "law": texts("Law for the plan"),
        "sources": texts("Sources and how far to trust them"),
    }
    rows = tuple(
        Row((words(texts(question)), (Link(titles[target], f"#{target}"),)))
        for _, question, target in _ANSWERED
    )
    still_open: tuple[Parts, ...] = tuple(words(texts(question)) for _, question in _OPEN)
    return Section(
        "questions",
        texts("Questions answered, questions open"),
        (
            Paragraph(
                words(
                    texts(
                        "A board should ask {all} questions before it moves work. This paper answers "
                        "{answered} of them.",
                        all=texts.form.number(len(_ANSWERED) + len(_OPEN)),
                        answered=texts.form.number(len(_ANSWERED)),
                    )
                )
            ),
            Table(texts("Questions answered in this paper."), columns, rows, Narrow.STACK),
            Heading(texts("Not answered in this paper")),
            BulletList(still_open),
        ),
        appendix=True,
    )
