"""What a rule finds: a verdict, the duties that follow, the inputs it misses, and the question left open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from jiwar.law.citation import Citation
from jiwar.law.verdict import Verdict
from jiwar.law.wording import Words


class Owner(StrEnum):
    """Who has to see to a duty."""

    EXPORTER = "exporter"
    IMPORTER = "importer"
    CONTROLLER = "controller"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    EXPORT_OFFICER = "export_officer"
    SECURITY_OFFICER = "security_officer"
    PERSONNEL = "personnel"
    PURCHASING = "purchasing"
    COUNSEL = "counsel"

    @property
    def words(self) -> Words:
        """The owner for readers."""
        return _OWNER_WORDS[self]


class Due(StrEnum):
    """By when a duty must be met."""

    BEFORE_START = "before_start"
    BEFORE_DECISION = "before_decision"
    THIRTY_DAYS_BEFORE = "thirty_days_before"
    WITHIN_5_BUSINESS_DAYS = "within_5_business_days"
    WITHIN_8_WORKING_DAYS = "within_8_working_days"
    BEFORE_EACH_TRIP = "before_each_trip"
    WHILE_IT_LASTS = "while_it_lasts"
    AT_THE_END = "at_the_end"

    @property
    def words(self) -> Words:
        """The deadline for readers."""
        return _DUE_WORDS[self]


class DutyState(StrEnum):
    """Whether a duty is met; a later member is worse."""

    DONE = "done"
    UNKNOWN = "unknown"
    OPEN = "open"


_STATE_ORDER = list(DutyState)


@dataclass(frozen=True, slots=True)
class Duty:
    """What must be done, by whom, before when; the lead time counts in months before the start.

    ``lead_months`` is statutory or published; None says that nobody publishes one, so that the case has to
    assume it. ``cost_key`` names the assumption that a case may make for the cost; no figure is published.
    """

    name: str
    text: Words
    owner: Owner
    due: Due = Due.BEFORE_START
    lead_months: float | None = 0.0
    cost_key: str | None = None
    state: DutyState = DutyState.OPEN
    citations: tuple[Citation, ...] = ()

    def met(self, done: bool | None) -> Duty:  # noqa: FBT001 - the answer of the flow: yes, no or unknown
        """Return the duty with the state that an answer of the flow gives it."""
        return _met(self, done)

    def __hash__(self) -> int:
        """Names tell duties apart; hashing all their texts would take longer than judging."""
        return hash(self.name)

    def joined(self, other: Duty) -> Duty:
        """Return the same duty found by another rule too: the worse state, the citations of both."""
        state = max(self.state, other.state, key=_STATE_ORDER.index)
        citations = tuple(dict.fromkeys((*self.citations, *other.citations)))
        return replace(self, state=state, citations=citations)

    @property
    def open_lead_months(self) -> float:
        """Months that the duty still takes; nothing when it is done or when nobody publishes a figure."""
        return 0.0 if self.state is DutyState.DONE or self.lead_months is None else self.lead_months


@lru_cache(maxsize=2_000)
def _met(duty: Duty, done: bool | None) -> Duty:  # noqa: FBT001 - the answer of the flow: yes, no or unknown
    state = DutyState.UNKNOWN if done is None else DutyState.DONE if done else DutyState.OPEN
    return replace(duty, state=state)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says about one flow; an input that it misses makes it a manual review at least."""

    verdict: Verdict
    duties: tuple[Duty, ...] = ()
    missing: tuple[str, ...] = ()
    question: Words | None = None

    def __post_init__(self) -> None:
        if self.missing and self.verdict < Verdict.MANUAL_REVIEW:
            message = "a finding that misses an input is a manual review at least"
            raise ValueError(message)


# What rules find repeats itself, so that equal findings are one object: making a million of them takes longer than
# judging does.
@lru_cache(maxsize=2_000)
def allowed(*duties: Duty) -> Finding:
    """Say yes, with the duties that go with it."""
    return Finding(Verdict.ALLOWED, duties)


@lru_cache(maxsize=2_000)
def with_mechanism(*duties: Duty) -> Finding:
    """Say yes on the strength of an instrument, a contract or another arrangement."""
    return Finding(Verdict.ALLOWED_WITH_MECHANISM, duties)


@lru_cache(maxsize=2_000)
def after_authorisation(*duties: Duty) -> Finding:
    """Say yes after a filing or a permit."""
    return Finding(Verdict.ALLOWED_AFTER_AUTHORISATION, duties)


@lru_cache(maxsize=2_000)
def unknown(*fields: str, duties: tuple[Duty, ...] = ()) -> Finding:
    """Say that the rule cannot answer before these inputs are known."""
    return Finding(Verdict.MANUAL_REVIEW, duties, fields)


@lru_cache(maxsize=2_000)
def review(question: Words, *duties: Duty) -> Finding:
    """Say that a person has to answer a question first."""
    return Finding(Verdict.MANUAL_REVIEW, duties, question=question)


@lru_cache(maxsize=2_000)
def blocked(*duties: Duty) -> Finding:
    """Say no."""
    return Finding(Verdict.BLOCKED, duties)


_OWNER_WORDS = {
    Owner.EXPORTER: Words("exporter", "Exporteur", "exportateur"),
    Owner.IMPORTER: Words("importer", "Importeur", "importateur"),
    Owner.CONTROLLER: Words("controller", "Verantwortlicher", "responsable du traitement"),
    Owner.DATA_PROTECTION_OFFICER: Words(
        "data-protection officer", "Datenschutzbeauftragte", "délégué à la protection des données"
    ),
    Owner.EXPORT_OFFICER: Words(
        "export-control officer", "Ausfuhrverantwortliche", "responsable du contrôle des exportations"
    ),
    Owner.SECURITY_OFFICER: Words(
        "information-security officer",
        "Informationssicherheit",
        "responsable de la sécurité de l’information",
    ),
    Owner.PERSONNEL: Words("personnel department", "Personalabteilung", "service du personnel"),
    Owner.PURCHASING: Words("purchasing", "Einkauf", "service des achats"),
    Owner.COUNSEL: Words("counsel", "Rechtsberatung", "conseil juridique"),
}

_DUE_WORDS = {
    Due.BEFORE_START: Words("before the work starts", "vor Beginn der Arbeit", "avant le début des travaux"),
    Due.BEFORE_DECISION: Words("before the decision", "vor der Entscheidung", "avant la décision"),
    Due.THIRTY_DAYS_BEFORE: Words(
        "thirty days before the import", "dreißig Tage vor der Einfuhr", "trente jours avant l’importation"
    ),
    Due.WITHIN_5_BUSINESS_DAYS: Words(
        "within five business days of signing",
        "binnen fünf Werktagen nach Unterschrift",
        "dans les cinq jours ouvrables après signature",
    ),
    Due.WITHIN_8_WORKING_DAYS: Words(
        "within eight working days of a change",
        "binnen acht Arbeitstagen nach einer Änderung",
        "dans les huit jours ouvrables suivant un changement",
    ),
    Due.BEFORE_EACH_TRIP: Words("before each trip", "vor jeder Reise", "avant chaque déplacement"),
    Due.WHILE_IT_LASTS: Words(
        "as long as the work lasts", "solange die Arbeit dauert", "pendant toute la durée des travaux"
    ),
    Due.AT_THE_END: Words("when the work ends", "am Ende der Arbeit", "à la fin des travaux"),
}
