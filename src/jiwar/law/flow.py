"""A data flow as the law sees it: plain values, each of which may be unknown (None).

Unknown is an answer of its own: no rule reads it as yes. What a field means, how it is asked, and in which
words it is answered stands in ``questions``; how a flow follows from a case stands in ``building``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from jiwar.diagnostics import Diagnostic, nearest_names
from jiwar.law.error import LawError
from jiwar.law.places import EEA, is_country, right_code


class Data(StrEnum):
    """What data are about, as far as the law treats them differently."""

    ANONYMOUS = "anonymous"
    PSEUDONYMISED = "pseudonymised"
    BUSINESS_CONTACT = "business_contact"
    EMPLOYEE = "employee"
    CUSTOMER = "customer"
    SPECIAL_CATEGORY = "special_category"
    HEALTH = "health"
    CRIMINAL = "criminal"
    PAYMENT = "payment"
    VIN = "vin"
    TELEMATICS = "telematics"
    VIDEO_RAW = "video_raw"
    VIDEO_ANONYMISED = "video_anonymised"
    SOURCE_CODE = "source_code"
    CAD_PROTOTYPE = "cad_prototype"
    EXPORT_CONTROLLED = "export_controlled"
    MILITARY_LIST = "military_list"
    CLASSIFIED = "classified"
    TEST_DATA_FROM_PRODUCTION = "test_data_from_production"
    MA_EMPLOYEE = "ma_employee"
    MA_NATIONAL_ID = "ma_national_id"


class Roles(StrEnum):
    """Who exporter and importer are in the words of data protection."""

    CONTROLLER_TO_CONTROLLER = "controller_to_controller"
    JOINT_CONTROLLERS = "joint_controllers"
    CONTROLLER_TO_PROCESSOR = "controller_to_processor"
    PROCESSOR_TO_SUBPROCESSOR = "processor_to_subprocessor"
    PROCESSOR_TO_CONTROLLER = "processor_to_controller"


class Access(StrEnum):
    """How the site reaches the data."""

    NONE = "none"
    SCREEN_ONLY = "screen_only"
    REMOTE_EDIT = "remote_edit"
    COPY = "copy"
    PHYSICAL_MEDIA = "physical_media"
    TRAVEL = "travel"


class Relation(StrEnum):
    """How the importer belongs to the exporter."""

    SAME_LEGAL_ENTITY = "same_legal_entity"
    GROUP_COMPANY = "group_company"
    UNRELATED = "unrelated"


class Instrument(StrEnum):
    """The instrument of Chapter V that carries the transfer."""

    NONE = "none"
    SCC = "scc"
    SCC_BEFORE_2021 = "scc_before_2021"
    BCR = "bcr"
    AD_HOC = "ad_hoc"
    ART49 = "art49"


class Tia(StrEnum):
    """The state of the transfer impact assessment; only its result counts, not that it exists."""

    PASSED = "passed"
    PASSED_WITH_MEASURES = "passed_with_measures"
    FAILED = "failed"
    OUTDATED = "outdated"
    MISSING = "missing"


class Staffing(StrEnum):
    """The form in which people work for the client."""

    WORK_CONTRACT = "work_contract"
    SERVICE = "service"
    BODY_LEASING = "body_leasing"


@dataclass(frozen=True, slots=True)
class Flow:
    """One data flow with the safeguards and the staffing around it; None always means unknown.

    Raises
    ------
    LawError
        L003 when a value is not possible; all problems at once.
    """

    exporter_country: str = "DE"
    importer_country: str | None = None
    onward_countries: frozenset[str] | None = frozenset()
    relation: Relation | None = None
    roles: Roles | None = None
    access: Access | None = None
    categories: frozenset[Data] | None = None
    clear_text: bool | None = None
    systematic: bool | None = None
    large_scale: bool | None = None

    instrument: Instrument | None = None
    scc_module: int | None = None
    within_adequacy_scope: bool | None = None
    importer_under_gdpr: bool | None = None
    art49_ground_proven: bool | None = None
    instrument_approved: bool | None = None
    tia: Tia | None = None

    processing_contract: bool | None = None
    controller_authorisation: bool | None = None
    notice: bool | None = None
    record: bool | None = None
    dpia: bool | None = None
    anonymisation_tested: bool | None = None
    authors_removed: bool | None = None
    holder_identifiable: bool | None = None

    works_council: bool | None = None
    works_agreement: bool | None = None
    within_works_agreement: bool | None = None
    tools_can_monitor: bool | None = None
    home_employees: int | None = None
    essential_parts_move: bool | None = None

    staffing: Staffing | None = None
    client_instructions: bool | None = None
    travel_days_to_germany: int | None = None
    travel_for_meetings_only: bool | None = None
    posting_months: int | None = None

    local_representative: bool | None = None
    local_declaration: bool | None = None
    local_authorisation: bool | None = None
    local_transfer_authorisation: bool | None = None
    local_transfer_ground: bool | None = None
    results_return: bool | None = None

    technology_checked: bool | None = None
    us_origin_technology: bool | None = None
    export_licence: bool | None = None
    internal_compliance: bool | None = None
    commercial_development: bool | None = None
    return_and_delete: bool | None = None
    encryption_shipped: bool | None = None
    classified_cleared: bool | None = None

    customer_permits: bool | None = None
    carmaker_customer: bool | None = None
    prototype_label: bool | None = None

    vehicle_type: bool | None = None
    client_nis2: bool | None = None
    digital_product: bool | None = None
    high_risk_ai: bool | None = None
    cloud_provider: bool | None = None

    def __post_init__(self) -> None:
        problems = [*_country_problems(self), *_number_problems(self)]
        if self.categories is not None and not self.categories:
            problems.append(_problem("no data category is named", "name one, or leave it unknown (None)"))
        if problems:
            raise LawError(problems)

    def holds(self, *kinds: Data) -> bool:
        """Whether the flow holds data of one of these kinds; unknown categories hold nothing."""
        return self.categories is not None and not self.categories.isdisjoint(kinds)

    def missing(self, *names: str) -> tuple[str, ...]:
        """Return which of these fields are unknown."""
        return tuple(name for name in names if getattr(self, name) is None)

    @property
    def leaves_eea(self) -> bool:
        """Whether the importer sits outside the European Economic Area."""
        return self.importer_country is not None and self.importer_country not in EEA

    @property
    def separate_entity(self) -> bool | None:
        """Whether the importer is a legal entity of its own."""
        return None if self.relation is None else self.relation is not Relation.SAME_LEGAL_ENTITY

    @property
    def importer_processes_for_others(self) -> bool:
        """Whether the importer works on the instructions of a controller."""
        return self.roles in {Roles.CONTROLLER_TO_PROCESSOR, Roles.PROCESSOR_TO_SUBPROCESSOR}


Word = TypeVar("Word", bound=StrEnum)


def word_of(kind: type[Word], text: str) -> Word:
    """Return the word of a closed list by its text; raises LawError L003 with the nearest words."""
    try:
        return kind(text)
    except ValueError as wrong:
        problem = _problem(f"`{text}` is no {kind.__name__.lower()}", nearest_names(text, list(kind)))
        raise LawError([problem]) from wrong


def data_of(texts: Iterable[str]) -> frozenset[Data]:
    """Return data categories by their texts; raises LawError L003 naming every unknown one."""
    found: set[Data] = set()
    problems: list[Diagnostic] = []
    for text in texts:
        try:
            found.add(word_of(Data, text))
        except LawError as wrong:
            problems.extend(wrong.diagnostics)
    if problems:
        raise LawError(problems)
    return frozenset(found)


def _problem(message: str, remedy: str) -> Diagnostic:
    return Diagnostic("L003", message, remedy)


def _country_problems(flow: Flow) -> list[Diagnostic]:
    codes = [flow.exporter_country, flow.importer_country, *(flow.onward_countries or ())]
    return [
        _problem(f"`{code}` is no country code", right_code(code))
        for code in codes
        if code is not None and not is_country(code)
    ]


def _number_problems(flow: Flow) -> list[Diagnostic]:
    found = []
    if flow.scc_module is not None and flow.scc_module not in {1, 2, 3, 4}:
        found.append(
            _problem(f"there is no module {flow.scc_module} of the standard clauses", "1, 2, 3 or 4")
        )
    numbers = {
        "travel_days_to_germany": flow.travel_days_to_germany,
        "posting_months": flow.posting_months,
        "home_employees": flow.home_employees,
    }
    for name, number in numbers.items():
        if number is not None and number < 0:
            found.append(_problem(f"`{name}` is negative", "write zero or more"))
    return found
