"""What law asks beyond the data flows: answers of the company, unknown where nobody has given one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from jiwar.case.kinds import Name, Whole, YesNo
from jiwar.case.shapes import Declared


class Answers(Declared):
    """Answers to what law asks; an answer left out is unknown, and unknown never means yes."""

    clear_text: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Can people at the site read names, numbers or faces in clear?",
        examples=["yes"],
    )
    passed_on: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Does the site pass the data on to other countries, a cloud provider's included?",
        examples=["no"],
    )
    onward_countries: tuple[Annotated[str, Name("country")], ...] | None = Field(
        default=None,
        description="Countries to which the site passes the data on.",
        examples=[["US"]],
    )
    large_scale: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Are very many people concerned?", examples=["yes"]
    )
    within_adequacy_scope: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Does the adequacy decision cover this importer, for instance by its certificate?",
        examples=["yes"],
    )
    importer_under_gdpr: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Is the importer itself subject to the GDPR for this work (Art. 3(2))?",
        examples=["yes"],
    )
    art49_ground_proven: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Is the ground of the exception proven for this transfer?", examples=["yes"]
    )
    instrument_approved: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Has an authority approved the binding rules or own clauses for this importer and purpose?",
        examples=["yes"],
    )
    dpia: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Is a data-protection impact assessment done?", examples=["yes"]
    )
    anonymisation_tested: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Was it tested that nobody on the video can be recognised?",
        examples=["yes"],
    )
    authors_removed: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Are names and addresses of authors removed from the source code and its history?",
        examples=["yes"],
    )
    holder_identifiable: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Can anyone who has the vehicle number find its holder with reasonable means?",
        examples=["yes"],
    )
    local_representative: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Is a representative in Morocco appointed and notified to the CNDP?",
        examples=["yes"],
    )
    local_declaration: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Is the processing declared to the authority at the site?", examples=["yes"]
    )
    local_authorisation: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Has the authority at the site authorised the processing?", examples=["yes"]
    )
    local_transfer_authorisation: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Has the authority at the site authorised the way out of the country?",
        examples=["yes"],
    )
    local_transfer_ground: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Is there consent, necessity or a clause set for the way out to an unlisted country?",
        examples=["yes"],
    )
    results_return: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Do data or designs go back from the site to Germany?", examples=["yes"]
    )
    works_agreement: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Is there a works agreement on these tools and data?", examples=["yes"]
    )
    within_works_agreement: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Does the works agreement list all employee data that go abroad?",
        examples=["yes"],
    )
    tools_can_monitor: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Could the tools show how single employees in Germany work?",
        examples=["yes"],
    )
    essential_parts_move: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Do essential parts of the operation move, or are people at home to go?",
        examples=["yes"],
    )
    travel_days_to_germany: Annotated[int | None, Whole(0, 10_000)] = Field(
        default=None,
        description="How many days in 180 does a member of the team spend in Germany?",
        examples=[10],
    )
    travel_for_meetings_only: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Do they come for meetings and control of work only?", examples=["yes"]
    )
    posting_months: Annotated[int | None, Whole(0, 10_000)] = Field(
        default=None,
        description="For how many months at most is somebody posted from Germany to the site?",
        examples=[10],
    )
    technology_checked: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Has someone checked everything the site sees against the lists of dual-use and military goods?",
        examples=["yes"],
    )
    us_origin_technology: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Does the technology come from the United States in part?", examples=["yes"]
    )
    export_licence: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Has BAFA granted a licence for this recipient?", examples=["yes"]
    )
    internal_compliance: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Does the group run an internal compliance programme for exports?",
        examples=["yes"],
    )
    commercial_development: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Is the purpose commercial product development only?", examples=["yes"]
    )
    return_and_delete: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Will everything be returned and deleted at the end?", examples=["yes"]
    )
    encryption_shipped: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Are devices or software for encryption brought into Morocco, laptops included?",
        examples=["yes"],
    )
    classified_cleared: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Do consent of the principal, clearance of the site and a secrecy agreement all exist?",
        examples=["yes"],
    )
    customer_permits: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Does the customer's contract allow the work to be done at this place?",
        examples=["yes"],
    )
    carmaker_customer: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Does the customer ask for TISAX?", examples=["yes"]
    )
    prototype_label: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Does the site hold a TISAX prototype label?", examples=["yes"]
    )
    vehicle_type: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Does the work go into a vehicle type that needs approval (UN R155)?",
        examples=["yes"],
    )
    client_nis2: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Is the company or its customer an important entity under NIS2?",
        examples=["yes"],
    )
    digital_product: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Is it a connected product other than a vehicle (Cyber Resilience Act)?",
        examples=["yes"],
    )
    high_risk_ai: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Is training or labelling for a high-risk AI system part of the work?",
        examples=["yes"],
    )
    cloud_provider: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Does the company provide data processing (cloud) services to others?",
        examples=["yes"],
    )
    client_instructions: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Do people at the site take orders from your managers like your own staff do? "
        "(Of an employer of record they always do.)",
        examples=["no"],
    )
