"""Betriebsverfassungsgesetz: the works council is asked before tools can watch and before work moves."""

from __future__ import annotations

from jiwar.law.citation import Quality, Statute
from jiwar.law.finding import Due, Duty, Finding, Owner, blocked, unknown, with_mechanism
from jiwar.law.flow import Data, Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

BETRVG = Statute(
    "BetrVG",
    "Betriebsverfassungsgesetz",
    "https://www.gesetze-im-internet.de/betrvg/",
    Quality.PRIMARY,
    note="read in a copy of March 2022; amendments to be checked",
)
COURTS_ON_MONITORING = Statute(
    "Tillmanns/Heise, BetrVG",
    "Commentary on § 87(1) no. 6: functions that are fit for monitoring are co-determined",
    "https://haufe.de/recht/deutsches-anwalt-office-premium/tillmannsheiseua-betrvg-87-mitbestimmungsrechte-85-einfuehrung-und-anwendung_idesk_PI17574_HI612679.html",
    Quality.SECONDARY,
    note="the statute says `intended`; courts read `fit for` (also Lindenberg, law-journal.de 1/2019)",
)
BGB = Statute(
    "BGB",
    "Bürgerliches Gesetzbuch",
    "https://www.gesetze-im-internet.de/bgb/__613a.html",
    Quality.PRIMARY,
    note="read in a copy of March 2022",
)
BAG_ABROAD = Statute(
    "BAG 8 AZR 37/10",
    "Transfer of a business abroad, 26 May 2011",
    "https://betriebs-berater.ruw.de/arbeitsrecht/urteile/Betriebsuebergang---neuer-Betriebssitz-im-Ausland-16721",
    Quality.SECONDARY,
)
SMALLEST_COMPANY = 20
"""Operational changes are consulted on in companies with more employees than this (§ 111)."""

AGREEMENT = Duty(
    "works_agreement",
    Words(
        "Conclude a works agreement on the tools and on the data that go abroad.",
        "Eine Betriebsvereinbarung über die Werkzeuge und die Daten schließen, die ins Ausland gehen.",
        "Conclure un accord d’entreprise sur les outils et les données qui partent à l’étranger.",
    ),
    Owner.PERSONNEL,
    lead_months=None,
    cost_key="legal_cost/works_agreement",
)
INFORM = Duty(
    "inform_works_council",
    Words(
        "Inform and consult the works council on the planned processes, systems and places of work.",
        "Den Betriebsrat über geplante Abläufe, Systeme und Arbeitsplätze unterrichten und mit ihm beraten.",
        "Informer et consulter le comité d’entreprise sur les procédés, systèmes et postes prévus.",
    ),
    Owner.PERSONNEL,
    Due.BEFORE_DECISION,
)
RECONCILE = Duty(
    "reconciliation_of_interests",
    Words(
        "Negotiate a reconciliation of interests and a social plan on the relocation.",
        "Interessenausgleich und Sozialplan zur Verlagerung verhandeln.",
        "Négocier la conciliation des intérêts et le plan social sur le transfert d’activité.",
    ),
    Owner.PERSONNEL,
    Due.BEFORE_DECISION,
    lead_months=None,
    cost_key="legal_cost/reconciliation",
)
TRANSFER_OF_BUSINESS = Duty(
    "transfer_of_business_check",
    Words(
        "Check whether a part of the business passes over: then staff are informed in text form and may "
        "object for a month.",
        "Prüfen, ob ein Betriebsteil übergeht: dann sind Beschäftigte in Textform zu unterrichten und "
        "können einen Monat widersprechen.",
        "Vérifier s’il y a transfert d’une partie d’activité : le personnel est alors informé par écrit et "
        "peut s’y opposer pendant un mois.",
    ),
    Owner.COUNSEL,
    Due.BEFORE_DECISION,
    lead_months=1.0,
)


def _names_employees(flow: Flow) -> bool:
    authors = flow.holds(Data.SOURCE_CODE) and not flow.authors_removed
    return flow.holds(Data.EMPLOYEE) or authors


@rule(
    "germany.betrvg.par87.monitoring",
    cites=(BETRVG.cite("§ 87(1) no. 6"), COURTS_ON_MONITORING.cite("§ 87 Rz. 122")),
    valid=since("2018-05-25"),
    gate=Gate.LABOUR_TRAVEL,
    de="Werkzeuge, die Beschäftigte überwachen können, brauchen die Zustimmung des Betriebsrats.",
    fr="Les outils pouvant surveiller le personnel exigent l’accord du comité d’entreprise.",
)
def monitoring(flow: Flow) -> Finding | None:
    """Tools that can watch employees need the agreement of the works council."""
    if flow.exporter_country != "DE" or not _names_employees(flow):
        return None
    if flow.works_council is False or flow.tools_can_monitor is False:
        return None
    if flow.works_agreement:
        return with_mechanism(AGREEMENT.met(True))
    missing = flow.missing("works_council", "tools_can_monitor", "works_agreement")
    return unknown(*missing, duties=(AGREEMENT.met(None),)) if missing else blocked(AGREEMENT)


@rule(
    "germany.betrvg.par90.planning",
    cites=(BETRVG.cite("§ 90"),),
    valid=since("2018-05-25"),
    gate=Gate.LABOUR_TRAVEL,
    de="Der Betriebsrat wird über geplante Arbeitsverfahren und Arbeitsabläufe rechtzeitig unterrichtet.",
    fr="Le comité d’entreprise est informé à temps des procédés et processus de travail prévus.",
)
def planning(flow: Flow) -> Finding | None:
    """The works council is informed in time of planned processes and ways of working."""
    if flow.exporter_country != "DE" or flow.works_council is False:
        return None
    return with_mechanism(INFORM) if flow.works_council else unknown("works_council", duties=(INFORM,))


@rule(
    "germany.betrvg.par111.relocation",
    cites=(BETRVG.cite("§ 111, 112"), BGB.cite("§ 613a"), BAG_ABROAD.cite()),
    valid=since("2018-05-25"),
    gate=Gate.LABOUR_TRAVEL,
    de="Die Verlegung wesentlicher Betriebsteile wird ab 21 Beschäftigten vorher mit dem Betriebsrat "
    "beraten.",
    fr="Le transfert de parties essentielles est discuté avant avec le comité, à partir de 21 salariés.",
)
def relocation(flow: Flow) -> Finding | None:
    """Moving essential parts of an operation is negotiated first, from 21 employees on."""
    if flow.exporter_country != "DE" or flow.essential_parts_move is False:
        return None
    small = flow.home_employees is not None and flow.home_employees <= SMALLEST_COMPANY
    if flow.essential_parts_move is None:
        return unknown("essential_parts_move")
    if small or flow.works_council is False:
        return with_mechanism(TRANSFER_OF_BUSINESS)
    missing = flow.missing("home_employees", "works_council")
    duties = (RECONCILE, TRANSFER_OF_BUSINESS)
    return unknown(*missing, duties=duties) if missing else with_mechanism(*duties)
