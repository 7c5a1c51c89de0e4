"""What is decided later, in words: pilots that may grow, what shows at their gate, and what waiting is worth."""

from __future__ import annotations

from collections.abc import Iterator

from jiwar.options import Options
from jiwar.planning import Knowledge, Stage, Uncertainty, Waiting

_LEAST_SHARE = 0.005
"""Share of the scenarios below which a course is not worth a clause."""


def what_later(options: Options, found: Uncertainty) -> Iterator[str]:
    """Give a sentence for every pilot of a plan, one for waiting, and one for what knowing more is worth."""
    for stage in found.stages:
        yield _pilot(options, stage, len(found.probability))
        if stage.signs:
            yield _signs(stage)
    if found.stages:
        yield "The table counts pilots as they begin; the means over scenarios count what comes of them."
    if found.waiting is not None:
        yield _waiting(found.waiting)
    if found.knowledge is not None:
        yield _knowledge(found.knowledge)


def _pilot(options: Options, stage: Stage, scenarios: int) -> str:
    name = options.case.work_package(stage.work_package).name
    site = options.facts.sites[stage.site].name

    def number(probability: float) -> str:
        return f"{probability * scenarios:.0f}"

    grows = [
        f"at the gate {one.gate} grow to {stage.grows_to:.0%} from {one.begins} in {number(one.probability)} of "
        f"{scenarios} scenarios"
        for one in stage.grows
        if one.probability >= _LEAST_SHARE
    ]
    others = []
    if stage.stays >= _LEAST_SHARE:
        others.append(f"stay at the pilot in {number(stage.stays)}")
    if stage.leaves >= _LEAST_SHARE:
        others.append(f"go home in {number(stage.leaves)}")
    courses = ", ".join([*grows, *others])
    return f"Pilot {stage.share:.0%} of {name} from {stage.begins} in {site}; {courses}."


def _signs(stage: Stage) -> str:
    told = []
    for sign in stage.signs:
        unit = sign.unit or "times the value of the case"
        told.append(f"{sign.key} is {sign.grows:.3g} in the mean against {sign.otherwise:.3g} ({unit})")
    return "What shows whether to grow: where it grows, " + "; ".join(told) + "."


def _knowledge(known: Knowledge) -> str:
    error = f" ± {2 * known.error_eur / 1e3:,.0f}" if known.error_eur else ""
    begin = f"Knowing the future before deciding would be worth at most {known.knowing_most_eur / 1e3:,.0f}{error} kEUR"
    extra = known.mean_plan_extra_eur
    if extra is None:
        return f"{begin}; the plan for the mean of all scenarios is no plan in some of them."
    if extra <= 0.0:
        return f"{begin}; the plan for the mean of all scenarios costs no more than this one."
    return f"{begin}; the plan for the mean of all scenarios would cost {extra / 1e3:,.0f} kEUR more than this one."


def _waiting(waiting: Waiting) -> str:
    error = f" ± {2 * waiting.error_eur / 1e3:,.0f}" if waiting.error_eur else ""
    most = f"{waiting.most_eur / 1e3:+,.0f}{error} kEUR"
    begin = f"Deciding at {waiting.gate} instead of now would be worth at most {most}"
    if waiting.least_eur is None:
        end = "; no plan was found that starts nothing before"
    else:
        end = (
            f", if everything were known then, and {waiting.least_eur / 1e3:+,.0f} kEUR if nothing more were"
        )
    if waiting.most_eur + 2 * waiting.error_eur < 0:
        return f"{begin}{end}: do not wait."
    if waiting.least_eur is not None and waiting.least_eur > 0:
        return f"{begin}{end}: wait."
    return f"{begin}{end}: wait only for news that is worth more than the delay."
