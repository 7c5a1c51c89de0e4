"""Regulation (EU) 2021/821: access to listed technology is an export, wherever the server stands."""

from __future__ import annotations

from jiwar.law.citation import Citation, Quality, Statute
from jiwar.law.finding import (
    Due,
    Duty,
    Finding,
    Owner,
    after_authorisation,
    allowed,
    review,
    unknown,
    with_mechanism,
)
from jiwar.law.flow import Access, Data, Flow, Relation
from jiwar.law.germany.awg import AWG
from jiwar.law.places import EEA, EU
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

DUAL_USE = Statute(
    "Regulation (EU) 2021/821",
    "Dual-use regulation",
    "https://eur-lex.europa.eu/eli/reg/2021/821/oj",
    Quality.PRIMARY,
)
EU007_SUMMARY = Statute(
    "Regulation (EU) 2021/821, Annex II G",
    "General authorisation EU007",
    "https://www.ra-moellenhoff.de/de/aktuelles/aussenwirtschaft/article/die-neue-allgemeine-genehmigung-eu007-fuer-die-vereinfachte-intra-company-ausfuhr-von-software-und-te/",
    Quality.SECONDARY,
    note="conditions read in a law firm's summary",
)
BAFA_EXAMPLES = Statute(
    "BAFA leaflet on technology exports",
    "Access to a server in Germany as an export",
    "https://9dok.net/article/technologie-sag-merkblatt-sammelgenehmigungen-f%C3%BCr-dual-use-g%C3%BCter.q2np36we",
    Quality.SECONDARY,
)

EU001 = frozenset({"AU", "CA", "CH", "GB", "IS", "JP", "LI", "NO", "NZ", "US"})
"""Destinations of general authorisation EU001 (Annex II A)."""

EU007 = frozenset(
    {"AR", "BR", "CL", "ID", "IL", "IN", "JO", "KR", "MA", "MX", "MY", "PH", "SG", "TH", "TN", "ZA"}
)
"""Destinations of general authorisation EU007: software and technology within a group (Annex II G)."""

TECHNOLOGY = (
    Data.ANONYMOUS,
    Data.SOURCE_CODE,
    Data.CAD_PROTOTYPE,
    Data.EXPORT_CONTROLLED,
    Data.MILITARY_LIST,
)
"""Kinds of data that can be technology or software in the sense of export control."""

CLASSIFY = Duty(
    "classify_technology",
    Words(
        "Check the technology and software against the lists, and write the result down.",
        "Technologie und Software gegen die Güterlisten prüfen und das Ergebnis festhalten.",
        "Comparer technologie et logiciels aux listes de biens et consigner le résultat.",
    ),
    Owner.EXPORT_OFFICER,
    cost_key="legal_cost/export_classification",
)
REGISTER = Duty(
    "register_general_authorisation",
    Words(
        "Register for the general authorisation with BAFA and report its use.",
        "Die Allgemeine Genehmigung beim BAFA registrieren und ihre Nutzung melden.",
        "S’enregistrer auprès du BAFA pour l’autorisation générale et en déclarer l’usage.",
    ),
    Owner.EXPORT_OFFICER,
    lead_months=None,
)
LICENCE = Duty(
    "export_licence",
    Words(
        "Apply to BAFA for an individual or global licence; its duration is not published.",
        "Beim BAFA eine Einzel- oder Sammelgenehmigung beantragen; eine Dauer ist nicht veröffentlicht.",
        "Demander au BAFA une licence individuelle ou globale ; sa durée n’est pas publiée.",
    ),
    Owner.EXPORT_OFFICER,
    lead_months=None,
    cost_key="legal_cost/export_licence",
)
DELETE_AFTERWARDS = Duty(
    "return_and_delete_technology",
    Words(
        "Have the technology returned and deleted at the end, and keep the proof.",
        "Technologie am Ende zurückgeben und löschen lassen und den Nachweis aufbewahren.",
        "Faire restituer et effacer la technologie à la fin, et en garder la preuve.",
    ),
    Owner.EXPORT_OFFICER,
    Due.AT_THE_END,
)

_ANNEX_IV = Words(
    "Is the item in Annex IV? Only then a licence is said to be needed within the EU; the annex was not "
    "read.",
    "Steht das Gut in Anhang IV? Nur dann soll innerhalb der EU eine Genehmigung nötig sein; der Anhang "
    "wurde nicht gelesen.",
    "Le bien figure-t-il à l’annexe IV ? Ce n’est qu’alors qu’une licence serait requise dans l’UE ; "
    "annexe non lue.",
)
_OLD_REGULATION = Words(
    "Which licence did Regulation (EC) 428/2009 ask for on that day? Its text was not read.",
    "Welche Genehmigung verlangte die Verordnung (EG) Nr. 428/2009 an diesem Tag? Der Text wurde nicht "
    "gelesen.",
    "Quelle licence exigeait le règlement (CE) 428/2009 ce jour-là ? Son texte n’a pas été lu.",
)
_NOT_CHECKED = Words(
    "Is anything that the site would see listed technology or software? Nobody has checked yet.",
    "Ist etwas, das der Standort sehen würde, gelistete Technologie oder Software? Das hat noch niemand "
    "geprüft.",
    "Ce que le site verrait comporte-t-il des technologies ou logiciels listés ? Personne ne l’a encore "
    "vérifié.",
)
_US_RULES = Words(
    "Do US re-export rules or sanctions apply to the technology of US origin? They were not researched.",
    "Greifen US-Reexportregeln oder Sanktionen für Technologie mit US-Ursprung? Sie wurden nicht untersucht.",
    "Les règles américaines de réexportation ou des sanctions s’appliquent-elles ? Elles n’ont pas été "
    "étudiées.",
)


def is_export(flow: Flow) -> bool:
    """Whether somebody outside the Union gets access, or may get it."""
    return flow.importer_country not in EU and flow.access is not Access.NONE


@rule(
    "eu.dual_use.nothing_listed",
    cites=(AWG.cite("§ 2(3)"),),
    valid=since("2018-05-25"),
    gate=Gate.EXPORT_CONTROL,
    de="Was keine gelistete Technologie oder Software ist, braucht keine Ausfuhrgenehmigung.",
    fr="Ce qui n’est ni technologie ni logiciel listé n’exige pas de licence d’exportation.",
)
def nothing_listed(flow: Flow) -> Finding | None:
    """What is no listed technology or software needs no export licence."""
    return None if flow.holds(Data.EXPORT_CONTROLLED, Data.MILITARY_LIST) else allowed()


@rule(
    "eu.dual_use.classification",
    cites=(AWG.cite("§ 2(3)"), BAFA_EXAMPLES.cite()),
    valid=since("2018-05-25"),
    gate=Gate.EXPORT_CONTROL,
    de="Technologie und Software werden geprüft, bevor jemand in einem Drittland Zugriff erhält.",
    fr="Technologies et logiciels sont vérifiés avant que quiconque y accède depuis un pays tiers.",
)
def classification(flow: Flow) -> Finding | None:
    """Technology and software are checked against the lists before anyone in a third country gets access."""
    if not is_export(flow) or not flow.holds(*TECHNOLOGY):
        return None
    if flow.technology_checked is None:
        return unknown("technology_checked", duties=(CLASSIFY.met(None),))
    return allowed(CLASSIFY.met(True)) if flow.technology_checked else review(_NOT_CHECKED, CLASSIFY)


@rule(
    "eu.dual_use.listed",
    cites=(DUAL_USE.cite("Art. 2, 3, 12"), EU007_SUMMARY.cite(), AWG.cite("§ 2(3)"), BAFA_EXAMPLES.cite()),
    valid=since("2021-09-09"),
    gate=Gate.EXPORT_CONTROL,
    de="Zugriff auf gelistete Technologie aus einem Drittland ist eine Ausfuhr und braucht eine Genehmigung.",
    fr="L’accès à une technologie listée depuis un pays tiers est une exportation soumise à licence.",
)
def listed(flow: Flow) -> Finding | None:
    """Access to listed technology from a third country is an export and needs an authorisation."""
    if not flow.holds(Data.EXPORT_CONTROLLED):
        return None
    if flow.importer_country in EU:
        return review(_ANNEX_IV)
    return _by_destination(flow) if is_export(flow) else allowed()


def _by_destination(flow: Flow) -> Finding:
    if flow.export_licence:
        return _with_licence(flow)
    if flow.importer_country in EU001:
        return after_authorisation(REGISTER)
    if flow.importer_country in EU007 and flow.relation in {Relation.GROUP_COMPANY, None}:
        return _within_group(flow)
    return _with_licence(flow)


@rule(
    "eu.dual_use.listed",
    cites=(AWG.cite("§ 2(3)"), BAFA_EXAMPLES.cite()),
    valid=since("2018-05-25", "2021-09-08"),
    gate=Gate.EXPORT_CONTROL,
    de="Vor dem 9. September 2021 galt die Verordnung (EG) Nr. 428/2009; ihr Text wurde nicht gelesen.",
    fr="Avant le 9 septembre 2021, le règlement (CE) 428/2009 s’appliquait ; son texte n’a pas été lu.",
)
def listed_before_2021(flow: Flow) -> Finding | None:
    """Before 9 September 2021 Regulation (EC) 428/2009 applied, which was not read."""
    return review(_OLD_REGULATION) if flow.holds(Data.EXPORT_CONTROLLED) else None


def _within_group(flow: Flow) -> Finding:
    """General authorisation EU007: all conditions together, or a licence."""
    conditions = ("internal_compliance", "commercial_development", "return_and_delete")
    if any(getattr(flow, name) is False for name in conditions):
        return _with_licence(flow)
    missing = flow.missing("relation", *conditions)
    return (
        unknown(*missing, duties=(REGISTER,)) if missing else after_authorisation(REGISTER, DELETE_AFTERWARDS)
    )


def _with_licence(flow: Flow) -> Finding:
    duty = LICENCE.met(flow.export_licence)
    return with_mechanism(duty) if flow.export_licence else after_authorisation(duty)


@rule(
    "eu.dual_use.us_origin",
    cites=(
        Citation(
            "US Export Administration Regulations", "https://www.bis.gov/regulations/ear", Quality.NOT_FOUND
        ),
    ),
    valid=since("2018-05-25"),
    gate=Gate.EXPORT_CONTROL,
    de="Für Technologie mit US-Ursprung können US-Reexportregeln gelten.",
    fr="Une technologie d’origine américaine peut relever des règles américaines de réexportation.",
)
def us_origin(flow: Flow) -> Finding | None:
    """Technology of US origin may be subject to US re-export rules."""
    if not flow.holds(*TECHNOLOGY) or flow.importer_country in EEA or flow.access is Access.NONE:
        return None
    if flow.us_origin_technology is None:
        return unknown("us_origin_technology")
    return review(_US_RULES) if flow.us_origin_technology else None
