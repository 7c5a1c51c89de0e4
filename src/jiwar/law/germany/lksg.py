"""Lieferkettensorgfaltspflichtengesetz: large companies look at their partners abroad too."""

from __future__ import annotations

from jiwar.law.citation import Quality, Statute
from jiwar.law.finding import Due, Duty, Finding, Owner, unknown, with_mechanism
from jiwar.law.flow import Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

LKSG = Statute(
    "LkSG",
    "Lieferkettensorgfaltspflichtengesetz",
    "https://www.dihk.de/de/serviceportal/fuer-gewerbetreibende-unternehmer/gesetzliche-neuregelungen/das-lieferkettengesetz-soll-geaendert-werden--141680",
    Quality.SECONDARY,
    note="the reporting duty is to be abolished with effect from 2023; adoption in 2026 not found",
)

RISK_ANALYSIS = Duty(
    "supply_chain_risk_analysis",
    Words(
        "Include the partner or subsidiary abroad in the risk analysis of the supply chain.",
        "Partner oder Tochter im Ausland in die Risikoanalyse der Lieferkette aufnehmen.",
        "Inclure le partenaire ou la filiale à l’étranger dans l’analyse de risques de la chaîne.",
    ),
    Owner.PURCHASING,
    Due.WHILE_IT_LASTS,
)


def _judge(flow: Flow, threshold: int) -> Finding | None:
    if flow.exporter_country != "DE":
        return None
    if flow.home_employees is None:
        return unknown("home_employees")
    return with_mechanism(RISK_ANALYSIS) if flow.home_employees >= threshold else None


@rule(
    "germany.lksg.risk_analysis",
    cites=(LKSG.cite(),),
    valid=since("2024-01-01"),
    gate=Gate.PRODUCT,
    de="Ab 1.000 Beschäftigten in Deutschland gehört der ausländische Partner in die Risikoanalyse.",
    fr="À partir de 1 000 salariés en Allemagne, le partenaire étranger entre dans l’analyse de risques.",
)
def risk_analysis(flow: Flow) -> Finding | None:
    """From 1,000 employees in Germany the partner abroad belongs in the risk analysis."""
    return _judge(flow, 1_000)


@rule(
    "germany.lksg.risk_analysis",
    cites=(LKSG.cite("§ 1(1)", quality=Quality.KNOWLEDGE, note="threshold of the first year not confirmed"),),
    valid=since("2023-01-01", "2023-12-31"),
    gate=Gate.PRODUCT,
    de="Ab 3.000 Beschäftigten in Deutschland gehört der ausländische Partner in die Risikoanalyse.",
    fr="À partir de 3 000 salariés en Allemagne, le partenaire étranger entre dans l’analyse de risques.",
)
def risk_analysis_in_2023(flow: Flow) -> Finding | None:
    """From 3,000 employees in Germany the partner abroad belongs in the risk analysis."""
    return _judge(flow, 3_000)
