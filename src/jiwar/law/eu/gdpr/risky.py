"""Art. 5, 9, 10 and 35: data that need an assessment of their own before anyone abroad sees them."""

from __future__ import annotations

from jiwar.law.eu.gdpr.personal import refusal
from jiwar.law.eu.gdpr.sources import BAG_WORKDAY, GDPR
from jiwar.law.finding import Duty, Finding, Owner, allowed, review, unknown, with_mechanism
from jiwar.law.flow import Data, Flow
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

DPIA = Duty(
    "impact_assessment",
    Words(
        "Make a data-protection impact assessment.",
        "Eine Datenschutz-Folgenabschätzung durchführen.",
        "Réaliser une analyse d’impact relative à la protection des données.",
    ),
    Owner.CONTROLLER,
    lead_months=None,
    cost_key="legal_cost/dpia",
)

DPIA_CHECK = Duty(
    "impact_assessment_check",
    Words(
        "Check whether an impact assessment is needed; strip vehicle numbers and coarsen positions.",
        "Prüfen, ob eine Folgenabschätzung nötig ist; Fahrzeugnummern entfernen, Positionen vergröbern.",
        "Vérifier si une analyse d’impact est requise ; retirer les numéros de véhicule, dégrader les "
        "positions.",
    ),
    Owner.DATA_PROTECTION_OFFICER,
)

RECORDING_NOTICE = Duty(
    "recording_notice",
    Words(
        "Tell people on the road that they are recorded, by signs on the vehicle and a notice behind them.",
        "Personen im Verkehr auf die Aufnahme hinweisen: Schilder am Fahrzeug und eine Information dazu.",
        "Signaler l’enregistrement aux usagers : marquage du véhicule et notice d’information.",
    ),
    Owner.CONTROLLER,
)

SYNTHETIC = Duty(
    "prefer_synthetic_data",
    Words(
        "Use synthetic or anonymised test data where the test allows it.",
        "Synthetische oder anonymisierte Testdaten verwenden, wo der Test es zulässt.",
        "Employer des données de test synthétiques ou anonymisées quand le test le permet.",
    ),
    Owner.CONTROLLER,
)

PSEUDONYMISE = Duty(
    "pseudonymise_and_host_in_eu",
    Words(
        "Pseudonymise, keep the key and the systems in the EU, and let the site see a screen only.",
        "Pseudonymisieren, Schlüssel und Systeme in der EU halten, dem Standort nur einen Bildschirm geben.",
        "Pseudonymiser, garder la clé et les systèmes dans l’UE, ne donner au site qu’un écran.",
    ),
    Owner.SECURITY_OFFICER,
)

_WHICH_GROUND = Words(
    "On which ground of Art. 9(2) or 10 are these data processed, and are they needed for the work at all?",
    "Auf welcher Grundlage nach Art. 9 Abs. 2 oder Art. 10 werden diese Daten verarbeitet, und braucht die "
    "Arbeit sie?",
    "Sur quel fondement des articles 9(2) ou 10 ces données sont-elles traitées, et le travail les "
    "exige-t-il ?",
)

_WHICH_PURPOSE = Words(
    "Is testing compatible with the purpose for which the data were collected?",
    "Ist das Testen mit dem Zweck vereinbar, für den die Daten erhoben wurden?",
    "Les tests sont-ils compatibles avec la finalité de la collecte ?",
)

_HOW_TOLD = Words(
    "How are the people on the recordings told?",
    "Wie werden die aufgenommenen Personen informiert?",
    "Comment les personnes filmées sont-elles informées ?",
)


@rule(
    "eu.gdpr.art9.sensitive",
    cites=(GDPR.cite("Art. 9, 10, 35(3)(b)"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Besondere Kategorien und Daten über Straftaten brauchen eine eigene Grundlage und eine "
    "Folgenabschätzung.",
    fr="Les données sensibles ou pénales exigent un fondement propre et une analyse d’impact.",
)
def sensitive(flow: Flow) -> Finding | None:
    """Special categories and data on offences need a ground of their own and an impact assessment."""
    if not flow.holds(Data.SPECIAL_CATEGORY, Data.HEALTH, Data.CRIMINAL):
        return None
    return review(_WHICH_GROUND, DPIA.met(flow.dpia), PSEUDONYMISE)


@rule(
    "eu.gdpr.art35.payment",
    cites=(GDPR.cite("Art. 35(1)"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Zahlungsdaten in großem Umfang werden vor der Verarbeitung im Einzelfall geprüft.",
    fr="Des données de paiement à grande échelle sont examinées au cas par cas avant le traitement.",
)
def payment(flow: Flow) -> Finding | None:
    """Payment data on a large scale are looked at case by case before they are processed."""
    if not flow.holds(Data.PAYMENT):
        return None
    if flow.large_scale is None:
        return unknown("large_scale")
    return review(_WHICH_GROUND, DPIA.met(flow.dpia)) if flow.large_scale else allowed()


@rule(
    "eu.gdpr.art35.video",
    cites=(GDPR.cite("Art. 35(1), (3)(c)"), GDPR.cite("Art. 13")),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Rohvideo aus dem Verkehr braucht vorab eine Folgenabschätzung und einen Hinweis an die "
    "Aufgenommenen.",
    fr="La vidéo brute de la route exige d’abord une analyse d’impact et l’information des personnes "
    "filmées.",
)
def raw_video(flow: Flow) -> Finding | None:
    """Raw video from the road needs an impact assessment first, and notice to those recorded."""
    if not flow.holds(Data.VIDEO_RAW):
        return None
    duties = (DPIA.met(flow.dpia), RECORDING_NOTICE.met(flow.notice))
    if flow.dpia is False:
        return refusal(flow, *duties)
    missing = tuple(name for name in ("dpia", "notice") if getattr(flow, name) is None)
    if missing:
        return unknown(*missing, duties=duties)
    return with_mechanism(*duties) if flow.notice else review(_HOW_TOLD, *duties)


@rule(
    "eu.gdpr.art35.telematics",
    cites=(GDPR.cite("Art. 5(1)(c), 35(1)"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Fahrzeug- und Positionsdaten werden auf das Nötige beschränkt; ob eine Folgenabschätzung nötig "
    "ist, wird geprüft.",
    fr="Données de véhicule et positions sont réduites au nécessaire ; le besoin d’une analyse d’impact "
    "est vérifié.",
)
def telematics(flow: Flow) -> Finding | None:
    """Vehicle and position data are kept to what is needed; the need of an impact assessment is checked."""
    return with_mechanism(DPIA_CHECK.met(flow.dpia)) if flow.holds(Data.TELEMATICS) else None


@rule(
    "eu.gdpr.art5.production_data",
    cites=(GDPR.cite("Art. 5(1)(b)"), BAG_WORKDAY.cite()),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Echte Betriebsdaten als Testdaten sind eine Zweckänderung, die im Einzelfall zu prüfen ist.",
    fr="Employer des données réelles comme données de test change leur finalité ; à examiner au cas par cas.",
)
def production_data(flow: Flow) -> Finding | None:
    """Production data used as test data change their purpose, which is looked at case by case."""
    return review(_WHICH_PURPOSE, SYNTHETIC) if flow.holds(Data.TEST_DATA_FROM_PRODUCTION) else None


@rule(
    "eu.gdpr.art88.works_agreement",
    cites=(GDPR.cite("Art. 88(2)"), BAG_WORKDAY.cite()),
    valid=since("2025-05-08"),
    gate=Gate.PRIVACY_EU,
    de="Beschäftigtendaten, die die Betriebsvereinbarung nicht nennt, dürfen auf sie gestützt nicht "
    "übermittelt werden.",
    fr="Les données de salariés que l’accord d’entreprise ne nomme pas ne peuvent être transférées sur sa "
    "base.",
)
def beyond_works_agreement(flow: Flow) -> Finding | None:
    """Employee data that the works agreement does not list may not be transferred on its strength."""
    if not flow.holds(Data.EMPLOYEE) or flow.works_council is False or flow.exporter_country != "DE":
        return None
    if flow.within_works_agreement is None:
        return unknown("within_works_agreement")
    return allowed() if flow.within_works_agreement else refusal(flow)
