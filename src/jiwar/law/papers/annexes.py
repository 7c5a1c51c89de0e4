"""Annexes I to III of the standard contractual clauses, filled as far as the flow is known."""

from __future__ import annotations

from jiwar.law.eu.gdpr.safeguards import MODULE_FOR
from jiwar.law.flow import Data
from jiwar.law.papers.blocks import Heading, Paper, Paragraph, Table
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.papers.texts import Pen

_SENSITIVE = (Data.SPECIAL_CATEGORY, Data.HEALTH, Data.CRIMINAL)


def clause_annexes(dossier: Dossier, flow: DossierFlow, language: str = "en") -> Paper:
    """Return the annexes for one flow; signatures and everything not known stay open."""
    pen = Pen(language)
    title = pen.say("scc.title")
    roles = flow.assessment.flow.roles
    module = pen.say("open") if roles is None else str(MODULE_FOR[roles])
    blocks = (
        *pen.head(title, flow),
        Paragraph(pen.say("scc.module", module=module)),
        Heading(pen.say("scc.1a")),
        pen.answers(
            pen.row("exporter", dossier.exporter),
            pen.row("contact", dossier.exporter_contact),
            pen.row("dpo", dossier.data_protection_officer),
            pen.row("importer", dossier.importer),
            pen.row("contact", dossier.importer_contact),
            pen.row("roles", pen.field(flow.assessment, "roles")),
            pen.row("scc.signature", None),
        ),
        Heading(pen.say("scc.1b")),
        _description(flow, pen),
        Heading(pen.say("scc.1c")),
        pen.answers(pen.row("scc.authority", None)),
        Heading(pen.say("scc.2")),
        pen.answers(
            pen.row("measures", flow.measures),
            *(pen.row(f"scc.m{number}", None) for number in range(1, 7)),
        ),
        Heading(pen.say("scc.3")),
        pen.answers(pen.row("scc.subprocessors", _further(flow, pen))),
    )
    return Paper("clause_annexes", title, language, blocks)


def _description(flow: DossierFlow, pen: Pen) -> Table:
    found = flow.assessment.flow
    sensitive = None if found.categories is None or found.holds(*_SENSITIVE) else pen.say("scc.none")
    systematic = {None: None, True: pen.say("regular"), False: pen.say("single")}[found.systematic]
    return pen.answers(
        pen.row("persons", flow.persons),
        pen.row("categories", pen.field(flow.assessment, "categories")),
        pen.row("scc.sensitive", sensitive),
        pen.row("frequency", systematic),
        pen.row("access", pen.field(flow.assessment, "access")),
        pen.row("purpose", flow.purpose),
        pen.row("retention", flow.retention),
    )


def _further(flow: DossierFlow, pen: Pen) -> str | None:
    countries = flow.assessment.flow.onward_countries
    if countries is None:
        return None
    return ", ".join(pen.country(code) or code for code in sorted(countries)) or pen.say("scc.none")
