"""Art. 45: a country with an adequacy decision needs no instrument, as long as the decision lasts."""

from __future__ import annotations

from jiwar.law.day import Day
from jiwar.law.eu.gdpr.adequacy_table import Decision, Scope, decision_on
from jiwar.law.eu.gdpr.sources import GDPR
from jiwar.law.eu.gdpr.transfer import may_be_transfer
from jiwar.law.finding import Due, Duty, Finding, Owner, allowed, review, unknown
from jiwar.law.flow import Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

WATCH = Duty(
    "watch_adequacy",
    Words(
        "Watch expiry, review and litigation of the adequacy decision, and keep an instrument ready to "
        "fall back on.",
        "Ablauf, Überprüfung und Rechtsstreit zum Angemessenheitsbeschluss beobachten und ein "
        "Ersatzinstrument bereithalten.",
        "Suivre l’échéance, le réexamen et les recours de la décision d’adéquation, et tenir un outil de "
        "repli prêt.",
    ),
    Owner.DATA_PROTECTION_OFFICER,
    Due.WHILE_IT_LASTS,
)

_PERIOD_NOT_READ = Words(
    "What covered transfers to this country on that day? The text for the period was not read.",
    "Was trug Übermittlungen in dieses Land an diesem Tag? Der Text für den Zeitraum wurde nicht gelesen.",
    "Qu’est-ce qui couvrait les transferts vers ce pays ce jour-là ? Le texte de la période n’a pas été lu.",
)


@rule(
    "eu.gdpr.art45.adequacy",
    cites=(GDPR.cite("Art. 45(1), (3)"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="In ein Land mit Angemessenheitsbeschluss darf in dessen Grenzen ohne weiteres Instrument "
    "übermittelt werden.",
    fr="Vers un pays couvert par une décision d’adéquation, le transfert se fait sans autre outil, dans "
    "ses limites.",
)
def adequacy(flow: Flow, day: Day) -> Finding | None:
    """A country with an adequacy decision needs no other instrument, within the scope of the decision."""
    decision = _decision_for(flow, day)
    if decision is None or (decision.scope is not Scope.GENERAL and flow.within_adequacy_scope is False):
        return None
    if not decision.supposed and not decision.quality.carries:
        return review(_PERIOD_NOT_READ)
    if decision.scope is not Scope.GENERAL and flow.within_adequacy_scope is None:
        return unknown("within_adequacy_scope")
    return allowed(WATCH)


def _decision_for(flow: Flow, day: Day) -> Decision | None:
    if not may_be_transfer(flow) or flow.importer_country is None:
        return None
    return decision_on(flow.importer_country, day)
