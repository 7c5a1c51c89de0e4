"""The information sheet for the works council: what is planned, which data are touched, what law asks for."""

from __future__ import annotations

from jiwar.law.citing import cited_in
from jiwar.law.flow import Data
from jiwar.law.papers.blocks import Block, Cell, Paper, Paragraph, Part, Table
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.papers.texts import Pen
from jiwar.law.questions import question
from jiwar.law.verdict import Gate

_DUTIES = (
    "inform_works_council",
    "works_agreement",
    "reconciliation_of_interests",
    "transfer_of_business_check",
    "impact_assessment",
    "notice_of_transfer",
    "provider_instructs",
    "remote_only",
)
_OF_EMPLOYEES = {Data.EMPLOYEE, Data.SOURCE_CODE, Data.TEST_DATA_FROM_PRODUCTION}


def works_council_sheet(dossier: Dossier, language: str = "en") -> Paper:
    """Return one sheet for everything that a dossier plans at its site."""
    pen = Pen(language)
    duties = pen.joined(dossier.flows, _DUTIES)
    told = pen.verdicts(dossier.flows, Gate.LABOUR_TRAVEL, whole=True)
    asked = pen.questions(dossier.flows, Gate.LABOUR_TRAVEL)
    parts = [
        Part(_under("works.planned", "§ 90 BetrVG", dossier, pen), _planned(dossier, pen)),
        Part(pen.say("works.people"), _people(dossier, pen)),
        Part(pen.say("works.data"), _data(dossier, pen)),
        Part(pen.say("works.law"), (*told, *pen.duties("works.duties", duties))),
    ]
    if asked:
        parts.append(Part(pen.say("questions"), asked))
    return pen.paper("works", dossier, parts)


def _under(key: str, article: str, dossier: Dossier, pen: Pen) -> str:
    """A text with the provision that it answers to; works councils under other law than German have none here."""
    german = any(flow.assessment.flow.exporter_country == "DE" for flow in dossier.flows)
    return f"{pen.say(key)} ({cited_in(article, pen.language)})" if german else pen.say(key)


def _planned(dossier: Dossier, pen: Pen) -> tuple[Block, ...]:
    known = {True: "works.council", False: "works.no_council", None: "works.council_unknown"}
    return (
        Paragraph(pen.say(known[dossier.works_council])),
        pen.answers(
            "works.planned.caption",
            pen.row("works.company", ", ".join(filter(None, (dossier.exporter, dossier.exporter_place)))),
            pen.row("place", pen.place(dossier)),
            pen.row("works.start", pen.day(dossier.start) if dossier.start else None),
            pen.row("works.handed_over", pen.day(dossier.handed_over))
            if dossier.handed_over
            else pen.row("works.partner", dossier.importer),
            pen.row("works.packages", "; ".join(work.name for work in dossier.works)),
            pen.row("works.reasons", None),
            pen.row("works.documents", None),
        ),
    )


def _people(dossier: Dossier, pen: Pen) -> tuple[Block, ...]:
    parts = {flow.assessment.flow.essential_parts_move for flow in dossier.flows}
    essential = parts.pop() if len(parts) == 1 else None
    told = {None: None, True: pen.say("works.redundancies"), False: pen.say("works.no_redundancies")}
    columns = tuple(pen.say(key) for key in ("works.package", "works.own", "works.needed", "works.fate"))
    rows = tuple(
        (
            Cell(work.name),
            Cell(_count(work.employed_people, pen)),
            Cell(_count(work.needed_people, pen)),
            pen.cell(None),
        )
        for work in dossier.works
    )
    tables = (Table(pen.say("works.people.caption"), columns, rows),) if rows else ()
    yes_no = {None: None, True: pen.say("yes"), False: pen.say("no")}
    return (
        *tables,
        pen.answers(
            "works.effects",
            pen.row("works.limit", told[dossier.redundancies]),
            (Cell(_under("works.parts", "§ 111 BetrVG", dossier, pen)), pen.cell(yes_no[essential])),
            pen.row("works.training", None),
            pen.row("works.health", None),
        ),
    )


def _count(people: float, pen: Pen) -> str:
    text = f"{people:.1f}".removesuffix(".0")
    return text if pen.language == "en" else text.replace(".", ",")


def _data(dossier: Dossier, pen: Pen) -> tuple[Block, ...]:
    touched = [flow for flow in dossier.flows if _employee_data(flow, pen) != ""]
    if not touched:
        return (Paragraph(pen.say("works.no_data")),)
    columns = (
        *(pen.say(key) for key in ("flow", "works.kinds", "access")),
        _under("works.monitor", "§ 87(1) no. 6 BetrVG", dossier, pen),
        *(pen.say(key) for key in ("works.agreement", "works.within")),
    )
    rows = tuple(
        (
            Cell(flow.name),
            pen.cell(_employee_data(flow, pen)),
            *(
                pen.cell(pen.field(flow.assessment, key))
                for key in ("access", "tools_can_monitor", "works_agreement", "within_works_agreement")
            ),
        )
        for flow in touched
    )
    return (
        Table(pen.say("works.data.caption"), columns, rows),
        pen.answers(
            "works.open.caption",
            *(
                pen.row(key, None)
                for key in ("works.fields", "works.tools", "works.evaluations", "works.retention")
            ),
        ),
    )


def _employee_data(flow: DossierFlow, pen: Pen) -> str | None:
    """The kinds of data about own employees; an empty text when there are none, None when that is open."""
    found = flow.assessment.flow
    if found.categories is None:
        return None
    touched = found.categories & _OF_EMPLOYEES
    if found.authors_removed:
        touched -= {Data.SOURCE_CODE}
    names = {choice.value: choice.words[pen.language] for choice in question("categories").choices}
    return "; ".join(names[item] for item in sorted(touched))
