"""What a transfer is: making data available, even on a screen, to another entity outside the EEA."""

from __future__ import annotations

from jiwar.law.day import Day
from jiwar.law.eu.gdpr.adequacy_table import Scope, decision_on
from jiwar.law.eu.gdpr.personal import Personal, personal
from jiwar.law.eu.gdpr.sources import EDPB_TRANSFER, GDPR
from jiwar.law.finding import Due, Duty, Finding, Owner, allowed, review, unknown
from jiwar.law.flow import Access, Flow, Relation
from jiwar.law.places import EEA
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

SECURITY = Duty(
    "security_measures",
    Words(
        "Describe and check the technical and organisational measures at the place of work.",
        "Technische und organisatorische Maßnahmen am Arbeitsort beschreiben und prüfen.",
        "Décrire et vérifier les mesures techniques et organisationnelles sur le lieu de travail.",
    ),
    Owner.SECURITY_OFFICER,
)

FOREIGN_ORDERS = Duty(
    "foreign_orders",
    Words(
        "Settle what staff abroad do when an authority there asks for data.",
        "Regeln, was Beschäftigte im Ausland tun, wenn eine dortige Behörde Daten verlangt.",
        "Régler ce que fait le personnel à l’étranger si une autorité y demande des données.",
    ),
    Owner.DATA_PROTECTION_OFFICER,
)


def may_be_transfer(flow: Flow) -> bool:
    """Whether the flow is a transfer out of the EEA, or could be one when the missing answers are known."""
    return (
        flow.exporter_country in EEA
        and flow.leaves_eea
        and flow.relation is not Relation.SAME_LEGAL_ENTITY
        and flow.access is not Access.NONE
        and personal(flow) is not Personal.NO
    )


def needs_instrument(flow: Flow, day: Day) -> bool:
    """Whether an instrument of Art. 46 or 49 has to carry the flow: a transfer that no decision covers."""
    if not may_be_transfer(flow) or flow.importer_country is None:
        return False
    decision = decision_on(flow.importer_country, day)
    return decision is None or (decision.scope is not Scope.GENERAL and flow.within_adequacy_scope is False)


def _is_personal(flow: Flow) -> bool:
    return personal(flow) is not Personal.NO


@rule(
    "eu.gdpr.art44.within_eea",
    cites=(GDPR.cite("Art. 44"), GDPR.cite("Art. 1(3)")),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Innerhalb des Europäischen Wirtschaftsraums ist nichts eine Übermittlung in ein Drittland.",
    fr="À l’intérieur de l’Espace économique européen, rien n’est un transfert vers un pays tiers.",
)
def within_eea(flow: Flow) -> Finding | None:
    """Nothing that stays within the European Economic Area is a transfer to a third country."""
    stays = flow.exporter_country in EEA and not flow.leaves_eea
    return allowed(SECURITY) if stays and _is_personal(flow) else None


@rule(
    "eu.gdpr.art44.inbound",
    cites=(GDPR.cite("Art. 3(1), 44"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Was in den EWR hereinkommt, ist keine Übermittlung hinaus; für den Empfänger dort gilt die DSGVO.",
    fr="Ce qui entre dans l’EEE n’est pas un transfert vers l’extérieur ; le destinataire y applique le "
    "RGPD.",
)
def inbound(flow: Flow) -> Finding | None:
    """What comes into the EEA is no transfer out of it; the recipient there works under the GDPR."""
    comes_in = flow.exporter_country not in EEA and not flow.leaves_eea
    return allowed(SECURITY) if comes_in and _is_personal(flow) else None


@rule(
    "eu.gdpr.art44.exporter_outside",
    cites=(GDPR.cite("Art. 3, 44"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Ob ein Exporteur außerhalb des EWR der DSGVO unterliegt, muss im Einzelfall geprüft werden.",
    fr="Si un exportateur hors de l’EEE relève du RGPD doit être examiné au cas par cas.",
)
def exporter_outside(flow: Flow) -> Finding | None:
    """Whether an exporter outside the EEA is subject to the GDPR has to be looked at case by case."""
    if flow.exporter_country in EEA or not flow.leaves_eea or not _is_personal(flow):
        return None
    return review(_IS_EXPORTER_UNDER_GDPR)


_IS_EXPORTER_UNDER_GDPR = Words(
    "Is the exporter outside the EEA subject to the GDPR for this processing (Art. 3)?",
    "Unterliegt der Exporteur außerhalb des EWR für diese Verarbeitung der DSGVO (Art. 3)?",
    "L’exportateur hors de l’EEE relève-t-il du RGPD pour ce traitement (art. 3) ?",
)


@rule(
    "eu.gdpr.art44.same_entity",
    cites=(EDPB_TRANSFER.cite(), GDPR.cite("Art. 24, 32, 48")),
    valid=since("2023-02-14"),
    gate=Gate.PRIVACY_EU,
    de="Zugriff eigener Beschäftigter derselben juristischen Person ist keine Übermittlung, bleibt aber "
    "zu sichern.",
    fr="L’accès du personnel de la même entité juridique n’est pas un transfert, mais doit être sécurisé.",
)
def same_entity(flow: Flow) -> Finding | None:
    """Access by staff of the same legal entity is no transfer, but must be secured all the same."""
    if flow.relation is not Relation.SAME_LEGAL_ENTITY or not flow.leaves_eea or not _is_personal(flow):
        return None
    return allowed(SECURITY, FOREIGN_ORDERS)


@rule(
    "eu.gdpr.art44.same_entity",
    cites=(GDPR.cite("Art. 24, 32, 44"),),
    valid=since("2018-05-25", "2023-02-13"),
    gate=Gate.PRIVACY_EU,
    de="Ob der Zugriff der eigenen Niederlassung eine Übermittlung ist, war vor 2023 nicht geklärt.",
    fr="Avant 2023, il n’était pas établi si l’accès de sa propre succursale est un transfert.",
)
def same_entity_before_2023(flow: Flow) -> Finding | None:
    """Whether access by one's own branch is a transfer was not settled before 2023."""
    if flow.relation is not Relation.SAME_LEGAL_ENTITY or not flow.leaves_eea or not _is_personal(flow):
        return None
    return review(_SAME_ENTITY, SECURITY)


_SAME_ENTITY = Words(
    "Was access by a branch of the same legal entity a transfer on that day? The guidelines date from "
    "February 2023.",
    "War der Zugriff einer Niederlassung derselben juristischen Person an diesem Tag eine Übermittlung? Die "
    "Leitlinien stammen vom Februar 2023.",
    "L’accès d’une succursale de la même entité était-il un transfert ce jour-là ? Les lignes directrices "
    "datent de février 2023.",
)


@rule(
    "eu.gdpr.art44.remote_access",
    cites=(EDPB_TRANSFER.cite(), GDPR.cite("Art. 44")),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Fernzugriff einer anderen juristischen Person aus einem Drittland ist eine Übermittlung, auch nur "
    "am Bildschirm.",
    fr="L’accès à distance d’une autre entité depuis un pays tiers est un transfert, même à l’écran "
    "seulement.",
)
def remote_access(flow: Flow) -> Finding | None:
    """Remote access by another legal entity in a third country is a transfer, even on a screen only."""
    if not may_be_transfer(flow):
        return None
    missing = [name for name in ("access", "relation") if getattr(flow, name) is None]
    return unknown(*missing) if missing else allowed(SECURITY)


@rule(
    "eu.gdpr.art44.no_access",
    cites=(EDPB_TRANSFER.cite(), GDPR.cite("Art. 44")),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Solange am Standort niemand die Daten erreicht, wird nichts übermittelt.",
    fr="Tant que personne sur le site n’atteint les données, rien n’est transféré.",
)
def no_access(flow: Flow) -> Finding | None:
    """As long as nobody at the site reaches the data, nothing is transferred."""
    if flow.access is not Access.NONE or not flow.leaves_eea or not _is_personal(flow):
        return None
    return allowed(SECURITY)


@rule(
    "eu.gdpr.art44.onward",
    cites=(GDPR.cite("Art. 44"), EDPB_TRANSFER.cite()),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Auch eine Weiterübermittlung aus dem Empfängerland muss Kapitel V einhalten.",
    fr="Un transfert ultérieur depuis le pays du destinataire doit lui aussi respecter le chapitre V.",
)
def onward(flow: Flow, day: Day) -> Finding | None:
    """An onward transfer from the country of the recipient must meet Chapter V as well."""
    if flow.exporter_country not in EEA or not _is_personal(flow):
        return None
    if flow.onward_countries is None:
        return unknown("onward_countries")
    uncovered = [
        code for code in flow.onward_countries if code not in EEA and not _covered_in_general(code, day)
    ]
    return review(_WHAT_CARRIES_ONWARD, ONWARD_TERMS) if uncovered else None


def _covered_in_general(country: str, day: Day) -> bool:
    decision = decision_on(country, day)
    return decision is not None and decision.scope is Scope.GENERAL and (
        decision.supposed or decision.quality.carries
    )  # fmt: skip


_WHAT_CARRIES_ONWARD = Words(
    "Which instrument carries the onward transfer, and does the clause on onward transfers allow it?",
    "Welches Instrument trägt die Weiterübermittlung, und lässt die Klausel über Weiterübermittlungen sie "
    "zu?",
    "Quel instrument porte le transfert ultérieur, et la clause sur ces transferts l’autorise-t-elle ?",
)

ONWARD_TERMS = Duty(
    "onward_terms",
    Words(
        "Bind every further recipient to the same terms, and list them.",
        "Jeden weiteren Empfänger zu denselben Bedingungen verpflichten und auflisten.",
        "Lier chaque destinataire ultérieur aux mêmes conditions et en tenir la liste.",
    ),
    Owner.IMPORTER,
    Due.WHILE_IT_LASTS,
)
