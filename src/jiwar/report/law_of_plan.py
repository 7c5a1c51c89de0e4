"""What law says about the options that a plan takes, as plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiwar.law.citing import cited_in
from jiwar.report.context import Duty, GateFinding, LawOfChoice
from jiwar.report.figures_of_plan import PlanFigures

if TYPE_CHECKING:
    from jiwar.law import GateResult
    from jiwar.law.finding import Duty as DutyOfLaw


def law_of(figures: PlanFigures, language: str) -> tuple[LawOfChoice, ...]:
    """Return the verdicts on every chosen option that moves work."""
    options = figures.options
    found = []
    for index in figures.plan.chosen:
        option = options.items[index]
        if option.engagement.stays or option.assessment is None:
            continue
        gates = option.assessment.gates.values()
        found.append(
            LawOfChoice(
                package=options.case.work_package(option.work_package).name,
                site=options.facts.sites[option.site].name,
                engagement=option.engagement.value,
                start=option.start,
                verdict=option.assessment.overall.value,
                lead_months=option.assessment.lead_months,
                gates=tuple(_gate(result, language) for result in gates),
            )
        )
    return tuple(found)


def _gate(result: GateResult, language: str) -> GateFinding:
    """Tell the rules that decide; duties and open questions of all rules count."""
    cited = [
        cited_in(citation.article, language) for hit in result.deciding for citation in hit.rule.citations
    ]
    return GateFinding(
        gate=result.gate.value,
        verdict=result.verdict.value,
        sentences=tuple(_stopped(sentence) for sentence in result.reasons(language)),
        citations=tuple(dict.fromkeys(cited)),
        missing=result.missing,
        questions=tuple(_stopped(question[language]) for question in result.questions),
        duties=tuple(_duty(duty, language) for duty in result.duties),
    )


def _duty(duty: DutyOfLaw, language: str) -> Duty:
    articles = dict.fromkeys(cited_in(citation.article, language) for citation in duty.citations)
    return Duty(
        text=_stopped(duty.text[language]),
        owner=duty.owner.words[language],
        deadline=duty.due.words[language],
        article="; ".join(articles),
        state=duty.state.value,
        lead_months=duty.lead_months,
        due=duty.due.value,
    )


def _stopped(sentence: str) -> str:
    text = " ".join(sentence.split())
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."
