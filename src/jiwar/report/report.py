"""The board paper: a run told in one language, as its reader wishes, with a workbook and JSON of everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jiwar.report.context import ReportContext
from jiwar.report.document import compose, named
from jiwar.report.json_form import to_json
from jiwar.report.paper import Paper
from jiwar.report.texts import texts_for
from jiwar.report.wishes import Wishes
from jiwar.report.workbook import to_xlsx


@dataclass(frozen=True)
class Report(Paper):
    """The paper of one run, with all that it tells of."""

    context: ReportContext

    @property
    def formats(self) -> Mapping[str, Callable[[], bytes]]:
        """Those of every paper, a workbook with live formulas, and JSON."""
        return {
            **super().formats,
            ".xlsx": lambda: to_xlsx(self.document, self.context, self.texts),
            ".json": lambda: to_json(self.document, self.context).encode(),
        }


def report_of(
    context: ReportContext,
    *,
    language: str = "en",
    wishes: Wishes | None = None,
    other: ReportContext | None = None,
) -> Report:
    """Tell a run in one language, as its reader wishes; beside another run when one is given.

    Raises
    ------
    JiwarError
        R002 for a language without texts, R004 when a number has no ground.
    """
    texts = texts_for(language)
    document = compose(context, texts, wishes, other)
    if wishes is not None:
        context = named(context, texts, wishes)
    return Report(document, texts, context)
