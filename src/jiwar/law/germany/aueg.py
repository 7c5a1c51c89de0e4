"""Arbeitnehmerüberlassungsgesetz: lending workers needs a licence that no lender outside the EEA can get.

Three versions: until 14 October 2024 the instructions were not read; then purely remote work from abroad
could need a licence; since 1 October 2025 it does not, as long as nobody ever comes to Germany to work.
"""

from __future__ import annotations

from jiwar.law.citation import Quality, Statute
from jiwar.law.finding import Due, Duty, Finding, Owner, allowed, blocked, review, unknown
from jiwar.law.flow import Flow, Relation, Staffing
from jiwar.law.places import EEA
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

AUEG = Statute(
    "AÜG",
    "Arbeitnehmerüberlassungsgesetz",
    "https://www.gesetze-im-internet.de/a_g/__1.html",
    Quality.PRIMARY,
    note="read in a copy of March 2022",
)
BA_2025 = Statute(
    "BA instructions on the AÜG of 1 October 2025",
    "Fachliche Weisungen 1.2.3(2)",
    "https://www.fgs.de/news-and-insights/blog/detail/employer-of-record-bei-remote-work-bundesagentur-fuer-arbeit-lenkt-ein",
    Quality.SECONDARY,
    note="they bind the agency, not the courts",
)
BA_2024 = Statute(
    "BA instructions on the AÜG of 15 October 2024",
    "Fachliche Weisungen",
    "https://arbrb.de/blog/2024/10/22/buerokratieabbau-in-deutschland-oder-leider-mal-wieder-mehr-buerokratie-wagen-die-neuen-fachlichen-weisungen-zum-aueg-wie-viel-deutsches-aueg-braucht-das",
    Quality.SECONDARY,
)

OWN_INSTRUCTIONS = Duty(
    "provider_instructs",
    Words(
        "Keep instructions with the provider's own lead; the client speaks of results, not of persons.",
        "Weisungen bleiben bei der Leitung des Dienstleisters; der Kunde spricht über Ergebnisse, nicht "
        "über Personen.",
        "Les instructions restent au prestataire ; le client parle de résultats, non de personnes.",
    ),
    Owner.PURCHASING,
    Due.WHILE_IT_LASTS,
)
REMOTE_ONLY = Duty(
    "remote_only",
    Words(
        "Document that nobody of the team ever travels to Germany to work.",
        "Dokumentieren, dass niemand aus dem Team je zur Arbeit nach Deutschland reist.",
        "Documenter que personne de l’équipe ne vient jamais travailler en Allemagne.",
    ),
    Owner.PERSONNEL,
    Due.WHILE_IT_LASTS,
)

_OLD_INSTRUCTIONS = Words(
    "Is leasing of workers from abroad licensable on that day? The instructions of the time were not read.",
    "War die Überlassung aus dem Ausland an diesem Tag erlaubnispflichtig? Die damaligen Weisungen wurden "
    "nicht gelesen.",
    "Le prêt de main-d’œuvre depuis l’étranger était-il soumis à licence ce jour-là ? Instructions non lues.",
)
_REMOTE_2024 = Words(
    "The instructions of October 2024 treat even purely remote workers as leased. Does the arrangement "
    "need a licence?",
    "Die Weisungen vom Oktober 2024 sehen auch rein virtuell Arbeitende als überlassen an. Braucht es eine "
    "Erlaubnis?",
    "Les instructions d’octobre 2024 visent même le travail purement à distance. Une licence est-elle "
    "requise ?",
)
_LICENCE = Words(
    "Does the lender hold a German licence for the people who work in Germany?",
    "Hat der Verleiher eine deutsche Erlaubnis für die Beschäftigten, die in Deutschland arbeiten?",
    "Le prêteur détient-il une licence allemande pour ceux qui travaillent en Allemagne ?",
)


def _is_leasing(flow: Flow) -> bool | None:
    """Whether workers are lent: by contract, or because the client in fact instructs them."""
    if flow.relation is Relation.SAME_LEGAL_ENTITY:
        return False
    if flow.staffing is Staffing.BODY_LEASING or flow.client_instructions:
        return True if flow.relation is not None else None
    return None if flow.missing("relation", "staffing", "client_instructions") else False


def _before_leasing(flow: Flow) -> Finding | None:
    """What all versions share: no leasing is fine, and unknown staffing is asked for."""
    leasing = _is_leasing(flow)
    if leasing is None:
        return unknown(*flow.missing("relation", "staffing", "client_instructions"))
    if leasing:
        return None
    return allowed() if flow.relation is Relation.SAME_LEGAL_ENTITY else allowed(OWN_INSTRUCTIONS)


@rule(
    "germany.aueg.leasing",
    cites=(AUEG.cite("§ 1"), BA_2025.cite()),
    valid=since("2025-10-01"),
    gate=Gate.LABOUR_TRAVEL,
    de="Wer Weisungen des deutschen Kunden folgt, ist überlassen, sobald er zur Arbeit nach Deutschland "
    "reist.",
    fr="Qui suit les instructions du client allemand est prêté dès qu’il vient travailler en Allemagne.",
)
def leasing(flow: Flow) -> Finding | None:
    """Whoever works under the German client's instructions is leased once he comes to Germany to work."""
    if flow.exporter_country != "DE":
        return None
    clear = _before_leasing(flow)
    if clear is not None:
        return clear
    if flow.importer_country == "DE":
        return review(_LICENCE)
    if flow.travel_days_to_germany is None:
        return unknown("travel_days_to_germany")
    if flow.travel_days_to_germany == 0:
        return allowed(REMOTE_ONLY)
    return review(_LICENCE) if flow.importer_country in EEA else blocked()


@rule(
    "germany.aueg.leasing",
    cites=(AUEG.cite("§ 1"), BA_2024.cite()),
    valid=since("2024-10-15", "2025-09-30"),
    gate=Gate.LABOUR_TRAVEL,
    de="Nach den Weisungen von 2024 kann auch rein virtuelle Arbeit unter Kundenweisung eine Erlaubnis "
    "brauchen.",
    fr="Selon les instructions de 2024, même le travail purement à distance sous instruction peut exiger "
    "une licence.",
)
def leasing_in_2024(flow: Flow) -> Finding | None:
    """Under the instructions of 2024 even purely remote work under the client's orders may need a licence."""
    if flow.exporter_country != "DE":
        return None
    clear = _before_leasing(flow)
    return clear or review(_LICENCE if flow.importer_country == "DE" else _REMOTE_2024)


@rule(
    "germany.aueg.leasing",
    cites=(AUEG.cite("§ 1"),),
    valid=since("2018-05-25", "2024-10-14"),
    gate=Gate.LABOUR_TRAVEL,
    de="Wer in den Betrieb des Kunden eingegliedert ist und dessen Weisungen folgt, ist überlassen.",
    fr="Qui est intégré chez le client et suit ses instructions est mis à disposition.",
)
def leasing_before_2024(flow: Flow) -> Finding | None:
    """Whoever is integrated with the client and follows its instructions is leased."""
    if flow.exporter_country != "DE":
        return None
    return _before_leasing(flow) or review(_OLD_INSTRUCTIONS)
