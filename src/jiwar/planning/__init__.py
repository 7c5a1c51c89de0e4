"""Choose options together: formulation, search with a proven gap, an independent checker, explanation."""

from jiwar.planning.certificate import Certificate, certificate_from_bytes, certificate_to_bytes
from jiwar.planning.checking.check import Violation, check_plan
from jiwar.planning.checking.check_bound import BoundCheck, check_bound
from jiwar.planning.checking.check_uncertain import check_uncertain_plan
from jiwar.planning.choosing import choose
from jiwar.planning.conflict import PlanError
from jiwar.planning.exits import grown_cost, settle_exits, settle_growth
from jiwar.planning.explaining.explanation import forbid, insist_on, leave_out, price_of, without_site
from jiwar.planning.explaining.information import evpi, expected_value_plan, vss, wait_and_see
from jiwar.planning.explaining.skill_prices import skill_prices
from jiwar.planning.explaining.waiting import value_of_waiting
from jiwar.planning.formulation import formulate
from jiwar.planning.highs import Progress
from jiwar.planning.of_case.from_options import problem_of
from jiwar.planning.plan import (
    Growing,
    Knowledge,
    Leave,
    Limit,
    Opening,
    Plan,
    Sign,
    Stage,
    Status,
    Uncertainty,
    Waiting,
    WorkforcePlan,
)
from jiwar.planning.problem import Problem
from jiwar.planning.saving import plan_from_json, plan_to_json
from jiwar.planning.solving import solve
from jiwar.planning.uncertain import PricedScenarios, Shortage, UncertainProblem
from jiwar.planning.uncertain_plan import solve_uncertain

__all__ = [
    "BoundCheck",
    "Certificate",
    "Growing",
    "Knowledge",
    "Leave",
    "Limit",
    "Opening",
    "Plan",
    "PlanError",
    "PricedScenarios",
    "Problem",
    "Progress",
    "Shortage",
    "Sign",
    "Stage",
    "Status",
    "UncertainProblem",
    "Uncertainty",
    "Violation",
    "Waiting",
    "WorkforcePlan",
    "certificate_from_bytes",
    "certificate_to_bytes",
    "check_bound",
    "check_plan",
    "check_uncertain_plan",
    "choose",
    "evpi",
    "expected_value_plan",
    "forbid",
    "formulate",
    "grown_cost",
    "insist_on",
    "leave_out",
    "plan_from_json",
    "plan_to_json",
    "price_of",
    "problem_of",
    "settle_exits",
    "settle_growth",
    "skill_prices",
    "solve",
    "solve_uncertain",
    "value_of_waiting",
    "vss",
    "wait_and_see",
    "without_site",
]
