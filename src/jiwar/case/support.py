"""State support that a case leans on: what is claimed, what has been answered, which reading holds."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from jiwar.case.kinds import Choice, YesNo
from jiwar.case.quantities import Amount
from jiwar.case.shapes import Declared
from jiwar.case.vocabulary import SUPPORT_CLAIMS

_SHARE = Amount(("%", "percent"), "95 %", high=1.0)


class Readings(Declared):
    """Which reading holds where sources contradict each other; the defaults are the careful ones."""

    route_two: Annotated[str, Choice(("at_least_150", "more_than_150"))] = Field(
        default="at_least_150", description="Charter without a least investment: from 150 jobs on, or above."
    )
    gender_threshold: Annotated[str, Choice(("more_than_30", "at_least_30"))] = Field(
        default="more_than_30", description="Gender premium above 30 % of the wage bill, or from it on."
    )
    sector_list: Annotated[str, Choice(("with_outsourcing", "without_outsourcing"))] = Field(
        default="with_outsourcing", description="Whether outsourcing is a priority sector of the Charter."
    )
    job_ratio_base: Annotated[str, Choice(("total_investment", "primable_amount"))] = Field(
        default="total_investment", description="What jobs per million are counted on."
    )
    sme_job_premium: Annotated[str, Choice(("ratio", "number_of_jobs"))] = Field(
        default="ratio", description="SME job premium by jobs per million, or by number of jobs."
    )
    sme_own_funds: Annotated[str, Choice(("own_funds", "own_funds_or_loan"))] = Field(
        default="own_funds", description="What counts towards the 10 % that an SME brings itself."
    )
    sme_turnover: Annotated[str, Choice(("below_200", "up_to_200"))] = Field(
        default="below_200", description="SME turnover below 200 million dirhams, or up to it."
    )
    offshoring_start: Annotated[str, Choice(("2025-07-01", "2025-11-24"))] = Field(
        default="2025-07-01", description="First day of the offshoring circular."
    )
    employment_premium: Annotated[str, Choice(("once", "every_year"))] = Field(
        default="once", description="Employment premium once for a job, or every year."
    )
    training_premium: Annotated[str, Choice(("flat", "upper_bound"))] = Field(
        default="flat",
        description="Training premium of 3.5 %, or of up to 3.5 %, of which a plan counts nothing.",
    )
    entitlements_after_2030: Annotated[str, Choice(("lapse", "run_off"))] = Field(
        default="lapse",
        description="Whether claims from jobs created by the end of 2030 are still paid afterwards.",
    )
    solidarity_after_2025: Annotated[str, Choice(("extended", "lapsed"))] = Field(
        default="extended", description="Whether the social solidarity contribution runs on to 2028."
    )
    solidarity_bands: Annotated[str, Choice(("below_upper_limit", "up_to_upper_limit"))] = Field(
        default="below_upper_limit", description="Whether upper limits of its bands belong to them."
    )
    dividend_rule: Annotated[str, Choice(("by_distribution", "by_profit_year"))] = Field(
        default="by_distribution",
        description="Dividend withholding by day of distribution, or by year of profit.",
    )
    high_profit_path: Annotated[str, Choice(("general", "former_20_percent"))] = Field(
        default="general", description="Path of corporate tax for profits from 100 million dirhams."
    )
    low_confidence_rules: Annotated[str, Choice(("on", "off"))] = Field(
        default="on",
        description="Whether rules known only from a simulator or from undated pages are used.",
        examples=["off"],
    )


class Support(Declared):
    """State support that prices may contain; nothing is claimed by default, and unknown never means yes."""

    claim: tuple[Annotated[str, Choice(SUPPORT_CLAIMS)], ...] = Field(
        default=(),
        description="Wage support of the Moroccan offshoring circular that prices contain, for people whom an own "
        "unit employs: State share of income tax, premium for new jobs, premium for training.",
        examples=[["offshoring_income_tax", "offshoring_employment", "offshoring_training"]],
    )
    admitted: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Has the technical committee admitted the company? Without a yes no claim counts.",
        examples=["yes"],
    )
    export_share_met: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Does the unit reach the export share and the size that the manual asks (unpublished)? "
        "Without a yes no claim counts.",
        examples=["yes"],
    )
    all_jobs_new: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Are all jobs of the unit new, above the number from which the State counts? Without a yes "
        "no premium for jobs or training counts.",
        examples=["yes"],
    )
    taken_over_jobs_new: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Do jobs taken over from a provider (build-operate-transfer) count as new?",
        examples=["no"],
    )
    in_park: Annotated[bool | None, YesNo(unknown=True)] = Field(
        default=None,
        description="Does the unit sit in the offshoring park of its region? It decides the cap on income tax.",
        examples=["yes"],
    )
    moroccan_share: Annotated[float | None, _SHARE] = Field(
        default=None,
        description="Share of recruits who are Moroccan; only for them training is supported.",
        examples=["95 %"],
    )
    paid_after_months: Annotated[float, Amount(("months",), "12 months", high=60.0, whole=True)] = Field(
        default=12.0,
        alias="paid_after",
        description="Months from the day on which wage support is earned to the day on which it arrives: an "
        "assumption, because no schedule is published.",
        examples=["12 months"],
    )
    investment_mad: Annotated[float | None, Amount(("MAD", "kMAD", "MMAD"), "30 MMAD")] = Field(
        default=None,
        alias="investment",
        description="Investment at one site without tax, for `jiwar fund`; prices do not contain capital grants.",
        examples=["30 MMAD"],
    )
    women: Annotated[float | None, _SHARE] = Field(
        default=None, description="Share of women in the wage bill, for `jiwar fund`.", examples=["40 %"]
    )
    readings: Readings = Field(
        default=Readings(), description="Which reading holds where sources contradict each other."
    )
