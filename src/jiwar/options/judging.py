"""Every data flow of a case against the law, site by site and form by form, without pricing anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jiwar.case import Case, DataFlow
from jiwar.facts import Facts, Site
from jiwar.law import Assessment, assess
from jiwar.options.engagement import MOVING, Engagement
from jiwar.options.flows import flow_of
from jiwar.options.hand_over import hand_over
from jiwar.periods import Month


@dataclass(frozen=True, slots=True)
class Judged:
    """One data flow to one country, and the forms of work for which the answer is this one.

    ``handed_over`` is the month from which the unit of a build-operate-transfer is one's own: the answer is then
    that for the time after it, and another one stands for the time before.
    """

    data_flow: str
    site: str
    country: str
    engagements: tuple[str, ...]
    assessment: Assessment
    handed_over: Month | None = None


def judge_case(case: Case, facts: Facts) -> tuple[Judged, ...]:
    """Judge every data flow of a case for every country and form on the first possible start.

    Sites of one country and forms with the same question are answered once; the site named is the first one.
    A build-operate-transfer is judged twice: at the start, and as an own unit on the day of the hand-over.
    """
    found: dict[tuple[str, str, str, Month | None], Judged] = {}
    for data_flow in case.data_flows:
        for name in case.sites:
            site = facts.sites[name]
            if name == case.company.home:
                continue
            for one in _at(case, facts, data_flow, site):
                key = (data_flow.id, site.country, one.assessment.hash, one.handed_over)
                before = found.get(key)
                forms = () if before is None else before.engagements
                first = name if before is None else before.site
                found[key] = Judged(
                    data_flow.id,
                    first,
                    site.country,
                    tuple(dict.fromkeys((*forms, *one.engagements))),
                    one.assessment,
                    one.handed_over,
                )
    return tuple(found.values())


def judge_at(case: Case, facts: Facts, site: str, engagement: str) -> tuple[Judged, ...]:
    """Judge the data flows of all work that may be done at one site in one form, at the start and after a hand-over."""
    there = facts.sites[site]
    flows = {flow.id for package in work_at(case, site, engagement) for flow in case.flows_of(package)}
    return tuple(
        one
        for data_flow in case.data_flows
        if data_flow.id in flows
        for one in _judged(case, facts, data_flow, there, Engagement(engagement))
    )


def work_at(case: Case, site: str, engagement: str) -> tuple[str, ...]:
    """Return the work packages that may be done at a site in a form."""
    return tuple(
        package.id
        for package in case.work_packages
        if package.movable
        and site in (package.sites or case.sites)
        and engagement in (package.engagements or case.engagements)
    )


def _at(case: Case, facts: Facts, data_flow: DataFlow, site: Site) -> Iterator[Judged]:
    for engagement in MOVING:
        if engagement.value in case.engagements:
            yield from _judged(case, facts, data_flow, site, engagement)


def _judged(
    case: Case, facts: Facts, data_flow: DataFlow, site: Site, engagement: Engagement
) -> Iterator[Judged]:
    home, start = facts.sites[case.company.home], case.starts[0]
    answer = assess(flow_of(case, data_flow, home, site, engagement), start.first_day)
    yield Judged(data_flow.id, site.id, site.country, (engagement.value,), answer)
    month = hand_over(case, engagement, start)
    if month is not None:
        own = assess(flow_of(case, data_flow, home, site, Engagement.CAPTIVE), month.first_day)
        yield Judged(data_flow.id, site.id, site.country, (engagement.value,), own, month)
