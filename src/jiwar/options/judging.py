"""Every data flow of a case against the law, site by site and form by form, without pricing anything."""

from __future__ import annotations

from dataclasses import dataclass

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.law import Assessment, assess
from jiwar.options.engagement import MOVING
from jiwar.options.flows import flow_of


@dataclass(frozen=True, slots=True)
class Judged:
    """One data flow to one country, and the forms of work for which the answer is this one."""

    data_flow: str
    site: str
    country: str
    engagements: tuple[str, ...]
    assessment: Assessment


def judge_case(case: Case, facts: Facts) -> tuple[Judged, ...]:
    """Judge every data flow of a case for every country and form on the first possible start.

    Sites of one country and forms with the same question are answered once; the site named is the first one.
    """
    home, day = facts.sites[case.company.home], case.starts[0].first_day
    found: dict[tuple[str, str, str], Judged] = {}
    for data_flow in case.data_flows:
        for name in case.sites:
            site = facts.sites[name]
            if name == home.id:
                continue
            for engagement in MOVING:
                if engagement.value not in case.engagements:
                    continue
                answer = assess(flow_of(case, data_flow, home, site, engagement), day)
                key = (data_flow.id, site.country, answer.hash)
                before = found.get(key)
                forms = (engagement.value,) if before is None else (*before.engagements, engagement.value)
                first = name if before is None else before.site
                found[key] = Judged(data_flow.id, first, site.country, tuple(dict.fromkeys(forms)), answer)
    return tuple(found.values())
