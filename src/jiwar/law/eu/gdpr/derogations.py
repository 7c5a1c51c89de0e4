"""Art. 49: exceptions carry single transfers, never the daily work of a team abroad."""

from __future__ import annotations

from jiwar.law.day import Day
from jiwar.law.eu.gdpr.personal import refusal
from jiwar.law.eu.gdpr.sources import GDPR, META, UBER
from jiwar.law.eu.gdpr.transfer import needs_instrument
from jiwar.law.finding import Duty, Finding, Owner, unknown, with_mechanism
from jiwar.law.flow import Flow, Instrument
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

PROVE_EXCEPTION = Duty(
    "prove_exception",
    Words(
        "Document the exception for each transfer; tell the authority where the residual exception is used.",
        "Die Ausnahme für jede Übermittlung dokumentieren; bei der Auffangausnahme die Behörde unterrichten.",
        "Documenter l’exception pour chaque transfert ; informer l’autorité pour l’exception résiduelle.",
    ),
    Owner.DATA_PROTECTION_OFFICER,
)


@rule(
    "eu.gdpr.art49.exceptions",
    cites=(GDPR.cite("Art. 49(1)"), UBER.cite(), META.cite()),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Ausnahmen nach Art. 49 tragen einzelne Übermittlungen mit nachgewiesenem Grund, nie laufende.",
    fr="Les dérogations de l’article 49 portent des transferts isolés et motivés, jamais des flux continus.",
)
def exceptions(flow: Flow, day: Day) -> Finding | None:
    """Exceptions under Art. 49 carry single transfers with a proven ground, never ongoing ones."""
    if flow.instrument is not Instrument.ART49 or not needs_instrument(flow, day):
        return None
    if flow.systematic or flow.art49_ground_proven is False:
        return refusal(flow)
    missing = [name for name in ("systematic", "art49_ground_proven") if getattr(flow, name) is None]
    return unknown(*missing) if missing else with_mechanism(PROVE_EXCEPTION)
