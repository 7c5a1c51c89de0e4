"""The worksheet of a transfer impact assessment, in the six steps of the European Data Protection Board."""

from __future__ import annotations

import csv
from pathlib import Path

import jiwar.law.morocco as moroccan_law
from jiwar.law.citation import Quality
from jiwar.law.citing import cited_in
from jiwar.law.eu.gdpr.safeguards import MODULE_FOR
from jiwar.law.flow import Access, Data, Instrument
from jiwar.law.papers.blocks import Block, Cell, Paper, Paragraph, Part, Table
from jiwar.law.papers.carrier import carried_by, why_no_instrument
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.papers.parties import exporter_role, importer_role
from jiwar.law.papers.texts import Pen
from jiwar.law.verdict import Gate

_FACTS = {"MA": Path(moroccan_law.__path__[0]) / "practice.csv"}
"""Facts on law and practice by country, each with the side it speaks for and its source."""

_MEASURES = ("tia.m1", "tia.m2", "tia.m3", "tia.m4", "tia.m5", "tia.m6")
_FORMAL = ("scc_annexes", "subprocessor_authorisation", "processing_contract", "authority_requests")

Flows = tuple[DossierFlow, ...]


def impact_worksheet(dossier: Dossier, language: str = "en") -> Paper:
    """Return the worksheet for one importer; law and practice are judged by people, never by this paper."""
    pen = Pen(language)
    needed = tuple(flow for flow in dossier.flows if why_needless(flow, pen) is None)
    parts = [Part(pen.say("tia.overview"), _overview(dossier, pen))]
    if needed:
        parts += [
            Part(pen.say("tia.step1"), tuple(_transfer(dossier, flow, pen) for flow in needed)),
            Part(pen.say("tia.step2"), (_tools(needed, pen),)),
            Part(pen.say("tia.step3"), (*_practice(dossier, needed, pen), _conclusions(needed, pen))),
            Part(pen.say("tia.step4"), (_measures(needed, pen),)),
            Part(pen.say("tia.step5"), _formal(needed, pen)),
            Part(pen.say("tia.step6"), (_outcome(needed, pen),)),
        ]
        asked = pen.questions(needed, Gate.PRIVACY_EU)
        parts += [Part(pen.say("questions"), asked)] if asked else []
    return pen.paper("tia", dossier, parts)


def why_needless(flow: DossierFlow, pen: Pen) -> str | None:
    """Return why a flow needs no assessment; None when it needs one, or when that is not known yet."""
    without = why_no_instrument(flow.assessment, pen)
    if without is None and flow.assessment.flow.instrument is Instrument.ART49:
        return pen.field(flow.assessment, "instrument")
    return without


def further_countries(flow: DossierFlow, pen: Pen) -> str | None:
    """Return the countries to which data go on, or that none is named; None when nobody was asked."""
    countries = flow.assessment.flow.onward_countries
    if countries is None:
        return None
    return ", ".join(pen.country(code) or code for code in sorted(countries)) or pen.say("scc.none")


def _overview(dossier: Dossier, pen: Pen) -> tuple[Block, ...]:
    """What needs an assessment, what does not and why, and what the rules say today."""
    rows = []
    for flow in dossier.flows:
        without = why_needless(flow, pen)
        verdict = flow.assessment.gates[Gate.PRIVACY_EU].verdict.words[pen.language]
        needed = pen.say("tia.needed") if without is None else pen.say("tia.needless", why=without)
        rows.append((Cell(flow.name), Cell(needed), Cell(verdict)))
    columns = tuple(pen.say(key) for key in ("flow", "tia.is_needed", "tia.verdict"))
    told = pen.verdicts(dossier.flows, Gate.PRIVACY_EU)
    return Table(pen.say("tia.overview.caption"), columns, tuple(rows)), *told


def _transfer(dossier: Dossier, flow: DossierFlow, pen: Pen) -> Table:
    found = flow.assessment
    stays = found.flow.access in {Access.SCREEN_ONLY, Access.REMOTE_EDIT}
    table = pen.answers(
        "tia.transfer",
        pen.row("exporter", dossier.exporter),
        pen.row("tia.exporter_role", exporter_role(found.flow, pen)),
        pen.row("importer", dossier.importer),
        pen.row("tia.importer_role", importer_role(found.flow, pen)),
        pen.row("place", pen.place(dossier) or pen.country(found.flow.importer_country)),
        pen.row("relation", pen.field(found, "relation")),
        pen.row("purpose", flow.purpose),
        pen.row("persons", pen.persons(flow)),
        pen.row("categories", pen.field(found, "categories")),
        pen.row("access", pen.field(found, "access")),
        pen.row("clear_text", pen.field(found, "clear_text")),
        pen.row("frequency", pen.frequency(found.flow)),
        pen.row("tia.chain", None),
        pen.row("tia.channels", None),
        pen.row("tia.storage", pen.say("tia.stored_in_eu") if stays else None),
        pen.row("tia.onward", further_countries(flow, pen)),
    )
    return Table(flow.name, table.columns, table.rows)


def _tools(flows: Flows, pen: Pen) -> Table:
    columns = tuple(pen.say(key) for key in ("flow", "tia.carried_by", "tia.module_fits"))
    rows = tuple(
        (Cell(flow.name), pen.cell(carried_by(flow.assessment, pen)), pen.cell(_module_fits(flow, pen)))
        for flow in flows
    )
    return Table(pen.say("tia.tool"), columns, rows)


def _module_fits(flow: DossierFlow, pen: Pen) -> str | None:
    found = flow.assessment.flow
    if found.instrument is not None and found.instrument is not Instrument.SCC:
        return pen.say("not_applicable")
    if found.roles is None or found.scc_module is None:
        return None
    return pen.say("yes" if found.scc_module == MODULE_FOR[found.roles] else "no")


def _practice(dossier: Dossier, flows: Flows, pen: Pen) -> tuple[Block, ...]:
    table = _FACTS.get(dossier.country or flows[0].assessment.flow.importer_country or "")
    if table is None:
        return (Paragraph(pen.say("tia.no_facts")),)
    columns = tuple(pen.say(key) for key in ("tia.fact", "tia.speaks", "tia.source", "tia.your_view"))
    with table.open(encoding="utf-8", newline="") as file:
        rows = tuple(
            (
                Cell(row[pen.language]),
                Cell(pen.say(f"tia.{row['speaks']}")),
                Cell(_sourced(row["source"], Quality(row["quality"]), pen)),
                pen.cell(None),
            )
            for row in csv.DictReader(file)
        )
    return (Table(pen.say("tia.practice"), columns, rows),)


def _sourced(source: str, quality: Quality, pen: Pen) -> str:
    named = source if source.startswith("https://") else cited_in(source, pen.language)
    return f"{named} ({quality.words[pen.language]})"


def _conclusions(flows: Flows, pen: Pen) -> Table:
    columns = tuple(pen.say(key) for key in ("flow", "tia.helped", "tia.effective", "tia.why"))
    rows = tuple((Cell(flow.name), pen.cell(None), pen.cell(None), pen.cell(None)) for flow in flows)
    return Table(pen.say("tia.conclusion"), columns, rows)


def _measures(flows: Flows, pen: Pen) -> Table:
    """Each measure with the flows for which the case already says that it is taken."""
    taken = {
        "tia.m1": [flow.name for flow in flows if flow.assessment.flow.holds(Data.PSEUDONYMISED)],
        "tia.m2": [flow.name for flow in flows if flow.assessment.flow.access is Access.SCREEN_ONLY],
    }
    columns = tuple(pen.say(key) for key in ("tia.measure", "tia.kind", "tia.taken"))
    rows = tuple(
        (Cell(pen.say(key)), Cell(pen.say(f"{key}.kind")), pen.cell("; ".join(taken.get(key, ()))))
        for key in _MEASURES
    )
    return Table(pen.say("tia.measures"), columns, rows)


def _formal(flows: Flows, pen: Pen) -> tuple[Block, ...]:
    duties = pen.joined(flows, _FORMAL)
    return pen.duties("tia.formal", duties) or (Paragraph(pen.say("tia.no_formal")),)


def _outcome(flows: Flows, pen: Pen) -> Table:
    columns = tuple(pen.say(key) for key in ("flow", "tia.result", "tia.when", "tia.signed"))
    rows = tuple(
        (Cell(flow.name), pen.cell(pen.field(flow.assessment, "tia")), pen.cell(None), pen.cell(None))
        for flow in flows
    )
    return Table(pen.say("tia.outcome"), columns, rows)
