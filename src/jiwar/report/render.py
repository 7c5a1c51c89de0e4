"""Tell a plan: the public verb of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiwar.diagnostics import Diagnostic, JiwarError
from jiwar.report.context import Uncertainty
from jiwar.report.report import Report, report_of

if TYPE_CHECKING:
    from jiwar.options import Options
    from jiwar.planning import Plan


def render(
    plan: Plan,
    evaluation: Uncertainty | None = None,
    *,
    options: Options | None = None,
    language: str = "en",
) -> Report:
    """Make the board paper of a plan.

    Parameters
    ----------
    plan
        The plan that was chosen.
    evaluation
        The plan judged on many draws, when that was done.
    options
        The options that the plan was chosen from; those that the plan carries itself when not given.
    language
        ``en``, ``de`` or ``fr``.

    Raises
    ------
    JiwarError
        R002 for a language without texts, R004 when a number has no ground, R005 without options.
    """
    from jiwar.report.context_from_plan import context_of
    from jiwar.report.texts import texts_for

    texts_for(language)  # an unknown language is refused before anything is computed
    known: Options | None = options or getattr(plan, "options", None)
    if known is None:
        remedy = "pass the options: `render(plan, options=options)`"
        problem = Diagnostic("R005", "a plan read from a file does not know its options", remedy)
        raise JiwarError([problem])
    return report_of(context_of(plan, known, uncertainty=evaluation, language=language), language=language)
