"""From the outlook and its answers to a paper in one language, and its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jiwar.facts import Facts
from jiwar.outlook import PARAMETERS, Outlook
from jiwar.outlook.answers import Answers
from jiwar.provenance import OriginKind
from jiwar.report.blocks import Document, Section, numbers_in
from jiwar.report.ground import Ground, SourceEntry, Statement
from jiwar.report.ground_of_plan import fact_entry
from jiwar.report.json_form import to_json
from jiwar.report.outlook.material import Material
from jiwar.report.outlook.methods import METHODS
from jiwar.report.outlook.sections.claims import claims
from jiwar.report.outlook.sections.future import future
from jiwar.report.outlook.sections.ground import method, record, sources
from jiwar.report.outlook.sections.levers import levers
from jiwar.report.outlook.sections.limits import limits, mix
from jiwar.report.outlook.sections.peers import peers
from jiwar.report.outlook.sections.people import companies, people
from jiwar.report.outlook.sections.state import state
from jiwar.report.outlook.sections.summary import summary
from jiwar.report.outlook.sections.taking import taking
from jiwar.report.outlook.sections.targets import targets
from jiwar.report.outlook.sections.trade import trade
from jiwar.report.outlook.workbook import outlook_xlsx
from jiwar.report.paper import Paper
from jiwar.report.texts import Texts, texts_for, words
from jiwar.report.traces import traces

SECTIONS: tuple[Callable[[Material, Texts], Section | None], ...] = (
    *(summary, targets, future, limits, people, mix, levers, taking, state, trade, peers, companies, claims),
)
"""The sections before the appendix, in the order of the paper."""


@dataclass(frozen=True)
class OutlookPaper(Paper):
    """The paper of one outlook, with the answers that it tells."""

    answers: Answers

    @property
    def formats(self) -> Mapping[str, Callable[[], bytes]]:
        """Those of every paper, a workbook of its tables, and JSON."""
        return {
            **super().formats,
            ".xlsx": lambda: outlook_xlsx(self.document, self.texts),
            ".json": lambda: to_json(self.document, self.answers).encode(),
        }


def render_outlook(outlook: Outlook, answers: Answers, facts: Facts, *, language: str = "en") -> OutlookPaper:
    """Tell an outlook in one language.

    Raises
    ------
    JiwarError
        R002 for a language without texts, R004 when a number has no ground.
    """
    texts = texts_for(language)
    material = Material(outlook, answers, facts)
    asked = (section(material, texts) for section in SECTIONS)
    told = tuple(section for section in asked if section is not None)
    ground = _ground(told, facts, texts)
    found = traces(told, ground, texts)
    shown = Ground(facts=ground.facts, sources=ground.sources)
    appendix = (method(texts), sources(shown, texts), found.section, record(material, texts))
    document = Document(
        title=texts("Offshoring and digital services in Morocco to {year}", year=str(outlook.until)),
        subtitle=texts("Outlook: what the sector can become, and which lever moves it"),
        language=texts.language.value,
        facts_line=words(_line(material, texts)),
        sections=(*told, *appendix),
        anchors=found.anchors,
        labels=found.labels,
        day=facts.as_of,
    )
    return OutlookPaper(document, texts, answers)


def _line(material: Material, texts: Texts) -> str:
    scenario = material.outlook.scenario
    name = texts("policy as it stands") if not scenario.changed else scenario.title
    return texts(
        "Scenario: {scenario}. {paths} paths. As of {day}.",
        scenario=name,
        paths=texts.form.number(material.outlook.paths.jobs.shape[0]),
        day=texts.form.day(material.facts.as_of),
    )


def _ground(told: tuple[Section, ...], facts: Facts, texts: Texts) -> Ground:
    """Collect the facts behind numbers, and all that the model was fitted with."""
    used = {
        origin.key
        for section in told
        for block in section.blocks
        for number in numbers_in(block)
        for origin in number.origins
        if origin.kind is OriginKind.FACT
    }
    used |= {key for parameter in PARAMETERS for key in parameter.keys}
    entries = {key: fact_entry(facts.get(key), facts.as_of) for key in sorted(used)}
    named = sorted({source for entry in entries.values() for source in entry.sources})
    return Ground(
        facts=entries,
        sources={name: _source(name, facts) for name in named},
        methods={key: Statement(texts(sentence)) for key, (_, sentence) in METHODS.items()},
    )


def _source(name: str, facts: Facts) -> SourceEntry:
    found = facts.sources[name]
    address = "" if found.is_ours else found.url
    note = f"{found.note} ({found.url})" if found.is_ours else found.note
    return SourceEntry(name, found.title, found.publisher, address, found.accessed.isoformat(), note.strip())
