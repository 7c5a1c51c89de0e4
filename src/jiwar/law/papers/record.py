"""The record of processing activities under Art. 30: of a controller, or of a processor for its controllers."""

from __future__ import annotations

from jiwar.law.flow import Roles
from jiwar.law.papers.blocks import Block, Cell, Paper, Paragraph, Part
from jiwar.law.papers.carrier import carried_by
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.papers.parties import exporter_processes_for_others, importer_role, names_nobody
from jiwar.law.papers.texts import Pen
from jiwar.law.verdict import Gate


def record_of_processing(dossier: Dossier, language: str = "en") -> Paper:
    """Return the record of processing for all flows of a dossier, one part a flow."""
    pen = Pen(language)
    parts = [Part(flow.name, _entry(dossier, flow, pen)) for flow in dossier.flows]
    return pen.paper("record", dossier, parts)


def _entry(dossier: Dossier, flow: DossierFlow, pen: Pen) -> tuple[Block, ...]:
    found = flow.assessment
    if names_nobody(found.flow):
        return Paragraph(pen.say("record.nobody")), *pen.duties(
            "record.proof", found.gates[Gate.PRIVACY_EU].duties
        )
    processor = exporter_processes_for_others(found.flow)
    rows = _of_processor(dossier, flow, pen) if processor else _of_controller(dossier, flow, pen)
    caption = "record.as_processor" if processor else "record.as_controller"
    return (
        *pen.verdicts((flow,), Gate.PRIVACY_EU),
        pen.answers(caption, *rows),
        *pen.questions((flow,), Gate.PRIVACY_EU),
    )


def _of_controller(dossier: Dossier, flow: DossierFlow, pen: Pen) -> tuple[tuple[Cell, ...], ...]:
    found = flow.assessment
    joint = found.flow.roles is Roles.JOINT_CONTROLLERS
    return (
        pen.cited_row("record.controller", "Art. 30(1)(a)", dossier.exporter),
        pen.cited_row("address", "Art. 30(1)(a)", dossier.exporter_contact),
        *((pen.cited_row("record.joint", "Art. 30(1)(a)", dossier.importer),) if joint else ()),
        pen.cited_row("record.dpo", "Art. 30(1)(a)", dossier.data_protection_officer),
        pen.cited_row("record.purpose", "Art. 30(1)(b)", flow.purpose),
        pen.cited_row("record.persons", "Art. 30(1)(c)", pen.persons(flow)),
        pen.cited_row("record.categories", "Art. 30(1)(c)", pen.field(found, "categories")),
        pen.cited_row("record.recipient", "Art. 30(1)(d)", dossier.importer),
        pen.cited_row("record.recipient_kind", "Art. 30(1)(d)", _recipient(dossier, flow, pen)),
        pen.cited_row("recipient_country", "Art. 30(1)(e)", pen.country(found.flow.importer_country)),
        pen.cited_row("record.carried_by", "Art. 30(1)(e)", carried_by(found, pen)),
        pen.cited_row("record.retention", "Art. 30(1)(f)", flow.retention),
        pen.cited_row("record.measures", "Art. 30(1)(g)", flow.measures),
    )


def _of_processor(dossier: Dossier, flow: DossierFlow, pen: Pen) -> tuple[tuple[Cell, ...], ...]:
    found = flow.assessment
    return (
        pen.cited_row("record.processor", "Art. 30(2)(a)", dossier.exporter),
        pen.cited_row("address", "Art. 30(2)(a)", dossier.exporter_contact),
        pen.cited_row("record.on_behalf", "Art. 30(2)(a)", dossier.controllers),
        pen.cited_row("record.dpo", "Art. 30(2)(a)", dossier.data_protection_officer),
        pen.cited_row("record.processing", "Art. 30(2)(b)", flow.purpose),
        pen.cited_row("record.categories", "Art. 30(2)(b)", pen.field(found, "categories")),
        pen.cited_row("record.further", "Art. 28(2), (4)", dossier.importer),
        pen.cited_row("record.recipient_kind", "Art. 28(2), (4)", _recipient(dossier, flow, pen)),
        pen.cited_row("recipient_country", "Art. 30(2)(c)", pen.country(found.flow.importer_country)),
        pen.cited_row("record.carried_by", "Art. 30(2)(c)", carried_by(found, pen)),
        pen.cited_row("record.measures", "Art. 30(2)(d)", flow.measures),
    )


def _recipient(dossier: Dossier, flow: DossierFlow, pen: Pen) -> str | None:
    return "; ".join(filter(None, (pen.place(dossier), importer_role(flow.assessment.flow, pen)))) or None
