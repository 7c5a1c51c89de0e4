"""Aussenwirtschaftsgesetz: military technology leaves the Union under a licence only."""

from __future__ import annotations

from jiwar.law.citation import Quality, Statute
from jiwar.law.finding import Duty, Finding, Owner, allowed, blocked, review, with_mechanism
from jiwar.law.flow import Access, Data, Flow
from jiwar.law.places import EEA
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

AWG = Statute(
    "AWG",
    "Außenwirtschaftsgesetz",
    "https://www.gesetze-im-internet.de/awg_2013/__2.html",
    Quality.PRIMARY,
    note="read in a copy of March 2022; amendments to be checked",
)
AWV = Statute(
    "AWV",
    "Außenwirtschaftsverordnung with Ausfuhrliste",
    "https://www.gesetze-im-internet.de/awv_2013/",
    Quality.PRIMARY,
    note="read in a copy of March 2022; amendments to be checked",
)

MILITARY_LICENCE = Duty(
    "military_licence",
    Words(
        "Get an individual licence of BAFA for the military technology.",
        "Eine Einzelgenehmigung des BAFA für die Rüstungstechnologie einholen.",
        "Obtenir du BAFA une licence individuelle pour la technologie militaire.",
    ),
    Owner.EXPORT_OFFICER,
    lead_months=None,
    cost_key="legal_cost/export_licence",
)

_WITHIN_EEA = Words(
    "Which licence does the move of military technology within the EEA need? It was not researched.",
    "Welche Genehmigung braucht das Verbringen von Rüstungstechnologie im EWR? Das wurde nicht untersucht.",
    "Quelle licence exige le transfert de technologie militaire dans l’EEE ? Cela n’a pas été étudié.",
)


@rule(
    "germany.awg.military",
    cites=(AWG.cite("§ 2(3)"), AWV.cite("Ausfuhrliste Teil I A")),
    valid=since("2018-05-25"),
    gate=Gate.EXPORT_CONTROL,
    de="Gelistete Rüstungstechnologie darf ohne erteilte Einzelgenehmigung nicht in ein Drittland.",
    fr="Une technologie militaire listée ne va pas vers un pays tiers sans licence individuelle accordée.",
)
def military(flow: Flow) -> Finding | None:
    """Listed military technology may not go to a third country without an individual licence."""
    if not flow.holds(Data.MILITARY_LIST):
        return None
    if flow.access is Access.NONE:
        return allowed()
    if flow.importer_country in EEA:
        return review(_WITHIN_EEA)
    return with_mechanism(MILITARY_LICENCE.met(True)) if flow.export_licence else blocked(MILITARY_LICENCE)
