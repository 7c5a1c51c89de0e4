"""The customer's contract: whether the work may be done at this place at all."""

from __future__ import annotations

from jiwar.law.citation import Quality
from jiwar.law.eu.gdpr.sources import GDPR
from jiwar.law.finding import Duty, Finding, Owner, allowed, blocked, unknown
from jiwar.law.flow import Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

CONSENT = Duty(
    "customer_consent",
    Words(
        "Get the customer's consent to the place of work, or change the contract.",
        "Die Zustimmung des Kunden zum Arbeitsort einholen oder den Vertrag ändern.",
        "Obtenir l’accord du client sur le lieu de travail, ou modifier le contrat.",
    ),
    Owner.EXPORTER,
    lead_months=None,
)


@rule(
    "contract.customer.place",
    cites=(
        GDPR.cite(
            "Art. 28(2)", quality=Quality.PRIMARY, note="and the contract itself, which only you can read"
        ),
    ),
    valid=since("2018-05-25"),
    gate=Gate.EXPORT_CONTROL,
    de="Arbeit für einen Kunden darf nur dorthin, wo sein Vertrag es zulässt.",
    fr="Le travail fait pour un client ne va que là où son contrat le permet.",
)
def place_of_work(flow: Flow) -> Finding | None:
    """Work for a customer may go only where the customer's contract allows it."""
    if flow.customer_permits is None:
        return unknown("customer_permits", duties=(CONSENT.met(None),))
    return allowed(CONSENT.met(True)) if flow.customer_permits else blocked(CONSENT)
