"""Beschäftigungsverordnung and social security: trips to Germany, postings from it."""

from __future__ import annotations

from jiwar.law.citation import Citation, Quality, Statute
from jiwar.law.finding import Due, Duty, Finding, Owner, after_authorisation, review, unknown, with_mechanism
from jiwar.law.flow import Flow
from jiwar.law.places import EEA
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

BESCHV = Statute(
    "BeschV",
    "Beschäftigungsverordnung",
    "https://www.gesetze-im-internet.de/beschv_2013/__16.html",
    Quality.PRIMARY,
    note="read in a copy of March 2022; amendments of 2023 and 2024 to be checked",
)
SOCIAL_SECURITY_MA = Statute(
    "German-Moroccan agreement on social security",
    "Certificate MA/D 101",
    "https://www.dvka.de/de/arbeitgeber-erwerbstaetige/antraege-finden/entsendung-ins-ausland/entsendung/entsendung_detailseiten_neu/marokko_neu.html",
    Quality.AUTHORITY,
)
LONGEST_VISIT_DAYS = 90
POSTING_MONTHS = 36
LONGEST_POSTING_MONTHS = 72

VISA = Duty(
    "business_visa",
    Words(
        "Check whether the travellers need a visa for business trips, and keep the trips to meetings and "
        "control of work.",
        "Prüfen, ob die Reisenden ein Geschäftsvisum brauchen; Reisen auf Besprechungen und "
        "Leistungskontrolle beschränken.",
        "Vérifier le besoin de visa d’affaires ; limiter les voyages aux réunions et au contrôle des "
        "prestations.",
    ),
    Owner.PERSONNEL,
    Due.BEFORE_EACH_TRIP,
    lead_months=None,
)
CERTIFICATE = Duty(
    "certificate_ma_d_101",
    Words(
        "Get certificate MA/D 101 for each posting; it holds 36 months at most, A1 does not exist for "
        "Morocco.",
        "Für jede Entsendung die Bescheinigung MA/D 101 einholen; sie gilt höchstens 36 Monate, A1 gibt es "
        "nicht.",
        "Obtenir le certificat MA/D 101 pour chaque détachement ; 36 mois au plus, l’A1 n’existe pas pour "
        "le Maroc.",
    ),
    Owner.PERSONNEL,
    Due.BEFORE_EACH_TRIP,
)
EXTENSION = Duty(
    "extension_ma_d_101",
    Words(
        "Have DVKA agree with the Moroccan side on the extension beyond 36 months.",
        "Die Verlängerung über 36 Monate hinaus von der DVKA mit der marokkanischen Seite vereinbaren "
        "lassen.",
        "Faire convenir par la DVKA avec la partie marocaine la prolongation au-delà de 36 mois.",
    ),
    Owner.PERSONNEL,
    lead_months=None,
)

_PRODUCTIVE = Words(
    "Which residence title covers productive work in Germany, for instance the card for intra-corporate "
    "transfers?",
    "Welcher Aufenthaltstitel deckt produktive Arbeit in Deutschland, etwa die ICT-Karte?",
    "Quel titre de séjour couvre un travail productif en Allemagne, par exemple la carte ICT ?",
)
_TOO_LONG = Words(
    "Which social security applies to a posting of more than six years?",
    "Welche Sozialversicherung gilt bei einer Entsendung von mehr als sechs Jahren?",
    "Quelle sécurité sociale s’applique à un détachement de plus de six ans ?",
)
_OTHER_COUNTRY = Words(
    "Which social security applies to the posting? Agreements with this country were not researched.",
    "Welche Sozialversicherung gilt für die Entsendung? Abkommen mit diesem Land wurden nicht untersucht.",
    "Quelle sécurité sociale s’applique au détachement ? Les accords avec ce pays n’ont pas été étudiés.",
)


@rule(
    "germany.beschv.visits",
    cites=(BESCHV.cite("§ 16, 30 no. 1, 10"),),
    valid=since("2018-05-25"),
    gate=Gate.LABOUR_TRAVEL,
    de="Geschäftsreisen nach Deutschland sind bis 90 Tage in 180 für Besprechungen frei, nicht für "
    "produktive Arbeit.",
    fr="Les voyages d’affaires en Allemagne sont libres 90 jours sur 180 pour des réunions, non pour "
    "produire.",
)
def visits(flow: Flow) -> Finding | None:
    """Business trips to Germany are free for meetings up to 90 days in 180, not for productive work."""
    if flow.exporter_country != "DE" or flow.importer_country in EEA or flow.travel_days_to_germany == 0:
        return None
    if flow.travel_days_to_germany is None:
        return unknown("travel_days_to_germany")
    if flow.travel_for_meetings_only is None:
        return unknown("travel_for_meetings_only", duties=(VISA,))
    fits = flow.travel_for_meetings_only and flow.travel_days_to_germany <= LONGEST_VISIT_DAYS
    return after_authorisation(VISA) if fits else review(_PRODUCTIVE)


@rule(
    "germany.social_security.morocco",
    cites=(SOCIAL_SECURITY_MA.cite(),),
    valid=since("2018-05-25"),
    gate=Gate.LABOUR_TRAVEL,
    countries=("MA",),
    de="Wer nach Marokko entsandt wird, bleibt mit MA/D 101 bis 36 Monate in Deutschland versichert.",
    fr="Qui est détaché au Maroc reste assuré en Allemagne 36 mois au plus, avec le certificat MA/D 101.",
)
def posting_to_morocco(flow: Flow) -> Finding | None:
    """Whoever is posted to Morocco stays insured in Germany for up to 36 months with certificate MA/D 101."""
    if flow.exporter_country != "DE" or flow.posting_months == 0:
        return None
    if flow.posting_months is None:
        return unknown("posting_months")
    if flow.posting_months <= POSTING_MONTHS:
        return with_mechanism(CERTIFICATE)
    within = flow.posting_months <= LONGEST_POSTING_MONTHS
    return after_authorisation(CERTIFICATE, EXTENSION) if within else review(_TOO_LONG, CERTIFICATE)


@rule(
    "germany.social_security.elsewhere",
    cites=(Citation("social-security agreements of Germany", "https://www.dvka.de", Quality.NOT_FOUND),),
    valid=since("2018-05-25"),
    gate=Gate.LABOUR_TRAVEL,
    de="Für Entsendungen in andere Länder ist die Sozialversicherung im Einzelfall zu klären.",
    fr="Pour un détachement vers d’autres pays, la sécurité sociale est à régler au cas par cas.",
)
def posting_elsewhere(flow: Flow) -> Finding | None:
    """For postings to other countries social security is settled case by case."""
    if flow.exporter_country != "DE" or flow.importer_country in {"MA", "DE"} or flow.posting_months == 0:
        return None
    return review(_OTHER_COUNTRY) if flow.posting_months else unknown("posting_months")
