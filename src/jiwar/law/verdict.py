"""The verdicts, ordered by strictness, and the gates: the fields of law that every move is asked about."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from operator import attrgetter

from jiwar.law.wording import Words


class Verdict(StrEnum):
    """What a gate answers; a later member is stricter and ``max`` takes the strictest."""

    ALLOWED = "allowed"
    ALLOWED_WITH_MECHANISM = "allowed_with_mechanism"
    ALLOWED_AFTER_AUTHORISATION = "allowed_after_authorisation"
    MANUAL_REVIEW = "manual_review"
    NOT_CODED = "not_coded"
    BLOCKED = "blocked"

    strictness: int
    """The place in the order, 0 for allowed."""

    def __init__(self, _text: str) -> None:
        self.strictness = len(type(self).__members__)

    @property
    def words(self) -> Words:
        """The name of the verdict for readers."""
        return _VERDICT_WORDS[self]

    def __lt__(self, other: object) -> bool:
        return self.strictness < _strictness_of(other)

    def __le__(self, other: object) -> bool:
        return self.strictness <= _strictness_of(other)

    def __gt__(self, other: object) -> bool:
        return self.strictness > _strictness_of(other)

    def __ge__(self, other: object) -> bool:
        return self.strictness >= _strictness_of(other)


class Gate(StrEnum):
    """One field of law that is asked about every move."""

    EXPORT_CONTROL = "export_control"
    PRIVACY_EU = "privacy_eu"
    PRIVACY_LOCAL = "privacy_local"
    LABOUR_TRAVEL = "labour_travel"
    PRODUCT = "product"

    @property
    def words(self) -> Words:
        """The name of the gate for readers."""
        return _GATE_WORDS[self]


def _strictness_of(other: object) -> int:
    if isinstance(other, Verdict):
        return other.strictness
    message = f"a verdict is compared with verdicts only, not with {other!r}"
    raise TypeError(message)


def strictest(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the strictest of some verdicts; raises ValueError when there are none."""
    return max(verdicts, key=_BY_STRICTNESS)


_BY_STRICTNESS = attrgetter("strictness")

_VERDICT_WORDS = {
    Verdict.ALLOWED: Words("Allowed", "Erlaubt", "Autorisé"),
    Verdict.ALLOWED_WITH_MECHANISM: Words(
        "Allowed with a mechanism", "Erlaubt mit Instrument", "Autorisé moyennant un mécanisme"
    ),
    Verdict.ALLOWED_AFTER_AUTHORISATION: Words(
        "Allowed after an authorisation or filing",
        "Erlaubt nach Genehmigung oder Meldung",
        "Autorisé après autorisation ou déclaration",
    ),
    Verdict.MANUAL_REVIEW: Words("Manual review", "Prüfung im Einzelfall", "Examen au cas par cas"),
    Verdict.NOT_CODED: Words("Not coded", "Nicht abgebildet", "Non modélisé"),
    Verdict.BLOCKED: Words("Blocked", "Gesperrt", "Bloqué"),
}

_GATE_WORDS = {
    Gate.EXPORT_CONTROL: Words(
        "Export control, secrecy and contract",
        "Exportkontrolle, Geheimschutz und Vertrag",
        "Contrôle des exportations, secret et contrat",
    ),
    Gate.PRIVACY_EU: Words("Data protection (EU)", "Datenschutz (EU)", "Protection des données (UE)"),
    Gate.PRIVACY_LOCAL: Words(
        "Data protection at the site", "Datenschutz am Standort", "Protection des données sur le site"
    ),
    Gate.LABOUR_TRAVEL: Words("Labour and travel", "Arbeit und Reisen", "Travail et déplacements"),
    Gate.PRODUCT: Words("Product regulation", "Produktregulierung", "Réglementation des produits"),
}
