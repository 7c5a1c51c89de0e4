"""What stands in the way of each option: the law of its start, the time it takes, its hours and languages."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from jiwar.case import Case
from jiwar.facts import Facts
from jiwar.law import Assessment, Gate, GateResult, Verdict, assess
from jiwar.law.unblock import Way, smallest_change
from jiwar.options.distances import Distance
from jiwar.options.flows import flow_of
from jiwar.options.hand_over import assess_after, hand_over
from jiwar.options.option import Option, Reason
from jiwar.options.speaking import Speaking, in_words
from jiwar.periods import Month


def assess_options(
    case: Case, facts: Facts, measured: Mapping[str, Distance], options: tuple[Option, ...]
) -> tuple[Option, ...]:
    """Return the options with their assessments, and with every reason that blocks them."""
    speaking = Speaking(case, facts)
    return tuple(_assessed(case, facts, measured, speaking, option) for option in options)


def _assessed(
    case: Case, facts: Facts, measured: Mapping[str, Distance], speaking: Speaking, option: Option
) -> Option:
    if option.engagement.stays or option.start is None:
        return option
    by_flow = assess_flows(case, facts, option)
    month = hand_over(case, option.engagement, option.start)
    later = () if month is None else assess_after(case, facts, option.work_package, option.site, month)
    reasons = [
        *_law_reasons(by_flow),
        *_later_reasons(dict(later), by_flow, month),
        *_time_reasons(case, option.start, by_flow),
        *_hours_reasons(case, measured[option.site], option),
        *_language_reasons(speaking, option),
    ]
    return dataclasses.replace(
        option, assessments=tuple(by_flow.items()), later=later, blocked=tuple(reasons)
    )


def assess_flows(case: Case, facts: Facts, option: Option) -> dict[str, Assessment]:
    """Judge every data flow of an option by the law of the day on which it starts."""
    home, site = facts.sites[case.company.home], facts.sites[option.site]
    day = (option.start or Month.of(case.as_of)).first_day
    return {
        data_flow.id: assess(flow_of(case, data_flow, home, site, option.engagement), day)
        for data_flow in case.flows_of(option.work_package)
    }


def _law_reasons(by_flow: Mapping[str, Assessment]) -> list[Reason]:
    reasons = []
    for name, assessment in by_flow.items():
        if assessment.overall < Verdict.NOT_CODED:
            continue
        change = smallest_change(assessment.flow, assessment.on)
        for gate, result in assessment.gates.items():
            if _stops(result):
                sentence = (
                    " ".join(result.reasons()) or f"The law of this case is not coded ({gate.words['en']})."
                )
                citations = tuple(
                    dict.fromkeys(
                        str(cited.article) for hit in result.deciding for cited in hit.rule.citations
                    )
                )
                reasons.append(Reason(gate.value, f"{name}: {sentence}", _in_words(change), citations))
    return reasons


def _later_reasons(
    later: Mapping[str, Assessment], before: Mapping[str, Assessment], month: Month | None
) -> list[Reason]:
    """What law blocks only once the unit is one's own; what it blocks from the start is told already."""
    told = {
        (name, gate) for name, one in before.items() for gate, result in one.gates.items() if _stops(result)
    }
    return [
        dataclasses.replace(
            reason, sentence=f"{name}: After the hand-over in {month}: {rest}", after_hand_over=True
        )
        for reason in _law_reasons(later)
        for name, _, rest in [reason.sentence.partition(": ")]
        if (name, Gate(reason.field)) not in told
    ]


def _stops(result: GateResult) -> bool:
    return result.verdict >= Verdict.NOT_CODED


def _in_words(way: Way | None) -> str:
    return "" if way is None else " and ".join(way.sentences())


def _time_reasons(case: Case, start: Month, by_flow: Mapping[str, Assessment]) -> list[Reason]:
    """Block starts that come before authorisations can be there."""
    lead = max((assessment.lead_months for assessment in by_flow.values()), default=0.0)
    earliest = Month.of(case.as_of) + int(-(-lead // 1))
    if start >= earliest:
        return []
    sentence = f"Authorisations and filings take {lead:.1f} months, so nothing can start before {earliest}."
    return [Reason("lead_time", sentence, f"start in {earliest} or later")]


def _hours_reasons(case: Case, distance: Distance, option: Option) -> list[Reason]:
    wanted = case.work_package(option.work_package).shared_hours_per_day
    if wanted is None or distance.shared_hours_per_day >= wanted:
        return []
    missing = wanted - distance.shared_hours_per_day
    shared = distance.shared_hours_per_day
    sentence = f"The work needs {wanted:.1f} shared hours a day; {option.site} shares {shared:.1f}."
    return [Reason("shared_hours", sentence, f"move the working day there by {missing:.1f} hours")]


def _language_reasons(speaking: Speaking, option: Option) -> list[Reason]:
    site = speaking.facts.sites[option.site].name
    told = [in_words(one, site) for one in speaking.of(option) if not one.enough]
    return [Reason("languages", sentence, change) for sentence, change in told]
