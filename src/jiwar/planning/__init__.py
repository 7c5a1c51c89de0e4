"""Choose options together: formulation, search with a proven gap, an independent checker, explanation."""

from jiwar.planning.check import Violation, check_plan
from jiwar.planning.choosing import choose, solve
from jiwar.planning.conflict import PlanError
from jiwar.planning.explanation import forbid, insist_on, leave_out, price_of, without_site
from jiwar.planning.formulation import formulate
from jiwar.planning.from_options import problem_of
from jiwar.planning.highs import Progress
from jiwar.planning.plan import Limit, Opening, Plan, Status, WorkforcePlan
from jiwar.planning.problem import Problem
from jiwar.planning.saving import plan_from_json, plan_to_json

__all__ = [
    "Limit",
    "Opening",
    "Plan",
    "PlanError",
    "Problem",
    "Progress",
    "Status",
    "Violation",
    "WorkforcePlan",
    "check_plan",
    "choose",
    "forbid",
    "formulate",
    "insist_on",
    "leave_out",
    "plan_from_json",
    "plan_to_json",
    "price_of",
    "problem_of",
    "solve",
    "without_site",
]
