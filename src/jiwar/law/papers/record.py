"""The record of processing under Art. 30, one table a flow."""

from __future__ import annotations

from jiwar.law.flow import Roles
from jiwar.law.papers.blocks import Block, Heading, Paper
from jiwar.law.papers.carrier import carried_by
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.papers.texts import Pen

_PROCESSORS = {Roles.PROCESSOR_TO_SUBPROCESSOR, Roles.PROCESSOR_TO_CONTROLLER}


def record_of_processing(dossier: Dossier, language: str = "en") -> Paper:
    """Return the record of processing for all flows of a dossier."""
    pen = Pen(language)
    title = pen.say("record.title")
    blocks: list[Block] = []
    for flow in dossier.flows:
        opening = pen.head(title, flow)
        blocks.extend(opening[2:] if blocks else opening)
        blocks.extend((Heading(flow.name), _entry(dossier, flow, pen)))
    return Paper("record_of_processing", title, language, tuple(blocks))


def _entry(dossier: Dossier, flow: DossierFlow, pen: Pen) -> Block:
    found = flow.assessment
    rows = [
        pen.row("exporter", dossier.exporter),
        pen.row("contact", dossier.exporter_contact),
        pen.row("dpo", dossier.data_protection_officer),
        pen.row("purpose", flow.purpose),
        pen.row("categories", pen.field(found, "categories")),
        pen.row("persons", flow.persons),
        pen.row("importer", dossier.importer),
        pen.row("recipient_country", pen.country(found.flow.importer_country)),
        pen.row("roles", pen.field(found, "roles")),
        pen.row("carried_by", carried_by(found, pen)),
        pen.row("retention", flow.retention),
        pen.row("measures", flow.measures),
    ]
    if found.flow.roles in _PROCESSORS:
        rows.insert(3, pen.row("on_behalf", dossier.controllers))
    return pen.answers(*rows)
