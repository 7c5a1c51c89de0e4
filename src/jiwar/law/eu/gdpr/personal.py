"""What is personal data: nothing in doubt passes as anonymous."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from jiwar.law.citation import Quality
from jiwar.law.eu.gdpr.sources import GDPR, SCANIA, SRB
from jiwar.law.finding import Duty, Finding, Owner, allowed, review, unknown, with_mechanism
from jiwar.law.flow import Data, Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate, Verdict
from jiwar.law.wording import Words

NEVER_PERSONAL = frozenset(
    {Data.ANONYMOUS, Data.CAD_PROTOTYPE, Data.EXPORT_CONTROLLED, Data.MILITARY_LIST, Data.CLASSIFIED}
)
"""Kinds of data that name nobody by themselves."""


class Personal(StrEnum):
    """Whether a flow holds personal data; disputed when courts and authorities differ."""

    NO = "no"
    DISPUTED = "disputed"
    YES = "yes"


def personal(flow: Flow) -> Personal:
    """Return whether a flow holds personal data; what is not known to be anonymous counts as personal."""
    return _classified(
        flow.categories,
        video_tested=flow.anonymisation_tested is True,
        authors_removed=flow.authors_removed is True,
        holder_known=flow.holder_identifiable is not False,
    )


@lru_cache(maxsize=5_000)
def _classified(
    categories: frozenset[Data] | None, *, video_tested: bool, authors_removed: bool, holder_known: bool
) -> Personal:
    left = set(categories or Data) - NEVER_PERSONAL
    if video_tested:
        left.discard(Data.VIDEO_ANONYMISED)
    if authors_removed:
        left.discard(Data.SOURCE_CODE)
    if not left:
        return Personal.NO
    return Personal.DISPUTED if left == {Data.VIN} and not holder_known else Personal.YES


def refusal(flow: Flow, *duties: Duty) -> Finding:
    """Say no, or, where it is disputed that the data are personal at all, ask for a decision."""
    if personal(flow) is Personal.DISPUTED:
        return review(_IS_VIN_PERSONAL, *duties)
    return Finding(Verdict.BLOCKED, duties)


_IS_VIN_PERSONAL = Words(
    "Is the vehicle identification number personal here? The Court looks at the means of whoever has "
    "access; German authorities have long treated the number as personal.",
    "Ist die Fahrzeug-Identifizierungsnummer hier personenbezogen? Der EuGH stellt auf die Mittel dessen "
    "ab, der Zugang hat; deutsche Behörden behandeln die Nummer seit Langem als personenbezogen.",
    "Le numéro d’identification du véhicule est-il ici personnel ? La Cour regarde les moyens de celui qui "
    "y a accès ; les autorités allemandes le traitent depuis longtemps comme personnel.",
)

ANONYMISATION_TEST = Duty(
    "document_anonymisation",
    Words(
        "Write down why nobody can be identified, and by which means this was tested.",
        "Festhalten, warum niemand identifizierbar ist und womit das geprüft wurde.",
        "Consigner pourquoi personne n’est identifiable et par quels moyens cela a été vérifié.",
    ),
    Owner.DATA_PROTECTION_OFFICER,
)

NAME_RECIPIENT = Duty(
    "name_recipient_of_pseudonyms",
    Words(
        "Name the recipient of the pseudonymised data in the privacy notice.",
        "Den Empfänger der pseudonymisierten Daten in der Datenschutzinformation nennen.",
        "Nommer le destinataire des données pseudonymisées dans l’information des personnes.",
    ),
    Owner.CONTROLLER,
)


@rule(
    "eu.gdpr.personal.none",
    cites=(GDPR.cite("Recital 26", quality=Quality.KNOWLEDGE), SRB.cite()),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Daten ohne Bezug zu einer Person fallen nicht unter die DSGVO; die Prüfung wird dokumentiert.",
    fr="Les données sans lien avec une personne échappent au RGPD ; la vérification est documentée.",
)
def no_personal_data(flow: Flow) -> Finding | None:
    """Data without a link to a person are outside the GDPR; the test is documented."""
    if personal(flow) is not Personal.NO:
        return None
    claimed = flow.holds(Data.ANONYMOUS, Data.VIDEO_ANONYMISED, Data.SOURCE_CODE)
    return allowed(ANONYMISATION_TEST) if claimed else allowed()


@rule(
    "eu.gdpr.personal.anonymised_video",
    cites=(SRB.cite(), GDPR.cite("Art. 4(1)")),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Anonymisiertes Video gilt erst als anonym, wenn geprüft ist, dass niemand wiederzuerkennen ist.",
    fr="Une vidéo anonymisée n’est anonyme qu’une fois vérifié que personne n’est reconnaissable.",
)
def anonymised_video(flow: Flow) -> Finding | None:
    """Anonymised video is anonymous only once it was tested that nobody can be recognised."""
    if not flow.holds(Data.VIDEO_ANONYMISED) or flow.anonymisation_tested:
        return None
    return (
        unknown("anonymisation_tested") if flow.anonymisation_tested is None else allowed(ANONYMISATION_TEST)
    )


@rule(
    "eu.gdpr.personal.pseudonyms",
    cites=(SRB.cite(), GDPR.cite("Art. 4(5), 13(1)(e)")),
    valid=since("2025-09-04"),
    gate=Gate.PRIVACY_EU,
    de="Pseudonymisierte Daten bleiben für den Exporteur personenbezogen, auch wenn sie es beim Empfänger "
    "nicht sind.",
    fr="Des données pseudonymisées restent personnelles pour l’exportateur, même si elles ne le sont pas "
    "en face.",
)
def pseudonyms(flow: Flow) -> Finding | None:
    """Pseudonymised data stay personal for the exporter, even where the recipient cannot identify anyone."""
    if not flow.holds(Data.PSEUDONYMISED):
        return None
    told = NAME_RECIPIENT.met(flow.notice)
    return with_mechanism(told) if flow.leaves_eea else allowed(told)


@rule(
    "eu.gdpr.personal.pseudonyms",
    cites=(GDPR.cite("Art. 4(5)"),),
    valid=since("2018-05-25", "2025-09-03"),
    gate=Gate.PRIVACY_EU,
    de="Pseudonymisierte Daten sind personenbezogen.",
    fr="Les données pseudonymisées sont des données personnelles.",
)
def pseudonyms_before_the_court_spoke(flow: Flow) -> Finding | None:
    """Pseudonymised data are personal data."""
    return allowed() if flow.holds(Data.PSEUDONYMISED) else None


@rule(
    "eu.gdpr.personal.vehicle_number",
    cites=(SCANIA.cite(),),
    valid=since("2023-11-09"),
    gate=Gate.PRIVACY_EU,
    de="Die Fahrzeug-Identifizierungsnummer ist für den personenbezogen, der den Halter mit vertretbaren "
    "Mitteln findet.",
    fr="Le numéro d’identification du véhicule est personnel pour qui peut raisonnablement trouver le "
    "détenteur.",
)
def vehicle_number(flow: Flow) -> Finding | None:
    """The vehicle identification number is personal for whoever has reasonable means to find the holder."""
    return allowed() if flow.holds(Data.VIN) else None


@rule(
    "eu.gdpr.personal.vehicle_number",
    cites=(GDPR.cite("Art. 4(1)"),),
    valid=since("2018-05-25", "2023-11-08"),
    gate=Gate.PRIVACY_EU,
    de="Die Fahrzeug-Identifizierungsnummer wird als personenbezogen behandelt.",
    fr="Le numéro d’identification du véhicule est traité comme personnel.",
)
def vehicle_number_before_the_court_spoke(flow: Flow) -> Finding | None:
    """The vehicle identification number is treated as personal."""
    return allowed() if flow.holds(Data.VIN) else None
