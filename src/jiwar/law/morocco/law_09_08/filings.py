"""Art. 12 and 43-44: some data need a prior authorisation, and so does every way out of Morocco."""

from __future__ import annotations

from dataclasses import replace

from jiwar.law.finding import (
    Due,
    Duty,
    Finding,
    Owner,
    after_authorisation,
    blocked,
    review,
    unknown,
    with_mechanism,
)
from jiwar.law.flow import Access, Data, Flow, Relation
from jiwar.law.morocco.law_09_08.scope import DECLARATION, in_scope
from jiwar.law.morocco.law_09_08.sources import (
    AUTHORISATION_MONTHS,
    CNDP_F118,
    CNDP_LIST,
    DECLARATION_MONTHS,
    DECREE_2_09_165,
    LAW_09_08,
)
from jiwar.law.places import EEA
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

NEEDS_AUTHORISATION = (
    Data.SPECIAL_CATEGORY,
    Data.HEALTH,
    Data.CRIMINAL,
    Data.MA_NATIONAL_ID,
    Data.TEST_DATA_FROM_PRODUCTION,
)
"""Sensitive data, offences, the number of the identity card, and use for another purpose (Art. 12(1))."""

MOROCCAN_PEOPLE = (Data.MA_EMPLOYEE, Data.MA_NATIONAL_ID)
"""Data that a Moroccan employer holds as controller and sends to the parent company."""

AUTHORISATION = Duty(
    "cndp_authorisation",
    Words(
        "Get the CNDP's prior authorisation: two months, extendable once; silence is an authorisation.",
        "Vorherige Genehmigung der CNDP einholen: zwei Monate, einmal verlängerbar; Schweigen gilt als "
        "Genehmigung.",
        "Obtenir l’autorisation préalable de la CNDP : deux mois, une prorogation ; le silence vaut "
        "autorisation.",
    ),
    Owner.IMPORTER,
    lead_months=AUTHORISATION_MONTHS,
    cost_key="legal_cost/cndp_authorisation",
)
TRANSFER_REQUEST = Duty(
    "cndp_transfer_request",
    Words(
        "File form F118 once the processing itself is declared or authorised: again two months, extendable "
        "once.",
        "Formular F118 einreichen, sobald die Verarbeitung selbst gemeldet oder genehmigt ist: nochmals "
        "zwei Monate, einmal verlängerbar.",
        "Déposer le formulaire F118 une fois le traitement lui-même déclaré ou autorisé : deux mois, une "
        "prorogation.",
    ),
    Owner.IMPORTER,
    lead_months=DECLARATION_MONTHS + AUTHORISATION_MONTHS,
    cost_key="legal_cost/cndp_transfer",
)
TELL_CHANGES = Duty(
    "cndp_changes",
    Words(
        "Tell the CNDP of every change of what was filed.",
        "Der CNDP jede Änderung des Gemeldeten mitteilen.",
        "Signaler à la CNDP tout changement des éléments déclarés.",
    ),
    Owner.IMPORTER,
    Due.WITHIN_8_WORKING_DAYS,
)

_IS_LISTED = Words(
    "Is the country of the recipient on the CNDP's list (deliberation 465-2013)? Its content was not found; "
    "that European states are on it is an inference. Without it consent, necessity or authorised clauses are "
    "needed.",
    "Steht das Land des Empfängers auf der Liste der CNDP (Beschluss 465-2013)? Ihr Inhalt wurde nicht "
    "gefunden; dass europäische Staaten darauf stehen, ist ein Schluss. Sonst braucht es Einwilligung, "
    "Notwendigkeit oder genehmigte Klauseln.",
    "Le pays du destinataire figure-t-il sur la liste de la CNDP (délibération 465-2013) ? Son contenu n’a "
    "pas été trouvé ; que des États européens y figurent est une déduction. À défaut, il faut consentement, "
    "nécessité ou clauses autorisées.",
)
_RETURN = Words(
    "Is the return of results by a Moroccan processor a transfer under Art. 43? The text speaks of "
    "controllers only; filing F118 is the careful way.",
    "Ist die Rückgabe der Ergebnisse durch einen marokkanischen Auftragsverarbeiter eine Übermittlung nach "
    "Art. 43? Der Text nennt nur Verantwortliche; F118 einzureichen ist der vorsichtige Weg.",
    "Le retour des résultats par un sous-traitant marocain est-il un transfert (art. 43) ? Le texte ne "
    "vise que les responsables ; déposer le F118 est la voie prudente.",
)


@rule(
    "morocco.law_09_08.art12.authorisation",
    cites=(LAW_09_08.cite("Art. 12(1), 21, 49-50"), DECREE_2_09_165.cite("Art. 28")),
    valid=since("2012-11-15"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("MA",),
    de="Sensible Daten, Straftaten, Ausweisnummern und neue Zwecke brauchen vorab eine Genehmigung der CNDP.",
    fr="Données sensibles ou pénales, numéros de carte d’identité et nouvelles finalités exigent une "
    "autorisation.",
)
def prior_authorisation(flow: Flow) -> Finding | None:
    """Sensitive data, offences, identity-card numbers and new purposes need prior authorisation."""
    if not in_scope(flow) or not flow.holds(*NEEDS_AUTHORISATION):
        return None
    duty = AUTHORISATION.met(flow.local_authorisation)
    return (
        with_mechanism(duty, TELL_CHANGES)
        if flow.local_authorisation
        else after_authorisation(duty, TELL_CHANGES)
    )


@rule(
    "morocco.law_09_08.art43.outflow",
    cites=(
        LAW_09_08.cite("Art. 43-44, 60"),
        DECREE_2_09_165.cite("Art. 46-49"),
        CNDP_F118.cite(),
        CNDP_LIST.cite(),
    ),
    valid=since("2012-11-15"),
    gate=Gate.PRIVACY_LOCAL,
    de="Personenbezogene Daten verlassen Marokko erst nach einem Antrag bei der CNDP.",
    fr="Des données personnelles ne quittent le Maroc qu’après une demande à la CNDP.",
)
def outflow(flow: Flow) -> Finding | None:
    """Personal data leave Morocco only after a request to the CNDP."""
    from_morocco = flow.exporter_country == "MA"
    home_bound = flow.importer_country == "MA" and flow.holds(*MOROCCAN_PEOPLE)
    if not in_scope(flow) or not (from_morocco or home_bound):
        return None
    european = flow.importer_country in EEA if from_morocco else flow.exporter_country in EEA
    if not european:
        return _unlisted(flow)
    found = _requested(flow, DECLARATION.met(flow.local_declaration))
    return found if flow.local_transfer_authorisation else replace(found, question=_IS_LISTED)


@rule(
    "morocco.law_09_08.art44.onward",
    cites=(LAW_09_08.cite("Art. 44"), DECREE_2_09_165.cite("Art. 47-48"), CNDP_LIST.cite()),
    valid=since("2012-11-15"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("MA",),
    de="Von Marokko in ein nicht gelistetes Land geht es nur mit Einwilligung, Notwendigkeit oder "
    "genehmigten Klauseln.",
    fr="Du Maroc vers un pays non listé : seulement avec consentement, nécessité ou clauses autorisées.",
)
def onward_from_morocco(flow: Flow) -> Finding | None:
    """From Morocco to an unlisted country only with consent, necessity or authorised clauses."""
    if not in_scope(flow):
        return None
    if flow.onward_countries is None:
        return unknown("onward_countries")
    abroad = flow.onward_countries - {"MA"}
    if abroad - EEA:
        return _unlisted(flow)
    return review(_IS_LISTED, TRANSFER_REQUEST.met(flow.local_transfer_authorisation)) if abroad else None


def _unlisted(flow: Flow) -> Finding:
    if flow.local_transfer_ground is None:
        return unknown(
            "local_transfer_ground", duties=(TRANSFER_REQUEST.met(flow.local_transfer_authorisation),)
        )
    return _requested(flow) if flow.local_transfer_ground else blocked(TRANSFER_REQUEST)


def _requested(flow: Flow, *before: Duty) -> Finding:
    duty = TRANSFER_REQUEST.met(flow.local_transfer_authorisation)
    if flow.local_transfer_authorisation:
        return with_mechanism(*before, duty, TELL_CHANGES)
    return after_authorisation(*before, duty, TELL_CHANGES)


@rule(
    "morocco.law_09_08.art43.return",
    cites=(LAW_09_08.cite("Art. 43"),),
    valid=since("2012-11-15"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("MA",),
    de="Ob die Rückgabe bearbeiteter EU-Daten eine Übermittlung aus Marokko ist, ist offen.",
    fr="Savoir si le retour de données européennes traitées est un transfert depuis le Maroc reste ouvert.",
)
def return_of_results(flow: Flow) -> Finding | None:
    """Whether the return of processed EU data is a transfer out of Morocco is an open question."""
    leaves_a_copy = flow.access in {Access.COPY, Access.PHYSICAL_MEDIA}
    processor = flow.importer_processes_for_others and flow.relation is not Relation.SAME_LEGAL_ENTITY
    if not in_scope(flow) or not leaves_a_copy or not processor or flow.results_return is False:
        return None
    if flow.results_return is None:
        return unknown("results_return")
    return review(_RETURN, TRANSFER_REQUEST.met(flow.local_transfer_authorisation))
