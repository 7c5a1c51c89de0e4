"""State support that the company counts on, and what it has answered about it; nothing is claimed by default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from jiwar.case.kinds import CalendarMonth, Choice, Name, YesNo
from jiwar.case.quantities import Amount
from jiwar.case.shapes import Declared
from jiwar.case.vocabulary import PARKS, READINGS
from jiwar.periods import Month

_MONEY = Amount(("MAD", "kMAD", "MMAD"), "55 MMAD")
_SHARE = Amount(("%", "percent"), "95 %", high=1.0)
_AGE = Amount(("years", "year", "months"), "2 years", high=2400.0)
_ANSWER = YesNo(unknown=True)
_STATUSES = ("ordinary", "outsourcing", "acceleration_zone", "finance_city")
_READINGS = tuple(dict.fromkeys(reading for choices in READINGS.values() for reading in choices))


class Offshoring(Declared):
    """Wage-based support of the Moroccan offshoring circular (July 2025 to December 2030), for own units."""

    counted_on: Annotated[bool, YesNo()] = Field(
        default=False,
        description="Whether the plan counts on it although a committee admits each company.",
        examples=[True],
    )
    sites: Mapping[Annotated[str, Name("case site")], Annotated[str, Choice(PARKS)]] = Field(
        description="Sites of own units for which it is claimed → the offshoring park that the unit sits in.",
        examples=[{"rabat": "Technopolis"}],
    )
    moroccan_share: Annotated[float | None, _SHARE] = Field(
        default=None,
        description="Share of recruits who are Moroccan; without it the training premium counts nothing.",
        examples=["95 %"],
    )
    pay_agreed_net: Annotated[bool | None, _ANSWER] = Field(
        default=None,
        description="Whether pay is agreed net of tax; else the capped income tax is the employees' gain, not "
        "the company's.",
        examples=["no"],
    )


class CapitalProject(Declared):
    """An investment project with which an own unit may earn a capital grant on steps of jobs."""

    site: Annotated[str, Name("case site")] = Field(description="Site of the own unit.", examples=["fes"])
    counted_on: Annotated[bool, YesNo()] = Field(
        default=False,
        description="Whether the plan may claim it although a commission decides.",
        examples=[True],
    )
    investment_mad: Annotated[float, _MONEY] = Field(
        alias="investment",
        description="Investment without tax: equipment, fitting out, studies, up to seven years of rent. The "
        "plan prices its own opening and seats; this figure only decides the grant.",
        examples=["55 MMAD"],
    )
    convention: Annotated[Month, CalendarMonth()] = Field(
        description="Month in which the convention with the State is signed.", examples=["2027-07"]
    )
    jobs_by: Annotated[Month, CalendarMonth()] = Field(
        description="Month in which the jobs are counted; at most five years after the convention.",
        examples=["2030-07"],
    )
    women: Annotated[float | None, _SHARE] = Field(
        default=None, description="Share of women in the wage bill.", examples=["35 %"]
    )
    public_enterprise: Annotated[bool | None, _ANSWER] = Field(
        default=None, description="Is the investor a public enterprise?", examples=["no"]
    )
    future_trade: Annotated[bool | None, _ANSWER] = Field(
        default=None, description="Is the activity on the list of trades of the future?", examples=["unknown"]
    )
    sustainable: Annotated[bool | None, _ANSWER] = Field(
        default=None, description="Does the project meet the criteria of sustainability?", examples=["no"]
    )
    private_land_mad: Annotated[float, _MONEY] = Field(
        default=0.0, alias="private_land", description="Price of private land within the investment."
    )
    public_land_mad: Annotated[float, _MONEY] = Field(
        default=0.0, alias="public_land", description="Price of public land within the investment."
    )
    turnover_mad: Annotated[float | None, _MONEY] = Field(
        default=None, alias="turnover", description="Turnover of the Moroccan company in a year."
    )
    company_age_months: Annotated[float | None, _AGE] = Field(
        default=None, alias="company_age", description="Age of the Moroccan company.", examples=["2 years"]
    )
    largest_holder_share: Annotated[float | None, _SHARE] = Field(
        default=None, alias="largest_holder", description="Share of its largest holder.", examples=["100 %"]
    )
    largest_holder_turnover_mad: Annotated[float | None, _MONEY] = Field(
        default=None,
        alias="largest_holder_turnover",
        description="Turnover of that holder; above 200 million it shuts the SME scheme.",
    )
    public_holder: Annotated[bool | None, _ANSWER] = Field(
        default=None, description="Does a public body hold shares?", examples=["no"]
    )
    own_funds: Annotated[float | None, _SHARE] = Field(
        default=None, description="Share of the investment paid from own funds.", examples=["40 %"]
    )
    activity_listed: Annotated[bool | None, _ANSWER] = Field(
        default=None, description="Is the activity on the SME list of the region?", examples=["unknown"]
    )
    activity_priority: Annotated[bool | None, _ANSWER] = Field(
        default=None, description="Is it a priority activity of the region?", examples=["unknown"]
    )


class Support(Declared):
    """State support; what is not answered is asked for and never becomes money."""

    offshoring: Offshoring | None = Field(
        default=None, description="Wage-based support by the offshoring circular."
    )
    capital: tuple[CapitalProject, ...] = Field(
        default=(), description="Capital grants, one project at most for each site."
    )
    status: Annotated[str | None, Choice(_STATUSES)] = Field(
        default=None,
        description="Tax status that the Moroccan company is to have; without it the ordinary one is counted. It "
        "changes what `jiwar tax` and the papers say, never the plan.",
        examples=["outsourcing"],
    )
    readings: Mapping[Annotated[str, Choice(tuple(READINGS))], Annotated[str, Choice(_READINGS)]] = Field(
        default={},
        description="How to read a contradiction between sources; the law page lists them with the defaults.",
        examples=[{"entitlements_after_2030": "run_off"}],
    )
