"""From a data flow of the case, a site and a form of work to the question that the law is asked."""

from __future__ import annotations

from typing import Any

from jiwar.case import Answers, Case, DataFlow
from jiwar.facts import Site
from jiwar.law import Flow
from jiwar.law.building import flow_of as flow_by_law
from jiwar.options.engagement import Engagement

_SAME_QUESTION = (
    "instrument",
    "scc_module",
    "processing_contract",
    "controller_authorisation",
    "notice",
    "record",
)
"""Safeguards that case and law know under the same name."""


def flow_of(case: Case, data_flow: DataFlow, home: Site, site: Site, engagement: Engagement) -> Flow:
    """Return the question to the law; whatever the case does not say stays unknown.

    What an engagement means in law is said by `jiwar.law.building`; an own unit at home is a branch of the same
    company. An impact assessment counts only for the countries that it is about.
    """
    form = engagement.value
    if site.country == home.country and engagement is Engagement.CAPTIVE:
        form = "branch"
    return flow_by_law(
        home.country,
        site.country,
        form,
        _of_company(case),
        _of_flow(data_flow, site),
        _given(case.answers, engagement),
        _given(data_flow.answers, engagement),
    )


def _of_company(case: Case) -> dict[str, Any]:
    return {"works_council": case.company.works_council, "home_employees": case.company.employees_in_germany}


def _of_flow(data_flow: DataFlow, site: Site) -> dict[str, Any]:
    safeguards = data_flow.safeguards
    said = {
        "roles": data_flow.roles,
        "access": data_flow.access,
        "categories": list(data_flow.categories),
        "systematic": data_flow.systematic,
        "tia": _assessed(data_flow, site),
        **{name: getattr(safeguards, name) for name in _SAME_QUESTION},
    }
    return {name: value for name, value in said.items() if value is not None and value != "unknown"}


def _given(answers: Answers, engagement: Engagement) -> dict[str, Any]:
    """Return the answers that somebody gave; of an employer of record people take orders whatever is answered.

    Data that are not passed on go to no further country; that they are, without saying where to, leaves it unknown.
    """
    given = {name: value for name, value in answers if value is not None}
    passed_on = given.pop("passed_on", None)
    if passed_on is not None:
        given.setdefault("onward_countries", "unknown" if passed_on else ())
    if engagement is Engagement.EMPLOYER_OF_RECORD:
        given.pop("client_instructions", None)
    return given


def _assessed(data_flow: DataFlow, site: Site) -> str:
    state, countries = data_flow.safeguards.tia, data_flow.safeguards.tia_for
    if state in {"passed", "failed"} and site.country not in countries:
        return "missing"
    return state
