"""Art. 28: whoever processes for others does so under a contract and with the controller's consent."""

from __future__ import annotations

from jiwar.law.citation import Quality
from jiwar.law.eu.gdpr.personal import Personal, personal, refusal
from jiwar.law.eu.gdpr.safeguards import MODULE_FOR
from jiwar.law.eu.gdpr.sources import GDPR, SCC_2021
from jiwar.law.finding import Duty, Finding, Owner, allowed, review, unknown
from jiwar.law.flow import Access, Flow, Instrument, Relation, Roles
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

CONTRACT = Duty(
    "processing_contract",
    Words(
        "Sign a processing contract that also covers instructions on transfers.",
        "Einen Vertrag zur Auftragsverarbeitung schließen, der auch Weisungen zu Übermittlungen regelt.",
        "Conclure un contrat de sous-traitance couvrant aussi les instructions sur les transferts.",
    ),
    Owner.CONTROLLER,
    lead_months=None,
    cost_key="legal_cost/processing_contract",
)

AUTHORISATION = Duty(
    "subprocessor_authorisation",
    Words(
        "Get the controller's written authorisation for the sub-processor, or its silence after notice.",
        "Die schriftliche Genehmigung des Verantwortlichen für den Unterauftragsverarbeiter einholen, oder "
        "nach Anzeige das Ausbleiben seines Einspruchs.",
        "Obtenir l’autorisation écrite du responsable pour le sous-traitant ultérieur, ou son silence "
        "après avis.",
    ),
    Owner.EXPORTER,
    lead_months=None,
)

_CLAUSES_AS_CONTRACT = Words(
    "Do the signed standard clauses replace the processing contract (recital 9)? The text was not confirmed.",
    "Ersetzen die gezeichneten Standardvertragsklauseln den Vertrag zur Auftragsverarbeitung "
    "(Erwägungsgrund 9)? Der Text ist nicht bestätigt.",
    "Les clauses types signées remplacent-elles le contrat de sous-traitance (considérant 9) ? Texte non "
    "confirmé.",
)


def _concerns(flow: Flow) -> bool:
    return (
        personal(flow) is not Personal.NO
        and flow.relation is not Relation.SAME_LEGAL_ENTITY
        and flow.access is not Access.NONE
    )


@rule(
    "eu.gdpr.art4.roles",
    cites=(GDPR.cite("Art. 4(7), (8), 28"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Wer Verantwortlicher und wer Auftragsverarbeiter ist, muss feststehen.",
    fr="Il faut savoir qui est responsable du traitement et qui est sous-traitant.",
)
def roles_are_known(flow: Flow) -> Finding | None:
    """It must be settled who is a controller and who is a processor."""
    if not _concerns(flow):
        return None
    missing = [name for name in ("roles", "relation") if getattr(flow, name) is None]
    return unknown(*missing) if missing else None


@rule(
    "eu.gdpr.art28.contract",
    cites=(
        GDPR.cite("Art. 28(3), (4)"),
        SCC_2021.cite("Recital 9", quality=Quality.KNOWLEDGE),
    ),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Ein Auftragsverarbeiter arbeitet nur auf der Grundlage eines Vertrags.",
    fr="Un sous-traitant n’agit que sur la base d’un contrat.",
)
def contract(flow: Flow) -> Finding | None:
    """A processor works under a contract only."""
    if not _concerns(flow) or not flow.importer_processes_for_others:
        return None
    if flow.processing_contract is None:
        return unknown("processing_contract", duties=(CONTRACT.met(None),))
    if flow.processing_contract:
        return allowed(CONTRACT.met(True))
    return review(_CLAUSES_AS_CONTRACT, CONTRACT) if _clauses_signed(flow) else refusal(flow, CONTRACT)


def _clauses_signed(flow: Flow) -> bool:
    fitting = flow.roles is not None and flow.scc_module == MODULE_FOR[flow.roles]
    return flow.instrument is Instrument.SCC and fitting


@rule(
    "eu.gdpr.art28.authorisation",
    cites=(GDPR.cite("Art. 28(2), (4)"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Ein weiterer Auftragsverarbeiter darf erst arbeiten, wenn der Verantwortliche ihn genehmigt hat.",
    fr="Un sous-traitant ultérieur ne travaille qu’une fois autorisé par le responsable du traitement.",
)
def authorisation(flow: Flow) -> Finding | None:
    """A further processor may work only once the controller has authorised it."""
    if not _concerns(flow) or flow.roles is not Roles.PROCESSOR_TO_SUBPROCESSOR:
        return None
    if flow.controller_authorisation is None:
        return unknown("controller_authorisation", duties=(AUTHORISATION.met(None),))
    if flow.controller_authorisation:
        return allowed(AUTHORISATION.met(True))
    return refusal(flow, AUTHORISATION)
