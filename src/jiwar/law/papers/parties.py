"""The roles of the two sides of a flow, in the words of the regulation."""

from __future__ import annotations

from jiwar.law.eu.gdpr.personal import Personal, personal
from jiwar.law.flow import Flow, Roles
from jiwar.law.papers.texts import Pen

_SIDES = {
    Roles.CONTROLLER_TO_CONTROLLER: ("controller", "controller"),
    Roles.JOINT_CONTROLLERS: ("joint", "joint"),
    Roles.CONTROLLER_TO_PROCESSOR: ("controller", "processor"),
    Roles.PROCESSOR_TO_SUBPROCESSOR: ("processor", "subprocessor"),
    Roles.PROCESSOR_TO_CONTROLLER: ("processor", "controller"),
}


def exporter_role(flow: Flow, pen: Pen) -> str | None:
    """Return what the exporter is: controller, joint controller or processor; None when not known."""
    return None if flow.roles is None else pen.say(f"role.{_SIDES[flow.roles][0]}")


def importer_role(flow: Flow, pen: Pen) -> str | None:
    """Return what the importer is; None when not known."""
    return None if flow.roles is None else pen.say(f"role.{_SIDES[flow.roles][1]}")


def exporter_processes_for_others(flow: Flow) -> bool:
    """Whether the exporter itself works on behalf of controllers."""
    return flow.roles is not None and _SIDES[flow.roles][0] == "processor"


def names_nobody(flow: Flow) -> bool:
    """Whether the flow holds no personal data at all."""
    return flow.categories is not None and personal(flow) is Personal.NO
