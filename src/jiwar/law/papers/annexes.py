"""Annexes I to III of the standard contractual clauses (EU) 2021/914: one set for all flows of one module."""

from __future__ import annotations

from jiwar.law.eu.gdpr.safeguards import MODULE_FOR
from jiwar.law.flow import Data, Instrument
from jiwar.law.papers.blocks import Block, Cell, Heading, Paper, Paragraph, Part, Table
from jiwar.law.papers.carrier import why_no_instrument
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.papers.parties import exporter_role, importer_role
from jiwar.law.papers.texts import Pen
from jiwar.law.papers.worksheet import further_countries
from jiwar.law.verdict import Gate

_SENSITIVE = (Data.SPECIAL_CATEGORY, Data.HEALTH, Data.CRIMINAL)
_MEASURES = tuple(f"scc.m{number}" for number in range(1, 18))
_WITH_SUBPROCESSORS = (2, 3)
"""The modules whose importer is a processor, so that annex III can be needed (clause 9)."""

Flows = tuple[DossierFlow, ...]


def clause_annexes(dossier: Dossier, language: str = "en") -> Paper:
    """Return the annexes, one set for each module; signatures and everything not known stay open."""
    pen = Pen(language)
    sets: dict[int | None, Flows] = {}
    needless: list[tuple[Cell, ...]] = []
    for flow in dossier.flows:
        without = _why_needless(flow, pen)
        if without is None:
            module = _module_of(flow)
            sets[module] = (*sets.get(module, ()), flow)
        else:
            needless.append((Cell(flow.name), Cell(without)))
    parts = [
        Part(_title(module, pen), _set(dossier, sets[module], module, pen))
        for module in sorted(sets, key=str)
    ]
    if needless:
        columns = (pen.say("flow"), pen.say("scc.why"))
        table = Table(pen.say("scc.needless.caption"), columns, tuple(needless))
        parts.append(Part(pen.say("scc.needless"), (table,)))
    return pen.paper("scc", dossier, parts)


def _why_needless(flow: DossierFlow, pen: Pen) -> str | None:
    without = why_no_instrument(flow.assessment, pen)
    if without is None and flow.assessment.flow.instrument not in {Instrument.SCC, Instrument.NONE, None}:
        return pen.field(flow.assessment, "instrument")
    return without


def _module_of(flow: DossierFlow) -> int | None:
    roles = flow.assessment.flow.roles
    return None if roles is None else MODULE_FOR[roles]


def _title(module: int | None, pen: Pen) -> str:
    return pen.say("scc.module", module=pen.say("open") if module is None else pen.say(f"scc.module{module}"))


def _set(dossier: Dossier, flows: Flows, module: int | None, pen: Pen) -> tuple[Block, ...]:
    measures = "; ".join(dict.fromkeys(flow.measures for flow in flows if flow.measures))
    described = (pen.row("scc.described", measures),) if measures else ()
    return (
        *pen.verdicts(flows, Gate.PRIVACY_EU),
        Heading(pen.say("scc.1a")),
        _exporter(dossier, flows, pen),
        _importer(dossier, flows, pen),
        Heading(pen.say("scc.1b")),
        *(_description(flow, pen) for flow in flows),
        Heading(pen.say("scc.1c")),
        pen.answers("scc.1c.caption", pen.row("scc.authority", None)),
        Heading(pen.say("scc.2")),
        pen.answers("scc.2.caption", *described, *(pen.row(key, None) for key in _MEASURES)),
        Heading(pen.say("scc.3")),
        *_subprocessors(flows, module, pen),
    )


def _activities(flows: Flows) -> str:
    return "; ".join(dict.fromkeys(flow.purpose for flow in flows if flow.purpose))


def _exporter(dossier: Dossier, flows: Flows, pen: Pen) -> Table:
    return pen.answers(
        "scc.exporter",
        pen.row("name", dossier.exporter),
        pen.row("scc.address", None),
        pen.row("scc.contact", dossier.exporter_contact),
        pen.row("scc.dpo", dossier.data_protection_officer),
        pen.row("scc.activities", _activities(flows)),
        pen.row("scc.role", exporter_role(flows[0].assessment.flow, pen)),
        pen.row("scc.signature", None),
    )


def _importer(dossier: Dossier, flows: Flows, pen: Pen) -> Table:
    return pen.answers(
        "scc.importer",
        pen.row("name", dossier.importer),
        pen.row("place", pen.place(dossier)),
        pen.row("scc.address", None),
        pen.row("scc.contact", dossier.importer_contact),
        pen.row("scc.activities", _activities(flows)),
        pen.row("scc.role", importer_role(flows[0].assessment.flow, pen)),
        pen.row("scc.signature", None),
    )


def _description(flow: DossierFlow, pen: Pen) -> Table:
    found = flow.assessment.flow
    harmless = found.categories is not None and not found.holds(*_SENSITIVE)
    table = pen.answers(
        "scc.1b.caption",
        pen.row("scc.persons", pen.persons(flow)),
        pen.row("scc.categories", pen.field(flow.assessment, "categories")),
        pen.row("scc.sensitive", pen.say("scc.none") if harmless else None),
        pen.row("scc.frequency", pen.frequency(found)),
        pen.row("scc.nature", pen.field(flow.assessment, "access")),
        pen.row("scc.purpose", flow.purpose),
        pen.row("scc.retention", flow.retention),
        pen.row("scc.to_processors", None),
    )
    return Table(flow.name, table.columns, table.rows)


def _subprocessors(flows: Flows, module: int | None, pen: Pen) -> tuple[Block, ...]:
    if module is not None and module not in _WITH_SUBPROCESSORS:
        return (Paragraph(pen.say("scc.3.needless")),)
    countries = "; ".join(dict.fromkeys(filter(None, (further_countries(flow, pen) for flow in flows))))
    return (
        Paragraph(pen.say("scc.3.when"), remark=True),
        pen.answers(
            "scc.3.caption",
            pen.row("scc.subprocessors", None),
            pen.row("scc.subcountries", countries),
            pen.row("scc.subtask", None),
        ),
    )
