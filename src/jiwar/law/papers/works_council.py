"""The information sheet for the works council: what is planned, which data are touched, what law asks for."""

from __future__ import annotations

from jiwar.law.flow import Data
from jiwar.law.papers.blocks import Heading, Paper, Paragraph
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


def works_council_sheet(dossier: Dossier, flow: DossierFlow, language: str = "en") -> Paper:
    """Return the sheet for one flow."""
    pen = Pen(language)
    title = pen.say("works.title")
    found = flow.assessment
    country = pen.country(found.flow.importer_country) or pen.say("open")
    blocks = (
        *pen.head(title, flow),
        Paragraph(pen.say("works.intro", country=country)),
        pen.answers(
            pen.row("exporter", dossier.exporter),
            pen.row("importer", dossier.importer),
            pen.row("purpose", flow.purpose),
            pen.row("access", pen.field(found, "access")),
            pen.row("works.data", _employee_data(flow, pen)),
            pen.row("works.fields", None),
            pen.row("works.tools", None),
            pen.row("works.monitor", pen.field(found, "tools_can_monitor")),
            pen.row("works.agreement", pen.field(found, "works_agreement")),
            pen.row("works.within", pen.field(found, "within_works_agreement")),
            pen.row("works.evaluations", None),
            pen.row("works.parts", pen.field(found, "essential_parts_move")),
            pen.row("works.people", None),
        ),
        Heading(pen.say("works.asked")),
        pen.duties(tuple(duty for duty in found.duties if duty.name in _DUTIES)),
        *pen.questions(found, Gate.LABOUR_TRAVEL),
    )
    return Paper("works_council_sheet", title, language, blocks)


def _employee_data(flow: DossierFlow, pen: Pen) -> str | None:
    found = flow.assessment.flow
    if found.categories is None:
        return None
    touched = found.categories & {Data.EMPLOYEE, Data.SOURCE_CODE, Data.BUSINESS_CONTACT}
    if found.authors_removed:
        touched -= {Data.SOURCE_CODE}
    names = {choice.value: choice.words[pen.language] for choice in question("categories").choices}
    return "; ".join(names[item] for item in sorted(touched)) or pen.say("works.none")
