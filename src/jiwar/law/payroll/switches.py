"""Where sources contradict each other: one switch each, with a default and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal, get_args, get_type_hints

from jiwar.diagnostics import nearest_names
from jiwar.law.payroll.error import refuse


@dataclass(frozen=True, slots=True)
class Switches:
    """One choice for every contradiction; see ``CONTRADICTIONS`` for what the choices mean."""

    route_two: Literal["at_least_150", "more_than_150"] = "at_least_150"
    gender_threshold: Literal["more_than_30", "at_least_30"] = "more_than_30"
    sector_list: Literal["with_outsourcing", "without_outsourcing"] = "with_outsourcing"
    job_ratio_base: Literal["total_investment", "primable_amount"] = "total_investment"
    sme_job_premium: Literal["ratio", "number_of_jobs"] = "ratio"
    sme_own_funds: Literal["own_funds", "own_funds_or_loan"] = "own_funds"
    sme_turnover: Literal["below_200", "up_to_200"] = "below_200"
    offshoring_start: Literal["2025-07-01", "2025-11-24"] = "2025-07-01"
    employment_premium: Literal["once", "every_year"] = "once"
    training_premium: Literal["flat", "upper_bound"] = "flat"
    entitlements_after_2030: Literal["lapse", "run_off"] = "lapse"
    solidarity_after_2025: Literal["extended", "lapsed"] = "extended"
    solidarity_bands: Literal["below_upper_limit", "up_to_upper_limit"] = "below_upper_limit"
    dividend_rule: Literal["by_distribution", "by_profit_year"] = "by_distribution"
    high_profit_path: Literal["general", "former_20_percent"] = "general"
    low_confidence_rules: Literal["on", "off"] = "on"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What two sources say differently, and why one of them is the default."""

    switch: str
    about: str
    reason: str
    references: tuple[str, ...]


CONTRADICTIONS = (
    Contradiction(
        "route_two",
        "Charter without a minimum investment: 150 jobs or more, or more than 150",
        "the decree-based press says 'equal to or above 150'; only the agencies' leaflets say 'more than'",
        ("CH-07",),
    ),
    Contradiction(
        "gender_threshold",
        "Gender premium at exactly 30 % of the wage bill",
        "the agency's secretary general says 'above 30 %'; 'at least' is known from a simulator only",
        ("CH-10",),
    ),
    Contradiction(
        "sector_list",
        "Whether outsourcing and aquaculture are priority sectors",
        "the regional investment centre and the agency's booklet list them; the United Nations' summary "
        "does not",
        ("CH-16",),
    ),
    Contradiction(
        "job_ratio_base",
        "Jobs per million of the total investment, or of the primable amount",
        "no official text read says it; the total is what the only worked-out source uses",
        ("CH-09",),
    ),
    Contradiction(
        "sme_job_premium",
        "Job premium of the SME scheme by jobs per million, or by number of jobs",
        "two newspapers spell out 'ratio of jobs created per million dirhams'; one and a simulator count "
        "jobs",
        ("TP-05",),
    ),
    Contradiction(
        "sme_own_funds",
        "Ten per cent own funds, or own funds or a bank loan",
        "the stricter reading is the safe one for planning",
        ("TP-04",),
    ),
    Contradiction(
        "sme_turnover",
        "SME turnover below 200 million dirhams, or up to 200 million",
        "the law firm that cites the decree writes 'below'",
        ("TP-02",),
    ),
    Contradiction(
        "offshoring_start",
        "Offshoring circular from 1 July 2025, or from its publication on 24 November 2025",
        "the news agency's text names the effective date; the other source reports the publication",
        ("OF-01",),
    ),
    Contradiction(
        "employment_premium",
        "Employment premium once for a job, or every year",
        "the manual is not published; one payment is the careful reading",
        ("OF-06",),
    ),
    Contradiction(
        "training_premium",
        "Training premium of 3.5 %, or of up to 3.5 %",
        "two of three sources give the rate flat; 'could reach' makes its low end zero",
        ("OF-07",),
    ),
    Contradiction(
        "entitlements_after_2030",
        "Whether claims from jobs created before the end of 2030 are still paid afterwards",
        "no text read says so; a plan should not lean on it",
        ("OF-01", "OF-06", "OF-07"),
    ),
    Contradiction(
        "solidarity_after_2025",
        "Whether the social solidarity contribution runs on to 2028",
        "the finance bill for 2026 proposes it; as a cost it is counted until its end is known",
        ("TX-13",),
    ),
    Contradiction(
        "solidarity_bands",
        "Upper band limits of the solidarity contribution excluded, or included",
        "article 269 says 'to less than'",
        ("TX-13",),
    ),
    Contradiction(
        "dividend_rule",
        "Dividend withholding by day of distribution (finance law 2025), or by year of profit (2023)",
        "the later law replaces the earlier one",
        ("TX-09",),
    ),
    Contradiction(
        "high_profit_path",
        "Path to 35 % for profits from 100 million: the general one, or that of former 20 % payers",
        "the tax authority's own example follows the general path",
        ("TX-01",),
    ),
    Contradiction(
        "low_confidence_rules",
        "Rules known from a third-party simulator or from undated pages only",
        "they are used and marked; switched off, the amounts keep what better sources bear",
        ("CH-06", "CH-09", "CH-12", "TR-01", "TR-04"),
    ),
)


def choices(switch: str) -> tuple[str, ...]:
    """Return the values a switch can take."""
    return tuple(get_args(get_type_hints(Switches)[switch]))


def switches(**chosen: str) -> Switches:
    """Make switches from names and values as a person writes them.

    Raises
    ------
    MoneyError
        L106 for a switch or a value that does not exist.
    """
    names = [field.name for field in fields(Switches)]
    for switch, value in chosen.items():
        if switch not in names:
            refuse("L106", f"there is no switch called `{switch}`", nearest_names(switch, names))
        if value not in choices(switch):
            refuse("L106", f"`{switch}` cannot be `{value}`", nearest_names(value, choices(switch)))
    return Switches(**chosen)  # type: ignore[arg-type]  # the loop above has checked every value
