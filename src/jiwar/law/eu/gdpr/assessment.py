"""Clause 14 and Schrems II: an instrument carries only what survives the law of the destination."""

from __future__ import annotations

from jiwar.law.day import Day
from jiwar.law.eu.gdpr.personal import refusal
from jiwar.law.eu.gdpr.sources import ANALYTICS, CNIL_TIA, EDPB_MEASURES, META, SCC_2021
from jiwar.law.eu.gdpr.transfer import needs_instrument
from jiwar.law.finding import Due, Duty, Finding, Owner, review, unknown, with_mechanism
from jiwar.law.flow import Flow, Instrument, Roles, Tia
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

ASSESSED = frozenset({Instrument.SCC, Instrument.SCC_BEFORE_2021, Instrument.BCR, Instrument.AD_HOC})
"""Instruments that need a transfer impact assessment; adequacy and Art. 49 need none."""

TIA = Duty(
    "transfer_impact_assessment",
    Words(
        "Assess law and practice of the country of destination in writing, with the importer's help.",
        "Recht und Praxis des Ziellands mit Hilfe des Importeurs schriftlich bewerten.",
        "Évaluer par écrit le droit et la pratique du pays de destination, avec l’aide de l’importateur.",
    ),
    Owner.EXPORTER,
    lead_months=None,
    cost_key="legal_cost/tia",
)

REASSESS = Duty(
    "reassess_transfer",
    Words(
        "Assess again when law, practice or the transfer change.",
        "Neu bewerten, wenn sich Recht, Praxis oder Übermittlung ändern.",
        "Réévaluer quand le droit, la pratique ou le transfert changent.",
    ),
    Owner.EXPORTER,
    Due.WHILE_IT_LASTS,
)

_RETURN_TO_CONTROLLER = Words(
    "Does the processor in the EU add data of its own when it returns the results? Only then an assessment "
    "seems needed under module 4; the text was not confirmed.",
    "Fügt der Auftragsverarbeiter in der EU bei der Rückgabe eigene Daten hinzu? Nur dann scheint unter "
    "Modul 4 eine Bewertung nötig; der Text ist nicht bestätigt.",
    "Le sous-traitant dans l’UE ajoute-t-il ses propres données en rendant les résultats ? Une évaluation "
    "ne semble requise sous le module 4 que dans ce cas ; le texte n’est pas confirmé.",
)

_CLEAR_TEXT = Words(
    "Are measures effective although people there read the data in clear? The use cases of the "
    "recommendations are said to deny it; their text was not confirmed.",
    "Wirken die Maßnahmen, obwohl dort Menschen Klardaten lesen? Die Anwendungsfälle der Empfehlungen "
    "sollen das verneinen; ihr Text ist nicht bestätigt.",
    "Les mesures sont-elles efficaces alors qu’on y lit les données en clair ? Les cas d’usage des "
    "recommandations le nieraient ; leur texte n’est pas confirmé.",
)


@rule(
    "eu.gdpr.art46.tia",
    cites=(
        SCC_2021.cite("Annex, clause 14"),
        EDPB_MEASURES.cite(),
        CNIL_TIA.cite(),
        ANALYTICS.cite(),
        META.cite(),
    ),
    valid=since("2021-06-18"),
    gate=Gate.PRIVACY_EU,
    de="Eine Garantie trägt nur, wenn die Bewertung von Recht und Praxis im Zielland bestanden ist.",
    fr="Une garantie ne porte que si l’évaluation du droit et de la pratique du pays de destination est "
    "réussie.",
)
def transfer_impact_assessment(flow: Flow, day: Day) -> Finding | None:
    """A safeguard carries only if the assessment of law and practice at the destination is passed."""
    if flow.instrument not in ASSESSED or not needs_instrument(flow, day):
        return None
    if flow.tia is None:
        return unknown("tia", duties=(TIA.met(None),))
    if flow.tia is Tia.PASSED:
        return with_mechanism(TIA.met(True), REASSESS)
    if flow.tia is Tia.PASSED_WITH_MEASURES:
        return _with_measures(flow)
    back_to_controller = flow.roles is Roles.PROCESSOR_TO_CONTROLLER and flow.tia is not Tia.FAILED
    return review(_RETURN_TO_CONTROLLER, TIA) if back_to_controller else refusal(flow, TIA)


def _with_measures(flow: Flow) -> Finding:
    if flow.clear_text is None:
        return unknown("clear_text")
    if flow.clear_text:
        return review(_CLEAR_TEXT, TIA.met(True), REASSESS)
    return with_mechanism(TIA.met(True), REASSESS)
