"""The declared list of changes that a company can make to a flow in order to make it lawful."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from jiwar.law.eu.gdpr.safeguards import MODULE_FOR
from jiwar.law.flow import Access, Data, Flow, Instrument, Relation, Staffing, Tia
from jiwar.law.wording import Words

_NEEDED_BY_NATURE = frozenset(
    {Data.CAD_PROTOTYPE, Data.EXPORT_CONTROLLED, Data.MILITARY_LIST, Data.CLASSIFIED, Data.SOURCE_CODE}
)
"""Data that are the work itself: they cannot be made anonymous, only kept at home."""


@dataclass(frozen=True, slots=True)
class Change:
    """One possible change: what to do, and the flow after it; None when there is nothing to change."""

    name: str
    sentence: Words
    apply: Callable[[Flow], Flow | None]
    effort: int


def _set(**fields: object) -> Callable[[Flow], Flow | None]:
    """Return a change that sets fields; nothing to change when they are set already."""

    def apply(flow: Flow) -> Flow | None:
        if all(getattr(flow, name) == value for name, value in fields.items()):
            return None
        return replace(flow, **fields)  # type: ignore[arg-type]  # the fields are checked by the tests

    return apply


def _anonymise(flow: Flow) -> Flow | None:
    data = flow.categories
    if data is None or not data - _NEEDED_BY_NATURE - {Data.ANONYMOUS, Data.VIDEO_ANONYMISED}:
        return None
    kept = data & _NEEDED_BY_NATURE
    made = {Data.VIDEO_ANONYMISED} if Data.VIDEO_RAW in data else {Data.ANONYMOUS}
    return replace(flow, categories=frozenset(kept | made), anonymisation_tested=True)


def _leave_out(*kinds: Data) -> Callable[[Flow], Flow | None]:
    def apply(flow: Flow) -> Flow | None:
        if flow.categories is None or not flow.holds(*kinds):
            return None
        kept = flow.categories - set(kinds)
        return replace(flow, categories=kept or frozenset({Data.ANONYMOUS}))

    return apply


def _sign_clauses(flow: Flow) -> Flow | None:
    if flow.roles is None:
        return None
    module = MODULE_FOR[flow.roles]
    if flow.instrument is Instrument.SCC and flow.scc_module == module:
        return None
    return replace(flow, instrument=Instrument.SCC, scc_module=module)


def _scrub_authors(flow: Flow) -> Flow | None:
    if not flow.holds(Data.SOURCE_CODE) or flow.authors_removed:
        return None
    return replace(flow, authors_removed=True)


def _no_onward(flow: Flow) -> Flow | None:
    return None if flow.onward_countries == frozenset() else replace(flow, onward_countries=frozenset())


def _no_travel(flow: Flow) -> Flow | None:
    travels = flow.travel_days_to_germany != 0
    return replace(flow, travel_days_to_germany=0) if travels else None


def _own_branch(flow: Flow) -> Flow | None:
    if flow.relation is Relation.SAME_LEGAL_ENTITY:
        return None
    return replace(flow, relation=Relation.SAME_LEGAL_ENTITY, client_instructions=None, staffing=None)


def _change(
    name: str, effort: int, en: str, de: str, fr: str, apply: Callable[[Flow], Flow | None]
) -> Change:
    return Change(name, Words(en, de, fr), apply, effort)


CHANGES = (
    _change(
        "anonymise_in_eu", 3,
        "Anonymise the data in the EU first, and test that nobody can be recognised.",
        "Die Daten vorher in der EU anonymisieren und prüfen, dass niemand erkennbar ist.",
        "Anonymiser d’abord les données dans l’UE et vérifier que personne n’est reconnaissable.",
        _anonymise,
    ),
    _change(
        "screen_only", 2,
        "Keep the data on systems in the EU and give the site a screen only.",
        "Die Daten auf Systemen in der EU lassen und dem Standort nur einen Bildschirm geben.",
        "Garder les données sur des systèmes de l’UE et ne donner au site qu’un écran.",
        _set(access=Access.SCREEN_ONLY),
    ),
    _change(
        "no_access", 4,
        "Keep these data at home: the site works without them.",
        "Diese Daten hier behalten: Der Standort arbeitet ohne sie.",
        "Garder ces données ici : le site travaille sans elles.",
        _set(access=Access.NONE),
    ),
    _change(
        "sign_clauses", 1,
        "Sign the standard clauses with the module that fits the roles.",
        "Standardvertragsklauseln mit dem Modul zeichnen, das zu den Rollen passt.",
        "Signer les clauses types avec le module qui correspond aux rôles.",
        _sign_clauses,
    ),
    _change(
        "pass_tia", 2,
        "Make the transfer impact assessment for this country, and pass it.",
        "Die Bewertung der Übermittlung (TIA) für dieses Land erstellen und bestehen.",
        "Réaliser l’analyse d’impact du transfert pour ce pays, avec succès.",
        _set(tia=Tia.PASSED),
    ),
    _change(
        "sign_processing_contract", 1,
        "Sign the processing contract under Art. 28.",
        "Den Vertrag zur Auftragsverarbeitung nach Art. 28 schließen.",
        "Conclure le contrat de sous-traitance (art. 28).",
        _set(processing_contract=True),
    ),
    _change(
        "get_controller_authorisation", 1,
        "Have the customer authorise the site as a sub-processor.",
        "Den Standort vom Kunden als Unterauftragsverarbeiter genehmigen lassen.",
        "Faire autoriser le site par le client comme sous-traitant ultérieur.",
        _set(controller_authorisation=True),
    ),
    _change(
        "get_customer_consent", 2,
        "Have the customer allow this place of work.",
        "Den Arbeitsort vom Kunden zulassen lassen.",
        "Faire accepter ce lieu de travail par le client.",
        _set(customer_permits=True),
    ),
    _change(
        "make_dpia", 2,
        "Make the data-protection impact assessment.",
        "Die Datenschutz-Folgenabschätzung erstellen.",
        "Réaliser l’analyse d’impact relative à la protection des données.",
        _set(dpia=True),
    ),
    _change(
        "own_branch", 4,
        "Let a branch of the same legal entity do the work instead of another company.",
        "Eine Niederlassung derselben juristischen Person statt eines anderen Unternehmens arbeiten lassen.",
        "Confier le travail à une succursale de la même entité plutôt qu’à une autre entreprise.",
        _own_branch,
    ),
    _change(
        "contract_for_services", 3,
        "Turn the lending of people into a contract for services: the provider instructs its own people.",
        "Aus der Überlassung einen Dienst- oder Werkvertrag machen: Der Dienstleister weist seine Leute "
        "selbst an.",
        "Remplacer le prêt de personnel par un contrat de services : le prestataire dirige son personnel.",
        _set(staffing=Staffing.SERVICE, client_instructions=False),
    ),
    _change(
        "remote_only", 2,
        "Let the team work remotely only, without any trip to Germany.",
        "Das Team nur aus der Ferne arbeiten lassen, ohne Reisen nach Deutschland.",
        "Faire travailler l’équipe à distance seulement, sans voyage en Allemagne.",
        _no_travel,
    ),
    _change(
        "conclude_works_agreement", 3,
        "Conclude a works agreement that lists the tools and the data.",
        "Eine Betriebsvereinbarung schließen, die Werkzeuge und Daten nennt.",
        "Conclure un accord d’entreprise qui nomme les outils et les données.",
        _set(works_agreement=True, within_works_agreement=True),
    ),
    _change(
        "leave_out_employees", 2,
        "Leave out data on employees at home.",
        "Daten über Beschäftigte hier weglassen.",
        "Retirer les données sur les salariés d’ici.",
        _leave_out(Data.EMPLOYEE),
    ),
    _change(
        "remove_authors", 1,
        "Remove the names of authors from the source code and its history.",
        "Namen der Autoren aus Quelltext und Historie entfernen.",
        "Retirer les noms des auteurs du code et de son historique.",
        _scrub_authors,
    ),
    _change(
        "no_onward_transfer", 2,
        "Use no provider in a further country.",
        "Keinen Anbieter in einem weiteren Land einsetzen.",
        "N’employer aucun prestataire dans un autre pays.",
        _no_onward,
    ),
    _change(
        "ground_for_unlisted_country", 2,
        "Have clauses or consent for the way out to the unlisted country.",
        "Klauseln oder Einwilligung für den Weg in das nicht gelistete Land beschaffen.",
        "Disposer de clauses ou d’un consentement pour le pays non listé.",
        _set(local_transfer_ground=True),
    ),
    _change(
        "get_export_licence", 4,
        "Get the export licence of BAFA.",
        "Die Ausfuhrgenehmigung des BAFA einholen.",
        "Obtenir la licence d’exportation du BAFA.",
        _set(export_licence=True),
    ),
    _change(
        "leave_out_controlled", 3,
        "Keep military and classified parts at home.",
        "Rüstungs- und Verschlusssachen hier behalten.",
        "Garder ici les parties militaires et classifiées.",
        _leave_out(Data.MILITARY_LIST, Data.CLASSIFIED),
    ),
    _change(
        "get_prototype_label", 3,
        "Get the TISAX prototype label for the site.",
        "Das TISAX-Prototypen-Label für den Standort erwerben.",
        "Obtenir le label TISAX prototype pour le site.",
        _set(prototype_label=True),
    ),
    _change(
        "leave_out_prototypes", 3,
        "Keep prototypes and their drawings at home.",
        "Prototypen und ihre Zeichnungen hier behalten.",
        "Garder ici les prototypes et leurs plans.",
        _leave_out(Data.CAD_PROTOTYPE),
    ),
)  # fmt: skip
"""Every change that is searched; effort 1 is paper between willing parties, 4 changes the plan."""
