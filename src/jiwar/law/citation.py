"""Where a rule is written: statute, article, address, and how well the text was read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from jiwar.law.wording import Words

REVIEWED = dt.date(2026, 11, 22)
"""The day on which the texts behind the shipped rules were last gone through."""


class Quality(StrEnum):
    """How well the text behind a statement was read."""

    PRIMARY = "P"
    AUTHORITY = "A"
    SECONDARY = "S"
    KNOWLEDGE = "K"
    NOT_FOUND = "N"

    @property
    def carries(self) -> bool:
        """Whether a rule may rest on it; otherwise the rule only asks for a review."""
        return self in {Quality.PRIMARY, Quality.AUTHORITY, Quality.SECONDARY}

    @property
    def words(self) -> Words:
        """What the letter means."""
        return _QUALITY_WORDS[self]


_QUALITY_WORDS = {
    Quality.PRIMARY: Words("text of the law read", "Gesetzestext gelesen", "texte de loi lu"),
    Quality.AUTHORITY: Words(
        "page of an authority read", "Seite einer Behörde gelesen", "page d’une autorité lue"
    ),
    Quality.SECONDARY: Words(
        "law firm, court report or press read",
        "Kanzlei, Entscheidungsbericht oder Presse gelesen",
        "cabinet, compte rendu de décision ou presse lus",
    ),
    Quality.KNOWLEDGE: Words(
        "not confirmed in a text that was read",
        "in keinem gelesenen Text bestätigt",
        "non confirmé par un texte lu",
    ),
    Quality.NOT_FOUND: Words("not found", "nicht gefunden", "introuvable"),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in the law: ``article`` is what a lawyer would write, ``url`` where it can be read."""

    article: str
    url: str
    quality: Quality
    checked: dt.date = REVIEWED
    note: str = ""

    def __str__(self) -> str:
        return self.article


@dataclass(frozen=True, slots=True)
class Statute:
    """A statute, decision or guideline, from which articles are cited."""

    short: str
    title: str
    url: str
    quality: Quality
    checked: dt.date = REVIEWED
    note: str = ""

    def cite(self, article: str = "", *, quality: Quality | None = None, note: str = "") -> Citation:
        """Return a citation of one article of this text, in the usual short form."""
        name = f"{article} {self.short}".strip()
        return Citation(name, self.url, quality or self.quality, self.checked, note or self.note)
