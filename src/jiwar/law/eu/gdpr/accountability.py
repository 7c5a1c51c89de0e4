"""Art. 13, 30 and 32: what goes with every flow of personal data, whichever instrument carries it."""

from __future__ import annotations

from jiwar.law.eu.gdpr.personal import Personal, personal
from jiwar.law.eu.gdpr.sources import GDPR
from jiwar.law.eu.gdpr.transfer import SECURITY, may_be_transfer
from jiwar.law.finding import Duty, Finding, Owner, allowed
from jiwar.law.flow import Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

RECORD = Duty(
    "record_of_processing",
    Words(
        "Enter the processing, the recipient and its country in the record of processing.",
        "Verarbeitung, Empfänger und dessen Land in das Verzeichnis der Verarbeitungstätigkeiten eintragen.",
        "Inscrire le traitement, le destinataire et son pays au registre des activités de traitement.",
    ),
    Owner.DATA_PROTECTION_OFFICER,
)

NOTICE = Duty(
    "notice_of_transfer",
    Words(
        "Tell the people concerned of the transfer and of the adequacy decision or the safeguards behind it.",
        "Die betroffenen Personen über die Übermittlung und den Beschluss oder die Garantien dahinter "
        "informieren.",
        "Informer les personnes du transfert et de la décision d’adéquation ou des garanties qui le fondent.",
    ),
    Owner.CONTROLLER,
)


@rule(
    "eu.gdpr.art30.record",
    cites=(GDPR.cite("Art. 30(1)(e), (2)(c)"), GDPR.cite("Art. 32")),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Jede Verarbeitung steht im Verzeichnis, mit Empfänger und Drittland, und wird angemessen gesichert.",
    fr="Tout traitement figure au registre, avec destinataire et pays tiers, et fait l’objet de mesures "
    "de sécurité.",
)
def record(flow: Flow) -> Finding | None:
    """Every processing stands in the record, with recipient and third country, and is secured."""
    return allowed(RECORD.met(flow.record), SECURITY) if personal(flow) is not Personal.NO else None


@rule(
    "eu.gdpr.art13.notice",
    cites=(GDPR.cite("Art. 13(1)(f), 14(1)(f)"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Betroffene erfahren von der Übermittlung und davon, was sie trägt.",
    fr="Les personnes concernées sont informées du transfert et de ce qui le fonde.",
)
def notice(flow: Flow) -> Finding | None:
    """The people concerned are told of the transfer and of what carries it."""
    return allowed(NOTICE.met(flow.notice)) if may_be_transfer(flow) else None
