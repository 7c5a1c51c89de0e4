"""What can be found of a claim: a closed list."""

from __future__ import annotations

from enum import StrEnum

from jiwar.languages import Language


class Verdict(StrEnum):
    """How a public claim stands to the evidence."""

    CORRECT = "correct"
    PLAUSIBLE = "plausible"
    PARTLY = "partly"
    MISLEADING = "misleading"
    OVERSTATED = "overstated"
    CONTRADICTED = "contradicted"
    WRONG = "wrong"
    NOT_FOUND = "not_found"

    def word(self, language: Language) -> str:
        """Name the verdict in a language."""
        return _WORDS[self][list(Language).index(language)]

    def meaning(self, language: Language) -> str:
        """Say what the verdict means."""
        return _MEANINGS[self][list(Language).index(language)]


_WORDS = {
    Verdict.CORRECT: ("correct", "richtig", "exact"),
    Verdict.PLAUSIBLE: ("plausible", "plausibel", "plausible"),
    Verdict.PARTLY: ("partly true", "teilweise richtig", "en partie vrai"),
    Verdict.MISLEADING: ("misleading", "irreführend", "trompeur"),
    Verdict.OVERSTATED: ("overstated", "übertrieben", "exagéré"),
    Verdict.CONTRADICTED: ("contradicted", "widerlegt durch Daten", "démenti par les données"),
    Verdict.WRONG: ("wrong", "falsch", "faux"),
    Verdict.NOT_FOUND: ("no evidence found", "kein Beleg gefunden", "aucune preuve trouvée"),
}

_MEANINGS = {
    Verdict.CORRECT: (
        "the numbers say the same",
        "die Zahlen sagen dasselbe",
        "les chiffres disent la même chose",
    ),
    Verdict.PLAUSIBLE: (
        "the evidence fits, but does not prove it",
        "die Belege passen, beweisen es aber nicht",
        "les éléments concordent sans le prouver",
    ),
    Verdict.PARTLY: (
        "a part holds, another does not",
        "ein Teil stimmt, ein anderer nicht",
        "une partie tient, l’autre non",
    ),
    Verdict.MISLEADING: (
        "each number is right, the statement is not",
        "die Zahlen stimmen, die Aussage nicht",
        "les chiffres sont justes, l’affirmation ne l’est pas",
    ),
    Verdict.OVERSTATED: (
        "the direction is right, the size is not",
        "die Richtung stimmt, die Größe nicht",
        "le sens est juste, l’ampleur non",
    ),
    Verdict.CONTRADICTED: (
        "newer data say the opposite",
        "neuere Daten sagen das Gegenteil",
        "des données plus récentes disent le contraire",
    ),
    Verdict.WRONG: ("the numbers rule it out", "die Zahlen schließen es aus", "les chiffres l’excluent"),
    Verdict.NOT_FOUND: (
        "nothing was found either way",
        "weder dafür noch dagegen wurde etwas gefunden",
        "rien n’a été trouvé ni pour ni contre",
    ),
}
