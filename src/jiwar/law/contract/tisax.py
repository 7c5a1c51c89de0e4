"""TISAX: prototypes of car makers are seen only at sites with a prototype label."""

from __future__ import annotations

from jiwar.law.citation import Quality, Statute
from jiwar.law.finding import Duty, Finding, Owner, allowed, blocked, unknown
from jiwar.law.flow import Data, Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

ENX = Statute(
    "TISAX participant handbook 2.7.2",
    "ENX, 8 April 2024",
    "https://studylib.net/doc/27483893/tisax-participant-handbook",
    Quality.SECONDARY,
)

LABEL = Duty(
    "prototype_label",
    Words(
        "Get the prototype labels for the site (assessment level 3, on site) and share the result with the "
        "customer.",
        "Prototypen-Labels für den Standort erwerben (Assessment-Level 3, vor Ort) und das Ergebnis mit "
        "dem Kunden teilen.",
        "Obtenir les labels prototypes pour le site (niveau 3, sur place) et partager le résultat avec le "
        "client.",
    ),
    Owner.SECURITY_OFFICER,
    lead_months=None,
    cost_key="legal_cost/tisax",
)


@rule(
    "contract.tisax.prototypes",
    cites=(ENX.cite(),),
    valid=since("2018-05-25"),
    gate=Gate.EXPORT_CONTROL,
    de="Prototypendaten von Autoherstellern dürfen nur an Standorte mit Prototypen-Label.",
    fr="Les données de prototypes des constructeurs ne vont que vers des sites dotés du label prototype.",
)
def prototypes(flow: Flow) -> Finding | None:
    """Prototype data of car makers may go only to sites that hold a prototype label."""
    if not flow.holds(Data.CAD_PROTOTYPE) or flow.carmaker_customer is False:
        return None
    if flow.prototype_label:
        return allowed(LABEL.met(True))
    if flow.carmaker_customer is None or flow.prototype_label is None:
        return unknown(
            *flow.missing("carmaker_customer", "prototype_label"), duties=(LABEL.met(flow.prototype_label),)
        )
    return blocked(LABEL)
