"""Pilots of a plan that may grow at a decision gate, and what waiting and knowing more are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiwar.periods import Month
from jiwar.provenance import Origin, OriginKind
from jiwar.report.amount import Amount
from jiwar.report.drivers import driver_name
from jiwar.report.figures_of_plan import PlanFigures
from jiwar.report.further import Course, InScenarios, Knowing, LaterDecision, Pilot, Shown
from jiwar.report.texts import Texts

if TYPE_CHECKING:
    from jiwar.planning import Sign, Stage

_PILOTS = (Origin(OriginKind.METHOD, "pilots"),)
_KNOWLEDGE = (Origin(OriginKind.METHOD, "knowledge"),)


def pilots_of(figures: PlanFigures, texts: Texts) -> tuple[Pilot, ...]:
    """Return the pilots of a plan that was chosen for scenarios."""
    found = figures.plan.uncertainty
    if found is None:
        return ()
    return tuple(_pilot(figures, texts, stage, len(found.probability)) for stage in found.stages)


def _pilot(figures: PlanFigures, texts: Texts, stage: Stage, scenarios: int) -> Pilot:
    options = figures.options
    return Pilot(
        package=options.case.work_package(stage.work_package).name,
        site=options.facts.sites[stage.site].name,
        start=Month.parse(stage.begins),
        share=Amount(stage.share, _PILOTS),
        grows_to=Amount(stage.grows_to, _PILOTS),
        courses=tuple(
            Course(Month.parse(one.gate), Month.parse(one.begins), round(one.probability * scenarios))
            for one in stage.grows
        ),
        stays=round(stage.stays * scenarios),
        leaves=round(stage.leaves * scenarios),
        scenarios=scenarios,
        shown=tuple(_shown(figures, texts, sign) for sign in stage.signs),
    )


def _shown(figures: PlanFigures, texts: Texts, sign: Sign) -> Shown:
    ground = (Origin(OriginKind.FACT, sign.key), *_PILOTS) if sign.unit else _PILOTS
    name = driver_name(texts, sign.key, figures.options.facts)
    return Shown(name, sign.unit, Amount(sign.grows, ground), Amount(sign.otherwise, ground))


def later_decision_of(figures: PlanFigures) -> LaterDecision | None:
    """Return what waiting for the first gate is worth; None when the plan was not asked."""
    found = figures.plan.uncertainty
    if found is None or found.waiting is None:
        return None
    waiting = found.waiting
    return LaterDecision(
        gate=Month.parse(waiting.gate),
        least_eur=None if waiting.least_eur is None else Amount(waiting.least_eur, _PILOTS),
        most_eur=Amount(waiting.most_eur + 2.0 * waiting.error_eur, _PILOTS),
    )


def knowing_of(figures: PlanFigures) -> Knowing | None:
    """Return what knowing the future, and planning for all futures, is worth; None when the plan was not asked."""
    found = figures.plan.uncertainty
    if found is None or found.knowledge is None:
        return None
    known = found.knowledge
    extra = known.mean_plan_extra_eur
    return Knowing(
        most_eur=Amount(known.knowing_most_eur + 2.0 * known.error_eur, _KNOWLEDGE),
        mean_plan_extra_eur=None if extra is None else Amount(extra, _KNOWLEDGE),
    )


def in_scenarios_of(figures: PlanFigures) -> InScenarios | None:
    """Return what the plan and staying cost in the scenarios that the plan was chosen for; None on mid values."""
    found = figures.plan.uncertainty
    if found is None:
        return None
    stays = found.staying_by_scenario_eur
    return InScenarios(
        scenarios=len(found.probability),
        plan_eur=Amount(found.expected_eur, _PILOTS),
        staying_eur=None if stays is None else Amount(float(found.probability @ stays), _PILOTS),
    )
