"""The sections of the paper: one file each, pure functions from the context to blocks."""

from __future__ import annotations

from collections.abc import Callable

from jiwar.report.blocks import Section
from jiwar.report.context import ReportContext
from jiwar.report.sections.against import against
from jiwar.report.sections.alternatives import alternatives
from jiwar.report.sections.assumptions import assumptions
from jiwar.report.sections.blocked import blocked, blocked_reasons
from jiwar.report.sections.cash import cash
from jiwar.report.sections.cost import cost
from jiwar.report.sections.decision import decision
from jiwar.report.sections.hours import hours
from jiwar.report.sections.law import law
from jiwar.report.sections.leave import leave
from jiwar.report.sections.limits import limits
from jiwar.report.sections.method import method
from jiwar.report.sections.open_questions import open_questions
from jiwar.report.sections.people import people
from jiwar.report.sections.plan import plan
from jiwar.report.sections.questions import questions
from jiwar.report.sections.record import record
from jiwar.report.sections.reverse import reverse
from jiwar.report.sections.risks import risks
from jiwar.report.sections.sources import sources
from jiwar.report.sections.stages import stages
from jiwar.report.sections.support import support
from jiwar.report.sections.talent import talent
from jiwar.report.sections.together import together
from jiwar.report.sections.uncertainty import uncertainty
from jiwar.report.texts import Texts

SECTIONS: tuple[Callable[[ReportContext, Texts], Section | None], ...] = (
    *(decision, reverse, plan, people, cost, cash, uncertainty, alternatives, together, support),
    *(law, blocked, hours, talent, limits, risks, against, stages, leave, open_questions, assumptions),
    *(questions, blocked_reasons, method, sources, record),
)
"""All sections, in the order in which the paper shows them; one that has nothing to say is None."""

__all__ = ["SECTIONS"]
