"""The worksheet of a transfer impact assessment, in the six steps of the European data-protection board."""

from __future__ import annotations

import csv
from pathlib import Path

import jiwar.law.morocco as moroccan_law
from jiwar.law.papers.blocks import Block, Cell, Heading, Paper, Paragraph, Table
from jiwar.law.papers.carrier import carried_by
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.papers.texts import Pen
from jiwar.law.verdict import Gate

_FACTS = {"MA": Path(moroccan_law.__path__[0]) / "practice.csv"}
"""Facts on law and practice by country, each with the side it speaks for and its source."""

_MEASURES = ("tia.m1", "tia.m2", "tia.m3", "tia.m4", "tia.m5")
_FORMAL = ("scc_annexes", "subprocessor_authorisation", "processing_contract", "authority_requests")


def impact_worksheet(dossier: Dossier, flow: DossierFlow, language: str = "en") -> Paper:
    """Return the worksheet for one flow; law and practice are judged by people, never by this paper."""
    pen = Pen(language)
    title = pen.say("tia.title")
    found = flow.assessment
    formal = tuple(duty for duty in found.duties if duty.name in _FORMAL)
    blocks: list[Block] = [
        *pen.head(title, flow),
        Heading(pen.say("tia.step1")),
        _transfer(dossier, flow, pen),
        Heading(pen.say("tia.step2")),
        pen.answers(pen.row("carried_by", carried_by(found, pen))),
        Heading(pen.say("tia.step3")),
        *_practice(flow, pen),
        Heading(pen.say("tia.step4")),
        Table(
            (pen.say("tia.measure"), pen.say("tia.taken")),
            tuple((Cell(pen.say(key)), pen.cell(None)) for key in _MEASURES),
        ),
        Heading(pen.say("tia.step5")),
        pen.duties(formal),
        Heading(pen.say("tia.step6")),
        pen.answers(pen.row("tia.when", None), pen.row("tia.result", pen.field(found, "tia"))),
        *pen.questions(found, Gate.PRIVACY_EU),
    ]
    return Paper("impact_worksheet", title, language, tuple(blocks))


def _transfer(dossier: Dossier, flow: DossierFlow, pen: Pen) -> Table:
    found = flow.assessment
    systematic = {None: None, True: pen.say("regular"), False: pen.say("single")}[found.flow.systematic]
    return pen.answers(
        pen.row("exporter", dossier.exporter),
        pen.row("importer", dossier.importer),
        pen.row("recipient_country", pen.country(found.flow.importer_country)),
        pen.row("relation", pen.field(found, "relation")),
        pen.row("roles", pen.field(found, "roles")),
        pen.row("purpose", flow.purpose),
        pen.row("categories", pen.field(found, "categories")),
        pen.row("access", pen.field(found, "access")),
        pen.row("frequency", systematic),
    )


def _practice(flow: DossierFlow, pen: Pen) -> tuple[Block, ...]:
    table = _FACTS.get(flow.assessment.flow.importer_country or "")
    if table is None:
        return (Paragraph(pen.say("tia.no_facts")), pen.answers(pen.row("tia.your_view", None)))
    columns = tuple(pen.say(key) for key in ("tia.fact", "tia.speaks", "tia.source", "tia.your_view"))
    with table.open(encoding="utf-8", newline="") as file:
        rows = tuple(
            (
                Cell(row[pen.language]),
                Cell(pen.say(f"tia.{row['speaks']}")),
                Cell(f"{row['source']} ({row['quality']})"),
                pen.cell(None),
            )
            for row in csv.DictReader(file)
        )
    return (Table(columns, rows),)
