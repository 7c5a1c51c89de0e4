"""Geheimschutz: classified work leaves Germany only with consent, clearance and an agreement."""

from __future__ import annotations

from jiwar.law.citation import Quality, Statute
from jiwar.law.finding import Duty, Finding, Owner, after_authorisation, blocked
from jiwar.law.flow import Data, Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

HANDBOOK = Statute(
    "Geheimschutzhandbuch",
    "Handbook for secrecy in industry",
    "https://bmwk-sicherheitsforum.de/handbuch/text/?fk_menu=40",
    Quality.AUTHORITY,
)
VSA = Statute(
    "VSA",
    "Verschlusssachenanweisung of 13 March 2023",
    "https://www.verwaltungsvorschriften-im-internet.de/BMI-OESII5-20230313-SF-A005.htm",
    Quality.PRIMARY,
)

CLEARANCE = Duty(
    "classified_clearance",
    Words(
        "Get the principal's consent, notify the ministry, and have the site's clearance and equal "
        "protection assured.",
        "Zustimmung des Auftraggebers einholen, dem Ministerium anzeigen, Sicherheitsbescheid und "
        "gleichwertigen Schutz am Standort sicherstellen.",
        "Obtenir l’accord du donneur d’ordre, avertir le ministère, faire assurer l’habilitation du site "
        "et une protection équivalente.",
    ),
    Owner.SECURITY_OFFICER,
    lead_months=None,
)


@rule(
    "germany.secrecy.classified",
    cites=(HANDBOOK.cite("2.5.1"), VSA.cite("Anlage V")),
    valid=since("2018-05-25"),
    gate=Gate.EXPORT_CONTROL,
    de="Verschlusssachen verlassen Deutschland nur mit Zustimmung, Sicherheitsbescheid und "
    "Geheimschutzabkommen.",
    fr="Le secret-défense ne quitte l’Allemagne qu’avec accord, habilitation et convention de protection.",
)
def classified(flow: Flow) -> Finding | None:
    """Classified matter leaves Germany only with consent, facility clearance and a secrecy agreement."""
    if not flow.holds(Data.CLASSIFIED) or flow.importer_country == "DE":
        return None
    return after_authorisation(CLEARANCE.met(True)) if flow.classified_cleared else blocked(CLEARANCE)
