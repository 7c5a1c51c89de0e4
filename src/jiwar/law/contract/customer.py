"""The customer's contract: whether the work may be done at this place at all."""

from __future__ import annotations

from jiwar.law.citation import Quality
from jiwar.law.eu.gdpr.sources import GDPR
from jiwar.law.finding import Duty, Finding, Owner, allowed, blocked, unknown
from jiwar.law.flow import Data, Flow, Roles
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

CONSENT = Duty(
    "customer_consent",
    Words(
        "Get the customer's consent to the place of work, or change the contract.",
        "Die Zustimmung des Kunden zum Arbeitsort einholen oder den Vertrag ändern.",
        "Obtenir l'accord du client sur le lieu de travail, ou modifier le contrat.",
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
    own_work = flow.roles not in {Roles.PROCESSOR_TO_SUBPROCESSOR, None} and not flow.holds(
        Data.CAD_PROTOTYPE
    )
    if own_work:
        return None
    if flow.customer_permits:
        return allowed(CONSENT.met(True))
    missing = (
        flow.missing("customer_permits")
        if flow.holds(Data.CAD_PROTOTYPE)
        else flow.missing("roles", "customer_permits")
    )
    return unknown(*missing, duties=(CONSENT.met(None),)) if missing else blocked(CONSENT)
