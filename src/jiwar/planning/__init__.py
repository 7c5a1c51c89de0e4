"""Choose options together: formulation, search with a proven gap, an independent checker, explanation."""

from jiwar.planning.check import Violation, check_plan
from jiwar.planning.check_uncertain import check_uncertain_plan
from jiwar.planning.choosing import choose, solve
from jiwar.planning.conflict import PlanError
from jiwar.planning.exits import settle_exits, settle_staged
from jiwar.planning.explanation import forbid, insist_on, leave_out, price_of, without_site
from jiwar.planning.formulation import formulate
from jiwar.planning.from_options import problem_of
from jiwar.planning.highs import Progress
from jiwar.planning.information import evpi, expected_value_plan, vss, wait_and_see
from jiwar.planning.plan import Leave, Limit, Opening, Plan, Status, Uncertainty, WorkforcePlan
from jiwar.planning.problem import Problem
from jiwar.planning.saving import plan_from_json, plan_to_json
from jiwar.planning.skill_prices import skill_prices
from jiwar.planning.uncertain import PricedScenarios, Shortage, UncertainProblem
from jiwar.planning.uncertain_plan import solve_uncertain

__all__ = [
    "Leave",
    "Limit",
    "Opening",
    "Plan",
    "PlanError",
    "PricedScenarios",
    "Problem",
    "Progress",
    "Shortage",
    "Status",
    "UncertainProblem",
    "Uncertainty",
    "Violation",
    "WorkforcePlan",
    "check_plan",
    "check_uncertain_plan",
    "choose",
    "evpi",
    "expected_value_plan",
    "forbid",
    "formulate",
    "insist_on",
    "leave_out",
    "plan_from_json",
    "plan_to_json",
    "price_of",
    "problem_of",
    "settle_exits",
    "settle_staged",
    "skill_prices",
    "solve",
    "solve_uncertain",
    "vss",
    "wait_and_see",
    "without_site",
]
