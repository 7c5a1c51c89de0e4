"""Tell a plan: the public verb of the package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jiwar.diagnostics import Diagnostic, JiwarError
from jiwar.report.report import Report, report_of
from jiwar.report.wishes import Wishes

if TYPE_CHECKING:
    from jiwar.options import Options
    from jiwar.planning import Plan
    from jiwar.planning.explaining.worth import Worth
    from jiwar.risk import Evaluation, StrategyScore


def render(
    plan: Plan,
    evaluation: Evaluation | None = None,
    *,
    strategies: Sequence[StrategyScore] = (),
    worths: Sequence[Worth] = (),
    options: Options | None = None,
    language: str = "en",
    wishes: Wishes | None = None,
    beside: tuple[Plan, Evaluation | None] | None = None,
) -> Report:
    """Make the board paper of a plan.

    Parameters
    ----------
    plan
        The plan that was chosen.
    evaluation
        The plan judged on many draws, when that was done.
    strategies
        Ways to decide compared on the same draws, when that was done.
    worths
        What sites, limits, fields of law and labour markets are worth to the best plan, when that was asked.
    options
        The options that the plan was chosen from; those that the plan carries itself when not given.
    language
        ``en``, ``de`` or ``fr``.
    wishes
        For whom, as a draft, without names, under which company and logo.
    beside
        Another plan that holds its options, with its evaluation, to be shown beside this one.

    Raises
    ------
    JiwarError
        R002 for a language without texts, R004 when a number has no ground, R005 without options.
    """
    from jiwar.report.context_from_plan import context_of
    from jiwar.report.texts import texts_for

    texts_for(language)  # an unknown language is refused before anything is computed
    known = _known(plan, options)
    found = context_of(
        plan, known, evaluation=evaluation, strategies=strategies, worths=worths, language=language
    )
    other = None
    if beside is not None:
        plan_beside, judged = beside
        other = context_of(plan_beside, _known(plan_beside, None), evaluation=judged, language=language)
    return report_of(found, language=language, wishes=wishes, other=other)


def _known(plan: Plan, options: Options | None) -> Options:
    known = options or plan.options
    if known is None:
        remedy = "pass the options: `render(plan, options=options)`"
        raise JiwarError([Diagnostic("R005", "a plan read from a file does not know its options", remedy)])
    return known
