"""What carries a transfer, in words: an adequacy decision, an instrument with its module, or nothing needed."""

from __future__ import annotations

from jiwar.law.assess import Assessment
from jiwar.law.day import Day
from jiwar.law.eu.gdpr.adequacy_table import decision_on
from jiwar.law.eu.gdpr.transfer import may_be_transfer, needs_instrument
from jiwar.law.flow import Instrument
from jiwar.law.papers.parties import names_nobody
from jiwar.law.papers.texts import Pen


def carried_by(assessment: Assessment, pen: Pen) -> str | None:
    """Return what carries the flow of an assessment; None when that is an open question."""
    without = why_no_instrument(assessment, pen)
    flow = assessment.flow
    if without is not None or flow.importer_country is None or flow.categories is None:
        return without
    words = pen.field(assessment, "instrument")
    if flow.instrument is Instrument.SCC:
        module = pen.field(assessment, "scc_module")
        return None if module is None else pen.say("clauses", module=module)
    return words


def why_no_instrument(assessment: Assessment, pen: Pen) -> str | None:
    """Return why nothing of Art. 46 or 49 has to carry the flow; None when something has to, or may have to."""
    flow, day = assessment.flow, Day(assessment.on, assessment.switches)
    if flow.importer_country is None or flow.categories is None:
        return None
    if names_nobody(flow):
        return pen.say("nobody")
    if not may_be_transfer(flow):
        return pen.say("not_a_transfer")
    decision = decision_on(flow.importer_country, day)
    if decision is not None and not needs_instrument(flow, day):
        return pen.say("adequacy", act=decision.act)
    return None
