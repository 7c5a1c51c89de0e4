"""The filings that the law at the place of work asks for, in the order in which they can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jiwar.law.citing import cited_in
from jiwar.law.finding import Duty
from jiwar.law.papers.blocks import Block, Cell, Paper, Paragraph, Part, Table
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.papers.parties import exporter_processes_for_others, names_nobody
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
    "inpdp_declaration",
    "inpdp_transfer_authorisation",
    "egyptian_licence",
    "turkish_standard_contract",
    "vietnamese_dossier",
)
"""The order of the filings: F118 is granted only once the processing itself is declared or authorised."""

_DECLARED = frozenset({"cndp_declaration", "cndp_authorisation"})
_TRANSFERRED = frozenset({"cndp_transfer_request"})


def local_filings(dossier: Dossier, language: str = "en") -> Paper:
    """Return the filings for all flows of a dossier in order, and what the forms ask for, flow by flow."""
    pen = Pen(language)
    due = _due(dossier.flows)
    told = pen.verdicts(dossier.flows, Gate.PRIVACY_LOCAL)
    parts = [Part(pen.say("filings.list"), (*told, *_listed(due, dossier, pen)))]
    for flow in dossier.flows:
        contents = tuple(_contents(dossier, flow, pen))
        if contents:
            parts.append(Part(pen.say("filings.for", flow=flow.name), contents))
    asked = pen.questions(dossier.flows, Gate.PRIVACY_LOCAL, Gate.EXPORT_CONTROL)
    if asked:
        parts.append(Part(pen.say("questions"), asked))
    return pen.paper("filings", dossier, parts)


def _due(flows: Iterable[DossierFlow]) -> list[tuple[Duty, list[str]]]:
    """One entry per filing, with the worst of its states and the flows that call for it."""
    found: dict[str, tuple[Duty, list[str]]] = {}
    for flow in flows:
        for duty in flow.assessment.duties:
            known, names = found.get(duty.name, (duty, []))
            found[duty.name] = known.joined(duty), [*names, flow.name]
    return [found[name] for name in ORDER if name in found]


def _listed(due: list[tuple[Duty, list[str]]], dossier: Dossier, pen: Pen) -> tuple[Block, ...]:
    if not due:
        return (Paragraph(pen.say("filings.none")),)
    columns = ("what", "form", "clock", "by", "due", "flows", "state", "law")
    rows = tuple(_row(number, duty, names, dossier, pen) for number, (duty, names) in enumerate(due, 1))
    heads = tuple(pen.say(f"filings.{column}") for column in columns)
    fees = pen.say("filings.fees") if any("cndp" in duty.name for duty, _ in due) else ""
    remark = Paragraph(f"{pen.say('filings.remark')} {fees}".strip(), remark=True)
    return Table(pen.say("filings.caption"), heads, rows), remark


def _row(number: int, duty: Duty, names: list[str], dossier: Dossier, pen: Pen) -> tuple[Cell, ...]:
    personal = {flow.name for flow in dossier.flows if not names_nobody(flow.assessment.flow)}
    everything = personal <= set(names)
    return (
        Cell(f"{number}. {duty.text[pen.language]}"),
        Cell(
            pen.say(f"form_of.{duty.name}")
            if pen.knows(f"form_of.{duty.name}")
            else pen.say("form_of.unknown")
        ),
        Cell(_clock(duty, pen)),
        Cell(duty.owner.words[pen.language]),
        Cell(duty.due.words[pen.language]),
        Cell(pen.say("filings.all") if everything else "; ".join(names)),
        pen.state(duty),
        Cell(pen.cite(duty.citations)),
    )


def _clock(duty: Duty, pen: Pen) -> str:
    """The clock as the statute writes it; else the months that were published, or that nobody published any."""
    if pen.knows(f"clock.{duty.name}"):
        return pen.say(f"clock.{duty.name}")
    if duty.lead_months is None:
        return pen.say("clock.unpublished")
    if duty.lead_months == 0:
        return pen.say("clock.none")
    months = f"{duty.lead_months:.1f}"
    return pen.say("clock.months", months=months if pen.language == "en" else months.replace(".", ","))


def _contents(dossier: Dossier, flow: DossierFlow, pen: Pen) -> Iterator[Table]:
    names = {duty.name for duty in flow.assessment.duties}
    if names & _DECLARED:
        yield _declaration(dossier, flow, pen)
    if names & _TRANSFERRED:
        yield _transfer(dossier, flow, pen)


def _declaration(dossier: Dossier, flow: DossierFlow, pen: Pen) -> Table:
    found = flow.assessment
    controller = dossier.controllers if exporter_processes_for_others(found.flow) else dossier.exporter
    rows = (
        ("filings.d_controller", controller),
        ("filings.d_purpose", flow.purpose),
        ("filings.c_categories", pen.field(found, "categories")),
        ("filings.c_persons", pen.persons(flow)),
        ("filings.d_transfers", None),
        ("filings.d_subcontracting", None),
    )
    return _answered("filings.declared", "Art. 13-15 Law 09-08 (Morocco)", rows, pen)


def _transfer(dossier: Dossier, flow: DossierFlow, pen: Pen) -> Table:
    """What leaves Morocco is sent by the side that sits there."""
    found = flow.assessment
    there, here = dossier.importer, dossier.exporter
    sender, recipient = (here, there) if found.flow.exporter_country == "MA" else (there, here)
    rows = (
        ("filings.c_exporter", sender),
        ("filings.c_importer", recipient),
        ("filings.c_file", None),
        ("filings.c_categories", pen.field(found, "categories")),
        ("filings.c_persons", pen.persons(flow)),
        ("filings.c_number", None),
        ("filings.c_purpose", flow.purpose),
        ("filings.c_mode", pen.field(found, "access")),
        ("filings.c_frequency", pen.frequency(found.flow)),
        ("filings.c_first", pen.day(dossier.start) if dossier.start else None),
    )
    return _answered("filings.contents", "Art. 46 Decree 2-09-165 (Morocco)", rows, pen)


def _answered(caption: str, article: str, rows: tuple[tuple[str, str | None], ...], pen: Pen) -> Table:
    return Table(
        pen.say(caption, article=cited_in(article, pen.language)),
        (pen.say("item"), pen.say("answer")),
        tuple(pen.row(key, text) for key, text in rows),
    )
