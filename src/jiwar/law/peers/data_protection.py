"""Data protection at the sites outside Morocco: what the law there asks before the work starts."""

from __future__ import annotations

from jiwar.law.citation import Citation, Quality
from jiwar.law.eu.gdpr.personal import Personal, personal
from jiwar.law.eu.gdpr.sources import GDPR
from jiwar.law.finding import Due, Duty, Finding, Owner, after_authorisation, allowed, review, with_mechanism
from jiwar.law.flow import Access, Flow
from jiwar.law.places import EEA
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words


def _reached(flow: Flow) -> bool:
    return personal(flow) is not Personal.NO and flow.access is not Access.NONE


def _source(article: str, url: str, note: str = "") -> Citation:
    return Citation(article, url, Quality.SECONDARY, note=note)


def _local_terms(name: str, en: str, de: str, fr: str) -> Duty:
    return Duty(name, Words(en, de, fr), Owner.IMPORTER)


@rule(
    "peers.eea",
    cites=(GDPR.cite("Art. 3(1)"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_LOCAL,
    countries=EEA,
    de="An Standorten im EWR gilt dieselbe Datenschutz-Grundverordnung.",
    fr="Sur les sites de l’EEE, le même règlement général s’applique.",
)
def same_regulation(flow: Flow) -> Finding | None:
    """At sites within the EEA the same regulation applies."""
    return allowed() if flow.importer_country in EEA else None


@rule(
    "peers.united_kingdom",
    cites=(
        _source(
            "UK GDPR, Data (Use and Access) Act 2025",
            "https://www.dpocentre.com/news/eu-renews-uk-personal-data-adequacy-decisions",
        ),
    ),
    valid=since("2021-06-28"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("GB",),
    de="Im Vereinigten Königreich gilt eine eigene Fassung der DSGVO auch für Auftragsverarbeiter.",
    fr="Au Royaume-Uni, une version propre du RGPD s’applique aussi aux sous-traitants.",
)
def united_kingdom(flow: Flow) -> Finding | None:
    """In the United Kingdom a version of the GDPR of its own applies, to processors too."""
    return with_mechanism(UK_TERMS) if _reached(flow) else allowed()


UK_TERMS = _local_terms(
    "uk_gdpr",
    "The importer keeps records and measures under the UK GDPR too.",
    "Der Importeur führt Verzeichnis und Maßnahmen auch nach der UK GDPR.",
    "L’importateur tient registre et mesures aussi selon le UK GDPR.",
)


@rule(
    "peers.serbia",
    cites=(
        _source(
            "Serbian law on personal data of 2018",
            "https://www.lexology.com/library/detail.aspx?g=761b266a-4502-486d-af0a-f32281c55ddc",
        ),
    ),
    valid=since("2019-08-21"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("RS",),
    de="Serbiens Gesetz folgt der DSGVO; der Rückweg in Staaten des Übereinkommens 108 ist frei.",
    fr="La loi serbe suit le RGPD ; le retour vers les États de la Convention 108 est libre.",
)
def serbia(flow: Flow) -> Finding | None:
    """The Serbian law follows the GDPR; the way back to states of Convention 108 is free."""
    return with_mechanism(SERBIAN_TERMS) if _reached(flow) else allowed()


SERBIAN_TERMS = _local_terms(
    "serbian_law",
    "The importer keeps records and measures under Serbian law too.",
    "Der Importeur führt Verzeichnis und Maßnahmen auch nach serbischem Recht.",
    "L’importateur tient registre et mesures aussi selon le droit serbe.",
)


@rule(
    "peers.turkey",
    cites=(
        _source(
            "KVKK Art. 9 as amended by Law 7499",
            "https://www.mondaq.com/turkey/data-protection/1546710/standard-contract-notification-obligation-and-penalties",
        ),
    ),
    valid=since("2024-06-01"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("TR",),
    de="Der Rückweg aus der Türkei läuft über den türkischen Standardvertrag, der binnen fünf Werktagen "
    "anzuzeigen ist.",
    fr="Le retour depuis la Turquie passe par le contrat type turc, à notifier sous cinq jours ouvrables.",
)
def turkey(flow: Flow) -> Finding | None:
    """The way back from Turkey runs on the Turkish standard contract, notified within five business days."""
    if not _reached(flow):
        return allowed()
    duty = TURKISH_CONTRACT.met(flow.local_declaration)
    return with_mechanism(duty) if flow.local_declaration else after_authorisation(duty)


TURKISH_CONTRACT = Duty(
    "turkish_standard_contract",
    Words(
        "Sign the Turkish standard contract and notify the authority.",
        "Den türkischen Standardvertrag zeichnen und der Behörde anzeigen.",
        "Signer le contrat type turc et le notifier à l’autorité.",
    ),
    Owner.IMPORTER,
    Due.WITHIN_5_BUSINESS_DAYS,
)


@rule(
    "peers.tunisia",
    cites=(
        _source(
            "Tunisian Organic Law 2004-63",
            "https://www.dlapiperdataprotection.com/index.html?t=transfer&c=TN",
            "a draft law of February 2025 is pending",
        ),
    ),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("TN",),
    de="In Tunesien wird die Verarbeitung angemeldet und der Weg hinaus von der INPDP genehmigt.",
    fr="En Tunisie, le traitement est déclaré et la sortie des données autorisée par l’INPDP.",
)
def tunisia(flow: Flow) -> Finding | None:
    """In Tunisia the processing is declared and the way out is authorised by the INPDP."""
    if not _reached(flow):
        return allowed()
    duties = (
        TUNISIAN_DECLARATION.met(flow.local_declaration),
        TUNISIAN_TRANSFER.met(flow.local_transfer_authorisation),
    )
    held = flow.local_declaration and flow.local_transfer_authorisation
    return with_mechanism(*duties) if held else after_authorisation(*duties)


TUNISIAN_DECLARATION = Duty(
    "inpdp_declaration",
    Words(
        "Declare the processing to the INPDP.",
        "Die Verarbeitung bei der INPDP anmelden.",
        "Déclarer le traitement à l’INPDP.",
    ),
    Owner.IMPORTER,
)
TUNISIAN_TRANSFER = Duty(
    "inpdp_transfer_authorisation",
    Words(
        "Get the INPDP's authorisation for the way out, about one month, and the consent of those concerned.",
        "Die Genehmigung der INPDP für den Weg hinaus einholen, etwa ein Monat, samt Einwilligung der "
        "Betroffenen.",
        "Obtenir de l’INPDP l’autorisation de sortie, environ un mois, et le consentement des personnes.",
    ),
    Owner.IMPORTER,
    lead_months=1.0,
)


@rule(
    "peers.egypt",
    cites=(
        _source(
            "Egyptian Law 151/2020 and Decree 816/2025",
            "https://www.kennedyslaw.com/en/thought-leadership/article/2026/egypt-s-personal-data-protection-law-the-compliance-countdown-has-begun",
            "enforcement expected from about the end of October 2026",
        ),
    ),
    valid=since("2025-11-01"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("EG",),
    de="In Ägypten brauchen Verantwortliche und Auftragsverarbeiter eine Lizenz, Übermittlungen eine "
    "Genehmigung.",
    fr="En Égypte, responsables et sous-traitants ont besoin d’une licence, les transferts d’une "
    "autorisation.",
)
def egypt(flow: Flow) -> Finding | None:
    """In Egypt controllers and processors need a licence, and transfers an authorisation."""
    if not _reached(flow):
        return allowed()
    duty = EGYPTIAN_LICENCE.met(flow.local_authorisation)
    return with_mechanism(duty) if flow.local_authorisation else after_authorisation(duty)


EGYPTIAN_LICENCE = Duty(
    "egyptian_licence",
    Words(
        "Get the licence and the authorisation for transfers from the Egyptian centre; their duration is "
        "not published.",
        "Lizenz und Übermittlungsgenehmigung beim ägyptischen Zentrum einholen; eine Dauer ist nicht "
        "veröffentlicht.",
        "Obtenir du centre égyptien la licence et l’autorisation de transfert ; durée non publiée.",
    ),
    Owner.IMPORTER,
    lead_months=None,
)


@rule(
    "peers.india",
    cites=(
        _source(
            "Indian DPDP Act 2023 and Rules of November 2025",
            "https://thecourtroom.in/?p=1569",
            "phased in until May 2027; an exemption for outsourced data of foreigners was not confirmed",
        ),
    ),
    valid=since("2025-12-01"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("IN",),
    de="Aus Indien dürfen Daten hinaus, soweit das Zielland nicht auf der Negativliste steht.",
    fr="Les données peuvent quitter l’Inde, sauf vers les pays d’une liste négative.",
)
def india(flow: Flow) -> Finding | None:
    """Data may leave India unless the destination is on the negative list."""
    return with_mechanism(INDIAN_TERMS) if _reached(flow) else allowed()


INDIAN_TERMS = _local_terms(
    "indian_law",
    "The importer meets the Indian act as its rules come into force, and watches the negative list.",
    "Der Importeur erfüllt das indische Gesetz nach dessen Stufenplan und beobachtet die Negativliste.",
    "L’importateur applique la loi indienne au rythme de ses règles et suit la liste négative.",
)


@rule(
    "peers.ukraine",
    cites=(
        _source(
            "Ukrainian Law 2297-VI",
            "https://www.recordinglaw.com/world-laws/world-data-privacy-laws/ukraine-data-privacy-laws/",
            "a law after the GDPR is pending",
        ),
    ),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("UA",),
    low_confidence=True,
    de="Das ukrainische Datenschutzrecht wird umgestellt; es ist im Einzelfall zu prüfen.",
    fr="Le droit ukrainien des données est en cours de refonte ; à examiner au cas par cas.",
)
def ukraine(flow: Flow) -> Finding | None:
    """Ukrainian data protection is being rewritten; it is looked at case by case."""
    return review(_UKRAINE) if _reached(flow) else allowed()


_UKRAINE = Words(
    "What does Ukrainian law ask of the importer today, and is the site safe to work at?",
    "Was verlangt das ukrainische Recht heute vom Importeur, und ist die Arbeit am Standort sicher?",
    "Qu’exige aujourd’hui le droit ukrainien de l’importateur, et le site est-il sûr ?",
)


@rule(
    "peers.vietnam",
    cites=(
        _source(
            "Vietnamese Law 91/2025/QH15 and Decree 356/2025",
            "https://www.recordinglaw.com/world-laws/world-data-privacy-laws/vietnam-data-privacy-laws/",
        ),
    ),
    valid=since("2026-01-01"),
    gate=Gate.PRIVACY_LOCAL,
    countries=("VN",),
    low_confidence=True,
    de="Aus Vietnam dürfen Daten nur mit einer eingereichten Folgenabschätzung zur Übermittlung.",
    fr="Les données ne quittent le Vietnam qu’avec une analyse d’impact du transfert déposée.",
)
def vietnam(flow: Flow) -> Finding | None:
    """Data leave Vietnam only with an impact assessment of the transfer that was filed."""
    if not _reached(flow):
        return allowed()
    duty = VIETNAMESE_DOSSIER.met(flow.local_declaration)
    return with_mechanism(duty) if flow.local_declaration else after_authorisation(duty)


VIETNAMESE_DOSSIER = Duty(
    "vietnamese_dossier",
    Words(
        "File the dossier on the transfer with the Vietnamese authority; few dossiers pass at first.",
        "Das Dossier zur Übermittlung bei der vietnamesischen Behörde einreichen; wenige bestehen beim "
        "ersten Mal.",
        "Déposer le dossier de transfert auprès de l’autorité vietnamienne ; peu passent du premier coup.",
    ),
    Owner.IMPORTER,
    lead_months=None,
)
