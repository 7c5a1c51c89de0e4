"""The work of a case: packages, the people they need, and the hours they talk to each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from jiwar.case.kinds import CalendarMonth, Choice, Name, Text, YesNo
from jiwar.case.quantities import Amount, Number, Share
from jiwar.case.shapes import Declared
from jiwar.case.vocabulary import BRANCHES, ENGAGEMENTS, KNOWLEDGE, LANGUAGE_LEVELS, SENIORITIES
from jiwar.periods import Month


class WorkPackage(Declared):
    """Work of one branch that is placed as a whole, or in shares."""

    id: Annotated[str, Name("own")] = Field(description="The name of the block.")
    name: Annotated[str, Text()] = Field(
        description="What readers of the report see.", examples=["Test automation"]
    )
    branch: Annotated[str, Choice(BRANCHES)] = Field(
        description="The sector's five activities: customer relations (CRM), business processes (BPO), "
        "information technology (ITO), engineering (ESO), knowledge (KPO).",
        examples=["ESO"],
    )
    movable: Annotated[bool, YesNo()] = Field(
        description="Whether the work could be done elsewhere at all; `false` needs a `reason`.",
        examples=[True],
    )
    reason: Annotated[str | None, Text()] = Field(
        default=None,
        description="Why the work is not movable.",
        examples=["The rigs stand in Stuttgart"],
    )
    knowledge: Annotated[str, Choice(KNOWLEDGE)] = Field(
        description="How much a new team must learn of the company's own products before it delivers.",
        examples=["medium"],
    )
    shares: tuple[Annotated[float, Share()], ...] = Field(
        default=(1.0,),
        description="Shares of the work that may move; the rest stays.",
        examples=[[0.5, 1.0]],
    )
    shared_hours_per_day: Annotated[float | None, Amount(("hours/day",), "4 hours/day", high=12.0)] = Field(
        default=None,
        alias="shared_hours",
        description="Least working hours a day that the team must share with home.",
        examples=["4 hours/day"],
    )
    languages: Mapping[Annotated[str, Name("language")], Annotated[str, Choice(LANGUAGE_LEVELS)]] = Field(
        default={},
        description="Languages the team must work in, with the least level.",
        examples=[{"en": "B2"}],
    )
    value_of_work_eur_per_year: Annotated[
        float | None, Amount(("EUR/year", "kEUR/year"), "160 kEUR/year")
    ] = Field(
        default=None,
        alias="value_of_work",
        description="Contribution lost per productive full-time year left undone; else that of the case.",
        examples=["160 kEUR/year"],
    )
    engagements: tuple[Annotated[str, Choice(ENGAGEMENTS)], ...] | None = Field(
        default=None,
        description="Forms in which this work may be held away from home; else those of the case.",
        examples=[["captive"]],
    )
    sites: tuple[Annotated[str, Name("case site")], ...] | None = Field(
        default=None,
        description="Sites to which this work may move; else those of the case.",
        examples=[["casablanca", "rabat"]],
    )
    after: tuple[Annotated[str, Name("work package")], ...] = Field(
        default=(),
        description="Work packages that must have moved before this one may start to move.",
        examples=[["test-automation"]],
    )


class TeamLine(Declared):
    """People that a work package needs from a month on, until a later line of the same skill."""

    work_package: Annotated[str, Name("work package")] = Field(
        description="The work package.", examples=["test-automation"]
    )
    role: Annotated[str, Name("role")] = Field(description="Kind of engineer.", examples=["test_engineer"])
    seniority: Annotated[str, Choice(SENIORITIES)] = Field(
        description="Level of experience.", examples=["senior"]
    )
    start: Annotated[Month, CalendarMonth()] = Field(
        alias="from",
        description="Month from which the number holds, until the next line of the same skill.",
        examples=["2027-01"],
    )
    people: Annotated[float, Number("people", high=10_000.0)] = Field(
        description="People needed, full time.", examples=[4]
    )
    employed: Annotated[float, Number("people", high=10_000.0)] = Field(
        description="Own staff of today; above zero only in lines that start with the horizon.",
        examples=[3],
    )


class Interaction(Declared):
    """How much two work packages talk to each other."""

    a: Annotated[str, Name("work package")] = Field(
        description="One work package.", examples=["test-automation"]
    )
    b: Annotated[str, Name("work package")] = Field(description="The other.", examples=["data-analysis"])
    hours_per_week: Annotated[float, Number("hours", high=2_000.0)] = Field(
        description="Hours a week spent together, counted once per person.", examples=[12]
    )
