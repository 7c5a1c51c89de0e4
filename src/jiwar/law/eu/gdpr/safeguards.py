"""Art. 46: without an adequacy decision an instrument has to carry the transfer: clauses or binding rules."""

from __future__ import annotations

from jiwar.law.day import Day
from jiwar.law.eu.gdpr.personal import refusal
from jiwar.law.eu.gdpr.sources import EDPB_TRANSFER, FUTURA, GDPR, OLD_SCC, SCC_2021, UBER
from jiwar.law.eu.gdpr.transfer import needs_instrument
from jiwar.law.finding import Due, Duty, Finding, Owner, review, unknown, with_mechanism
from jiwar.law.flow import Flow, Instrument, Roles
from jiwar.law.rule import rule
from jiwar.law.validity import since
from jiwar.law.verdict import Gate
from jiwar.law.wording import Words

MODULE_FOR = {
    Roles.CONTROLLER_TO_CONTROLLER: 1,
    Roles.JOINT_CONTROLLERS: 1,
    Roles.CONTROLLER_TO_PROCESSOR: 2,
    Roles.PROCESSOR_TO_SUBPROCESSOR: 3,
    Roles.PROCESSOR_TO_CONTROLLER: 4,
}
"""The module of the standard clauses that the roles call for."""

ANNEXES = Duty(
    "scc_annexes",
    Words(
        "Sign the standard clauses with annexes I to III filled in: parties, transfer, measures, "
        "sub-processors.",
        "Standardvertragsklauseln mit ausgefüllten Anhängen I bis III zeichnen: Parteien, Übermittlung, "
        "Maßnahmen, Unterauftragsverarbeiter.",
        "Signer les clauses types, annexes I à III remplies : parties, transfert, mesures, sous-traitants "
        "ultérieurs.",
    ),
    Owner.EXPORTER,
    lead_months=None,
    cost_key="legal_cost/scc",
)

AUTHORITY_REQUESTS = Duty(
    "authority_requests",
    Words(
        "The importer reports every request of an authority for the data and contests unlawful ones "
        "(clause 15).",
        "Der Importeur meldet jedes behördliche Verlangen nach den Daten und geht gegen rechtswidrige vor "
        "(Klausel 15).",
        "L’importateur signale toute demande d’une autorité et conteste celles qui sont illicites (clause "
        "15).",
    ),
    Owner.IMPORTER,
    Due.WHILE_IT_LASTS,
)

_UNDER_ART_3 = Words(
    "The importer is itself subject to the GDPR: recital 7 says these clauses are not made for it, "
    "authorities still ask for an instrument. Which clauses are to be used? Sign the present ones "
    "meanwhile.",
    "Der Importeur unterliegt selbst der DSGVO: Nach Erwägungsgrund 7 sind diese Klauseln nicht für ihn "
    "gemacht, die Behörden verlangen dennoch ein Instrument. Welche Klauseln gelten? Bis dahin die "
    "vorhandenen zeichnen.",
    "L’importateur relève lui-même du RGPD : selon le considérant 7 ces clauses ne le visent pas, les "
    "autorités exigent pourtant un outil. Quelles clauses employer ? Signer entre-temps les clauses "
    "existantes.",
)


@rule(
    "eu.gdpr.art46.instrument",
    cites=(GDPR.cite("Art. 44, 46(1)"), FUTURA.cite()),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Ohne Angemessenheitsbeschluss und ohne geeignete Garantien darf nicht übermittelt werden.",
    fr="Sans décision d’adéquation ni garanties appropriées, le transfert est interdit.",
)
def instrument(flow: Flow, day: Day) -> Finding | None:
    """Without an adequacy decision and without appropriate safeguards nothing may be transferred."""
    if not needs_instrument(flow, day):
        return None
    if flow.instrument is None:
        return unknown("instrument")
    return refusal(flow) if flow.instrument is Instrument.NONE else None


@rule(
    "eu.gdpr.art46.scc",
    cites=(GDPR.cite("Art. 46(1), (2)(c)"), SCC_2021.cite("Annex")),
    valid=since("2021-06-27"),
    gate=Gate.PRIVACY_EU,
    de="Standardvertragsklauseln tragen die Übermittlung ohne Genehmigung, wenn ihre Anhänge ausgefüllt "
    "sind.",
    fr="Les clauses contractuelles types portent le transfert sans autorisation, si leurs annexes sont "
    "remplies.",
)
def standard_clauses(flow: Flow, day: Day) -> Finding | None:
    """Standard contractual clauses carry the transfer without authorisation, with filled annexes."""
    if flow.instrument is not Instrument.SCC or not needs_instrument(flow, day):
        return None
    return with_mechanism(ANNEXES.met(None), AUTHORITY_REQUESTS)


@rule(
    "eu.gdpr.art46.scc_module",
    cites=(SCC_2021.cite("Annex, clause 8"),),
    valid=since("2021-06-27"),
    gate=Gate.PRIVACY_EU,
    de="Das Modul der Standardvertragsklauseln muss zu den Rollen passen: 1 V-V, 2 V-AV, 3 AV-UAV, 4 AV-V.",
    fr="Le module des clauses types doit correspondre aux rôles : 1 R-R, 2 R-ST, 3 ST-ST, 4 ST-R.",
)
def clause_module(flow: Flow, day: Day) -> Finding | None:
    """The module of the standard clauses must fit the roles: 1 C-C, 2 C-P, 3 P-P, 4 P-C."""
    if flow.instrument is not Instrument.SCC or not needs_instrument(flow, day):
        return None
    missing = [name for name in ("roles", "scc_module") if getattr(flow, name) is None]
    if missing or flow.roles is None:
        return unknown(*missing)
    return None if flow.scc_module == MODULE_FOR[flow.roles] else refusal(flow)


@rule(
    "eu.gdpr.art46.scc_module",
    cites=(SCC_2021.cite("Art. 4"),),
    valid=since("2018-05-25", "2021-06-26"),
    gate=Gate.PRIVACY_EU,
    de="Die Standardvertragsklauseln von 2021 sind erst seit dem 27. Juni 2021 verwendbar.",
    fr="Les clauses types de 2021 ne sont utilisables que depuis le 27 juin 2021.",
)
def clauses_of_2021_too_early(flow: Flow, day: Day) -> Finding | None:
    """The standard clauses of 2021 can be used from 27 June 2021 only."""
    return refusal(flow) if flow.instrument is Instrument.SCC and needs_instrument(flow, day) else None


@rule(
    "eu.gdpr.art46.scc_importer_under_gdpr",
    cites=(SCC_2021.cite("Recital 7"), UBER.cite(), EDPB_TRANSFER.cite()),
    valid=since("2021-06-27"),
    gate=Gate.PRIVACY_EU,
    de="Für Importeure, die selbst der DSGVO unterliegen, sind die Standardvertragsklauseln nicht gemacht.",
    fr="Les clauses types ne sont pas faites pour un importateur lui-même soumis au RGPD.",
)
def importer_under_gdpr(flow: Flow, day: Day) -> Finding | None:
    """The standard clauses are not made for an importer that is itself subject to the GDPR."""
    if flow.instrument is not Instrument.SCC or not needs_instrument(flow, day):
        return None
    if flow.importer_under_gdpr is None:
        return unknown("importer_under_gdpr")
    return review(_UNDER_ART_3) if flow.importer_under_gdpr else None


_OLD_MODULE_ROLES = frozenset(
    {Roles.CONTROLLER_TO_CONTROLLER, Roles.JOINT_CONTROLLERS, Roles.CONTROLLER_TO_PROCESSOR}
)


@rule(
    "eu.gdpr.art46.old_scc",
    cites=(OLD_SCC.cite(), GDPR.cite("Art. 46(5)")),
    valid=since("2018-05-25", "2022-12-27"),
    gate=Gate.PRIVACY_EU,
    de="Die früheren Standardvertragsklauseln gelten bis 27. Dezember 2022, nie für Auftragsverarbeiter "
    "als Exporteur.",
    fr="Les anciennes clauses types valent jusqu’au 27 décembre 2022, jamais pour un sous-traitant "
    "exportateur.",
)
def earlier_clauses(flow: Flow, day: Day) -> Finding | None:
    """The earlier standard clauses hold until 27 December 2022, never for a processor that exports."""
    if flow.instrument is not Instrument.SCC_BEFORE_2021 or not needs_instrument(flow, day):
        return None
    if flow.roles is None:
        return unknown("roles")
    return with_mechanism(ANNEXES.met(None)) if flow.roles in _OLD_MODULE_ROLES else refusal(flow)


@rule(
    "eu.gdpr.art46.old_scc",
    cites=(OLD_SCC.cite(), SCC_2021.cite("Art. 4")),
    valid=since("2022-12-28"),
    gate=Gate.PRIVACY_EU,
    de="Die früheren Standardvertragsklauseln tragen seit dem 28. Dezember 2022 keine Übermittlung mehr.",
    fr="Depuis le 28 décembre 2022, les anciennes clauses types ne portent plus aucun transfert.",
)
def earlier_clauses_expired(flow: Flow, day: Day) -> Finding | None:
    """The earlier standard clauses carry no transfer any more since 28 December 2022."""
    old = flow.instrument is Instrument.SCC_BEFORE_2021
    return refusal(flow) if old and needs_instrument(flow, day) else None


@rule(
    "eu.gdpr.art47.bcr",
    cites=(GDPR.cite("Art. 46(2)(b), 47"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Verbindliche interne Vorschriften tragen, sobald eine Behörde sie genehmigt hat und sie den Fall "
    "erfassen.",
    fr="Des règles d’entreprise contraignantes portent le transfert une fois approuvées et si elles "
    "couvrent le cas.",
)
def binding_rules(flow: Flow, day: Day) -> Finding | None:
    """Binding corporate rules carry the transfer once approved, if they cover importer and purpose."""
    if flow.instrument is not Instrument.BCR or not needs_instrument(flow, day):
        return None
    if flow.instrument_approved is None:
        return unknown("instrument_approved")
    return with_mechanism() if flow.instrument_approved else refusal(flow, BCR_APPROVAL)


BCR_APPROVAL = Duty(
    "bcr_approval",
    Words(
        "Have binding corporate rules approved that cover the importer and the purpose.",
        "Verbindliche interne Vorschriften genehmigen lassen, die Importeur und Zweck erfassen.",
        "Faire approuver des règles contraignantes couvrant l’importateur et la finalité.",
    ),
    Owner.DATA_PROTECTION_OFFICER,
    lead_months=None,
    cost_key="legal_cost/bcr",
)

AD_HOC_APPROVAL = Duty(
    "ad_hoc_approval",
    Words(
        "Have the clauses of one's own authorised by the supervisory authority.",
        "Eigene Klauseln von der Aufsichtsbehörde genehmigen lassen.",
        "Faire autoriser ses propres clauses par l’autorité de contrôle.",
    ),
    Owner.DATA_PROTECTION_OFFICER,
    lead_months=None,
    cost_key="legal_cost/ad_hoc_clauses",
)


@rule(
    "eu.gdpr.art46.ad_hoc",
    cites=(GDPR.cite("Art. 46(3)(a)"),),
    valid=since("2018-05-25"),
    gate=Gate.PRIVACY_EU,
    de="Eigene Vertragsklauseln tragen die Übermittlung erst, wenn die Aufsichtsbehörde sie genehmigt hat.",
    fr="Des clauses propres ne portent le transfert qu’une fois autorisées par l’autorité de contrôle.",
)
def own_clauses(flow: Flow, day: Day) -> Finding | None:
    """Clauses of one's own carry the transfer only once the supervisory authority has authorised them."""
    if flow.instrument is not Instrument.AD_HOC or not needs_instrument(flow, day):
        return None
    if flow.instrument_approved is None:
        return unknown("instrument_approved", duties=(AD_HOC_APPROVAL.met(None),))
    if flow.instrument_approved:
        return with_mechanism(AD_HOC_APPROVAL.met(True))
    return refusal(flow, AD_HOC_APPROVAL)
