"""The fixed texts of the papers, and the small rows that all papers are made of."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

from jiwar.law.assess import Assessment
from jiwar.law.finding import Duty
from jiwar.law.papers.blocks import Block, Cell, Heading, Paragraph, Table
from jiwar.law.papers.dossier import DossierFlow
from jiwar.law.questions import question
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

_TABLE = Path(__file__).with_name("texts.csv")


@cache
def _texts() -> Mapping[str, Words]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: Words(row["en"], row["de"], row["fr"]) for row in csv.DictReader(file)}


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes cells and rows in one language; what is not known becomes an open cell."""

    language: str

    def say(self, key: str, **values: object) -> str:
        """Return a fixed text with its places filled in."""
        return _texts()[key][self.language].format(**values)

    def cell(self, text: str | None) -> Cell:
        """Return a cell, open when there is no text."""
        return Cell(text) if text else Cell(self.say("open"), open=True)

    def row(self, key: str, text: str | None) -> tuple[Cell, Cell]:
        """Return a row of an item and its answer."""
        return Cell(self.say(key)), self.cell(text)

    def answers(self, *rows: tuple[Cell, ...]) -> Table:
        """Return a table of items and answers."""
        return Table((self.say("item"), self.say("answer")), rows)

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

    def head(self, title: str, flow: DossierFlow) -> tuple[Block, ...]:
        """Return the opening of a paper on one flow: title, what it is, which law, which record."""
        stated = self.say(
            "state_of_law", day=flow.assessment.on.isoformat(), flow=flow.name, hash=flow.assessment.hash
        )
        return Heading(title, 1), Paragraph(self.say("support")), Paragraph(stated)

    def country(self, code: str | None) -> str | None:
        """Return the name of a country; None when it is not known."""
        if code is None:
            return None
        names: Mapping[str, str] = Locale(self.language).territories
        return names.get(code, code)

    def questions(self, assessment: Assessment, *gates: Gate) -> tuple[Block, ...]:
        """Return what these gates still ask: missing inputs and open questions of law; nothing when none are."""
        results = [assessment.gates[gate] for gate in gates]
        asked = [question(key).text[self.language] for result in results for key in result.missing]
        found = [words[self.language] for result in results for words in result.questions]
        rows = tuple((Cell(text), self.cell(None)) for text in dict.fromkeys((*asked, *found)))
        if not rows:
            return ()
        table = Table((self.say("question"), self.say("answer")), rows)
        return Heading(self.say("questions.title")), table

    def duties(self, duties: tuple[Duty, ...]) -> Table:
        """Return a table of duties with owner, deadline, articles and state."""
        columns = tuple(self.say(key) for key in ("duty", "by", "due", "articles", "filings.state"))
        return Table(columns, tuple(self._duty(duty) for duty in duties))

    def _duty(self, duty: Duty) -> tuple[Cell, ...]:
        return (
            Cell(duty.text[self.language]),
            Cell(duty.owner.words[self.language]),
            Cell(duty.due.words[self.language]),
            Cell("; ".join(str(citation) for citation in duty.citations)),
            Cell(self.say(f"state.{duty.state.value}"), open=duty.state.value != "done"),
        )
