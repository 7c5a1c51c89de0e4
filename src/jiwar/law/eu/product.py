"""Product regulation: no statute forbids the place of work, several follow the product to the supplier."""

from __future__ import annotations

import datetime as dt

from jiwar.law.citation import Quality, Statute
from jiwar.law.day import Day
from jiwar.law.finding import Due, Duty, Finding, Owner, allowed, unknown, with_mechanism
from jiwar.law.flow import Access, Flow
from jiwar.law.places import EEA
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

R155 = Statute(
    "UN R155", "Cyber security of vehicles", "https://eur-lex.europa.eu/eli/reg/2021/387/oj", Quality.PRIMARY
)
R156 = Statute(
    "UN R156",
    "Software updates of vehicles",
    "https://eur-lex.europa.eu/eli/reg/2021/388/oj",
    Quality.PRIMARY,
)
NIS2 = Statute(
    "NIS2", "Directive (EU) 2022/2555", "https://eur-lex.europa.eu/eli/dir/2022/2555/oj", Quality.PRIMARY
)
BSIG = Statute(
    "BSIG",
    "NIS2UmsuCG, BGBl. 2025 I Nr. 301",
    "https://www.haufe.de/recht/weitere-rechtsgebiete/wirtschaftsrecht/cybersicherheit-folgen-der-nis2-richtlinie-fuer-unternehmen_210_669886.html",
    Quality.SECONDARY,
)
CRA = Statute(
    "CRA", "Regulation (EU) 2024/2847", "https://eur-lex.europa.eu/eli/reg/2024/2847/oj", Quality.PRIMARY
)
AI_ACT = Statute(
    "AI Act", "Regulation (EU) 2024/1689", "https://eur-lex.europa.eu/eli/reg/2024/1689/oj", Quality.PRIMARY
)
AI_OMNIBUS = Statute(
    "Digital Omnibus on AI",
    "Council approval of 29 June 2026",
    "https://futureprep.eu/news/digital-omnibus-ai-act-deadlines/",
    Quality.SECONDARY,
    note="reference in the Official Journal not found",
)
DATA_ACT = Statute(
    "Data Act", "Regulation (EU) 2023/2854", "https://eur-lex.europa.eu/eli/reg/2023/2854/oj", Quality.PRIMARY
)

CRA_FULL = dt.date(2027, 12, 11)
"""From this day the whole Cyber Resilience Act applies; before, reporting only."""

SUPPLIER_CYBER = Duty(
    "supplier_cyber_contract",
    Words(
        "Bind the site by contract to the manufacturer's cyber-security management, and keep the evidence.",
        "Den Standort vertraglich in das Cybersicherheits-Management des Herstellers einbinden und "
        "Nachweise führen.",
        "Lier le site par contrat au système de cybersécurité du constructeur et conserver les preuves.",
    ),
    Owner.SECURITY_OFFICER,
)
SUPPLIER_ASSESSMENT = Duty(
    "supplier_security_assessment",
    Words(
        "Assess the site's security and secure development as a supplier, and repeat it.",
        "Sicherheit und sichere Entwicklung des Standorts als Lieferant bewerten, und das wiederkehrend.",
        "Évaluer la sécurité et le développement sécurisé du site comme fournisseur, et recommencer.",
    ),
    Owner.SECURITY_OFFICER,
)
VULNERABILITIES = Duty(
    "vulnerability_reporting",
    Words(
        "Let the site report vulnerabilities and incidents in time for the 24- and 72-hour reports.",
        "Der Standort meldet Schwachstellen und Vorfälle so, dass die Meldungen in 24 und 72 Stunden "
        "gelingen.",
        "Le site signale failles et incidents à temps pour les rapports à 24 et 72 heures.",
    ),
    Owner.SECURITY_OFFICER,
    Due.WHILE_IT_LASTS,
)
PARTS_LIST = Duty(
    "software_parts_list",
    Words(
        "Pass on the list of software parts and the risk assessment of the development at the site.",
        "Software-Stückliste und Risikobewertung der Entwicklung am Standort weitergeben.",
        "Transmettre la nomenclature logicielle et l’analyse de risques du développement sur le site.",
    ),
    Owner.IMPORTER,
    Due.WHILE_IT_LASTS,
)
ANNOTATION = Duty(
    "data_documentation",
    Words(
        "Document origin, collection and labelling of the training data, the work at the site included.",
        "Herkunft, Erhebung und Annotation der Trainingsdaten dokumentieren, samt der Arbeit am Standort.",
        "Documenter l’origine, la collecte et l’annotation des données d’entraînement, travail sur site "
        "compris.",
    ),
    Owner.EXPORTER,
    Due.WHILE_IT_LASTS,
)
FOREIGN_ACCESS = Duty(
    "prevent_foreign_access",
    Words(
        "Prevent access of foreign authorities to non-personal data held in the Union, in contract and in "
        "technology.",
        "Zugriff ausländischer Behörden auf in der Union gehaltene nicht personenbezogene Daten "
        "vertraglich und technisch verhindern.",
        "Empêcher, par contrat et par la technique, l’accès d’autorités étrangères aux données non "
        "personnelles de l’Union.",
    ),
    Owner.SECURITY_OFFICER,
)


@rule(
    "eu.product.place",
    cites=(R155.cite("7.2.2.5"), R156.cite()),
    valid=since("2018-05-25"),
    gate=Gate.PRODUCT,
    de="Keine der geprüften Produktvorschriften verbietet einen Ort der Entwicklung.",
    fr="Aucune des réglementations de produit examinées n’interdit un lieu de développement.",
)
def place(flow: Flow) -> Finding | None:
    """None of the product regulations that were read forbids a place of development."""
    return allowed() if flow.importer_country is not None else None


def _follows(flow: Flow, question: str, *duties: Duty) -> Finding | None:
    answer = getattr(flow, question)
    if answer is None:
        return unknown(question)
    return with_mechanism(*duties) if answer else None


@rule(
    "eu.product.r155",
    cites=(R155.cite("5.1.1(a), 7.2.2.5, 7.3.2"),),
    valid=since("2021-01-22"),
    gate=Gate.PRODUCT,
    de="Hersteller von Fahrzeugtypen steuern Cyberrisiken auch bei Lieferanten und eigenen Standorten.",
    fr="Les constructeurs maîtrisent les cyberrisques aussi chez leurs fournisseurs et sur leurs sites.",
)
def vehicle_types(flow: Flow) -> Finding | None:
    """Makers of vehicle types manage cyber risks at suppliers and at sites of their own too."""
    return _follows(flow, "vehicle_type", SUPPLIER_CYBER)


@rule(
    "eu.product.nis2",
    cites=(NIS2.cite("Art. 21(2)(d), (e), 21(3)"), BSIG.cite("§ 30")),
    valid=since("2025-12-06"),
    gate=Gate.PRODUCT,
    de="Wichtige Einrichtungen sichern ihre Lieferkette, auch die Entwicklung beim Lieferanten.",
    fr="Les entités importantes sécurisent leur chaîne, y compris le développement chez le fournisseur.",
)
def supply_chain(flow: Flow) -> Finding | None:
    """Important entities secure their supply chain, development at the supplier included."""
    return _follows(flow, "client_nis2", SUPPLIER_ASSESSMENT)


@rule(
    "eu.product.cra",
    cites=(CRA.cite("Art. 2(2)(c), 13, 14, 71"),),
    valid=since("2026-09-11"),
    gate=Gate.PRODUCT,
    de="Hersteller vernetzter Produkte melden Schwachstellen; ab Ende 2027 gelten alle Pflichten, nicht "
    "für Fahrzeuge.",
    fr="Les fabricants de produits connectés signalent les failles ; toutes les obligations fin 2027, "
    "hors véhicules.",
)
def connected_products(flow: Flow, day: Day) -> Finding | None:
    """Makers of connected products report flaws; from the end of 2027 all duties apply, not to vehicles."""
    duties = (VULNERABILITIES, PARTS_LIST) if day.date >= CRA_FULL else (VULNERABILITIES,)
    return _follows(flow, "digital_product", *duties)


@rule(
    "eu.product.ai_act",
    cites=(AI_ACT.cite("Art. 2(1)(c), 2(2), 10"), AI_OMNIBUS.cite()),
    valid=since("2027-12-02"),
    gate=Gate.PRODUCT,
    de="Trainingsdaten von Hochrisiko-KI werden samt Annotation dokumentiert, in Produkten ab August 2028.",
    fr="Les données d’entraînement des IA à haut risque sont documentées, dans les produits dès août 2028.",
)
def training_data(flow: Flow) -> Finding | None:
    """Training data of high-risk AI are documented with their labelling, in products from August 2028."""
    return _follows(flow, "high_risk_ai", ANNOTATION)


@rule(
    "eu.product.data_act",
    cites=(DATA_ACT.cite("Art. 32, 50"),),
    valid=since("2025-09-12"),
    gate=Gate.PRODUCT,
    de="Cloud-Anbieter verhindern fremde Behördenzugriffe auf nicht personenbezogene Daten in der Union.",
    fr="Les prestataires cloud empêchent l’accès d’autorités étrangères aux données non personnelles de "
    "l’Union.",
)
def cloud_data(flow: Flow) -> Finding | None:
    """Cloud providers prevent access of foreign authorities to non-personal data held in the Union."""
    if flow.importer_country in EEA or flow.access is Access.NONE:
        return None
    return _follows(flow, "cloud_provider", FOREIGN_ACCESS)
