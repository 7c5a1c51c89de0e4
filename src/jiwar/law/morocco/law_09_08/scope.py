"""Art. 2: a foreign controller that uses means in Morocco falls under the law and is represented there."""

from __future__ import annotations

from jiwar.law.eu.gdpr.personal import Personal, personal
from jiwar.law.finding import (
    Duty,
    Finding,
    Owner,
    after_authorisation,
    allowed,
    unknown,
    with_mechanism,
)
from jiwar.law.flow import Access, Flow, Relation, Roles
from jiwar.law.morocco.law_09_08.sources import DECLARATION_MONTHS, DECREE_2_09_165, LAW_09_08
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate, Verdict
from jiwar.law.wording import Words

REPRESENTATIVE = Duty(
    "moroccan_representative",
    Words(
        "Appoint a representative in Morocco and notify the CNDP of it, or have counsel confirm that none "
        "is needed.",
        "Einen Vertreter in Marokko bestellen und der CNDP melden, oder anwaltlich klären, dass keiner "
        "nötig ist.",
        "Désigner un représentant au Maroc et le notifier à la CNDP, ou faire confirmer qu’il n’en faut pas.",
    ),
    Owner.CONTROLLER,
    lead_months=None,
    cost_key="legal_cost/moroccan_representative",
)
DECLARATION = Duty(
    "cndp_declaration",
    Words(
        "Declare the processing to the CNDP (forms of Art. 15); the receipt comes within 24 hours.",
        "Die Verarbeitung bei der CNDP anmelden (Angaben nach Art. 15); der Beleg kommt binnen 24 Stunden.",
        "Déclarer le traitement à la CNDP (mentions de l’art. 15) ; récépissé sous 24 heures.",
    ),
    Owner.IMPORTER,
    lead_months=DECLARATION_MONTHS,
    cost_key="legal_cost/cndp_declaration",
)
PROCESSOR_TERMS = Duty(
    "moroccan_processor_terms",
    Words(
        "Bind the processor in writing to instructions, security and secrecy as Moroccan law asks too.",
        "Den Auftragsverarbeiter schriftlich auch nach marokkanischem Recht auf Weisung, Sicherheit und "
        "Verschwiegenheit verpflichten.",
        "Lier le sous-traitant par écrit aux instructions, à la sécurité et au secret, comme l’exige aussi "
        "le droit marocain.",
    ),
    Owner.CONTROLLER,
)

_REPRESENTATIVE = Words(
    "Does the foreign controller have to notify a representative to the CNDP for this processing? The "
    "statute says so; an exemption for offshoring was not found.",
    "Muss der ausländische Verantwortliche der CNDP für diese Verarbeitung einen Vertreter melden? Das "
    "Gesetz sagt es; eine Ausnahme für Offshoring wurde nicht gefunden.",
    "Le responsable étranger doit-il notifier un représentant à la CNDP pour ce traitement ? La loi le dit "
    "; aucune exemption pour l’offshoring n’a été trouvée.",
)


def in_scope(flow: Flow) -> bool:
    """Whether people in Morocco reach personal data, or may do so."""
    return personal(flow) is not Personal.NO and flow.access is not Access.NONE


def established_in_morocco(flow: Flow) -> bool:
    """Whether a controller is established in Morocco: one's own branch, or an importer of its own right."""
    own = {Roles.CONTROLLER_TO_CONTROLLER, Roles.JOINT_CONTROLLERS, Roles.PROCESSOR_TO_CONTROLLER}
    return flow.relation is Relation.SAME_LEGAL_ENTITY or flow.roles in own


@rule(
    "morocco.law_09_08.scope",
    cites=(LAW_09_08.cite("Art. 1, 2(4)"),),
    valid=since("2012-11-15"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("MA",),
    de="Das marokkanische Datenschutzgesetz erfasst nur personenbezogene Daten, die jemand in Marokko "
    "erreicht.",
    fr="La loi marocaine ne vise que les données personnelles auxquelles quelqu’un accède au Maroc.",
)
def scope(flow: Flow) -> Finding | None:
    """The Moroccan law concerns personal data only, where somebody in Morocco reaches them."""
    if not in_scope(flow):
        return allowed()
    missing = flow.missing("access", "roles", "relation")
    return unknown(*missing) if missing else None


@rule(
    "morocco.law_09_08.art2.representative",
    cites=(LAW_09_08.cite("Art. 2(2)(b), 2(3), 27(B)(1)"),),
    valid=since("2012-11-15"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("MA",),
    de="Ein ausländischer Verantwortlicher, der Mittel in Marokko nutzt, meldet der CNDP dort einen "
    "Vertreter.",
    fr="Un responsable étranger qui use de moyens au Maroc y notifie un représentant à la CNDP.",
)
def representative(flow: Flow) -> Finding | None:
    """A foreign controller that uses means in Morocco notifies the CNDP of a representative there."""
    if not in_scope(flow) or established_in_morocco(flow):
        return None
    duty = REPRESENTATIVE.met(flow.local_representative)
    if flow.local_representative:
        return _filed(flow, duty)
    missing = flow.missing("local_representative")
    return Finding(Verdict.MANUAL_REVIEW, (duty, DECLARATION), missing, _REPRESENTATIVE)


def _filed(flow: Flow, duty: Duty) -> Finding:
    declared = DECLARATION.met(flow.local_declaration)
    return with_mechanism(duty, declared) if flow.local_declaration else after_authorisation(duty, declared)


@rule(
    "morocco.law_09_08.art12.declaration",
    cites=(LAW_09_08.cite("Art. 2(2)(a), 12(2), 13-15, 19"), DECREE_2_09_165.cite("Art. 24, 26")),
    valid=since("2012-11-15"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("MA",),
    de="Ein Verantwortlicher mit Sitz oder Niederlassung in Marokko meldet die Verarbeitung vorab bei der "
    "CNDP an.",
    fr="Un responsable établi au Maroc déclare d’abord le traitement à la CNDP.",
)
def declaration(flow: Flow) -> Finding | None:
    """A controller established in Morocco declares the processing to the CNDP first."""
    if not in_scope(flow) or not established_in_morocco(flow):
        return None
    declared = DECLARATION.met(flow.local_declaration)
    return with_mechanism(declared) if flow.local_declaration else after_authorisation(declared)


@rule(
    "morocco.law_09_08.art23.processor",
    cites=(LAW_09_08.cite("Art. 23(2)-(4), 25, 26"),),
    valid=since("2012-11-15"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("MA",),
    de="Ein Auftragsverarbeiter in Marokko bietet Gewähr und handelt nach schriftlichem Vertrag und Weisung.",
    fr="Un sous-traitant au Maroc offre des garanties et agit sur contrat écrit et instruction.",
)
def processor_terms(flow: Flow) -> Finding | None:
    """A processor in Morocco gives guarantees and acts on a written contract and on instruction."""
    if not in_scope(flow) or not flow.importer_processes_for_others:
        return None
    return allowed(PROCESSOR_TERMS)
