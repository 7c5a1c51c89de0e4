"""The fixed texts of the papers, and the small rows that all papers are made of."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date

from jiwar.languages import Language
from jiwar.law.assess import Assessment
from jiwar.law.citation import REVIEWED, Citation
from jiwar.law.citing import cited_in
from jiwar.law.finding import Duty
from jiwar.law.flow import Data, Flow
from jiwar.law.papers.blocks import Block, Cell, Paper, Part, Statement, Table
from jiwar.law.papers.dossier import Dossier, DossierFlow
from jiwar.law.questions import question
from jiwar.law.verdict import Gate, Verdict
from jiwar.law.wording import Words

_TABLE = Path(__file__).with_name("texts.csv")
_NO_PERSONS = frozenset(
    {Data.ANONYMOUS, Data.CAD_PROTOTYPE, Data.EXPORT_CONTROLLED, Data.MILITARY_LIST, Data.VIDEO_ANONYMISED}
)
"""Kinds of data that are about nobody, so that they add no group of people."""


@cache
def _texts() -> Mapping[str, Words]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: Words(row["en"], row["de"], row["fr"]) for row in csv.DictReader(file)}


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes cells, rows and parts in one language; what is not known becomes an open cell."""

    language: str

    def say(self, key: str, **values: object) -> str:
        """Return a fixed text with its places filled in."""
        return _texts()[key][self.language].format(**values)

    def knows(self, key: str) -> bool:
        """Whether there is a fixed text under a key."""
        return key in _texts()

    def cell(self, text: str | None) -> Cell:
        """Return a cell, open when there is no text."""
        return Cell(text) if text else Cell(self.say("open"), open=True)

    def row(self, key: str, text: str | None) -> tuple[Cell, Cell]:
        """Return a row of an item and its answer."""
        return Cell(self.say(key)), self.cell(text)

    def cited_row(self, key: str, article: str, text: str | None) -> tuple[Cell, Cell, Cell]:
        """Return a row of an item, its answer and the provision that asks for it."""
        return *self.row(key, text), Cell(cited_in(article, self.language))

    def answers(self, caption: str, *rows: tuple[Cell, ...]) -> Table:
        """Return a table of items and answers; with a third cell a row names its provision."""
        columns = (self.say("item"), self.say("answer"), self.say("articles"))[: len(rows[0])]
        return Table(self.say(caption), columns, rows)

    def field(self, assessment: Assessment, key: str) -> str | None:
        """Return the answer to one question of the flow in words of this language; None when unknown."""
        value = getattr(assessment.flow, key)
        if value is None:
            return None
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        words = {choice.value: choice.words[self.language] for choice in question(key).choices}
        if isinstance(value, frozenset):
            return "; ".join(words.get(str(item), str(item)) for item in sorted(value))
        return words.get(str(value), str(value))

    def persons(self, flow: DossierFlow) -> str | None:
        """Return the groups of people concerned: as told, or as the kinds of data name them; None when open."""
        if flow.persons is not None:
            return flow.persons
        kinds = (flow.assessment.flow.categories or frozenset()) - _NO_PERSONS
        named = [self.say(f"persons.{kind}") for kind in sorted(kinds) if self.knows(f"persons.{kind}")]
        return "; ".join(dict.fromkeys(named)) if kinds and len(named) == len(kinds) else None

    def frequency(self, flow: Flow) -> str | None:
        """Return whether the flow is continuous or one-off; None when that is not known."""
        return {None: None, True: self.say("regular"), False: self.say("single")}[flow.systematic]

    def day(self, day: dt.date) -> str:
        """Write a day in the long form; French counts the first of a month as an ordinal."""
        text = format_date(day, "long", Language(self.language).locale)
        return f"1er {text[2:]}" if self.language == "fr" and text.startswith("1 ") else text

    def country(self, code: str | None) -> str | None:
        """Return the name of a country; None when it is not known."""
        if code is None:
            return None
        names: Mapping[str, str] = Locale(self.language).territories
        return names.get(code, code)

    def place(self, dossier: Dossier) -> str | None:
        """Return where and in which form the work is to be done; None when no place is given."""
        where = ", ".join(filter(None, (dossier.site, self.country(dossier.country))))
        form = self.say(f"form.{dossier.form}") if dossier.form else ""
        return " – ".join(filter(None, (where, form))) or None

    def cite(self, citations: Iterable[Citation]) -> str:
        """Return citations as a lawyer of this language writes them."""
        return "; ".join(dict.fromkeys(cited_in(one.article, self.language) for one in citations))

    def verdicts(
        self, flows: Iterable[DossierFlow], gate: Gate, *, whole: bool = False
    ) -> tuple[Statement, ...]:
        """Return what one gate says of some flows, each different answer once with the flows that it is about.

        The sentences are those that decide; ``whole`` adds those of all other rules that spoke.
        """
        told: dict[tuple[Verdict, tuple[str, ...]], list[str]] = {}
        for flow in flows:
            result = flow.assessment.gates[gate]
            hits = result.hits if whole else result.deciding
            lines = [f"{hit.rule.sentence[self.language]} ({self.cite(hit.rule.citations)})" for hit in hits]
            key = result.verdict, tuple(dict.fromkeys(lines)) or (self.say("not_asked"),)
            told.setdefault(key, []).append(flow.name)
        alone = len(told) == 1
        return tuple(
            Statement(
                verdict,
                self.say("verdict", gate=gate.words[self.language], verdict=verdict.words[self.language]),
                lines if alone else (*lines, self.say("for_flows", flows="; ".join(names))),
            )
            for (verdict, lines), names in told.items()
        )

    def joined(self, flows: Iterable[DossierFlow], names: Iterable[str]) -> tuple[Duty, ...]:
        """Return the duties of these names over several flows, each once, with the worst of its states."""
        found: dict[str, Duty] = {}
        for flow in flows:
            for duty in flow.assessment.duties:
                found[duty.name] = found[duty.name].joined(duty) if duty.name in found else duty
        return tuple(found[name] for name in names if name in found)

    def duties(self, caption: str, duties: Iterable[Duty]) -> tuple[Block, ...]:
        """Return a table of duties with owner, deadline, state and provisions; nothing when there are none."""
        columns = tuple(self.say(key) for key in ("duty", "by", "due", "state", "articles"))
        rows = tuple(self._duty(duty) for duty in duties)
        return (Table(self.say(caption), columns, rows),) if rows else ()

    def _duty(self, duty: Duty) -> tuple[Cell, ...]:
        return (
            Cell(duty.text[self.language]),
            Cell(duty.owner.words[self.language]),
            Cell(duty.due.words[self.language]),
            self.state(duty),
            Cell(self.cite(duty.citations)),
        )

    def state(self, duty: Duty) -> Cell:
        """Return the state of a duty, open unless it is done."""
        return Cell(self.say(f"state.{duty.state.value}"), open=duty.state.value != "done")

    def questions(self, flows: Iterable[DossierFlow], *gates: Gate) -> tuple[Block, ...]:
        """Return what these gates still ask: missing inputs and open questions of law; nothing when none are."""
        asked: dict[str, None] = {}
        for flow in flows:
            for gate in gates:
                result = flow.assessment.gates[gate]
                asked |= dict.fromkeys(question(key).text[self.language] for key in result.missing)
                asked |= dict.fromkeys(words[self.language] for words in result.questions)
        rows = tuple((Cell(text), self.cell(None)) for text in asked)
        if not rows:
            return ()
        return (Table(self.say("questions.caption"), (self.say("question"), self.say("answer")), rows),)

    def paper(self, name: str, dossier: Dossier, parts: Iterable[Part]) -> Paper:
        """Return a paper with its opening and, at the end, the proof of what it rests on."""
        found = (*parts, self._proof(dossier))
        day = min((flow.assessment.on for flow in dossier.flows), default=None)
        later = any(flow.assessment.carried_forward for flow in dossier.flows)
        told = [
            f"{' → '.join(filter(None, (dossier.exporter, self.place(dossier))))}."
            if dossier.exporter
            else "",
            self.say("law_as_of", day=self.day(day)) if day else "",
            self.say("reviewed", day=self.day(REVIEWED)) if later else "",
            self.say("invented") if dossier.invented else "",
            self.say("support"),
        ]
        paper = Paper(
            name,
            self.say(f"{name}.file"),
            self.say(f"{name}.title"),
            dossier.project or "",
            self.language,
            "",
            found,
        )
        opening = " ".join(filter(None, (*told, self.say("count", count=paper.open_answers))))
        return Paper(name, paper.file_name, paper.title, paper.subtitle, self.language, opening, found)

    def _proof(self, dossier: Dossier) -> Part:
        columns = tuple(self.say(key) for key in ("flow", "proof.overall", "proof.day", "proof.hash"))
        rows = tuple(
            (
                Cell(flow.name),
                Cell(flow.assessment.overall.words[self.language]),
                Cell(self.day(flow.assessment.on)),
                Cell(flow.assessment.hash),
            )
            for flow in dossier.flows
        )
        return Part(self.say("proof"), (Table(self.say("proof.caption"), columns, rows),))
