"""Build-operate-transfer is two things in law: a provider first and, after the hand-over, an own unit."""

from __future__ import annotations

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.law import Assessment, assess
from jiwar.options.engagement import Engagement
from jiwar.options.flows import flow_of
from jiwar.options.pricing import BUILD_MONTHS
from jiwar.periods import Month


def hand_over(case: Case, engagement: Engagement, start: Month) -> Month | None:
    """Return the month in which the unit becomes one's own; None for other forms, or beyond the horizon."""
    if engagement is not Engagement.BUILD_OPERATE_TRANSFER:
        return None
    month = start + BUILD_MONTHS
    return month if month in case.horizon else None


def assess_after(
    case: Case, facts: Facts, work_package: str, site: str, month: Month
) -> tuple[tuple[str, Assessment], ...]:
    """Judge every data flow of a work package as that of an own unit, by the law of the day of the hand-over."""
    home, there, day = facts.sites[case.company.home], facts.sites[site], month.first_day
    return tuple(
        (data_flow.id, assess(flow_of(case, data_flow, home, there, Engagement.CAPTIVE), day))
        for data_flow in case.flows_of(work_package)
    )
