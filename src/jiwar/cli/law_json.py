"""What law says about a case as plain JSON values, for pipelines: the same answers as on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jiwar.law import REVIEWED, Assessment, Citation, GateResult, Verdict, smallest_change
from jiwar.law.citing import cited_in
from jiwar.law.finding import Duty
from jiwar.law.what_if import WhatIf
from jiwar.options import Judged
from jiwar.options.gate_cost import Amounts, GateCost
from jiwar.options.legal_costs import GivenCost

Plain = dict[str, object]


def verdict_as_json(one: Judged, language: str) -> Plain:
    """Return one answer: verdict, gates with rules, questions and duties, and what would unblock it."""
    found = one.assessment
    return {
        **_about(one),
        "on": str(found.on),
        "carried_forward_since": str(REVIEWED) if found.carried_forward else None,
        "verdict": found.overall.value,
        "missing": list(found.missing),
        "lead_months": found.lead_months,
        "smallest_change": _way_out(found, language),
        "gates": {gate.value: _gate(result, language) for gate, result in found.gates.items()},
        "hash": found.hash,
    }


def what_if_as_json(
    told: Iterable[tuple[Judged, WhatIf]],
    costs: Iterable[GateCost],
    case_costs: Mapping[str, GivenCost | None],
    language: str,
) -> Plain:
    """Return what a supposed law changes, flow by flow, and what that saves by country and form."""
    return {
        "changes": [_changed(one, change, case_costs, language) for one, change in told],
        "saved": [_saved(cost) for cost in costs],
    }


def _about(one: Judged) -> Plain:
    return {
        "data_flow": one.data_flow,
        "site": one.site,
        "country": one.country,
        "engagements": list(one.engagements),
        "handed_over": None if one.handed_over is None else str(one.handed_over),
    }


def _gate(result: GateResult, language: str) -> Plain:
    return {
        "verdict": result.verdict.value,
        "rules": [
            {
                "rule": hit.rule.name,
                "verdict": hit.finding.verdict.value,
                "sentence": hit.rule.sentence[language],
                "articles": _articles(hit.rule.citations, language),
            }
            for hit in result.hits
        ],
        "questions": [words[language] for words in result.questions],
        "duties": [_duty(duty, language) for duty in result.duties],
    }


def _duty(duty: Duty, language: str) -> Plain:
    return {
        "duty": duty.text[language],
        "owner": duty.owner.value,
        "due": duty.due.value,
        "state": duty.state.value,
        "lead_months": duty.lead_months,
        "cost": duty.cost_key,
        "articles": _articles(duty.citations, language),
    }


def _articles(citations: Iterable[Citation], language: str) -> list[str]:
    return list(dict.fromkeys(cited_in(citation.article, language) for citation in citations))


def _way_out(found: Assessment, language: str) -> Plain | None:
    if found.overall is not Verdict.BLOCKED:
        return None
    way = smallest_change(found.flow, found.on)
    if way is None:
        return None
    return {"changes": list(way.sentences(language)), "verdict": way.after.overall.value}


def _changed(one: Judged, change: WhatIf, case_costs: Mapping[str, GivenCost | None], language: str) -> Plain:
    def listed(duties: Iterable[Duty]) -> list[Plain]:
        return [
            _duty(duty, language) | {"given_cost": _given(case_costs.get(duty.cost_key or ""))}
            for duty in duties
        ]

    return {
        **_about(one),
        "on": str(change.after.on),
        "supposed": [f"{name}@{start}" for name, start in change.after.switches],
        "verdict": {"before": change.before.overall.value, "after": change.after.overall.value},
        "lead_months": {"before": change.before.lead_months, "after": change.after.lead_months},
        "falls_away": listed(change.falls_away),
        "comes": listed(change.comes),
        "hash": {"before": change.before.hash, "after": change.after.hash},
    }


def _given(cost: GivenCost | None) -> Plain | None:
    if cost is None:
        return None
    return {"eur": [cost.low_eur, cost.mid_eur, cost.high_eur], "yearly": cost.yearly}


def _saved(cost: GateCost) -> Plain:
    def amounts(given: Amounts | None) -> list[float] | None:
        return None if given is None else list(given)

    return {
        "country": cost.country,
        "form": cost.form,
        "lead_months": {"before": cost.months_before, "after": cost.months_after},
        "once_eur": amounts(cost.once),
        "yearly_eur": amounts(cost.yearly),
        "costs_not_given": list(cost.not_given),
    }
