"""The data that a work package needs, and what protects them on the way."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from jiwar.case.answers import Answers
from jiwar.case.kinds import Choice, Name, Text, Whole, YesNo
from jiwar.case.shapes import Declared
from jiwar.case.vocabulary import ACCESS, ASSESSMENTS, DATA_CATEGORIES, DATA_ROLES, INSTRUMENTS


class Safeguards(Declared):
    """What is arranged for a transfer; what is unknown stays unknown and is asked for, never assumed."""

    instrument: Annotated[str, Choice(INSTRUMENTS)] = Field(
        default="unknown",
        description="Instrument of the transfer: standard clauses (`scc`), binding corporate rules (`bcr`), "
        "own clauses (`ad_hoc`), an exception (`art49`).",
        examples=["scc"],
    )
    scc_module: Annotated[int | None, Whole(1, 4)] = Field(
        default=None, description="Module of the standard clauses.", examples=[3]
    )
    tia: Annotated[str, Choice(ASSESSMENTS)] = Field(
        default="unknown", description="State of the transfer impact assessment.", examples=["passed"]
    )
    tia_for: tuple[Annotated[str, Name("country")], ...] = Field(
        default=(),
        description="Countries whose law the assessment is about; for all others it is missing.",
        examples=[["MA"]],
    )
    processing_contract: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Whether a contract under Art. 28 GDPR exists.", examples=["yes"]
    )
    controller_authorisation: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Whether the controller has authorised the sub-processor.",
        examples=["unknown"],
    )
    notice: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None, description="Whether the people concerned are told of the transfer.", examples=["no"]
    )
    record: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Whether the record of processing names the transfer.",
        examples=["no"],
    )


class DataFlow(Declared):
    """Data of one purpose that go from home to wherever the work packages are done."""

    id: Annotated[str, Name("own")] = Field(description="The name of the block.")
    name: Annotated[str, Text()] = Field(
        description="What readers of the report see.", examples=["Logs of test drives"]
    )
    work_packages: tuple[Annotated[str, Name("work package")], ...] = Field(
        description="Work packages that need the data.", examples=[["test-automation"]]
    )
    categories: tuple[Annotated[str, Choice(DATA_CATEGORIES)], ...] = Field(
        description="What the data are about; all that apply.", examples=[["vin", "telematics"]]
    )
    roles: Annotated[str, Choice(DATA_ROLES)] = Field(
        description="Roles of exporter and importer in the words of data protection.",
        examples=["processor_to_subprocessor"],
    )
    access: Annotated[str, Choice(ACCESS)] = Field(
        description="How the site reaches the data; looking at a screen is access too.",
        examples=["remote_edit"],
    )
    systematic: Annotated[bool, YesNo()] = Field(
        description="Whether it happens regularly rather than once.", examples=[True]
    )
    safeguards: Safeguards = Field(
        default=Safeguards(),
        description="What is arranged for the transfer; everything unknown by default.",
    )
    answers: Answers = Field(
        default=Answers(),
        description="What law asks of this flow; goes before the answers of the case.",
    )
