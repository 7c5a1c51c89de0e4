"""The filings that Moroccan law asks for, in the order in which they can be made, with articles and clocks."""

from __future__ import annotations

from jiwar.law.finding import Duty
from jiwar.law.papers.blocks import Block, Cell, Heading, Paper, Paragraph, Table
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.papers.texts import Pen
from jiwar.law.verdict import Gate

ORDER = (
    "moroccan_representative",
    "cndp_declaration",
    "cndp_authorisation",
    "cndp_transfer_request",
    "encryption_declaration",
    "moroccan_export_licence",
    "cndp_changes",
)
"""The order of the filings: F118 is granted only once the processing itself is declared or authorised."""

_COLUMNS = (
    "filings.no",
    "filings.what",
    "filings.law",
    "filings.clock",
    "filings.owner",
    "due",
    "filings.state",
)
_CONTENTS = (
    "filings.file",
    "persons",
    "filings.number",
    "filings.mode",
    "frequency",
    "filings.first_transfer",
)


def moroccan_filings(dossier: Dossier, flow: DossierFlow, language: str = "en") -> Paper:
    """Return the filings for one flow, in order, with what the forms ask for."""
    pen = Pen(language)
    title = pen.say("filings.title")
    by_name = {duty.name: duty for duty in flow.assessment.duties}
    due = [by_name[name] for name in ORDER if name in by_name]
    blocks: tuple[Block, ...] = (*pen.head(title, flow), *_listed(due, pen))
    if due:
        blocks += (Heading(pen.say("filings.contents")), _contents(dossier, flow, pen))
    return Paper(
        "moroccan_filings",
        title,
        language,
        (*blocks, *pen.questions(flow.assessment, Gate.PRIVACY_LOCAL, Gate.EXPORT_CONTROL)),
    )


def _listed(due: list[Duty], pen: Pen) -> tuple[Block, ...]:
    if not due:
        return (Paragraph(pen.say("filings.none")),)
    rows = tuple(_row(number, duty, pen) for number, duty in enumerate(due, 1))
    return (Table(tuple(pen.say(key) for key in _COLUMNS), rows),)


def _row(number: int, duty: Duty, pen: Pen) -> tuple[Cell, ...]:
    return (
        Cell(str(number)),
        Cell(duty.text[pen.language]),
        Cell("; ".join(str(citation) for citation in duty.citations)),
        Cell(_clock(duty, pen)),
        Cell(duty.owner.words[pen.language]),
        Cell(duty.due.words[pen.language]),
        Cell(pen.say(f"state.{duty.state.value}"), open=duty.state.value != "done"),
    )


def _clock(duty: Duty, pen: Pen) -> str:
    if duty.lead_months is None:
        return pen.say("filings.unpublished")
    if duty.lead_months == 0:
        return pen.say("filings.at_once")
    months = f"{duty.lead_months:.1f}"
    return pen.say("filings.months", months=months if pen.language == "en" else months.replace(".", ","))


def _contents(dossier: Dossier, flow: DossierFlow, pen: Pen) -> Table:
    found = flow.assessment
    known = {"persons": flow.persons, "filings.mode": pen.field(found, "access")}
    known["frequency"] = {None: None, True: pen.say("regular"), False: pen.say("single")}[
        found.flow.systematic
    ]
    return pen.answers(
        pen.row("exporter", dossier.exporter),
        pen.row("importer", dossier.importer),
        pen.row("categories", pen.field(found, "categories")),
        pen.row("purpose", flow.purpose),
        *(pen.row(key, known.get(key)) for key in _CONTENTS),
    )
