"""How a flow follows from a case: the data of a work package × the country of the site × the engagement.

Answers are given under the keys of the questions, as a case writes them (``yes``, ``no``, ``unknown``, words of the
closed lists). The engagement adds what it means in law; an explicit answer always wins over it:

- ``captive``: a company of the group that renders services to the parent,
- ``branch``: the same legal entity, hence no Chapter V transfer, and its controller is established at the site,
- ``provider`` and ``build_operate_transfer``: an unrelated company that owes a service (after the hand-over of the
  latter the flow is that of ``captive``: assess it a second time for that day),
- ``employer_of_record``: an unrelated company that lends people who follow the client's instructions.

Nothing else is assumed. Whether the client gives instructions to people of a captive or a provider, who travels,
what is filed, whether data are passed on: all that stays unknown until somebody answers, and the assessment then
asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from jiwar.diagnostics import Diagnostic, nearest_names
from jiwar.law.error import LawError
from jiwar.law.flow import Flow, Relation, Staffing
from jiwar.law.questions import answered

_MEANING: Mapping[str, Mapping[str, object]] = {
    "captive": {"relation": Relation.GROUP_COMPANY, "staffing": Staffing.SERVICE},
    "branch": {"relation": Relation.SAME_LEGAL_ENTITY},
    "provider": {"relation": Relation.UNRELATED, "staffing": Staffing.SERVICE},
    "build_operate_transfer": {"relation": Relation.UNRELATED, "staffing": Staffing.SERVICE},
    "employer_of_record": {
        "relation": Relation.UNRELATED,
        "staffing": Staffing.BODY_LEASING,
        "client_instructions": True,
    },
}

_UNANSWERED = Flow(onward_countries=None)
"""A flow of which nobody has said anything, not even that the data stay where they arrive."""

ENGAGEMENTS = tuple(_MEANING)
"""Engagements whose meaning in law is coded."""


def flow_of(home_country: str, site_country: str, engagement: str, *answers: Mapping[str, object]) -> Flow:
    """Return the flow of one data flow to one site under one engagement.

    Parameters
    ----------
    home_country, site_country
        ISO codes of the exporter and of the place of work.
    engagement
        One of `ENGAGEMENTS`.
    answers
        Any number of mappings from question keys to answers (of the company, of the data flow, of the site);
        later ones win.

    Raises
    ------
    LawError
        L003 for an unknown engagement or an impossible flow, L004 for an unknown question or answer.
    """
    if engagement not in _MEANING:
        problem = f"the law knows no engagement `{engagement}`"
        raise LawError([Diagnostic("L003", problem, nearest_names(engagement, ENGAGEMENTS))])
    given: dict[str, object] = dict(_MEANING[engagement])
    for mapping in answers:
        given |= mapping
    return answered(_UNANSWERED, given | {"exporter_country": home_country, "importer_country": site_country})
