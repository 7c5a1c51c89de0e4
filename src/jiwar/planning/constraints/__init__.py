"""One file per family of constraints; later families read what earlier ones add."""

from __future__ import annotations

from collections.abc import Callable

from jiwar.planning.constraints.assignment import add_assignment
from jiwar.planning.constraints.budget import add_budget
from jiwar.planning.constraints.communication import add_communication
from jiwar.planning.constraints.concentration import add_concentration
from jiwar.planning.constraints.core_team import add_core_team
from jiwar.planning.constraints.duties import add_duties
from jiwar.planning.constraints.hiring import add_hiring
from jiwar.planning.constraints.precedence import add_precedence
from jiwar.planning.constraints.quarter_cash import add_quarter_cash
from jiwar.planning.constraints.ratios import add_ratios
from jiwar.planning.constraints.redeployment import add_redeployment
from jiwar.planning.constraints.sites import add_sites
from jiwar.planning.constraints.steps import add_steps
from jiwar.planning.constraints.workforce import add_workforce
from jiwar.planning.model import Model
from jiwar.planning.problem import Problem

__all__ = ["FAMILIES"]

FAMILIES: dict[str, Callable[[Model, Problem], None]] = {
    "assignment": add_assignment,
    "precedence": add_precedence,
    "sites": add_sites,
    "workforce": add_workforce,
    "redeployment": add_redeployment,
    "hiring": add_hiring,
    "communication": add_communication,
    "core_team": add_core_team,
    "concentration": add_concentration,
    "ratios": add_ratios,
    "steps": add_steps,
    "duties": add_duties,
    "budget": add_budget,
    "quarter_cash": add_quarter_cash,
}
"""Every family by name, in the order in which they speak: hiring after workforce, cash last."""
