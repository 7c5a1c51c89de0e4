"""A question that a person can answer: its text, why it is asked, and the words of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jiwar.law.wording import Words


class AnswerKind(StrEnum):
    """The form of an answer; `unknown` is always possible and never means yes."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    COUNTRY = "country"
    COUNTRIES = "countries"


class Topic(StrEnum):
    """What a question is about; forms are laid out by topic."""

    FLOW = "flow"
    TRANSFER = "transfer"
    PRIVACY = "privacy"
    LOCAL = "local"
    PEOPLE = "people"
    TECHNOLOGY = "technology"
    PRODUCT = "product"

    @property
    def words(self) -> Words:
        """The topic for readers."""
        return _TOPIC_WORDS[self]


_TOPIC_WORDS = {
    Topic.FLOW: Words(
        "The data and who gets them", "Die Daten und wer sie erhält", "Les données et qui les reçoit"
    ),
    Topic.TRANSFER: Words(
        "What carries the transfer", "Was die Übermittlung trägt", "Ce qui porte le transfert"
    ),
    Topic.PRIVACY: Words(
        "What protects the people concerned", "Was die Betroffenen schützt", "Ce qui protège les personnes"
    ),
    Topic.LOCAL: Words("Filings at the site", "Meldungen am Standort", "Formalités sur le site"),
    Topic.PEOPLE: Words(
        "Staff, instructions and trips", "Personal, Weisungen und Reisen", "Personnel et voyages"
    ),
    Topic.TECHNOLOGY: Words(
        "Technology, customers and secrecy",
        "Technologie, Kunden und Geheimschutz",
        "Technologie, clients et secret",
    ),
    Topic.PRODUCT: Words(
        "The product and the company", "Das Produkt und das Unternehmen", "Le produit et l’entreprise"
    ),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed answer, with its meaning."""

    value: str
    words: Words


@dataclass(frozen=True, slots=True)
class Question:
    """One input of the law: ``key`` is the field of the flow that the answer fills."""

    key: str
    topic: Topic
    text: Words
    why: Words
    kind: AnswerKind = AnswerKind.YES_NO
    choices: tuple[Choice, ...] = ()
